"""Find the role whose name a title holds, or that its words are put together of."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from mlroles.core.finding import fields
from mlroles.core.finding.engine import WHOLE, Engine
from mlroles.core.finding.index import NO_HEAD
from mlroles.core.finding.spelling import repaired, split

LONGEST = 7
"""Words of the longest name that is looked for."""

LONGEST_GAP = 3
"""Words that may stand between the words of a name."""

CODED, LANGUAGE = 2, 3
"""Frameworks and languages; see `Shelf.technologies`."""

HEADS = ("head", "chief", "director", "vp", "svp", "evp", "president")
"""Those who lead a line of work; a manager leads a team of it."""

ALIKE: dict[str, tuple[str, ...]] = {
    "engineer": ("engineer", "developer"),
    "developer": ("developer", "engineer"),
    "programmer": ("programmer", "developer", "engineer"),
    "scientist": ("scientist", "researcher", "engineer"),
    "researcher": ("researcher", "scientist", "engineer"),
    "analyst": ("analyst",),
    "architect": ("architect",),
}
"""What somebody is -> what a field may call them, the nearest first."""

DONE_BY = {
    "engineering": "engineer",
    "science": "scientist",
    "analytic": "analyst",
    "analysis": "analyst",
    "architecture": "architect",
    "research": "researcher",
    "development": "developer",
}
"""Line of work -> who does it; for titles such as Data Science Intern."""


LINE_OF = {"engineer": "engineering", "scientist": "science"}
"""What somebody is, before a rank -> the line of work: data scientist manager."""


SURE_FIELDS = frozenset(
    ["ai", "ml", "machine learning", "artificial intelligence", "deep learning"]
)
"""What no other field is called by, whatever stands between it and what somebody is."""


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


class _Window(NamedTuple):
    """Words that stand together and are those of a name."""

    ordered: bool
    start: int
    end: int
    called: list[Called]


class Names:
    """The names of the roles of an index, to be found in titles."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine that knows what words mean."""
        self._engine, self._shelf = engine, engine.index.shelves["role"]
        self._by_words: dict[tuple[int, ...], list[Called]] = {}
        self._words: dict[str, Word] = {}
        shelf, persons, alone = self._shelf, set(), set()
        numbers, ends = shelf.name_words.tolist(), shelf.name_ends.tolist()
        for entry in range(len(shelf)):
            for name in range(shelf.entry_ends[entry], shelf.entry_ends[entry + 1]):
                words = tuple(numbers[ends[name] : ends[name + 1]])
                short = len(words) == 1 and shelf.names[name].isupper()
                called = Called(shelf.name_ranks[name], entry, words, short)
                key = tuple(sorted(words))
                if called not in self._by_words.setdefault(key, []):
                    self._by_words[key].append(called)
                if len(words) > 1 and shelf.name_heads[name] != NO_HEAD:
                    persons.add(shelf.name_heads[name])
                elif len(words) == 1 and not short:
                    alone.add((entry, words[0]))
        self._persons = persons - {engine.number("devop"), engine.number("mlop")}
        text = engine.index.words
        self._wide = {e for e, w in alone if w in persons and fields.is_person(text[w])}

    def find(self, segments: Sequence[Sequence[str]], written: frozenset[str]) -> Found | None:
        """The roles that a title means, given as the folded words of its segments.

        `written` are those of its words that are written in capitals in a title that is not.
        """
        title = [[self._word(word) for word in segment] for segment in segments]
        for place, segment in enumerate(title):
            for window in self._windows(segment):
                if self._is_whole(title, place, window, written):
                    found = self._found(window.called, place)
                    return self._special(title, place, window, found) or found
        for looked_for in (self._technical, self._scattered, self._across, self._composed):
            if other := looked_for(title):
                return other
        return None

    def is_named(self, word: str) -> bool:
        """Whether a name of a role has this folded word."""
        number = self._engine.number(word)
        return number is not None and self._shelf.rarity[number] < self._shelf.nowhere

    def parts(self, words: Sequence[str]) -> list[str]:
        """The words of a segment, of which what is glued is split and what is split is joined."""
        whole = repaired(self._engine.is_word, dict.fromkeys(words, 1.0))
        return [part for word in whole for part in self._split(word)]

    def _split(self, word: str) -> list[str]:
        return [word] if self.is_named(word) else split(word, self.is_named)

    def is_of_other_work(self, segments: Sequence[Sequence[str]]) -> bool:
        """Whether some word says another field or trade."""
        return any(_breaks(self._word(word)) for segment in segments for word in segment)

    def _word(self, text: str) -> Word:
        if text not in self._words:
            if len(self._words) >= 20_000:
                self._words.clear()
            self._words[text] = self._looked_up(text)
        return self._words[text]

    def _looked_up(self, text: str) -> Word:
        index = self._engine.index
        number = self._engine.number(text)
        known = number is not None and any(
            shelf.rarity[number] < shelf.nowhere for shelf in index.shelves.values()
        )
        if number is None:  # a slip, not a beginning
            meant = (
                one
                for one, share in self._engine.meanings_of(text)
                if share >= WHOLE and not index.words[one].startswith(text)
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

    def _windows(self, segment: Sequence[Word]) -> list[_Window]:
        """Names that stand in a segment, those in their order and the longest first."""
        found = []
        for start in range(len(segment)):
            numbers: list[int] = []
            for end in range(start, min(start + LONGEST, len(segment))):
                if segment[end].number < 0:
                    break
                numbers.append(segment[end].number)
                if called := self._by_words.get(tuple(sorted(numbers))):
                    ordered = [one for one in called if one.words == tuple(numbers)]
                    found.append(_Window(bool(ordered), start, end + 1, ordered or called))
        found.sort(key=lambda one: (not one.ordered, one.start - one.end, one.start))
        return found

    def _is_whole(
        self, title: list[list[Word]], place: int, window: _Window, written: frozenset[str]
    ) -> bool:
        """Whether nothing else in the title says that a name in it means something else."""
        segment = title[place]
        inside = segment[window.start : window.end]
        before, after = segment[: window.start], segment[window.end :]
        outside = [word for one in title for word in one if one is not segment] + before + after
        persons = [word for word in outside if word.person and word.text not in fields.SAYS_LITTLE]
        if all(one.abbreviation for one in window.called) and outside:
            return inside[0].text in written and not persons
        if not any(word.person for word in inside) and persons:
            return False
        last = after[-1:] if len(after) > 1 else after
        if any(word.text in fields.AROUND for word in after) or any(
            word in persons and word.text not in fields.PERSONS for word in last
        ):
            return False
        for word in [*before, *(word for one in title[:place] for word in one)]:
            if word.text in fields.AROUND - fields.NOT_BEFORE:
                return False
            if word in persons and word.number < 0 and word not in before:
                return False
        if len(inside) == 1 and inside[0].text in fields.PERSONS:
            if self._technologies(before[-1:]):
                return True
            next_to = [*before[-1:], *after[:1]]
            strange = after and not (self._technologies(after[:1]) or after[0].number >= 0)
            trade = any(word.text in fields.TRADES for word in next_to)
            return not strange and not trade and not any(word.other for word in before + after)
        if all(word.person or word.text in fields.GENERAL for word in inside):
            anywhere = any(word.text in fields.ANYWHERE for word in inside)
            return not any(word.other for word in (outside if anywhere else before + after))
        return True

    def _special(
        self, title: list[list[Word]], place: int, window: _Window, found: Found
    ) -> Found | None:
        """What makes a narrower name with one: Software Engineer - ML Infrastructure."""
        segment = title[place]
        inside = segment[window.start : window.end]
        if not self._wide.issuperset(found.entries):
            return self._joined(title, place, inside, ordered=True)
        for other in sorted(self._windows(segment), key=lambda one: one.start - one.end):
            covers = other.start <= window.start and other.end >= window.end
            if covers and not self._wide.issuperset(one.entry for one in other.called):
                return self._found(other.called, place)
        if len(inside) == 1:
            for start in range(window.start):
                if role := self._by_technology(segment[start : window.start], place):
                    return role
        before, after = segment[: window.start], segment[window.end :]
        return self._joined([*title, before, after], place, inside)

    def _technical(self, title: list[list[Word]]) -> Found | None:
        """Whoever builds something with the language or framework that is named beside them."""
        if any(_breaks(word) for segment in title for word in segment):
            return None
        for place, segment in enumerate(title):
            for at, word in enumerate(segment):
                if word.text in ("engineer", "developer", "programmer"):
                    near = segment[:at] + segment[at + 1 :]
                    near = near or [w for other in title for w in other if other is not segment]
                    for start in range(len(near)):
                        if found := self._by_technology(near[start:], place):
                            return found
        return None

    def _scattered(self, title: list[list[Word]]) -> Found | None:
        """A name whose words stand in their order with others of the field between them."""
        for place, segment in enumerate(title):
            named = [at for at, word in enumerate(segment) if word.number >= 0][:10]
            for length in (4, 3, 2):
                for chosen in combinations(named, length):
                    numbers = tuple(segment[at].number for at in chosen)
                    called = self._by_words.get(tuple(sorted(numbers)), ())
                    ordered = [one for one in called if one.words == numbers]
                    window = _Window(True, chosen[0], chosen[-1] + 1, ordered)
                    if (
                        ordered
                        and self._is_of_one_field(segment, chosen)
                        and self._is_whole(title, place, window, frozenset())
                    ):
                        return self._found(ordered, place)
        return None

    def _is_of_one_field(self, segment: Sequence[Word], chosen: tuple[int, ...]) -> bool:
        """Whether what stands between the chosen words of a name leaves its meaning alone."""
        between = [segment[at] for at in range(chosen[0], chosen[-1]) if at not in chosen]
        said = " ".join(segment[at].text for at in chosen[:-1])
        general = all(segment[at].text in fields.GENERAL for at in chosen[:-1])
        return (
            not general
            and len(between) <= LONGEST_GAP
            and not any(_breaks(word) for word in between)
            and (said in SURE_FIELDS or all(word.known for word in between))
        )

    def _across(self, title: list[list[Word]]) -> Found | None:
        """A name of which one segment says what somebody is, and another one of what."""
        for place, segment in enumerate(title):
            broken = any(_breaks(word) for word in segment)
            if not broken and (found := self._joined(title, place, segment)):
                return found
        return None

    def _joined(
        self,
        title: Sequence[Sequence[Word]],
        place: int,
        inside: Sequence[Word],
        ordered: bool = False,
    ) -> Found | None:
        """The name that words of a segment make with the longest part of another one."""
        heads = [word for word in inside if word.person and word.number >= 0]
        best: tuple[int, list[Called]] = (0, [])
        for at, segment in enumerate(title if heads else ()):
            if at == place or any(_breaks(word) or _decides(word) for word in segment):
                continue
            for start in range(len(segment)):
                for end in range(start + 1, min(start + LONGEST, len(segment)) + 1):
                    part = segment[start:end]
                    if part[-1].number < 0:
                        break
                    if all(word.text in fields.NO_SPECIALITY for word in part):
                        continue
                    for with_it in ([*part, *inside], [*part, heads[-1]]):
                        numbers = tuple(sorted({word.number for word in with_it}))
                        called = self._by_words.get(numbers, [])
                        if ordered:
                            whole = (*(w.number for w in inside), *(w.number for w in part))
                            called = [one for one in called if one.words == whole]
                        if called and len(part) > best[0]:
                            best = len(part), called
        return self._found(best[1], place) if best[0] else None

    def _composed(self, title: list[list[Word]]) -> Found | None:
        """The role of a field, a technology, a rank or a line of work that no name is made of."""
        every = [word for segment in title for word in segment]
        if any(word.other or word.text in fields.AROUND for word in every):
            return None
        persons = [word for word in every if _decides(word)]
        lines = list(_lines(title))
        ranks = [word.text for word in every if word.text in (*HEADS, "manager")]
        if ranks and not [word for word in persons if word.text not in (*HEADS, "manager")]:
            at = [p for p, one in enumerate(title) if any(word.text in ranks for word in one)]
            for place, said, _ in lines:
                if min(abs(place - one) for one in at) > 1:
                    continue
                if set(ranks) & set(HEADS):
                    return self._called(["head", "machine", "learning"], place, said)
                if said != "data":
                    return self._called(["machine", "learning", "manager"], place, said)
            return None
        named = [word for word in every if word.person and word.text != "lead"]
        if any(word.text in fields.TRADES for word in every):
            return None
        for place, said, field in lines if all(word.text in ALIKE for word in named) else ():
            done = DONE_BY.get(said.split()[-1], "engineer")
            alike = ALIKE[named[-1].text] if named else (*ALIKE[done], *ALIKE["engineer"])
            own = [word for segment in title if named and named[-1] in segment for word in segment]
            for person in alike if field and all(word.known for word in own) else ():
                if found := self._called([*field.split(), person], place, said):
                    return found
        return None if named else self._by_work(title)

    def _by_work(self, title: list[list[Word]]) -> Found | None:
        """Whoever does the work that is named: Software Engineering Intern."""
        for place, segment in enumerate(title):
            for end, word in enumerate(segment):
                if person := DONE_BY.get(word.text):
                    for start in range(end):
                        own = [one.text for one in segment[start:end]]
                        said = " ".join([*own, word.text])
                        if found := self._called([*own, person], place, said):
                            return found
        return None

    def _by_technology(self, words: Sequence[Word], place: int) -> Found | None:
        """Whoever works with a language or framework that these words begin with or are."""
        skills = self._engine.index.shelves["skill"]
        for end in range(len(words), 0, -1):
            said = " ".join(word.text for word in words[:end])
            for skill in self._technologies(words[:end]):
                start, stop = skills.use_ends[skill], skills.use_ends[skill + 1]
                roles = list(skills.use_roles[start:stop])
                wide = sorted(self._wide.intersection(roles))
                if skills.technologies[skill] < CODED:
                    continue
                if skills.technologies[skill] == LANGUAGE:
                    wide = wide or sorted(self._wide)
                for role in wide or roles[:1]:
                    for name in self._called_engineers(role):
                        return Found([role], place, dict.fromkeys(name, said))
        return None

    def _called_engineers(self, entry: int) -> Iterator[tuple[str, ...]]:
        """What a role is called first, if it builds something."""
        first = self._shelf.entry_ends[entry]
        words = self._engine.words_of_name("role", first)
        if words and words[-1] in ("engineer", "developer", "programmer"):
            yield words

    def _technologies(self, words: Sequence[Word]) -> list[int]:
        """The tools that are called so."""
        return self._engine.tools_called(tuple(word.text for word in words))

    def _called(self, words: list[str], place: int, said: str) -> Found | None:
        """The roles called by these words, of which the title says `said` instead."""
        numbers = [self._word(word).number for word in words]
        called = self._by_words.get(tuple(sorted(set(numbers))))
        if not called or -1 in numbers:
            return None
        return self._found(called, place, dict.fromkeys(words, said))

    def _found(
        self, called: Sequence[Called], place: int, words: dict[str, str] | None = None
    ) -> Found:
        best = min(one.rank for one in called)
        entries = list(dict.fromkeys(one.entry for one in called if one.rank == best))
        return Found(entries, place, words or {})


def _breaks(word: Word) -> bool:
    """Whether a word between or beside others of a name says that they mean something else."""
    return word.other or word.text in fields.TRADES or word.text in fields.AROUND


def _decides(word: Word) -> bool:
    return word.person and word.text not in fields.SAYS_LITTLE and word.text != "lead"


def _lines(title: Sequence[Sequence[Word]]) -> Iterator[tuple[int, str, str]]:
    """The lines of work that are named, as segment, words and what its roles are called by.

    In each segment the longest comes first.
    """
    for place, segment in enumerate(title):
        texts = [LINE_OF.get(word.text, word.text) for word in segment]
        for length in range(min(4, len(texts)), 0, -1):
            for start in range(len(texts) - length + 1):
                said = " ".join(texts[start : start + length])
                if said in fields.LINES:
                    yield place, said, fields.LINES[said]
