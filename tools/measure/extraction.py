"""How well skills are found in adverts and CVs: marked by hand, and by a public benchmark."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mlroles.core.adverts.document import read_document
from mlroles.core.adverts.skills import SkillFinder
from mlroles.core.catalogue import Catalogue

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


def found(finder: SkillFinder, texts: list[Marked]) -> tuple[Found, list[str]]:
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
