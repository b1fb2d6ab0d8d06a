"""A table as a person reads it on a terminal: how wide its columns are, and its lines."""

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text

from mlroles.present.page.blocks import Column, Table
from mlroles.render.terminal_text import GAP, INDENT, MEASURE, cell_text, one_line

BAR_WIDTHS = (16, 44)
"""The columns that a bar takes: as many as there are room for."""
LEAST_BAR = 10
"""The columns under which a bar is not drawn at all."""


def drawn_table(block: Table, width: int) -> RenderableType:
    """A table within a width."""
    widths = _column_widths(block, width)
    if any(w < LEAST_BAR and c.ends for w, c in zip(widths, block.columns, strict=True)):
        block = _without_bars(block)
        widths = _column_widths(block, width)
    columns = list(zip(block.columns, widths, strict=True))
    headings = [one_line(_heading(column, its_width)) for column, its_width in columns]
    headed = any(heading.plain for heading in headings)
    rows = [[cell_text(*pair) for pair in zip(row, widths, strict=True)] for row in block.rows]
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
        [_heading(column, widest), *(cell_text(row[position], widest).plain for row in block.rows)]
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
