"""The commands `new catalogue`, `new skill`, `new activity` and `new handoff`."""

from typing import Annotated

import typer

from mlroles.catalogue.templates import new_entry
from mlroles.cli.answer import Where, writes

Name = Annotated[str, typer.Argument(metavar="NAME", help="What to call the catalogue.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The id of the entry: kebab-case.")]


@writes
def new_catalogue(where: Where, name: Name = "My catalogue") -> str:
    """Write the catalogue.yaml that makes a folder a catalogue."""
    return new_entry.new_catalogue(name)


@writes
def new_skill(where: Where, id: Id) -> str:
    """Write the template of a skill or tool, for a file under skills/."""
    return new_entry.new_item("skill", id)


@writes
def new_activity(where: Where, id: Id) -> str:
    """Write the template of an activity, for activities.yaml."""
    return new_entry.new_item("activity", id)


@writes
def new_handoff(where: Where, id: Id) -> str:
    """Write the template of a hand-off, for handoffs.yaml."""
    return new_entry.new_item("handoff", id)
