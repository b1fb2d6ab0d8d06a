"""The command `gap`."""

from mlroles.cli.answer import documents
from mlroles.cli.have import Ends, Have, start_and_target
from mlroles.cli.options import AtRung, Country, Full, Why
from mlroles.core.catalogue import Catalogue
from mlroles.core.moves import gap as core
from mlroles.present.moves.gap import gap_report
from mlroles.present.page.report import Report


@documents
def gap(
    catalogue: Catalogue,
    ends: Ends,
    have: Have = None,
    rung: AtRung = None,
    why: Why = False,
    full: Full = False,
    country: Country = None,
) -> Report:
    """Show what is missing for a move, skill by skill."""
    start, (role, aim) = start_and_target(catalogue, ends, have, rung)
    return gap_report(
        catalogue, core.gap(catalogue, start, role, aim, country), have or (), why, full
    )
