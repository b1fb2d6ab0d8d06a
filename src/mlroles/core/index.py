"""The index that searching reads: who has which word in which text, and all names, as bytes."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal, get_args

from mlroles.core.names import EntryKind

Field = Literal["name", "alternate name", "definition", "skill", "activity", "family"]
FIELDS: tuple[Field, ...] = get_args(Field)
KINDS: tuple[EntryKind, ...] = ("role", "skill")
"""What there is a shelf of, in the order in which they lie in the index."""

NO_HEAD = 2**32 - 1
"""Stands for the head of a name that has no words."""

VOCABULARY_PARTS = 7
SHELF_PARTS = 17
"""How many runs of bytes the vocabulary and a shelf are kept in; see the classes."""


class IndexBytes:
    """What an index is kept in, made or checked when it is first wanted."""

    def __init__(self, make: Callable[[], memoryview]) -> None:
        """Take what gives the bytes."""
        self._make = make

    @cached_property
    def content(self) -> memoryview:
        """The bytes, as `mlroles.core.indexing` writes them."""
        return self._make()

    def __eq__(self, other: object) -> bool:
        """Whether the bytes are the same."""
        return isinstance(other, IndexBytes) and self.content == other.content

    __hash__ = None  # type: ignore[assignment]


class Texts(Sequence[str]):
    """Many strings, one after another in UTF-8; each is decoded when it is looked at."""

    def __init__(self, text: memoryview, ends: memoryview) -> None:
        """Take the text of all and, as 32-bit numbers after a 0, where each ends."""
        self._text, self._ends = text, ends.cast("I")

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:  # type: ignore[override]
        """The string of a number."""
        return str(self._text[self._ends[number] : self._ends[number + 1]], "utf-8")

    def __iter__(self) -> Iterator[str]:
        """All strings, in their order; faster than one by one."""
        text, ends = bytes(self._text), self._ends.tolist()
        return (text[start:end].decode() for start, end in pairwise(ends))

    def find(self, wanted: str) -> int | None:
        """The number of a string, or None; the strings must be sorted."""
        number = self._place(wanted)
        return number if number < len(self) and self[number] == wanted else None

    def beginning(self, start: str) -> Iterator[int]:
        """The numbers of the strings that begin so; the strings must be sorted."""
        number = self._place(start)
        while number < len(self) and self[number].startswith(start):
            yield number
            number += 1

    def _place(self, wanted: str) -> int:
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        return low


class Shelf:
    """All that the index holds of the entries of one kind; entries and words go by number."""

    def __init__(self, parts: Sequence[memoryview]) -> None:
        """Take the parts in the order in which `build_index` writes them."""
        self.ids = Texts(*parts[0:2])
        self.rarity = parts[2].cast("f")
        """Word -> how rare it is among the names, as an inverse document frequency."""
        self.posting_ends = parts[3].cast("I")
        """Word -> where its postings end, after a 0."""
        self.posting_entries = parts[4].cast("I")
        self.posting_weights = parts[5].cast("f")
        self.posting_texts = parts[6].cast("I")
        """For each posting: the entry that has the word, how much it counts, the text it is in."""
        self.texts = Texts(*parts[7:9])
        self.text_fields = parts[9].cast("B")
        """Text -> the place of its field in `FIELDS`."""
        self.entry_ends = parts[10].cast("I")
        """Entry -> where its names end, after a 0; the first is what it is called."""
        self.names = Texts(*parts[11:13])
        self.name_ends = parts[13].cast("I")
        """Name -> where its words end, after a 0."""
        self.name_words = parts[14].cast("I")
        self.name_weights = parts[15].cast("f")
        """The words of the names, and how much each counts; the squares of a name's add to 1."""
        self.name_heads = parts[16].cast("I")
        """Name -> the word that says what somebody is, such as engineer, or `NO_HEAD`."""

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.ids)

    def name(self, entry: int) -> str:
        """What an entry is called."""
        return self.names[self.entry_ends[entry]]

    def names_of(self, entry: int) -> Iterator[str]:
        """All names of an entry, what it is called first."""
        numbers = range(self.entry_ends[entry], self.entry_ends[entry + 1])
        return (self.names[number] for number in numbers)


class Index:
    """The vocabulary of all names and texts, and a shelf for each kind of entry."""

    def __init__(self, content: memoryview) -> None:
        """Take what `build_index` wrote; nothing of it is read before it is needed."""
        count = VOCABULARY_PARTS + SHELF_PARTS * len(KINDS)
        ends = content[: 8 * (count + 1)].cast("Q")
        parts = [content[ends[number] : ends[number + 1]] for number in range(count)]
        self.words = Texts(*parts[0:2])
        """All words, sorted."""
        self.trigrams = Texts(*parts[2:4])
        """All runs of three characters in words, sorted."""
        self.trigram_ends = parts[4].cast("I")
        """Trigram -> where the words that have it end, after a 0."""
        self.trigram_words = parts[5].cast("I")
        self.trigram_counts = parts[6].cast("B")
        """Word -> how many different trigrams it has."""
        self.shelves = {
            kind: Shelf(parts[at : at + SHELF_PARTS])
            for kind, at in zip(KINDS, range(VOCABULARY_PARTS, count, SHELF_PARTS), strict=True)
        }
