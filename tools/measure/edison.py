"""Measure the life-cycle emphasis of three roles against the profiles of EDISON.

The EDISON Data Science Framework, release 4, rates for each of its profiles how relevant each
competence is, from 0 to 9, in groups of which three are about stages of a model's life. What
says where a role stands out is not the height of a rating, but how much of a group it has beyond
what the role has of all groups, and the group of all roles.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from statistics import fmean

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import StageId

PROFILES = {
    "data-scientist": ("DSP04",),
    "data-engineer": ("DSP14", "DSP15"),
    "data-architect": ("DSP06",),
}
"""Role -> its profiles: data scientist, database developer and administrator, architect."""

GROUPS: dict[str, tuple[str, Sequence[StageId]]] = {
    "analytics": ("DSDA", ("build", "evaluate")),
    "engineering": ("DSENG", ("deploy", "monitor")),
    "data management": ("DSDM", ("data", "govern")),
}
"""Group -> what its competences' codes begin with, and the stages that it is about."""

Matrix = dict[tuple[str, str], float]
"""(role, group) -> how much."""


def rated(folder: Path) -> Matrix:
    """The mean relevance of a group's competences in the profiles of a role, 0 to 9."""
    path = folder / "evidence/edsf_profile_competence_matrix.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        (role, group): fmean(
            int(row["relevance_0_9"])
            for row in rows
            if row["profile"] in profiles and row["competence"].rstrip("0123456789") == code
        )
        for role, profiles in PROFILES.items()
        for group, (code, _) in GROUPS.items()
    }


def engaged(catalogue: Catalogue) -> Matrix:
    """The mean engagement of a role in the stages of a group, 0 to 3."""
    return {
        (role, group): fmean(catalogue.roles[role].lifecycle[stage] for stage in stages)
        for role in PROFILES
        for group, (_, stages) in GROUPS.items()
    }


def emphasis(matrix: Mapping[tuple[str, str], float]) -> Matrix:
    """What each role has of each group beyond its own mean and that of the group."""
    whole = fmean(matrix.values())
    of_role = {role: fmean(matrix[role, group] for group in GROUPS) for role in PROFILES}
    of_group = {group: fmean(matrix[role, group] for role in PROFILES) for group in GROUPS}
    return {
        (role, group): value - of_role[role] - of_group[group] + whole
        for (role, group), value in matrix.items()
    }


def pairs(catalogue: Catalogue, folder: Path) -> dict[tuple[str, str], tuple[float, float]]:
    """(role, group) -> its emphasis in EDISON and in the catalogue."""
    theirs, ours = emphasis(rated(folder)), emphasis(engaged(catalogue))
    return {cell: (theirs[cell], ours[cell]) for cell in theirs}


def same_order(theirs: Matrix, ours: Matrix, cells: Sequence[tuple[str, str]]) -> int:
    """The pairs of cells of which both say, without a tie, that the same one is the greater."""
    return sum((theirs[a] - theirs[b]) * (ours[a] - ours[b]) > 0 for a, b in combinations(cells, 2))


def as_rated(theirs: Matrix, ours: Matrix) -> dict[str, int]:
    """Nothing subtracted: the pairs, of three, in the same order for each role and each group.

    For a role they are pairs of groups, for a group pairs of roles.
    """
    rows = {role: [(role, group) for group in GROUPS] for role in PROFILES}
    rows |= {group: [(role, group) for role in PROFILES] for group in GROUPS}
    return {name: same_order(theirs, ours, cells) for name, cells in rows.items()}


def running_of_models(catalogue: Catalogue) -> dict[str, float]:
    """The share of what an MLOps engineer does that others do, alone and together, 0 to 1."""

    def does(role: str) -> set[str]:
        return {d.activity for d in catalogue.roles[role].responsibilities if d.raci in "RA"}

    mlops, devops, ml = map(does, ("mlops-engineer", "devops-engineer", "ml-engineer"))
    return {
        "a DevOps engineer": len(mlops & devops) / len(mlops),
        "an ML engineer": len(mlops & ml) / len(mlops),
        "both": len(mlops & (devops | ml)) / len(mlops),
    }


def report(catalogue: Catalogue, folder: Path, agreement: float) -> Iterator[str]:
    """What docs/evidence.md says of it; `agreement` is the rank correlation of the pairs."""
    theirs, ours = rated(folder), engaged(catalogue)
    yield f"\nLife-cycle emphasis: Spearman {agreement:.2f} over {len(theirs)} pairs.\n"
    yield "| role, group | EDISON (0–9) | catalogue (0–3) | emphasis | emphasis |"
    yield "| --- | --: | --: | --: | --: |"
    for cell, (a, b) in pairs(catalogue, folder).items():
        values = f"{theirs[cell]:.2f} | {ours[cell]:.2f} | {a:+.2f} | {b:+.2f}"
        yield f"| {', '.join(cell)} | {values} |"
    agreed = [f"{name} {count}" for name, count in as_rated(theirs, ours).items()]
    yield f"\nNothing subtracted, pairs of three in the same order: {', '.join(agreed)}."
    shares = [f"{who} {share:.2f}" for who, share in running_of_models(catalogue).items()]
    yield f"\nOf what an MLOps engineer does, the share that others do: {', '.join(shares)}."
