"""A compiled catalogue as a SQLite file; each part of it is read and checked when it is wanted."""

import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, suppress
from functools import cached_property
from threading import Lock
from typing import Any, Generic, TypeVar, get_args
from zlib import crc32

import msgspec

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.layer import Layer

ItemT = TypeVar("ItemT")

SCHEMA = "CREATE TABLE part (name BLOB PRIMARY KEY, content BLOB, checksum INTEGER) WITHOUT ROWID"

# Nobody sees the file before it is whole, and one that a power cut spoils is noticed.
SETTINGS = ("PRAGMA page_size = 8192", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF")

FIELDS: dict[str, Any] = {
    field.name: get_args(field.type)[1]
    for field in msgspec.structs.fields(Catalogue)
    if field.name not in ("ladder", "layers")
}
"""Field of a catalogue -> what its values are."""


class Damaged(Exception):
    """The file is not as it was written."""


class _Head(msgspec.Struct, frozen=True):
    key: str
    ladder: Ladder
    layers: list[Layer]


def write_compiled(path: str, key: str, catalogue: Catalogue) -> None:
    """Write a catalogue, and the key of what it depends on, to an empty file.

    A part has a name: nothing (the key, the ladder and the layers), a field (its keys, in their
    order), or a field and a key (the value). Raises `OSError`.
    """
    start, encode = crc32(key.encode()), msgspec.json.Encoder().encode

    def contents() -> Iterator[tuple[str, bytes]]:
        yield "", encode(_Head(key, catalogue.ladder, catalogue.layers))
        for field in sorted(FIELDS):
            values = getattr(catalogue, field)
            yield field, encode(list(values))
            for one in sorted(values):  # rows written in their order take less room
                value = values[one]
                yield f"{field}/{one}", value if FIELDS[field] is bytes else encode(value)

    def rows() -> Iterator[tuple[bytes, bytes, int]]:
        for name, content in contents():
            written = name.encode("utf-8", "surrogatepass")
            yield written, content, crc32(content, crc32(written, start))

    try:
        with closing(sqlite3.connect(path)) as connection:
            for statement in (*SETTINGS, SCHEMA):
                connection.execute(statement)
            connection.executemany("INSERT INTO part VALUES (?, ?, ?)", rows())
            connection.commit()
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


def read_compiled(path: str, key: str, otherwise: Callable[[], Catalogue]) -> Catalogue:
    """The catalogue in a file that nobody writes to. Raises `Damaged`, also for another key.

    What turns out to be damaged once it is looked at comes from `otherwise`.
    """
    file = _File(path, key, otherwise)
    head = file.decoded("", _Head)
    if head.key != key:
        raise Damaged
    rows: dict[str, Any] = {field: _Rows(file, field) for field in FIELDS}
    return Catalogue(**rows, ladder=head.ladder, layers=head.layers)


class _File:
    """An open file: content by name, with a checksum of the key, the name and the content.

    SQLite does not notice when a row has changed or is gone. So each part is checked when it is
    read, and which entries there are is a part of its own.
    """

    def __init__(self, path: str, key: str, otherwise: Callable[[], Catalogue]) -> None:
        """Open a file. `otherwise` gives the catalogue if it is damaged. Raises `Damaged`."""
        place = os.path.abspath(path).replace(os.sep, "/").lstrip("/")
        for special, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
            place = place.replace(special, code)
        self._start, self._otherwise, self._lock = crc32(key.encode()), otherwise, Lock()
        try:
            self._connection = sqlite3.connect(
                f"file:///{place}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            # No part is longer than the file, whatever the file says.
            longest = min(os.path.getsize(path), 10**9)
            self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest)
            schema = self._connection.execute("SELECT sql FROM sqlite_master").fetchall()
        except (sqlite3.Error, OSError, MemoryError):
            raise Damaged from None
        if schema != [(SCHEMA,)]:
            raise Damaged

    def __del__(self) -> None:
        """Close the file."""
        with suppress(AttributeError):  # it could not be opened
            self._connection.close()

    @cached_property
    def sound(self) -> Catalogue:
        """The same catalogue, made anew."""
        return self._otherwise()

    def part(self, name: str) -> bytes | None:
        """The content of a name, or None. Raises `Damaged`."""
        asked = name.encode("utf-8", "surrogatepass")
        query = "SELECT content, checksum FROM part WHERE name = ?"
        try:
            with self._lock:
                row = self._connection.execute(query, (asked,)).fetchone()
        except (sqlite3.Error, MemoryError):
            raise Damaged from None
        if row is None:
            return None
        if type(row[0]) is not bytes or crc32(row[0], crc32(asked, self._start)) != row[1]:
            raise Damaged
        return bytes(row[0])

    def decoded(self, name: str, kind: type[ItemT]) -> ItemT:
        """The value of a name that must be there. Raises `Damaged`."""
        try:
            return msgspec.json.decode(self.part(name) or b"", type=kind)
        except msgspec.MsgspecError:
            raise Damaged from None


class _Rows(Mapping[str, ItemT], Generic[ItemT]):
    """A field of a catalogue, in the order of writing; each value is read when it is wanted."""

    def __init__(self, file: _File, field: str) -> None:
        """Take the file that holds the values, and the name of the field."""
        self._file, self._field = file, field
        self._known: dict[str, ItemT] = {}

    def __getitem__(self, key: str) -> ItemT:
        """The value of a key. Raises `KeyError`."""
        if key not in self._known:
            try:
                content = self._file.part(f"{self._field}/{key}")
                if content is None:
                    raise Damaged if key in self._keys else KeyError(key)
                self._known[key] = self._decode(content)
            except (Damaged, msgspec.MsgspecError):
                self._known[key] = self._sound[key]
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        """The keys in their order."""
        return iter(self._keys)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._keys)

    def __reduce__(self) -> tuple[type[dict[str, ItemT]], tuple[dict[str, ItemT]]]:
        """Pickle the values without the file."""
        return dict, (dict(self),)

    @property
    def _sound(self) -> Mapping[str, ItemT]:
        found: Mapping[str, ItemT] = getattr(self._file.sound, self._field)
        return found

    @cached_property
    def _keys(self) -> Collection[str]:
        try:
            return dict.fromkeys(self._file.decoded(self._field, list[str]))
        except Damaged:
            return self._sound

    @cached_property
    def _decode(self) -> Any:
        kind = FIELDS[self._field]
        return bytes if kind is bytes else msgspec.json.Decoder(kind).decode
