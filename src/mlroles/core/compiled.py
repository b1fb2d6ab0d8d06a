"""A catalogue as one compact text and back; an entry is decoded when it is looked at."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar, get_args

import msgspec

from mlroles.core.catalogue import Catalogue
from mlroles.core.names import Claim

ItemT = TypeVar("ItemT")
Places = dict[str, tuple[int, int]]
"""Key -> where its value begins in the text and where it ends."""

Head = tuple[dict[str, Places], dict[str, str], int]
"""Collection -> places, role id -> name, and how long all entries are together."""

COLLECTIONS = {
    field.name: get_args(field.type)[1]
    for field in msgspec.structs.fields(Catalogue)
    if field.name not in ("names", "role_names")
}
"""Field of a catalogue -> what the entries in it are."""


class Entries(Mapping[str, ItemT], Generic[ItemT]):
    """Values by key, each decoded once: a command looks at few of a thousand."""

    def __init__(self, text: memoryview, places: Places, kind: type[ItemT]) -> None:
        """Take the JSON of the values, the places of each in it, and what all of them are."""
        self._text, self._places = text, places
        self._decoder = msgspec.json.Decoder(kind)
        self._decoded: dict[str, ItemT] = {}

    def __getitem__(self, key: str) -> ItemT:
        """The value of a key. Raises `KeyError`."""
        if key not in self._decoded:
            start, end = self._places[key]
            self._decoded[key] = self._decoder.decode(self._text[start:end])
        return self._decoded[key]

    def __iter__(self) -> Iterator[str]:
        """The keys in their order."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)


class Names(Mapping[str, list[Claim]]):
    """Who answers to which folded name, looked for in a text of lines: a name, a tab, JSON."""

    def __init__(self, lines: bytes) -> None:
        """Take the lines; each begins with a line break, and one more stands at the end."""
        self._lines = lines

    def __getitem__(self, key: str) -> list[Claim]:
        """The claims on a name. Raises `KeyError`."""
        start = self._lines.find(f"\n{key}\t".encode())
        if start < 0:
            raise KeyError(key)
        line = self._lines[start + 1 : self._lines.index(b"\n", start + 1)]
        return msgspec.json.decode(line.partition(b"\t")[2], type=list[Claim])

    def __iter__(self) -> Iterator[str]:
        """The names in their order."""
        return (line.partition(b"\t")[0].decode() for line in self._lines.split(b"\n")[1:-1])

    def __len__(self) -> int:
        """How many there are."""
        return self._lines.count(b"\n") - 1


def to_text(catalogue: Catalogue) -> bytes:
    """Write a catalogue as a line of JSON, which says where each entry is, and the entries."""
    entries, names = bytearray(), bytearray()
    index: dict[str, Places] = {}
    for collection in COLLECTIONS:
        index[collection] = {}
        for id, entry in getattr(catalogue, collection).items():
            start = len(entries)
            entries += msgspec.json.encode(entry)
            index[collection][id] = (start, len(entries))
    for name, claims in catalogue.names.items():
        names += b"\n%s\t%s" % (name.encode(), msgspec.json.encode(claims))
    head = msgspec.json.encode((index, dict(catalogue.role_names), len(entries)))
    return b"\n".join([head, entries, names, b""])


def from_text(text: bytes) -> Catalogue:
    """Read what `to_text` wrote. Raises `ValueError` where the text is no such thing."""
    head = text.index(b"\n")
    index, role_names, length = msgspec.json.decode(text[:head], type=Head)
    if index.keys() != COLLECTIONS.keys():
        raise ValueError("the collections are other ones")
    rest = memoryview(text)[head + 1 :]
    return Catalogue(
        **{name: Entries(rest, index[name], kind) for name, kind in COLLECTIONS.items()},
        names=Names(bytes(rest[length + 1 :])),
        role_names=role_names,
    )
