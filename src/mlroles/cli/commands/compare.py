"""The command `compare`."""

from typing import Annotated, Literal

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Rung
from mlroles.core.roles import comparison
from mlroles.present.page.report import Report
from mlroles.present.roles.comparison import comparison_report

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="ROLE ROLE...", help="Two or more roles.", autocompletion=complete.roles
    ),
]
Only = Annotated[
    Literal["differences"] | None,
    typer.Option("--only", help="Leave out what is the same for all."),
]
Full = Annotated[
    bool, typer.Option("--full", help="Give every skill a row, not only those that weigh most.")
]
Level = Annotated[Rung, typer.Option("--level", help="The rung that scores are measured at.")]


@answers
def compare(
    catalogue: Catalogue,
    names: Names,
    only: Only = None,
    full: Full = False,
    level: Level = "mid",
) -> Report:
    """Compare roles side by side: what they share, what not, and how ready one is for another."""
    found = comparison.compare(catalogue, [catalogue.role(name) for name in names], level)
    return comparison_report(catalogue, comparison.differences(found) if only else found, full)
