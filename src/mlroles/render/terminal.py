"""A report as a person reads it on a terminal; only the files named so know Rich."""

from io import StringIO

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Fields,
    Graph,
    Lines,
    Page,
    Prose,
    Section,
    Table,
    Toned,
)
from mlroles.present.page.report import Report
from mlroles.render.formats import Surface
from mlroles.render.terminal_table import drawn_table
from mlroles.render.terminal_text import GAP, INDENT, MEASURE, STYLES, cell_text, one_line
from mlroles.render.tree import Branch, tree

LABEL_SHARE = 0.35
"""The most that the labels of fields take of a line."""


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
        found += ["", one_line(page.title, "bold")]
    if page.subtitle:
        found.append(one_line(page.subtitle, "dim"))
    for section in page.sections:
        found += _section(section, width)
    return found


def _section(section: Section, width: int) -> list[RenderableType]:
    found: list[RenderableType] = [""]
    indent = INDENT if section.title else 0
    if section.title:
        found.append(one_line(section.title.upper(), "bold cyan"))
    for position, block in enumerate(section.blocks):
        if position:
            found.append("")
        available = width if isinstance(block, Table | Lines) else min(width, MEASURE)
        drawn = _block(block, available - indent)
        found.append(Padding(drawn, (0, max(0, width - available), 0, indent)))
    if section.note:
        found.append(Padding(one_line(section.note, "dim"), (0, 0, 0, indent)))
    return found


def _block(block: Block, width: int) -> RenderableType:
    match block:
        case Prose():
            return one_line(block.text, STYLES[block.tone])
        case Bullets():
            return _grid([("•", item) for item in block.items], "", width)
        case Fields():
            return _grid(list(block.rows), "dim", width)
        case Table():
            return drawn_table(block, width)
        case Lines():
            return Group(*(_line(row, width) for row in block.rows))
        case Graph():
            return Group(*(_branch(branch, width) for branch in tree(block)))


def _line(pieces: tuple[str | Toned, ...], width: int) -> Text:
    """A line; what does not fit into the width goes on below it, indented."""
    line = Text().join(cell_text(piece, 0) for piece in pieces)
    return line if line.cell_len <= width else _broken(line, width, "", " " * 2 * INDENT)


def _branch(branch: Branch, width: int) -> Text:
    """A line of a tree; its guide goes on beside a text that has to be broken."""
    text = Text.assemble((branch.text, STYLES[branch.tone]), (f"  {branch.note}", "dim"))
    text.rstrip()
    return _broken(text, width, branch.guide, branch.below)


def _broken(text: Text, width: int, first: str, below: str) -> Text:
    """A text in lines, one thing standing before the first and another before all others."""
    room = max(1, width // 3, width - cell_len(below))
    lines = text.wrap(Console(width=room), room, overflow="fold")
    return Text("\n").join(
        Text(below if position else first, style="dim") + line
        for position, line in enumerate(lines)
    )


def _grid(rows: list[tuple[str, str]], style: str, width: int) -> RenderableType:
    """Labels and texts in two columns; the labels take a part of the line at most."""
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    widest = max((cell_len(label) for label, _ in rows), default=0)
    label_width = min(widest, int(width * LABEL_SHARE))
    grid.add_column(width=label_width, overflow="fold", no_wrap=widest <= label_width)
    grid.add_column(overflow="fold")
    for label, text in rows:
        grid.add_row(one_line(label, style), one_line(text))
    return grid
