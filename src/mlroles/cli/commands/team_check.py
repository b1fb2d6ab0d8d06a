"""The command `team check`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import documents
from mlroles.cli.options import Country, Parts
from mlroles.cli.team_input import given_team
from mlroles.core.catalogue import Catalogue
from mlroles.core.teams.assessment import assess
from mlroles.present.page.report import Report
from mlroles.present.teams.check import team_check_report

File = Annotated[
    str | None,
    typer.Argument(metavar="[FILE]", help="A team file; - for standard input."),
]
Seats = Annotated[
    str | None,
    typer.Option(
        "--seats",
        metavar="SEATS",
        help="The team in a line instead: role[@rung][:count], separated by spaces.",
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
        help="Compare before and after, e.g. '+mlops -data-scientist'.",
    ),
]
Green = Annotated[bool, typer.Option("--green", help="Show who has which green skill.")]
Full = Annotated[bool, typer.Option("--full", help="Show every activity and list.")]


@documents
def check(
    catalogue: Catalogue,
    file: File = None,
    seats: Seats = None,
    template: Template = None,
    what_if: WhatIf = None,
    green: Green = False,
    full: Full = False,
    section: Parts = None,
    country: Country = None,
) -> Report:
    """Check what a team covers and who is missing."""
    team = given_team(catalogue, file, seats)
    found = assess(catalogue, team, template, what_if, country, green)
    return team_check_report(catalogue, found, full or bool(section))
