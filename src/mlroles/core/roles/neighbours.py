"""Which roles are near a role: the most alike, and those that people come from."""

from collections import defaultdict
from heapq import nlargest
from math import log

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.readiness import held_by, readiness
from mlroles.core.roles.similarity import similarity

CANDIDATES = 8
"""The roles that are compared in full to find the nearest; the others need not be read."""


def nearest(
    catalogue: Catalogue, role: Role, rung: Rung | None = None
) -> tuple[Role, float] | None:
    """The role that is most alike to another one, and the similarity, from 0 to 1.

    Compared are the roles that share most with it: the sum over skills, tools and activities of
    importance · idf, as in `similarity`. None where no role shares anything.
    """
    count = len(catalogue.roles)
    shared: defaultdict[str, float] = defaultdict(float)
    asked = {need.skill: need.importance for need in (*role.skills, *role.tools)}
    for skill, importance in asked.items():
        others = catalogue.uses[skill]
        for other in others:
            shared[other] += importance * log((1 + count) / (1 + len(others)))
    for duty in role.responsibilities:
        duties = catalogue.duties[duty.activity]
        for other, _ in duties:
            shared[other] += 3 * log((1 + count) / (1 + len(duties)))
    shared.pop(role.id, None)
    compared = [catalogue.roles[id] for id in nlargest(CANDIDATES, shared, key=shared.__getitem__)]
    scores = [(other, similarity(catalogue, role, other, rung).score) for other in compared]
    return max(scores, key=lambda found: found[1], default=None)


def origins(catalogue: Catalogue, role: Role, rung: Rung | None = None) -> list[tuple[Role, float]]:
    """The roles that people come from, with their readiness for this one, the readiest first."""
    routes = role.entry.routes_in if role.entry else []
    found = []
    for route in routes:
        origin = catalogue.roles[route.role]
        held = held_by(origin, rung or catalogue.ladder.usual)
        ready = readiness(catalogue, held, role, rung)
        if ready.score is not None:
            found.append((origin, ready.score))
    return sorted(found, key=lambda pair: -pair[1])
