"""The command `show`."""

from time import strftime
from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import documents
from mlroles.cli.names import entries_at_one_rung
from mlroles.cli.options import AtRung, Full, Parts, split
from mlroles.core.catalogue import Catalogue
from mlroles.present.page.report import Report
from mlroles.present.roles.show import entries_report

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME...", help="Roles or skills, by any name.", autocompletion=complete.entries
    ),
]
Origins = Annotated[
    bool,
    typer.Option("--sources", help="Show the source and age of every field."),
]


@documents
def show(
    catalogue: Catalogue,
    names: Names,
    section: Parts = None,
    rung: AtRung = None,
    full: Full = False,
    sources: Origins = False,
) -> Report:
    """Show a role or a skill, or several."""
    entries, at = entries_at_one_rung(catalogue, names, rung)
    chosen = split(section)
    if sources:
        from mlroles.present.roles.origins import origins_report  # few ask for it

        fields = [name.replace("-", "_") for name in chosen]
        return origins_report(catalogue, entries, strftime("%Y-%m-%d"), fields, at)
    return entries_report(catalogue, entries, full or bool(chosen), at)
