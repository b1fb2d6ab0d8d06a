"""Say which role a job title as employers write it means, or that it means none of them."""

from collections.abc import Mapping

from mlroles.core.finding.engine import Engine, Scored
from mlroles.core.finding.index import Index
from mlroles.core.finding.reasons import Hit, hit_of
from mlroles.core.finding.search import SMALLEST_SCORE
from mlroles.core.finding.title import Title, readings
from mlroles.core.model.vocabulary import Value

THRESHOLD = 0.5
"""The score from which a role is what a title means, if a name of it is wholly in the title."""

NEAR = 10
"""Roles that are looked at, however few are wanted."""

STRANGE = 0.5
"""How much a word of a title counts that no name has: it tells the employer's line of work."""


class Normalised(Value, frozen=True, kw_only=True):
    """What a title means."""

    title: str
    frame: Title
    role: Hit | None
    """The best match, or None if no role fits."""
    matches: tuple[Hit, ...]
    """The roles that come nearest, those that fit first, each group best first."""


class Normaliser:
    """Normalises title after title; remembers what it learned of the words."""

    def __init__(
        self, index: Mapping[str, bytes], top: int = 3, threshold: float | None = None
    ) -> None:
        """Take the index of a catalogue, and how many matches to give of each title.

        A match fits if a name of it is wholly in the title, seniority, place and the like set
        aside, and its score is at least `THRESHOLD`. Those that fit go before the others, and
        those whose name stands in its order before those with shuffled words. The first is the
        role, if it fits. With a `threshold` of one's own, from 0 to 1, the score alone decides.
        """
        self._engine = Engine(Index(index))
        self._top, self._threshold = top, threshold

    def __call__(self, title: str) -> Normalised:
        """Normalise one title; where it may be read in several ways, by the first that fits."""
        read = (self._read(title, frame) for frame in readings(title, self._engine.is_head))
        first = next(read)
        return first if first.role else next((one for one in read if one.role), first)

    def _read(self, title: str, frame: Title) -> Normalised:
        sought = self._engine.sought("role", frame.words, STRANGE)
        best = self._engine.best("role", sought, max(self._top, NEAR))
        if self._threshold is None:
            # The sort is stable: within a group the scores decide.
            best.sort(key=lambda scored: (_lacks(scored), not scored.ordered))
        del best[self._top :]
        matches = [
            hit_of(self._engine, "role", sought, scored)
            for scored in best
            if scored.score >= SMALLEST_SCORE
        ]
        fits = False
        if matches and self._threshold is None:
            fits = not _lacks(best[0])
        elif matches:
            fits = best[0].score >= (self._threshold or 0.0)
        return Normalised(
            title=title, frame=frame, role=matches[0] if fits else None, matches=tuple(matches)
        )


def _lacks(scored: Scored) -> bool:
    """Whether a role does not fit: no name of it is wholly in the title, or as a part too small."""
    return not scored.whole or scored.score < THRESHOLD
