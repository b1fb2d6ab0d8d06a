"""Score the entries of an index by the words that are sought."""

from collections.abc import Mapping
from heapq import nlargest
from math import sqrt
from typing import NamedTuple, TypeVar

from mlroles.core.finding.index import NO_HEAD, Index, Shelf
from mlroles.core.finding.spelling import Meanings, meanings, repaired
from mlroles.core.finding.words import rarity
from mlroles.core.model.names import EntryKind

CANDIDATES = 100
"""Entries whose names are compared one by one; those whose texts together are the likest."""

WHOLE = 0.6
"""How much each word of a name must be what is meant for the whole name to be there."""

SCATTERED = 0.8
"""How much a name counts whose words do not stand together, in their order."""

REMEMBERED = 2000
"""Words that are remembered for the next query."""

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


class Name(NamedTuple):
    """A name of an entry."""

    number: int
    words: list[tuple[int, float]]
    """Its words by number, and what each counts; the squares add up to 1."""


class Scored(NamedTuple):
    """An entry and how well it fits."""

    entry: int
    score: float
    """From 0 to 1: by_name + (1 - by_name) · min(1, by_text)."""
    by_name: float
    """The likeness to its best name, from 0 to 1."""
    by_text: float
    """The likeness to all of its texts."""
    name: int
    """The best name, or -1 if none is like what is sought."""
    whole: bool
    """Whether all words of one of its names are sought."""
    ordered: bool
    """Whether those stand in their order, with or without others between them."""


class Sought(NamedTuple):
    """What is sought on a shelf."""

    weights: dict[str, float]
    """Word -> what it counts; the squares add up to 1."""
    pull: dict[int, tuple[float, float, int, str]]
    """Word of the index -> what it counts, how much it is what is meant, and the word sought with
    its place."""


class Engine:
    """Answers from one index; remembers what words mean, as far as there is room."""

    def __init__(self, index: Index, slips: bool = True) -> None:
        """Take the index, and whether to look for misspelt words, which takes a library."""
        self.index, self._slips = index, slips
        self._meanings: dict[str, Meanings] = {}
        self._found: dict[tuple[EntryKind, str], tuple[list[int], list[float]]] = {}
        self._names: dict[tuple[EntryKind, int], list[Name]] = {}
        self._heads: set[str] | None = None

    def best(self, kind: EntryKind, sought: Sought, limit: int) -> list[Scored]:
        """The entries of a kind that fit best, best first; equal ones by the length of the name.

        With vectors of length 1, weighted by the rarity of words among names, the likeness to a
        name is the cosine times the share of the name's words that are sought; that to the texts
        is the sum over the fields of weight · cosine.
        """
        shelf = self.index.shelves[kind]
        by_text = [0.0] * len(shelf)
        for word, weight in sought.weights.items():
            for entry, amount in zip(*self._entries_with(kind, word), strict=True):
                by_text[entry] += weight * amount
        least = max(1e-9, min(nlargest(CANDIDATES, by_text), default=0.0))
        found = [
            self._scored(kind, entry, amount, sought)
            for entry, amount in enumerate(by_text)
            if amount >= least
        ]
        found.sort(key=lambda scored: (-scored.score, scored.entry))
        return _shorter_first(shelf, found, limit)

    def sought(self, kind: EntryKind, words: Mapping[str, float], strange: float = 1.0) -> Sought:
        """Prepare folded words, with how much each counts, to be compared with a kind.

        `strange` is how much a word counts that no name has, where others are sought too.
        """
        shelf = self.index.shelves[kind]
        nowhere = rarity(len(shelf), 0)
        words = repaired(self.index, words)
        weights = {}
        for word, share in words.items():
            number = self.index.words.find(word)
            weight = nowhere if number is None else shelf.rarity[number]
            if weight >= nowhere - 1e-4 and len(words) > 1:
                weight *= strange
            weights[word] = share * weight
        length = sqrt(sum(weight * weight for weight in weights.values()))
        weights = {word: weight / length for word, weight in weights.items() if weight}
        pull: dict[int, tuple[float, float, int, str]] = {}
        for place, (word, weight) in enumerate(weights.items()):
            for number, share in self.meanings_of(word):
                found = (weight * share, share, place, word)
                pull[number] = max(pull.get(number, found), found)
        return Sought(weights, pull)

    def is_head(self, word: str) -> bool:
        """Whether some name of a role says with this folded word what somebody is."""
        if self._heads is None:
            numbers = set(self.index.shelves["role"].name_heads) - {NO_HEAD}
            self._heads = {self.index.words[number] for number in numbers}
        return word in self._heads

    def meanings_of(self, word: str) -> Meanings:
        """The words of the index that a word may mean; see `mlroles.core.finding.spelling`."""
        if word not in self._meanings:
            _remember(self._meanings, word, meanings(self.index, word, self._slips))
        return self._meanings[word]

    def _entries_with(self, kind: EntryKind, word: str) -> tuple[list[int], list[float]]:
        """The entries that a word is found in, and the sum of weight · likeness in each."""
        if (kind, word) not in self._found:
            shelf = self.index.shelves[kind]
            amounts: dict[int, float] = {}
            for number, share in self.meanings_of(word):
                start, end = shelf.posting_ends[number], shelf.posting_ends[number + 1]
                weights = shelf.posting_weights[start:end]
                for entry, weight in zip(shelf.posting_entries[start:end], weights, strict=True):
                    amounts[entry] = amounts.get(entry, 0.0) + share * weight
            _remember(self._found, (kind, word), (list(amounts), list(amounts.values())))
        return self._found[kind, word]

    def _scored(self, kind: EntryKind, entry: int, by_text: float, sought: Sought) -> Scored:
        pulled = sought.pull.get
        best, best_name, whole, ordered = 0.0, None, False, False
        for name in self._names_of(kind, entry):
            cosine = shares = 0.0
            expected = -1
            together = in_order = True
            for number, weight in name.words:
                if found := pulled(number):
                    counts, share, place, _ = found
                    cosine += counts * weight
                    shares += 1.0 if share >= WHOLE else share
                    together = together and expected in (-1, place)
                    in_order = in_order and expected <= place
                    expected = place + 1
            if shares == len(name.words) > 0:
                whole = True
                ordered = ordered or in_order
            likeness = cosine * shares / max(1, len(name.words))
            likeness *= 1.0 if together else SCATTERED
            if likeness > best:
                best, best_name = likeness, name
        if best_name is None:
            return Scored(entry, min(1.0, by_text), 0.0, by_text, -1, False, False)
        best = 1.0 if best > 1 - 1e-6 else best
        score = best + (1 - best) * min(1.0, by_text)
        return Scored(entry, score, best, by_text, best_name.number, whole, ordered)

    def _names_of(self, kind: EntryKind, entry: int) -> list[Name]:
        if (kind, entry) not in self._names:
            shelf = self.index.shelves[kind]
            names = []
            for number in range(shelf.entry_ends[entry], shelf.entry_ends[entry + 1]):
                start, end = shelf.name_ends[number], shelf.name_ends[number + 1]
                words, weights = shelf.name_words[start:end], shelf.name_weights[start:end]
                names.append(Name(number, list(zip(words, weights, strict=True))))
            self._names[kind, entry] = names
        return self._names[kind, entry]


def _remember(known: dict[KeyT, ValueT], key: KeyT, value: ValueT) -> None:
    if len(known) >= REMEMBERED:
        known.clear()
    known[key] = value


def _shorter_first(shelf: Shelf, found: list[Scored], limit: int) -> list[Scored]:
    """The first so many, those of one score by the length of the name; few names are looked at."""
    last = found[limit - 1].score if limit < len(found) else 0.0
    near = [scored for scored in found if scored.score >= last]
    near.sort(key=lambda one: (-one.score, len(shelf.name(one.entry)), one.entry))
    return near[:limit]
