"""Score the entries of an index by the words that are sought, and take each score apart."""

from collections.abc import Mapping
from heapq import nlargest
from math import sqrt
from typing import NamedTuple

from mlroles.core.index import FIELDS, NO_HEAD, Field, Index, Shelf
from mlroles.core.indexing import rarity
from mlroles.core.names import EntryKind
from mlroles.core.spelling import Meanings, meanings, repaired
from mlroles.core.vocabulary import Value

CANDIDATES = 100
"""Entries whose names are compared one by one; those whose texts together are the likest."""

GAMMA = 1.0
USERW=0.0
LAMBDA = 0.3
STRANGE=0.5
STRANGE2=True
REMEMBERED = 2000
"""Words and entries that are remembered for the next query."""

Name = tuple[int, list[tuple[int, float]]]
"""A name by number, and its words by number with what each counts."""


class Reason(Value, frozen=True, kw_only=True):
    """What one word of the query adds to the score of a hit."""

    word: str
    field: Field
    text: str
    """The name, skill, activity, family or word that was found."""
    points: float


class Scored(NamedTuple):
    """An entry, by number, with its score from 0 to 1 and what that is made of."""

    entry: int
    score: float
    by_name: float
    """The likeness to its best name."""
    best_name: int
    told: float = 0.0
    qcov: float = 0.0


class Engine:
    """Answers queries from one index; remembers what words mean, as far as there is room."""

    def __init__(self, index: Index) -> None:
        """Take the index."""
        self.index = index
        self._meanings: dict[str, Meanings] = {}
        self._reach: dict[tuple[EntryKind, str], tuple[list[int], list[float]]] = {}
        self._names: dict[tuple[EntryKind, int], list[Name]] = {}
        self._heads: set[str] | None = None

    def best(self, kind: EntryKind, sought: Mapping[str, float], limit: int) -> list[Scored]:
        """The entries of a kind that are the likest to words, best first.

        `sought` holds words and how much each counts. With idf-weighted vectors of length 1,
        the score is n + (1 - n) · min(1, t): n is the greatest cosine of the query and a name,
        t the sum over the fields of weight · cosine.
        """
        shelf = self.index.shelves[kind]
        sought = repaired(self.index, sought)
        weights = self._weights(shelf, sought)
        by_text = [0.0] * len(shelf)
        for word, weight in weights.items():
            for entry, amount in zip(*self._reached(kind, word), strict=True):
                by_text[entry] += weight * amount
        pull = self._pull(weights, sought)
        found = []
        for entry in nlargest(CANDIDATES, range(len(shelf)), key=by_text.__getitem__):
            if not by_text[entry]:
                break
            by_name, name, told, qc = self._best_name(kind, entry, pull)
            score = by_name + (1 - by_name) * min(1.0, by_text[entry])
            found.append(Scored(entry, score, by_name, name, told, qc))
        lengths = {scored.entry: len(shelf.name(scored.entry)) for scored in found}
        found.sort(key=lambda scored: (-scored.score, lengths[scored.entry], scored.entry))
        return found[:limit]

    def is_head(self, word: str) -> bool:
        """Whether some name of a role says with this folded word what somebody is."""
        if self._heads is None:
            self._heads = {self.index.words[n] for n in set(self.index.shelves["role"].name_heads) if n != NO_HEAD}
        return word in self._heads

    def _weights(self, shelf: Shelf, sought: Mapping[str, float]) -> dict[str, float]:
        """Word -> what it counts; the squares add up to 1."""
        unknown = rarity(len(shelf), 0)
        weights = {}
        for word, share in sought.items():
            number = self.index.words.find(word)
            rare = unknown if number is None else shelf.rarity[number]
            if rare >= unknown - 1e-6 and len(sought) > 1 and (STRANGE2 or number is None): rare *= STRANGE
            weights[word] = share * rare
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {word: weight / length for word, weight in weights.items() if weight}

    def _meaning(self, word: str) -> Meanings:
        if word not in self._meanings:
            _make_room(self._meanings)
            self._meanings[word] = meanings(self.index, word)
        return self._meanings[word]

    def _reached(self, kind: EntryKind, word: str) -> tuple[list[int], list[float]]:
        """The entries that a word is found in, and the sum of weight · likeness in each."""
        if (kind, word) not in self._reach:
            _make_room(self._reach)
            shelf = self.index.shelves[kind]
            amounts: dict[int, float] = {}
            for number, share in self._meaning(word):
                start, end = shelf.posting_ends[number], shelf.posting_ends[number + 1]
                entries = shelf.posting_entries[start:end]
                for entry, weight in zip(entries, shelf.posting_weights[start:end], strict=True):
                    amounts[entry] = amounts.get(entry, 0.0) + share * weight
            self._reach[kind, word] = list(amounts), list(amounts.values())
        return self._reach[kind, word]

    def _pull(self, weights: Mapping[str, float], sought: Mapping[str, float]) -> dict[int, tuple[float, float, int]]:
        """Word of the index -> what a name gets for it, and how much it is what is meant."""
        pull: dict[int, tuple[float, float, int]] = {}
        for place, (word, weight) in enumerate(weights.items()):
            for number, share in self._meaning(word):
                pull[number] = max(pull.get(number, (0.0, 0.0, 0,0)), (weight * share, share*(USERW*sought[word]+1-USERW), place,share))
        return pull

    def _best_name(
        self, kind: EntryKind, entry: int, pull: Mapping[int, tuple[float, float, int]]
    ) -> tuple[float, int,float,float]:
        best, best_name,btold,bqc = 0.0, -1,0.0,0.0
        for name, words in self._names_of(kind, entry):
            likeness = told = qc= 0.0
            least=1.0
            before, apart = -1, 0
            for number, weight in words:
                if number in pull:
                    pulled, share, place, sh = pull[number]
                    if likeness and place != before + 1:
                        apart += 1
                    before = place
                    likeness += pulled * weight
                    told += share
                    qc += pulled*pulled
                    least=min(least,sh)
                else: least=0.0
            if told:
                likeness *= (told / len(words)) ** GAMMA * (1-LAMBDA*apart/len(words))
            if likeness > best:
                best, best_name,btold,bqc = likeness, name,least,qc
        return min(1.0, best), best_name,btold,bqc

    def _names_of(self, kind: EntryKind, entry: int) -> list[Name]:
        if (kind, entry) not in self._names:
            shelf = self.index.shelves[kind]
            names = []
            for name in range(shelf.entry_ends[entry], shelf.entry_ends[entry + 1]):
                start, end = shelf.name_ends[name], shelf.name_ends[name + 1]
                words = zip(
                    shelf.name_words[start:end], shelf.name_weights[start:end], strict=True
                )
                names.append((name, list(words)))
            self._names[kind, entry] = names
        return self._names[kind, entry]


def _make_room(remembered: dict) -> None:
    if len(remembered) >= REMEMBERED:
        remembered.clear()
