"""Read job titles row by row, one a line or from a column; a bad row does not stop it."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from typing import BinaryIO, Literal, NamedTuple

from mlroles.cli.progress import counted
from mlroles.cli.streams import tell
from mlroles.core.model.errors import AskedWrongly, UnreadableFile

Layout = Literal["lines", "csv", "tsv", "jsonl"]
ENDINGS: dict[str, Layout] = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""File ending -> how titles lie in such a file; in any other a title is a line."""

USUAL = ("title", "job_title", "job title", "jobtitle", "vacancytitle")
"""What a column of titles is called where nobody says so, in lower case; the first counts."""


class Row(NamedTuple):
    """A title with the row that it stands in."""

    title: str
    cells: tuple[str, ...]


class Titles(NamedTuple):
    """The titles of a file, read one by one."""

    columns: tuple[str, ...]
    """What the cells of a row are called; a plain line is one cell, `title`."""
    rows: Iterator[Row]


class BadRow(ValueError):
    """A row that cannot be read; the message says why."""


def read_titles(file: str, column: str | None) -> Titles:
    """Open a file (`-`: standard input) and read its heading, if it has one; or take a title.

    The file's ending tells the layout; of standard input the first line does, if a column is
    named. A row that cannot be read is told on standard error with the number of its line.
    Raises `UnreadableFile`, and `AskedWrongly` for a column that is not there.
    """
    lines = iter([file]) if column is None and _is_title(file) else _lines(file)
    first = next(lines, "")
    lines = chain([first] if first else [], lines)
    layout = ENDINGS.get(os.path.splitext(file)[1].lower(), "lines")
    if layout == "lines" and column is not None:
        layout = "jsonl" if first.lstrip().startswith("{") else "tsv" if "\t" in first else "csv"
    if layout == "lines":
        rows = (Row(line.rstrip("\r\n"), (line.rstrip("\r\n"),)) for line in _sound(lines))
        return Titles(("title",), counted(rows, "titles"))
    if layout == "jsonl":
        return _from_jsonl(lines, column)
    return _from_table(lines, "\t" if layout == "tsv" else ",", column)


def _is_title(file: str) -> bool:
    """Whether it is a title and not the name of a file, which has a folder or a known ending."""
    named = " " not in file and os.path.dirname(file)
    ending = os.path.splitext(file)[1].lower()
    return not (file in ("", "-") or named or ending in (*ENDINGS, ".txt") or os.path.lexists(file))


def _lines(file: str) -> Iterator[str]:
    """The lines with their ends; bytes that are no UTF-8 are kept as lone surrogates."""
    try:
        with _opened(file) as opened:
            for number, line in enumerate(opened):
                text = line.decode("utf-8", "surrogateescape")
                yield text.removeprefix("\ufeff") if number == 0 else text
    except OSError as error:
        raise UnreadableFile(
            f"{file!r} cannot be read: {error.strerror}", "check the path"
        ) from None


def _opened(file: str) -> AbstractContextManager[BinaryIO]:
    if file != "-":
        return open(file, "rb")
    if sys.stdin is None:
        raise UnreadableFile("standard input is closed", "open it, or name a file")
    if sys.stdin.isatty():
        tell("type titles, one a line; Ctrl-D ends")
    return nullcontext(sys.stdin.buffer)


def _check(text: str) -> None:
    if not text.isascii() and any("\udc80" <= letter <= "\udcff" for letter in text):
        raise BadRow("it is not UTF-8")
    if "\0" in text:
        raise BadRow("it is not text")


def _sound(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        try:
            _check(line)
        except BadRow as problem:
            _tell_bad(number, problem)
        else:
            yield line


def _tell_bad(number: int, problem: Exception) -> None:
    tell(f"mlroles: line {number} is left out: {problem}")


def _from_table(lines: Iterator[str], separator: str, column: str | None) -> Titles:
    import csv  # plain lines do not need it

    reader = csv.reader(lines, delimiter=separator)
    columns = _heading(reader)
    place = _place(columns, column)

    def rows() -> Iterator[Row]:
        while True:
            try:
                cells = next(reader)
                _check("".join(cells))
                if cells and len(cells) != len(columns):
                    raise BadRow(f"it has {len(cells)} cells, and the heading {len(columns)}")
            except StopIteration:
                return
            except (BadRow, csv.Error) as problem:
                _tell_bad(reader.line_num, problem)
            else:
                if cells:  # an empty line is no row of a table
                    yield Row(cells[place], tuple(cells))

    return Titles(columns, counted(rows(), "titles"))


def _from_jsonl(lines: Iterator[str], column: str | None) -> Titles:
    import json  # only this layout needs it

    def objects() -> Iterator[dict[str, object]]:
        for number, line in enumerate(lines, 1):
            try:
                _check(line)
                data = json.loads(line) if line.strip() else None
                if data is not None and not isinstance(data, dict):
                    raise BadRow("it is no JSON object")
            except json.JSONDecodeError as problem:
                _tell_bad(number, BadRow(f"it is no JSON: {problem.msg}"))
            except BadRow as problem:
                _tell_bad(number, problem)
            except RecursionError:
                _tell_bad(number, BadRow("it is nested too deeply"))
            else:
                if data is not None:
                    yield data

    found = objects()
    first = next(found, None)
    columns = tuple(first or ())
    name = columns[_place(columns, column)] if first else ""

    def rows() -> Iterator[Row]:
        for data in chain([first] if first else [], found):
            title = data.get(name)
            cells = tuple(_cell(data.get(key)) for key in columns)
            yield Row(title if isinstance(title, str) else "", cells)

    return Titles(columns or ("title",), counted(rows(), "titles"))


def _cell(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    from json import dumps

    return dumps(value, ensure_ascii=False)


def _heading(rows: Iterator[list[str]]) -> tuple[str, ...]:
    import csv

    try:
        columns = tuple(next(rows, ()))
        _check("".join(columns))
    except (BadRow, csv.Error) as problem:
        raise UnreadableFile(
            f"the heading cannot be read: {problem}", "give a text file in UTF-8"
        ) from None
    return columns


def _place(columns: tuple[str, ...], column: str | None) -> int:
    """The place of the column that holds the titles."""
    folded = [name.strip().casefold() for name in columns]
    wanted = USUAL if column is None else (column.strip().casefold(),)
    for name in wanted:
        if name in folded:
            return folded.index(name)
    if column is None and len(columns) <= 1:
        return 0
    remedy = f"choose --column from {', '.join(columns)}" if columns else "give a file with rows"
    if column is None:
        raise AskedWrongly("none of the columns is called title", remedy)
    raise AskedWrongly(f"there is no column {column!r}", remedy)
