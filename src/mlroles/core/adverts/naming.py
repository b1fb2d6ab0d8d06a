"""The names of skills as sequences of words, looked for in a text all at once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mlroles.core.adverts.everyday import EVERYDAY
from mlroles.core.finding.memory import Remembered
from mlroles.core.finding.words import plain, word_set
from mlroles.core.finding.words import stem as singular
from mlroles.core.model.entries import Skill
from mlroles.core.model.names import fold
from mlroles.core.model.vocabulary import TOOL_KINDS, Id

WORD = re.compile(r"[^\W_]+[+#]*|&")
"""A word of a text; C, C++ and C# are three."""

VERBS = word_set("collaborat debug mentor multitask negotiat refactor troubleshoot upskill")
"""Stems of the single words of which verb forms count too; a cluster is no clustering."""

_PIECE = re.compile(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿ]+|\d+[+#]*|[+#]+|.")
"""A part of a glued word: PythonSQL is Python and SQL."""

LONGEST_WORD = 40
"""The most letters of a word that is looked at."""


class Name(NamedTuple):
    """A name of a skill."""

    skill: Id
    written: str
    words: tuple[str, ...]
    """Its words, folded."""
    gaps: tuple[str, ...]
    """What stands between them."""
    proper: bool
    """Whether it has capitals of its own."""
    tool: bool
    """Whether it is that of a tool, a language or a framework, which has no plural."""
    everyday: bool
    """Whether it is made of words that mean something else as often."""


class Word(NamedTuple):
    """A word of a text and where it stands."""

    stem: str
    start: int
    end: int
    text: str


class Match(NamedTuple):
    """A name in a text, from its first to its last word."""

    name: Name
    first: int
    last: int
    start: int
    end: int
    as_written: bool
    """Whether it has the capitals that it has in the catalogue."""


def spelled(word: str) -> str:
    """A folded word in the singular, spelt as in America: modelling is modeling."""
    word = singular(word)
    if len(word) > 5:
        word = re.sub(r"is(e|ed|ing|ation)$", r"iz\1", word).replace("aviour", "avior")
        word = re.sub(r"(?<=[aeo])ll(?=(?:ed|ing)$)", "l", word)
    return word


def stem(word: str) -> str:
    """A folded word as in `spelled`, without -e, -ed and -ing."""
    word = spelled(word)
    if len(word) > 5:
        word = re.sub(r"(?:e|ed|ing)$", "", word)
        return word[:-1] if word[-1:] == word[-2:-1] and word[-1:] not in "lsz" else word
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


class _Node:
    """A place in the tree of names: what may follow, by stem, and the names that end here."""

    __slots__ = ("after", "names")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.names: list[Name] = []


class Names:
    """All names of skills, to be found in texts."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        """Take the skills of a catalogue."""
        self._tree = _Node()
        self._known: set[str] = set()
        self._stems: Remembered[str, tuple[str, ...]] = Remembered(self._parts, 50_000)
        everyday = EVERYDAY | {stem(word) for word in EVERYDAY}
        owners: dict[str, Id] = {}
        names: list[Name] = []
        for skill in skills:
            for written in _names_of(skill):
                words = tuple(plain(one[0]) for one in WORD.finditer(written))
                if words and owners.setdefault(fold(written), skill.id) == skill.id:
                    names.append(_name(skill, written, words, everyday))
        self._known.update(word for name in names for word in name.words)
        for name in names:
            parts = re.split(r"\s*[/&]\s*", name.written)
            if len(parts) > 1 and all(fold(part) in owners for part in parts):
                continue  # HTML/CSS are two
            for one in (name, *_otherwise(name)):
                self._add(one)

    def _add(self, name: Name) -> None:
        node = self._tree
        for word in map(stem, name.words):
            node = node.after.setdefault(word, _Node())
        node.names.append(name)
        if len(name.words) == 1:
            self._known.update(name.words)

    def _parts(self, word: str) -> tuple[str, ...]:
        """The stem of a word of a text, or the pieces that it is glued of."""
        folded = plain(word)
        if folded in self._known:
            return (stem(folded),)
        pieces = [piece[0] for piece in _PIECE.finditer(word)]
        joined: list[str] = []
        at = 0
        while at < len(pieces):
            for end in range(len(pieces), at, -1):
                if end == at + 1 or plain("".join(pieces[at:end])) in self._known:
                    joined.append("".join(pieces[at:end]))
                    at = end
                    break
        known = [plain(one) in self._known for one in joined]
        if any(known) and all(k or len(one) > 3 for k, one in zip(known, joined, strict=True)):
            return tuple(joined)
        return (stem(folded),)

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words of a part of a text, glued ones apart."""
        found = []
        stems = self._stems
        for match in WORD.finditer(text, start, end):
            word = match[0]
            parts = stems[word] if len(word) <= LONGEST_WORD else (word,)
            if len(parts) == 1:
                found.append(Word(parts[0], *match.span(), word))
            else:
                at = match.start()
                for part in parts:
                    found.append(Word(stem(plain(part)), at, at + len(part), part))
                    at += len(part)
        return found

    def find(self, text: str, words: Sequence[Word]) -> Iterator[list[Match]]:
        """The names in the words of a sentence: at each place where some begin, longest first.

        Places overlap; whoever chooses a name goes on behind it.
        """
        root = self._tree.after
        for first, word in enumerate(words):
            node = root.get(word.stem)
            if node is None:
                continue
            found: list[Match] = []
            last = first
            while node is not None:
                tried = (_match(text, words, name, first, last) for name in node.names)
                found.extend(match for match in tried if match)
                last += 1
                node = node.after.get(words[last].stem) if last < len(words) else None
            if found:
                found.sort(key=lambda one: (-one.last, not one.as_written))
                yield found


def _names_of(skill: Skill) -> Iterator[str]:
    """The names to look for; an id only where no name is spelt like it, as `dynamodb`."""
    yield skill.name
    yield from skill.alternate_names
    if fold(skill.id) not in map(fold, (skill.name, *skill.alternate_names)):
        yield skill.id
    before, bracket, _ = skill.name.partition(" (")
    if bracket:  # Java (computer programming)
        yield before


def _name(skill: Skill, written: str, words: tuple[str, ...], everyday: frozenset[str]) -> Name:
    places = [one.span() for one in WORD.finditer(written)]
    gaps = tuple(written[a[1] : b[0]] for a, b in pairwise(places))
    capitals = any(letter.isupper() for letter in written[1:])
    tool = skill.kind in TOOL_KINDS and (len(words) == 1 or written != written.lower())
    proper = capitals or tool
    common = all(word in everyday or stem(word) in everyday or len(word) == 1 for word in words)
    everyday_name = common and (proper or len(words) == 1)
    return Name(skill.id, written, words, gaps, proper, tool, everyday_name)


def _otherwise(name: Name) -> Iterator[Name]:
    """The same name glued or split, as people write it: PowerBI, Power Point."""
    if name.proper and 1 < len(name.words) < 4 and not set("".join(name.gaps)) & set("/&,("):
        yield name._replace(words=("".join(name.words),), gaps=())
    if name.proper and len(name.words) == 1:
        pieces = [piece[0] for piece in _PIECE.finditer(name.written)]
        if len(pieces) > 1 and all(len(piece) > 1 for piece in pieces):
            yield name._replace(words=tuple(map(plain, pieces)), gaps=(" ",) * (len(pieces) - 1))


def _match(text: str, words: Sequence[Word], name: Name, first: int, last: int) -> Match | None:
    start, end = words[first].start, words[last].end
    for at, gap in enumerate(name.gaps, first):
        if not _joins(text[words[at].end : words[at + 1].start], gap):
            return None
    if not name.written[0].isalnum():  # .NET
        if text[start - 1 : start] != name.written[0]:
            return None
        start -= 1
    for word, own in zip(words[first : last + 1], name.words, strict=True):
        said = plain(word.text)
        if said == own or (not name.tool and spelled(said) == spelled(own)):
            continue
        if name.proper or (len(name.words) == 1 and word.stem not in VERBS):
            return None  # Windows are no window, clusters no clustering
        if word.stem == "engineer":
            return None  # a data engineer is a person
    return Match(name, first, last, start, end, text[start:end] == name.written)


def _joins(said: str, gap: str) -> bool:
    """Whether what stands between two words of a text may stand between those of a name."""
    if said == gap:
        return True
    said = " ".join(said.split()) or said[:1]
    if gap in (" ", "-", ""):
        return said in ("", " ", "-", "\u2010", "\u2011", "\xad") or said.isspace()
    if gap in ("/", "."):
        return said in (gap, "", " ", "-")
    return said == gap.strip()
