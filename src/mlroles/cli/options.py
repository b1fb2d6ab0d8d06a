"""Options that several commands share."""

from typing import Annotated

import typer

from mlroles.cli import complete

Country = Annotated[
    str | None,
    typer.Option(
        "--country",
        metavar="COUNTRY",
        help="Pay in this country, by its two letters: US, GB …",
        autocompletion=complete.countries,
    ),
]
Families = Annotated[
    list[str] | None,
    typer.Option(
        "--family",
        metavar="FAMILY",
        help="Roles of this family; see mlroles list families.",
        autocompletion=complete.families,
    ),
]
