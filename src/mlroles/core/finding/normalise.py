"""Match a job title, as employers write it, to a role or to none."""

import re
from collections.abc import Mapping
from functools import cached_property
from itertools import chain, groupby
from typing import NamedTuple

from mlroles.core.finding.called import Found
from mlroles.core.finding.engine import Engine, Scored
from mlroles.core.finding.fit import Fit
from mlroles.core.finding.index import Index
from mlroles.core.finding.memory import Remembered
from mlroles.core.finding.reasons import Hit, hit_of
from mlroles.core.finding.search import SMALLEST_SCORE
from mlroles.core.finding.title import Read, Title, proper_of, read, weights
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.ladder import LADDER, Ladder
from mlroles.core.model.limits import TITLE
from mlroles.core.model.vocabulary import Value

SURE = 0.97
"""The score from which a role is meant even if the title does not hold one of its names."""

ALIKE = 0.005
"""Roles that a title names are meant equally if their scores differ by less."""

STRANGE = 0.5
"""How much a word that is in no name counts: it names the employer's line of work."""

REMEMBERED = 5000
"""Titles that are remembered, and as many without their frame, at about 5 kB each."""


class Normalised(Value, frozen=True, kw_only=True):
    """What a title means."""

    title: str
    frame: Title
    role: Hit | None
    """The best match, or None if no role fits, or several fit equally."""
    matches: tuple[Hit, ...]
    """The roles that come nearest, those that fit first, each group best first."""
    ambiguous: tuple[Hit, ...] = ()
    """The roles that the title means equally; none where it means one, or none."""
    says_who: bool = False
    """Whether the title says what somebody is, by a profession or a rank, and not only a field."""


class _Meaning(NamedTuple):
    """What a title without its frame means."""

    role: Hit | None
    matches: tuple[Hit, ...]
    ambiguous: tuple[Hit, ...]
    proper: int | None
    words: dict[str, float]
    says_who: bool


class Normaliser:
    """Normalises title after title; remembers what the last few thousand meant."""

    def __init__(
        self,
        index: Mapping[str, bytes],
        top: int = 3,
        threshold: float | None = None,
        ladder: Ladder = LADDER,
        remembered: int = REMEMBERED,
    ) -> None:
        """Take the index and ladder of a catalogue, and how many matches to give of each title.

        A role fits if the title, without seniority, place and the like, holds one of its names
        and nothing that says other work; if a field and a profession in the title make its name;
        or if its score is at least `SURE`. With a `threshold`, from 0 to 1, the score decides.
        Raises `AskedWrongly` for one above 1, which no score reaches.
        """
        if threshold is not None and threshold > 1:
            raise AskedWrongly(f"no score reaches {threshold:g}", "write it as 0.9 or 90%")
        self._engine = Engine(Index(index))
        self._top, self._threshold = top, threshold
        self._rungs = _Rungs(ladder, self._engine) if ladder != LADDER else None
        self._titles = Remembered(self._normalised, remembered)
        self._meanings = Remembered(self._meaning, remembered)

    def __call__(self, title: str) -> Normalised:
        """Normalise one title."""
        return self._titles[title]

    @cached_property
    def _names(self) -> Fit:
        return Fit(self._engine)

    def _normalised(self, title: str) -> Normalised:
        known = title if len(title) <= TITLE.most else ""
        found = self._rungs.read(known) if self._rungs else read(known, self._engine.is_head)
        shouted = title.isupper()
        meaning = self._meanings[
            tuple((t.segment, t.word, t.written.isupper() and not shouted) for t in found.rest)
        ]
        return Normalised(
            title=title,
            frame=found.title(meaning.proper, meaning.words),
            role=meaning.role,
            matches=meaning.matches,
            ambiguous=meaning.ambiguous,
            says_who=meaning.says_who or found.level is not None,
        )

    def _meaning(self, title: tuple[tuple[int, str, bool], ...]) -> _Meaning:
        engine = self._engine
        segments = {
            number: self._names.parts([word for _, word, _ in words])
            for number, words in groupby(title, key=lambda token: token[0])
        }
        fit = None
        if self._threshold is None:
            capitals = frozenset(word for _, word, written in title if written)
            fit = self._names.find(list(segments.values()), capitals)
        proper = list(segments)[fit.proper] if fit else proper_of(segments, engine.is_head)
        words = weights(segments, proper)
        written = fit.words if fit else {}
        sought = engine.weighed("role", dict.fromkeys(written, 1.0) or words, STRANGE)
        best = engine.best("role", sought, self._top, fit.entries if fit else ())
        every = list(chain.from_iterable(segments.values()))
        meant = self._meant(best, fit, any(self._names.word[word].other for word in every))
        best.sort(key=lambda one: one not in meant)  # stable: the scores decide

        def hit(scored: Scored) -> Hit:
            return hit_of(engine, "role", sought, scored, written)

        matches = [hit(one) for one in best[: self._top] if one.score >= SMALLEST_SCORE]
        return _Meaning(
            role=matches[0] if len(meant) == 1 and matches else None,
            matches=tuple(matches),
            ambiguous=tuple(map(hit, meant)) if len(meant) > 1 else (),
            proper=proper,
            words=words,
            says_who=any(map(self._names.says_who, every)),
        )

    def _meant(self, best: list[Scored], fit: Found | None, strange: bool) -> list[Scored]:
        """The role that is meant, those that are meant equally, or none.

        `strange` says whether the title names another field: a project manager in construction.
        """
        if fit:
            fitting = [one for one in best if one.entry in fit.entries]
            least = max((one.alone() for one in fitting), default=0.0) - ALIKE
            return [one for one in fitting if one.alone() > least]
        if self._threshold is None:
            return [one for one in best[:1] if one.alone() >= SURE and not strange]
        return [one for one in best[:1] if one.score >= self._threshold]


class _Rungs:
    """Reads titles for a catalogue that names its own rungs."""

    def __init__(self, ladder: Ladder, engine: Engine) -> None:
        from mlroles.core.finding.rung import own_words, rung_told  # few catalogues name rungs

        self._ladder, self._is_head, self._told = ladder, engine.is_head, rung_told
        self._own = own_words(ladder, engine.is_head)
        words = "|".join(map(re.escape, sorted(self._own, key=len, reverse=True)))
        self._written = re.compile(rf"\b(?:{words})\b" if words else r"(?!)", re.IGNORECASE)

    def read(self, title: str) -> Read:
        """The title without its frame, at the rung of the catalogue that its words mean."""
        own = self._written.search(title)
        found = read(self._written.sub(lambda m: " " * len(m[0]), title), self._is_head)
        told = self._told(self._ladder, found.told, found.level) if found.level else None
        return found._replace(text=title, level=self._own[own[0].casefold()] if own else told)
