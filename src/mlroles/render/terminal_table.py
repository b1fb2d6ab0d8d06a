"""A table as a person reads it on a terminal: how wide its columns are, and its lines."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from mlroles.present.page.blocks import Cell, Column, Table
from mlroles.render.terminal_text import DIM, GAP, INDENT, MEASURE, cell_text, one_line

BAR_WIDTHS = (16, 44)
"""The columns that a bar takes: as many as there are room for."""
LEAST_BAR = 10
"""The columns under which a bar is not drawn at all."""
LEAST_CUT = 16
"""The columns that a text which may be cut has at least."""
NARROW = 60
"""The width under which an entry takes two lines, if its name alone would take as many."""


def drawn_table(block: Table, width: int, title: str = "") -> RenderableType:
    """A table within a width; below a title its rows are indented.

    The title stands in the line of the headings, where it fits above the first column.
    """
    indent = INDENT if title else 0
    above = [one_line(title.upper(), "bold")] if title else []
    block = _without_optional(block, width - indent)
    if breaks_words(block, width - indent) or _breaks_names(block, width - indent):
        lines = _stacked(block, width - indent)
        left = len(lines[0].plain) - len(lines[0].plain.lstrip()) + indent
        if above and not block.columns[0].title and cell_len(title) + GAP <= left:
            above[0] += lines.pop(0)[cell_len(title) - indent :]
        return Group(*above, Padding(Group(*lines), (0, 0, 0, indent)))
    widths = _column_widths(block, width - indent)
    columns = list(zip(block.columns, widths, strict=True))
    headings = [one_line(_heading(column, its_width), DIM) for column, its_width in columns]
    headed = any(heading.plain.strip() for heading in headings)
    rows = [
        [_cell(cell, *pair) for cell, pair in zip(row, columns, strict=True)] for row in block.rows
    ]
    cells = [cell for row in (headings, *rows) for cell in zip(row, widths, strict=True)]
    fits = headed and not headings[0].plain and cell_len(title) <= widths[0] + indent
    if any(cell.cell_len > its_width for cell, its_width in cells):
        if above and fits:
            headings[0], above = above[0], []
        return Group(*above, _wrapped(headings if headed else [], rows, columns, indent))
    if above and fits:
        wider = [(columns[0][0], widths[0] + indent), *columns[1:]]
        head = _fitting([[*above, *headings[1:]]], wider)
        return Group(head, Padding(_fitting(rows, columns), (0, 0, 0, indent)))
    drawn: RenderableType = _fitting([headings, *rows] if headed else rows, columns)
    return Group(*above, Padding(drawn, (0, 0, 0, indent)))


def _cell(cell: Cell, column: Column, width: int) -> Text:
    text = cell_text(cell, width)
    if column.cut:
        text.truncate(width, overflow="ellipsis")
    return text


def breaks_words(block: Table, width: int) -> bool:
    """Whether a table does not fit into a width, even if its cells are wrapped between words."""
    return sum(_longest_words(block)) + GAP * (len(block.columns) - 1) > width


def _breaks_names(block: Table, width: int) -> bool:
    """Whether a narrow table breaks most names; what stands in its last column is prose."""
    if width >= NARROW:
        return False
    widths = _column_widths(block, width)
    broken = [
        any(
            cell_text(cell, 0).cell_len > its_width
            for cell, its_width in zip(row[:-1], widths[:-1], strict=True)
        )
        for row in block.rows
    ]
    return 2 * sum(broken) > len(broken)


def _without_optional(block: Table, width: int) -> Table:
    """Where there is no room, optional columns are left out, then bars: numbers say the same."""
    optional = [i for i, column in enumerate(block.columns) if column.optional]
    bars = [i for i, column in enumerate(block.columns) if column.ends and not column.optional]
    gone: set[int] = set()
    shown = block
    for position in (*reversed(optional), *reversed(bars)):
        if not breaks_words(shown, width) and not _breaks_names(shown, width):
            break
        gone.add(position)
        kept = [i for i in range(len(block.columns)) if i not in gone]
        columns = tuple(block.columns[i] for i in kept)
        rows = tuple(tuple(row[i] for i in kept) for row in block.rows)
        shown = Table(columns=columns, rows=rows)
    return shown


def _stacked(block: Table, width: int) -> list[Text]:
    """Rows of two lines: the first cell, and below it the others, which are cut where they may be.

    The headings are a legend. Cells stand below each other if they fit into the width.
    """
    room = max(1, width - INDENT)
    others = block.columns[1:]
    cells = [[cell_text(cell, 0) for cell in row] for row in block.rows]
    headings = [one_line(column.title, DIM) for column in block.columns]
    texts = _texts(Table(columns=block.columns, rows=block.rows))
    widths = [max(map(cell_len, column)) for column in texts[1:]]
    for position, column in enumerate(others):
        if column.cut:
            taken = sum(widths) - widths[position] + GAP * (len(widths) - 1)
            widths[position] = max(LEAST_CUT, min(widths[position], room - taken))
    prose = others[-1].align == "left" and sum(widths[:-1]) + GAP * len(widths) < room
    aligned = prose or sum(widths) + GAP * (len(widths) - 1) <= room
    lines: list[Text] = []
    for name, *rest in ([headings] if any(h.plain for h in headings) else []) + cells:
        lines += name.wrap(Console(width=width), width) if name.plain else ()
        for cell, column, its_width in zip(rest, others, widths, strict=True):
            if column.cut:
                cell.truncate(its_width, overflow="ellipsis")
            if aligned and (column is not others[-1] or column.align != "left"):
                cell.align(column.align, its_width)
        told = [cell for cell in rest if aligned or cell.plain.strip()]
        line = Text(" " * GAP).join(told)
        line.rstrip()
        if line.plain:
            lines += [Text(" " * INDENT) + part for part in line.wrap(Console(width=room), room)]
    return lines


def _wrapped(
    headings: Sequence[Text],
    rows: Sequence[Sequence[Text]],
    columns: Sequence[tuple[Column, int]],
    indent: int,
) -> Grid:
    """Rows in which some cells take several lines, indented below their headings."""
    grid = Grid(box=None, show_header=bool(headings), padding=(0, GAP, 0, 0), pad_edge=False)
    for position, (column, its_width) in enumerate(columns):
        heading = headings[position] if headings else ""
        its_width += 0 if position else indent
        grid.add_column(
            heading, width=its_width, justify=column.align, overflow="fold", vertical="top"
        )
    for first, *others in rows:
        grid.add_row(Padding(first, (0, 0, 0, indent)), *others)
    return grid


def _fitting(rows: list[list[Text]], columns: list[tuple[Column, int]]) -> Text:
    """Rows in which nothing has to be broken, as lines: Rich takes long to lay out a grid."""
    lines = []
    for row in rows:
        for cell, (column, its_width) in zip(row, columns, strict=True):
            cell.align(column.align, its_width)
        lines.append(Text(" " * GAP).join(row))
    return Text("\n", no_wrap=True, overflow="ignore").join(lines)


def _heading(column: Column, width: int) -> str:
    if column.ends is None:
        return column.title
    left, right = column.ends
    gap = width - cell_len(left) - cell_len(right)
    return left + " " * gap + right if gap > 0 else left


def _column_widths(block: Table, width: int) -> list[int]:
    """The widths of a table's columns: what they hold or, where that is too much, less.

    Texts that may be cut give way first, then the widest: down to its least width, then to what
    must be kept on a line, then to its longest word.
    """
    texts = _texts(block)
    held = [
        min(max(map(cell_len, cells)), column.most_width or MEASURE)
        for cells, column in zip(texts, block.columns, strict=True)
    ]
    words = _longest_words(block)
    kept = [
        BAR_WIDTHS[0] if column.ends else held[i] if column.keep else words[i]
        for i, column in enumerate(block.columns)
    ]
    least = [max(column.least_width, kept[i]) for i, column in enumerate(block.columns)]
    widths = [
        min(MEASURE - INDENT, max(held[i], column.least_width))
        for i, column in enumerate(block.columns)
    ]
    available = width - GAP * (len(widths) - 1)
    cut_first = [words[i] if column.cut else widths[i] for i, column in enumerate(block.columns)]
    for floors in (cut_first, least, kept, words):
        while sum(widths) > available:
            wide = [i for i, its_width in enumerate(widths) if its_width > floors[i]]
            if not wide:
                break
            widths[max(wide, key=lambda i: widths[i])] -= 1
    return widths


def _longest_words(block: Table) -> list[int]:
    """The width below which a column breaks a word, or makes a bar or a cut text too short."""
    return [
        LEAST_BAR
        if column.ends
        else min(LEAST_CUT, max(map(cell_len, texts)))
        if column.cut
        else max(
            column.least_width if column.optional else 0,
            *(cell_len(word) for text in texts for word in text.split(" ")),
        )
        for column, texts in zip(block.columns, _texts(block), strict=True)
    ]


def _texts(block: Table) -> list[list[str]]:
    """What each column holds, its heading first."""
    widest = BAR_WIDTHS[1]
    return [
        [_heading(column, widest), *(cell_text(row[i], widest).plain for row in block.rows)]
        for i, column in enumerate(block.columns)
    ]
