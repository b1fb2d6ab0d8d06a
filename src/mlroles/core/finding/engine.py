"""Score the entries of an index by the words that are sought."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from heapq import heappush, heappushpop, nlargest
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

REMEMBERED = 10_000
"""Words that are remembered for the next query."""

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


class Name(NamedTuple):
    """A name of an entry."""

    number: int
    words: list[tuple[int, float]]
    """Its words by number, and what each counts; the squares add up to 1."""
    rarest: int
    """The word that counts most."""
    without: float
    """The most that it can be like what has not that word."""


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


class Posting(NamedTuple):
    """A text of an entry in which a word stands, and how much it counts there."""

    field: Field
    text: str
    weight: float


class Sought(NamedTuple):
    """What is sought on a shelf."""

    weights: dict[str, float]
    """Word -> what it counts; the squares add up to 1."""
    pull: dict[int, tuple[float, float, int, str]]
    """Word of the index -> what it counts, how much it is what is meant, and the word sought with
    its place."""


class _Holding(NamedTuple):
    """The entries that a word is found in."""

    by_text: list[tuple[int, float]]
    """Entry, and the sum of weight · likeness."""
    named: list[tuple[int, float]]
    """Entry, and the sum of the squares of the likeness, over the words in its names."""


class Engine:
    """Answers from one index; remembers what words mean, as far as there is room."""

    def __init__(self, index: Index, slips: bool = True) -> None:
        """Take the index, and whether to look for misspelt words, which takes a library."""
        self.index, self._slips = index, slips
        self._meanings: dict[str, Meanings] = {}
        self._numbers: dict[str, int | None] = {}
        self._found: dict[tuple[EntryKind, str], _Holding] = {}
        self._names: dict[tuple[EntryKind, int], list[Name]] = {}
        self._postings: dict[tuple[EntryKind, int], dict[int, list[Posting]]] = {}
        self._heads: set[str] | None = None
        self._tools: dict[tuple[str, ...], list[int]] | None = None

    def best(
        self, kind: EntryKind, sought: Sought, limit: int, also: Collection[int] = ()
    ) -> list[Scored]:
        """The entries of a kind that fit best, best first; equal ones by the length of the name.

        With vectors of length 1, weighted by the rarity of words among names, the likeness to a
        name is the cosine times the share of the name's words that are sought; that to the texts
        is the sum over the fields of weight · cosine. Entries that cannot be among the best, since
        even a name of all sought words would not do, are left out before their names are read;
        `also` are scored in any case.
        """
        by_text: dict[int, float] = defaultdict(float, dict.fromkeys(also, 0.0))
        named: dict[int, float] = defaultdict(float)
        for word, weight in sought.weights.items():
            holding = self._holding(kind, word)
            for entry, amount in holding.by_text:
                by_text[entry] += weight * amount
            for entry, alike in holding.named:
                named[entry] += weight * weight * alike
        if len(by_text) > CANDIDATES:
            least = min(nlargest(CANDIDATES, by_text.values()))
            by_text = {e: text for e, text in by_text.items() if text >= least or e in also}
        bounds = []
        for entry, text in by_text.items():
            name = min(1.0, sqrt(named[entry])) if entry in named else 0.0
            bounds.append((name + (1 - name) * min(1.0, text), entry))
        bounds.sort(reverse=True)
        found: list[Scored] = []
        reached: list[float] = []
        for bound, entry in bounds:
            least = reached[0] - 1e-9 if len(reached) == limit and entry not in also else 1e-9
            if bound >= least or entry in also:
                scored = self._scored(kind, entry, by_text[entry], sought, least)
                found.append(scored)
                (heappush if len(reached) < limit else heappushpop)(reached, scored.score)
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

    def postings(self, kind: EntryKind, word: int) -> dict[int, list[Posting]]:
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

    def _holding(self, kind: EntryKind, word: str) -> _Holding:
        if (kind, word) not in self._found:
            by_text: dict[int, float] = {}
            named: dict[int, float] = {}
            for number, share in self.meanings_of(word):
                for entry, postings in self.postings(kind, number).items():
                    weight = sum(posting.weight for posting in postings)
                    by_text[entry] = by_text.get(entry, 0.0) + share * weight
                    if any(posting.field == "name" for posting in postings):
                        named[entry] = named.get(entry, 0.0) + share * share
            found = _Holding(list(by_text.items()), list(named.items()))
            _remember(self._found, (kind, word), found)
        return self._found[kind, word]

    def _scored(
        self, kind: EntryKind, entry: int, by_text: float, sought: Sought, least: float
    ) -> Scored:
        """Score an entry; names that would not lift the score to the `least` are passed over."""
        pull = sought.pull
        text = min(1.0, by_text)
        floor = min(1.0, (least - text) / (1 - text)) - 1e-9 if text < 1 else 0.0
        best, best_name = 0.0, -1
        for name in self._names_of(kind, entry):
            if name.rarest not in pull and name.without <= max(best, floor):
                continue
            cosine = shares = 0.0
            expected = -1
            together = True
            for number, weight in name.words:
                if number in pull:
                    counts, share, place, _ = pull[number]
                    cosine += counts * weight
                    shares += 1.0 if share >= WHOLE else share
                    together = together and expected in (-1, place)
                    expected = place + 1
            if cosine > best:
                likeness = cosine * shares / len(name.words) * (1.0 if together else SCATTERED)
                if likeness > best:
                    best, best_name = likeness, name.number
        best = 1.0 if best > 1 - 1e-6 else best
        return Scored(entry, best + (1 - best) * text, best, by_text, best_name)

    def _names_of(self, kind: EntryKind, entry: int) -> list[Name]:
        if (kind, entry) not in self._names:
            shelf = self.index.shelves[kind]
            names = []
            for number in range(shelf.entry_ends[entry], shelf.entry_ends[entry + 1]):
                start, end = shelf.name_ends[number], shelf.name_ends[number + 1]
                words, weights = shelf.name_words[start:end], shelf.name_weights[start:end]
                counted: list[tuple[int, float]] = list(zip(words, weights, strict=True))
                rarest, most = max(counted, key=lambda one: one[1], default=(-1, 1.0))
                without = sqrt(max(0.0, 1 - most * most)) * (1 - 1 / max(1, len(counted)))
                names.append(Name(number, counted, rarest, without))
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
