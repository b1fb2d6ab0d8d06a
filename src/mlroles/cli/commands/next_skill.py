"""The command `next-skill`."""

from typing import Annotated

import typer

from mlroles.cli.answer import answers
from mlroles.cli.have import Held, Limit, Why, skills_held
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.next_skill import next_skills
from mlroles.core.moves.position import USUAL_RUNG
from mlroles.present.moves.next_skill import next_skill_report
from mlroles.present.page.report import Report

Level = Annotated[
    Rung | None,
    typer.Option("--level", help="The rung of the roles; by default the profile's, or mid."),
]


@answers
def next_skill(
    catalogue: Catalogue, have: Held, level: Level = None, limit: Limit = None, why: Why = False
) -> Report:
    """Find the one skill that opens most doors if you raise it by one level."""
    start = skills_held(catalogue, have)
    rung = level or start.rung or USUAL_RUNG
    found = next_skills(catalogue, start.skills, rung)
    return next_skill_report(catalogue, start, found, rung, have, limit, why)
