"""The command `decode`."""

from typing import Annotated, Literal

import typer

from mlroles.cli.adverts import Asked, Texts, report_on
from mlroles.cli.answer import documents
from mlroles.cli.commands.normalize import Encoding
from mlroles.cli.have import Have, skills_held
from mlroles.cli.options import Full, Why
from mlroles.core.catalogue import Catalogue
from mlroles.present.page.report import Report

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="Text, web page, Word, PDF, CSV, JSONL; a folder; - for stdin.",
    ),
]
Title = Annotated[
    str | None, typer.Option("--title", metavar="TITLE", help="The title of the advert.")
]
As = Annotated[
    Literal["advert", "cv"] | None,
    typer.Option("--as", metavar="KIND", help="advert or cv, if it is taken for the wrong one."),
]
ColumnName = Annotated[
    str | None,
    typer.Option("--column", metavar="NAME", help="The column or key with the texts."),
]
Highlight = Annotated[
    bool, typer.Option("--highlight", help="Show the text with its evidence marked.")
]
Together = Annotated[
    bool,
    typer.Option("--summary", help="Count roles, skills and unknown terms over all."),
]


@documents
def decode(
    catalogue: Catalogue,
    files: Files = None,
    title: Title = None,
    kind: As = None,
    have: Have = None,
    column: ColumnName = None,
    encoding: Encoding = None,
    summary: Together = False,
    highlight: Highlight = False,
    why: Why = False,
    full: Full = False,
) -> Report:
    """Say what job an advert really is; read a CV."""
    texts = Texts(files or ["-"], column, encoding)
    held = skills_held(catalogue, have) if have else None
    asked = Asked(title, kind, held, have or (), summary, highlight, why, full)
    return report_on(catalogue, texts, asked)
