"""The parts of a document for people: pages of sections, made of a few kinds of block."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from mlroles.core.model.vocabulary import Value

Tone = Literal["plain", "strong", "dim", "accent", "good", "fair", "poor"]
"""How a text is meant; a format may draw it in a colour, which never carries meaning alone."""

Layout = Literal["", "beside", "label", "close"]
"""How a section stands to the one before it; see `Section`."""

EdgeKind = Literal["plain", "main", "side"]
"""How much an edge matters: drawn as a line, a heavy line, or a dashed one."""


class Toned(Value, frozen=True, kw_only=True):
    """A piece of text with a tone of its own."""

    text: str
    tone: Tone
    link: str = ""
    """The address of a page about it, where a format can lead there."""


class Bar(Value, frozen=True, kw_only=True):
    """A spread on a scale that all bars of a column share, each point from 0 to 1."""

    low: float | None
    start: float
    middle: float
    end: float
    high: float | None

    def drawn(self, width: int) -> str:
        """The bar in characters: a thin line from low to high, a thick one from start to end."""

        def at(point: float) -> int:
            return round(point * (width - 1))

        marks = [" "] * width
        for first, last, mark in (
            (self.start if self.low is None else self.low, self.start, "─"),
            (self.end, self.end if self.high is None else self.high, "─"),
            (self.start, self.end, "━"),
            (self.middle, self.middle, "●"),
        ):
            marks[at(first) : at(last) + 1] = mark * (at(last) - at(first) + 1)
        return "".join(marks)


class Meter(Value, frozen=True, kw_only=True):
    """A share of a whole, from 0 to 1, as a length."""

    share: float

    def drawn(self, width: int) -> str:
        """The length in characters, to an eighth of one."""
        eighths = round(self.share * width * 8)
        return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()


Cell = str | Toned | Bar | Meter


Words = str | tuple[str | Toned, ...]
"""A text, or the pieces of one."""


class Prose(Value, frozen=True, kw_only=True):
    """A paragraph."""

    text: str
    tone: Tone = "plain"


class Fields(Value, frozen=True, kw_only=True):
    """Labels with what belongs to them."""

    rows: tuple[tuple[str, Words], ...]


class Bullets(Value, frozen=True, kw_only=True):
    """A list of short texts."""

    items: tuple[str | Toned, ...]


class Column(Value, frozen=True, kw_only=True):
    """A column of a table; `keep` says that it must not be wrapped.

    A column of bars has the two `ends` of their scale instead of a title, and the width that is
    left between its least and its greatest. Where a row is too long for the line, texts that may
    be `cut` give way first, then `optional` columns go, the last of them before the others.
    """

    title: str = ""
    align: Literal["left", "right", "center"] = "left"
    keep: bool = False
    least_width: int = 0
    most_width: int | None = None
    ends: tuple[str, str] | None = None
    optional: bool = False
    cut: bool = False


class Table(Value, frozen=True, kw_only=True):
    """Rows of cells, as many in each as there are columns.

    Where words would have to be broken, `narrow` stands in its place or, without it, each row
    takes two lines: its first cell, and the others below.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    narrow: "Block | None" = None


class Node(Value, frozen=True, kw_only=True):
    """Something that edges lead to and from; `group` names what it is drawn together with."""

    id: str
    label: str
    group: str = ""
    tone: Tone = "plain"


class Edge(Value, frozen=True, kw_only=True):
    """What connects two nodes, by their ids; `weight`, from 0 to 1, says how strongly."""

    start: str
    end: str
    label: str = ""
    weight: float = 0.5
    kind: EdgeKind = "plain"


class Graph(Value, frozen=True, kw_only=True):
    """Nodes and edges; the ids of the nodes are distinct, and each edge joins two of them.

    `groups` are all that there are, so that each looks the same in every drawing; `main` says
    what edges of that kind stand for.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    directed: bool = True
    groups: tuple[str, ...] = ()
    main: str = ""

    def by_group(self) -> dict[str, list[Node]]:
        """The nodes of each group, in the order in which the groups come; "" for those of none."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(node.group, []).append(node)
        return found


class Lines(Value, frozen=True, kw_only=True):
    """Lines of which each is made of pieces with tones of their own.

    What does not fit into a line goes on below it, a little to the right.
    """

    rows: tuple[tuple[str | Toned, ...], ...]


Block = Prose | Fields | Bullets | Table | Lines | Graph


class Section(Value, frozen=True, kw_only=True):
    """Blocks under a heading; an empty title is a section without one.

    In `layout` "beside" it stands to the right of the section before it, where there is room;
    "label" has the title to the left of the text, and "close" has no empty line before it.
    """

    title: str
    blocks: tuple[Block, ...]
    note: str | Toned = ""
    name: str = ""
    """What `--section` calls it."""
    layout: Layout = ""


class Page(Value, frozen=True, kw_only=True):
    """What is said about one thing."""

    title: str
    fact: str = ""
    """The one fact that matters, at the right end of the title's line."""
    subtitle: str = ""
    sections: tuple[Section, ...]


_SHORTER = re.compile(r"(?<=\w )machine learning|machine learning(?= \w)", re.IGNORECASE)
_SHORTEST = {"Continuous integration and delivery": "CI/CD"}

UNBROKEN = "\N{NO-BREAK SPACE}"
"""A space at which a line is not broken."""

UNKNOWN = Toned(text="unknown", tone="dim")
"""What stands where the catalogue has no figure."""


def tabled(columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]]) -> tuple[Block, ...]:
    """A table as the blocks of a section; none without rows."""
    held = tuple(rows)
    return (Table(columns=tuple(columns), rows=held),) if held else ()


def prose(text: str, tone: Tone = "plain") -> tuple[Block, ...]:
    """A paragraph as the blocks of a section; none without text."""
    return (Prose(text=text, tone=tone),) if text else ()


def labelled(rows: Iterable[tuple[str, Words]]) -> tuple[Block, ...]:
    """Labels and texts as the blocks of a section; none without rows."""
    held = tuple(rows)
    return (Fields(rows=held),) if held else ()


def one_section(blocks: tuple[Block, ...], title: str = "", note: str = "") -> tuple[Page, ...]:
    """A page without a title of its own, made of a single section."""
    return (Page(title="", sections=(Section(title=title, blocks=blocks, note=note),)),)


def centred(titles: Iterable[str]) -> tuple[Column, ...]:
    """Columns of signs and small numbers with these titles."""
    return tuple(Column(title=title, align="center") for title in titles)


def numbers(*titles: str) -> tuple[Column, ...]:
    """Columns of numbers with these titles."""
    return tuple(Column(title=title, align="right", keep=True) for title in titles)


def unrepeated(names: Iterable[str]) -> list[Toned]:
    """A cell for each row with its name, empty where the row before has the same one."""
    pairs = pairwise(["", *names])
    return [dim(name if name != before else "") for before, name in pairs]


def linked(text: str, address: str | None) -> Toned:
    """A plain text that leads to a page of the web, if it has one."""
    web = address is not None and re.fullmatch(r"https?://[!-~]+", address)
    return Toned(text=text, tone="plain", link=address if address and web else "")


def dim(text: str) -> Toned:
    """A text that matters less."""
    return Toned(text=text, tone="dim")


def strong(text: str) -> Toned:
    """A text that stands out."""
    return Toned(text=text, tone="strong")


def short(name: str) -> str:
    """A name as tables have it: ML Engineer, Head of ML; machine learning alone stays."""
    return _SHORTEST.get(name) or _SHORTER.sub("ML", name)


def dots(value: int, most: int) -> str:
    """A small number as a row of dots: 3 of 5 is ●●●··."""
    return "●" * value + "·" * (most - value)


def joined(names: list[str]) -> str:
    """Names in a row: a, b and c."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""


def shortened(names: list[str], most: int | None) -> str:
    """Names in a row, those after the first few only counted: a, b and 3 more."""
    if most is None or len(names) <= most + 1:
        return joined(names)
    return joined([*names[:most], f"{len(names) - most} more"])


def linked_row(pieces: Sequence[Toned], most: int) -> tuple[str | Toned, ...]:
    """The same as pieces, which may lead to pages of the web."""
    shown: list[str | Toned] = [*pieces] if len(pieces) <= most + 1 else [*pieces[:most]]
    if len(shown) < len(pieces):
        shown.append(f"{len(pieces) - most} more")
    marks = [*[", "] * (len(shown) - 2), " and ", ""][-len(shown) :]
    return tuple(piece for pair in zip(shown, marks, strict=True) for piece in pair)


def first_of(names: list[str], few: int | None) -> str:
    """The first name and how many there are besides, so that a row stays on a line; or all."""
    if few is None or len(names) < 2:
        return joined(names)
    return f"{names[0]} +{len(names) - 1}"


def counted(count: int, one: str, more: str) -> str:
    """A number with what it counts: 1 seat, 2 seats."""
    return f"{count} {one if count == 1 else more}"
