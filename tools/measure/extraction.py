"""How well skills are found in adverts and CVs: marked by hand, and by a public benchmark."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mlroles.core.adverts.document import read_document
from mlroles.core.adverts.skills import SkillFinder
from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.search import search
from mlroles.core.model.vocabulary import Id

MARKED = Path(__file__).parent.parent.parent / "tests" / "data"
"""The folder of the adverts and CVs whose skills are marked by hand."""

_MARK = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]")


class Marked(NamedTuple):
    """A text and the skills that somebody found in it."""

    where: str
    text: str
    skills: frozenset[str]


class Found(NamedTuple):
    """Skills that were found, of those that were marked, over some texts."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is marked."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is marked that was found."""
        return self.right / (self.right + self.missed)


def marked(catalogue: Catalogue, folder: str) -> Iterator[Marked]:
    """The marked texts of a folder, "adverts" or "cvs"; see its README.md."""
    for file in sorted((MARKED / folder).glob("*.txt")):
        for number, part in enumerate(re.split(r"(?m)^=== ", file.read_text("utf-8"))):
            title, _, text = part.partition("\n") if folder == "adverts" else ("", "", part)
            if text.strip():
                skills = {mark[2] or catalogue.skill(mark[1]).id for mark in _MARK.finditer(text)}
                where = f"{file.stem} {number} {title}".strip()
                yield Marked(where, _MARK.sub(r"\1", text), frozenset(skills))


def found(finder: SkillFinder, texts: Sequence[Marked]) -> tuple[Found, list[str]]:
    """What the finder finds in texts, and where it differs from the marks."""
    right = wrong = missed = 0
    differences = []
    for where, text, skills in texts:
        named = {one.skill for one in finder(read_document(text)) if one.finding == "named"}
        right += len(named & skills)
        wrong += len(named - skills)
        missed += len(skills - named)
        if named != skills:
            differences.append(
                f"{where}: wrong {sorted(named - skills)}, missed {sorted(skills - named)}"
            )
    return Found(right, wrong, missed), differences


NO_LABELS = {"", "LABEL NOT PRESENT", "UNDERSPECIFIED"}
"""What the benchmark says instead of a label."""
DEPTH = 5
"""How many of the skills found in a sentence are compared with its labels."""


def sentences(catalogue: Catalogue, folder: Path, part: str) -> dict[str, set[str]]:
    """The sentences of a part of the benchmark, "tech" or "house", with the skills they are about.

    A label of an older ESCO that this one does not have stays, and cannot be found.
    """
    names = {skill.name: skill.id for skill in catalogue.skills.values()}
    labelled: dict[str, set[str]] = {}
    file = folder / f"data/skill-extraction/{part}_validation_annotations.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if (label := row["label"]) not in NO_LABELS:
                called = catalogue.skills_called(label)
                id = names.get(label) or (called[0].id if called else label)
                labelled.setdefault(row["sentence"], set()).add(id)
    return labelled


def ranked_precision(read: Callable[[str], list[Id]], labelled: dict[str, set[str]]) -> float:
    """RP@5: labels among the first five skills of a sentence / all labels or five, on average."""
    shares = (
        len(labels & set(read(sentence)[:DEPTH])) / min(DEPTH, len(labels))
        for sentence, labels in labelled.items()
    )
    return sum(shares) / len(labelled)


ESCO_PART = "Skills on ESCO: "


def esco_report(catalogue: Catalogue, folder: Path) -> Iterator[str]:
    """What docs/evidence.md says about the benchmark; `catalogue` is ESCO, imported."""
    finder = SkillFinder(catalogue, suggest=True)
    yield f"{ESCO_PART}RP@5 by searching for whole sentences, and as adverts are read."
    for part in ("tech", "house"):
        labelled = sentences(catalogue, folder, part)
        before = ranked_precision(
            lambda text: [hit.id for hit in search(catalogue.index, text, "skill", DEPTH)[0]],
            labelled,
        )
        now = ranked_precision(
            lambda text: [one.skill for one in finder(read_document(text))], labelled
        )
        yield f"{part.upper()} {before:.3f} and {now:.3f} over {len(labelled)} sentences."


def report(catalogue: Catalogue) -> Iterator[str]:
    """What docs/evidence.md says about the texts marked by hand."""
    finder = SkillFinder(catalogue)
    yield "| texts marked by hand | skills | precision | recall |\n| --- | --: | --: | --: |"
    for folder, called in (("adverts", "adverts"), ("cvs", "CVs")):
        texts = list(marked(catalogue, folder))
        counts, _ = found(finder, texts)
        skills = counts.right + counts.missed
        yield f"| {len(texts)} {called} | {skills} | {counts.precision:.3f} | {counts.recall:.3f} |"
