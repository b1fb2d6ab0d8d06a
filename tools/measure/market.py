"""Measure the catalogue against adverts and the titles of public classifications."""

import csv
import json
import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.names import fold
from mlroles.core.roles.similarity import similarity

TOP = Path(__file__).parent.parent.parent
OTHER_TITLES = TOP / "tests" / "evidence" / "titles_of_other_work.tsv"

LEAST_SHARE = 0.02
"""The share of adverts above which a skill counts in the coverage."""
NO_SKILLS = {"flow", "phd"}
"""Terms of the tables that are a word of plain English or a degree."""
NAMES = {"Product Manager": "ml-product-manager"}
"""Names in the advert tables that are no name of the role."""

TEN = (
    "mlops-engineer",
    "ml-researcher",
    "ml-engineer",
    "ai-engineer",
    "data-scientist",
    "data-engineer",
    "data-analyst",
    "devops-engineer",
    "ml-product-manager",
    "software-engineer",
)
"""The roles whose adverts are compared."""


class Pair(NamedTuple):
    """Two roles, how alike their adverts are, and how alike the catalogue says they are."""

    a: str
    b: str
    adverts: float
    catalogue: float


def market_pairs(catalogue: Catalogue, folder: Path) -> list[Pair]:
    """All pairs of the ten roles whose adverts were compared."""
    table = json.loads((folder / "evidence/market_similarity_dev.json").read_text("utf-8"))
    ids = [catalogue.role(NAMES.get(name, name)).id for name in table["roles"]]
    return [
        Pair(
            ids[a],
            ids[b],
            table["cosine"][a][b],
            similarity(catalogue, catalogue.role(ids[a]), catalogue.role(ids[b])).score,
        )
        for a, b in combinations(range(len(ids)), 2)
    ]


def spearman(pairs: Sequence[tuple[float, float]]) -> float:
    """The rank correlation of two series, -1 to 1: Pearson's of their ranks, ties at the mean."""
    a, b = (ranks([pair[side] for pair in pairs]) for side in (0, 1))
    mean = (len(pairs) + 1) / 2
    covariance = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    spread_a, spread_b = (sum((x - mean) ** 2 for x in series) for series in (a, b))
    return float(covariance / (spread_a * spread_b) ** 0.5)


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value from 1; values that are equal share the mean of theirs."""
    ordered = sorted(values)
    first = {value: ordered.index(value) + 1 for value in set(values)}
    count = {value: ordered.count(value) for value in set(values)}
    return [first[value] + (count[value] - 1) / 2 for value in values]


def advert_terms(folder: Path) -> list[str]:
    """The skills that more than 2 % of any role's adverts name."""
    found = []
    with (folder / "evidence/ads_dev_skill_share.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            term = row.pop("skill")
            skill = not term.startswith("_") and term not in NO_SKILLS
            if skill and max(map(float, row.values())) > LEAST_SHARE:
                found.append(term)
    return found


def unresolved(catalogue: Catalogue, terms: Sequence[str]) -> list[str]:
    """The terms that no entry of the catalogue answers to."""
    return [term for term in terms if fold(term) not in catalogue.names]


class Title(NamedTuple):
    """A title that a public classification lists under a code of a role."""

    role: str
    scheme: str
    title: str


def classified_titles(catalogue: Catalogue, folder: Path) -> list[Title]:
    """The labels and alternate titles of all codes that match a role exactly or closely."""
    onet, esco = onet_titles(folder), esco_titles(folder)
    found = []
    for role in catalogue.roles.values():
        for code in role.codes:
            if code.match in ("exact", "close") and code.code:
                listed = onet.get(code.code, []) if code.scheme == "onet-soc" else esco[code.code]
                titles = dict.fromkeys([code.label or "", *listed])
                found += [Title(role.id, code.scheme, title) for title in titles if title]
    return found


def onet_titles(folder: Path) -> dict[str, list[str]]:
    """O*NET-SOC code -> alternate titles of releases 29.2 and 30.0.

    A title with a short form in brackets counts as both.
    """
    pairs = []
    with (folder / "data/onet-29.2/Alternate Titles.txt").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        pairs += [(row["O*NET-SOC Code"], row["Alternate Title"]) for row in rows]
    newer = folder / "evidence/onet30.0_alternate_titles_mapped.csv"
    with newer.open(encoding="utf-8", newline="") as file:
        pairs += [(row["onet_soc"], row["alternate_title"]) for row in csv.DictReader(file)]
    found: dict[str, list[str]] = {}
    for code, title in pairs:
        brackets = re.fullmatch(r"(.*) \((.*)\)", title)
        found.setdefault(code, []).extend(brackets.groups() if brackets else [title])
    return found


def esco_titles(folder: Path) -> dict[str, list[str]]:
    """ESCO URI -> preferred and alternate labels."""
    found = {}
    path = folder / "data/esco-1.2.0/occupations_en.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["conceptUri"]] = [row["preferredLabel"], *row["altLabels"].split("\n")]
    return found


def other_titles() -> dict[tuple[str, str], str]:
    """(role, folded title) -> why the title, listed under a code of the role, means other work."""
    rows = OTHER_TITLES.read_text("utf-8").splitlines()
    split = [row.split("\t") for row in rows]
    return {(role, fold(title)): reason for role, title, reason in split}


def means(catalogue: Catalogue, title: str, role: str) -> bool:
    """Whether the catalogue says that a title means a role."""
    return any(found.id == role for found in catalogue.roles_called(title))


def strangers(catalogue: Catalogue) -> list[tuple[Role, Role]]:
    """Pairs of roles of one family that have nothing in common."""
    return [
        (a, b)
        for a, b in combinations(catalogue.roles.values(), 2)
        if a.family == b.family and similarity(catalogue, a, b).score == 0
    ]
