"""The table of formats: what each is called, which module makes it, and what files end with."""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Literal, NamedTuple

from mlroles.present.page.report import Report

Format = Literal[
    "auto",
    "table",
    "plain",
    "tsv",
    "json",
    "jsonl",
    "csv",
    "markdown",
    "html",
    "yaml",
    "mermaid",
    "dot",
    "svg",
]


class Surface(NamedTuple):
    """What a text is drawn on."""

    width: int = 80
    """Columns; matters to the table alone."""
    colour: bool = False
    many_colours: bool = True
    """Whether there are 256 colours; with fewer, none is used, and headings are bold."""
    links: bool = False
    """Whether names may lead to pages of the web."""
    next_step: bool = False
    """Whether a person sits there who may like to know what to do next."""
    arguments: Sequence[str] = ()
    """What was typed behind the program's name."""


MODULES = {
    "table": "terminal",
    "plain": "delimited",
    "tsv": "delimited",
    "csv": "delimited",
    "json": "json_text",
    "jsonl": "json_text",
}
"""Format -> the module beside this one that makes it, if not the one of the format's name.

The function that makes it has the format's name.
"""

ENDINGS: dict[str, Format] = {
    ".csv": "csv",
    ".dot": "dot",
    ".gv": "dot",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".mmd": "mermaid",
    ".svg": "svg",
    ".tsv": "tsv",
    ".txt": "table",
    ".yaml": "yaml",
    ".yml": "yaml",
}
"""File ending -> the format that it stands for."""

ROW_FORMATS = frozenset({"plain", "tsv", "csv"})
"""The formats that hold rows of one shape."""

SPREADSHEET_FORMATS = frozenset({"tsv", "csv"})
"""The formats that people open in a spreadsheet."""

PAGE_FORMATS = frozenset({"table", "markdown", "html"})
"""The formats that are read, made of the report's pages."""

GRAPH_FORMATS = frozenset({"mermaid", "dot", "svg"})
"""The formats of an answer that holds a graph; there is no other that they could write."""


def render(report: Report, format: str, surface: Surface) -> str:
    """The text of a report in a format (other than auto), ending in a line break or empty."""
    return "".join(pieces(report, format, surface))


def pieces(report: Report, format: str, surface: Surface) -> Iterable[str]:
    """The text of a report in pieces: one for each of its records, where it is one that streams.

    Formats that are read or drawn have nothing to show where nothing was found.
    """
    if report.nothing_found and format in PAGE_FORMATS | GRAPH_FORMATS:
        return []
    # Only the module of the format that is asked for is loaded.
    module = import_module(f"mlroles.render.{MODULES.get(format, format)}")
    made: str | Iterator[str] = getattr(module, format)(report, surface)
    return [made] if isinstance(made, str) else made
