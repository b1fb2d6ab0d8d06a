"""Options that several commands share, and what is typed for them."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.core.model.typed import amount, country, share
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.position import rung_typed


def split(values: Sequence[str] | None) -> tuple[str, ...]:
    """What an option that may be repeated holds, each value taken apart at its commas."""
    return tuple(
        part for value in values or () for part in map(str.strip, value.split(",")) if part
    )


Country = Annotated[
    str | None,
    typer.Option(
        "--country",
        metavar="COUNTRY",
        parser=country,
        help="Pay in this country: US, GB, Germany …",
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
AtRung = Annotated[
    Rung | None,
    typer.Option(
        "--rung",
        "--level",
        metavar="RUNG",
        parser=rung_typed,
        help="The level of seniority: junior, mid, senior or lead.",
        autocompletion=complete.rungs,
    ),
]
Full = Annotated[bool, typer.Option("--full", help="Show everything.")]
Parts = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        metavar="NAME",
        help="Show only this section, in full; csv and tsv write its table.",
    ),
]
PayFloor = Annotated[
    int | None,
    typer.Option(
        "--pay-floor",
        metavar="AMOUNT",
        parser=amount,
        help="Median pay of at least this a year, such as 165k.",
    ),
]
KeepPay = Annotated[
    float | None,
    typer.Option(
        "--keep-pay",
        metavar="SHARE",
        parser=share,
        help="Keep at least this share of current pay, such as 90%.",
    ),
]
Budget = Annotated[
    int | None,
    typer.Option(
        "--budget",
        metavar="AMOUNT",
        parser=amount,
        help="Spend at most this a year on median pay, such as 500k.",
    ),
]
JuniorShare = Annotated[
    float | None,
    typer.Option(
        "--junior-share",
        metavar="SHARE",
        parser=share,
        help="Give at least this share of the seats, such as 40%, to juniors, each with somebody to"
        " learn from.",
    ),
]
