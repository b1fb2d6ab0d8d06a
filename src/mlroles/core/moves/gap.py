"""What lies between what somebody can do and what a position asks for, skill by skill."""

from collections.abc import Iterator
from typing import Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Demand, Requirement, Role, Skill
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.gates import Gate, gates
from mlroles.core.moves.path import CareerPath, Way, find_path
from mlroles.core.moves.position import is_rated
from mlroles.core.moves.profile import Profile
from mlroles.core.moves.readiness import Coverage, Readiness, Verdict, held_by, readiness
from mlroles.core.moves.standing import position_now
from mlroles.core.moves.transition import Transition, transition
from mlroles.core.pay.figures import country_for, most_adverts

Status = Literal["MISSING", "RAISE", "SUBSTITUTED", "UNSAID", "ENOUGH", "SURPLUS"]
LEARN: tuple[Status, ...] = ("MISSING", "RAISE", "SUBSTITUTED")
"""What is left to learn, all of it or a part."""


class Item(Value, frozen=True, kw_only=True):
    """One skill of a gap. Only an essential one has a weight, and takes from readiness."""

    skill: Skill
    status: Status
    needed: int
    """The level that the target asks for, 1–4; 0 where it does not ask for the skill."""
    rated: bool
    """Whether that level is known; where it is not, `needed` stands for it."""
    held: int
    importance: int
    """What the target says, 1–5; 0 where it does not ask for the skill."""
    essential: bool
    coverage: Coverage | None
    """How it is covered, where it is essential and something is known of it."""
    adverts: float | None
    """The share of the target's adverts that name it, 0–1; None where it was not counted."""
    hours: int | None
    """The estimate of what it takes to learn what is missing; None where there is none."""

    @property
    def weight(self) -> int:
        """What it weighs in readiness: importance · needed level, or 0 if it has no part in it."""
        return self.importance * self.needed if self.coverage else 0

    @property
    def shortfall(self) -> float:
        """What it takes from a readiness of 1."""
        return self.coverage.shortfall if self.coverage else 0.0


class Gap(Value, frozen=True, kw_only=True):
    """From what somebody can do to a role at a rung. The shortfalls add up to 1 − readiness."""

    start: Profile
    target: Role
    rung: Rung
    rungs: int
    """How many rungs the move goes up; below 0 where it goes down."""
    readiness: Readiness
    gates: tuple[Gate, ...]
    items: tuple[Item, ...]
    """The largest shortfall first, then by importance; what the target does not ask for last."""
    adverts: Demand | None
    """The adverts that shares are of."""
    reverse: Readiness | None
    """How ready the target is for the start; None where the start is not a role."""
    transition: Transition | None
    """None where the start is not a role."""
    by_way: Way | None
    """The best way with a stop, where the move is neither comfortable nor down."""
    lowest: Readiness | None
    """For the lowest rung of the target, likewise, unless that is the one that is meant."""

    @property
    def verdict(self) -> Verdict | None:
        """What the readiness means for this move."""
        return self.readiness.verdict_after(self.rungs)

    @property
    def verdict_back(self) -> Verdict | None:
        """What the readiness means for the way back."""
        return self.reverse.verdict_after(-self.rungs) if self.reverse else None


def gap(
    catalogue: Catalogue, start: Profile, target: Role, rung: Rung, country: str | None = None
) -> Gap:
    """Measure a profile against a role at a rung.

    Where the profile names the role and rung of now, the way back and the kind of the move are
    there too, with pay in a country. Raises `AskedWrongly` where no pay of that is known.
    """
    ready = readiness(catalogue, start.skills, target, rung, start.complete)
    adverts = most_adverts(target)
    origin = position_now(catalogue, start)
    rungs = catalogue.ladder.up(origin[1], rung) if origin else 0
    reverse = move = way = lowest = None
    if start.role and start.rung:
        role = catalogue.roles[start.role]
        reverse = readiness(catalogue, held_by(target, rung), role, start.rung)
        paid_in = country_for(catalogue, country, [role, target])
        move = transition(catalogue.ladder, (role, start.rung), (target, rung), paid_in)
    if ready.verdict_after(rungs) != "comfortable" and ready.parts and rungs >= 0:
        way = _with_a_stop(find_path(catalogue, start, (target, rung), country=country))
        first = catalogue.ladder.lowest
        if rung != first and is_rated(target) and start.role != target.id:
            lowest = readiness(catalogue, start.skills, target, first, start.complete)
    return Gap(
        start=start,
        target=target,
        rung=rung,
        rungs=rungs,
        readiness=ready,
        gates=gates(target, rung, ready, origin if start.role else None),
        items=tuple(_items(catalogue, start, target, rung, ready, adverts)),
        adverts=adverts,
        reverse=reverse,
        transition=move,
        by_way=way,
        lowest=lowest,
    )


def _with_a_stop(path: CareerPath) -> Way | None:
    """The best way of a path that stops in another role and is easier than the direct move.

    Within a role a stop at a rung of it is meant as well.
    """
    own, direct = path.target.role.id, path.direct.readiness.score or 0.0
    for way in (path.advised, *path.alternatives):
        stops = [move.role.id for move in way.moves[:-1]]
        if stops and (stops[0] != own or path.start.role == own) and (way.hardest or 0) > direct:
            return way
    return None


def _items(
    catalogue: Catalogue,
    start: Profile,
    target: Role,
    rung: Rung,
    ready: Readiness,
    adverts: Demand | None,
) -> Iterator[Item]:
    shares = adverts.shares if adverts else {}
    coverages = {part.skill: part for part in ready.parts}
    asked = {r.skill: r for r in target.requirements}

    def item(id: str) -> Item:
        held, coverage, requirement = start.skills.get(id, 0), coverages.get(id), asked.get(id)
        needed = requirement.at(rung) if requirement else 0
        status = "UNSAID" if id in ready.unsaid else _status(needed, held, coverage)
        skill = catalogue.skills[id]
        return Item(
            skill=skill,
            status=status,
            needed=needed,
            rated=requirement is None or bool(requirement.known(rung)),
            held=held,
            importance=requirement.importance if requirement else 0,
            essential=requirement is not None and requirement.essential_at(rung, catalogue.ladder),
            coverage=coverage,
            adverts=shares.get(id),
            hours=_hours(skill, held, needed) if status in LEARN else None,
        )

    def matters(requirement: Requirement) -> tuple[int, int, str]:
        return -requirement.importance, -requirement.at(rung), requirement.skill

    for part in ready.parts:
        yield item(part.skill)
    for id in ready.unsaid:
        yield item(id)
    for other in sorted(asked.values(), key=matters):
        if not other.essential_at(rung, catalogue.ladder):
            yield item(other.skill)
    for id in sorted(start.skills, key=lambda skill: (-start.skills[skill], skill)):
        if id not in asked:
            yield item(id)


def _status(needed: int, held: int, coverage: Coverage | None) -> Status:
    if not needed:
        return "SURPLUS"
    if held >= needed:
        return "ENOUGH"
    if coverage and coverage.through and coverage.counted >= needed:
        return "ENOUGH"
    if coverage and coverage.through:
        return "SUBSTITUTED"
    return "RAISE" if held else "MISSING"


def _hours(skill: Skill, held: int, needed: int) -> int | None:
    """The hours from one level to another, where the catalogue has an estimate."""
    return sum(skill.effort.hours[held:needed]) if skill.effort else None
