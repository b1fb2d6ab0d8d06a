"""Measure how well the roles of adverts are told that were not learnt from."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from measure.role_figures import Model, Texts, fitting_heat, read_texts, roles_told, softmax
from mlroles.core.adverts.roles import OTHER_WORK
from mlroles.core.catalogue import Catalogue

MEASURED = 60
"""The adverts of a role that is measured."""


def folds(texts: Texts, number: int = 5) -> list[int]:
    """The fold of each advert; those of a group are in one."""
    chosen = random.Random(0)
    fold = {group: chosen.randrange(number) for group in sorted(set(texts.groups))}
    return [fold[group] for group in texts.groups]


class Told(NamedTuple):
    """What was told of adverts that were not learnt from."""

    rows: list[int]
    scores: Any
    unnamed: Any
    """The same with all names of roles hidden."""


def cross_validated(texts: Texts, told: Sequence[str], only: int | None = None) -> Told:
    """Tell each fold by the others; `only` one of them if wanted."""
    fold = folds(texts)
    return _told(texts, told, fold, sorted(set(fold)) if only is None else [only])


def by_source(texts: Texts, told: Sequence[str]) -> Told:
    """Tell each collection with adverts of three roles or more by the other collections."""
    roles: defaultdict[str, set[str]] = defaultdict(set)
    measured = set(measured_roles(texts))
    for role, source in zip(texts.roles, texts.sources, strict=True):
        roles[source] |= {role} & measured
    left_out = [source for source in sorted(roles) if len(roles[source]) >= 3]
    return _told(texts, told, texts.sources, left_out)


def measured_roles(texts: Texts) -> list[str]:
    """The roles with at least 60 adverts."""
    counts = Counter(texts.roles)
    return sorted(role for role in counts if counts[role] >= MEASURED and role != OTHER_WORK)


def _told(texts: Texts, told: Sequence[str], part: Sequence[Any], left_out: Sequence[Any]) -> Told:
    found: list[tuple[list[int], Any, Any]] = []
    for one in left_out:
        learnt = [row for row, of in enumerate(part) if of != one]
        rows = [row for row, of in enumerate(part) if of == one]
        model = Model(texts, learnt, told)
        found.append((rows, model.scores(texts, rows), model.scores(texts, rows, named=False)))
    rows = [row for own, _, _ in found for row in own]
    return Told(rows, *(np.concatenate([one[at] for one in found]) for at in (1, 2)))


class Measure(NamedTuple):
    """How well the roles of adverts are told."""

    adverts: int
    first: float
    """Share of adverts whose role is told as the likeliest."""
    second: float
    """Share of those whose role is one of the two likeliest."""
    error: float
    """Expected calibration error, in ten equal intervals."""
    recall: dict[str, float]


def measure(
    texts: Texts, told: Sequence[str], found: Told, heat: float, named: bool = True
) -> Measure:
    """Measure over the roles with at least 60 adverts; other work is an answer that is wrong."""
    wanted = set(measured_roles(texts))
    kept = [at for at, row in enumerate(found.rows) if texts.roles[row] in wanted]
    label = np.array([told.index(texts.roles[found.rows[at]]) for at in kept])
    chances = softmax((found.scores if named else found.unnamed)[kept] * heat)
    order = np.argsort(-chances, axis=1)
    first = order[:, 0] == label
    certainty = chances.max(1)
    error = 0.0
    for low in range(10):
        inside = (certainty > low / 10) & (certainty <= (low + 1) / 10)
        if inside.any():
            error += inside.mean() * abs(certainty[inside].mean() - first[inside].mean())
    recall = {
        role: float(first[label == told.index(role)].mean())
        for role in sorted(wanted)
        if (label == told.index(role)).any()
    }
    second = first | (order[:, 1] == label)
    return Measure(len(kept), float(first.mean()), float(second.mean()), float(error), recall)


def report(catalogue: Catalogue, folder: Path) -> Iterator[str]:
    """What docs/evidence.md says about the roles of adverts."""
    texts = read_texts(catalogue, folder / "data/ads/dev.jsonl")
    told = roles_told(texts)
    tested, others = cross_validated(texts, told), by_source(texts, told)
    heat = fitting_heat(tested.scores, [told.index(texts.roles[row]) for row in tested.rows])
    newer = [at for at, row in enumerate(tested.rows) if texts.newer[row]]
    of_newer = Told([tested.rows[at] for at in newer], tested.scores[newer], tested.unnamed[newer])
    yield from HEADING
    whole = measure(texts, told, tested, heat)
    for called, one in (
        ("cross-validated", whole),
        ("of these, of 2024 and later", measure(texts, told, of_newer, heat)),
        ("cross-validated, names of roles hidden", measure(texts, told, tested, heat, named=False)),
        ("each collection left out", measure(texts, told, others, heat)),
        ("each collection left out, names hidden", measure(texts, told, others, heat, named=False)),
    ):
        figures = f"{one.first:.3f} | {one.second:.3f} | {one.error:.3f}"
        yield f"| {called} | {one.adverts:,} | {figures} |"
    recall = sorted(whole.recall.items(), key=lambda pair: -pair[1])
    yield "\nRecall: " + ", ".join(f"{role} {share:.2f}" for role, share in recall) + ".\n"
    verdicts = Counter(row[3] for row in read_disagreements())
    given, both, read = verdicts["told"], verdicts["both"], verdicts.total()
    yield f"Of {read} disagreements that were read, {given + both} answers are defensible: the text"
    yield f"is rather that of the role given in {given}, and of both in {both}."


HEADING = (
    "| roles recognised | adverts | first | first two | calibration error |",
    "| --- | --: | --: | --: | --: |",
)
"""How the part of docs/evidence.md begins that is the last."""


def read_disagreements() -> list[list[str]]:
    """Advert, role by its title, role told, verdict and why, of adverts that were read."""
    return [line.split("\t") for line in READ.read_text("utf-8").splitlines()]


READ = Path(__file__).parent.parent.parent / "tests" / "evidence" / "advert_roles_read.tsv"
"""The adverts whose text was read where the role told is not that of the title."""
