"""Find the role whose name a title holds, or that its words are put together of."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from mlroles.core.finding import fields
from mlroles.core.finding.called import LONGEST, Called, Found, Names, Window, Word

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


class Fit(Names):
    """Finds what titles mean by the names of the roles of an index."""

    def find(self, segments: Sequence[Sequence[str]], written: frozenset[str]) -> Found | None:
        """The roles that a title means, given as the folded words of its segments.

        `written` are those of its words that are written in capitals in a title that is not.
        """
        title = [[self.word(word) for word in segment] for segment in segments]
        for place, segment in enumerate(title):
            for window in self.windows(segment):
                if self._is_whole(title, place, window, written):
                    found = self.found(window.called, place)
                    return self._special(title, place, window, found) or found
        for looked_for in (self._scattered, self._technical, self._across, self._composed):
            if other := looked_for(title):
                return other
        return None

    def is_of_other_work(self, segments: Sequence[Sequence[str]]) -> bool:
        """Whether some word says another field or trade."""
        return any(_breaks(self.word(word)) for segment in segments for word in segment)

    def _is_whole(
        self, title: list[list[Word]], place: int, window: Window, written: frozenset[str]
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
            if self.technologies(before[-1:]):
                return True
            next_to = [*before[-1:], *after[:1]]
            strange = after and not (self.technologies(after[:1]) or after[0].number >= 0)
            trade = any(word.text in fields.TRADES for word in next_to)
            return not strange and not trade and not any(word.other for word in before + after)
        if all(word.person or word.text in fields.GENERAL for word in inside):
            anywhere = any(word.text in fields.ANYWHERE for word in inside)
            return not any(word.other for word in (outside if anywhere else before + after))
        return True

    def _special(
        self, title: list[list[Word]], place: int, window: Window, found: Found
    ) -> Found | None:
        """What makes a narrower name with one: Software Engineer - ML Infrastructure."""
        segment = title[place]
        inside = segment[window.start : window.end]
        if not self.wide.issuperset(found.entries):
            return self._joined(title, place, inside, ordered=True)
        for other in sorted(self.windows(segment), key=lambda one: one.start - one.end):
            covers = other.start <= window.start and other.end >= window.end
            if covers and not self.wide.issuperset(one.entry for one in other.called):
                return self.found(other.called, place)
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
                    called = self.by_words.get(tuple(sorted(numbers)), ())
                    ordered = [one for one in called if one.words == numbers]
                    window = Window(True, chosen[0], chosen[-1] + 1, ordered)
                    if (
                        ordered
                        and self._is_of_one_field(segment, chosen)
                        and self._is_whole(title, place, window, frozenset())
                    ):
                        return self.found(ordered, place)
        return None

    def _is_of_one_field(self, segment: Sequence[Word], chosen: tuple[int, ...]) -> bool:
        """Whether what stands between the chosen words of a name leaves its meaning alone."""
        between = [segment[at] for at in range(chosen[0], chosen[-1]) if at not in chosen]
        said = " ".join(segment[at].text for at in chosen[:-1])
        general = all(segment[at].text in fields.GENERAL for at in chosen[:-1])
        return (
            not general
            and len(between) <= LONGEST_GAP
            and not any(
                word.text in fields.TRADES | fields.AROUND if said in SURE_FIELDS else _breaks(word)
                for word in between
            )
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
            if at == place or any(_decides(word) for word in segment):
                continue
            broken = any(_breaks(word) for word in segment)
            for start in range(len(segment)):
                for end in range(start + 1, min(start + LONGEST, len(segment)) + 1):
                    part = segment[start:end]
                    if part[-1].number < 0:
                        break
                    said = " ".join(word.text for word in part)
                    if (broken and said not in SURE_FIELDS) or all(
                        word.text in fields.NO_SPECIALITY for word in part
                    ):
                        continue
                    numbers = tuple(word.number for word in part)
                    for own in (inside,) if ordered else (inside, heads[-1:]):
                        with_it = tuple(word.number for word in own)
                        called = [
                            one
                            for one in self.by_words.get(tuple(sorted({*numbers, *with_it})), ())
                            if one.words == (*with_it, *numbers)
                            or (not ordered and _without(one.words, with_it) == numbers)
                        ]
                        if called and len(part) > best[0]:
                            best = len(part), called
        return self.found(best[1], place) if best[0] else None

    def _composed(self, title: list[list[Word]]) -> Found | None:
        """The role of a rank and a line of work, or of a field and a person, that is no name."""
        every = [word for segment in title for word in segment]
        if any(word.text in fields.AROUND for word in every):
            return None
        ranks = {word.text for word in every if word.text in (*HEADS, "manager")}
        if ranks:
            others = [word for word in every if word.other or _decides(word)]
            return None if {word.text for word in others} - ranks else self._ranked(title, ranks)
        named = [word for word in every if word.person and word.text != "lead"]
        if any(word.text in fields.TRADES for word in every):
            return None
        own = [word for segment in title if named and named[-1] in segment for word in segment]
        if not all(word.known for word in own) or any(w.text not in ALIKE for w in named):
            return None
        for place, start, said in _lines(title):
            # What a line of work is about may stand before it: marketing data science.
            done_before = title[place][:start]
            if any(word.other and word not in done_before for word in every):
                continue
            done = DONE_BY.get(said.split()[-1], "engineer")
            alike = ALIKE[named[-1].text] if named else (*ALIKE[done], *ALIKE["engineer"])
            for person in alike if fields.LINES[said] else ():
                if found := self.called_by([*fields.LINES[said].split(), person], place, said):
                    return found
        return None if named or any(word.other for word in every) else self._by_work(title)

    def _ranked(self, title: list[list[Word]], ranks: set[str]) -> Found | None:
        """Whoever leads a line of work that is named beside a rank: Head of Data."""
        at = [place for place, one in enumerate(title) if any(word.text in ranks for word in one)]
        for place, _, said in _lines(title):
            if min(abs(place - one) for one in at) > 1:
                continue
            if ranks.intersection(HEADS):
                return self.called_by(["head", "machine", "learning"], place, said)
            if said != "data":
                return self.called_by(["machine", "learning", "manager"], place, said)
        return None

    def _by_work(self, title: list[list[Word]]) -> Found | None:
        """Whoever does the work that is named: Software Engineering Intern."""
        for place, segment in enumerate(title):
            for end, word in enumerate(segment):
                if person := DONE_BY.get(word.text):
                    for start in range(end):
                        own = [one.text for one in segment[start:end]]
                        said = " ".join([*own, word.text])
                        if found := self.called_by([*own, person], place, said):
                            return found
        return None

    def _by_technology(self, words: Sequence[Word], place: int) -> Found | None:
        """Whoever works with a language or framework that these words begin with or are."""
        skills = self.engine.index.shelves["skill"]
        for end in range(len(words), 0, -1):
            said = " ".join(word.text for word in words[:end])
            for skill in self.technologies(words[:end]):
                start, stop = skills.use_ends[skill], skills.use_ends[skill + 1]
                roles = list(skills.use_roles[start:stop])
                wide = sorted(self.wide.intersection(roles))
                if skills.technologies[skill] < CODED:
                    continue
                if skills.technologies[skill] == LANGUAGE:
                    wide = wide or sorted(self.wide)
                for role in wide or roles[:1]:
                    for name in self.called_engineers(role):
                        return Found([role], place, dict.fromkeys(name, said))
        return None


def _without(words: tuple[int, ...], others: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(word for word in words if word not in others)


def _breaks(word: Word) -> bool:
    """Whether a word between or beside others of a name says that they mean something else."""
    return word.other or word.text in fields.TRADES or word.text in fields.AROUND


def _decides(word: Word) -> bool:
    return word.person and word.text not in fields.SAYS_LITTLE and word.text != "lead"


def _lines(title: Sequence[Sequence[Word]]) -> Iterator[tuple[int, int, str]]:
    """The lines of work that are named: segment, where they begin in it, and their words.

    In each segment the longest comes first.
    """
    for place, segment in enumerate(title):
        texts = [LINE_OF.get(word.text, word.text) for word in segment]
        for length in range(min(4, len(texts)), 0, -1):
            for start in range(len(texts) - length + 1):
                said = " ".join(texts[start : start + length])
                if said in fields.LINES:
                    yield place, start, said
