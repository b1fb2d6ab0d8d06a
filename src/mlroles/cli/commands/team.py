"""The commands `team check`, `team plan` and `team templates`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.cli.team_input import given_team
from mlroles.core import team_plan
from mlroles.core.catalogue import Catalogue
from mlroles.core.staffing import staffing
from mlroles.core.team_plan import MOST_SEATS
from mlroles.core.team_scope import scope_of, template_named
from mlroles.present.report import Report
from mlroles.present.team_check import team_check_report
from mlroles.present.team_plan import team_plan_report
from mlroles.present.teams import template_report, templates_report

File = Annotated[
    str | None,
    typer.Argument(metavar="[FILE]", help="A team file; - for standard input."),
]
Seats = Annotated[
    str | None,
    typer.Option(
        "--seats",
        metavar="SEATS",
        help="The team in a line instead: role[@rung][:count], parted by spaces.",
    ),
]
Template = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar="TEMPLATE",
        help="Measure against this; see mlroles team templates.",
        autocompletion=complete.teams,
    ),
]
WhatIf = Annotated[
    str | None,
    typer.Option(
        "--what-if",
        metavar="CHANGES",
        help="Show before and after changes such as '+mlops-engineer -data-scientist'.",
    ),
]
Green = Annotated[
    bool, typer.Option("--green", help="Say who brings which skill of the green transition.")
]
Full = Annotated[bool, typer.Option("--full", help="Show every activity, and all of each list.")]
Country = Annotated[
    str | None,
    typer.Option(
        "--country",
        metavar="COUNTRY",
        help="Pay in this country, by its two letters: US, GB …",
        autocompletion=complete.countries,
    ),
]


@answers
def check(
    catalogue: Catalogue,
    file: File = None,
    seats: Seats = None,
    template: Template = None,
    what_if: WhatIf = None,
    green: Green = False,
    full: Full = False,
    country: Country = None,
) -> Report:
    """Check what a team covers, what hangs on one person, what is missing, and whom to hire."""
    team = given_team(catalogue, file, seats)
    found = staffing(catalogue, team, template, what_if, country)
    return team_check_report(catalogue, found, full, green)


Wanted = Annotated[
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


@answers
def plan(
    catalogue: Catalogue,
    template: Wanted,
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


Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[TEMPLATE]", help="Show all of this one.", autocompletion=complete.teams
    ),
]


@answers
def templates(catalogue: Catalogue, name: Name = None) -> Report:
    """List the templates of teams, or show one: seats, who answers for what, and when to grow."""
    if name is None:
        return templates_report(catalogue, list(catalogue.teams.values()))
    return template_report(catalogue, template_named(catalogue, name))
