"""A report as a person reads it on a terminal; only the files named so know Rich."""

import re
from collections.abc import Sequence
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
    Words,
)
from mlroles.present.page.report import Report
from mlroles.render.formats import Surface
from mlroles.render.terminal_table import breaks_words, drawn_table
from mlroles.render.terminal_text import (
    DIM,
    GAP,
    INDENT,
    MEASURE,
    STYLES,
    UNBROKEN,
    cell_text,
    one_line,
    unbroken,
)
from mlroles.render.tree import Branch, tree

HYPERLINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
"""What begins or ends a link on a terminal."""
LABEL_SHARE = 0.35
"""The most that the labels of fields take of a line."""
LABELS, LABELLED = 5, 14
"""The columns of the labels at the end of a page, and of titles that stand beside their text."""


def table(report: Report, surface: Surface) -> str:
    """The report's pages within the surface's width."""
    width, colour = surface.width, surface.colour
    console = Console(
        file=StringIO(),
        width=width,
        height=25,  # Rich takes a width of 80 on a dumb terminal unless it is given both
        force_terminal=colour,
        color_system="256" if colour or surface.links else None,
        no_color=not (colour and surface.many_colours),
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    blocks: list[RenderableType] = []
    for page in report.pages():
        blocks += _page(console, page, width)
    if report.more:
        more = unbroken(report.more, width - LABELS - GAP)
        blocks += ["", _grid([("More", more)], "bold", width, LABELS)]
    with console.capture() as captured:
        console.print(Group(*blocks))
        if surface.next_step:
            console.print(_next(report, width), soft_wrap=True)  # a command is copied whole
    shown = captured.get().replace(UNBROKEN, " ")
    lines = (shown if surface.links else HYPERLINK.sub("", shown)).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _next(report: Report, width: int) -> Text:
    """The commands that one would want next; what they do stands beside or below them."""
    steps = [*report.next_steps] or [(report.next_step, "")] * bool(report.next_step)
    start = LABELS + GAP
    longest = max((cell_len(command) for command, _ in steps), default=0)
    lines = [] if report.more else [Text()]
    for position, (command, does) in enumerate(steps):
        line = Text("" if position else "Next", style="bold")
        lines.append(Text.assemble(line, " " * (start - line.cell_len), command))
        aligned = start + longest + GAP
        place = aligned if aligned + cell_len(does) <= width else lines[-1].cell_len + GAP
        if does and place + cell_len(does) <= width:
            lines[-1].append(" " * (place - lines[-1].cell_len) + does, DIM)
        elif does:
            lines.append(one_line(" " * (start + GAP) + does, DIM))
    return Text("\n").join(lines)


def _page(console: Console, page: Page, width: int) -> list[RenderableType]:
    found: list[RenderableType] = []
    measure = min(width, MEASURE)
    gap = measure - cell_len(page.title) - cell_len(page.fact)
    if page.title and page.fact and gap >= GAP:
        found += ["", Text.assemble((page.title, "bold"), " " * gap, page.fact)]
    elif page.title:
        found += ["", one_line(page.title, "bold")]
        found += [one_line(page.fact)] if page.fact else []
    if page.subtitle:
        found.append(one_line(page.subtitle, DIM))
    sections = list(page.sections)
    before = ""
    while sections:
        section = sections.pop(0)
        layout = section.layout
        close = layout == "close" or (layout == before == "label")
        pair = None
        if sections and sections[0].layout == "beside":
            pair = _pair(console, _section(section, width), sections[0], width)
        if pair:
            sections.pop(0)
        found += [*([] if close else [""]), *(pair or _section(section, width))]
        before = layout
    return found


def _pair(
    console: Console, left: list[RenderableType], right: Section, width: int
) -> list[RenderableType] | None:
    """Two sections side by side, or None where that would make the right one longer."""

    def lines(renderable: RenderableType, room: int) -> list[str]:
        options = console.options.update(width=room)
        drawn = console.render_lines(renderable, options, pad=False)
        return ["".join(segment.text for segment in line).rstrip() for line in drawn]

    widest = max(map(cell_len, lines(Group(*left), width)))
    rest = width - widest - 2 * GAP
    if rest <= 0:
        return None
    beside = Group(*_section(right, rest))
    if len(lines(beside, rest)) > len(lines(Group(*_section(right, width)), width)):
        return None
    grid = Grid.grid(padding=(0, 2 * GAP, 0, 0))
    grid.add_column(width=widest)
    grid.add_column(width=rest)
    grid.add_row(Group(*left), beside)
    return [grid]


def _section(section: Section, width: int) -> list[RenderableType]:
    title, blocks = section.title, section.blocks
    if section.layout == "label" and width >= 2 * MEASURE // 3:
        grid = Grid.grid(padding=(0, GAP, 0, 0))
        grid.add_column(width=LABELLED)
        grid.add_column(width=min(width, MEASURE) - LABELLED - GAP)
        text = [_block(block, min(width, MEASURE) - LABELLED - GAP) for block in blocks]
        grid.add_row(one_line(title.upper(), "bold"), Group(*text))
        return [grid]
    found: list[RenderableType] = []
    indent = INDENT if title or not blocks else 0
    for position, block in enumerate(_shown(block, width - indent) for block in blocks):
        if position:
            found += [""] * (section.layout != "label")
        elif isinstance(block, Table):
            found.append(drawn_table(block, width, title))
            continue
        elif title:
            found.append(one_line(title.upper(), "bold"))
        available = width if isinstance(block, Table | Lines) else min(width, MEASURE)
        drawn = _block(block, available - indent)
        found.append(Padding(drawn, (0, max(0, width - available), 0, indent)))
    if section.note:
        note = cell_text(section.note, 0)
        note.plain = unbroken(note.plain, width - indent)
        note.stylize(DIM)
        found.append(Padding(note, (0, 0, 0, indent)))
    return found


def _shown(block: Block, width: int) -> Block:
    """The block or, where a table would break words, what stands in its place."""
    narrow = block.narrow if isinstance(block, Table) and breaks_words(block, width) else None
    return narrow or block


def _block(block: Block, width: int) -> RenderableType:
    match block:
        case Prose():
            return one_line(unbroken(block.text, width), STYLES[block.tone])
        case Bullets():
            return _grid([("•", item) for item in block.items], "", width)
        case Fields():
            return _grid(list(block.rows), DIM, width)
        case Table():
            return drawn_table(block, width)
        case Lines():
            return Group(*(_line(row, width) for row in block.rows))
        case Graph():
            return Group(*(_branch(branch, width) for branch in tree(block)))


def _line(pieces: tuple[str | Toned, ...], width: int) -> Text:
    """A line; what does not fit into the width goes on below it, indented."""
    line = cell_text(pieces, 0)
    return line if line.cell_len <= width else _broken(line, width, "", " " * 2 * INDENT)


def _branch(branch: Branch, width: int) -> Text:
    """A line of a tree; its guide goes on beside a text that has to be broken."""
    text = Text.assemble((branch.text, STYLES[branch.tone]), (f"  {branch.note}", DIM))
    text.rstrip()
    return _broken(text, width, branch.guide, branch.below)


def _broken(text: Text, width: int, first: str, below: str) -> Text:
    """A text in lines, one thing standing before the first and another before all others."""
    room = max(1, width // 3, width - cell_len(below))
    lines = text.wrap(Console(width=room), room, overflow="fold")
    return Text("\n").join(
        Text.assemble((below if position else first, DIM), line)
        for position, line in enumerate(lines)
    )


def _grid(
    rows: Sequence[tuple[str, Toned | Words]], style: str, width: int, least: int = 0
) -> RenderableType:
    """Labels and texts in two columns; the labels take a part of the line at most."""
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    widest = max([least, *(cell_len(label) for label, _ in rows)])
    label_width = min(widest, int(width * LABEL_SHARE))
    grid.add_column(width=label_width, overflow="fold", no_wrap=widest <= label_width)
    grid.add_column(overflow="fold")
    for label, text in rows:
        grid.add_row(one_line(label, style), cell_text(text, width))
    return grid
