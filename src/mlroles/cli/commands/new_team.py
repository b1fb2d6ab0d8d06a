"""The command `new team`."""

from mlroles.catalogue.templates import new_entry
from mlroles.cli.answer import Where, writes


@writes
def new_team(where: Where) -> str:
    """Write a team file to start from."""
    return new_entry.new_team()
