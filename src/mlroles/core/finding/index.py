"""The index that searching reads: who has which word in which text, and all names."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal, get_args

from mlroles.core.finding.memory import ALL, Remembered
from mlroles.core.finding.words import rarity
from mlroles.core.model.names import EntryKind

Field = Literal["name", "alternate name", "code", "definition", "skill", "activity", "family"]
FIELDS: tuple[Field, ...] = get_args(Field)
KINDS: tuple[EntryKind, ...] = ("role", "skill")
"""What there is a shelf of, in the order in which they lie in the index."""

NO_HEAD = 2**32 - 1
"""Stands for the head of a name that has no words."""

MANY = 500
"""Strings that are looked up one by one before all are read."""

VOCABULARY_PARTS = 7
SHELF_PARTS = 26
"""How many runs of bytes the vocabulary and a shelf are kept in; see the classes."""


class BuiltIndex(Mapping[str, bytes]):
    """The parts of an index that is built when one of them is first wanted."""

    def __init__(self, build: Callable[[], dict[str, bytes]]) -> None:
        """Take what builds all parts."""
        self._build = build

    @cached_property
    def _parts(self) -> dict[str, bytes]:
        return self._build()

    def __getitem__(self, number: str) -> bytes:
        """One part. Raises `KeyError`."""
        return self._parts[number]

    def __iter__(self) -> Iterator[str]:
        """The numbers of the parts."""
        return iter(self._parts)

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self._parts)

    def __reduce__(self) -> tuple[type[dict[str, bytes]], tuple[dict[str, bytes]]]:
        """Pickle the parts without what builds them."""
        return dict, (self._parts,)


class Texts(Sequence[str]):
    """Many strings, one after another in UTF-8; each is decoded once, when it is looked at."""

    def __init__(self, text: memoryview, ends: memoryview) -> None:
        """Take the text of all and, as 32-bit numbers after a 0, where each ends."""
        self._text, self._ends = text, ends.cast("I")
        self._met: dict[int, str] = {}
        self._asked = 0

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:  # type: ignore[override]
        """The string of a number."""
        if number not in self._met:
            start, end = self._ends[number], self._ends[number + 1]
            self._met[number] = str(self._text[start:end], "utf-8")
        return self._met[number]

    def pick(self, numbers: Sequence[int]) -> list[str]:
        """The strings of these numbers; faster than one by one."""
        met = self._met
        return [met[number] if number in met else self[number] for number in numbers]

    def __iter__(self) -> Iterator[str]:
        """All strings, in their order; faster than one by one."""
        text, ends = bytes(self._text), self._ends.tolist()
        return (text[start:end].decode() for start, end in pairwise(ends))

    def find(self, wanted: str) -> int | None:
        """The number of a string, or None; the strings must be sorted."""
        self._asked += 1
        if self._asked > MANY:
            return self._numbers.get(wanted)
        number = bisect_left(self, wanted)
        return number if number < len(self) and self[number] == wanted else None

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {text: number for number, text in enumerate(self)}

    def beginning(self, start: str) -> Iterator[int]:
        """The numbers of the strings that begin so; the strings must be sorted."""
        number = bisect_left(self, start)
        while number < len(self) and self[number].startswith(start):
            yield number
            number += 1


class _Parts:
    """Something made of parts, each of which is read when it is first used."""

    def __init__(self, parts: Mapping[str, bytes], first: int) -> None:
        """Take all parts by number, and the number of the first."""
        self._all, self._first = parts, first

    def part(self, number: int) -> memoryview:
        """One part, counted from the first."""
        return memoryview(self._all[str(self._first + number)])


def _numbers(number: int, kind: Literal["B", "I", "f"] = "I") -> cached_property[memoryview]:
    return cached_property(lambda parts: parts.part(number).cast(kind))


def _texts(number: int) -> cached_property[Texts]:
    return cached_property(lambda parts: Texts(parts.part(number), parts.part(number + 1)))


def _runs(
    number: int, kind: Literal["B", "f"]
) -> cached_property[Remembered[int, list[tuple[int, float]]]]:
    """Three parts: where the numbers of each thing end, after a 0; the numbers; their amounts."""

    def runs(parts: _Parts) -> Remembered[int, list[tuple[int, float]]]:
        ends, numbers = parts.part(number).cast("I"), parts.part(number + 1).cast("I")
        amounts = parts.part(number + 2).cast(kind)

        def run(at: int) -> list[tuple[int, float]]:
            own = slice(ends[at], ends[at + 1])
            return list(zip(numbers[own], amounts[own], strict=True))

        return Remembered(run, ALL)

    return cached_property(runs)


class Shelf(_Parts):
    """All that the index holds of the entries of one kind; entries and words go by number."""

    ids = _texts(0)
    rarity = _numbers(2, "f")
    """Word -> how rare it is among the names, as an inverse document frequency."""
    posting_ends = _numbers(3)
    """Word -> where its postings end, after a 0."""
    posting_entries = _numbers(4)
    posting_weights = _numbers(5, "f")
    posting_texts = _numbers(6)
    """For each posting: the entry that has the word, how much it counts, the text it is in."""
    texts = _texts(7)
    text_fields = _numbers(9, "B")
    """Text -> the place of its field in `FIELDS`."""
    entry_ends = _numbers(10)
    """Entry -> where its names end, after a 0."""
    names = _texts(11)
    name_ends = _numbers(13)
    """Name -> where its words end, after a 0."""
    words_of_name = _runs(13, "f")
    """Name -> its words, and how much each counts; the squares add up to 1."""
    name_heads = _numbers(16)
    """Name -> the word that says what somebody is, such as engineer, or `NO_HEAD`."""
    name_ranks = _numbers(17, "B")
    """Name -> 0 for what an entry is called, 1 for what employers call it, 2 for other names."""
    uses = _runs(18, "B")
    """Skill -> the roles that ask for it, those that need it most first, and its importance."""
    technologies = _numbers(21, "B")
    """Skill -> 3 for a language, 2 for a framework, 1 for another tool, 0 for anything else."""
    name_entries = _numbers(22)
    """Name -> the entry that is called so."""
    named = _runs(23, "f")
    """Word -> the names that have it, and how much it counts in each."""

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.ids)

    @cached_property
    def nowhere(self) -> float:
        """The least rarity of a word that no name has."""
        return rarity(len(self), 0) - 1e-4

    @cached_property
    def word_shares(self) -> list[float]:
        """Name -> the share of it that one of its words is."""
        return [1 / max(1, end - start) for start, end in pairwise(self.name_ends)]

    @cached_property
    def names_with(self) -> Remembered[int, dict[int, list[tuple[int, float]]]]:
        """Entry -> word -> the names of the entry that have it, and how much it counts there."""

        def names_with(entry: int) -> dict[int, list[tuple[int, float]]]:
            found: dict[int, list[tuple[int, float]]] = {}
            for name in self.names_of(entry):
                for word, amount in self.words_of_name[name]:
                    found.setdefault(word, []).append((name, amount))
            return found

        return Remembered(names_with, ALL)

    def postings(self, word: int, entry: int) -> Iterator[tuple[Field, str, float]]:
        """Where an entry has a word: field, text, and how much the word counts there."""
        entries, (start, end) = self.posting_entries, self.posting_ends[word : word + 2]
        first = bisect_left(entries, entry, start, end)
        for at in range(first, bisect_right(entries, entry, first, end)):
            text = self.posting_texts[at]
            yield FIELDS[self.text_fields[text]], self.texts[text], self.posting_weights[at]

    def name(self, entry: int) -> str:
        """What an entry is called."""
        return self.names[self.entry_ends[entry]]

    def names_of(self, entry: int) -> range:
        """All names of an entry by number, what it is called first."""
        return range(self.entry_ends[entry], self.entry_ends[entry + 1])


class Index(_Parts):
    """The vocabulary of all names and texts, and a shelf for each kind of entry."""

    words = _texts(0)
    """All words, sorted."""
    trigrams = _texts(2)
    """All runs of three characters in words, sorted."""
    trigram_ends = _numbers(4)
    """Trigram -> where the words that have it end, after a 0."""
    trigram_words = _numbers(5)
    trigram_counts = _numbers(6, "B")
    """Word -> how many different trigrams it has."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Take what `build_index` built; a part is read when it is first needed."""
        super().__init__(parts, 0)
        self.words_with = Remembered(self._words_with)
        """Trigram -> the words that have it."""
        self.shelves = {
            kind: Shelf(parts, VOCABULARY_PARTS + SHELF_PARTS * number)
            for number, kind in enumerate(KINDS)
        }

    def _words_with(self, trigram: str) -> list[int]:
        place = self.trigrams.find(trigram)
        if place is None:
            return []
        return self.trigram_words[slice(*self.trigram_ends[place : place + 2])].tolist()
