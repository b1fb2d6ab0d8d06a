"""Options that several commands share, and what is typed for them."""

from collections.abc import Sequence
from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.table import PANEL
from mlroles.core.model.typed import amount, country, share
from mlroles.render.formats import Format


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
        envvar="MLROLES_COUNTRY",
        show_envvar=False,
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
    str | None,
    typer.Option(
        "--rung",
        "--level",
        metavar="RUNG",
        help="The level of seniority: junior, mid, senior or lead.",
        autocompletion=complete.rungs,
    ),
]
Why = Annotated[bool, typer.Option("--why", help="Show the calculation.")]
Full = Annotated[bool, typer.Option("--full", help="Show everything.")]
Parts = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        metavar="NAME",
        help="Show only this section.",
        autocompletion=complete.sections,
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


def shared_options(
    context: typer.Context,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table, plain, json, jsonl, csv, tsv, markdown or html; a graph also mermaid, dot"
            " or svg.",
            rich_help_panel=PANEL,
        ),
    ] = "auto",
    json: Annotated[
        bool, typer.Option("--json", help="The same as --format json.", rich_help_panel=PANEL)
    ] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE; its extension sets the format.",
            rich_help_panel=PANEL,
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Overwrite FILE.", rich_help_panel=PANEL),
    ] = False,
    color: Annotated[
        bool | None,
        typer.Option("--color/--no-color", help="Turn colour on or off.", rich_help_panel=PANEL),
    ] = None,
    pager: Annotated[
        bool,
        typer.Option(
            "--pager/--no-pager",
            help="Page what is longer than the terminal.",
            rich_help_panel=PANEL,
        ),
    ] = True,
    fields: Annotated[
        list[str] | None,
        typer.Option(
            "--fields",
            metavar="FIELDS",
            help="Keep these JSON fields or columns, such as id,pay.median.",
            rich_help_panel=PANEL,
        ),
    ] = None,
    raw: Annotated[
        bool,
        typer.Option(
            "--raw",
            help="Leave csv and tsv as they are: no apostrophe before what looks like a formula.",
            rich_help_panel=PANEL,
        ),
    ] = False,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            metavar="NAME",
            help="Show only this section.",
            autocompletion=complete.sections,
        ),
    ] = None,
    catalogue: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="Use this catalogue; repeat to layer several. Also MLROLES_CATALOGUE.",
            rich_help_panel=PANEL,
        ),
    ] = None,
) -> None:
    """Hold the options that every command has; only its signature is used."""
