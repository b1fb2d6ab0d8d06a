"""The words of an advert by which its role is recognised, names of roles set apart from the others."""

import re
from collections.abc import Iterable, Iterator, Mapping

from mlroles.core.adverts.document import Document, Sentence
from mlroles.core.adverts.found import FoundSkill
from mlroles.core.adverts.sections import BOILERPLATE
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import Id, Value

_WORD = re.compile(r"[^\W_]+[+#]*")


class NamedRole(Value, frozen=True, kw_only=True):
    """A name of a role in a text: `text[start:end]`."""

    role: Id
    start: int
    end: int


class WordsOfSentence(Value, frozen=True, kw_only=True):
    """The words of a sentence in lower case; those of names of roles and skills are empty."""

    sentence: Sentence
    lower: str
    words: list[str]

    def places(self) -> list[tuple[int, int]]:
        """Where each word starts and ends in the text."""
        start = self.sentence.start
        return [(start + m.start(), start + m.end()) for m in _WORD.finditer(self.lower)]


class RoleNames:
    """Finds the names of roles; made once for a catalogue."""

    def __init__(self, roles: Iterable[Role]) -> None:
        """Take the roles. Of names of one word only synonyms count: DE or developer say little."""
        self._names: dict[str, dict[tuple[str, ...], Id]] = {}
        for role in roles:
            self._add(role.name, role.id, 2)
            for other in role.alternate_names:
                self._add(other.name, role.id, 1 if other.kind == "synonym" else 2)
        self._longest = {first: max(map(len, names)) for first, names in self._names.items()}

    def _add(self, name: str, role: Id, fewest: int) -> None:
        words = tuple(_WORD.findall(name.lower()))
        if len(words) >= fewest:
            for last in (words[-1], f"{words[-1]}s"):
                self._names.setdefault(words[0], {}).setdefault((*words[:-1], last), role)

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
            said = lower[sentence.start : sentence.end]
            one = WordsOfSentence(sentence=sentence, lower=said, words=_WORD.findall(said))
            if not self._names.keys().isdisjoint(one.words):
                named += self._named(one)
            first = at
            while at < len(known) and known[at][0] < sentence.end:
                at += 1
            if sentence.section not in BOILERPLATE:
                if first < at:
                    _empty(one, known[first:at])
                read.append(one)
        return read, named

    def _named(self, one: WordsOfSentence) -> Iterator[NamedRole]:
        """The roles that a sentence names, the longest names first; empties their words."""
        words, at = one.words, 0
        while at < len(words):
            names: Mapping[tuple[str, ...], Id] = self._names.get(words[at], {})
            step = 1
            longest = min(self._longest.get(words[at], 0), len(words) - at)
            for length in range(longest, 0, -1):
                role = names.get(tuple(words[at : at + length]))
                if role:
                    places = one.places()
                    yield NamedRole(role=role, start=places[at][0], end=places[at + length - 1][1])
                    words[at : at + length] = [""] * length
                    step = length
                    break
            at += step


def _empty(one: WordsOfSentence, known: Iterable[tuple[int, int]]) -> None:
    """Empty the words at some places, in their order."""
    places, at = one.places(), 0
    for start, end in known:
        while at < len(places) and places[at][0] < end:
            if places[at][1] > start:
                one.words[at] = ""
            at += 1
