"""The command `team plan`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import documents
from mlroles.cli.options import Budget, Country, JuniorShare, Parts
from mlroles.cli.team_input import team_to_start_from
from mlroles.core.catalogue import Catalogue
from mlroles.core.teams import plan as team_plan
from mlroles.core.teams.nearest import scope_for
from mlroles.present.page.report import Report
from mlroles.present.teams.plan import team_plan_report
from mlroles.present.teams.templates import templates_report

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[TEMPLATE]",
        help="What the team is for; without it the templates are listed.",
        autocompletion=complete.teams,
    ),
]
Template = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar="TEMPLATE",
        help="The template, as an option.",
        autocompletion=complete.teams,
    ),
]
TeamOf = Annotated[
    str | None,
    typer.Option(
        "--team",
        metavar="FILE",
        help="Start from the people in this team file; - for standard input.",
    ),
]
Most = Annotated[int | None, typer.Option("--max", metavar="N", help="Plan for at most N people.")]
Full = Annotated[bool, typer.Option("--full", help="Show all that each person answers for.")]


@documents
def plan(
    catalogue: Catalogue,
    name: Name = None,
    template: Template = None,
    team: TeamOf = None,
    most: Most = None,
    budget: Budget = None,
    country: Country = None,
    junior_share: JuniorShare = None,
    full: Full = False,
    section: Parts = None,
) -> Report:
    """Plan whom to hire, for a purpose or within a budget."""
    if not (name or template or team):
        return templates_report(catalogue, list(catalogue.teams.values()))
    file, people = team_to_start_from(catalogue, team)
    scope, _ = scope_for(catalogue, file, people, name or template)
    found = team_plan.plan(catalogue, scope, most, budget, country, junior_share or 0, people)
    return team_plan_report(catalogue, found, full or bool(section))
