"""Read job titles, or texts of adverts, row by row from any kind of file; a bad row is no end."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from itertools import chain, islice
from typing import Any, BinaryIO, Literal, NamedTuple

from mlroles.catalogue.text.plain_text import (
    codec_named,
    encoding_told,
    kind_of_binary,
    separator_of,
    text_of,
)
from mlroles.cli.progress import counted
from mlroles.cli.streams import tell
from mlroles.core.model.errors import AskedWrongly, UnreadableFile
from mlroles.core.model.names import fold

Layout = Literal["lines", "table", "records", "document"]
"""A title a line; rows below a heading; a JSON object a line; one JSON text."""

TABLES, RECORDS, DOCUMENTS = (".csv", ".tsv"), (".jsonl", ".ndjson"), (".json",)
ENDINGS = (*TABLES, *RECORDS, *DOCUMENTS, ".txt", ".xlsx", ".xls", ".pdf", ".docx")
"""What the name of a file ends with, whether there is one or not."""

HEADINGS = ("title", "jobtitle", "vacancytitle", "positiontitle", "roletitle")


class Sought(NamedTuple):
    """What is sought in the rows of a file."""

    what: str
    headings: tuple[str, ...]
    """What its column is called in a heading that makes a text a table, folded."""
    usual: tuple[str, ...]
    """What its column is called where nobody says so, folded; the first counts."""


TITLES = Sought("titles", HEADINGS, (*HEADINGS, "position", "job", "role"))

FALLBACK = "cp1252"
"""The encoding in which a line is read that is not UTF-8: that of Windows in the West."""

AHEAD = 1000
"""The records that are looked at for their fields, which are the columns of a table."""

_ARRAY = re.compile(r"\[\s*($|[{\"\]])")


class Row(NamedTuple):
    """A title with the row that it stands in."""

    title: str
    fields: dict[str, Any]
    """Column or key -> what stands in it, the title's own included."""
    sound: bool = True
    """Whether the row could be read."""


class Titles(NamedTuple):
    """The titles or texts of a file, read one by one."""

    columns: tuple[str, ...]
    """What the fields of a row are called; a plain line is one field, `title`."""
    titled: Callable[[Mapping[str, Any]], str]
    """Says of the fields of a row which of them holds the title."""
    rows: Iterator[Row]


class BadRow(ValueError):
    """A row that cannot be read; the message says why."""


def read_titles(given: str, column: str | None = None, encoding: str | None = None) -> Titles:
    """Read the titles of a file (`-`: standard input), or take a title; see `read_rows`."""
    if column is None and _is_title(given):
        return _from_lines(iter([given]), TITLES)
    return read_rows(opened(given, "type titles, one a line"), given, TITLES, column, encoding)


def read_rows(
    stream: AbstractContextManager[BinaryIO],
    given: str,
    sought: Sought,
    column: str | None = None,
    encoding: str | None = None,
) -> Titles:
    """Read the heading of an open file, if it has one, and its rows one by one.

    What is in it tells the kind of file, and its ending only where that is open. Every row comes
    back, one without a title where it cannot be read; that is told on standard error with the
    number of its line. Raises `UnreadableFile`, and `AskedWrongly` for a column or an encoding
    that is not there.
    """
    name = name_of(given)
    lines = _lines(stream, name, encoding)
    blank, first = [], ""
    for first in lines:
        if first.strip():
            break
        blank.append(first)
    ending = os.path.splitext(given)[1].lower()
    layout = _layout(first.strip(), ending, column, sought)
    lines = chain([] if layout == "table" else blank, [first] if first.strip() else [], lines)
    if layout == "table":
        separator = separator_of(first) or ("\t" if ending == ".tsv" else ",")
        return _from_table(lines, separator, column, len(blank), sought)
    if layout == "records":
        return _from_records(_objects(lines, sought), column, name, given != "-", sought)
    if layout == "document":
        return _from_records(_items(lines, name, sought), column, name, True, sought)
    return _from_lines(lines, sought)


def holds_rows(start: bytes, given: str, column: str | None, sought: Sought) -> bool:
    """Whether a file that begins so holds rows and not one document."""
    ending = os.path.splitext(given)[1].lower()
    if column is not None or ending in (*TABLES, *RECORDS):
        return True
    first = text_of(start).lstrip().partition("\n")[0].strip()
    layout = _layout(first, "", None, sought)
    return (
        layout == "document"
        or (layout == "records" and '"' in first)
        or (layout == "table" and separator_of(first) is not None)
    )


def _layout(first: str, ending: str, column: str | None, sought: Sought) -> Layout:
    """The kind of file, by its first line that is not blank."""
    if _ARRAY.match(first) or (ending in DOCUMENTS and not first.endswith("}")):
        return "document"
    if first.startswith("{"):
        return "records" if first.endswith("}") else "document"
    if ending in RECORDS:
        return "records"
    cells = first.split(separator_of(first))
    if ending in TABLES or column is not None or {*map(fold, cells)} & {*sought.headings}:
        return "table"
    return "lines"


def _is_title(given: str) -> bool:
    """Whether it is a title and not the name of a file, which has a folder or a known ending."""
    named = " " not in given and os.path.dirname(given)
    ending = os.path.splitext(given)[1].lower()
    return not (given in ("", "-") or named or ending in ENDINGS or os.path.lexists(given))


def name_of(given: str) -> str:
    """What a file is called in messages."""
    return "standard input" if given == "-" else repr(given)


def _lines(
    stream: AbstractContextManager[BinaryIO], name: str, encoding: str | None
) -> Iterator[str]:
    """The lines with their ends. Raises `UnreadableFile` for what is no text."""
    try:
        with stream as opened:
            codec = codec_named(encoding)
            first = opened.readline()
            if kind := kind_of_binary(first):
                raise UnreadableFile(
                    f"{name} is {kind}", "save it as CSV or text, or as JSON with a key 'title'"
                )
            codec = codec or encoding_told(first) or "utf-8"
            if codec.startswith(("utf-16", "utf-32")):  # a line end is more than a byte there
                text = (first + opened.read()).decode(codec, "replace")
                yield from text.splitlines(keepends=True)
                return
            yield from _decoded(chain([first] if first else [], opened), codec)
    except OSError as error:
        raise UnreadableFile(f"{name} cannot be read: {error.strerror}", "check the path") from None


def _decoded(lines: Iterable[bytes], codec: str) -> Iterator[str]:
    other = FALLBACK if codec.startswith("utf") else codec
    told = False
    for number, line in enumerate(lines, 1):
        try:
            yield line.decode(codec)
        except UnicodeDecodeError:
            if not told:
                tell(
                    f"mlroles: line {number} is not {codec}, and is read as {other}, as are others"
                    " like it; --encoding names another"
                )
            told = True
            yield line.decode(other, "replace")


def opened(given: str, advice: str) -> AbstractContextManager[BinaryIO]:
    """Open a file, or standard input for `-`, with advice to who types. Raises `UnreadableFile`."""
    if given != "-":
        try:
            return open(given, "rb")
        except OSError as error:
            told = f"{name_of(given)} cannot be read: {error.strerror}"
            raise UnreadableFile(told, "check the path") from None
    if sys.stdin is None:
        raise UnreadableFile("standard input is closed", "open it, or name a file")
    if sys.stdin.isatty():
        tell(f"{advice}; Ctrl-D ends")
    return nullcontext(sys.stdin.buffer)


def _tell_bad(number: int, problem: object) -> None:
    tell(f"mlroles: line {number} comes back without a role: {problem}")


def _from_lines(lines: Iterator[str], sought: Sought) -> Titles:
    def rows() -> Iterator[Row]:
        for number, line in enumerate(lines, 1):
            title = line.rstrip("\r\n")
            sound = "\0" not in title
            if not sound:
                _tell_bad(number, "it is not text")
                title = ""
            yield Row(title, {"title": title}, sound)

    return Titles(("title",), lambda _: "title", counted(rows(), sought.what))


def _from_table(
    lines: Iterator[str], separator: str, column: str | None, before: int, sought: Sought
) -> Titles:
    import csv  # plain lines do not need it

    reader = csv.reader(lines, delimiter=separator)
    try:
        columns = tuple(next(reader, ()))
        if "\0" in "".join(columns):
            raise csv.Error("it is not text")
    except csv.Error as problem:
        raise UnreadableFile(
            f"the heading cannot be read: {problem}", "give a text file, or name its --encoding"
        ) from None
    name = columns[_place(columns, column, sought)] if columns else "title"

    def rows() -> Iterator[Row]:
        while True:
            problem: object = None
            try:
                cells = next(reader)
                if "\0" in "".join(cells):
                    problem, cells = "it is not text", [""]
                elif len(cells) > len(columns):
                    problem = f"it has {len(cells)} cells, and the heading {len(columns)}"
            except StopIteration:
                return
            except csv.Error as error:
                problem, cells = error, [""]
            if cells:  # an empty line is no row of a table
                fields = dict(zip(columns, [*cells, *[""] * len(columns)], strict=False))
                if problem:
                    _tell_bad(before + reader.line_num, problem)
                yield Row("" if problem else fields[name], fields, not problem)

    return Titles(columns, lambda _: name, counted(rows(), sought.what))


def _objects(lines: Iterator[str], sought: Sought) -> Iterator[object]:
    """The value of each line of JSON; a `BadRow` for a line that is none."""
    import json  # only JSON needs it

    for number, line in enumerate(lines, 1):
        problem = ""
        try:
            if line.strip():
                yield from _unwrapped(json.loads(line), sought)
        except json.JSONDecodeError as error:
            problem = f"it is no JSON: {error.msg}"
        except RecursionError:
            problem = "it is nested too deeply"
        if problem:
            _tell_bad(number, problem)
            yield BadRow(problem)


def _items(lines: Iterator[str], name: str, sought: Sought) -> Iterator[object]:
    """The entries of a JSON text: an array, or an object with one. Raises `UnreadableFile`."""
    import json

    try:
        data = json.loads("".join(lines))
    except json.JSONDecodeError as error:
        told = f"{name} is no JSON: {error.msg} (line {error.lineno})"
        raise UnreadableFile(
            told, f"give an array of {sought.what} or objects, or an object a line"
        ) from None
    except RecursionError:
        raise UnreadableFile(f"{name} is nested too deeply", "give an array of objects") from None
    yield from data if isinstance(data, list) else _unwrapped(data, sought)


def _unwrapped(data: object, sought: Sought) -> list[object]:
    """The entries of an object that holds nothing but a list of them, or the value itself."""
    if isinstance(data, dict) and not key_of(data, sought.usual):
        lists = [value for value in data.values() if isinstance(value, list) and value]
        if len(lists) == 1 and isinstance(lists[0][0], dict):
            return lists[0]
    return [data]


def key_of(fields: Mapping[str, Any], wanted: tuple[str, ...]) -> str | None:
    """The key of a record that is called by one of some words, the first that there is."""
    keys = {fold(key): key for key in reversed([*fields])}
    return next((keys[word] for word in wanted if word in keys), None)


def _from_records(
    items: Iterator[object], column: str | None, name: str, ahead: bool, sought: Sought
) -> Titles:
    """Titles of records; `ahead` if the first of them may be read for what fields there are."""
    wanted = sought.usual if column is None else (fold(column),)

    def rows() -> Iterator[Row]:
        waiting: list[Row] = []
        known = False
        for number, item in enumerate(items, 1):
            fields: dict[str, Any] = item if isinstance(item, dict) else {}
            key = key_of(fields, wanted)
            title = fields[key] if key else item if isinstance(item, str) else None
            sound = isinstance(item, dict | str)
            if not sound and not isinstance(item, BadRow):
                tell(f"mlroles: entry {number} comes back without a role: it is no JSON object")
            known = known or key is not None or isinstance(item, str)
            waiting.append(Row(title if isinstance(title, str) else "", fields, sound))
            if known:  # until then it may be a file of something else
                yield from waiting
                waiting.clear()
        if any(row.fields for row in waiting):
            keys = ", ".join(dict.fromkeys(key for row in waiting for key in row.fields))
            if column is None:
                told = f"none of the records of {name} has a key {wanted[0]!r}"
                raise UnreadableFile(told, f"choose --column from {keys}")
            raise AskedWrongly(f"there is no column {column!r}", f"choose --column from {keys}")
        yield from waiting

    found = rows()
    first = list(islice(found, AHEAD if ahead else 1))
    columns = tuple(dict.fromkeys(key for row in first for key in row.fields)) or ("title",)
    return Titles(
        columns, lambda row: key_of(row, wanted) or "", counted(chain(first, found), sought.what)
    )


def _place(columns: tuple[str, ...], column: str | None, sought: Sought) -> int:
    """The place of the column that holds what is sought."""
    folded = [fold(name) for name in columns]
    wanted = sought.usual if column is None else (fold(column),)
    for name in wanted:
        if name in folded:
            return folded.index(name)
    if column is None and len(columns) <= 1:
        return 0
    remedy = f"choose --column from {', '.join(columns)}" if columns else "give a file with rows"
    if column is None:
        raise AskedWrongly(f"none of the columns is called {wanted[0]}", remedy)
    raise AskedWrongly(f"there is no column {column!r}", remedy)
