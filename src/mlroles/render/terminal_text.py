"""Texts and their tones on a terminal, and the measures that all of a page keeps to."""

import re

from rich.style import Style
from rich.text import Text

from mlroles.present.page.blocks import Bar, Cell, Meter, Tone, Toned

MEASURE = 100
"""The most columns that a line of prose takes."""
INDENT = 2
GAP = 2
NBSP = "\N{NO-BREAK SPACE}"
"""A space at which no line is broken; it is written as a plain one."""
_BREAKS = str.maketrans("\t\n\r", "   ")

STYLES: dict[Tone, str] = {  # legible on white and on black
    "plain": "",
    "strong": "bold",
    "dim": "dim",
    "accent": "",
    "good": "green",
    "fair": "magenta",
    "poor": "red",
}


def cell_text(cell: Cell, width: int) -> Text:
    """A cell of a table in its tone; a bar takes all of the width."""
    match cell:
        case str():
            return one_line(cell)
        case Toned():
            text = one_line(cell.text, STYLES[cell.tone])
            if cell.link:
                text.stylize(Style(link=cell.link))
            return text
        case Bar() | Meter():
            return one_line(cell.drawn(width), STYLES["accent"])


def one_line(text: str, style: str = "") -> Text:
    """A text on one line as far as there is room; breaks of its own are spaces."""
    return Text(text.translate(_BREAKS), style=style)


def unbroken(text: str, width: int) -> str:
    """A row of short texts, two spaces or more apart, of which none is broken that fits a line."""
    pieces = re.split("( {2,})", text)
    whole = len(pieces) > 1
    return "".join(
        piece.replace(" ", NBSP) if whole and len(piece) <= width and piece.strip() else piece
        for piece in pieces
    )
