"""Find the role that a title names, or that its words describe."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, combinations

from mlroles.core.finding import fields
from mlroles.core.finding.called import LONGEST, Called, Found, Names, Window, Word

LONGEST_GAP = 3
"""Words that may stand between the words of a name."""

CODED, LANGUAGE = 2, 3
"""Frameworks and languages; see `Shelf.technologies`."""

Segments = Sequence[Sequence[Word]]


class Fit(Names):
    """Finds what titles mean by the names of the roles of an index."""

    def find(self, segments: Sequence[Sequence[str]], written: frozenset[str]) -> Found | None:
        """The roles that a title means, given as the folded words of its segments.

        `written` are the words in capitals of a title that is not all in capitals.
        """
        title = [[self.word[word] for word in segment] for segment in segments]
        for place, segment in enumerate(title):
            for window in self.windows(segment):
                if self._is_whole(title, place, window, written):
                    found = self.found(window.called, place)
                    return self._special(title, place, window, found) or found
        for looked_for in (self._scattered, self._technical, self._across, self._composed):
            if other := looked_for(title):
                return other
        return None

    def _is_whole(
        self, title: Segments, place: int, window: Window, written: frozenset[str]
    ) -> bool:
        """Whether the rest of the title leaves the meaning of a name in it unchanged."""
        segment = title[place]
        before, after = segment[: window.start], segment[window.end :]
        inside = segment[window.start : window.end]
        earlier = [*chain.from_iterable(title[:place]), *before]
        outside = [*earlier, *after, *chain.from_iterable(title[place + 1 :])]
        persons = [word for word in outside if word.person and word.text not in fields.SAYS_LITTLE]
        if outside and all(one.abbreviation for one in window.called):
            return inside[0].text in written and not persons
        if (
            (persons and not any(word.person for word in inside))
            or _has(after, fields.AROUND)
            or any(word in persons and word.text not in fields.ALIKE for word in after[-1:])
            or _has(earlier, fields.AROUND - fields.NOT_BEFORE)
            or any(w in persons and w.number < 0 and w not in before for w in earlier)
        ):
            return False
        if len(inside) == 1 and inside[0].text in fields.ALIKE:
            if self.technologies(before[-1:]):
                return True
            strange = after and not (self.technologies(after[:1]) or after[0].number >= 0)
            trade = _has([*before[-1:], *after[:1]], fields.TRADES)
            return not (strange or trade or any(word.other for word in [*before, *after]))
        if all(word.person or word.text in fields.GENERAL for word in inside):
            near = outside if _has(inside, fields.ANYWHERE) else [*before, *after]
            return not any(word.other for word in near)
        return True

    def _special(self, title: Segments, place: int, window: Window, found: Found) -> Found | None:
        """A narrower role that is meant: Software Engineer - ML Infrastructure."""
        segment = title[place]
        inside = segment[window.start : window.end]
        if not self.wide.issuperset(found.entries):
            return self._joined(title, place, inside, ordered=True)
        for other in sorted(self.windows(segment), key=lambda one: one.start - one.end):
            covers = other.start <= window.start and other.end >= window.end
            if covers and not self.wide.issuperset(one.entry for one in other.called):
                return self.found(other.called, place)
        before, after = segment[: window.start], segment[window.end :]
        if len(inside) == 1 and (role := self._by_technology(before, place)):
            return role
        return self._joined([*title, before, after], place, inside)

    def _technical(self, title: Segments) -> Found | None:
        """The engineer of a language or framework that the title names: Python Engineer."""
        if _breaks(chain.from_iterable(title)):
            return None
        for place, segment in enumerate(title):
            for at, word in enumerate(segment):
                if word.text in fields.BUILDERS:
                    near = [*segment[:at], *segment[at + 1 :]]
                    near = near or [w for other in title for w in other if other is not segment]
                    if found := self._by_technology(near, place):
                        return found
        return None

    def _scattered(self, title: Segments) -> Found | None:
        """A name whose words are in order, with other words of the field between them."""
        for place, segment in enumerate(title):
            named = [at for at, word in enumerate(segment) if word.number >= 0][:10]
            for chosen in chain.from_iterable(combinations(named, size) for size in (4, 3, 2)):
                numbers = tuple(segment[at].number for at in chosen)
                called = self.by_words.get(tuple(sorted(numbers)), ())
                ordered = [one for one in called if one.words == numbers]
                window = Window(True, chosen[0], chosen[-1] + 1, ordered)
                if (
                    ordered
                    and _is_of_one_field(segment, chosen)
                    and self._is_whole(title, place, window, frozenset())
                ):
                    return self.found(ordered, place)
        return None

    def _across(self, title: Segments) -> Found | None:
        """A name made of a profession in one segment and a field in another: Engineer, Data."""
        for place, segment in enumerate(title):
            # Behind what says another trade, the whole has to be a name: Security Engineer, AI.
            broken = _breaks(segment)
            if found := self._joined(title, place, segment, ordered=broken, whole=broken):
                return found
        return None

    def _joined(
        self,
        title: Segments,
        place: int,
        inside: Sequence[Word],
        ordered: bool = False,
        whole: bool = False,
    ) -> Found | None:
        """The name that words of a segment make with the longest possible part of another.

        `ordered` leaves no word of the segment out. `whole` lets a sure field stand behind any
        words, and not only behind those that say no field of their own.
        """
        heads = [word for word in inside if word.person and word.number >= 0]
        best: tuple[int, list[Called]] = (0, [])
        of_any_field = all(word.person or word.text in fields.NO_SPECIALITY for word in inside)
        for at, segment in enumerate(title if heads else ()):
            if at == place or any(map(_decides, segment)):
                continue
            broken = _breaks(segment)
            for part in _parts(segment):
                partial = len(part) < len(segment) and _said(part) not in fields.SURE_FIELDS
                if (broken and partial) or all(w.text in fields.NO_SPECIALITY for w in part):
                    continue
                numbers = tuple(word.number for word in part)
                sure = (of_any_field or whole) and _said(part) in fields.SURE_FIELDS
                for own in (inside,) if ordered else (inside, heads[-1:]):
                    with_it = tuple(word.number for word in own)
                    called = [
                        one
                        for one in self.by_words.get(tuple(sorted({*numbers, *with_it})), ())
                        if one.words == (*with_it, *numbers)
                        or (sure and one.words == (*numbers, *with_it))  # Platform Engineer, ML
                        or (not ordered and _without(one.words, with_it) == numbers)
                    ]
                    if called and len(part) > best[0]:
                        best = len(part), called
        return self.found(best[1], place) if best[0] else None

    def _composed(self, title: Segments) -> Found | None:
        """The role of a rank or a profession and a line of work, where they are not a name."""
        every = list(chain.from_iterable(title))
        if _has(every, fields.AROUND):
            return None
        if ranks := {word.text for word in every} & (fields.HEADS | {"manager"}):
            others = {word.text for word in every if word.other or _decides(word)}
            return None if others - ranks else self._ranked(title, ranks)
        named = [word for word in every if word.person and word.text != "lead"]
        own = [word for segment in title if named and named[-1] in segment for word in segment]
        if (
            _has(every, fields.TRADES)
            or not all(word.known for word in own)
            or any(word.text not in fields.ALIKE for word in named)
        ):
            return None
        for place, start, said in _lines(title):
            # What a line of work is about may stand before it: marketing data science.
            done_before = title[place][:start]
            if any(word.other and word not in done_before for word in every):
                continue
            done = fields.DONE_BY.get(said.split()[-1], "engineer")
            alike = (named[-1].text,) if named else (done, "engineer")
            for person in chain.from_iterable(map(fields.ALIKE.__getitem__, alike)):
                meant = fields.LINES[said].split()
                if meant and (found := self.called_by([*meant, person], place, said)):
                    return found
        return None if named or any(word.other for word in every) else self._by_work(title)

    def _ranked(self, title: Segments, ranks: set[str]) -> Found | None:
        """The head or manager of a line of work: Head of Data."""
        at = [place for place, segment in enumerate(title) if _has(segment, ranks)]
        for place, _, said in _lines(title):
            if min(abs(place - one) for one in at) > 1:
                continue
            own = [word.text for word in title[place] if word.text not in ranks]
            narrow = self.called_by([*own, "manager"], place, said) if own != ["data"] else None
            if said == "data" and narrow:  # head of data quality
                return narrow
            if not ranks.isdisjoint(fields.HEADS):
                return self.called_by(["head", "machine", "learning"], place, said)
            if said != "data":
                return self.called_by(["machine", "learning", "manager"], place, said)
        return None

    def _by_work(self, title: Segments) -> Found | None:
        """The role that does the work a title names: Software Engineering Intern."""
        for place, segment in enumerate(title):
            for end, word in enumerate(segment):
                for start in range(end if word.text in fields.DONE_BY else 0):
                    called = [*(one.text for one in segment[start:end]), fields.DONE_BY[word.text]]
                    if found := self.called_by(called, place, _said(segment[start : end + 1])):
                        return found
        return None

    def _by_technology(self, words: Sequence[Word], place: int) -> Found | None:
        """The role that builds with a language or framework named in these words."""
        roles, skills = (self.engine.index.shelves[kind] for kind in ("role", "skill"))
        runs = combinations(range(len(words) + 1), 2)
        for start, end in sorted(runs, key=lambda run: run[0] - run[1]):
            for skill in self.technologies(words[start:end]):
                users = [role for role, _ in skills.uses[skill]]
                wide = sorted(self.wide.intersection(users))
                if skills.technologies[skill] == LANGUAGE:
                    wide = wide or sorted(self.wide)
                for role in (wide or users[:1]) if skills.technologies[skill] >= CODED else ():
                    called = roles.words_of_name[roles.names_of(role)[0]]
                    own = [self.engine.index.words[number] for number, _ in called]
                    if own and own[-1] in fields.BUILDERS:
                        return Found([role], place, dict.fromkeys(own, _said(words[start:end])))
        return None


def _is_of_one_field(segment: Sequence[Word], chosen: tuple[int, ...]) -> bool:
    """Whether the words between those chosen leave the meaning of a name unchanged."""
    between = [segment[at] for at in range(chosen[0], chosen[-1]) if at not in chosen]
    before = [segment[at] for at in chosen[:-1]]
    if len(between) > LONGEST_GAP or all(word.text in fields.GENERAL for word in before):
        return False
    if _said(before) in fields.SURE_FIELDS:
        return not _has(between, fields.TRADES | fields.AROUND)
    return not _breaks(between) and all(word.known for word in between)


def _parts(segment: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The runs of words of a segment in which all are words of names."""
    for start in range(len(segment)):
        for end in range(start + 1, min(start + LONGEST, len(segment)) + 1):
            if segment[end - 1].number < 0:
                break
            yield segment[start:end]


def _said(words: Iterable[Word]) -> str:
    return " ".join(word.text for word in words)


def _without(words: tuple[int, ...], others: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(word for word in words if word not in others)


def _has(words: Iterable[Word], texts: Container[str]) -> bool:
    return any(word.text in texts for word in words)


def _breaks(words: Iterable[Word]) -> bool:
    """Whether words say another field or trade, or a person around the work."""
    return any(w.other or w.text in fields.TRADES or w.text in fields.AROUND for w in words)


def _decides(word: Word) -> bool:
    """Whether a word says what somebody is, and that they are nothing else."""
    return word.person and word.text not in fields.SAYS_LITTLE


def _lines(title: Segments) -> Iterator[tuple[int, int, str]]:
    """The lines of work that are named: segment, where they begin in it, and their words.

    In each segment the longest comes first.
    """
    for place, segment in enumerate(title):
        texts = [word.text for word in segment]
        for length in range(min(4, len(texts)), 0, -1):
            for start in range(len(texts) - length + 1):
                said = " ".join(texts[start : start + length])
                if said in fields.LINES:
                    yield place, start, said
