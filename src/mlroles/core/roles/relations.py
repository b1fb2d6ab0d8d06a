"""How roles are connected: by hand-offs, routes and similarity."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Literal, get_args

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import HandOff, Role
from mlroles.core.model.errors import AskedWrongly, NothingFound
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.readiness import VIABLE, held_by, readiness
from mlroles.core.roles.listing import family_named, stage_called, works_in
from mlroles.core.roles.similarity import similarity

RelationKind = Literal["handoffs", "routes", "similarity"]
KINDS: tuple[RelationKind, ...] = get_args(RelationKind)

LEAST: dict[RelationKind, float] = {"handoffs": 0.0, "routes": VIABLE, "similarity": 0.25}
"""The weight below which a relation is weak and left out."""

MOST_PAIRS = 20_000
"""Pairs of roles that are compared at once, which takes some seconds."""


class Relation(Value, frozen=True, kw_only=True):
    """An edge from one role to another; where it has no direction, `start` is the first by id."""

    start: Role
    end: Role
    weight: float | None
    """Routes: the readiness for the end; likeness: the score; from 0 to 1. Hand-offs have none."""
    handoffs: tuple[HandOff, ...] = ()
    reason: str | None = None
    """Of a route, what carries over and what has to be learned."""


class Relations(Value, frozen=True, kw_only=True):
    """The relations of one kind that were asked for, the weak ones only counted.

    Those of one role begin with the heaviest.
    """

    kind: RelationKind
    around: Role | None
    least: float
    relations: tuple[Relation, ...]
    left_out: int

    @property
    def roles(self) -> list[Role]:
        """The roles that a relation leads to or from, each once, as they come."""
        ends = [role for relation in self.relations for role in (relation.start, relation.end)]
        return list({role.id: role for role in ends}.values())


def relations(
    catalogue: Catalogue,
    kind: RelationKind,
    around: Role | None = None,
    stages: Sequence[str] = (),
    families: Sequence[str] = (),
    least: float | None = None,
    rung: Rung | None = None,
) -> Relations:
    """The relations of a kind between roles.

    `around` keeps those of one role; a family those that one of its roles has part in; a stage
    hand-offs of this stage, or relations between two roles that work in it. What weighs less
    than `least` (None: see `LEAST`) is counted and left out. Raises `AskedWrongly` for unknown
    stages and families, or too many roles to compare, and `NothingFound` where nothing is left.
    """
    wanted_stages = [stage_called(catalogue, stage) for stage in stages]
    wanted_families = {family_named(catalogue, family) for family in families}
    floor = LEAST[kind] if least is None else least
    if not 0 <= floor <= 1:
        raise AskedWrongly(f"{floor:g} is not a weight", "give --least a number from 0 to 1")

    def wanted(start: Role, end: Role) -> bool:
        return (
            start.id != end.id
            and (around is None or around.id in (start.id, end.id))
            and (not wanted_families or bool({start.family, end.family} & wanted_families))
        )

    found = list(_all(catalogue, kind, wanted, wanted_stages, rung or catalogue.ladder.usual))
    kept = [r for r in found if r.weight is None or r.weight >= floor]
    if around:
        kept.sort(key=lambda relation: -(relation.weight or 0))
    if not kept:
        weak = f"; {len(found)} weigh less than {floor:g}" if found else ""
        raise NothingFound(
            f"there are no edges among what was asked for{weak}",
            "give --least a lower weight" if found else "ask for other roles, stages or families",
        )
    return Relations(
        kind=kind,
        around=around,
        least=floor,
        relations=tuple(kept),
        left_out=len(found) - len(kept),
    )


def _all(
    catalogue: Catalogue,
    kind: RelationKind,
    wanted: Callable[[Role, Role], bool],
    stages: Sequence[str],
    rung: Rung,
) -> Iterator[Relation]:
    roles = catalogue.roles

    def works(role: Role) -> bool:
        return not stages or any(works_in(role, stage) for stage in stages)

    match kind:
        case "handoffs":
            between: dict[tuple[str, str], list[HandOff]] = {}
            order = [*catalogue.stages, None]
            for handoff in sorted(catalogue.handoffs.values(), key=lambda h: order.index(h.stage)):
                if not stages or handoff.stage in stages:
                    ends = handoff.from_role, handoff.to_role
                    between.setdefault(ends, []).append(handoff)
            for (giver, taker), handed in between.items():
                start, end = roles[giver], roles[taker]
                if wanted(start, end):
                    yield Relation(start=start, end=end, weight=None, handoffs=tuple(handed))
        case "routes":
            for target in roles.values():
                for route in target.entry.routes_in if target.entry else ():
                    origin = roles[route.role]
                    if wanted(origin, target) and works(origin) and works(target):
                        ready = readiness(catalogue, held_by(origin, rung), target, rung)
                        yield Relation(
                            start=origin, end=target, weight=ready.score, reason=route.reason
                        )
        case "similarity":
            working = sorted(filter(works, roles.values()), key=lambda role: role.id)
            pairs = [pair for pair in combinations(working, 2) if wanted(*pair)]
            if len(pairs) > MOST_PAIRS:
                raise AskedWrongly(
                    f"{len(pairs):,} pairs of roles are too many to compare",
                    "narrow them with --around, --family or --stage",
                )
            for a, b in pairs:
                score = similarity(catalogue, a, b, rung).score
                yield Relation(start=a, end=b, weight=score)
