"""The names of roles, by the words that they are made of, and what words of titles tell."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mlroles.core.finding import fields
from mlroles.core.finding.engine import REMEMBERED, WHOLE, Engine
from mlroles.core.finding.index import NO_HEAD
from mlroles.core.finding.spelling import repaired, split

LONGEST = 7
"""Words of the longest name that is looked for."""


class Word(NamedTuple):
    """A word of a title, and what it tells."""

    text: str
    number: int
    """Its number in the index if a name of a role has it, or one that it is a slip of; or -1."""
    person: bool
    """Whether it says what somebody is."""
    other: bool
    """Whether it says a field that other work belongs to."""
    known: bool
    """Whether a name of a role or a skill has it."""


class Called(NamedTuple):
    """A name of a role."""

    rank: int
    entry: int
    words: tuple[int, ...]
    abbreviation: bool


class Found(NamedTuple):
    """What a title means."""

    entries: list[int]
    """The roles that are called so by names of the best rank; mostly one."""
    proper: int
    """The segment of the title that says so."""
    words: dict[str, str]
    """Word of the name -> what stands for it in the title; empty if the name itself is there."""


class Window(NamedTuple):
    """Words that stand together and are those of a name."""

    ordered: bool
    start: int
    end: int
    called: list[Called]


class Names:
    """The names of the roles of an index, to be found in titles."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine that knows what words mean."""
        self.engine, self._shelf = engine, engine.index.shelves["role"]
        self.by_words: dict[tuple[int, ...], list[Called]] = {}
        self._words: dict[str, Word] = {}
        shelf, persons, alone = self._shelf, set(), set()
        numbers, ends = shelf.name_words.tolist(), shelf.name_ends.tolist()
        for entry in range(len(shelf)):
            for name in range(shelf.entry_ends[entry], shelf.entry_ends[entry + 1]):
                words = tuple(numbers[ends[name] : ends[name + 1]])
                short = len(words) == 1 and shelf.names[name].isupper()
                called = Called(shelf.name_ranks[name], entry, words, short)
                key = tuple(sorted(words))
                if called not in self.by_words.setdefault(key, []):
                    self.by_words[key].append(called)
                if len(words) > 1 and shelf.name_heads[name] != NO_HEAD:
                    persons.add(shelf.name_heads[name])
                elif len(words) == 1 and not short:
                    alone.add((entry, words[0]))
        self._persons = persons - {engine.number("devop"), engine.number("mlop")}
        text = engine.index.words
        self.wide = {e for e, w in alone if w in persons and fields.is_person(text[w])}

    def is_named(self, word: str) -> bool:
        """Whether a name of a role has this folded word."""
        number = self.engine.number(word)
        return number is not None and self._shelf.rarity[number] < self._shelf.nowhere

    def parts(self, words: Sequence[str]) -> list[str]:
        """The words of a segment, of which what is glued is split and what is split is joined."""
        whole = repaired(self.engine.is_word, dict.fromkeys(words, 1.0))
        return [part for word in whole for part in self._split(word)]

    def _split(self, word: str) -> list[str]:
        return [word] if self.is_named(word) else split(word, self.is_named)

    def word(self, text: str) -> Word:
        """What a folded word of a title tells; words are remembered, as far as there is room."""
        if text not in self._words:
            if len(self._words) >= REMEMBERED:
                self._words.clear()
            self._words[text] = self._looked_up(text)
        return self._words[text]

    def _looked_up(self, text: str) -> Word:
        index = self.engine.index
        number = self.engine.number(text)
        known = number is not None and any(
            shelf.rarity[number] < shelf.nowhere for shelf in index.shelves.values()
        )
        if number is None:  # a slip, not a beginning
            meant = (
                one
                for one, share in self.engine.meanings_of(text)
                if share >= WHOLE
                and (len(index.words[one]) < len(text) + 2 or not index.words[one].startswith(text))
            )
            number = next((one for one in meant if self.is_named(index.words[one])), None)
        elif not self.is_named(text):
            number = None
        meaning = text if number is None else index.words[number]
        return Word(
            text=meaning,
            number=-1 if number is None else number,
            person=number in self._persons or (not known and fields.is_person(text)),
            other=fields.is_other_field(meaning),
            known=known or number is not None,
        )

    def windows(self, segment: Sequence[Word]) -> list[Window]:
        """Names that stand in a segment, those in their order and the longest first."""
        found = []
        for start in range(len(segment)):
            numbers: list[int] = []
            for end in range(start, min(start + LONGEST, len(segment))):
                if segment[end].number < 0:
                    break
                numbers.append(segment[end].number)
                if called := self.by_words.get(tuple(sorted(numbers))):
                    ordered = [one for one in called if one.words == tuple(numbers)]
                    found.append(Window(bool(ordered), start, end + 1, ordered or called))
        found.sort(key=lambda one: (not one.ordered, one.start - one.end, one.start))
        return found

    def called_engineers(self, entry: int) -> Iterator[tuple[str, ...]]:
        """What a role is called first, if it builds something."""
        first = self._shelf.entry_ends[entry]
        words = self.engine.words_of_name("role", first)
        if words and words[-1] in ("engineer", "developer", "programmer"):
            yield words

    def technologies(self, words: Sequence[Word]) -> list[int]:
        """The tools that are called so."""
        return self.engine.tools_called(tuple(word.text for word in words))

    def called_by(self, words: list[str], place: int, said: str) -> Found | None:
        """The roles called by these words, of which the title says `said` instead."""
        numbers = [self.word(word).number for word in words]
        called = self.by_words.get(tuple(sorted(set(numbers))))
        if not called or -1 in numbers:
            return None
        return self.found(called, place, dict.fromkeys(words, said))

    def found(
        self, called: Sequence[Called], place: int, words: dict[str, str] | None = None
    ) -> Found:
        """What a title means by names: the roles that have them by the best rank."""
        best = min(one.rank for one in called)
        entries = list(dict.fromkeys(one.entry for one in called if one.rank == best))
        return Found(entries, place, words or {})
