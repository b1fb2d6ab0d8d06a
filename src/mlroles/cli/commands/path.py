"""The command `path`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import documents
from mlroles.cli.have import Ends, Have, Why, start_and_target
from mlroles.cli.options import Country, Full, KeepPay, split
from mlroles.core.catalogue import Catalogue
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
        help="Stop at this role; repeat or separate by commas.",
        autocompletion=complete.roles,
    ),
]
Avoid = Annotated[
    list[str] | None,
    typer.Option(
        "--avoid",
        metavar="ROLE",
        help="Do not stop at this role; repeat or separate by commas.",
        autocompletion=complete.roles,
    ),
]
Highest = Annotated[
    Rung | None,
    typer.Option(
        "--highest", metavar="RUNG", parser=rung_typed, help="Use no level above this one."
    ),
]


@documents
def path(
    catalogue: Catalogue,
    ends: Ends,
    have: Have = None,
    via: Via = None,
    avoid: Avoid = None,
    keep_pay: KeepPay = None,
    highest: Highest = None,
    country: Country = None,
    why: Why = False,
    full: Full = False,
) -> Report:
    """Find the easiest way to a role in at most three moves, and what is learned on it."""
    start, target = start_and_target(catalogue, ends, have)
    passed = [catalogue.role(name) for name in split(via)]
    avoided = [catalogue.role(name) for name in split(avoid)]
    found = find_path(catalogue, start, target, avoided, passed, keep_pay, highest, country)
    return path_report(catalogue, found, have or (), why, full)
