"""The names of roles by their words, and what the words of titles say."""

from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from mlroles.core.finding import fields
from mlroles.core.finding.engine import WHOLE, Engine
from mlroles.core.finding.index import NO_HEAD
from mlroles.core.finding.memory import Remembered
from mlroles.core.finding.spelling import repaired, split

LONGEST = 7
"""Words of the longest name that is looked for."""


class Word(NamedTuple):
    """A word of a title, and what it says."""

    text: str
    number: int
    """Its number, or that of the word it misspells, if a name of a role has it; else -1."""
    person: bool
    """Whether it says what somebody is."""
    other: bool
    """Whether it names a field of other work."""
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
    """The roles with such a name of the best rank; mostly one."""
    proper: int
    """The segment of the title that says so."""
    words: dict[str, str]
    """Word of the name -> what stands for it in the title; empty if the name itself is there."""


class Window(NamedTuple):
    """A run of words of a title that are the words of a name."""

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
        self.word = Remembered(self._word)
        """Folded word of a title -> what it says."""
        self._parts: Remembered[str, list[str]] = Remembered(
            lambda word: [word] if self.is_named(word) else split(word, self.is_named)
        )
        shelf, persons, alone = self._shelf, set(), set()
        for entry in range(len(shelf)):
            for name in shelf.names_of(entry):
                words = tuple(number for number, _ in shelf.words_of_name[name])
                short = len(words) == 1 and shelf.names[name].isupper()
                called = Called(shelf.name_ranks[name], entry, words, short)
                known = self.by_words.setdefault(tuple(sorted(words)), [])
                if called not in known:
                    known.append(called)
                if len(words) > 1 and shelf.name_heads[name] != NO_HEAD:
                    persons.add(shelf.name_heads[name])
                elif len(words) == 1 and not short:
                    alone.add((entry, words[0]))
        self._persons = persons - {engine.numbers["devop"], engine.numbers["mlop"]}
        text = engine.index.words
        self.wide = {e for e, w in alone if w in persons and fields.is_person(text[w])}
        """The roles that are called by what somebody is alone, such as engineer."""

    def is_named(self, word: str) -> bool:
        """Whether a name of a role has this folded word."""
        number = self.engine.numbers[word]
        return number is not None and self._shelf.rarity[number] < self._shelf.nowhere

    def says_who(self, text: str) -> bool:
        """Whether a folded word says what somebody is, alone or with others: Datenanalyst."""
        word = self.word[text]
        return word.person or ((word.number,) in self.by_words and fields.is_person(word.text))

    def parts(self, words: Sequence[str]) -> list[str]:
        """The words of a segment, with glued words split and split words joined."""
        engine = self.engine
        whole = repaired(engine.is_word, engine.parts, dict.fromkeys(words, 1.0))
        return list(chain.from_iterable(map(self._parts.__getitem__, whole)))

    def _word(self, text: str) -> Word:
        index = self.engine.index
        number = self.engine.numbers[text]
        known = number is not None and any(
            shelf.rarity[number] < shelf.nowhere for shelf in index.shelves.values()
        )
        if number is None:  # a slip, not a beginning
            meant = (
                one
                for one, share in self.engine.meanings[text]
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
        """Names in a segment: those in their own order first, then the longest."""
        found = []
        for start in range(len(segment)):
            numbers: tuple[int, ...] = ()
            for end in range(start, min(start + LONGEST, len(segment))):
                if segment[end].number < 0:
                    break
                numbers += (segment[end].number,)
                if called := self.by_words.get(tuple(sorted(numbers))):
                    ordered = [one for one in called if one.words == numbers]
                    found.append(Window(bool(ordered), start, end + 1, ordered or called))
        found.sort(key=lambda one: (not one.ordered, one.start - one.end, one.start))
        return found

    def technologies(self, words: Sequence[Word]) -> list[int]:
        """The tools, languages and frameworks that are called so."""
        return self._technologies.get(tuple(word.text for word in words), [])

    @cached_property
    def _technologies(self) -> dict[tuple[str, ...], list[int]]:
        found: dict[tuple[str, ...], list[int]] = {}
        shelf = self.engine.index.shelves["skill"]
        for tool in (tool for tool, kind in enumerate(shelf.technologies) if kind):
            for name in shelf.names_of(tool):
                words = tuple(self.engine.index.words[w] for w, _ in shelf.words_of_name[name])
                found.setdefault(words, []).append(tool)
        return found

    def called_by(self, words: list[str], place: int, said: str) -> Found | None:
        """The roles called by these words, of which the title says `said` instead."""
        numbers = {self.word[word].number for word in words}
        called = self.by_words.get(tuple(sorted(numbers)))
        return self.found(called, place, dict.fromkeys(words, said)) if called else None

    def found(
        self, called: Sequence[Called], place: int, words: dict[str, str] | None = None
    ) -> Found:
        """The roles that have these names at the best rank."""
        best = min(one.rank for one in called)
        entries = list(dict.fromkeys(one.entry for one in called if one.rank == best))
        return Found(entries, place, words or {})
