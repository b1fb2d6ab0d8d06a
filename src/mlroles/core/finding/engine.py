"""Score the entries of an index by the words that are sought."""

from bisect import bisect_right, insort
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from math import sqrt
from typing import NamedTuple

from mlroles.core.finding.index import NO_HEAD, Index, Shelf
from mlroles.core.finding.memory import Remembered
from mlroles.core.finding.spelling import Meanings, meanings, repaired, split
from mlroles.core.model.names import EntryKind

CANDIDATES = 100
"""The most entries that one look at the index returns."""

WHOLE = 0.6
"""The share of a word's meaning from which it counts as the whole word of a name."""

SCATTERED = 0.8
"""How much a name counts whose words are sought apart or in another order."""

OTHER_NAMES = (0.5, 0.4, 0.32, 0.256, 0.205)
"""How much the likeness to the names after the best counts in a title."""

FIRST = 8
"""The entries of each word that are compared before all others."""

ROUNDING = 1e-9
"""How much numbers may differ that are equal."""

SAME = 1e-6
"""How far from 1 the likeness to a name may be that holds the same words."""


class Scored(NamedTuple):
    """An entry and how well it fits."""

    entry: int
    score: float
    """From 0 to 1: what `by_name`, `by_text` and each of `others` leave of 1, taken from 1."""
    by_name: float
    """The likeness to its best name, from 0 to 1."""
    by_text: float
    """The likeness to all of its texts; what is above 1 only orders equal scores."""
    name: int
    """The best name, or -1 if none is like what is sought."""
    others: Sequence[tuple[int, float]] = ()
    """The names that come next, and how much each adds, from 0 to 1."""

    def alone(self) -> float:
        """The score without the names that come next."""
        return 1 - (1 - self.by_name) * (1 - min(1.0, self.by_text))


class Sought(NamedTuple):
    """What is sought on a shelf."""

    weights: dict[str, float]
    """Word -> what it counts; the squares add up to 1."""
    pull: dict[int, tuple[float, float, int, str]]
    """Word of the index -> what it counts, its share of the meaning, and the place and text of
    the word sought."""


class Adds(NamedTuple):
    """What a word sought adds to the entries that have it, or one like it; times its weight."""

    texts: dict[int, float]
    """Entry -> the likeness of its texts."""
    names: dict[int, float]
    """Entry -> the most that the word adds to the cosine of a name, times the share that a word
    is of that name."""
    words: float
    """How many words of a name it means at most."""
    most: dict[int, float]
    """Entry -> the most that the word adds to texts and a name together."""
    order: list[int]
    """The entries, those to which the word can add most first."""
    amounts: list[float]
    """What it can add to them at most, below 0."""
    after: float
    """The most that it can add to any but the first."""


class Compared(NamedTuple):
    """An entry that was compared with what is sought, without the names after the best one."""

    alone: float
    """The score that it would have without those."""
    entry: int
    by_name: float
    by_text: float
    name: int
    likest: Sequence[tuple[float, int]]
    """The names that have words sought, as their likeness and their number below 0, best first."""


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
        self.parts: Remembered[str, list[str]] = Remembered(lambda word: split(word, self.is_word))
        """Folded word -> the words that it is glued of, or itself."""
        self._adds = Remembered(self._added)

    def best(
        self,
        kind: EntryKind,
        sought: Sought,
        limit: int,
        also: Collection[int] = (),
        others: Sequence[float] = OTHER_NAMES,
    ) -> list[Scored]:
        """The entries of a kind that fit best, best first; equal ones by the length of the name.

        With vectors of length 1, weighted by the rarity of words among names, the likeness to a
        name is the cosine times the share of the name's words that are sought; the likeness to
        the texts is the sum over the fields of weight · cosine. What a word can add at most to
        each entry is remembered. The first entries of each word are compared, then the others
        from the rarest word on, and only while what their words can add makes them one of the
        best. The names after the best one add to the score of those found, as much as `others`
        says, and so order them. Entries of `also` are always returned.
        """
        shelf = self.index.shelves[kind]
        reached = [(weight, self._adds[kind, word]) for word, weight in sought.weights.items()]
        found = {entry: _compared(shelf, entry, sought, reached) for entry in also}
        best = sorted(-one.alone for one in found.values())
        least = -best[limit - 1] if len(best) >= limit else 0.0

        def compare(entries: set[int]) -> None:
            """Compare those of some entries that may be among the best."""
            nonlocal least
            sums = dict.fromkeys(entries, ROUNDING)
            for weight, adds in reached:
                amounts = adds.most
                for entry in sums.keys() & amounts.keys():
                    sums[entry] += weight * amounts[entry]
            likely = [(most, entry) for entry, most in sums.items() if most >= least]
            for most, entry in sorted(likely, reverse=True):
                if most < least:
                    break
                if _bound(reached, entry) >= least:
                    found[entry] = compared = _compared(shelf, entry, sought, reached)
                    insort(best, -compared.alone)
                    least = -best[limit - 1] if len(best) >= limit else 0.0

        first = {entry for _, adds in reached for entry in adds.order[:FIRST]}.difference(also)
        compare(first)
        met = first.union(also)
        later = sum(weight * adds.after for weight, adds in reached) + ROUNDING
        for weight, adds in sorted(reached, key=lambda one: len(one[1].order)):
            later -= weight * adds.after
            near = bisect_right(adds.amounts, (later - least) / weight)
            if near > FIRST:
                new = set(adds.order[FIRST:near]) - met
                compare(new)
                met |= new
        least = max(least - ROUNDING, ROUNDING)
        kept = [_scored(one, others) for one in found.values() if one.alone > least]
        kept = _shorter_first(shelf, kept, limit)
        had = {one.entry for one in kept}
        named = [_scored(found[entry], others) for entry in also if entry not in had]
        return kept + sorted(named, key=lambda one: -one.score)

    def sought(self, kind: EntryKind, words: Mapping[str, float], strange: float = 1.0) -> Sought:
        """Prepare folded words, with how much each counts, to be compared with a kind.

        `strange` is how much a word counts that is in no name, where others are sought too.
        """
        return self.weighed(kind, repaired(self.is_word, self.parts, words), strange)

    def weighed(self, kind: EntryKind, words: Mapping[str, float], strange: float) -> Sought:
        """Prepare words that need no splitting or joining; see `sought`."""
        shelf = self.index.shelves[kind]
        weights, nowhere = {}, shelf.nowhere
        for word, share in words.items():
            number = self.numbers[word]
            weight = nowhere if number is None else shelf.rarity[number]
            if weight >= nowhere and len(words) > 1:
                weight *= strange
            weights[word] = share * weight
        length = sqrt(sum(weight * weight for weight in weights.values()))
        weights = {word: weight / length for word, weight in weights.items() if weight}
        pull: dict[int, tuple[float, float, int, str]] = {}
        for place, (word, weight) in enumerate(weights.items()):
            for number, share in self.meanings[word]:
                found = (weight * share, share, place, word)
                if number not in pull or found > pull[number]:
                    pull[number] = found
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

    def _added(self, sought: tuple[EntryKind, str]) -> Adds:
        """What a word adds to the entries of a kind."""
        kind, word = sought
        shelf = self.index.shelves[kind]
        texts: dict[int, float] = {}
        cosines: dict[int, float] = {}
        meant: dict[int, float] = {}
        for number, share in self.meanings[word]:
            start, end = shelf.posting_ends[number : number + 2]
            entries, weights = shelf.posting_entries[start:end], shelf.posting_weights[start:end]
            for entry, weight in zip(entries, weights, strict=True):
                texts[entry] = texts.get(entry, 0.0) + share * weight
            whole = 1.0 if share >= WHOLE else share
            for name, amount in shelf.named[number]:
                cosines[name] = cosines.get(name, 0.0) + share * amount
                meant[name] = meant.get(name, 0.0) + whole
        likest: dict[int, float] = {}
        names: dict[int, float] = {}
        for name, amount in cosines.items():
            entry = shelf.name_entries[name]
            if amount > likest.get(entry, 0.0):
                likest[entry] = amount
            amount *= shelf.word_shares[name]
            if amount > names.get(entry, 0.0):
                names[entry] = amount
        most = texts.copy()
        for entry, amount in likest.items():
            most[entry] += amount
        order = sorted(most, key=most.__getitem__, reverse=True)
        amounts = [-most[entry] for entry in order]
        after = -amounts[FIRST] if len(order) > FIRST else 0.0
        return Adds(texts, names, max(meant.values(), default=0.0), most, order, amounts, after)


def _bound(reached: Sequence[tuple[float, Adds]], entry: int) -> float:
    """The most that an entry can score without the names after the best one."""
    text, name, words = ROUNDING, 0.0, 0.0
    for weight, (texts, names, meant, _, _, _, _) in reached:
        if entry in texts:
            text += weight * texts[entry]
            if entry in names:
                name += weight * names[entry]
                words += meant
    return 1 - (1 - min(1.0, name * words + SAME)) * (1 - min(1.0, text))


def _compared(
    shelf: Shelf, entry: int, sought: Sought, reached: Sequence[tuple[float, Adds]]
) -> Compared:
    """How well an entry fits; see `Engine.best`."""
    own, pull, word_shares = shelf.names_with[entry], sought.pull, shelf.word_shares
    cosines: dict[int, float] = {}
    shares: dict[int, float] = {}
    both = own.keys() & pull.keys()
    for number in both:
        counts, share, _, _ = pull[number]
        if share >= WHOLE:
            share = 1.0
        for name, weight in own[number]:
            if name in cosines:
                cosines[name] += counts * weight
                shares[name] += share
            else:
                cosines[name] = counts * weight
                shares[name] = share
    likest = [
        (cosine * shares[name] * word_shares[name], -name) for name, cosine in cosines.items()
    ]
    likest.sort(reverse=True)
    by_name, best = 0.0, -1
    for likeness, name in likest:
        if likeness <= by_name:
            break
        likeness *= 1.0 if len(both) == 1 or _together(shelf, -name, pull) else SCATTERED
        if likeness > by_name:
            by_name, best = likeness, -name
    by_text = 0.0
    for weight, adds in reached:
        if entry in adds.texts:
            by_text += weight * adds.texts[entry]
    if by_name > 1 - SAME:
        by_name = 1.0
    alone = 1 - (1 - by_name) * (1 - min(1.0, by_text))
    return Compared(alone, entry, by_name, by_text, best, likest)


def _scored(compared: Compared, next_shares: Sequence[float]) -> Scored:
    """The score of an entry that was compared, and the names after the best one in it."""
    _, entry, by_name, by_text, best, likest = compared
    if by_name == 1.0:
        return Scored(entry, 1.0, by_name, by_text, best)
    left = (1 - by_name) * (1 - min(1.0, by_text))
    others: list[tuple[int, float]] = []
    for likeness, name in likest[: len(next_shares) + 1]:
        if name != -best and len(others) < len(next_shares):
            added = next_shares[len(others)] * likeness
            others.append((-name, added))
            left *= 1 - added
    return Scored(entry, 1 - left, by_name, by_text, best, others)


def _together(shelf: Shelf, name: int, pull: Mapping[int, tuple[float, float, int, str]]) -> bool:
    """Whether the words of a name that are sought stand together in what is sought."""
    places = [pull[number][2] for number, _ in shelf.words_of_name[name] if number in pull]
    return places == list(range(places[0], places[0] + len(places)))


def _shorter_first(shelf: Shelf, found: list[Scored], limit: int) -> list[Scored]:
    """The first so many; of equal scores those liker by their texts, then the shorter names."""
    last = min(sorted((one.score for one in found), reverse=True)[:limit], default=0.0)
    near = [scored for scored in found if scored.score >= last]
    near.sort(key=lambda one: (-one.score, -one.by_text, len(shelf.name(one.entry)), one.entry))
    return near[:limit]
