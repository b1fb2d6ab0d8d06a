"""What the market says of a role: pay and outlook."""

from mlroles.present.blocks import Block, Bullets, Cell, Column, Fields, Table
from mlroles.present.role_view import View


def pay(view: View) -> list[Block]:
    """Pay by country and rung, with n, year and source."""
    rows: list[tuple[Cell, ...]] = []
    told: dict[str, list[str]] = {}
    for pay in view.role.pay:
        if view.rung in (None, pay.rung) or pay.rung == "all":
            source = view.catalogue.sources[pay.source]
            figures = [f"{f:,}" if f is not None else "–" for f in (pay.p25, pay.median, pay.p75)]
            label = f"{pay.basis}, {pay.rung if pay.rung != 'all' else 'all rungs'}"
            rows.append((f"{pay.country} {pay.currency}", label, *figures, f"{pay.n:,}", pay.year))
            origin = f"{pay.basis.capitalize()}: {source.title}, {source.publisher}"
            notes = told.setdefault(origin, [])
            if pay.note and pay.note not in notes:
                notes.append(pay.note)
    columns = (
        Column(title="", keep=True),
        Column(title=""),
        *(Column(title=t, align="right", keep=True) for t in ("p25", "median", "p75", "n")),
        Column(title="year", keep=True),
    )
    if not rows:
        return []
    origins = tuple(f"{'. '.join([origin, *notes])}." for origin, notes in told.items())
    return [Table(columns=columns, rows=tuple(rows)), Bullets(items=origins)]


def outlook(view: View) -> list[Block]:
    """Official projections of employment."""
    rows = []
    for projection in view.role.outlook:
        source = view.catalogue.sources[projection.source]
        breadth = "" if projection.match == "exact" else " (a broader occupation than this role)"
        told = [
            f"{projection.change_percent:+.1f} % jobs and",
            f"{projection.openings_per_year:,} openings a year",
            f"in {projection.occupation}{breadth}.",
            f"{source.publisher}, {source.published}",
        ]
        rows.append((f"{projection.country} {projection.period}", " ".join(told)))
    return [Fields(rows=tuple(rows))] if rows else []
