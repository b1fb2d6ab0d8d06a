"""The command `new role`."""

from typing import Annotated

import typer

from mlroles.catalogue.templates import new_entry
from mlroles.cli.answer import Where, writes

Id = Annotated[
    str, typer.Argument(metavar="ID", help="The role's id, which is its file's name: kebab-case.")
]


@writes
def new_role(where: Where, id: Id) -> str:
    """Write the template of a role, which says of every field what it means."""
    return new_entry.new_role(id, where)
