"""What a search found as a report: each hit with the reasons for it."""

from collections.abc import Sequence

from mlroles.core.hits import Hit, Reason
from mlroles.present.blocks import Column, Page, Section, Table, Toned
from mlroles.present.report import Records, Report
from mlroles.present.rounding import DIGITS, rounded_parts


def hits_report(query: str, hits: Sequence[Hit], total: int) -> Report:
    """The first hits of `total`, best first, each with why it is there."""

    def pages() -> tuple[Page, ...]:
        rows = tuple(
            (
                Toned(text=f"{hit.score:.2f}", tone="dim"),
                Toned(text=hit.name, tone="strong"),
                Toned(text=hit.kind, tone="dim"),
                _why(hit, 2),
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
                "why": [
                    {
                        "word": reason.word,
                        "field": reason.field,
                        "text": reason.text,
                        "points": points,
                    }
                    for reason, points in _rounded(hit, DIGITS)
                ],
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
                    _why(hit, DIGITS),
                )
                for hit in hits
            ),
        ),
        next_step=f"mlroles show {hits[0].id}" if hits else "try other or fewer words",
        nothing_found="" if hits else f"nothing is like {query!r}",
    )


def _why(hit: Hit, digits: int) -> str:
    return "; ".join(
        f"{reason.word} in {reason.field} {reason.text!r} {points:.{digits}f}"
        for reason, points in _rounded(hit, digits)
    )


def _rounded(hit: Hit, digits: int) -> list[tuple[Reason, float]]:
    points = rounded_parts([reason.points for reason in hit.reasons], hit.score, digits)
    return list(zip(hit.reasons, points, strict=True))
