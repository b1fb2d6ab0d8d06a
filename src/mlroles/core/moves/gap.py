"""What lies between what somebody can do and what a position asks for, skill by skill."""

from collections.abc import Iterator
from typing import Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Demand, Requirement, Role, Skill
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.profile import Profile
from mlroles.core.moves.readiness import Cover, Readiness, Verdict, held_by, readiness, verdict
from mlroles.core.moves.transition import Transition, transition
from mlroles.core.pay.figures import known_country, most_adverts

Status = Literal["MISSING", "RAISE", "SUBSTITUTED", "ENOUGH", "SURPLUS"]
LEARN: tuple[Status, ...] = ("MISSING", "RAISE", "SUBSTITUTED")
"""What is left to learn, wholly or in part."""


class Item(Value, frozen=True, kw_only=True):
    """One skill of a gap. Only an essential one has a weight, and takes from readiness."""

    skill: Skill
    status: Status
    needed: int
    """The level that the target asks for, 1–4; 0 where it does not ask for the skill."""
    held: int
    importance: int
    """What the target says, 1–5; 0 where it does not ask for the skill."""
    cover: Cover | None
    """How it is covered, where it is essential."""
    adverts: float | None
    """The share of the target's adverts that name it, 0–1; None where it was not counted."""
    hours: int | None
    """The estimate of what it takes to learn what is missing; None where there is none."""

    @property
    def weight(self) -> int:
        """What it weighs in readiness: importance · needed level, or 0 if it is not essential."""
        return self.importance * self.needed if self.cover else 0

    @property
    def shortfall(self) -> float:
        """What it takes from a readiness of 1."""
        return self.cover.shortfall if self.cover else 0.0


class Gap(Value, frozen=True, kw_only=True):
    """From what somebody can do to a role at a rung. The shortfalls add up to 1 − readiness."""

    start: Profile
    target: Role
    rung: Rung
    readiness: Readiness
    verdict: Verdict
    items: tuple[Item, ...]
    """The largest shortfall first, then by importance; what the target does not ask for last."""
    adverts: Demand | None
    """The adverts that shares are of."""
    reverse: Readiness | None
    """How ready the target is for the start; None where the start is no role."""
    transition: Transition | None
    """None where the start is no role."""


def gap(
    catalogue: Catalogue, start: Profile, target: Role, rung: Rung, country: str | None = None
) -> Gap:
    """Measure a profile against a role at a rung.

    Where the profile names the role and rung of now, the way back and the kind of the move are
    told too, with pay in a country. Raises `AskedWrongly` where no pay of that is known.
    """
    ready = readiness(catalogue, start.skills, target, rung)
    adverts = most_adverts(target)
    its_country = known_country(catalogue, country)
    reverse = move = None
    if start.role and start.rung:
        origin = catalogue.roles[start.role]
        reverse = readiness(catalogue, held_by(target, rung), origin, start.rung)
        move = transition((origin, start.rung), (target, rung), its_country)
    return Gap(
        start=start,
        target=target,
        rung=rung,
        readiness=ready,
        verdict=verdict(ready.score, move.rungs if move else 0),
        items=tuple(_items(catalogue, start, target, rung, ready, adverts)),
        adverts=adverts,
        reverse=reverse,
        transition=move,
    )


def _items(
    catalogue: Catalogue,
    start: Profile,
    target: Role,
    rung: Rung,
    ready: Readiness,
    adverts: Demand | None,
) -> Iterator[Item]:
    shares = adverts.shares if adverts else {}
    covers = {cover.skill: cover for cover in ready.covers}
    asked = {r.skill: r for r in (*target.skills, *target.tools)}

    def item(id: str, needed: int, importance: int) -> Item:
        held, cover = start.skills.get(id, 0), covers.get(id)
        status = _status(needed, held, cover)
        skill = catalogue.skills[id]
        return Item(
            skill=skill,
            status=status,
            needed=needed,
            held=held,
            importance=importance,
            cover=cover,
            adverts=shares.get(id),
            hours=_hours(skill, held, needed) if status in LEARN else None,
        )

    def matters(requirement: Requirement) -> tuple[int, int, str]:
        return -requirement.importance, -requirement.levels.at(rung), requirement.skill

    for cover in ready.covers:
        yield item(cover.skill, cover.needed, cover.importance)
    for other in sorted(asked.values(), key=matters):
        if not other.essential:
            yield item(other.skill, other.levels.at(rung), other.importance)
    for id in sorted(start.skills, key=lambda skill: (-start.skills[skill], skill)):
        if id not in asked:
            yield item(id, 0, 0)


def _status(needed: int, held: int, cover: Cover | None) -> Status:
    if not needed:
        return "SURPLUS"
    if held >= needed:
        return "ENOUGH"
    if cover and cover.through:
        return "SUBSTITUTED"
    return "RAISE" if held else "MISSING"


def _hours(skill: Skill, held: int, needed: int) -> int | None:
    """The hours from one level to another, where the catalogue has an estimate."""
    return sum(skill.effort.hours[held:needed]) if skill.effort else None
