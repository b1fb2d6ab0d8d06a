"""Values by key in one run of bytes, each found by halving and decoded when it is wanted."""

from array import array
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, Literal, NamedTuple, TypeVar
from zlib import crc32

import msgspec

ItemT = TypeVar("ItemT")

NUMBER: Literal["I"] = "I"
"""The array type of counts and places: four bytes, in the order of the machine."""
SIZE = array(NUMBER).itemsize


class Damaged(ValueError):
    """The bytes are not as they were written."""


class _Index(NamedTuple):
    order: memoryview
    """Positions of the keys in the order of their bytes."""
    key_ends: memoryview
    value_ends: memoryview
    checksums: memoryview
    keys: bytes
    values: memoryview


def to_bytes(values: Mapping[str, Any]) -> list[bytes]:
    """Write values by keys without line breaks: the index, and then each value as JSON.

    In the index four numbers come first: how many values there are, how long the index is up to
    the keys, how long altogether, and how long it is with the values. Then, for each key: its
    place in the sorted order, where it ends, where its value ends, and the value's checksum;
    then the keys, a line each.
    """
    keys = [key.encode() for key in values]
    encoded = [msgspec.json.encode(value) for value in values.values()]
    positions = sorted(range(len(keys)), key=keys.__getitem__)
    numbers = array(NUMBER, positions)
    numbers.extend(_ends(keys, 1))
    numbers.extend(_ends(encoded, 0))
    numbers.extend(map(crc32, encoded))
    key_text = b"".join(key + b"\n" for key in keys)
    start = 4 * SIZE + len(numbers) * SIZE
    index_end = start + len(key_text)
    end = index_end + sum(map(len, encoded))
    index = array(NUMBER, [len(keys), start, index_end, end]).tobytes()
    return [index + numbers.tobytes() + key_text, *encoded]


def _ends(texts: list[bytes], gap: int) -> Iterator[int]:
    end = 0
    for text in texts:
        end += len(text) + gap
        yield end


def starting_with(values: Mapping[str, object], beginning: str) -> list[str]:
    """The keys that begin so, in alphabetical order."""
    if isinstance(values, Table):
        return values.starting_with(beginning)
    return sorted(key for key in values if key.startswith(beginning))


class Table(Mapping[str, ItemT], Generic[ItemT]):
    """Values by key, in the order in which they were written; each is decoded once."""

    def __init__(
        self,
        text: memoryview,
        checksum: int,
        kind: type[ItemT],
        otherwise: Callable[[], Mapping[str, ItemT]],
    ) -> None:
        """Take what `to_bytes` wrote, joined, with the checksum of the index.

        `kind` is what the values are, and `otherwise` gives them if this is damaged.
        """
        self._text, self._checksum, self._kind = text, checksum, kind
        self._otherwise = otherwise
        self._decoded: dict[str, ItemT] = {}
        self._sound: Mapping[str, ItemT] | None = None

    def __getitem__(self, key: str) -> ItemT:
        """The value of a key. Raises `KeyError`."""
        if key not in self._decoded:
            self._decoded[key] = self._either(lambda: self._read(key), lambda sound: sound[key])
        return self._decoded[key]

    def __contains__(self, key: object) -> bool:
        """Whether there is such a key; its value is not read."""
        if not isinstance(key, str):
            return False
        return bool(self._either(lambda: self._position(key) >= 0, lambda sound: key in sound))

    def __iter__(self) -> Iterator[str]:
        """The keys in their order."""
        keys = self._either(lambda: self._index.keys.decode().split("\n")[:-1], list)
        return iter(keys)

    def __len__(self) -> int:
        """How many there are."""
        return int(self._either(lambda: len(self._index.order), len))

    def _either(
        self, here: Callable[[], Any], elsewhere: Callable[[Mapping[str, ItemT]], Any]
    ) -> Any:
        """What is asked for from here or, once something is damaged, from elsewhere."""
        if self._sound is None:
            try:
                return here()
            except Damaged:
                self._sound = self._otherwise()
        return elsewhere(self._sound)

    @cached_property
    def _index(self) -> _Index:
        text = self._text
        head = text[: 4 * SIZE]
        count, start, index_end, end = head.cast(NUMBER) if len(head) == 4 * SIZE else (0, 0, 0, 1)
        if end != len(text) or crc32(text[:index_end]) != self._checksum:
            raise Damaged
        rows = text[4 * SIZE : start].cast(NUMBER)
        order, key_ends, value_ends, checksums = (
            rows[count * i : count * (i + 1)] for i in range(4)
        )
        keys, values = bytes(text[start:index_end]), text[index_end:]
        return _Index(order, key_ends, value_ends, checksums, keys, values)

    @cached_property
    def _decoder(self) -> msgspec.json.Decoder[ItemT]:
        return msgspec.json.Decoder(self._kind)

    def starting_with(self, beginning: str) -> list[str]:
        """The keys that begin so, in alphabetical order."""

        def here() -> list[str]:
            wanted, found = beginning.encode("utf-8", "surrogatepass"), []
            for rank in range(self._rank(wanted), len(self._index.order)):
                key = self._key(rank)
                if not key.startswith(wanted):
                    break
                found.append(key.decode())
            return found

        return list(self._either(here, lambda sound: starting_with(sound, beginning)))

    def _key(self, rank: int) -> bytes:
        """The key that stands at a place of the sorted order."""
        index = self._index
        position = index.order[rank]
        return index.keys[_start(index.key_ends, position) : index.key_ends[position] - 1]

    def _rank(self, wanted: bytes) -> int:
        """How many keys stand before this one in the sorted order."""
        low, high = 0, len(self._index.order)
        while low < high:
            middle = (low + high) // 2
            if self._key(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def _position(self, key: str) -> int:
        """The position of a key in the order of writing, or -1."""
        wanted = key.encode("utf-8", "surrogatepass")
        rank = self._rank(wanted)
        if rank < len(self._index.order) and self._key(rank) == wanted:
            return self._index.order[rank]
        return -1

    def _read(self, key: str) -> ItemT:
        position = self._position(key)
        if position < 0:
            raise KeyError(key)
        ends = self._index.value_ends
        value = self._index.values[_start(ends, position) : ends[position]]
        if crc32(value) != self._index.checksums[position]:
            raise Damaged
        return self._decoder.decode(value)


def _start(ends: memoryview, position: int) -> int:
    return ends[position - 1] if position else 0
