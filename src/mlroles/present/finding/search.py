"""What a search found as a report: each hit with the reasons for it."""

from collections.abc import Sequence

from mlroles.core.finding.reasons import Hit
from mlroles.present.finding.reasons import why_payload, why_text
from mlroles.present.page.blocks import Column, Page, Section, Table, Toned
from mlroles.present.page.report import Records, Report
from mlroles.present.page.rounding import DIGITS


def hits_report(query: str, hits: Sequence[Hit], total: int) -> Report:
    """The first hits of `total`, best first, each with why it is there."""

    def pages() -> tuple[Page, ...]:
        rows = tuple(
            (
                Toned(text=f"{hit.score:.2f}", tone="dim"),
                Toned(text=hit.name, tone="strong"),
                Toned(text=hit.kind, tone="dim"),
                why_text(hit, 2),
            )
            for hit in hits
        )
        columns = (
            Column(keep=True),
            Column(keep=True),
            Column(keep=True),
            Column(title="why"),
        )
        more = f"{total - len(hits)} more: raise --limit" if total > len(hits) else ""
        section = Section(title="", blocks=(Table(columns=columns, rows=rows),), note=more)
        return (Page(title="", sections=(section,)),)

    return Report(
        pages=pages,
        data=lambda: [
            {
                "kind": hit.kind,
                "id": hit.id,
                "name": hit.name,
                "score": round(hit.score, DIGITS),
                "why": why_payload(hit),
            }
            for hit in hits
        ],
        records=lambda: Records(
            columns=("kind", "id", "name", "score", "why"),
            rows=tuple(
                (
                    hit.kind,
                    hit.id,
                    hit.name,
                    round(hit.score, DIGITS),
                    why_text(hit),
                )
                for hit in hits
            ),
        ),
        next_step=f"mlroles show {hits[0].id}" if hits else "try other or fewer words",
        nothing_found="" if hits else f"nothing is like {query!r}",
    )
