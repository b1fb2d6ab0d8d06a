"""The words of an advert that show its role; names of roles and skills are set apart."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from mlroles.core.adverts.document import Document, Sentence
from mlroles.core.adverts.found import FoundSkill, Passage
from mlroles.core.adverts.naming import places_of
from mlroles.core.adverts.sections import BOILERPLATE
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import Id, Value

_WORD = re.compile(r"https?:\S+|www\.\S+|[^\W_]+[+#]*")
"""A word, or an address of the web, which says nothing of a role."""


class NamedRole(Value, frozen=True, kw_only=True):
    """A name of a role in a text."""

    role: Id
    passage: Passage


class WordsOfSentence:
    """The words of a sentence in lower case; those of names of roles and skills are empty."""

    def __init__(self, document: Document, sentence: Sentence, lower: str) -> None:
        """Take a sentence of a document, and its whole text in lower case."""
        self.sentence, self._text, self._lower = sentence, document.text, lower
        self.words: list[str] = _WORD.findall(lower, sentence.start, sentence.end)

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where each word starts and ends in the text; looked at before any is emptied."""
        return places_of(self.words, self._lower, self.sentence.start)

    def passage(self, first: int, last: int) -> Passage:
        """The part of the text from one word to another."""
        start, end = self.places[first][0], self.places[last][1]
        return Passage(words=self._text[start:end], start=start, end=end)

    def empty(self, known: Iterable[tuple[int, int]]) -> None:
        """Empty the words that stand, if only in part, at some places."""
        places = self.places
        for start, end in known:
            first, last = bisect_left(places, (start, 0)), bisect_left(places, (end, 0))
            if first and places[first - 1][1] > start:
                first -= 1
            self.words[first:last] = [""] * (last - first)


class RoleNames:
    """Finds the names of roles; made once for a catalogue."""

    def __init__(self, roles: Iterable[Role]) -> None:
        """Take the roles. Of names of one word only synonyms count: DE or developer say little."""
        self._names: dict[tuple[str, ...], Id] = {}
        for role in roles:
            self._add(role.name, role.id, 2)
            for other in role.alternate_names:
                self._add(other.name, role.id, 1 if other.kind == "synonym" else 2)
        self._lengths: dict[tuple[str, ...], list[int]] = {}
        """The first two words of names -> how long these are, the longest first."""
        for name in sorted(self._names, key=len, reverse=True):
            lengths = self._lengths.setdefault(name[:2], [])
            if len(name) not in lengths:
                lengths.append(len(name))
        self._first = {name[0] for name in self._names}

    def _add(self, name: str, role: Id, fewest: int) -> None:
        words = tuple(_WORD.findall(name.lower()))
        if len(words) >= fewest:
            for last in (words[-1], f"{words[-1]}s"):
                self._names.setdefault((*words[:-1], last), role)

    def read(
        self, document: Document, skills: Iterable[FoundSkill]
    ) -> tuple[list[WordsOfSentence], list[NamedRole]]:
        """The words of the sentences that are about the work, and the roles that all name.

        Words of the names of skills that were found say nothing beside them.
        """
        known = sorted((one.start, one.end) for found in skills for one in found.evidence)
        at = 0
        read: list[WordsOfSentence] = []
        named: list[NamedRole] = []
        lower = document.text.replace("\u0130", "I").lower()  # no other letter grows
        for sentence in document.sentences:
            one = WordsOfSentence(document, sentence, lower)
            named += self._named(one)
            first = at
            while at < len(known) and known[at][0] < sentence.end:
                at += 1
            if sentence.section not in BOILERPLATE:
                if first < at:
                    one.empty(known[first:at])
                read.append(one)
        return read, named

    def _named(self, one: WordsOfSentence) -> Iterator[NamedRole]:
        """The roles that a sentence names, the longest names first; empties their words."""
        words = one.words
        if self._first.isdisjoint(words):
            return
        behind = 0
        for at in [at for at, word in enumerate(words) if word in self._first]:
            lengths = (*self._lengths.get(tuple(words[at : at + 2]), ()), 1)
            for length in lengths if at >= behind else ():
                name = tuple(words[at : at + length])
                if role := self._names.get(name):
                    behind = at + len(name)  # fewer words may be left than a longer name has
                    yield NamedRole(role=role, passage=one.passage(at, behind - 1))
                    words[at:behind] = [""] * len(name)
                    break
