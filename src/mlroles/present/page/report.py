"""The document that every command answers with and every format is made from."""

from collections.abc import Callable, Iterable, Mapping

from mlroles.core.model.vocabulary import Value
from mlroles.present.page.answer import Answer, Scalar, Words
from mlroles.present.page.blocks import Graph, Page


class Records(Value, frozen=True, kw_only=True):
    """An answer as rows of plain values, for CSV and tab-separated text."""

    columns: tuple[str, ...]
    rows: Iterable[tuple[Scalar, ...]]


class Report(Value, frozen=True, kw_only=True):
    """An answer in the forms that formats are made from, each made when it is wanted."""

    kinds: tuple[type[Answer], ...] = ()
    """The class of the answer or, where it is a list, the classes of its entries."""
    words: Words = {}
    """What the keys of mappings in it may be."""
    data: Callable[[], object]
    """For JSON: an `Answer`, or several."""
    pages: Callable[[], tuple[Page, ...]]
    """For people."""
    document: bool = False
    """Whether it is read as a page, in a pipe too, and not as rows."""
    new: bool = False
    """Whether version 0.3 had no such answer, so that no script expects its rows."""
    table: str = ""
    """The field of the answer that holds its rows, where the answer is an object that has some."""
    sections: Mapping[str, tuple[str, ...]] = {}
    """Section -> the fields of the answer that belong to it; by default each table by itself."""
    records: Callable[[], Records] | None = None
    """Rows that are not those of the data."""
    graph: Callable[[], Graph] | None = None
    """For formats that draw; None where there is nothing to draw."""
    yaml: Callable[[], str] | None = None
    """The answer as a file that the program reads; None where it reads none of the kind."""
    left_out: str = ""
    """What the data hold less than all of, and how to get it; a page says so itself."""
    remarks: tuple[str, ...] = ()
    """What has to be said of the question, whatever the format: lines for standard error."""
    streams: bool = False
    """Whether the data come one by one and are written so; they can then be asked for once."""
    more: str = ""
    """What a page left out, and the options that show it."""
    next_step: str = ""
    """The command that one would want next."""
    next_steps: Iterable[tuple[str, str]] = ()
    """The commands that one would want next, two at most, each with what it does."""
    nothing_found: str = ""
    """What there is none of, where the answer is "no"; `next_step` then says what to do."""
    unread: Callable[[], int] | None = None
    """How many inputs could not be read, once all others were answered."""
    answer_is_no: bool = False
    """Whether the answer, though there is much to show, is "no"."""
    lines: Callable[[], tuple[str, ...]] | None = None
    """Plain text, where other programs know a form of it that is not cells between tabs."""
