"""What a search found as a report: each hit with the reasons for it."""

from collections.abc import Sequence

from mlroles.core.names import kind_of
from mlroles.core.search import Hit, Reason
from mlroles.present.blocks import Column, Page, Section, Table, Toned
from mlroles.present.report import Records, Report


def hits_report(query: str, hits: Sequence[Hit], total: int) -> Report:
    """The first hits of `total`, best first, each with why it is there."""
    rows = tuple(
        (
            Toned(text=f"{hit.score:.2f}", tone="dim"),
            Toned(text=hit.entry.name, tone="strong"),
            Toned(text=kind_of(hit.entry), tone="dim"),
            "; ".join(map(_told, hit.reasons)),
        )
        for hit in hits
    )
    columns = (
        Column(title="", keep=True),
        Column(title="", keep=True),
        Column(title="", keep=True),
        Column(title="why"),
    )
    more = f"{total - len(hits)} more: raise --limit" if total > len(hits) else ""
    section = Section(title="", blocks=(Table(columns=columns, rows=rows),), note=more)
    return Report(
        pages=lambda: (Page(title="", sections=(section,)),),
        data=lambda: [
            {
                "kind": kind_of(hit.entry),
                "id": hit.entry.id,
                "name": hit.entry.name,
                "score": round(hit.score, 4),
                "why": [
                    {
                        "word": reason.word,
                        "field": reason.field,
                        "text": reason.text,
                        "points": round(reason.points, 4),
                    }
                    for reason in hit.reasons
                ],
            }
            for hit in hits
        ],
        records=lambda: Records(
            columns=("kind", "id", "name", "score", "why"),
            rows=tuple(
                (
                    kind_of(hit.entry),
                    hit.entry.id,
                    hit.entry.name,
                    round(hit.score, 4),
                    "; ".join(map(_told, hit.reasons)),
                )
                for hit in hits
            ),
        ),
        next_step=f"mlroles show {hits[0].entry.id}" if hits else "try other or fewer words",
        nothing_found="" if hits else f"nothing is like {query!r}",
    )


def _told(reason: Reason) -> str:
    return f"{reason.word} in {reason.field} {reason.text!r} {reason.points:.2f}"
