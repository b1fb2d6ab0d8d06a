"""Which roles somebody's skills are most like, and which further skills would say most."""

from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.readiness import with_twins

TELLING = 3
"""How many skills that tell roles apart are needed to say which role somebody is nearest to."""

TIE = 0.02
"""Roles that differ by no more in likeness cannot be told apart."""

MOST_TO_ADD = 6
NEAREST = 6
"""How many of the nearest roles the most telling skills are taken from."""


class Likeness(Value, frozen=True, kw_only=True):
    """How like a role somebody's skills are, from 0 to 1, at the rung that is most like them."""

    role: Role
    rung: Rung
    score: float
    parts: tuple[tuple[str, float], ...]
    """(skill, what it adds to the score), the most first; they add up to the score."""


class Rarity:
    """How much each skill of a catalogue tells roles apart, worked out once for each."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the roles that ask for each skill."""
        self._count, self._uses = len(catalogue.roles), catalogue.uses
        self._known: dict[str, float] = {}

    def __call__(self, skill: str) -> float:
        """The idf, ln((1 + N) / (1 + n)), where n of N roles ask for it; 0 where all or none do."""
        if skill not in self._known:
            asked_by = len(self._uses.get(skill, ()))
            weight = log((1 + self._count) / (1 + asked_by)) if asked_by else 0.0
            self._known[skill] = weight
        return self._known[skill]


def telling(catalogue: Catalogue, held: Iterable[str]) -> list[str]:
    """Those of the skills held that tell roles apart: some role asks for them, but not all."""
    rarity = Rarity(catalogue)
    return [skill for skill in held if rarity(skill) > 0]


def likenesses(
    catalogue: Catalogue, held: Mapping[str, int], roles: Iterable[str] | None = None
) -> list[Likeness]:
    """The roles that share a telling skill with what is held (id -> level), the most like first.

    Likeness is Σ w·h·i·l / √(Σ w·h² · Σ w·(i·l)²), the cosine between the levels held and
    importance · level of all skills and tools of the role, each weighted by rarity; of its
    rungs the best. `roles` are the ids to choose from, by default all.
    """
    rarity = Rarity(catalogue)
    weights = {
        skill: rarity(skill) * level
        for skill, level in with_twins(catalogue, held).items()
        if rarity(skill) > 0
    }
    length = sqrt(sum(weight**2 / rarity(skill) for skill, weight in weights.items()))
    sharing = {role for skill in weights for role in catalogue.uses[skill]}
    if roles is not None:
        sharing.intersection_update(roles)
    found = [
        _likeness(catalogue.ladder, catalogue.roles[id], weights, length, rarity) for id in sharing
    ]
    return sorted(found, key=lambda one: (-one.score, one.role.id))


def _likeness(
    ladder: Ladder, role: Role, weights: Mapping[str, float], length: float, rarity: Rarity
) -> Likeness:
    best: tuple[float, Rung, list[tuple[str, float]]] = (-1.0, ladder.lowest, [])
    for rung in role.rungs_told(ladder) or ladder.ids[:1]:
        asked = [(r.skill, r.importance * r.at(rung)) for r in role.requirements]
        whole = length * sqrt(sum(rarity(skill) * amount**2 for skill, amount in asked))
        parts = [(skill, weights[skill] * n / whole) for skill, n in asked if skill in weights]
        score = sum(part for _, part in parts)
        if score > best[0] + 1e-12:
            best = (score, rung, parts)
    score, rung, parts = best
    parts.sort(key=lambda part: (-part[1], part[0]))
    return Likeness(role=role, rung=rung, score=min(1.0, score), parts=tuple(parts))


def to_add(
    catalogue: Catalogue, held: Mapping[str, int], nearest: Sequence[Role]
) -> tuple[str, ...]:
    """The most telling skills not held, human ones aside.

    For each of the nearest roles in turn that essential skill which it asks for most beyond what
    the others ask for; where no role is near, those that part the whole catalogue best.
    """
    rarity, known = Rarity(catalogue), with_twins(catalogue, held)

    def askable(skill: str) -> bool:
        return skill not in known and catalogue.skills[skill].kind != "human"

    if not nearest:
        spread = {s: len(roles) * rarity(s) for s, roles in catalogue.uses.items() if askable(s)}
        return tuple(sorted(spread, key=lambda skill: (-spread[skill], skill))[:MOST_TO_ADD])
    asked = [_asked(role, catalogue.ladder.usual, rarity) for role in nearest[:NEAREST]]
    chosen: dict[str, None] = {}
    for turn in range(MOST_TO_ADD):
        role, mine = nearest[turn % len(asked)], asked[turn % len(asked)]
        others = [other for other in asked if other is not mine]
        beyond = {
            r.skill: mine[r.skill] - sum(o.get(r.skill, 0.0) for o in others) / (len(others) or 1)
            for r in role.requirements
            if r.essential and r.skill not in chosen and askable(r.skill)
        }
        if beyond:
            chosen[max(beyond, key=lambda skill: (beyond[skill], skill))] = None
    return tuple(chosen)


def _asked(role: Role, rung: Rung, rarity: Rarity) -> dict[str, float]:
    """What a role asks for at a rung, weighted by rarity, as parts of a whole of 1."""
    amounts = {r.skill: r.importance * r.at(rung) for r in role.requirements}
    whole = sqrt(sum(rarity(skill) * n**2 for skill, n in amounts.items())) or 1.0
    return {skill: rarity(skill) * n / whole for skill, n in amounts.items()}
