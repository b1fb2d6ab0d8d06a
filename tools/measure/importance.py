"""Compare the importance of skills with the adverts that name them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from measure.adverts import Counts
from mlroles.core.catalogue import Catalogue
from mlroles.core.pay.figures import FEWEST

DEFENDED = Path(__file__).parent.parent.parent / "tests" / "evidence" / "importance_defended.tsv"
OFTEN, RARELY = 0.15, 0.04
"""Shares of a role's adverts above and below which the importance is looked at."""
LOW, HIGH = 2, 4
"""An importance that is low for what is named often, and high for what is named rarely."""


class Disagreement(NamedTuple):
    """A skill that adverts of a role name often or rarely, while the catalogue says otherwise."""

    role: str
    skill: str
    share: float
    """Of the adverts of one collection, the newest with enough of them."""
    n: int
    importance: int
    """0 where the role does not ask for it."""


def disagreements(catalogue: Catalogue, counts: Counts) -> list[Disagreement]:
    """Where share and importance disagree, for roles with at least 30 adverts.

    Human skills are left out: adverts of every kind name them in passing. What the adverts of
    2024 and later leave open is taken from the demand that the roles tell.
    """
    found = {}
    for id, role in sorted(catalogue.roles.items()):
        asked = {item.skill: item.importance for item in role.requirements}
        shares = {
            skill: (share, demand.n)
            for demand in role.demand
            for skill, share in demand.shares.items()
        }
        if (n := counts.adverts[id]) >= FEWEST:
            shares |= {skill: (counts.share(skill, id), n) for skill in catalogue.skills}
        for skill, (share, n) in shares.items():
            importance = asked.get(skill, 0)
            low = share > OFTEN and importance <= LOW
            high = share < RARELY and importance >= HIGH
            if (low or high) and catalogue.skills[skill].kind != "human":
                found[id, skill] = Disagreement(id, skill, share, n, importance)
    return [found[key] for key in sorted(found)]


def defended() -> dict[tuple[str, str], str]:
    """(role, skill) -> why its importance stays although adverts say otherwise."""
    rows = (row.split("\t") for row in DEFENDED.read_text("utf-8").splitlines())
    return {(role, skill): reason for role, skill, reason in rows}


def report(catalogue: Catalogue, counts: Counts) -> Iterator[str]:
    """The table of disagreements, with the reason for each."""
    reasons = defended()
    yield "| role | skill | named by | importance | why it stays |\n| --- | --- | --: | --: | --- |"
    for role, skill, share, n, importance in disagreements(catalogue, counts):
        why = reasons.get((role, skill), "")
        yield f"| {role} | {skill} | {share:.0%} of {n:,} | {importance or 'not asked'} | {why} |"
