"""Search results as a report: what was found, and in a word why."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.index import Field
from mlroles.core.finding.reasons import Hit
from mlroles.core.model.names import Entry, EntryKind
from mlroles.core.model.vocabulary import Id, about
from mlroles.present.finding.reasons import PartAnswer, part_answers, why_text
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.blocks import (
    Column,
    Page,
    Section,
    counted,
    dim,
    numbers,
    short,
    strong,
    tabled,
)
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import DIGITS
from mlroles.present.page.shapes import Score


class HitAnswer(Answer, frozen=True, kw_only=True):
    """A role or skill that a search found."""

    id: Id
    name: str
    kind: EntryKind
    definition: str
    score: Score
    parts: Annotated[list[PartAnswer], about("what the score is made of, the largest first")]


WHY: dict[Field, str] = {"alternate name": "also called", "activity": "duty"}
"""The main reason for a hit, in the words of a page; else the name of the field."""


def hits_report(
    catalogue: Catalogue, query: str, hits: Sequence[Hit], total: int, why: bool = False
) -> Report:
    """The first hits of `total`, best first; with `why`, how their scores are made up."""

    def pages() -> tuple[Page, ...]:
        rows = [
            (
                strong(short(hit.name)),
                dim(hit.kind),
                f"{hit.score:.2f}",
                why_text(hit, 2) if why else _word(hit),
                "" if why else _definition(catalogue, hit),
            )
            for hit in hits
        ]
        columns = (
            Column(keep=True),
            Column(keep=True),
            *numbers("score"),
            Column(title="why" if why else "found in", keep=not why),
            Column(cut=True, optional=True),
        )
        shown = 4 if why else 5
        blocks = tabled(columns[:shown], [row[:shown] for row in rows])
        title = f"{counted(total, 'result', 'results')} for {query!r}"
        return (Page(title=title, sections=(Section(title="", blocks=blocks),)),)

    return Report(
        kinds=(HitAnswer,),
        data=lambda: [hit_answer(catalogue, hit) for hit in hits],
        pages=pages,
        remarks=(f"{len(hits)} of {total} results; --limit 0 shows all",) * (total > len(hits)),
        next_step=f"mlroles show {hits[0].id}" if hits else "try other or fewer words",
        nothing_found="" if hits else f"no results for {query!r}",
    )


def _word(hit: Hit) -> str:
    field = hit.reasons[0].field
    return WHY.get(field, field)


def _definition(catalogue: Catalogue, hit: Hit) -> str:
    entries: Mapping[str, Entry] = catalogue.roles if hit.kind == "role" else catalogue.skills
    return entries[hit.id].definition


def hit_answer(catalogue: Catalogue, hit: Hit) -> HitAnswer:
    """A hit, with what its score is made of."""
    return filled(
        HitAnswer,
        hit,
        definition=_definition(catalogue, hit),
        score=round(hit.score, DIGITS),
        parts=part_answers(hit),
    )
