"""The command `catalogue`."""

from typing import Annotated

import typer

from mlroles.catalogue.copies import clear_cache, state_of
from mlroles.cli.answer import Where, answers_unloaded
from mlroles.cli.progress import progress_shown
from mlroles.present.catalogue.state import cleared_report, state_report
from mlroles.present.page.report import Report

Clear = Annotated[
    bool, typer.Option("--clear-cache", help="Remove the compiled copies of all catalogues.")
]


@answers_unloaded
def catalogue(where: Where, clear: Clear = False) -> Report:
    """Show what is loaded."""
    if clear:
        return cleared_report(clear_cache())
    with progress_shown() as progress:
        return state_report(state_of(where, progress))
