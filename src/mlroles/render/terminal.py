"""A report as a person reads it on a terminal: the only file that knows Rich."""

from io import StringIO

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from mlroles.present.blocks import (
    Bar,
    Block,
    Bullets,
    Cell,
    Column,
    Fields,
    Graph,
    Lines,
    Page,
    Prose,
    Section,
    Table,
    Tone,
    Toned,
)
from mlroles.present.report import Report
from mlroles.render.formats import Surface
from mlroles.render.tree import Branch, tree

MEASURE = 100
"""The most columns that a line of prose takes."""

INDENT = 2
GAP = 2
_BREAKS = str.maketrans("\t\n\r", "   ")
LABEL_SHARE = 0.35
BAR_WIDTHS = (16, 44)
"""The columns that a bar takes: as many as there are room for."""
LEAST_BAR = 10
"""The columns under which a bar is not drawn at all."""

STYLES: dict[Tone, str] = {
    "plain": "",
    "strong": "bold",
    "dim": "dim",
    "accent": "cyan",
    "good": "green",
    "fair": "yellow",
    "poor": "red",
}


def table(report: Report, surface: Surface) -> str:
    """The report's pages within the surface's width."""
    if report.nothing_found:
        return ""
    width, colour = surface.width, surface.colour
    console = Console(
        file=StringIO(),
        width=width,
        height=25,  # Rich takes a width of 80 on a dumb terminal unless it is given both
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    blocks: list[RenderableType] = []
    for page in report.pages():
        blocks += _page(page, width)
    if report.next_step and surface.next_step:
        blocks += ["", Text(f"next: {report.next_step}", style="dim", overflow="fold")]
    with console.capture() as captured:
        console.print(Group(*blocks))
    lines = captured.get().replace("\N{NO-BREAK SPACE}", " ").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _page(page: Page, width: int) -> list[RenderableType]:
    found: list[RenderableType] = []
    if page.title:
        found += ["", _text(page.title, "bold")]
    if page.subtitle:
        found.append(_text(page.subtitle, "dim"))
    for section in page.sections:
        found += _section(section, width)
    return found


def _section(section: Section, width: int) -> list[RenderableType]:
    found: list[RenderableType] = [""]
    indent = INDENT if section.title else 0
    if section.title:
        found.append(_text(section.title.upper(), "bold cyan"))
    for position, block in enumerate(section.blocks):
        if position:
            found.append("")
        available = width if isinstance(block, Table | Lines) else min(width, MEASURE)
        drawn = _block(block, available - indent)
        found.append(Padding(drawn, (0, max(0, width - available), 0, indent)))
    if section.note:
        found.append(Padding(_text(section.note, "dim"), (0, 0, 0, indent)))
    return found


def _block(block: Block, width: int) -> RenderableType:
    match block:
        case Prose():
            return _text(block.text, STYLES[block.tone])
        case Bullets():
            return _grid([("•", item) for item in block.items], "", width)
        case Fields():
            return _grid(list(block.rows), "dim", width)
        case Table():
            return _table(block, width)
        case Graph():
            return Group(*(_branch(branch, width) for branch in tree(block)))
        case Lines():
            return Group(*(_line(row, width) for row in block.rows))


def _line(pieces: tuple[str | Toned, ...], width: int) -> Text:
    """A line; what does not fit into the width goes on below it, indented."""
    line = Text().join(_cell(piece, 0) for piece in pieces)
    if line.cell_len <= width:
        return line
    room = max(1, width - 2 * INDENT)
    return Text("\n" + " " * 2 * INDENT).join(line.wrap(Console(width=room), room))


def _branch(branch: Branch, width: int) -> Text:
    """One line of a tree, or several: the guide goes on beside a text that has to be broken."""
    text = Text.assemble((branch.text, STYLES[branch.tone]), ("  " + branch.note, "dim"))
    text.rstrip()
    room = max(width - cell_len(branch.guide), width // 3)
    guides = [branch.guide, *[branch.below] * len(text)]
    lines = text.wrap(Console(width=room), room, overflow="fold")
    return Text("\n").join(
        Text(guide, style="dim") + line for guide, line in zip(guides, lines, strict=False)
    )


def _grid(rows: list[tuple[str, str]], style: str, width: int) -> RenderableType:
    """Labels and texts in two columns; the labels take a part of the line at most."""
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    widest = max((cell_len(label) for label, _ in rows), default=0)
    label_width = min(widest, int(width * LABEL_SHARE))
    grid.add_column(width=label_width, overflow="fold", no_wrap=widest <= label_width)
    grid.add_column(overflow="fold")
    for label, text in rows:
        grid.add_row(_text(label, style), _text(text))
    return grid


def _table(block: Table, width: int) -> RenderableType:
    widths = _column_widths(block, width)
    if any(w < LEAST_BAR and c.ends for w, c in zip(widths, block.columns, strict=True)):
        block = _without_bars(block)
        widths = _column_widths(block, width)
    columns = list(zip(block.columns, widths, strict=True))
    headings = [_text(_heading(column, its_width)) for column, its_width in columns]
    headed = any(heading.plain for heading in headings)
    rows = [[_cell(*pair) for pair in zip(row, widths, strict=True)] for row in block.rows]
    cells = [cell for row in (headings, *rows) for cell in zip(row, widths, strict=True)]
    if all(cell.cell_len <= its_width for cell, its_width in cells):
        for heading in headings:
            heading.stylize("dim")
        return _fitting([headings, *rows] if headed else rows, columns)
    grid = Grid(
        box=None, show_header=headed, header_style="dim", padding=(0, GAP, 0, 0), pad_edge=False
    )
    for heading, (column, its_width) in zip(headings, columns, strict=True):
        grid.add_column(
            heading, width=its_width, justify=column.align, overflow="fold", vertical="top"
        )
    for row in rows:
        grid.add_row(*row)
    return grid


def _fitting(rows: list[list[Text]], columns: list[tuple[Column, int]]) -> Text:
    """Rows in which nothing has to be broken, as lines: Rich takes long to lay out a grid."""
    lines = []
    for row in rows:
        for cell, (column, its_width) in zip(row, columns, strict=True):
            cell.align(column.align, its_width)
        lines.append(Text(" " * GAP).join(row))
    return Text("\n", no_wrap=True, overflow="ignore").join(lines)


def _without_bars(block: Table) -> Table:
    """What numbers say already is left out where there is no room to draw it."""
    kept = [position for position, column in enumerate(block.columns) if not column.ends]
    return Table(
        columns=tuple(block.columns[position] for position in kept),
        rows=tuple(tuple(row[position] for position in kept) for row in block.rows),
    )


def _heading(column: Column, width: int) -> str:
    if column.ends is None:
        return column.title
    left, right = column.ends
    gap = width - cell_len(left) - cell_len(right)
    return left + " " * gap + right if gap > 0 else left


def _column_widths(block: Table, width: int) -> list[int]:
    """The widths of a table's columns: what they hold or, where that is too much, less.

    The widest gives way first: down to its least width, then to its longest word, then to the
    longest word below its title, then to a tenth of the line, where words are broken.
    """
    narrowest, widest = BAR_WIDTHS
    texts = [
        [_heading(column, widest), *(_cell(row[position], widest).plain for row in block.rows)]
        for position, column in enumerate(block.columns)
    ]
    held = [
        min(max(map(cell_len, cells)), column.most_width or MEASURE)
        for cells, column in zip(texts, block.columns, strict=True)
    ]
    least = [column.least_width for column in block.columns]
    words = [
        narrowest if column.ends else held[i] if column.keep else _longest_word(texts[i])
        for i, column in enumerate(block.columns)
    ]
    untitled = [min(words[i], max(3, _longest_word(texts[i][1:]))) for i in range(len(words))]
    tenth = [max(1, width // 10)] * len(words)
    widths = [min(MEASURE - INDENT, max(pair)) for pair in zip(held, least, strict=True)]
    available = width - GAP * (len(widths) - 1)
    for floors in (list(map(max, words, least)), words, untitled, tenth):
        while sum(widths) > available:
            wide = [i for i, its_width in enumerate(widths) if its_width > floors[i]]
            if not wide:
                break
            widths[max(wide, key=lambda i: widths[i])] -= 1
    return widths


def _longest_word(texts: list[str]) -> int:
    return max((cell_len(word) for text in texts for word in text.split(" ")), default=0)


def _cell(cell: Cell, width: int) -> Text:
    match cell:
        case str():
            return _text(cell)
        case Toned():
            return _text(cell.text, STYLES[cell.tone])
        case Bar():
            return _text(cell.drawn(width), STYLES["accent"])


def _text(text: str, style: str = "") -> Text:
    """A text on one line as far as there is room; breaks of its own are spaces."""
    return Text(text.translate(_BREAKS), style=style)
