"""The command `path`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.cli.have import Ends, Have, Why, start_and_target
from mlroles.cli.options import Country
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.path import find_path
from mlroles.present.moves.path import path_report
from mlroles.present.page.report import Report

Via = Annotated[
    list[str] | None,
    typer.Option(
        "--via",
        metavar="ROLE",
        help="Pass this role; may be repeated.",
        autocompletion=complete.roles,
    ),
]
Avoid = Annotated[
    list[str] | None,
    typer.Option(
        "--avoid",
        metavar="ROLE",
        help="Never stop at this role; may be repeated.",
        autocompletion=complete.roles,
    ),
]
FloorPay = Annotated[
    float | None,
    typer.Option(
        "--floor-pay",
        metavar="SHARE",
        min=0,
        help="Never be paid less than this share of now, such as 0.9.",
    ),
]
Highest = Annotated[Rung | None, typer.Option("--highest", help="Stop at no rung above this one.")]


@answers
def path(
    catalogue: Catalogue,
    ends: Ends,
    have: Have = None,
    via: Via = None,
    avoid: Avoid = None,
    floor_pay: FloorPay = None,
    highest: Highest = None,
    country: Country = None,
    why: Why = False,
) -> Report:
    """Find the easiest way to a role in at most three moves, and what is learned on it."""
    start, target = start_and_target(catalogue, ends, have)
    passed = [catalogue.role(name) for name in via or ()]
    avoided = [catalogue.role(name) for name in avoid or ()]
    found = find_path(catalogue, start, target, avoided, passed, floor_pay, highest, country)
    return path_report(catalogue, found, have, why)
