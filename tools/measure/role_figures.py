"""Fit the weights by which the role of an advert is told."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from measure.adverts import NEWEST, ROLES
from mlroles.core.adverts.document import read_document
from mlroles.core.adverts.role_words import RoleNames
from mlroles.core.adverts.roles import OTHER_WORK
from mlroles.core.adverts.skills import SkillFinder
from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.words import STOP_WORDS, word_set
from mlroles.core.model.advert_figures import AdvertFigures

FEWEST_ADVERTS = 30
"""The adverts of a role that are enough to tell it."""
COUNTED_AS = {
    "applied-scientist": "ml-researcher",
    "cloud-engineer": "devops-engineer",
    "research-engineer": "ml-researcher",
    "site-reliability-engineer": "devops-engineer",
}
"""Role -> the one among whose adverts its own are, by the rules on titles that labelled them."""
LEAST_NAMING, LEAST_SOURCES, LEAST_FIRMS = 25, 6, 20
"""The adverts, the collections and the groups of like texts that name a word which counts."""
MOST_WORDS = 1500
USUAL, FEWEST = 60, 20
"""Findings of a usual advert, and those that fewer are taken for."""
UNNAMED = 0.3
"""The share of the weight of an advert that is learnt as if no role were named in it."""
SMALL_ROLES = 0.2
"""At 0 roles weigh alike, however many adverts they have; above, those with few weigh more."""
PENALTY = 0.001
LIKE = 0.2
"""The share of runs of eight words that makes two texts those of one firm."""
MOST_LIKE = 100
"""A run of words in more adverts than these shows nothing."""
SMALL = STOP_WORDS | word_set("""
about all also are be but can do has have how if into it its more not our out s so such than their
them they this those through up us was we were what when where which while who will within would
you your re ll ve t m
""")
"""Words that say nothing of the work."""


class Texts(NamedTuple):
    """Adverts, read: for each its role, its collection, its group and what is found in it."""

    roles: list[str]
    sources: list[str]
    groups: list[int]
    skills: list[set[str]]
    words: list[set[str]]
    named: list[list[str]]
    """The roles that are named, in their order."""
    hashes: list[str]
    newer: list[bool]
    """Whether they are of 2024 or later."""


def read_texts(catalogue: Catalogue, path: Path, every: int = 1) -> Texts:
    """Read the adverts, or a part, of the roles with enough of them, and those of other work."""
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    labels = {**ROLES, "Other": OTHER_WORK}
    counts = Counter(labels[row["role"]] for row in rows)
    rows = [row for row in rows if counts[labels[row["role"]]] >= FEWEST_ADVERTS][::every]
    names, find = RoleNames(catalogue.roles.values()), SkillFinder(catalogue)
    texts = Texts([], [], _groups([row["description"] for row in rows]), [], [], [], [], [])
    for row in rows:
        document = read_document(row["description"])
        skills = [one for one in find(document) if one.finding == "named"]
        read, named = names.read(document, skills)
        texts.roles.append(labels[row["role"]])
        texts.sources.append(row["source"])
        texts.skills.append({one.skill for one in skills})
        texts.words.append(set(_words(read)))
        texts.named.append(list(dict.fromkeys(COUNTED_AS.get(o.role, o.role) for o in named)))
        texts.hashes.append(row["hash"])
        dated = re.match(r"\d{4}", row["date"] or "")
        texts.newer.append(bool(dated) and dated[0] >= NEWEST)
    return texts


def _words(read: Sequence[Any]) -> Iterator[str]:
    """Single words and pairs, without small words and numbers."""
    for one in read:
        plain = [w if w not in SMALL and not w.isdigit() else "" for w in one.words]
        yield from (word for word in plain if len(word) > 1)
        yield from (f"{a} {b}" for a, b in pairwise(plain) if a and b)


def _groups(texts: Sequence[str]) -> list[int]:
    """A number for each text, the same for those that share a good part of their words."""
    runs = []
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        runs.append({" ".join(words[at : at + 8]) for at in range(max(1, len(words) - 7))})
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(runs):
        for run in own:
            holders[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= MOST_LIKE:
            shared.update((a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :])
    first = list(range(len(texts)))

    def top(number: int) -> int:
        while first[number] != number:
            number = first[number]
        return number

    for (a, b), count in shared.items():
        if count >= LIKE * min(len(runs[a]), len(runs[b])):
            first[top(a)] = top(b)
    return [top(number) for number in range(len(texts))]


class Model:
    """Weights learnt from some of the adverts."""

    def __init__(self, texts: Texts, rows: Sequence[int], told: Sequence[str]) -> None:
        """Learn from these rows; `told` are the roles in their order."""
        self.told = list(told)
        column = {role: number for number, role in enumerate(told)}
        self.label = np.array([column[texts.roles[row]] for row in rows])
        sources = [texts.sources[row] for row in rows]
        self.terms = _candidates(texts, rows)
        matrix = self.matrix(texts, rows)
        scale, rank = _stability(matrix, self.label, sources, len(told))
        words = [at for at, (kind, _) in enumerate(self.terms) if kind == "word"]
        best = sorted(words, key=lambda at: -rank[at])[:MOST_WORDS]
        kept = sorted(
            {at for at in range(len(self.terms)) if self.terms[at][0] != "word"} | {*best}
        )
        self.terms = [self.terms[at] for at in kept]
        self.naming = (matrix[:, kept] > 0).sum(0)
        self.scale = scale[kept]
        adverts = np.bincount(self.label)[self.label].astype(float)
        weight = adverts**-SMALL_ROLES / adverts
        found = damped(matrix[:, kept])
        count = found.sum(1, keepdims=True) / USUAL
        fitted = _fit(
            np.hstack([found * self.scale, count]).astype(np.float32),
            self.names(texts, rows),
            self.label,
            weight / weight.sum(),
            len(told),
        )
        weights, self.named = fitted
        # What any finding says of a role on average is a part of what each one says.
        self.weights = weights[:-1] * self.scale[:, None] + weights[-1] / USUAL
        self.heat = 1.0

    def matrix(self, texts: Texts, rows: Sequence[int]) -> Any:
        """A row for each advert, a column for each term: whether it names it."""
        at = {term: number for number, term in enumerate(self.terms)}
        matrix = np.zeros((len(rows), len(at)), dtype=np.float32)
        for number, row in enumerate(rows):
            found = [at.get(("skill", one)) for one in texts.skills[row]]
            found += [at.get(("word", one)) for one in texts.words[row]]
            matrix[number, [one for one in found if one is not None]] = 1
        return matrix

    def names(self, texts: Texts, rows: Sequence[int]) -> Any:
        """Advert, role -> whether the role is named, and whether it is before any other."""
        found = np.zeros((len(rows), len(self.told), 2), dtype=np.float32)
        for number, row in enumerate(rows):
            for place, role in enumerate(texts.named[row]):
                if role in self.told:
                    found[number, self.told.index(role)] = (1, place == 0)
        return found

    def scores(self, texts: Texts, rows: Sequence[int], named: bool = True) -> Any:
        """Advert, role -> the sum of its weights."""
        scores = damped(self.matrix(texts, rows)) @ self.weights
        if named:
            scores = scores + self.names(texts, rows) @ self.named
        return scores * self.heat

    def figures(self, texts: Texts, source: str) -> AdvertFigures:
        """The weights as the catalogue has them."""
        counts = Counter(texts.roles)
        found: dict[str, dict[str, list[int]]] = {"skill": {}, "word": {}}
        hundredths = np.rint(self.weights * self.heat * 100).astype(int)
        for (kind, name), n, weights in zip(self.terms, self.naming, hundredths, strict=True):
            found[kind][name] = [int(n), *map(int, weights)]
        first, before = (round(float(one) * self.heat * 100) for one in self.named)
        return AdvertFigures(
            source=source,
            adverts={role: counts[role] for role in self.told},
            counted_as=COUNTED_AS,
            named=first,
            named_first=before,
            usual=USUAL,
            fewest=FEWEST,
            skills=dict(sorted(found["skill"].items())),
            words=dict(sorted(found["word"].items())),
        )


def damped(matrix: Any) -> Any:
    """Each advert's findings, fewer of them counting more each."""
    findings = np.maximum(matrix.sum(1, keepdims=True), FEWEST)
    return matrix * np.sqrt(USUAL / findings)


def _candidates(texts: Texts, rows: Sequence[int]) -> list[tuple[str, str]]:
    """The skills and words that enough adverts, collections and firms name."""
    naming: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows:
        for kind, found in (("skill", texts.skills[row]), ("word", texts.words[row])):
            for one in found:
                naming[kind, one].append(row)
    least = {"skill": (10, 3, 5), "word": (LEAST_NAMING, LEAST_SOURCES, LEAST_FIRMS)}
    return sorted(
        term
        for term, named in naming.items()
        if len(named) >= least[term[0]][0]
        and len({texts.sources[row] for row in named}) >= least[term[0]][1]
        and len({texts.groups[row] for row in named}) >= least[term[0]][2]
    )


def _stability(matrix: Any, label: Any, sources: Sequence[str], roles: int) -> tuple[Any, Any]:
    """For each term how far it differs between roles, not between the collections of one role.

    The first, 0 to 1, is what its weights are held down by; the second ranks it.
    """
    cells = defaultdict(list)
    for number, (role, source) in enumerate(zip(label, sources, strict=True)):
        cells[int(role), source].append(number)
    means, within, counted = np.zeros((roles, matrix.shape[1])), 0.0, 0
    for role in range(roles):
        own = [numbers for (of, _), numbers in cells.items() if of == role]
        if not own:
            continue
        n = np.array([len(numbers) for numbers in own], dtype=float)
        rates = np.array([matrix[numbers].mean(0) for numbers in own])
        share = (np.sqrt(n) / np.sqrt(n).sum())[:, None]
        mean = means[role] = (share * rates).sum(0)
        if len(own) > 1:
            chance = mean * (1 - mean) / n[:, None]
            within = within + np.maximum((share * ((rates - mean) ** 2 - chance)).sum(0), 0)
            counted += 1
    between = means.var(0)
    steady = between / (between + within / max(counted, 1) + 1e-4)
    overall = means.mean(0)
    return steady, steady * between / (overall * (1 - overall) + 1e-9)


def _fit(found: Any, names: Any, label: Any, weight: Any, roles: int) -> tuple[Any, Any]:
    """The weights of terms and roles, and the two of names, with the least loss.

    Every advert counts twice: as it is, and as if it named no role. The last term, which counts
    the others, is hardly held down.
    """
    terms = found.shape[1]
    right = np.eye(roles, dtype=np.float32)[label]
    penalty = np.full((terms, 1), PENALTY)
    penalty[-1] = PENALTY / 10

    def loss(place: Any) -> tuple[float, Any]:
        weights, named = place[:-2].reshape(terms, roles), place[-2:]
        plain = found @ weights.astype(np.float32)
        total = float((penalty * weights**2).sum()) / 2 + PENALTY / 20 * float(named @ named)
        wrong, by_named = 0.0, PENALTY / 10 * named
        for scores, share in ((plain + names @ named, 1 - UNNAMED), (plain, UNNAMED)):
            chances = softmax(scores)
            total -= share * float((weight * np.log((chances * right).sum(1) + 1e-12)).sum())
            off = (chances - right) * (share * weight)[:, None]
            wrong = wrong + off
            if scores is not plain:
                by_named = by_named + np.einsum("nk,nkm->m", off, names)
        gradient = penalty * weights + found.T @ wrong.astype(np.float32)
        return total, np.concatenate([gradient.ravel(), by_named])

    place = _least(loss, np.zeros(terms * roles + 2))
    return place[:-2].reshape(terms, roles), place[-2:]


def _least(loss: Any, place: Any, steps: int = 80, memory: int = 8) -> Any:
    """The place of the least loss, by the limited-memory method of Broyden and others."""
    value, slope = loss(place)
    past: list[tuple[Any, Any, float]] = []
    for _ in range(steps):
        way, kept = slope.copy(), []
        for moved, turned, rho in reversed(past):
            kept.append(rho * (moved @ way))
            way -= kept[-1] * turned
        way *= (past[-1][0] @ past[-1][1]) / (past[-1][1] @ past[-1][1]) if past else 1.0
        for (moved, turned, rho), own in zip(past, reversed(kept), strict=True):
            way += moved * (own - rho * (turned @ way))
        step, downhill = 1.0, float(slope @ way)
        while step > 1e-6:
            next_value, next_slope = loss(place - step * way)
            if next_value <= value - 1e-4 * step * downhill:
                break
            step /= 2
        moved, turned = -step * way, next_slope - slope
        done = value - next_value < 1e-6 * abs(value)
        place, value, slope = place + moved, next_value, next_slope
        if done:
            break
        if moved @ turned > 1e-12:
            past = [*past[-memory + 1 :], (moved, turned, 1.0 / float(moved @ turned))]
    return place


def softmax(scores: Any) -> Any:
    """Probabilities of the roles of each advert."""
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def fitting_heat(scores: Any, label: Any) -> float:
    """The factor on scores under which the right roles are most probable together."""
    tried = np.arange(0.5, 2.01, 0.02)
    losses = [-np.log(softmax(scores * t)[range(len(label)), label] + 1e-12).sum() for t in tried]
    return float(tried[int(np.argmin(losses))])


def roles_told(texts: Texts) -> list[str]:
    """The roles that are told, other work the last."""
    return [*sorted(set(texts.roles) - {OTHER_WORK}), OTHER_WORK]
