"""The command `pay`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.cli.options import Country
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Rung
from mlroles.core.pay.figures import pay_of
from mlroles.present.page.report import Report
from mlroles.present.pay.pay import pay_report

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="ROLE...", help="One role, or several to compare.", autocompletion=complete.roles
    ),
]
Level = Annotated[Rung | None, typer.Option("--level", help="At this rung only.")]


@answers
def pay(catalogue: Catalogue, names: Names, country: Country = None, level: Level = None) -> Report:
    """Show what a role is paid, by rung, with what the figures rest on."""
    roles = [catalogue.role(name) for name in names]
    return pay_report(catalogue, pay_of(catalogue, roles, country, level), level)
