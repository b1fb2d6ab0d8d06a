"""The document that every command answers with and every format is made from."""

from collections.abc import Callable, Iterable

from mlroles.core.model.vocabulary import Value
from mlroles.present.page.blocks import Graph, Page

Scalar = str | int | float | bool | None


class Records(Value, frozen=True, kw_only=True):
    """The same answer as rows of plain values, for CSV and tab-separated text."""

    columns: tuple[str, ...]
    rows: Iterable[tuple[Scalar, ...]]


class Report(Value, frozen=True, kw_only=True):
    """An answer in the forms that formats are made from, each made when it is wanted."""

    pages: Callable[[], tuple[Page, ...]]
    """For people."""
    data: Callable[[], object]
    """For JSON: plain dicts, lists and scalars."""
    records: Callable[[], Records]
    """For tables of plain values."""
    graph: Callable[[], Graph] | None = None
    """For formats that draw; None where there is nothing to draw."""
    remarks: tuple[str, ...] = ()
    """What has to be said of the question, whatever the format: lines for standard error."""
    streams: bool = False
    """Whether the data and the rows of the records come one by one, and are written so; each of
    the three forms can then be asked for once, and only one of them."""
    next_step: str = ""
    """The command that one would want next."""
    nothing_found: str = ""
    """What there is none of, where the answer is "no"; `next_step` then says what to do."""
    answer_is_no: bool = False
    """Whether the answer, though there is much to show, is "no"."""
    lines: Callable[[], tuple[str, ...]] | None = None
    """Plain text, where other programs know a form of it that is not cells between tabs."""
