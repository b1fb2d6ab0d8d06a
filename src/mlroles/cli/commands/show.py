"""The command `show`."""

from time import strftime
from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Rung
from mlroles.present.page.report import Report
from mlroles.present.roles.show import entries_report

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME...", help="Roles or skills, by any name.", autocompletion=complete.entries
    ),
]
Sections = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        metavar="SECTION",
        help="Only this part, in full: lifecycle, responsibilities, skills, tools, handoffs,"
        " levels, entry, pay, codes, sources …",
        autocompletion=complete.sections,
    ),
]
Level = Annotated[Rung | None, typer.Option("--level", help="Speak of this rung only.")]

Origins = Annotated[
    bool,
    typer.Option("--sources", help="Say of each field where it comes from, and how old it is."),
]


@answers
def show(
    catalogue: Catalogue,
    names: Names,
    section: Sections = None,
    level: Level = None,
    sources: Origins = False,
) -> Report:
    """Show all about a role or a skill, or about several."""
    entries = [catalogue.entry(name) for name in names]
    if sources:
        from mlroles.present.roles.origins import origins_report  # few ask for it

        today = strftime("%Y-%m-%d")
        return origins_report(catalogue, entries, today, section or (), level)
    return entries_report(catalogue, entries, section or (), level)
