"""A role at a rung, as it is typed: ROLE@RUNG."""

from typing import NamedTuple

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.names import choose
from mlroles.core.model.vocabulary import RUNGS, Id, Rung

USUAL_RUNG: Rung = "mid"
"""The rung that is meant where none is typed."""


class Position(NamedTuple):
    """A role and a rung of it."""

    role: Id
    rung: Rung


def position(catalogue: Catalogue, typed: str) -> tuple[Role, Rung]:
    """The role and rung of "ROLE@RUNG", with a role in any of its names; no rung means mid.

    Raises `AskedWrongly` where either is unknown, with what may be meant.
    """
    name, at, rung = typed.rpartition("@")
    if not at:
        return catalogue.role(typed), USUAL_RUNG
    chosen = choose(rung, RUNGS, "rung", RUNGS)
    return catalogue.role(name), next(known for known in RUNGS if known == chosen)


def rungs_up(origin: Rung, target: Rung) -> int:
    """How many rungs the target stands above the origin; below 0 where it stands below."""
    return RUNGS.index(target) - RUNGS.index(origin)


def is_rated(role: Role) -> bool:
    """Whether the levels that a role asks for are known."""
    return any(requirement.rated for requirement in role.requirements)


def years_from(role: Role, rung: Rung) -> int | None:
    """The typical years of work before one stands at a rung; None where they are unknown."""
    return next((known.years_from for known in role.levels if known.rung == rung), None)
