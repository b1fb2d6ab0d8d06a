"""Where somebody stands: the nearest role, and at which rung of it, if at any."""

from collections.abc import Iterable, Mapping

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.likeness import TIE, Likeness, likenesses
from mlroles.core.moves.profile import Profile
from mlroles.core.moves.readiness import VIABLE, readiness, with_twins

TOO_LOW = 3
"""How much more a level below what a rung asks for counts than one above it."""


def stands_at(catalogue: Catalogue, start: Profile, role: Role) -> Rung | None:
    """The rung of a role whose levels fit what is held best, or None for "not yet".

    It stands only where readiness there is viable and, of a complete profile, every skill of
    importance 5 is covered: lists leave things out. Whoever names this role and a rung as their
    own stands there. Without known levels it is None.
    """
    if start.role == role.id and start.rung:
        return start.rung
    rung = rung_that_fits(catalogue.ladder, role, with_twins(catalogue, start.skills))
    if rung is None:
        return None
    ready = readiness(catalogue, start.skills, role, rung, start.complete)
    enough = not (start.complete and ready.uncovered)
    return rung if enough and round(ready.score or 0.0, 2) >= VIABLE else None


def rung_that_fits(ladder: Ladder, role: Role, held: Mapping[str, int]) -> Rung | None:
    """The rung of least Σ i·|l − h|·(3 if l > h else 1) / Σ i over what is held of the role.

    The lower of equals; None where nothing of it is held or its levels are unknown.
    """
    asked = [r for r in role.requirements if r.skill in held and r.rated]

    def misfit(rung: Rung) -> int:
        above = [(r.importance, r.at(rung) - held[r.skill]) for r in asked]
        return sum(i * (levels * TOO_LOW if levels > 0 else -levels) for i, levels in above)

    if not asked:
        return None
    return min(role.rungs_told(ladder), key=misfit)


def nearest(
    catalogue: Catalogue, start: Profile, roles: Iterable[str] | None = None
) -> list[Likeness]:
    """The roles that share a telling skill with what is held, the most like first.

    Of those within `TIE` of the first, which cannot be told apart, those where one stands come
    first.
    """
    found = likenesses(catalogue, start.skills, roles)
    tied = [one for one in found if found[0].score - one.score <= TIE]

    def not_yet(one: Likeness) -> bool:
        return stands_at(catalogue, start, one.role) is None

    return sorted(tied, key=not_yet) + found[len(tied) :] if len(tied) > 1 else found


def position_now(catalogue: Catalogue, start: Profile) -> tuple[Role, Rung] | None:
    """The role and rung that a profile names or else fits best; None for "not yet"."""
    if start.role and start.rung:
        return catalogue.roles[start.role], start.rung
    for first in nearest(catalogue, start)[:1]:
        if rung := stands_at(catalogue, start, first.role):
            return first.role, rung
    return None
