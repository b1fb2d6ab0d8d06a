"""What the market says of a role: pay and outlook."""

from collections.abc import Iterable

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Demand, Pay, Role
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.pay.figures import largest_shares
from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Column,
    Toned,
    labelled,
    linked,
    numbers,
    tabled,
)
from mlroles.present.pay.bar import middle_half


class View(Value, frozen=True, kw_only=True):
    """What is shown of which role: one rung or all."""

    catalogue: Catalogue
    role: Role
    rung: Rung | None


def pay(view: View) -> tuple[Block, ...]:
    """Pay by country and rung, with n, year and source."""
    shown = [p for p in view.role.pay if view.rung in (None, p.rung) or p.rung == "all"]
    rows = []
    for pay in shown:
        label = f"{pay.basis}, {pay.rung if pay.rung != 'all' else 'all rungs'}"
        figures = (f"{pay.median:,}", middle_half(pay), f"{pay.n:,}")
        rows.append((f"{pay.country} {pay.currency}", label, *figures, pay.year))
    figures_columns = numbers("median", "middle half", "n")
    columns = (Column(keep=True), Column(), *figures_columns, Column(title="year", keep=True))
    told = Bullets(items=origins(view.catalogue, shown))
    return (*tabled(columns, rows), told) if rows else ()


def origins(catalogue: Catalogue, figures: Iterable[Pay]) -> tuple[Toned, ...]:
    """Where figures come from, each source once, with what is to be minded of them."""
    told: dict[tuple[str, str | None], list[str]] = {}
    figures = list(figures)
    several = len({pay.country for pay in figures}) > 1
    for pay in figures:
        source = catalogue.sources[pay.source]
        origin = f"{pay.basis.capitalize()}: {source.title}, {source.publisher}"
        notes = told.setdefault((origin, source.url), [])
        note = f"{pay.country}: {pay.note}" if several and pay.note else pay.note
        if note and note not in notes:
            notes.append(note)
    return tuple(
        linked(f"{'. '.join([origin, *notes])}.", url) for (origin, url), notes in told.items()
    )


def demand(view: View) -> tuple[Block, ...]:
    """How many adverts were counted, and the tools that most of them name."""
    rows = []
    for counted in view.role.demand:
        named = most_named(view.catalogue, counted, None)
        source = view.catalogue.sources[counted.source]
        note = f" {counted.note}." if counted.note else ""
        told = f"{counted.n:,} adverts name {named}.{note} {source.title}"
        rows.append((counted.period, told))
    return labelled(rows)


def most_named(catalogue: Catalogue, demand: Demand, most: int | None) -> str:
    """The tools that the largest shares of adverts name, each with its share."""
    shares = largest_shares(demand)[:most]
    return ", ".join(f"{catalogue.skills[id].name} {share:.0%}" for id, share in shares)


def outlook(view: View) -> tuple[Block, ...]:
    """Official projections of employment."""
    rows = []
    for projection in view.role.outlook:
        source = view.catalogue.sources[projection.source]
        breadth = "" if projection.match == "exact" else " (a broader occupation than this role)"
        told = [
            f"{projection.change_percent:+.1f}% jobs and",
            f"{projection.openings_per_year:,} openings a year",
            f"in {projection.occupation}{breadth}.",
            f"{source.publisher}, {source.published}",
        ]
        rows.append((f"{projection.country} {projection.period}", " ".join(told)))
    return labelled(rows)
