"""Texts and their tones on a terminal, and the measures that all of a page keeps to."""

import re

from rich.style import Style
from rich.text import Text

from mlroles.present.page.blocks import Bar, Cell, Meter, Tone, Toned, Words

MEASURE = 100
"""The most columns that a line of prose takes."""
INDENT = 2
GAP = 2
UNBROKEN = "\ue000"
"""A space at which no line is broken: Rich breaks at a no-break space, but not at this."""
_BREAKS = str.maketrans("\t\n\r\N{NO-BREAK SPACE}", f"   {UNBROKEN}")

STYLES: dict[Tone, str] = {
    "plain": "",
    "strong": "bold",
    "dim": "color(243)",
    "accent": "",
    "good": "color(29)",
    "fair": "color(163)",
    "poor": "color(131)",
}
"""The colours stand out by 4.5 to 1 from white as well as from black.

The first sixteen, and what a terminal takes for faint, differ from palette to palette, and none of
them is legible on both grounds in all.
"""
DIM = STYLES["dim"]


def cell_text(cell: Cell | Words, width: int) -> Text:
    """A cell of a table in its tone, or the pieces of a text; a bar takes all of the width."""
    match cell:
        case tuple():
            return Text().join(cell_text(piece, width) for piece in cell)
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
        piece.replace(" ", UNBROKEN) if whole and len(piece) <= width and piece.strip() else piece
        for piece in pieces
    )
