"""Measure how well titles are normalised, on public titles; tools/evidence.py writes it down."""

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mlroles import Catalogue
from mlroles.catalogue.files import TYPES
from mlroles.catalogue.imports.esco import import_esco
from mlroles.core.assembly import assemble
from mlroles.core.names import names_of
from mlroles.core.normalise import STRANGE, Normaliser
from mlroles.core.search import engine_of
from mlroles.core.title import read_title
from mlroles.core.words import words_of

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
    """An advert's title, the roles that its label stands for, and what it was normalised to."""

    title: str
    label: set[str]
    found: str | None


def esco_catalogue(folder: Path) -> Catalogue:
    """ESCO as a catalogue, made of its published files."""
    esco = import_esco(str(folder / "data/esco-1.2.0"))
    return assemble(
        {name: {one.id: one for one in getattr(esco, name, ())} for name in TYPES},
    )


def esco_ranks(catalogue: Catalogue, folder: Path, step: int = 1) -> Ranks:
    """Rank all occupations for every `step`-th of the tagged job-board titles."""
    engine = engine_of(catalogue)
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
    normalise = Normaliser(catalogue, top=1)
    found = []
    with (folder / "data/ads/dev.jsonl").open(encoding="utf-8") as file:
        for line in file:
            advert = json.loads(line)
            if advert["role"] in LABELS:
                role = normalise(advert["title"]).role
                found.append(
                    Advert(advert["title"], LABELS[advert["role"]], role.id if role else None)
                )
    return found


def sorted_out(catalogue: Catalogue, found: Sequence[Advert]) -> dict[str, int]:
    """How many adverts agree with their label and, of the others, what their title says.

    A title says a role if a name of it stands in the title, word for word.
    """
    names = {
        id: {f" {' '.join(words_of(name))} " for name in names_of(role)}
        for id, role in catalogue.roles.items()
    }
    counts = dict.fromkeys(("label", "ours", "both", "none", "wrong"), 0)
    for advert in found:
        text = f" {' '.join(words_of(advert.title))} "
        said = {id for id, known in names.items() if any(name in text for name in known)}
        if advert.found in advert.label:
            counts["label"] += 1
        elif advert.found is None:
            counts["wrong" if said & advert.label else "none"] += 1
        elif advert.found in said:
            counts["both" if said & advert.label else "ours"] += 1
        else:
            counts["wrong"] += 1
    return counts


def report(catalogue: Catalogue, folder: Path) -> Iterator[str]:
    """The measured part of docs/evidence.md that tells of titles."""
    ranks = esco_ranks(esco_catalogue(folder), folder)
    halves = [f"{Ranks(ranks.places[half::2]).reciprocal():.3f}" for half in (0, 1)]
    yield f"\nTitles on ESCO: over {len(ranks.places):,} titles mean reciprocal rank"
    yield f"{ranks.reciprocal():.3f} (every other title: {' and '.join(halves)}),"
    yield f"recall at 5 {ranks.recall(5):.3f}, at 10 {ranks.recall(10):.3f}.\n"
    found = adverts(catalogue, folder)
    counts = sorted_out(catalogue, found)
    share = {what: f"{count / len(found):.1%}" for what, count in counts.items()}
    yield f"Titles of adverts: {len(found):,} whose label is one of our roles;"
    yield f"{share['label']} are normalised to what the label says;"
    yield f"{share['ours']} say, word for word, the role given and not that of the label;"
    yield f"{share['both']} say both;"
    yield f"{share['none']} are given none and do not say that of the label;"
    yield f"{share['wrong']} are wrong."
