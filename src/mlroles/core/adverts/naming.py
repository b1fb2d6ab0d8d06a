"""The names of skills as sequences of words, looked for in a text all at once."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from mlroles.core.adverts.everyday import EVERYDAY, GENERAL
from mlroles.core.finding.memory import Remembered
from mlroles.core.finding.words import MEANINGS, plain, word_set
from mlroles.core.finding.words import stem as singular
from mlroles.core.model.entries import Skill
from mlroles.core.model.names import fold
from mlroles.core.model.vocabulary import TOOL_KINDS, Id

WORD = re.compile(r"[^\W_]{1,40}[+#]{0,2}|&")
"""A word of a text; C, C++ and C# are three."""

VERBS = word_set("collaborat debug mentor multitask negotiat refactor troubleshoot upskill")
"""Stems of the single words of which verb forms count too; a cluster is no clustering."""

NOUNS = word_set("engineer process")
"""Stems that are no verb forms: a data engineer is a person, and one may document processes."""

ROOM = 50_000
"""Words of texts of which the stems are remembered."""

SHORTEST_FOREIGN = 5
"""The fewest letters of a word of another language; shorter ones are mostly abbreviations."""

_PIECE = re.compile(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿ]+|\d+[+#]*|[+#]+|.")
"""A part of a glued word: PythonSQL is Python and SQL."""


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


class Words(NamedTuple):
    """The words of a part of a text; lists, since an object for each word costs more."""

    folded: list[str]
    texts: list[str]
    spans: list[tuple[int, int]]

    def start(self, at: int) -> int:
        """Where a word begins in the text."""
        return self.spans[at][0]

    def end(self, at: int) -> int:
        """Where a word ends in the text."""
        return self.spans[at][1]


def places_of(words: Iterable[str], text: str, start: int) -> list[tuple[int, int]]:
    """Where words start and end that follow each other in a text; twice as fast as a regex."""
    end = start
    return [(at := text.find(word, end), end := at + len(word)) for word in words]


class Match(NamedTuple):
    """A name in a text, from its first to its last word."""

    name: Name
    first: int
    last: int
    start: int
    end: int
    as_written: bool
    """Whether it has the capitals that it has in the catalogue."""


_BRITISH = re.compile(r"is(?=(?:e|ed|ing|ation)$)")
_DOUBLED = re.compile(r"(?<=[aeo])ll(?=(?:ed|ing)$)")
_ENDINGS = ("e", "ed", "ing", "ation")
"""How words end that the rules above, or `stem`, may change."""
_ENDING = re.compile(r"(?:e|ed|ing)$")


@lru_cache(maxsize=10_000)
def spelled(word: str) -> str:
    """A folded word in the singular, spelt as in America: modelling is modeling."""
    word = singular(word)
    if len(word) > 5 and word.endswith(_ENDINGS):
        word = _DOUBLED.sub("l", _BRITISH.sub("iz", word))
    return word.replace("aviour", "avior") if len(word) > 5 else word


def stem(word: str) -> str:
    """A folded word as in `spelled`, without -e, -ed and -ing."""
    word = spelled(word)
    if len(word) > 5:
        word = _ENDING.sub("", word) if word.endswith(_ENDINGS) else word
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

    def __init__(self, skills: Collection[Skill]) -> None:
        """Take the skills of a catalogue."""
        self._tree = _Node()
        self._known: set[str] = set()
        self._folded: Remembered[str, str] = Remembered(_meant, ROOM)
        """Word as it is written -> folded, in English."""
        self._stem: Remembered[str, str] = Remembered(stem, ROOM)
        """Folded word -> its stem."""
        self._parts: Remembered[str, tuple[str, ...]] = Remembered(self._split, ROOM)
        self._stems: Remembered[str, tuple[str, ...]] = Remembered(self._stems_of, ROOM)
        """Word as it is written -> the stems of its parts."""
        names: list[Name] = []
        owners = _owners(skills)
        for skill in skills:
            for written in dict.fromkeys(_names_of(skill)):
                words = tuple(plain(one[0]) for one in WORD.finditer(written))
                if words and owners[fold(written)] == skill.id:
                    names.append(_name(skill, written, words))
        self._known.update(word for name in names for word in name.words)
        for name in names:
            parts = re.split(r"\s*[/&]\s*", name.written)
            if len(parts) > 1 and all(fold(part) in owners for part in parts):
                continue  # HTML/CSS are two
            for one in (name, *_otherwise(name)):
                self._add(one)

    def _add(self, name: Name) -> None:
        node = self._tree
        for word in map(self._stem.__getitem__, name.words):
            node = node.after.setdefault(word, _Node())
        node.names.append(name)
        if len(name.words) == 1:
            self._known.update(name.words)

    def _split(self, word: str) -> tuple[str, ...]:
        """The parts that a word of a text is glued of: PythonSQL is two, PyTorch one."""
        if plain(word) in self._known:
            return (word,)
        pieces = [piece[0] for piece in _PIECE.finditer(word)]
        parts: list[str] = []
        at = 0
        while at < len(pieces):
            for end in range(len(pieces), at, -1):
                part = "".join(pieces[at:end])
                if end == at + 1 or plain(part) in self._known:
                    parts.append(part)
                    at = end
                    break
        known = [  # C1 is no C
            plain(part) in self._known and (len(part) > 1 or part.isdigit()) for part in parts
        ]
        whole = [k or len(part) > 3 for k, part in zip(known, parts, strict=True)]
        if any(k and all(whole[max(0, at - 1) : at + 2]) for at, k in enumerate(known)):
            return tuple(parts)
        return (word,)

    def _stems_of(self, word: str) -> tuple[str, ...]:
        if _is_one_piece(word):
            return (self._stem[self._folded[word]],)
        return tuple(self._stem[self._folded[part]] for part in self._parts[word])

    def find(self, text: str, start: int, end: int) -> tuple[Words, list[list[Match]]]:
        """The names in a part of a text, and its words, glued ones apart, if there are any names.

        For each place where names begin there is a list of them, the longest first. They overlap;
        whoever chooses one goes on behind it.
        """
        written = WORD.findall(text, start, end)
        stems = list(chain.from_iterable(map(self._stems.__getitem__, written)))
        places = self._places(stems)
        if not places:
            return Words([], [], []), []
        if len(stems) > len(written):
            written = list(chain.from_iterable(map(self._parts.__getitem__, written)))
        folded = list(map(self._folded.__getitem__, written))
        words = Words(folded, written, places_of(written, text, start))
        found: list[list[Match]] = []
        before = -1
        for first, last, names in places:
            for name in names:
                if match := _match(text, words, name, first, last):
                    if first > before:
                        found.append([])
                        before = first
                    found[-1].append(match)
        for matches in found:
            if len(matches) > 1:
                matches.sort(key=lambda one: (-one.last, not one.as_written))
        return words, found

    def _places(self, stems: Sequence[str]) -> list[tuple[int, int, list[Name]]]:
        """Where the words of names stand: the first word, the last one and the names."""
        root = self._tree.after
        places = []
        for first in [at for at, stem in enumerate(stems) if stem in root]:
            node: _Node | None = root[stems[first]]
            last = first
            while node is not None:
                if node.names:
                    places.append((first, last, node.names))
                last += 1
                node = node.after.get(stems[last]) if last < len(stems) else None
        return places


def _is_one_piece(word: str) -> bool:
    """Whether a word is clearly not glued, as most are: data, Data, DATA, 2020."""
    alike = word.islower() or word.isupper() or word.istitle()
    return word.isascii() and (word.isdigit() or (word.isalpha() and alike))


def _meant(word: str) -> str:
    """A word folded, and in English if searching knows that it is German or French."""
    folded = plain(word)
    if len(folded) < SHORTEST_FOREIGN:
        return folded
    return MEANINGS.get(folded) or MEANINGS.get(singular(folded), folded)


def _owners(skills: Collection[Skill]) -> dict[str, Id | None]:
    """Folded name -> the skill that has it; None if several have it among their other names."""
    owners: dict[str, Id | None] = {}
    for skill in skills:
        for written in skill.alternate_names:
            if owners.setdefault(fold(written), skill.id) != skill.id:
                owners[fold(written)] = None
    for skill in skills:
        owners.setdefault(fold(skill.id), skill.id)
        owners.update((fold(written), skill.id) for written in _preferred(skill))
    return owners


def _preferred(skill: Skill) -> Iterator[str]:
    yield skill.name
    before, bracket, _ = skill.name.partition(" (")
    if bracket:  # Java (computer programming)
        yield before


def _names_of(skill: Skill) -> Iterator[str]:
    """The names to look for; an id only where no name is spelt like it, as `dynamodb`."""
    yield from _preferred(skill)
    yield from (name for name in skill.alternate_names if name.lower() not in GENERAL)
    if fold(skill.id) not in map(fold, (skill.name, *skill.alternate_names)):
        yield skill.id


def _name(skill: Skill, written: str, words: tuple[str, ...]) -> Name:
    places = [one.span() for one in WORD.finditer(written)]
    gaps = tuple(written[a[1] : b[0]] for a, b in pairwise(places))
    capitals = any(letter.isupper() for letter in written[1:])
    tool = skill.kind in TOOL_KINDS and (len(words) == 1 or written != written.lower())
    proper = capitals or tool
    common = len(written) == 1 or all({word, singular(word)} & EVERYDAY for word in words)
    everyday_name = common and (proper or len(words) == 1)
    return Name(skill.id, written, words, gaps, proper, tool, everyday_name)


def _otherwise(name: Name) -> Iterator[Name]:
    """The same name glued or split, as people write it: PowerBI, backend, Power Point."""
    gaps = "".join(name.gaps)
    if (name.proper and 1 < len(name.words) < 4 and not set(gaps) & set("/&,(")) or gaps == "-":
        yield name._replace(words=("".join(name.words),), gaps=())
    if name.proper and len(name.words) == 1:
        pieces = [piece[0] for piece in _PIECE.finditer(name.written)]
        if len(pieces) > 1 and all(len(piece) > 1 for piece in pieces):
            yield name._replace(words=tuple(map(plain, pieces)), gaps=(" ",) * (len(pieces) - 1))


def _match(text: str, words: Words, name: Name, first: int, last: int) -> Match | None:
    start, end = words.spans[first][0], words.spans[last][1]
    for at, gap in enumerate(name.gaps, first):
        if not _joins(text[words.end(at) : words.start(at + 1)], gap):
            return None
    initial, rest = name.written[0], name.written[1:]
    if not initial.isalnum():  # .NET
        if text[start - 1 : start] != initial:
            return None
        start -= 1
    said = tuple(words.folded[first : last + 1])
    if said != name.words and not _are_forms(said, name):
        return None
    as_written = text[start + 1 : end] == rest and text[start] in (
        initial,
        initial.upper(),  # Pandas
    )
    return Match(name, first, last, start, end, as_written)


def _are_forms(words: Sequence[str], name: Name) -> bool:
    """Whether words that have the stems of those of a name are forms of these."""
    for said, own in zip(words, name.words, strict=True):
        if said == own:
            continue
        if not name.tool and not own.endswith("ics") and spelled(said) == spelled(own):
            continue  # analytic is no analytics
        if name.proper or not own.endswith("ing"):
            return False  # Windows are no window
        if len(name.words) == 1 and stem(said) not in VERBS:
            return False  # clusters are no clustering
        if stem(said) in NOUNS:
            return False
    return True


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
