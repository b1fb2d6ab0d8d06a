"""The team that a command is about: from a file, from standard input, or from a line of seats."""

import os
from shlex import quote

from mlroles.catalogue.text.one_file import read_one
from mlroles.cli.names import seats_typed, tell_shared
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.teams.file import TeamFile
from mlroles.core.teams.team import Team, name_problems, seats_said, team_of


def given_team(catalogue: Catalogue, file: str | None, seats: str | None) -> TeamFile:
    """The team of a file ('-': standard input) or of a line of seats.

    Raises `AskedWrongly` where not just one of the two is given, and what `read_one` raises.
    """
    if (file is None) == (seats is None):
        raise AskedWrongly(
            "no team is given" if file is None else "both a file and --seats are given",
            "give a file or --seats, not both, such as --seats 'data-engineer:2 mlops@senior'",
        )
    if file is None:
        team = seats_said(catalogue.ladder, seats_typed(catalogue, seats or ""))
    elif catalogue.roles_called(file) and not os.path.exists(file):
        raise AskedWrongly(f"{file!r} is a role, not a file", f"write --seats {quote(file)}")
    else:
        team = read_one(file, TeamFile, lambda team: name_problems(catalogue, team))
    tell_shared(catalogue, (seat.role for seat in team.seats))
    return team


def team_to_start_from(
    catalogue: Catalogue, file: str | None
) -> tuple[TeamFile, Team] | tuple[None, None]:
    """The team of a file, if there is one, as it stands there and as people.

    Raises what `read_one` raises.
    """
    if file is None:
        return None, None
    team = given_team(catalogue, file, None)
    return team, team_of(catalogue, team)
