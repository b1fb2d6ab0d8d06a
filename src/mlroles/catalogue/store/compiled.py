"""A catalogue as one run of bytes and back; what is looked at is read, and nothing else."""

from collections.abc import Callable
from typing import Any, get_args
from zlib import crc32

import msgspec

from mlroles.catalogue.store.table import Table, to_bytes
from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.index import HEAD, IndexBytes
from mlroles.core.model.layer import Layer

Section = tuple[int, int, int]
"""Where a section begins and ends, and the checksum of its index."""

FIELDS: dict[str, Any] = {
    field.name: get_args(field.type)[1]
    for field in msgspec.structs.fields(Catalogue)
    if field.name not in ("index", "layers")
}
"""Field of a catalogue -> what its values are."""

COLLECTIONS: dict[str, Any] = {
    name: kind
    for name, kind in FIELDS.items()
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct)
}
"""Field of a catalogue -> what the entries in it are."""


class Head(msgspec.Struct, frozen=True):
    """What stands at the beginning: where each field is, and the layers."""

    sections: dict[str, Section]
    layers: list[Layer]


def to_parts(catalogue: Catalogue) -> list[bytes | memoryview]:
    """Write a catalogue: a checksum of the next line, which says what is where, and the tables.

    The parts follow each other; they are not joined, since there may be much of them.
    """
    # The index comes first: making it takes memory that the tables then can have.
    search_index = catalogue.index.content
    end = len(search_index)
    sections: dict[str, Section] = {"index": (0, end, crc32(search_index[:HEAD]))}
    parts: list[bytes | memoryview] = [search_index]
    for name in FIELDS:
        index, *values = to_bytes(getattr(catalogue, name))
        start, end = end, end + len(index) + sum(map(len, values))
        sections[name] = (start, end, crc32(index))
        parts += [index, *values]
    head = msgspec.json.encode(Head(sections, catalogue.layers))
    return [b"%08x\n%s\n" % (crc32(head), head), *parts]


def from_text(text: memoryview, otherwise: Callable[[], Catalogue]) -> Catalogue:
    """Read what `to_parts` wrote. Raises `ValueError` where the text is no such thing.

    A table is checked when it is first looked at, and a value when it is read; where one is
    damaged, `otherwise` gives the catalogue from which to take the table instead.
    """
    line = bytes(text[:9])
    end = _end_of_line(text, 9)
    if line != b"%08x\n" % crc32(text[9:end]):
        raise ValueError("the head is damaged")
    head = msgspec.json.decode(text[9:end], type=Head)
    body = text[end + 1 :]
    if max(stop for _, stop, _ in head.sections.values()) != len(body):
        raise ValueError("the text is cut")

    def table(name: str) -> Table[Any]:
        start, stop, checksum = head.sections[name]
        return Table(body[start:stop], checksum, FIELDS[name], lambda: getattr(otherwise(), name))

    def index() -> memoryview:
        start, stop, checksum = head.sections["index"]
        sound = crc32(body[start:stop][:HEAD]) == checksum
        return body[start:stop] if sound else otherwise().index.content

    return Catalogue(
        **{name: table(name) for name in FIELDS},
        index=IndexBytes(index, lambda: otherwise().index),
        layers=head.layers,
    )


def _end_of_line(text: memoryview, start: int) -> int:
    step = 4096
    for begin in range(start, len(text), step):
        found = bytes(text[begin : begin + step]).find(b"\n")
        if found >= 0:
            return begin + found
    raise ValueError("there is no head")


def to_json(catalogue: Catalogue) -> str:
    """Every entry with every field that is not at its default, an entry to a line.

    Ids and kinds stand inside the entries, as in any catalogue in one file, which this is. A line
    break is at the end.
    """
    encode = msgspec.json.Encoder().encode
    parts = []
    for collection in COLLECTIONS:
        entries = b",\n".join(map(encode, getattr(catalogue, collection).values()))
        parts.append(b'"%s":[\n%s\n]' % (collection.encode(), entries))
    return (b"{" + b",\n".join(parts) + b"}\n").decode()
