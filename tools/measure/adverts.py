"""Count which adverts name which skills; the texts themselves are never kept."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import hypot
from operator import mul
from pathlib import Path
from random import Random
from typing import NamedTuple

from measure.market import LEAST_SHARE, TEN, Pair
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Skill
from mlroles.core.model.names import fold
from mlroles.core.pay.figures import FEWEST
from mlroles.core.roles.similarity import similarity

TERMS = Path(__file__).parent.parent.parent / "tests" / "evidence" / "advert_terms.txt"
"""What the adverts were searched for, known to the catalogue or not: names of one term by "|"."""
NEWEST = "2024"
"""The year from which adverts count."""
ENOUGH = 10
"""Adverts of all roles that are enough for a term, whatever its share."""
ALL = "all"
"""The name under which the adverts of every role are counted together."""
ROLES = {
    "AI Architect": "ai-architect",
    "AI Engineer": "ai-engineer",
    "Analytics Engineer": "analytics-engineer",
    "BI": "bi-developer",
    "CV engineer": "computer-vision-engineer",
    "Data Analyst": "data-analyst",
    "Data Architect": "data-architect",
    "Data Engineer": "data-engineer",
    "Data Scientist": "data-scientist",
    "Data annotator/labeler": "data-annotator",
    "DevOps Engineer": "devops-engineer",
    "ML Engineer": "ml-engineer",
    "ML Researcher": "ml-researcher",
    "MLOps Engineer": "mlops-engineer",
    "NLP engineer": "nlp-engineer",
    "Product Manager (other)": "ml-product-manager",
    "Product Manager for ML": "ml-product-manager",
    "Software Engineer": "software-engineer",
}
"""Label of an advert, given by a rule on its title -> the role that it counts for."""
NOT_COUNTED = {
    "access",
    "ai",
    "algorithms",
    "analytics",
    "anthropic",
    "argo",
    "automation",
    "compliance",
    "edge ai",
    "edge inference",
    "edge ml",
    "express",
    "flow",
    "hiring",
    "node",
    "optimisation",
    "optimization",
    "orchestration",
    "privacy",
    "r&d",
    "recruiting",
    "recruitment",
    "research",
    "sampling",
    "ux",
    "word",
}
"""Names that are plain English or mean more in adverts than the skill, such as the employer's own
hiring, its notice of privacy, research as a department or a cutting edge; others are counted."""
NOT_THE_NAME = {
    "C": r"(?<![\w&])C(?![\w+#&]| (?:suite|level)\b)",
    "Excel": r"(?<=[\w,/(] )Excel\b(?! (?:at|in|as)\b)|[/(]Excel\b",
    "Go": r"(?<=[,/] )Go\b|[/(]Go\b|\bGo(?= ?[,/)]| and [A-Z]| or [A-Z])",
    "R": r"(?<![\w&])R(?![\w&]| &)",
}
"""Name -> the pattern that keeps apart what is written alike."""


class Advert(NamedTuple):
    """One advert: the role by the rule on its title, and its text."""

    role: str
    text: str


class Counts(NamedTuple):
    """Adverts by role, and the adverts that name a term, by term and role."""

    adverts: Counter[str]
    naming: Mapping[str, Counter[str]]

    def share(self, term: str, role: str) -> float:
        """Adverts of the role that name the term / adverts of the role."""
        return self.naming[term][role] / self.adverts[role]


def read_adverts(path: Path, since: str = NEWEST) -> Iterator[Advert]:
    """The adverts that are dated in or after a year; undated ones are left out."""
    with path.open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            if re.match(r"\d{4}(-|$)", row["date"] or "") and row["date"] >= since:
                yield Advert(ROLES.get(row["role"], ""), f"{row['title']}\n{row['description']}")


def names_in_adverts(skill: Skill) -> Iterator[str]:
    """All names of a skill; one in lower case stands for a name without capitals of its own.

    The name of a concept or a practice starts with a capital only because every name does.
    """
    of_its_own = skill.kind in ("language", "framework", "platform", "tool", "database")
    first, *rest = skill.name
    plain = not of_its_own and "".join(rest).islower()
    if skill.name.lower() not in NOT_COUNTED:
        yield first.lower() + "".join(rest) if plain else skill.name
    _, _, short = skill.name.partition(" ")
    if short and fold(short) == fold(skill.id) and short.lower() not in NOT_COUNTED:
        yield short  # the id makes "DynamoDB" a name of Amazon DynamoDB
    yield skill.id.upper()
    for name in skill.alternate_names:
        if name.lower() not in NOT_COUNTED:
            yield from {name, name.replace("-", "")}  # back-end, backend


def terms_of(catalogue: Catalogue) -> dict[str, list[str]]:
    """Skill id -> the names to look for."""
    return {id: list(names_in_adverts(skill)) for id, skill in catalogue.skills.items()}


def named_by(
    adverts: Iterable[Advert], terms: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, set[str]]]:
    """The role of each advert, and the terms that it names by any of their names.

    A name stands between word borders; one with a capital counts only as it is written, and
    hyphens and line breaks count as spaces.
    """
    looked_for: defaultdict[str, list[tuple[str, str, bool, re.Pattern[str]]]] = defaultdict(list)
    for term, names in terms.items():
        for name in names:
            plain = re.sub(r"[\s-]+", " ", name)
            pattern = NOT_THE_NAME.get(name, rf"(?<!\w){re.escape(plain)}(?![\w+#])")
            first = re.findall(r"\w+", plain.lower())[0]
            looked_for[first].append((term, plain, name.islower(), re.compile(pattern)))
    for role, text in adverts:
        written = re.sub(r"[ \t-]+|\n(?!\n)", " ", text)
        lower = written.lower()
        named: set[str] = set()
        for word in looked_for.keys() & set(re.findall(r"\w+", lower)):
            for term, plain, any_case, pattern in looked_for[word]:
                searched = lower if any_case else written
                if term not in named and plain in searched and pattern.search(searched):
                    named.add(term)
        yield role, named


def counted(named: Iterable[tuple[str, set[str]]]) -> Counts:
    """Count adverts by role and in all, and those that name each term."""
    total: Counter[str] = Counter()
    naming: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for role, terms in named:
        groups = {ALL, role} - {""}
        total.update(groups)
        for term in terms:
            naming[term].update(groups)
    return Counts(total, naming)


def count(adverts: Iterable[Advert], terms: Mapping[str, Iterable[str]]) -> Counts:
    """Count the adverts that name each term by any of its names, by role and in all."""
    return counted(named_by(adverts, terms))


def cosines(catalogue: Catalogue, counts: Counts) -> dict[tuple[str, str], float]:
    """Pairs of the ten roles that have at least 30 adverts -> how alike their adverts are.

    That is the cosine between the shares that name each skill, human skills left out.
    """
    skills = [id for id, skill in catalogue.skills.items() if skill.kind != "human"]
    shares = {
        role: [counts.share(skill, role) for skill in skills]
        for role in TEN
        if counts.adverts[role] >= FEWEST
    }
    lengths = {role: hypot(*share) for role, share in shares.items()}
    return {
        (a, b): sum(map(mul, shares[a], shares[b])) / (lengths[a] * lengths[b])
        for a, b in combinations(shares, 2)
    }


def pairs(catalogue: Catalogue, counts: Counts) -> list[Pair]:
    """Those pairs, compared as those of all years."""
    return [
        Pair(a, b, alike, similarity(catalogue, catalogue.role(a), catalogue.role(b)).score)
        for (a, b), alike in cosines(catalogue, counts).items()
    ]


def interval(
    agreement: Callable[[Counts], float], named: Sequence[tuple[str, set[str]]], draws: int = 400
) -> tuple[float, float]:
    """Where 95 % of the agreements lie if the adverts of each role are drawn anew (bootstrap)."""
    random = Random(0)
    by_role: defaultdict[str, list[tuple[str, set[str]]]] = defaultdict(list)
    for role, terms in named:
        by_role[role].append((role, terms))
    found = sorted(
        agreement(
            counted(one for ads in by_role.values() for one in random.choices(ads, k=len(ads)))
        )
        for _ in range(draws)
    )
    return found[draws // 40], found[-1 - draws // 40]


def searched_terms() -> dict[str, list[str]]:
    """First name of a term -> all names."""
    rows = TERMS.read_text("utf-8").splitlines()
    return {row.split("|")[0]: row.split("|") for row in rows}


def asked_for(counts: Counts) -> list[str]:
    """The terms that at least ten adverts name, or more than 2 % of a role's with 30 or more.

    One advert is not enough for a share.
    """
    roles = [role for role, n in counts.adverts.items() if n >= FEWEST and role != ALL]
    return [
        term
        for term, naming in counts.naming.items()
        if naming[ALL] >= ENOUGH
        or any(naming[role] > max(1, LEAST_SHARE * counts.adverts[role]) for role in roles)
    ]
