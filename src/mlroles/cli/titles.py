"""Read job titles row by row, whatever kind of file they stand in; a bad row does not stop it."""

import codecs
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import chain, islice
from typing import Any, BinaryIO, Literal, NamedTuple

from mlroles.catalogue.files.whole_file import (
    STANDARD_INPUT,
    named,
    opened,
    too_large,
    unreadable,
)
from mlroles.catalogue.text.plain_text import (
    encoding_told,
    kind_of_binary,
    records_of,
    separator_of,
)
from mlroles.cli.progress import counted
from mlroles.cli.streams import tell
from mlroles.core.model.errors import AskedWrongly, UnreadableFile
from mlroles.core.model.limits import LARGE_FILE, LINE, TITLE, UNTITLED
from mlroles.core.model.names import MOST_LISTED, fold
from mlroles.present.page.blocks import shortened

Layout = Literal["lines", "table", "records", "document"]
"""A title a line; rows below a heading; a JSON object a line; one JSON text."""

TABLES, RECORDS, DOCUMENTS = (".csv", ".tsv"), (".jsonl", ".ndjson"), (".json",)
ENDINGS = (*TABLES, *RECORDS, *DOCUMENTS, ".txt", ".xlsx", ".xls", ".pdf", ".docx")
"""What the name of a file ends with, whether there is one or not."""

HEADINGS = ("title", "jobtitle", "vacancytitle", "positiontitle", "roletitle")
USUAL = (*HEADINGS, "position", "job", "role")
"""What a column of titles is called where nobody says so, folded; the first counts."""

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


class Titles(NamedTuple):
    """The titles of a file, read one by one."""

    columns: tuple[str, ...]
    """What the fields of a row are called; a plain line is one field, `title`."""
    titled: Callable[[Mapping[str, Any]], str]
    """Says of the fields of a row which of them holds the title."""
    rows: Iterator[Row]


class BadRow(ValueError):
    """A row that cannot be read; the message says why."""


def read_titles(given: str, column: str | None = None, encoding: str | None = None) -> Titles:
    """Open a file (`-`: standard input) and read its heading, if it has one; or take a title.

    What is in it tells the kind of file, and its ending only where that is open. Every row comes
    back, one without a title where it cannot be read; standard error says so with the
    number of its line. Raises `UnreadableFile`, and `AskedWrongly` for a column or an encoding
    that is not there.
    """
    if column is None and _is_title(given):
        return _from_lines(iter([given]))
    name = named(given)
    lines = _lines(given, name, encoding)
    blank, first = [], ""
    for first in lines:
        if first.strip():
            break
        blank.append(first)
    ending = os.path.splitext(given)[1].lower()
    layout = _layout(first.strip(), ending, column)
    lines = chain([] if layout == "table" else blank, [first] if first.strip() else [], lines)
    if layout == "table":
        separator = separator_of(first) or ("\t" if ending == ".tsv" else ",")
        return _from_table(lines, separator, column, len(blank))
    if layout == "records":
        return _from_records(_objects(lines), column, name, ahead=given != "-")
    if layout == "document":
        return _from_records(_items(lines, given), column, name, ahead=True)
    return _from_lines(lines)


def titles_typed(words: Sequence[str], column: str | None, encoding: str | None) -> Titles:
    """What was typed: a file, a title, with quotes or without, or several; nothing is `-`."""
    if len(words) > 1 and any(" " in word for word in words):
        return _from_lines(iter(words))
    return read_titles(" ".join(words) or "-", column, encoding)


def _layout(first: str, ending: str, column: str | None) -> Layout:
    """The kind of file, by its first line that is not blank."""
    if _ARRAY.match(first) or (ending in DOCUMENTS and not first.endswith("}")):
        return "document"
    if first.startswith("{"):
        return "records" if first.endswith("}") else "document"
    if ending in RECORDS:
        return "records"
    cells = first.split(separator_of(first))
    if ending in TABLES or column is not None or {*map(fold, cells)} & {*HEADINGS}:
        return "table"
    return "lines"


def _is_title(given: str) -> bool:
    """Whether it is a title and not the name of a file, which has a folder or a known ending."""
    named = " " not in given and os.path.dirname(given)
    ending = os.path.splitext(given)[1].lower()
    return not (given in ("", "-") or named or ending in ENDINGS or os.path.lexists(given))


def _lines(given: str, name: str, encoding: str | None) -> Iterator[str]:
    """The lines with their ends. Raises `UnreadableFile` for what is not text."""
    try:
        codec = codecs.lookup(encoding).name if encoding else None
    except LookupError:
        raise AskedWrongly(
            f"there is no encoding {encoding!r}", "write it as utf-8, utf-16 or cp1252"
        ) from None
    try:
        with _opened(given) as file:
            lines = _whole_lines(file, given)
            first = next(lines, b"")
            if kind := kind_of_binary(first):
                raise UnreadableFile(
                    f"{name} is {kind}", "save it as CSV or text, or as JSON with a key 'title'"
                )
            codec = codec or encoding_told(first) or "utf-8"
            if codec.startswith(("utf-16", "utf-32")):  # a line end is more than a byte there
                content = first + file.read(LARGE_FILE.most)
                if len(content) > LARGE_FILE.most:
                    raise too_large(given, LARGE_FILE)
                yield from content.decode(codec, "replace").splitlines(keepends=True)
                return
            yield from _decoded(chain([first] if first else [], lines), codec)
    except OSError as error:
        raise unreadable(given, error) from None


def _whole_lines(file: BinaryIO, given: str) -> Iterator[bytes]:
    """The lines of a file. Raises `UnreadableFile` for one that is too long."""
    begun = False
    for number, line in enumerate(iter(lambda: file.readline(LINE.most + 1), b""), 1):
        if len(line) > LINE.most:
            if begun or line.lstrip()[:1] not in (b"[", b"{"):
                told = f"line {number} of {named(given)} is longer than {LINE}"
                raise UnreadableFile(told, "give one title a line, or a table of rows")
            line += file.readline(LARGE_FILE.most)  # a JSON text may be one line
            if len(line) > LARGE_FILE.most:
                raise too_large(given, LARGE_FILE)
        begun = begun or not line.isspace()
        yield line


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


def _opened(given: str) -> AbstractContextManager[BinaryIO]:
    if given == STANDARD_INPUT and sys.stdin.isatty():
        tell("type titles, one a line; Ctrl-D ends")
    return opened(given)


def _tell_bad(number: int, problem: object) -> None:
    tell(f"mlroles: line {number} comes back without a role: {problem}")


def _from_lines(lines: Iterator[str]) -> Titles:
    def rows() -> Iterator[Row]:
        for number, line in enumerate(lines, 1):
            title = line.rstrip("\r\n")
            if "\0" in title:
                _tell_bad(number, "it is not text")
                title = ""
            yield Row(title, {"title": title})

    return Titles(("title",), lambda _: "title", _counted(rows()))


def _counted(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows, counted; a title that is too long to be read is reported."""
    for number, row in enumerate(counted(rows, "titles"), 1):
        if len(row.title) > TITLE.most:
            tell(f"mlroles: title {number} is longer than {TITLE}, and comes back without a role")
        yield row


def _from_table(lines: Iterator[str], separator: str, column: str | None, before: int) -> Titles:
    records = records_of(lines, separator)
    heading = next(records, None)
    columns = tuple(heading.cells) if heading else ()
    if heading and heading.problem:
        raise UnreadableFile(
            f"the heading cannot be read: {heading.problem}",
            "give a text file, or name its --encoding",
        )
    name = columns[_place(columns, column)] if columns else "title"

    def rows() -> Iterator[Row]:
        for line, cells, problem in records:
            if len(cells) > len(columns):
                problem = f"it has {len(cells)} cells, and the heading {len(columns)}"
            fields = dict(zip(columns, [*cells, *[""] * len(columns)], strict=False))
            if problem:
                _tell_bad(before + line, problem)
            yield Row("" if problem else fields[name], fields)

    return Titles(columns, lambda _: name, _counted(rows()))


def _objects(lines: Iterator[str]) -> Iterator[object]:
    """The value of each line of JSON; a `BadRow` for a line that is not JSON."""
    import json  # only JSON needs it

    for number, line in enumerate(lines, 1):
        problem = ""
        try:
            if line.strip():
                yield from _unwrapped(json.loads(line))
        except json.JSONDecodeError as error:
            problem = f"not valid JSON: {error.msg}"
        except RecursionError:
            problem = "its values stand in one another too deeply"
        if problem:
            _tell_bad(number, problem)
            yield BadRow(problem)


def _items(lines: Iterator[str], given: str) -> Iterator[object]:
    """The entries of a JSON text: an array, or an object with one. Raises `UnreadableFile`."""
    import json

    name, parts, length = named(given), [], 0
    for line in lines:
        parts.append(line)
        length += len(line)
        if length > LARGE_FILE.most:
            raise too_large(given, LARGE_FILE)
    try:
        data = json.loads("".join(parts))
    except json.JSONDecodeError as error:
        told = f"{name} is not valid JSON: {error.msg} (line {error.lineno})"
        raise UnreadableFile(
            told, "give an array of titles or objects, or an object a line"
        ) from None
    except RecursionError:
        from mlroles.catalogue.text.one_file import invalid
        from mlroles.catalogue.text.reading import read_document

        raise invalid(name, [*read_document("".join(parts).encode(), given).problems]) from None
    yield from data if isinstance(data, list) else _unwrapped(data)


def _unwrapped(data: object) -> list[object]:
    """The entries of an object that holds nothing but a list of them, or the value itself."""
    if isinstance(data, dict) and not _key(data, USUAL):
        lists = [value for value in data.values() if isinstance(value, list) and value]
        if len(lists) == 1 and isinstance(lists[0][0], dict):
            return lists[0]
    return [data]


def _key(fields: Mapping[str, Any], wanted: tuple[str, ...]) -> str | None:
    """The key of a record that is called by one of some words, the first that there is."""
    keys = {fold(key): key for key in reversed([*fields])}
    return next((keys[word] for word in wanted if word in keys), None)


def _from_records(items: Iterator[object], column: str | None, name: str, ahead: bool) -> Titles:
    """Titles of records; `ahead` if the first of them may be read for what fields there are."""
    wanted = USUAL if column is None else (fold(column),)

    def rows() -> Iterator[Row]:
        waiting: list[Row] = []
        known = False
        for number, item in enumerate(items, 1):
            if len(waiting) >= UNTITLED.most:
                break
            fields: dict[str, Any] = item if isinstance(item, dict) else {}
            key = _key(fields, wanted)
            title = fields[key] if key else item if isinstance(item, str) else None
            if not isinstance(item, dict | str | BadRow):
                tell(f"mlroles: entry {number} comes back without a role: not a JSON object")
            known = known or key is not None or isinstance(item, str)
            waiting.append(Row(title if isinstance(title, str) else "", fields))
            if known:  # until then it may be a file of something else
                yield from waiting
                waiting.clear()
        if waiting:
            keys = list(dict.fromkeys(key for row in waiting for key in row.fields))
            choice = f"choose --column from {shortened(keys, MOST_LISTED)}"
            if keys and column is not None:
                raise AskedWrongly(f"there is no column {column!r}", choice)
            told = f"none of the records of {name} has a key 'title'"
            raise UnreadableFile(told, choice if keys else "give an object with one on each line")

    found = rows()
    first = list(islice(found, AHEAD if ahead else 1))
    columns = tuple(dict.fromkeys(key for row in first for key in row.fields)) or ("title",)
    return Titles(columns, lambda row: _key(row, wanted) or "", _counted(chain(first, found)))


def _place(columns: tuple[str, ...], column: str | None) -> int:
    """The place of the column that holds the titles."""
    folded = [fold(name) for name in columns]
    wanted = USUAL if column is None else (fold(column),)
    for name in wanted:
        if name in folded:
            return folded.index(name)
    if column is None and len(columns) <= 1:
        return 0
    choice = f"choose --column from {shortened(list(columns), MOST_LISTED)}"
    remedy = choice if columns else "give a file with rows"
    if column is None:
        raise AskedWrongly("none of the columns is called title", remedy)
    raise AskedWrongly(f"there is no column {column!r}", remedy)
