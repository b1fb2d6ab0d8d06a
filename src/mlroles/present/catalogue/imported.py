"""An import as a report: how much there is now, and what was not taken over as it is."""

import shlex
from typing import Annotated

from mlroles.core.model.imported import Imported
from mlroles.core.model.vocabulary import about
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.blocks import Column, Page, Section, tabled
from mlroles.present.page.report import Report

NOT_TAKEN = "Not taken over as it is"
WIDEST_NUMBER = 7


class ImportedCounts(Answer, frozen=True, kw_only=True):
    """How much an imported catalogue holds."""

    roles: int
    role_names: int
    skills: int
    tools: int
    essential_requirements: int
    other_requirements: int
    activities: int
    responsibilities: int
    families: int


class FindingAnswer(Answer, frozen=True, kw_only=True):
    """Something in the publication that was not taken over as it is."""

    count: int
    what: str
    done: Annotated[str, about("what became of it")]
    fault: Annotated[bool, about("whether it is missing or wrong in the files")]


class ImportAnswer(Answer, frozen=True, kw_only=True):
    """A catalogue made from a public classification."""

    publication: str
    folder: Annotated[str, about("where the catalogue was written")]
    counts: ImportedCounts
    findings: list[FindingAnswer]


def imported_report(imported: Imported, folder: str) -> Report:
    """What was imported and written to a folder."""
    answer = ImportAnswer(
        publication=imported.publication,
        folder=folder,
        counts=filled(ImportedCounts, imported.counts()),
        findings=[filled(FindingAnswer, finding) for finding in imported.findings],
    )
    return Report(
        kinds=(ImportAnswer,),
        data=lambda: answer,
        pages=lambda: (_page(answer),),
        document=True,
        next_step=f"mlroles list --catalogue {shlex.quote(folder)}",
    )


def _page(answer: ImportAnswer) -> Page:
    counts = answer.counts.to_dict()
    entries = [(f"{count:,}", what.replace("_", " ")) for what, count in counts.items() if count]
    findings = [(f"{f.count:,}", f.what, f.done) for f in answer.findings]
    number = Column(align="right", keep=True, least_width=WIDEST_NUMBER)
    sections = (
        Section(title="Entries", blocks=tabled((number, Column()), entries)),
        Section(title=NOT_TAKEN, blocks=tabled((number, Column(), Column()), findings)),
    )
    return Page(
        title=answer.publication,
        subtitle=f"imported to {answer.folder}",
        sections=tuple(section for section in sections if section.blocks),
    )
