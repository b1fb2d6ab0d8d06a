"""Read a published framework of real career ladders into the model, and measure moves on it.

The UK Government Digital and Data Profession Capability Framework says for each level of its
roles which skills it asks for, at one of four levels. It gives no importance, so all weigh alike
and all are essential. Each level of a role becomes a role of its own, of the same levels at all
rungs.
"""

import csv
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import mean, pstdev
from typing import NamedTuple

from mlroles.core.catalogue import Catalogue, assemble
from mlroles.core.model.entries import Requirement, Role, Skill
from mlroles.core.model.ladder import LADDER
from mlroles.core.moves.readiness import COMFORTABLE, VIABLE, held_by, readiness

FILE = "data/uk-digital-data/roles.csv"
LEVELS = {"Awareness": 1, "Working": 2, "Practitioner": 3, "Expert": 4}
RANKS = ("apprentice", "trainee", "associate", "junior", "", "senior", "lead", "principal", "head")
"""First words of titles, the lowest rung first; a title without one stands in the middle."""
OTHER_WORDS = {"chief": "head"}
SECOND_TRACK = "- management"
"""What ends the titles of a second ladder beside the first, of the same rungs."""


class Rung(NamedTuple):
    """One level of a role of the framework."""

    role: str
    title: str
    skills: dict[str, int]

    @property
    def id(self) -> str:
        """An id for the catalogue; some titles stand under two roles."""
        return slug(f"{self.role} {self.title}")

    @property
    def rank(self) -> int:
        """Where it stands on the ladder, by the first word of its title."""
        words = self.title.lower().split()
        for word in (OTHER_WORDS.get(words[0], words[0]), words[-1]):
            if word in RANKS:
                return RANKS.index(word)
        return RANKS.index("")


class Promotion(NamedTuple):
    """The step from one rung to the next, with the readiness up and down it."""

    low: Rung
    high: Rung
    up: float
    down: float


def slug(text: str) -> str:
    """A text as an id."""
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def rungs(folder: Path) -> list[Rung]:
    """All levels of roles that have skills with levels, in the order of the file."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    with (folder / FILE).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["Skill Level"] in LEVELS:
                skills = found.setdefault((row["Role"].strip(), row["Role Level"].strip()), {})
                skills[slug(row["Skill Name"])] = LEVELS[row["Skill Level"]]
    return [Rung(role, title, skills) for (role, title), skills in found.items()]


def as_catalogue(ladder: list[Rung]) -> Catalogue:
    """The rungs as roles."""
    roles = {rung.id: as_role(rung) for rung in ladder}
    ids = sorted({skill for rung in ladder for skill in rung.skills})
    skills = {
        id: Skill(id=id, name=id, kind="practice", definition=id, sources=["uk"]) for id in ids
    }
    empty = ("families", "stages", "activities", "handoffs", "teams", "topics", "sources")
    return assemble({"roles": roles, "skills": skills, **{name: {} for name in empty}})


def as_role(rung: Rung) -> Role:
    """A rung as a role that asks for the same at all rungs."""
    needs = [
        Requirement(
            skill=skill,
            importance=3,
            essential=True,
            levels=dict.fromkeys(LADDER.ids, level),
        )
        for skill, level in sorted(rung.skills.items())
    ]
    return Role(
        id=rung.id,
        name=rung.title,
        definition=rung.title,
        family="uk",
        skills=needs,
        sources=["uk"],
        reviewed="2026",
    )


def promotions(catalogue: Catalogue, ladder: list[Rung]) -> list[Promotion]:
    """The steps between adjacent rungs of a role, where one title alone stands on each."""
    found = []
    for role in dict.fromkeys(rung.role for rung in ladder):
        by_rank: dict[int, list[Rung]] = {}
        for rung in ladder:
            if rung.role == role and not rung.title.endswith(SECOND_TRACK):
                by_rank.setdefault(rung.rank, []).append(rung)
        for low, high in pairwise(by_rank[rank] for rank in sorted(by_rank)):
            if len(low) == len(high) == 1:
                up = ready(catalogue, low[0], high[0])
                down = ready(catalogue, high[0], low[0])
                found.append(Promotion(low[0], high[0], up, down))
    return found


def ready(catalogue: Catalogue, origin: Rung, target: Rung) -> float:
    """How ready one rung makes for another."""
    held = held_by(catalogue.roles[origin.id], "mid")
    return readiness(catalogue, held, catalogue.roles[target.id]).score


def easy_down(steps: list[Promotion]) -> float:
    """The share of steps down which one goes at least as easily as up."""
    return mean(step.down >= step.up - 1e-9 for step in steps)


def among_three_best(catalogue: Catalogue, ladder: list[Rung], steps: list[Promotion]) -> float:
    """The share of steps that are among the three best of all moves to a higher rung anywhere."""

    def better(step: Promotion) -> int:
        others = (r for r in ladder if r.rank > step.low.rank and r != step.high)
        return sum(ready(catalogue, step.low, other) > step.up + 1e-9 for other in others)

    return mean(better(step) < 3 for step in steps)


def spread(steps: list[Promotion]) -> tuple[float, float]:
    """The mean readiness for the next rung, and its standard deviation."""
    scores = [step.up for step in steps]
    return mean(scores), pstdev(scores)


def report(folder: Path) -> Iterator[str]:
    """What docs/evidence.md says of career ladders."""
    ladder = rungs(folder)
    catalogue = as_catalogue(ladder)
    steps = promotions(catalogue, ladder)
    average, deviation = spread(steps)
    roles = len({rung.role for rung in ladder})
    yield f"Career ladders: {roles} roles of the framework have skills with levels, on"
    yield f"{len(ladder)} rungs; {len(steps)} steps lead from a rung to the next. Going down is no"
    yield f"harder than going up on {easy_down(steps):.1%} of them, and"
    best = among_three_best(catalogue, ladder, steps)
    yield f"{best:.1%} are among the three best moves to any higher rung. The readiness for the"
    yield f"next rung averages {average:.3f}, standard deviation {deviation:.3f}; the"
    yield f"thresholds are {COMFORTABLE}, the mean, and {VIABLE}, the mean less one deviation."
