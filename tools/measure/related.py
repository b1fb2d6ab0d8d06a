"""Measure similarity against the occupations that O*NET itself calls related.

O*NET's experts list ten primary related occupations for each occupation, from what people do,
know and are called. Here O*NET is imported, and the roles that are most alike by skills, tools
and activities are held against that list.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from functools import cache
from math import log
from pathlib import Path
from typing import NamedTuple

from mlroles.catalogue.imports.onet import import_onet
from mlroles.core.model.entries import Role
from mlroles.core.model.imported import Imported
from mlroles.core.roles.similarity import PARTS, PartName, demand

NEAREST = 10
FIELD = "15-"
"""Codes of the computer and mathematical occupations begin like this."""
PRIMARY = ("Primary-Short", "Primary-Long")


class Recall(NamedTuple):
    """How many of the related occupations are among the ten most alike, on average, 0 to 1."""

    all_parts: float
    by_part: dict[PartName, float]
    occupations: int
    candidates: int


@cache
def onet(folder: Path) -> Imported:
    """O*NET 29.2 as a catalogue."""
    return import_onet(str(folder / "data/onet-29.2"))


def related(folder: Path) -> dict[str, set[str]]:
    """Code of an occupation -> codes of its ten primary related occupations."""
    found: dict[str, set[str]] = {}
    path = folder / "data/onet-29.2/Related Occupations.txt"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["Relatedness Tier"] in PRIMARY:
                codes = found.setdefault(row["O*NET-SOC Code"], set())
                codes.add(row["Related O*NET-SOC Code"])
    return found


class Profiles:
    """What all roles ask for, part by part, with how rare it is: similarity in bulk.

    The program's own similarity counts the whole catalogue for each pair; the test compares the
    two.
    """

    def __init__(self, roles: tuple[Role, ...]) -> None:
        """Weigh every demand by its rarity among the roles."""
        self.weighed: dict[PartName, dict[str, dict[str, float]]] = {}
        for part in PARTS:
            demands = {role.id: demand(role, part, "mid") for role in roles}
            asked_by = Counter(item for asked in demands.values() for item in asked)
            rarity = {item: log((1 + len(roles)) / (1 + n)) for item, n in asked_by.items()}
            self.weighed[part] = {
                id: {item: rarity[item] * amount for item, amount in asked.items()}
                for id, asked in demands.items()
            }

    def similarity(self, a: str, b: str, parts: tuple[PartName, ...] = PARTS) -> float:
        """How alike two roles are: the mean over those of the parts that both have."""
        scores = [
            _ruzicka(self.weighed[part][a], self.weighed[part][b])
            for part in parts
            if self.weighed[part][a] and self.weighed[part][b]
        ]
        return sum(scores) / len(scores) if scores else 0.0


def _ruzicka(a: dict[str, float], b: dict[str, float]) -> float:
    shared = sum(min(amount, b[item]) for item, amount in a.items() if item in b)
    return shared / (sum(a.values()) + sum(b.values()) - shared)


@cache
def recall(folder: Path) -> Recall:
    """Measure over all occupations of the field that have related ones."""
    roles = onet(folder).roles
    code_of = {role.id: role.codes[0].code or "" for role in roles}
    wanted = related(folder)
    asked = [id for id, code in code_of.items() if code.startswith(FIELD) and code in wanted]
    profiles = Profiles(roles)

    def share(id: str, parts: tuple[PartName, ...]) -> float:
        scores = {b: profiles.similarity(id, b, parts) for b in code_of if b != id}
        nearest = sorted(scores, key=lambda b: (-scores[b], b))[:NEAREST]
        found = wanted[code_of[id]]
        return len(found & {code_of[b] for b in nearest}) / len(found)

    def mean(parts: tuple[PartName, ...]) -> float:
        return sum(share(id, parts) for id in asked) / len(asked)

    return Recall(
        all_parts=mean(PARTS),
        by_part={part: mean((part,)) for part in PARTS},
        occupations=len(asked),
        candidates=len(roles),
    )


def report(folder: Path) -> Iterator[str]:
    """What docs/evidence.md says of it."""
    found = recall(folder)
    yield f"Related occupations: recall at {NEAREST} of {found.all_parts:.3f} over"
    yield f"{found.occupations} occupations, each among {found.candidates:,} roles;"
    alone = ", ".join(f"{part} {value:.3f}" for part, value in found.by_part.items())
    yield f"with one part alone: {alone}."
