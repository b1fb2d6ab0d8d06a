"""The command `compare`."""

from typing import Annotated, Literal

import typer

from mlroles.cli import complete
from mlroles.cli.answer import documents
from mlroles.cli.names import roles_at_one_rung
from mlroles.cli.options import AtRung, Parts
from mlroles.core.catalogue import Catalogue
from mlroles.core.roles import comparison
from mlroles.present.page.report import Report
from mlroles.present.roles.comparison import comparison_report

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="ROLE ROLE...", help="Two or more roles.", autocompletion=complete.positions
    ),
]
Only = Annotated[
    Literal["differences"] | None,
    typer.Option("--only", case_sensitive=False, help="Leave out what all have in common."),
]
Full = Annotated[bool, typer.Option("--full", help="List every skill.")]


@documents
def compare(
    catalogue: Catalogue,
    names: Names,
    only: Only = None,
    full: Full = False,
    rung: AtRung = None,
    section: Parts = None,
) -> Report:
    """Compare two or more roles side by side."""
    roles, at = roles_at_one_rung(catalogue, names, rung)
    found = comparison.compare(catalogue, roles, at)
    found = comparison.differences(found) if only else found
    return comparison_report(catalogue, found, full or bool(section))
