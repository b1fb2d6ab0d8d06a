"""The command `team plan`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.cli.options import Country
from mlroles.core.catalogue import Catalogue
from mlroles.core.teams import plan as team_plan
from mlroles.core.teams.plan import MOST_SEATS
from mlroles.core.teams.scope import scope_of, template_named
from mlroles.present.page.report import Report
from mlroles.present.teams.plan import team_plan_report

Template = Annotated[
    str,
    typer.Option(
        "--template",
        metavar="TEMPLATE",
        help="Cover what this asks for; see mlroles team templates.",
        autocompletion=complete.teams,
    ),
]
Most = Annotated[int, typer.Option("--max", metavar="SEATS", help="At most so many seats.")]
Budget = Annotated[
    int | None,
    typer.Option("--budget", metavar="AMOUNT", help="At most this a year, by median pay."),
]
JuniorShare = Annotated[
    float,
    typer.Option(
        "--junior-share",
        metavar="SHARE",
        help="This share of the seats for juniors, each with somebody to learn from.",
    ),
]


Full = Annotated[bool, typer.Option("--full", help="Name all that each seat answers for.")]


@answers
def plan(
    catalogue: Catalogue,
    template: Template,
    most: Most = MOST_SEATS,
    budget: Budget = None,
    country: Country = None,
    junior_share: JuniorShare = 0.0,
    full: Full = False,
) -> Report:
    """Plan the smallest team that covers what a template asks for, or what a budget allows."""
    scope = scope_of(catalogue, template_named(catalogue, template))
    found = team_plan.plan(catalogue, scope, most, budget, country, junior_share)
    return team_plan_report(catalogue, found, full)
