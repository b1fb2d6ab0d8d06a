"""What nobody is hired without, whatever else they can do: skills, a degree, years of work."""

from collections.abc import Iterator
from typing import Literal

from mlroles.core.model.entries import Role
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.position import years_from
from mlroles.core.moves.readiness import Readiness

NO_ENTRY = 3
"""Years of work from which on a role's first rung is not a way into the field."""

GateKind = Literal["skill", "degree", "years"]


class Gate(Value, frozen=True, kw_only=True):
    """One condition of a position, and whether it is met; None where that is not known."""

    kind: GateKind
    what: str | int
    """The id of a skill, what the role says of education, or how many years."""
    met: bool | None


def gates(
    role: Role, rung: Rung, ready: Readiness, origin: tuple[Role, Rung] | None
) -> tuple[Gate, ...]:
    """The conditions of a position: skills that are not met first, then degree and years.

    A skill is one of importance 5 that nothing held covers. `origin` is where somebody works
    now; without it neither degree nor years are known.
    """
    return tuple(_gates(role, rung, ready, origin))


def _gates(
    role: Role, rung: Rung, ready: Readiness, origin: tuple[Role, Rung] | None
) -> Iterator[Gate]:
    for skill in ready.uncovered:
        yield Gate(kind="skill", what=skill, met=False)
    if role.entry and asks_for_degree(role):
        has_one = True if origin and asks_for_degree(origin[0]) else None
        yield Gate(kind="degree", what=role.entry.education, met=has_one)
    if years := years_from(role, rung):
        yield Gate(kind="years", what=years, met=_worked(years, origin))


def asks_for_degree(role: Role) -> bool:
    """Whether nearly every advert of a role asks for a degree."""
    return role.entry is not None and role.entry.degree_required is True


def is_entry(ladder: Ladder, role: Role) -> bool:
    """Whether people without years of work get in; only then is it a stop on the way elsewhere."""
    return (years_from(role, ladder.lowest) or 0) < NO_ENTRY


def _worked(years: int, origin: tuple[Role, Rung] | None) -> bool | None:
    """Whether who works at a rung has so many years: surely, surely not, or perhaps."""
    at = next((r for r in origin[0].rungs if r.rung == origin[1]), None) if origin else None
    if at is None or (at.years_from < years and (at.years_to is None or at.years_to >= years)):
        return None
    return at.years_from >= years
