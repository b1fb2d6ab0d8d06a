"""Which roles fit what somebody can do, each at the rung that fits best."""

from collections import Counter
from collections.abc import Iterable, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import RUNGS, Rung, Value
from mlroles.core.moves.profile import Profile
from mlroles.core.moves.readiness import (
    Cover,
    Needs,
    Readiness,
    Verdict,
    needs_of,
    readiness,
    score_of,
    verdict,
)
from mlroles.core.pay.figures import PayAt, known_country, pay_at

STEPS = 2
"""How many next steps are told of each role."""

MOST_TO_ADD = 8
NEAREST = 5
"""Of how many of the nearest roles it is told what to add to a short list."""


class Step(Value, frozen=True, kw_only=True):
    """One skill raised by one level, and what that adds to the readiness for a role."""

    skill: str
    level: int
    gain: float


class Match(Value, frozen=True, kw_only=True):
    """A role at the rung that fits best, with what speaks for it and against it."""

    role: Role
    rung: Rung
    readiness: Readiness
    steps: tuple[Step, ...]
    pay: PayAt | None
    """None where it is unknown."""

    @property
    def verdict(self) -> Verdict:
        """What the readiness means."""
        return self.readiness.verdict

    @property
    def strengths(self) -> tuple[Cover, ...]:
        """The essential skills that are covered in full, the weightiest first."""
        full = [cover for cover in self.readiness.covers if cover.counted >= cover.needed]
        return tuple(sorted(full, key=lambda cover: (-cover.share, cover.skill)))

    @property
    def missing(self) -> tuple[Cover, ...]:
        """The essential skills that take something from readiness, the most first."""
        return tuple(cover for cover in self.readiness.covers if cover.counted < cover.needed)


class Matches(Value, frozen=True, kw_only=True):
    """The roles that fit a profile, the best first, and what has to be said besides."""

    profile: Profile
    country: str
    found: tuple[Match, ...]
    to_add: tuple[str, ...]
    """Where the list of skills is too short to tell: the skills that would tell most."""
    pay_unknown: tuple[str, ...]
    """Ids of the roles left out since their pay is unknown at the rung."""


def match(
    catalogue: Catalogue,
    profile: Profile,
    roles: Sequence[Role],
    country: str | None = None,
    pay_floor: int | None = None,
) -> Matches:
    """Rank roles by readiness, each at its best-fitting rung.

    That is the highest rung at which it is comfortable, or else viable, or else the lowest. Roles
    of one readiness, to two decimal places, are ordered by rung, the highest first. Where a
    `country` or a `pay_floor` is named, roles whose pay is unknown there are left out. Under a
    floor only those stay whose median at that rung is known to reach it: a figure of all rungs
    pooled does not say so. Roles that call nothing essential are left out. Raises `AskedWrongly`
    for a country without figures.

    A list with fewer skills than the shortest list of essential skills that a role has is too
    short to tell: no role could be covered by it.
    """
    paid_only = country is not None or pay_floor is not None
    country = known_country(catalogue, country)
    roles = [role for role in roles if _essentials(role)]
    ladders = {r.id: [needs_of(catalogue, r, rung) for rung in RUNGS] for r in roles}
    found, unknown = [], []
    for role in roles:
        needs = best_rung(ladders[role.id], profile.skills)
        pay = pay_at(role, needs.rung, country)
        if (pay is None and paid_only) or (pay and pay.pooled and pay_floor is not None):
            unknown.append(role.id)
        elif pay is None or pay_floor is None or pay.reaches(pay_floor):
            found.append(
                Match(
                    role=role,
                    rung=needs.rung,
                    readiness=readiness(catalogue, profile.skills, role, needs.rung),
                    steps=tuple(_steps(needs, profile.skills)),
                    pay=pay,
                )
            )
    found.sort(key=lambda m: (-round(m.readiness.score, 2), -RUNGS.index(m.rung), m.role.id))
    short = len(profile.skills) < min(
        filter(None, map(_essentials, catalogue.roles.values())), default=0
    )
    return Matches(
        profile=profile,
        country=country,
        found=tuple(found),
        to_add=tuple(_to_add(found[:NEAREST])) if short else (),
        pay_unknown=tuple(unknown),
    )


def _essentials(role: Role) -> int:
    return sum(need.essential for need in (*role.skills, *role.tools))


def best_rung(ladder: Sequence[Needs], held: dict[str, int]) -> Needs:
    """Of the needs of a role's rungs, lowest first, those that what is held fits best."""
    scores = [(score_of(needs, held), needs) for needs in ladder]
    for wanted in ("comfortable", "viable"):
        for readiness_there, needs in reversed(scores):
            if verdict(readiness_there) == wanted:
                return needs
    return ladder[0]


def _steps(needs: Needs, held: dict[str, int]) -> list[Step]:
    """The essential skills whose next level adds most to readiness."""
    now = score_of(needs, held)
    steps = []
    for need in needs.places:
        level = held.get(need.skill, 0) + 1
        if level <= need.level:
            gain = score_of(needs, {**held, need.skill: level}) - now
            steps.append(Step(skill=need.skill, level=level, gain=gain))
    steps.sort(key=lambda step: (-step.gain, step.skill))
    return [step for step in steps[:STEPS] if step.gain > 0]


def _to_add(nearest: Iterable[Match]) -> list[str]:
    """What the nearest roles miss, the most frequent and weightiest first."""
    weights: Counter[str] = Counter()
    for one in nearest:
        weights.update({cover.skill: cover.shortfall for cover in one.missing})
    return [skill for skill, _ in weights.most_common(MOST_TO_ADD)]
