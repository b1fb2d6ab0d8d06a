"""Which roles somebody's skills are most like, and which skills would tell more."""

from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import RUNGS, Rung, Value
from mlroles.core.moves.readiness import with_twins

TELLING = 3
"""How many skills that tell roles apart it takes to tell which role somebody is nearest to."""

TIE = 0.02
"""Roles that differ by no more in likeness cannot be told apart."""

MOST_TO_ADD = 6
NEAREST = 6
"""From how many of the nearest roles the skills are taken that would tell most."""


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
        """idf = ln((1 + N) / (1 + n)): n of N roles ask for it; 0 where all or none do."""
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
    importance · level of all skills and tools of the role, each weighted by rarity; of the four
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
    found = [_likeness(catalogue.roles[id], weights, length, rarity) for id in sharing]
    return sorted(found, key=lambda one: (-one.score, one.role.id))


def _likeness(
    role: Role, weights: Mapping[str, float], length: float, rarity: Rarity
) -> Likeness:
    best: tuple[float, Rung, list[tuple[str, float]]] = (-1.0, RUNGS[0], [])
    for rung in RUNGS if role.rated else RUNGS[:1]:
        asked = [(r.skill, r.importance * r.levels.at(rung)) for r in role.requirements]
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
    """The skills not held that would best tell the nearest roles apart.

    For each role in turn that skill which it asks for most beyond what the others ask for.
    """
    rarity, known = Rarity(catalogue), with_twins(catalogue, held)
    roles = nearest[:NEAREST] or [catalogue.roles[id] for id in catalogue.roles]
    asked = []
    for role in roles:
        amounts = {r.skill: r.importance * r.levels.at("mid") for r in role.requirements}
        whole = sqrt(sum(rarity(skill) * n**2 for skill, n in amounts.items())) or 1.0
        asked.append({s: rarity(s) * n / whole for s, n in amounts.items() if s not in known})
    chosen: dict[str, None] = {}
    for _ in range(MOST_TO_ADD):
        for mine in asked:
            others = len(roles) - 1 or 1

            def beyond(skill: str, mine: Mapping[str, float] = mine, n: int = others) -> float:
                return mine[skill] - (sum(o.get(skill, 0.0) for o in asked) - mine[skill]) / n

            left = [s for s in mine if s not in chosen and not _human(catalogue, s)]
            best = max(left, key=lambda skill: (beyond(skill), skill), default=None)
            if best and len(chosen) < MOST_TO_ADD:
                chosen[best] = None
    return tuple(chosen)


def _human(catalogue: Catalogue, skill: str) -> bool:
    return catalogue.skills[skill].kind == "human"
