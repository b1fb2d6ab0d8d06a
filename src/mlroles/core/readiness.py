"""How ready somebody who holds certain skills is for a role, and what is missing."""

from collections.abc import Mapping
from typing import Literal

from mlroles.core.assignment import best_assignment
from mlroles.core.catalogue import Catalogue
from mlroles.core.model import Role
from mlroles.core.requirement import Requirement
from mlroles.core.vocabulary import Rung, Value

Verdict = Literal["comfortable", "viable", "stretch"]

COMFORTABLE = 0.73
"""The mean readiness for the next rung up, over 130 promotion steps of the UK Government Digital
and Data Profession Capability Framework (standard deviation 0.15)."""
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


def verdict(score: float) -> Verdict:
    """Say what a readiness from 0 to 1 means for a move within one rung.

    The thresholds are known to two decimal places, so the score is taken to two as well.
    """
    if round(score, 2) >= COMFORTABLE:
        return "comfortable"
    return "viable" if round(score, 2) >= VIABLE else "stretch"


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
    needs = {r.skill: r for r in [*target.skills, *target.tools] if r.essential}
    total = sum(need.importance * need.levels.at(rung) for need in needs.values())
    offers = {skill: _offers(catalogue, held, needs[skill], rung) for skill in needs}
    stand_ins = best_assignment(
        {
            skill: {other: gain for other, (gain, _) in offered.items()}
            for skill, offered in offers.items()
        }
    )
    covers = []
    for skill, need in needs.items():
        level = need.levels.at(rung)
        through = stand_ins.get(skill)
        weight = offers[skill][through][1] if through else 0.0
        counted = held[through] * weight if through else held.get(skill, 0)
        covers.append(
            Cover(
                skill=skill,
                importance=need.importance,
                needed=level,
                held=held.get(skill, 0),
                through=through,
                through_weight=weight,
                counted=min(float(level), counted),
                share=need.importance * level / total,
            )
        )
    covers.sort(key=lambda cover: (-cover.shortfall, -cover.share, cover.skill))
    score = sum(cover.share * cover.counted / cover.needed for cover in covers) if covers else 1.0
    return Readiness(target=target.id, rung=rung, score=min(1.0, score), covers=tuple(covers))


def _offers(
    catalogue: Catalogue, held: Mapping[str, int], need: Requirement, rung: Rung
) -> dict[str, tuple[float, float]]:
    """What related skills would add to one need: skill -> (gain in w, weight of the relation)."""
    needed = need.levels.at(rung)
    own = min(needed, held.get(need.skill, 0))
    offers = {}
    for relation in catalogue.skills[need.skill].related:
        level = min(float(needed), held.get(relation.skill, 0) * relation.weight)
        if level > own:
            offers[relation.skill] = (need.importance * (level - own), relation.weight)
    return offers
