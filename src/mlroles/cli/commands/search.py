"""The command `search`."""

from typing import Annotated, Literal

import typer

from mlroles.cli.answer import answers
from mlroles.cli.options import Why
from mlroles.core.catalogue import Catalogue
from mlroles.core.finding import search as finder
from mlroles.present.finding.search import hits_report
from mlroles.present.page.report import Report

Words = Annotated[list[str], typer.Argument(metavar="WORD...", help="What to look for.")]
Kind = Annotated[
    Literal["role", "skill"] | None, typer.Option("--kind", help="Find only roles or only skills.")
]
Limit = Annotated[
    int, typer.Option("--limit", min=0, help="Show at most N results; 0 for all.", metavar="N")
]


@answers
def search(
    catalogue: Catalogue, words: Words, kind: Kind = None, limit: Limit = 10, why: Why = False
) -> Report:
    """Search roles and skills; misspellings are fine."""
    query = " ".join(words)
    hits, count = finder.search(catalogue.index, query, kind, limit)
    return hits_report(catalogue, query, hits, count, why)
