"""The commands `profile new` and `profile check`."""

from typing import Annotated

import typer

from mlroles.catalogue.load import load
from mlroles.catalogue.text.profile_file import read_profile
from mlroles.cli import complete
from mlroles.cli.answer import Where, documents, writes
from mlroles.cli.names import position_typed
from mlroles.core.catalogue import Catalogue
from mlroles.present.moves.profile import new_profile, profile_report
from mlroles.present.page.report import Report

Like = Annotated[
    str | None,
    typer.Argument(
        metavar="[ROLE]",
        help="Start from the skills of a ROLE or ROLE@RUNG.",
        autocompletion=complete.positions,
    ),
]
Given = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help="A profile, a JSON Resume, a list, or - for standard input."
    ),
]


@writes
def new(where: Where, like: Like = None) -> str:
    """Write a profile to fill in, with comments."""
    catalogue = load(where)
    return new_profile(catalogue.ladder, *(position_typed(catalogue, like) if like else ()))


@documents
def check(catalogue: Catalogue, given: Given) -> Report:
    """Show what is understood of your profile."""
    return profile_report(catalogue, read_profile(catalogue, given), given)
