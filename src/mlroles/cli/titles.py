"""Read titles, or texts of adverts, row by row from any kind of file; a bad row stops nothing."""

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
    codec_named,
    encoding_told,
    kind_of_binary,
    records_of,
    separator_of,
)
from mlroles.cli.progress import counted
from mlroles.cli.streams import tell
from mlroles.core.model.errors import AskedWrongly, UnreadableFile
from mlroles.core.model.limits import LARGE_FILE, LINE, TITLE, UNTITLED, Limit
from mlroles.core.model.names import MOST_LISTED, fold
from mlroles.present.page.blocks import shortened

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
    longest: Limit
    column: str | None = None
    """The name of the column, where one is given; `usual` is then that one."""

    def named(self, column: str | None) -> "Sought":
        """The same in a column of this name, if one is given."""
        return self._replace(column=column, usual=(fold(column),)) if column else self


TITLES = Sought("title", HEADINGS, (*HEADINGS, "position", "job", "role"), TITLE)

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
    return read_rows(lambda: to_read(given, TITLES), given, TITLES, column, encoding)


def read_rows(
    opens: Callable[[], AbstractContextManager[BinaryIO]],
    given: str,
    sought: Sought,
    column: str | None = None,
    encoding: str | None = None,
) -> Titles:
    """Open a file that is called as it is given, and read its heading, if it has one.

    What is in it tells the kind of file, and its ending only where that is open. Every row comes
    back, one without a title where it cannot be read; standard error says so with the
    number of its line. Raises `UnreadableFile`, and `AskedWrongly` for a column or an encoding
    that is not there.
    """
    name = named(given)
    lines = _lines(opens, given, encoding, sought)
    blank, first = [], ""
    for first in lines:
        if first.strip():
            break
        blank.append(first)
    ending = os.path.splitext(given)[1].lower()
    sought = sought.named(column)
    layout = layout_of(first.strip(), ending, sought)
    lines = chain([] if layout == "table" else blank, [first] if first.strip() else [], lines)
    if layout == "table":
        separator = separator_of(first) or ("\t" if ending == ".tsv" else ",")
        return _from_table(lines, separator, len(blank), sought)
    if layout == "records":
        return _from_records(_objects(lines, sought), name, given != "-", sought)
    if layout == "document":
        return _from_records(_items(lines, given, sought), name, True, sought)
    return _from_lines(lines, sought)


def titles_typed(words: Sequence[str], column: str | None, encoding: str | None) -> Titles:
    """What was typed: a file, a title, with quotes or without, or several; nothing is `-`."""
    if len(words) > 1 and any(" " in word for word in words):
        return _from_lines(iter(words), TITLES)
    return read_titles(" ".join(words) or "-", column, encoding)


def layout_of(first: str, ending: str, sought: Sought) -> Layout:
    """The kind of file, by its first line that is not blank."""
    if _ARRAY.match(first) or (ending in DOCUMENTS and not first.endswith("}")):
        return "document"
    if first.startswith("{"):
        return "records" if first.endswith("}") else "document"
    if ending in RECORDS:
        return "records"
    cells = first.split(separator_of(first))
    if ending in TABLES or sought.column or {*map(fold, cells)} & {*sought.headings}:
        return "table"
    return "lines"


def _is_title(given: str) -> bool:
    """Whether it is a title and not the name of a file, which has a folder or a known ending."""
    named = " " not in given and os.path.dirname(given)
    ending = os.path.splitext(given)[1].lower()
    return not (given in ("", "-") or named or ending in ENDINGS or os.path.lexists(given))


def _lines(
    opens: Callable[[], AbstractContextManager[BinaryIO]],
    given: str,
    encoding: str | None,
    sought: Sought,
) -> Iterator[str]:
    """The lines with their ends. Raises `UnreadableFile` for what is not text."""
    codec = codec_named(encoding)
    try:
        with opens() as file:
            lines = _whole_lines(file, given, sought)
            first = next(lines, b"")
            if kind := kind_of_binary(first):
                key = sought.usual[0]
                raise UnreadableFile(
                    f"{named(given)} is {kind}",
                    f"save it as CSV or text, or as JSON with a key {key!r}",
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


def _whole_lines(file: BinaryIO, given: str, sought: Sought) -> Iterator[bytes]:
    """The lines of a file. Raises `UnreadableFile` for one that is too long.

    Where texts are sought, what is too long is only passed over: the others are worth reading.
    """
    begun = False
    for number, line in enumerate(iter(lambda: file.readline(LINE.most + 1), b""), 1):
        if len(line) > LINE.most:
            if begun or line.lstrip()[:1] not in (b"[", b"{"):
                told = f"line {number} of {named(given)} is longer than {LINE}"
                if sought.what == "title":
                    raise UnreadableFile(told, "give one title a line, or a table of rows")
                while (rest := file.readline(LINE.most)) and not rest.endswith(b"\n"):
                    pass
                yield b"longer than a line may be\n"
                continue
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


def to_read(given: str, sought: Sought) -> AbstractContextManager[BinaryIO]:
    """Open a file, or standard input for `-`, and say what to type. Raises `OSError`."""
    if given == STANDARD_INPUT and sys.stdin.isatty():
        lines = "titles, one a line" if sought == TITLES else "or paste a text"
        tell(f"type {lines}; Ctrl-D ends")
    return opened(given)


def _tell_bad(number: int, problem: object) -> None:
    tell(f"mlroles: line {number} comes back without a role: {problem}")


def _from_lines(lines: Iterator[str], sought: Sought) -> Titles:
    def rows() -> Iterator[Row]:
        for number, line in enumerate(lines, 1):
            title = line.rstrip("\r\n")
            if "\0" in title:
                _tell_bad(number, "it is not text")
                title = ""
            yield Row(title, {"title": title})

    return Titles(("title",), lambda _: "title", _counted(rows(), sought))


def _counted(rows: Iterator[Row], sought: Sought) -> Iterator[Row]:
    """The rows, counted; a title or text that is too long to be read is reported."""
    what, longest = sought.what, sought.longest
    for number, row in enumerate(counted(rows, f"{what}s"), 1):
        if len(row.title) > longest.most:
            tell(
                f"mlroles: {what} {number} is longer than {longest}, and comes back without a role"
            )
            row = row._replace(sound=False)
        yield row


def _from_table(lines: Iterator[str], separator: str, before: int, sought: Sought) -> Titles:
    records = records_of(lines, separator)
    heading = next(records, None)
    columns = tuple(heading.cells) if heading else ()
    if heading and heading.problem:
        raise UnreadableFile(
            f"the heading cannot be read: {heading.problem}",
            "give a text file, or name its --encoding",
        )
    name = columns[_place(columns, sought)] if columns else "title"

    def rows() -> Iterator[Row]:
        for line, cells, problem in records:
            if len(cells) > len(columns):
                problem = f"it has {len(cells)} cells, and the heading {len(columns)}"
            fields = dict(zip(columns, [*cells, *[""] * len(columns)], strict=False))
            if problem:
                _tell_bad(before + line, problem)
            yield Row("" if problem else fields[name], fields, not problem)

    return Titles(columns, lambda _: name, _counted(rows(), sought))


def _objects(lines: Iterator[str], sought: Sought) -> Iterator[object]:
    """The value of each line of JSON; a `BadRow` for a line that is not JSON."""
    import json  # only JSON needs it

    from mlroles.catalogue.text.reading import json_value

    for number, line in enumerate(lines, 1):
        problem = ""
        try:
            if line.strip():
                yield from _unwrapped(json_value(line), sought)
        except json.JSONDecodeError as error:
            problem = f"not valid JSON: {error.msg}"
        except RecursionError:
            problem = "its values stand in one another too deeply"
        if problem:
            _tell_bad(number, problem)
            yield BadRow(problem)


def _items(lines: Iterator[str], given: str, sought: Sought) -> Iterator[object]:
    """The entries of a JSON text: an array, or an object with one. Raises `UnreadableFile`."""
    import json

    from mlroles.catalogue.text.reading import json_value, read_document

    name, parts, length = named(given), [], 0
    for line in lines:
        parts.append(line)
        length += len(line)
        if length > LARGE_FILE.most:
            raise too_large(given, LARGE_FILE)
    try:
        data = json_value("".join(parts))
    except json.JSONDecodeError as error:
        told = f"{name} is not valid JSON: {error.msg} (line {error.lineno})"
        remedy = f"give an array of {sought.what}s or objects, or an object a line"
        raise UnreadableFile(told, remedy) from None
    except RecursionError:
        from mlroles.catalogue.text.one_file import invalid

        raise invalid(name, [*read_document("".join(parts).encode(), given).problems]) from None
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


def _from_records(items: Iterator[object], name: str, ahead: bool, sought: Sought) -> Titles:
    """Titles of records; `ahead` if the first of them may be read for what fields there are."""
    wanted = sought.usual

    def rows() -> Iterator[Row]:
        waiting: list[Row] = []
        known = False
        for number, item in enumerate(items, 1):
            if len(waiting) >= UNTITLED.most:
                break
            fields: dict[str, Any] = item if isinstance(item, dict) else {}
            key = key_of(fields, wanted)
            title = fields[key] if key else item if isinstance(item, str) else None
            sound = isinstance(item, dict | str)
            if not sound and not isinstance(item, BadRow):
                tell(f"mlroles: entry {number} comes back without a role: not a JSON object")
            known = known or key is not None or isinstance(item, str)
            waiting.append(Row(title if isinstance(title, str) else "", fields, sound))
            if known:  # until then it may be a file of something else
                yield from waiting
                waiting.clear()
        if waiting:
            keys = list(dict.fromkeys(key for row in waiting for key in row.fields))
            choice = f"choose --column from {shortened(keys, MOST_LISTED)}"
            if keys and sought.column:
                raise AskedWrongly(f"there is no column {sought.column!r}", choice)
            told = f"none of the records of {name} has a key {wanted[0]!r}"
            raise UnreadableFile(told, choice if keys else "give an object with one on each line")

    found = rows()
    first = list(islice(found, AHEAD if ahead else 1))
    columns = tuple(dict.fromkeys(key for row in first for key in row.fields)) or ("title",)
    rest = _counted(chain(first, found), sought)
    return Titles(columns, lambda row: key_of(row, wanted) or "", rest)


def _place(columns: tuple[str, ...], sought: Sought) -> int:
    """The place of the column that holds what is sought."""
    folded = [fold(name) for name in columns]
    for name in sought.usual:
        if name in folded:
            return folded.index(name)
    if not sought.column and len(columns) <= 1:
        return 0
    choice = f"choose --column from {shortened(list(columns), MOST_LISTED)}"
    remedy = choice if columns else "give a file with rows"
    if not sought.column:
        raise AskedWrongly(f"none of the columns is called {sought.usual[0]}", remedy)
    raise AskedWrongly(f"there is no column {sought.column!r}", remedy)
