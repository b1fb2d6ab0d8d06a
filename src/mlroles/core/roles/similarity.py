"""How alike two roles are: a symmetric score over skills, tools and activities, and its parts."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from itertools import combinations
from math import log
from typing import Literal, get_args

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import RaciLetter, Rung, Value

PartName = Literal["skills", "tools", "activities"]
PARTS: tuple[PartName, ...] = get_args(PartName)

RACI_LADDER: dict[RaciLetter, int] = {"I": 1, "C": 2, "R": 3, "A": 4}
"""How deep a role is in an activity, on the same 1–4 ladder as the levels of a skill."""


class Overlap(Value, frozen=True, kw_only=True):
    """What one skill, tool or activity adds to the likeness of two roles."""

    id: str
    shared: float
    """idf · min(demand of a, demand of b)."""
    united: float
    """idf · max(demand of a, demand of b)."""


class PartSimilarity(Value, frozen=True, kw_only=True):
    """The likeness in one part: the sum of `shared` over the sum of `united`, from 0 to 1."""

    name: PartName
    score: float
    overlaps: tuple[Overlap, ...]

    def added(self) -> list[tuple[str, float]]:
        """What each shared item adds to the score, as (id, addition), the largest first."""
        united = sum(overlap.united for overlap in self.overlaps)
        shared = [(o.id, o.shared / united) for o in self.overlaps if o.shared]
        return sorted(shared, key=lambda item: (-item[1], item[0]))


class Similarity(Value, frozen=True, kw_only=True):
    """How alike two roles are, from 0 to 1: the mean of the parts that both have."""

    score: float
    parts: tuple[PartSimilarity, ...]


def demand(role: Role, part: PartName, rung: Rung) -> dict[str, float]:
    """What a role asks for in one part at one rung: id -> demand, above 0 and at most 1.

    Demand is importance · level / 20. An activity takes the place of its RACI letter on the
    ladder, over 4, since activities carry no importance.
    """
    if part == "activities":
        return {r.activity: RACI_LADDER[r.raci] / 4 for r in role.responsibilities}
    requirements = role.skills if part == "skills" else role.tools
    return {r.skill: r.importance * r.at(rung) / 20 for r in requirements}


def similarity(catalogue: Catalogue, a: Role, b: Role, rung: Rung | None = None) -> Similarity:
    """Compare two roles at one rung, by default the usual one.

    Each part scores Σ idf·min(d_a, d_b) / Σ idf·max(d_a, d_b), a weighted Jaccard (Ruzicka)
    index, with idf(s) = ln((1 + N) / (1 + df(s))) over the N roles of the catalogue: what
    every role asks for says nothing about two of them.
    """
    rung, parts = rung or catalogue.ladder.usual, []
    for part in PARTS:
        in_a, in_b = demand(a, part, rung), demand(b, part, rung)
        if in_a and in_b:
            parts.append(_part(part, in_a, in_b, _rarity(catalogue, part)))
    score = sum(part.score for part in parts) / len(parts) if parts else 0.0
    return Similarity(score=score, parts=tuple(parts))


MOST_ROLES = 100
"""The roles of a catalogue up to which all pairs are compared: 4,950, within half a second."""

Ranks = Mapping[frozenset[str], float]


def ranks(catalogue: Catalogue, rung: Rung) -> Ranks:
    """Two roles' ids -> the share of all other pairs of roles that are less alike, from 0 to 1.

    Empty for a catalogue of more than `MOST_ROLES` roles.
    """
    if len(catalogue.roles) > MOST_ROLES:
        return {}
    scores: dict[frozenset[str], list[float]] = {}
    for part in PARTS:
        idf = _rarity(catalogue, part)
        asked = {role.id: demand(role, part, rung) for role in catalogue.roles.values()}
        weighed = {
            id: {item: idf(item) * amount for item, amount in wanted.items()}
            for id, wanted in asked.items()
            if wanted
        }
        totals = {id: sum(wanted.values()) for id, wanted in weighed.items()}
        for a, b in combinations(weighed, 2):
            # Σ max is what is left of both sums, so that only what both have is looked at.
            in_a, in_b = weighed[a], weighed[b]
            shared = sum(min(in_a[item], in_b[item]) for item in in_a.keys() & in_b.keys())
            united = totals[a] + totals[b] - shared
            score = shared / united if united else _part(part, asked[a], asked[b], idf).score
            scores.setdefault(frozenset((a, b)), []).append(score)
    means = {pair: sum(parts) / len(parts) for pair, parts in scores.items()}
    ordered = sorted(means.values())
    others = max(1, len(ordered) - 1)
    return {pair: bisect_left(ordered, score) / others for pair, score in means.items()}


def _rarity(catalogue: Catalogue, part: PartName) -> Callable[[str], float]:
    count = len(catalogue.roles)
    asked_by = catalogue.duties if part == "activities" else catalogue.uses
    return lambda item: log((1 + count) / (1 + len(asked_by[item])))


def _part(
    name: PartName, a: dict[str, float], b: dict[str, float], idf: Callable[[str], float]
) -> PartSimilarity:
    weights = {item: idf(item) for item in sorted(a.keys() | b.keys())}
    if not any(weights.values()):
        # Every role asks for all of this, so rarity cannot weigh it: count all of it alike.
        weights = dict.fromkeys(weights, 1.0)
    overlaps = tuple(
        Overlap(
            id=item,
            shared=weight * min(a.get(item, 0.0), b.get(item, 0.0)),
            united=weight * max(a.get(item, 0.0), b.get(item, 0.0)),
        )
        for item, weight in weights.items()
    )
    united = sum(overlap.united for overlap in overlaps)
    score = sum(overlap.shared for overlap in overlaps) / united
    return PartSimilarity(name=name, score=score, overlaps=overlaps)
