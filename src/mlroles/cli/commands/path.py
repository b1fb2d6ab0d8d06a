"""The command `path`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import documents
from mlroles.cli.have import Ends, Have, start_and_target
from mlroles.cli.names import roles_at_any_rung
from mlroles.cli.options import AtRung, Country, Full, KeepPay, Why
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.typed import share
from mlroles.core.moves.path import find_path
from mlroles.core.moves.position import rung_typed
from mlroles.present.moves.path import path_report
from mlroles.present.page.report import Report

Via = Annotated[
    list[str] | None,
    typer.Option(
        "--via",
        metavar="ROLE",
        help="Go through this role; repeat or separate by commas.",
        autocompletion=complete.roles,
    ),
]
Avoid = Annotated[
    list[str] | None,
    typer.Option(
        "--avoid",
        metavar="ROLE",
        help="Avoid this role; repeat or separate by commas.",
        autocompletion=complete.roles,
    ),
]
FloorPay = Annotated[float | None, typer.Option("--floor-pay", parser=share, hidden=True)]
Highest = Annotated[
    str | None,
    typer.Option(
        "--highest",
        metavar="RUNG",
        help="Use no level above this one.",
        autocompletion=complete.rungs,
    ),
]


@documents
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
    full: Full = False,
) -> Report:
    """Find the best route to a role, in at most three moves."""
    start, target = start_and_target(catalogue, ends, have, rung)
    passed = roles_at_any_rung(catalogue, via or (), "a path may pass a role at any level")
    avoided = roles_at_any_rung(catalogue, avoid or (), "all levels of a role are avoided")
    found = find_path(
        catalogue,
        start,
        target,
        avoid=avoided,
        via=passed,
        floor=keep_pay or floor_pay,
        highest=rung_typed(catalogue.ladder, highest) if highest else None,
        country=country,
    )
    return path_report(catalogue, found, have or (), why, full)
