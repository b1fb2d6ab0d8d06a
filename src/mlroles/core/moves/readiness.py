"""How ready somebody who holds certain skills is for a role, and what is missing."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.assignment import best_assignment

Verdict = Literal["comfortable", "viable", "stretch"]

COMFORTABLE = 0.73
"""The mean readiness for the next rung up over the promotion steps of the UK Government Digital and
Data Profession Capability Framework (standard deviation 0.15); docs/evidence.md measures it."""
VIABLE = 0.58
"""That mean less one standard deviation."""


class Need(NamedTuple):
    """One essential skill: its id, importance, the level needed, and what can stand in for it."""

    skill: str
    importance: int
    level: int
    related: tuple[tuple[str, float], ...]
    """(skill, weight of the relation) of all that can stand in."""


class Credit(NamedTuple):
    """The level that counts for a need, and the skill that stands in for it with its weight."""

    level: float
    through: str | None = None
    weight: float = 0.0


class Needs(Value, frozen=True, kw_only=True):
    """The essential skills of a role at a rung; `total` is Σ importance · level needed."""

    role: str
    rung: Rung
    places: tuple[Need, ...]
    total: int


def needs_of(catalogue: Catalogue, role: Role, rung: Rung) -> Needs:
    """Lay out what a role asks for as essential at a rung."""
    places = tuple(
        Need(
            r.skill,
            r.importance,
            r.levels.at(rung),
            tuple((other.skill, other.weight) for other in catalogue.skills[r.skill].related),
        )
        for r in (*role.skills, *role.tools)
        if r.essential
    )
    total = sum(need.importance * need.level for need in places)
    return Needs(role=role.id, rung=rung, places=places, total=total)


def score_of(needs: Needs, held: Mapping[str, int]) -> float:
    """Readiness, 0 to 1, of who holds skills (id -> level) for a role: see `core/readiness.py`.

    A role without essential skills asks for nothing: readiness 1.
    """
    return share(needs, [credit.level for credit in credits_of(needs, held)])


def share(needs: Needs, levels: list[float]) -> float:
    """The readiness that the levels that count for each need come to."""
    if not needs.total:
        return 1.0
    counted = sum(need[1] * level for need, level in zip(needs.places, levels, strict=True))
    return min(1.0, counted / needs.total)


def credits_of(needs: Needs, held: Mapping[str, int]) -> list[Credit]:
    """How each need is covered, where a held skill stands in for at most one other."""
    credits = most(needs, held)
    through = [credit[1] for credit in credits if credit[1]]
    if len(set(through)) == len(through):
        return credits
    chosen = best_assignment({need.skill: _gains(need, held) for need in needs.places})
    return [_credit(need, held, chosen.get(need.skill)) for need in needs.places]


def most(needs: Needs, held: Mapping[str, int]) -> list[Credit]:
    """How each need would be covered at best, if a skill could stand in for any number.

    No cover that is possible is higher; and what two people have together covers each need as
    well as the better of the two.
    """
    credits = []
    for skill, _, needed, related in needs.places:
        counted: float = held.get(skill, 0)
        best, its_weight = None, 0.0
        if counted < needed:
            for other, weight in related:
                if other in held and held[other] * weight > counted:
                    counted, best, its_weight = held[other] * weight, other, weight
        credits.append(Credit(min(counted, needed), best, its_weight))
    return credits


def _gains(need: Need, held: Mapping[str, int]) -> dict[str, float]:
    """What related skills would add to one need: skill -> gain, in importance · level."""
    own = min(need.level, held.get(need.skill, 0))
    levels = {
        other: min(float(need.level), held[other] * weight)
        for other, weight in need.related
        if other in held
    }
    return {
        other: need.importance * (level - own) for other, level in levels.items() if level > own
    }


def _credit(need: Need, held: Mapping[str, int], through: str | None) -> Credit:
    if through is None:
        return Credit(min(need.level, held.get(need.skill, 0)))
    weight = dict(need.related)[through]
    return Credit(min(float(need.level), held[through] * weight), through, weight)


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
    counted = credits_of(needs, held)
    score = share(needs, [credit.level for credit in counted])
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
