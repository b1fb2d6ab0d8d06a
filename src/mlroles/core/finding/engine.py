"""Score the entries of an index by the words that are sought."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property
from heapq import heapify, heappop, nlargest
from math import sqrt
from typing import NamedTuple

from mlroles.core.finding.index import NO_HEAD, Index, Shelf
from mlroles.core.finding.memory import Remembered
from mlroles.core.finding.spelling import Meanings, meanings, repaired
from mlroles.core.model.names import EntryKind

CANDIDATES = 100
"""The most entries that one look at the index returns."""

WHOLE = 0.6
"""The share of a word's meaning from which it counts as the whole word of a name."""

SCATTERED = 0.8
"""How much a name counts whose words are sought apart or in another order."""

MET = 16.0
"""What each word met adds to the cosine of a name, so that one number holds both."""


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


class Sought(NamedTuple):
    """What is sought on a shelf."""

    weights: dict[str, float]
    """Word -> what it counts; the squares add up to 1."""
    pull: dict[int, tuple[float, float, int, str]]
    """Word of the index -> what it counts, its share of the meaning, and the place and text of
    the word sought."""


class Engine:
    """Answers from one index, and remembers what words mean."""

    def __init__(self, index: Index, slips: bool = True) -> None:
        """Take the index, and whether to look for misspelt words, which loads a library."""
        self.index = index
        self.numbers: Remembered[str, int | None] = Remembered(index.words.find)
        """Folded word -> its number, or None if no name or text has it."""
        self.meanings: Remembered[str, Meanings] = Remembered(
            lambda word: meanings(index, word, slips)
        )
        """Folded word -> the words of the index that it may mean."""
        self._by_text = Remembered(self._found_by_text)

    def best(
        self, kind: EntryKind, sought: Sought, limit: int, also: Collection[int] = ()
    ) -> list[Scored]:
        """The entries of a kind that fit best, best first; equal ones by the length of the name.

        With vectors of length 1, weighted by the rarity of words among names, the likeness to a
        name is the cosine times the share of the name's words that are sought; the likeness to
        the texts is the sum over the fields of weight · cosine. Names are compared in the order
        of the most that they can score, until no other can be among the best. Entries of `also`
        are always returned.
        """
        shelf = self.index.shelves[kind]
        entry_of = shelf.name_entries
        by_text: dict[int, float] = defaultdict(float, dict.fromkeys(also, 0.0))
        for word, weight in sought.weights.items():
            for entry, amount in self._by_text[kind, word]:
                by_text[entry] += weight * amount
        met = [0.0] * len(entry_of)
        names: list[int] = []
        for number, (counts, _, _, _) in sought.pull.items():
            for name, amount in shelf.named[number]:
                if not met[name]:
                    names.append(name)
                met[name] += MET + counts * amount
        bounds = []
        for name in names:
            words = met[name] // MET
            likeness = (met[name] - words * MET) * words * shelf.word_shares[name]
            text = by_text[entry_of[name]]
            bounds.append((-1.0 if text > 1 else likeness * (text - 1) - text, name))
        heapify(bounds)
        best: dict[int, tuple[float, int]] = {}
        scores: dict[int, float] = {}
        least = 0.0
        while bounds:
            bound, name = heappop(bounds)
            entry = entry_of[name]
            if -bound > scores.get(entry, 0.0) or entry not in best:
                likeness = _likeness(shelf, name, sought)
                if likeness > best.get(entry, (0.0, 0))[0]:
                    best[entry] = likeness, name
                    scores[entry] = likeness + (1 - likeness) * min(1.0, by_text[entry])
                    if len(scores) >= limit and scores[entry] > least:
                        least = min(nlargest(limit, scores.values())) - 1e-9
            if -bound < least and all(-bound <= scores.get(one, 0.0) for one in also):
                break
        for entry, text in by_text.items():
            if entry not in scores and (text >= least or entry in also):
                scores[entry] = min(1.0, text)
        found = []
        for entry, score in scores.items():
            if score >= max(least, 1e-9) or entry in also:
                likeness, name = best.get(entry, (0.0, -1))
                likeness, score = (1.0, 1.0) if likeness > 1 - 1e-6 else (likeness, score)
                found.append(Scored(entry, score, likeness, by_text[entry], name))
        found.sort(key=lambda scored: (-scored.score, scored.entry))
        kept = _shorter_first(shelf, found, limit)
        return kept + [one for one in found if one.entry in also and one not in kept]

    def sought(self, kind: EntryKind, words: Mapping[str, float], strange: float = 1.0) -> Sought:
        """Prepare folded words, with how much each counts, to be compared with a kind.

        `strange` is how much a word counts that is in no name, where others are sought too.
        """
        return self.weighed(kind, repaired(self.is_word, words), strange)

    def weighed(self, kind: EntryKind, words: Mapping[str, float], strange: float) -> Sought:
        """Prepare words that need no splitting or joining; see `sought`."""
        shelf = self.index.shelves[kind]
        weights = {}
        for word, share in words.items():
            number = self.numbers[word]
            weight = shelf.nowhere if number is None else shelf.rarity[number]
            if weight >= shelf.nowhere and len(words) > 1:
                weight *= strange
            weights[word] = share * weight
        length = sqrt(sum(weight * weight for weight in weights.values()))
        weights = {word: weight / length for word, weight in weights.items() if weight}
        pull: dict[int, tuple[float, float, int, str]] = {}
        for place, (word, weight) in enumerate(weights.items()):
            for number, share in self.meanings[word]:
                found = (weight * share, share, place, word)
                pull[number] = max(pull.get(number, found), found)
        return Sought(weights, pull)

    def is_word(self, word: str) -> bool:
        """Whether some name or text has this folded word."""
        return self.numbers[word] is not None

    def is_head(self, word: str) -> bool:
        """Whether some name of a role says with this folded word what somebody is."""
        return word in self._heads

    @cached_property
    def _heads(self) -> set[str]:
        heads = set(self.index.shelves["role"].name_heads) - {NO_HEAD}
        return {self.index.words[number] for number in heads}

    def _found_by_text(self, sought: tuple[EntryKind, str]) -> list[tuple[int, float]]:
        """The entries of a kind with a word in a text, and the sum of weight · likeness."""
        kind, word = sought
        shelf = self.index.shelves[kind]
        found: dict[int, float] = {}
        for number, share in self.meanings[word]:
            start, end = shelf.posting_ends[number : number + 2]
            entries, weights = shelf.posting_entries[start:end], shelf.posting_weights[start:end]
            for entry, weight in zip(entries, weights, strict=True):
                found[entry] = found.get(entry, 0.0) + share * weight
        return list(found.items())


def _likeness(shelf: Shelf, name: int, sought: Sought) -> float:
    """How much a name is like what is sought, from 0 to 1; see `Engine.best`."""
    words = shelf.words_of_name[name]
    cosine = shares = 0.0
    expected = -1
    together = True
    for number, weight in words:
        if number in sought.pull:
            counts, share, place, _ = sought.pull[number]
            cosine += counts * weight
            shares += 1.0 if share >= WHOLE else share
            together = together and expected in (-1, place)
            expected = place + 1
    return cosine * shares / len(words) * (1.0 if together else SCATTERED)


def _shorter_first(shelf: Shelf, found: list[Scored], limit: int) -> list[Scored]:
    """The first so many, equal scores by the length of the name; reads as few names as it can."""
    last = found[limit - 1].score if limit < len(found) else 0.0
    near = [scored for scored in found if scored.score >= last]
    near.sort(key=lambda one: (-one.score, len(shelf.name(one.entry)), one.entry))
    return near[:limit]
