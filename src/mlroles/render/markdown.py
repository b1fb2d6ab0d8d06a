"""A report as Markdown with tables as GitHub reads them."""

import re

from mlroles.present.page.blocks import (
    Bar,
    Block,
    Bullets,
    Cell,
    Fields,
    Graph,
    Lines,
    Meter,
    Page,
    Prose,
    Table,
    Toned,
    Words,
)
from mlroles.present.page.report import Report
from mlroles.render.formats import Surface
from mlroles.render.mermaid import mermaid_lines

BAR_WIDTH = 32
"""The characters that a bar takes."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def markdown(report: Report, _surface: Surface) -> str:
    """The report's pages, one after the other."""
    lines = [line for page in report.pages() for line in _page(page)]
    lines += [_text(f"More: {report.more}")] if report.more else []
    return "\n".join(lines).strip("\n") + "\n" if lines else ""


def _page(page: Page) -> list[str]:
    lines = [f"# {_text(page.title)}", ""] if page.title else []
    for told in filter(None, [page.fact, page.subtitle]):
        lines += [_text(told), ""]
    for section in page.sections:
        if section.title:
            lines += [f"## {_text(section.title)}", ""]
        for block in section.blocks:
            lines += [*_block(block), ""]
        if section.note:
            lines += [_text(_plain(section.note)), ""]
    return lines


def _block(block: Block) -> list[str]:
    match block:
        case Prose():
            return [_text(block.text)]
        case Bullets():
            return [f"- {_text(_plain(item))}" for item in block.items]
        case Lines():
            lines = [_plain(row) for row in block.rows]
            return ["```text", *lines, "```"]
        case Fields():
            return [f"- **{_text(label)}**: {_text(_plain(text))}" for label, text in block.rows]
        case Table():
            marks = {"left": "---", "right": "--:", "center": ":-:"}
            titles = (filter(None, column.ends or [column.title]) for column in block.columns)
            return [
                _row([" – ".join(title) for title in titles]),
                _row([marks[column.align] for column in block.columns], escape=False),
                *(_row(row) for row in block.rows),
            ]
        case Graph():
            return ["```mermaid", *mermaid_lines(block), "```"]


def _row(cells: tuple[Cell, ...] | list[str], escape: bool = True) -> str:
    return f"| {' | '.join(_cell(cell) if escape else str(cell) for cell in cells)} |"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Bar | Meter):
        return f"`{cell.drawn(BAR_WIDTH)}`"
    return _text(_plain(cell))


def _plain(piece: Toned | Words) -> str:
    if isinstance(piece, tuple):
        return "".join(map(_plain, piece))
    return piece if isinstance(piece, str) else piece.text


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
