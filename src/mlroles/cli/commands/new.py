"""The commands that write the template of an entry, other than `new role`, or of a catalogue."""

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


@writes
def new_family(where: Where, id: Id) -> str:
    """Write the template of a family of roles, for families.yaml."""
    return new_entry.new_item("family", id)


@writes
def new_source(where: Where, id: Id) -> str:
    """Write the template of a source, for sources.yaml."""
    return new_entry.new_item("source", id)


@writes
def new_template(where: Where, id: Id) -> str:
    """Write a team template to fill in, for teams/."""
    return new_entry.new_template(id)


@writes
def new_topic(where: Where, id: Id) -> str:
    """Write a page of the guide to fill in, for guide/."""
    return new_entry.new_topic(id)
