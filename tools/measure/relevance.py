"""Measure how well titles are normalised, on public titles; tools/evidence.py writes it down."""

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mlroles.catalogue.imports.esco import import_esco
from mlroles.catalogue.reading.files import TYPES
from mlroles.core.catalogue import Catalogue, assemble
from mlroles.core.finding.engine import Engine
from mlroles.core.finding.index import Index
from mlroles.core.finding.normalise import STRANGE, Normaliser
from mlroles.core.finding.title import read_title

READ = Path(__file__).parent.parent.parent / "tests" / "evidence" / "titles_read.tsv"
"""Titles on which label and answer differed, each read: title, label, roles it means, reason."""

LABELS = {
    "ML Engineer": {"ml-engineer"},
    "MLOps Engineer": {"mlops-engineer"},
    # The rule behind this label takes these roles too.
    "DevOps Engineer": {
        "devops-engineer",
        "site-reliability-engineer",
        "ml-platform-engineer",
        "cloud-engineer",
    },
    "Data Scientist": {"data-scientist"},
    "Data Engineer": {"data-engineer"},
    "ML Researcher": {"ml-researcher", "research-engineer", "applied-scientist"},
    "AI Engineer": {"ai-engineer"},
    "Data Analyst": {"data-analyst"},
    "Analytics Engineer": {"analytics-engineer"},
    "BI": {"bi-developer"},
    "NLP engineer": {"nlp-engineer"},
    "CV engineer": {"computer-vision-engineer"},
    "Data Architect": {"data-architect"},
    "AI Architect": {"ai-architect"},
    "Data annotator/labeler": {"data-annotator"},
    "Product Manager for ML": {"ml-product-manager"},
    "Product Manager (other)": {"ml-product-manager"},
    "Software Engineer": {"software-engineer"},
}
"""Label of an advert, given by a rule on its title -> the roles that the rule takes."""

DEEP = 100
"""How far down the tagged occupation is looked for."""


class Ranks(NamedTuple):
    """At which place the tagged occupation was found for each title; 0 where it was not."""

    places: list[int]

    def reciprocal(self) -> float:
        """The mean reciprocal rank."""
        return sum(1 / place for place in self.places if place) / len(self.places)

    def recall(self, depth: int) -> float:
        """The share of titles whose occupation is among the first so many."""
        return sum(0 < place <= depth for place in self.places) / len(self.places)


class Advert(NamedTuple):
    """An advert's title, its label, and what it was normalised to."""

    title: str
    label: str
    found: str | None


def esco_catalogue(folder: Path) -> Catalogue:
    """ESCO as a catalogue, made of its published files."""
    esco = import_esco(str(folder / "data/esco-1.2.0"))
    return assemble(
        {name: {one.id: one for one in getattr(esco, name, ())} for name in TYPES},
    )


def esco_ranks(catalogue: Catalogue, folder: Path, step: int = 1) -> Ranks:
    """Rank all occupations for every `step`-th of the tagged job-board titles."""
    engine = Engine(Index(catalogue.index))
    shelf = engine.index.shelves["role"]
    uri_of = {id: code.code for id, role in catalogue.roles.items() for code in role.codes}
    with (folder / "data/titles/jobbert_validation.csv").open(encoding="utf-8") as file:
        tagged = list(csv.DictReader(file))[::step]
    places = []
    for row in tagged:
        words = read_title(row["vacancyTitle"], engine.is_head).words
        best = engine.best("role", engine.sought("role", words, STRANGE), DEEP)
        found = [uri_of[shelf.ids[scored.entry]] for scored in best]
        wanted = row["conceptUri"]
        places.append(found.index(wanted) + 1 if wanted in found else 0)
    return Ranks(places)


def adverts(catalogue: Catalogue, folder: Path) -> list[Advert]:
    """The adverts whose label is one of our roles, normalised."""
    normalise = Normaliser(catalogue.index, top=1)
    found = []
    with (folder / "data/ads/dev.jsonl").open(encoding="utf-8") as file:
        for line in file:
            advert = json.loads(line)
            if advert["role"] in LABELS:
                role = normalise(advert["title"]).role
                found.append(Advert(advert["title"], advert["role"], role.id if role else None))
    return found


def verdicts() -> dict[tuple[str, str], set[str | None]]:
    """Title and label -> the roles that the title means, of those that were read; None for none."""
    with READ.open(encoding="utf-8", newline="") as file:
        return {
            (row["title"], row["label"]): {
                None if role == "-" else role for role in row["roles"].split("|")
            }
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        }


def sorted_out(found: Sequence[Advert]) -> dict[str, int]:
    """How many adverts agree with their label, with what was read of their title, or neither.

    A title that was read is judged by its verdict, whatever its label; `label` counts all that
    agree with the label, read or not, and `right` all that are right after reading.
    """
    read = verdicts()
    counts = {"label": 0, "right": 0}
    for advert in found:
        roles = LABELS[advert.label]
        counts["label"] += advert.found in roles
        counts["right"] += advert.found in read.get((advert.title, advert.label), roles)
    return counts


ESCO_PART = "Titles on ESCO: "


def esco_report(catalogue: Catalogue, folder: Path) -> Iterator[str]:
    """What docs/evidence.md says about titles on ESCO; measuring it takes most of a minute."""
    ranks = esco_ranks(catalogue, folder)
    halves = [f"{Ranks(ranks.places[half::2]).reciprocal():.3f}" for half in (0, 1)]
    yield f"{ESCO_PART}over {len(ranks.places):,} titles mean reciprocal rank"
    yield f"{ranks.reciprocal():.3f} (every other title: {' and '.join(halves)}),"
    yield f"recall at 5 {ranks.recall(5):.3f}, at 10 {ranks.recall(10):.3f}."


def report(catalogue: Catalogue, folder: Path) -> Iterator[str]:
    """What docs/evidence.md says about the titles of adverts."""
    found = adverts(catalogue, folder)
    counts = sorted_out(found)
    yield f"Titles of adverts: {len(found):,} whose label is one of our roles;"
    yield f"{counts['label'] / len(found):.1%} are normalised to what the label says, and"
    yield f"{counts['right'] / len(found):.1%} to what the title says, after the"
    yield f"{len(verdicts())} titles on which the two differ were read."
