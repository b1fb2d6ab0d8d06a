"""The command `gap`."""

from typing import Annotated

import typer

from mlroles.cli.answer import answers
from mlroles.cli.have import Ends, Have, Why, start_and_target, together
from mlroles.cli.options import AtRung, Country
from mlroles.core.catalogue import Catalogue
from mlroles.core.moves import gap as core
from mlroles.present.moves.gap import gap_report
from mlroles.present.page.report import Report

Full = Annotated[bool, typer.Option("--full", help="List every skill.")]


@answers
def gap(
    catalogue: Catalogue,
    ends: Ends,
    have: Have = None,
    rung: AtRung = None,
    why: Why = False,
    full: Full = False,
    country: Country = None,
) -> Report:
    """Show what is missing for a move: skill by skill, with what each takes from readiness."""
    start, (role, aim) = start_and_target(catalogue, ends, have, rung)
    return gap_report(
        catalogue, core.gap(catalogue, start, role, aim, country), together(have), why, full
    )
