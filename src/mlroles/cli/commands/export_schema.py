"""The command `export schema`."""

from typing import Annotated

import typer

from mlroles.catalogue.templates.schemas import SHAPES, schema_text
from mlroles.cli.answer import Where, writes
from mlroles.cli.table import ANSWERS, answer_class
from mlroles.core.model.names import choose

ANSWER = "answer/"

Of = Annotated[
    str,
    typer.Option(
        "--of",
        metavar="KIND",
        help="A kind of file: role, skill, activity, handoff, family, team (a team file),"
        " team-template, topic, pay, source, manifest (catalogue.yaml) or catalogue (all in one"
        " file); or the JSON of a command: answer/gap, answer/list-skills …",
    ),
]


@writes
def export_schema(where: Where, of: Of = "catalogue") -> str:
    """Write the JSON Schema of a file or an answer."""
    answers = {ANSWER + name.replace(" ", "-"): name for name in ANSWERS}
    name = choose(of, (*SHAPES, *answers), "kind of file or answer", (*SHAPES, *answers))
    return schema_text(name, answer_class(answers[name]) if name in answers else None, where)
