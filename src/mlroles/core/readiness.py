"""How ready somebody who holds certain skills is for a role, and what is missing."""

from collections.abc import Mapping
from typing import Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.model import Role
from mlroles.core.needs import covers_of, needs_of, share
from mlroles.core.vocabulary import Rung, Value

Verdict = Literal["comfortable", "viable", "stretch"]

COMFORTABLE = 0.73
"""The mean readiness for the next rung up over the promotion steps of the UK Government Digital and
Data Profession Capability Framework (standard deviation 0.15); docs/evidence.md measures it."""
VIABLE = 0.58
"""That mean less one standard deviation."""


class Cover(Value, frozen=True, kw_only=True):
    """How one essential skill of the target is covered."""

    skill: str
    importance: int
    needed: int
    """The level that the target asks for, 1–4."""
    held: int
    """The level held in the skill itself, 0–4."""
    through: str | None
    """The related skill that stands in for it, if that covers more than the skill itself."""
    through_weight: float
    """How much of the related skill's level counts, 0–1."""
    counted: float
    """The level that counts: held, or through the related skill; at most what is needed."""
    share: float
    """This skill's part of the whole: importance · needed over the sum of these."""

    @property
    def shortfall(self) -> float:
        """What this skill takes from a readiness of 1."""
        return self.share * (1 - self.counted / self.needed)


class Readiness(Value, frozen=True, kw_only=True):
    """How ready somebody is for a role at a rung, from 0 to 1.

    The shortfalls of `covers` add up to 1 − score; the largest comes first.
    """

    target: str
    rung: Rung
    score: float
    covers: tuple[Cover, ...]

    @property
    def verdict(self) -> Verdict:
        """What the score means for a move at the same rung."""
        return verdict(self.score)


def verdict(score: float, rungs: int = 0) -> Verdict:
    """Say what a readiness from 0 to 1 means for a move that goes up so many rungs.

    The thresholds are known to two decimal places, so the score is taken to two as well. What is
    viable rests on moves to the next rung: for more than one at once it is a stretch.
    """
    if round(score, 2) >= COMFORTABLE:
        return "comfortable"
    return "viable" if round(score, 2) >= VIABLE and rungs <= 1 else "stretch"


def held_by(role: Role, rung: Rung) -> dict[str, int]:
    """The skills and tools of somebody who works in a role at a rung: id -> level 1–4."""
    return {r.skill: r.levels.at(rung) for r in [*role.skills, *role.tools]}


def readiness(
    catalogue: Catalogue, held: Mapping[str, int], target: Role, rung: Rung = "mid"
) -> Readiness:
    """Measure skills held (id -> level 1–4) against a role at a rung.

    Over the essential skills of the target, Σ w·min(1, held/needed) / Σ w with
    w = importance · needed level. A skill counts in its full level or through one related
    skill at that relation's weight: a held skill stands in for at most one other, is not
    passed on further, and the assignment that gains most is taken, so that holding more
    never lowers the score. A role without essential skills asks for nothing: readiness 1.
    """
    needs = needs_of(catalogue, target, rung)
    counted = covers_of(needs, held)
    score = share(needs, [cover.level for cover in counted])
    covers = [
        Cover(
            skill=need.skill,
            importance=need.importance,
            needed=need.level,
            held=held.get(need.skill, 0),
            through=through,
            through_weight=weight,
            counted=level,
            share=need.importance * need.level / needs.total,
        )
        for need, (level, through, weight) in zip(needs.places, counted, strict=True)
    ]
    covers.sort(key=lambda cover: (-cover.shortfall, -cover.share, cover.skill))
    return Readiness(target=target.id, rung=rung, score=score, covers=tuple(covers))
