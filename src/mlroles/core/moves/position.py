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


def rung_typed(typed: str) -> Rung:
    """The rung of a word: its own name, or another as it stands in job titles, such as "sr".

    Raises `AskedWrongly`, with the rungs to choose from.
    """
    word = typed.strip().casefold()
    if word in RUNGS:
        return next(rung for rung in RUNGS if rung == word)
    from mlroles.core.finding.title import LEVELS  # a rung's own name does not need it

    meant = [rung for rung in RUNGS if word in LEVELS[rung].split()]
    if not meant:
        choose(typed, RUNGS, "level of seniority", RUNGS)
    return meant[0]


def position(catalogue: Catalogue, typed: str, usual: Rung = USUAL_RUNG) -> tuple[Role, Rung]:
    """The role and rung of "ROLE@RUNG", with a role in any of its names; the usual rung if none.

    Raises `AskedWrongly` where either is unknown, with what may be meant.
    """
    name, at, rung = typed.rpartition("@")
    if not at:
        return catalogue.role(typed), usual
    return catalogue.role(name), rung_typed(rung)


def rungs_up(origin: Rung, target: Rung) -> int:
    """How many rungs the target stands above the origin; below 0 where it stands below."""
    return RUNGS.index(target) - RUNGS.index(origin)


def is_rated(role: Role) -> bool:
    """Whether the levels that a role asks for are known."""
    return any(requirement.rated for requirement in role.requirements)


def years_from(role: Role, rung: Rung) -> int | None:
    """The typical years of work before one stands at a rung; None where they are unknown."""
    return next((known.years_from for known in role.rungs if known.rung == rung), None)
