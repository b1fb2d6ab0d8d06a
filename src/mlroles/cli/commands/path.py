"""The command `path`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.cli.have import Ends, Have, Why, start_and_target, together
from mlroles.cli.names import roles_at_any_rung
from mlroles.cli.options import AtRung, Country, KeepPay, split
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.typed import share
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.path import find_path
from mlroles.core.moves.position import rung_typed
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
FloorPay = Annotated[float | None, typer.Option("--floor-pay", parser=share, hidden=True)]
Highest = Annotated[
    Rung | None,
    typer.Option(
        "--highest", metavar="RUNG", parser=rung_typed, help="Use no level above this one."
    ),
]


@answers
def path(
    catalogue: Catalogue,
    ends: Ends,
    have: Have = None,
    via: Via = None,
    avoid: Avoid = None,
    rung: AtRung = None,
    keep_pay: KeepPay = None,
    floor_pay: FloorPay = None,
    highest: Highest = None,
    country: Country = None,
    why: Why = False,
) -> Report:
    """Find the easiest way to a role in at most three moves, and what is learned on it."""
    held = together(have) if have else None
    start, target = start_and_target(catalogue, ends, held, rung)
    passed = roles_at_any_rung(catalogue, split(via), "a path passes a role, not a level of it")
    avoided = roles_at_any_rung(catalogue, split(avoid), "a path avoids all levels of a role")
    kept = floor_pay if keep_pay is None else keep_pay
    found = find_path(catalogue, start, target, avoided, passed, kept, highest, country)
    return path_report(catalogue, found, held, why)
