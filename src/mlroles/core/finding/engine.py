"""Score the entries of an index by the words that are sought."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from heapq import heapify, heappop, nlargest
from itertools import pairwise
from math import sqrt
from typing import NamedTuple, TypeVar

from mlroles.core.finding.index import FIELDS, NO_HEAD, Field, Index, Shelf
from mlroles.core.finding.spelling import Meanings, meanings, repaired
from mlroles.core.model.names import EntryKind

CANDIDATES = 100
"""Entries whose names are compared one by one; those whose texts together are the likest."""

WHOLE = 0.6
"""How much each word of a name must be what is meant for the whole name to be there."""

SCATTERED = 0.8
"""How much a name counts whose words do not stand together, in their order."""

MET = 16.0
"""What each word that is met adds to the cosine of a name, so that one number holds both."""

REMEMBERED = 10_000
"""Words that are remembered for the next query."""

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


class Posting(NamedTuple):
    """A text of an entry in which a word stands, and how much it counts there."""

    field: Field
    text: str
    weight: float


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
    """Word of the index -> what it counts, how much it is what is meant, and the word sought with
    its place."""


class Holding(NamedTuple):
    """The entries that a word is found in."""

    by_text: list[tuple[int, float]]
    """Entry, and the sum of weight · likeness."""
    told: dict[int, dict[Field, tuple[float, str]]]
    """The same by entry and field, and the text in which the word or the likest one stands."""


class Engine:
    """Answers from one index; remembers what words mean, as far as there is room."""

    def __init__(self, index: Index, slips: bool = True) -> None:
        """Take the index, and whether to look for misspelt words, which takes a library."""
        self.index, self._slips = index, slips
        self._meanings: dict[str, Meanings] = {}
        self._numbers: dict[str, int | None] = {}
        self._found: dict[tuple[EntryKind, str], Holding] = {}
        self._words: dict[tuple[EntryKind, int], list[tuple[int, float]]] = {}
        self._named: dict[tuple[EntryKind, int], list[tuple[int, float]]] = {}
        self._postings: dict[tuple[EntryKind, int], dict[int, list[Posting]]] = {}
        self._shares: dict[EntryKind, list[float]] = {}
        self._heads: set[str] | None = None
        self._tools: dict[tuple[str, ...], list[int]] | None = None

    def best(
        self, kind: EntryKind, sought: Sought, limit: int, also: Collection[int] = ()
    ) -> list[Scored]:
        """The entries of a kind that fit best, best first; equal ones by the length of the name.

        With vectors of length 1, weighted by the rarity of words among names, the likeness to a
        name is the cosine times the share of the name's words that are sought; that to the texts
        is the sum over the fields of weight · cosine. Names are looked at by the most that they
        can be like, as long as they can still be among the best;
        entries of `also` are given in any case.
        """
        entry_of = self.index.shelves[kind].name_entries
        by_text: dict[int, float] = defaultdict(float, dict.fromkeys(also, 0.0))
        for word, weight in sought.weights.items():
            for entry, amount in self.holding(kind, word).by_text:
                by_text[entry] += weight * amount
        met = [0.0] * len(entry_of)
        names: list[int] = []
        for number, (counts, _, _, _) in sought.pull.items():
            for name, amount in self._names_with(kind, number):
                if not met[name]:
                    names.append(name)
                met[name] += MET + counts * amount
        parts = self._parts(kind)
        bounds = []
        for name in names:
            words = met[name] // MET
            likeness = (met[name] - words * MET) * words * parts[name]
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
                likeness = self._likeness(kind, name, sought)
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
        kept = _shorter_first(self.index.shelves[kind], found, limit)
        return kept + [one for one in found if one.entry in also and one not in kept]

    def sought(self, kind: EntryKind, words: Mapping[str, float], strange: float = 1.0) -> Sought:
        """Prepare folded words, with how much each counts, to be compared with a kind.

        `strange` is how much a word counts that no name has, where others are sought too.
        """
        return self.weighed(kind, repaired(self.is_word, words), strange)

    def weighed(self, kind: EntryKind, words: Mapping[str, float], strange: float) -> Sought:
        """Prepare words in which nothing is to be split or joined; see `sought`."""
        shelf = self.index.shelves[kind]
        weights = {}
        for word, share in words.items():
            number = self.number(word)
            weight = shelf.nowhere if number is None else shelf.rarity[number]
            if weight >= shelf.nowhere and len(words) > 1:
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

    def number(self, word: str) -> int | None:
        """The number of a folded word, or None if it stands in no name and no text."""
        if word not in self._numbers:
            _remember(self._numbers, word, self.index.words.find(word))
        return self._numbers[word]

    def is_word(self, word: str) -> bool:
        """Whether a folded word stands in some name or text."""
        return self.number(word) is not None

    def is_head(self, word: str) -> bool:
        """Whether some name of a role says with this folded word what somebody is."""
        if self._heads is None:
            numbers = set(self.index.shelves["role"].name_heads) - {NO_HEAD}
            self._heads = {self.index.words[number] for number in numbers}
        return word in self._heads

    def tools_called(self, words: tuple[str, ...]) -> list[int]:
        """The tools, languages and frameworks that are called by these folded words."""
        if self._tools is None:
            self._tools = {}
            shelf = self.index.shelves["skill"]
            for tool in range(len(shelf)) if any(shelf.technologies) else ():
                if shelf.technologies[tool]:
                    for name in range(shelf.entry_ends[tool], shelf.entry_ends[tool + 1]):
                        self._tools.setdefault(self.words_of_name("skill", name), []).append(tool)
        return self._tools.get(words, [])

    def words_of_name(self, kind: EntryKind, name: int) -> tuple[str, ...]:
        """The words of a name."""
        shelf = self.index.shelves[kind]
        numbers = shelf.name_words[shelf.name_ends[name] : shelf.name_ends[name + 1]]
        return tuple(self.index.words[number] for number in numbers)

    def meanings_of(self, word: str) -> Meanings:
        """The words of the index that a word may mean; see `mlroles.core.finding.spelling`."""
        if word not in self._meanings:
            _remember(self._meanings, word, meanings(self.index, word, self._slips))
        return self._meanings[word]

    def _postings_of(self, kind: EntryKind, word: int) -> dict[int, list[Posting]]:
        """Where a word of the index stands, by entry."""
        if (kind, word) not in self._postings:
            shelf = self.index.shelves[kind]
            found: dict[int, list[Posting]] = {}
            for at in range(shelf.posting_ends[word], shelf.posting_ends[word + 1]):
                text = shelf.posting_texts[at]
                field = FIELDS[shelf.text_fields[text]]
                posting = Posting(field, shelf.texts[text], shelf.posting_weights[at])
                found.setdefault(shelf.posting_entries[at], []).append(posting)
            _remember(self._postings, (kind, word), found)
        return self._postings[kind, word]

    def holding(self, kind: EntryKind, word: str) -> Holding:
        """The entries that a word which is sought is found in."""
        if (kind, word) not in self._found:
            told: dict[int, dict[Field, tuple[float, str]]] = {}
            by_text: dict[int, float] = {}
            for number, share in self.meanings_of(word):
                for entry, postings in self._postings_of(kind, number).items():
                    fields = told.setdefault(entry, {})
                    for field, text, weight in postings:
                        before, shown = fields.get(field, (0.0, text))
                        # Words come by likeness: what was met first is what is shown.
                        fields[field] = before + share * weight, shown
                        by_text[entry] = by_text.get(entry, 0.0) + share * weight
            held = Holding(list(by_text.items()), told)
            _remember(self._found, (kind, word), held)
        return self._found[kind, word]

    def _names_with(self, kind: EntryKind, word: int) -> list[tuple[int, float]]:
        """The names that have a word of the index, and how much it counts in each."""
        if (kind, word) not in self._named:
            shelf = self.index.shelves[kind]
            start, end = shelf.named_ends[word], shelf.named_ends[word + 1]
            weights = map(float, shelf.named_weights[start:end])
            names = list(zip(shelf.named_names[start:end], weights, strict=True))
            _remember(self._named, (kind, word), names)
        return self._named[kind, word]

    def _parts(self, kind: EntryKind) -> list[float]:
        """The share of each name that one of its words is."""
        if kind not in self._shares:
            ends = self.index.shelves[kind].name_ends
            self._shares[kind] = [1 / max(1, end - start) for start, end in pairwise(ends)]
        return self._shares[kind]

    def _likeness(self, kind: EntryKind, name: int, sought: Sought) -> float:
        """How much a name is like what is sought, from 0 to 1; see `best`."""
        if (kind, name) not in self._words:
            shelf = self.index.shelves[kind]
            start, end = shelf.name_ends[name], shelf.name_ends[name + 1]
            weights = map(float, shelf.name_weights[start:end])
            own = list(zip(shelf.name_words[start:end], weights, strict=True))
            _remember(self._words, (kind, name), own)
        words = self._words[kind, name]
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
