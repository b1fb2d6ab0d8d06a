"""The command `new role`."""

from typing import Annotated

import typer

from mlroles.catalogue.templates import new_entry
from mlroles.cli.answer import Where, writes

Id = Annotated[
    str, typer.Argument(metavar="ID", help="The role's id, in kebab-case; it names the file.")
]


@writes
def new_role(where: Where, id: Id) -> str:
    """Write a template for a role of your own."""
    return new_entry.new_role(id, where)
