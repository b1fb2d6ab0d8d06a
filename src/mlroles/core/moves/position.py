"""A role at a rung, as it is typed: ROLE@RUNG."""

from typing import NamedTuple

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.names import choose, fold
from mlroles.core.model.vocabulary import Id, Rung


class Position(NamedTuple):
    """A role and a rung of it."""

    role: Id
    rung: Rung


def rung_typed(ladder: Ladder, typed: str) -> Rung:
    """The rung of a word: its id or a name of it, or as job titles write it, such as "sr".

    Raises `AskedWrongly`, with the rungs to choose from.
    """
    word = fold(typed)
    for rung in ladder.rungs:
        if word in map(fold, (rung.id, rung.name or "", *rung.alternate_names)):
            return rung.id
    from mlroles.core.finding.rung import rung_told  # a rung's own name does not need it

    return rung_told(ladder, typed) or choose(typed, ladder.ids, "level of seniority", ladder.ids)


def position(catalogue: Catalogue, typed: str, usual: Rung | None = None) -> tuple[Role, Rung]:
    """The role and rung of "ROLE@RUNG", with a role in any of its names; the usual rung if none.

    Raises `AskedWrongly` where either is unknown, with what may be meant.
    """
    name, at, rung = typed.rpartition("@")
    if not at:
        return catalogue.role(typed), usual or catalogue.ladder.usual
    return catalogue.role(name), rung_typed(catalogue.ladder, rung)


def is_rated(role: Role) -> bool:
    """Whether the levels that a role asks for are known."""
    return any(requirement.rated for requirement in role.requirements)


def years_from(role: Role, rung: Rung) -> int | None:
    """The typical years of work before one stands at a rung; None where they are unknown."""
    return next((known.years_from for known in role.rungs if known.rung == rung), None)
