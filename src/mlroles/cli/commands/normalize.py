"""The command `normalize`."""

from typing import Annotated

import typer

from mlroles.cli.answer import answers
from mlroles.cli.titles import titles_typed
from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.normalise import Normaliser
from mlroles.core.model.typed import share
from mlroles.present.finding.normalised import normalised_report
from mlroles.present.page.report import Report

File = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]",
        help="A title, or a file: a title a line, CSV, TSV or JSON; - for stdin.",
    ),
]
ColumnName = Annotated[
    str | None,
    typer.Option(
        "--column",
        metavar="NAME",
        help="The column or key with the titles.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", help="How the file is encoded, such as cp1252; else UTF-8."
    ),
]
Top = Annotated[
    int, typer.Option("--top", min=1, metavar="N", help="Give up to N matches for each title.")
]
Threshold = Annotated[
    float | None,
    typer.Option(
        "--threshold",
        metavar="SCORE",
        parser=share,
        help="Accept matches from this score up.",
    ),
]


@answers
def normalize(
    catalogue: Catalogue,
    file: File = None,
    column: ColumnName = None,
    encoding: Encoding = None,
    top: Top = 3,
    threshold: Threshold = None,
) -> Report:
    """Match job titles to roles."""
    normalise = Normaliser(catalogue.index, top, threshold, catalogue.ladder)
    titles = titles_typed(file or (), column, encoding)
    found = ((row.fields, normalise(row.title)) for row in titles.rows)
    return normalised_report(titles.columns, titles.titled, found)
