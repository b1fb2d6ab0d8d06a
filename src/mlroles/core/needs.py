"""What a role cannot do without at a rung, laid out so that many can be measured against it."""

from collections.abc import Mapping
from typing import NamedTuple

from mlroles.core.assignment import best_assignment
from mlroles.core.catalogue import Catalogue
from mlroles.core.model import Role
from mlroles.core.vocabulary import Rung, Value


class Need(NamedTuple):
    """One essential skill: its id, importance, the level needed, and what can stand in for it."""

    skill: str
    importance: int
    level: int
    related: tuple[tuple[str, float], ...]
    """(skill, weight of the relation) of all that can stand in."""


class Cover(NamedTuple):
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


def score(needs: Needs, held: Mapping[str, int]) -> float:
    """Readiness, 0 to 1, of who holds skills (id -> level) for a role: see `core/readiness.py`.

    A role without essential skills asks for nothing: readiness 1.
    """
    return share(needs, [cover.level for cover in covers_of(needs, held)])


def share(needs: Needs, levels: list[float]) -> float:
    """The readiness that the levels that count for each need come to."""
    if not needs.total:
        return 1.0
    counted = sum(need[1] * level for need, level in zip(needs.places, levels, strict=True))
    return min(1.0, counted / needs.total)


def covers_of(needs: Needs, held: Mapping[str, int]) -> list[Cover]:
    """How each need is covered, where a held skill stands in for at most one other."""
    covers = most(needs, held)
    through = [cover[1] for cover in covers if cover[1]]
    if len(set(through)) == len(through):
        return covers
    chosen = best_assignment({need.skill: _gains(need, held) for need in needs.places})
    return [_cover(need, held, chosen.get(need.skill)) for need in needs.places]


def most(needs: Needs, held: Mapping[str, int]) -> list[Cover]:
    """How each need would be covered at best, if a skill could stand in for any number.

    No cover that is possible is higher; and what two people have together covers each need as
    well as the better of the two.
    """
    covers = []
    for skill, _, needed, related in needs.places:
        counted: float = held.get(skill, 0)
        best, its_weight = None, 0.0
        if counted < needed:
            for other, weight in related:
                if other in held and held[other] * weight > counted:
                    counted, best, its_weight = held[other] * weight, other, weight
        covers.append(Cover(min(counted, needed), best, its_weight))
    return covers


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


def _cover(need: Need, held: Mapping[str, int], through: str | None) -> Cover:
    if through is None:
        return Cover(min(need.level, held.get(need.skill, 0)))
    weight = dict(need.related)[through]
    return Cover(min(float(need.level), held[through] * weight), through, weight)
