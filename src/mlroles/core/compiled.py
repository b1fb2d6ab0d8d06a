"""A catalogue as one compact text and back; each entry is decoded when it is looked at."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar, get_args

import msgspec
from msgspec import Raw

from mlroles.core.catalogue import Catalogue

ItemT = TypeVar("ItemT")


class Entries(Mapping[str, ItemT], Generic[ItemT]):
    """Values by key, each decoded once: a command looks at few of a thousand."""

    def __init__(self, undecoded: dict[str, Raw], kind: type[ItemT]) -> None:
        """Take the JSON of each value, and what all of them are."""
        self._undecoded = undecoded
        self._decoder = msgspec.json.Decoder(kind)
        self._decoded: dict[str, ItemT] = {}

    def __getitem__(self, key: str) -> ItemT:
        """The value of a key. Raises `KeyError`."""
        if key not in self._decoded:
            self._decoded[key] = self._decoder.decode(self._undecoded[key])
        return self._decoded[key]

    def __iter__(self) -> Iterator[str]:
        """The keys in their order."""
        return iter(self._undecoded)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._undecoded)


def to_text(catalogue: Catalogue) -> bytes:
    """Write a catalogue as compact JSON."""
    return msgspec.json.encode(
        {field: dict(getattr(catalogue, field)) for field in Catalogue.__struct_fields__}
    )


def from_text(text: bytes) -> Catalogue:
    """Read what `to_text` wrote. Raises `ValueError` where the text is no such thing."""
    collections = msgspec.json.decode(text, type=dict[str, dict[str, Raw]])
    if collections.keys() != set(Catalogue.__struct_fields__):
        raise ValueError("the collections are other ones")
    kinds = {field.name: get_args(field.type)[1] for field in msgspec.structs.fields(Catalogue)}
    return Catalogue(**{name: Entries(raw, kinds[name]) for name, raw in collections.items()})
