"""Search results as a report: each hit with its score and where each word was found."""

from collections.abc import Sequence
from typing import Annotated

from mlroles.core.finding.reasons import Hit
from mlroles.core.model.names import EntryKind
from mlroles.core.model.vocabulary import Id, about
from mlroles.present.finding.reasons import PartAnswer, part_answers, why_text
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.blocks import Column, Page, Toned, one_section, strong, tabled
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import DIGITS
from mlroles.present.page.shapes import Score


class HitAnswer(Answer, frozen=True, kw_only=True):
    """A role or skill that a search found."""

    id: Id
    name: str
    kind: EntryKind
    score: Score
    parts: Annotated[list[PartAnswer], about("what the score is made of, the largest first")]


def hits_report(query: str, hits: Sequence[Hit], total: int) -> Report:
    """The first hits of `total`, best first, each with why it is there."""

    def pages() -> tuple[Page, ...]:
        rows = [
            (
                Toned(text=f"{hit.score:.2f}", tone="dim"),
                strong(hit.name),
                Toned(text=hit.kind, tone="dim"),
                why_text(hit, 2),
            )
            for hit in hits
        ]
        columns = (Column(keep=True), Column(keep=True), Column(keep=True), Column(title="why"))
        return one_section(tabled(columns, rows))

    return Report(
        kinds=(HitAnswer,),
        data=lambda: [hit_answer(hit) for hit in hits],
        pages=pages,
        remarks=(f"{len(hits)} of {total} results; --limit 0 shows all",) * (total > len(hits)),
        next_step=f"mlroles show {hits[0].id}" if hits else "try other or fewer words",
        nothing_found="" if hits else f"no results for {query!r}",
    )


def hit_answer(hit: Hit) -> HitAnswer:
    """A hit, with what its score is made of."""
    return filled(HitAnswer, hit, score=round(hit.score, DIGITS), parts=part_answers(hit))
