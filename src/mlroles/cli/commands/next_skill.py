"""The command `next-skill`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.cli.have import Held, Limit, skills_held
from mlroles.cli.names import position_typed
from mlroles.cli.options import Country, Why
from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.next_skill import next_skills
from mlroles.present.moves.next_skill import next_skill_report
from mlroles.present.page.report import Report

For = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="ROLE",
        help="The goal, ROLE or ROLE@RUNG; by default your next level and nearby roles.",
        autocompletion=complete.positions,
    ),
]


@answers
def next_skill(
    catalogue: Catalogue,
    have: Held,
    goal: For = None,
    country: Country = None,
    limit: Limit = None,
    why: Why = False,
) -> Report:
    """Rank the skills to learn next."""
    aim = position_typed(catalogue, goal) if goal else None
    found = next_skills(catalogue, skills_held(catalogue, have), aim, country)
    return next_skill_report(catalogue, found, have, limit, why)
