"""The text of a file in whatever encoding, its rows if it is a table, and whether it is text."""

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from mlroles.core.model.formulas import without_guard
from mlroles.core.model.limits import LINE

_BINARY = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a file of Word, Excel or the like",
    b"\xd0\xcf\x11\xe0": "a file of an old Word or Excel",
    b"{\\rtf": "a file in rich text format",
    b"<!DOCTYPE": "a web page",
    b"<html": "a web page",
}
"""How files begin that are no plain text -> what they are."""
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
SEPARATORS = "\t;,"


def kind_of_binary(content: bytes) -> str | None:
    """What a file is that is not plain text, in a few words; None for text."""
    begun = content.lstrip()
    return next((kind for begin, kind in _BINARY.items() if begun.startswith(begin)), None)


def encoding_told(content: bytes) -> str | None:
    """The encoding that the mark at the beginning of a file tells, or None without one."""
    return next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)


def text_of(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 with its mark or, where it is neither, Windows-1252."""
    try:
        return content.decode(encoding_told(content) or "utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def separator_of(line: str) -> str | None:
    """What parts the cells of a table, seen by a line of it; None where nothing does."""
    outside = "".join(line.split('"')[::2])
    best = max(SEPARATORS, key=outside.count)
    return best if best in outside else None


def rows_of(text: str) -> list["Record"]:
    """The rows of a text as a table; a line in which nothing parts cells is a row of one."""
    lines = text.splitlines(keepends=True)
    separator = separator_of(lines[0]) if lines else None
    return [row for row in records_of(lines, separator or ",") if any(row.cells) or row.problem]


class Record(NamedTuple):
    """A row of a table; where there is a problem with it, it has no cells."""

    line: int
    cells: list[str]
    problem: str = ""


def records_of(lines: Iterable[str], separator: str) -> Iterator[Record]:
    """The rows of a table that have cells, the heading first.

    A quotation mark that is not closed spoils its own line and none of those after it. What is
    written before a formula is taken off.
    """
    import csv  # few texts are tables

    csv.field_size_limit(LINE.most)
    source, waiting, taken = iter(lines), list[str](), list[str]()

    def feed() -> Iterator[str]:
        for line in chain(iter(lambda: waiting.pop() if waiting else None, None), source):
            taken.append(line)
            yield line
        taken.append("")  # a quotation mark asks for more than there is

    def is_closed() -> bool:
        try:
            return bool(next(csv.reader(taken, delimiter=separator, strict=True), True))
        except csv.Error:
            return False

    reader, number = csv.reader(feed(), delimiter=separator), 1
    while True:
        taken.clear()
        cells, problem = [], ""
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problem = str(error)
        if len(taken) > 1 and not is_closed():
            problem = "its quotation mark is not closed"
        elif "\0" in "".join(cells):
            problem = "it is not text"
        if problem:
            waiting += filter(None, reversed(taken[1:]))
            reader, taken[1:], cells = csv.reader(feed(), delimiter=separator), [], []
        if cells or problem:
            yield Record(number, [without_guard(cell) for cell in cells], problem)
        number += len(taken)
