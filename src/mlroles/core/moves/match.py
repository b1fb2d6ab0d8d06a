"""Which roles somebody is nearest to, where they stand in each, and what comes next."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.gates import Gate, gates
from mlroles.core.moves.likeness import TELLING, TIE, Likeness, telling, to_add
from mlroles.core.moves.profile import Profile
from mlroles.core.moves.readiness import Readiness, readiness
from mlroles.core.moves.standing import nearest, position_now, stands_at
from mlroles.core.pay.figures import PayAt, country_for, pay_at

MOST_ROLES = 40
"""How many roles are described; a large catalogue has more that are like a profile in something."""


class Match(Value, frozen=True, kw_only=True):
    """A role that somebody's skills are like."""

    likeness: Likeness
    stands_at: Rung | None
    """None where they do not work in it yet at any rung, or its levels are unknown."""
    readiness: Readiness
    """At that rung; for whoever stands nowhere yet, at the lowest."""
    next: Readiness | None
    """At the rung above, or the lowest for whoever stands nowhere yet; None above the highest."""
    gates: tuple[Gate, ...]
    pay: PayAt | None
    """At the rung of the readiness; None where it is unknown."""

    @property
    def role(self) -> Role:
        """The role."""
        return self.likeness.role


class Matches(Value, frozen=True, kw_only=True):
    """The roles that somebody's skills are like, the nearest first."""

    profile: Profile
    country: str
    found: tuple[Match, ...]
    too_little_to_tell: bool
    to_add: tuple[str, ...]
    """Where too little or too much is unknown: the skills that would say most."""
    pay_unknown: tuple[str, ...]
    """Ids of the roles left out since their pay is unknown; only where pay was asked for."""
    left_out: int
    """How many roles that are like the profile in something are not described."""

    @property
    def tied(self) -> tuple[Match, ...]:
        """The first roles, where they are too much alike to say which is nearest; or none."""
        best = max((one.likeness.score for one in self.found), default=0.0)
        tied = [one for one in self.found if best - one.likeness.score <= TIE]
        return tuple(tied) if len(tied) > 1 else ()


def match(
    catalogue: Catalogue,
    profile: Profile,
    roles: Sequence[Role] | None = None,
    country: str | None = None,
    pay_floor: int | None = None,
    most: int = MOST_ROLES,
) -> Matches:
    """Rank roles by likeness, and say where somebody stands in each.

    Of `roles`, by default all, those count that share a telling skill with the profile and call
    some skill essential; at most so many (0: all) are described. Where a `country` is named, or
    a `pay_floor`, roles whose pay there is unknown are left out; the floor is the least median,
    which neither a figure of all rungs together nor one that is "at most" so much reaches.
    Raises `AskedWrongly` for a country without figures.
    """
    paid_only = country is not None or pay_floor is not None
    asked = None if roles is None else [role.id for role in roles]
    like = [
        one
        for one in nearest(catalogue, profile, asked)
        if any(requirement.essential for requirement in one.role.requirements)
    ]
    country = country_for(catalogue, country, [one.role for one in like])
    origin = position_now(catalogue, profile) if profile.role else None
    found: list[Match] = []
    unknown: list[str] = []
    weighed = 0
    for one in like:
        if most and len(found) >= most:
            break
        weighed += 1
        match = _match(catalogue, profile, one, country, origin)
        if paid_only and (match.pay is None or (pay_floor and match.pay.pooled)):
            unknown.append(one.role.id)
        elif pay_floor is None or (match.pay and match.pay.reaches(pay_floor)):
            found.append(match)
    too_little = len(telling(catalogue, profile.skills)) < TELLING
    near = [one.role for one in like]
    unknown_much = bool(found) and found[0].readiness.is_open
    return Matches(
        profile=profile,
        country=country,
        found=tuple(found),
        too_little_to_tell=too_little,
        to_add=to_add(catalogue, profile.skills, near) if too_little or unknown_much else (),
        pay_unknown=tuple(unknown),
        left_out=len(like) - weighed,
    )


def _match(
    catalogue: Catalogue,
    profile: Profile,
    likeness: Likeness,
    country: str,
    origin: tuple[Role, Rung] | None,
) -> Match:
    role = likeness.role
    stands = stands_at(catalogue, profile, role)
    rung = stands or (role.rungs_told(catalogue.ladder) or [catalogue.ladder.usual])[0]
    ready = readiness(catalogue, profile.skills, role, rung, profile.complete)
    return Match(
        likeness=likeness,
        stands_at=stands,
        readiness=ready,
        next=_next(catalogue, profile, role, stands),
        gates=gates(role, rung, ready, origin),
        pay=pay_at(catalogue.ladder, role, rung, country),
    )


def _next(
    catalogue: Catalogue, profile: Profile, role: Role, stands: Rung | None
) -> Readiness | None:
    higher = catalogue.ladder.from_on(stands)[bool(stands) :]
    above = [rung for rung in role.rungs_told(catalogue.ladder) if rung in higher]
    if not above:
        return None
    return readiness(catalogue, profile.skills, role, above[0], profile.complete)
