"""The command `export schema`."""

from typing import Annotated

import typer

from mlroles.catalogue.templates.schemas import SchemaName, schema_text
from mlroles.cli.answer import Where, writes

Of = Annotated[
    SchemaName,
    typer.Option(
        "--of",
        metavar="KIND",
        help="The kind of file: role, skill, activity, handoff, family, team (a file of one's"
        " own), team-template, topic, pay, source, manifest (catalogue.yaml) or catalogue (all in"
        " one file).",
    ),
]


@writes
def export_schema(where: Where, of: Of = "catalogue") -> str:
    """Write the JSON Schema of a kind of file, by which editors complete and check it."""
    return schema_text(of)
