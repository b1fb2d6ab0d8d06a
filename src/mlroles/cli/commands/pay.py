"""The command `pay`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.cli.names import roles_at_one_rung
from mlroles.cli.options import AtRung, Country
from mlroles.core.catalogue import Catalogue
from mlroles.core.pay.figures import pay_of
from mlroles.present.page.report import Report
from mlroles.present.pay.pay import pay_report

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="ROLE...",
        help="One role, or several to compare.",
        autocompletion=complete.positions,
    ),
]


@answers
def pay(catalogue: Catalogue, names: Names, country: Country = None, rung: AtRung = None) -> Report:
    """Show pay by level, with sample size and source."""
    roles, at = roles_at_one_rung(catalogue, names, rung)
    return pay_report(catalogue, pay_of(catalogue, roles, country, at), at)
