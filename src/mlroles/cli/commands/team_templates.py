"""The command `team templates`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import documents
from mlroles.cli.options import Full, Parts
from mlroles.core.catalogue import Catalogue
from mlroles.core.teams.scope import template_named
from mlroles.present.page.report import Report
from mlroles.present.teams.templates import template_report, templates_report

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[TEMPLATE]", help="Show all of this one.", autocompletion=complete.teams
    ),
]


@documents
def templates(
    catalogue: Catalogue, name: Name = None, full: Full = False, section: Parts = None
) -> Report:
    """List the team templates, or show one."""
    if name is None:
        return templates_report(catalogue, list(catalogue.teams.values()), full)
    return template_report(catalogue, template_named(catalogue, name), full or bool(section))
