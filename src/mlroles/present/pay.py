"""What roles are paid as a report: numbers, and bars on one scale."""

from collections.abc import Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.market import Pay
from mlroles.core.model import Role
from mlroles.core.pay import FEWEST, RolePay, countries
from mlroles.core.vocabulary import Rung
from mlroles.present.blocks import (
    Bar,
    Bullets,
    Cell,
    Column,
    Page,
    Section,
    Table,
    Toned,
    joined,
)
from mlroles.present.market import origins
from mlroles.present.payload import Payload, figure_payload
from mlroles.present.report import Records, Report

STEP = 20_000
"""The scale of the bars begins and ends at a multiple of this."""

FIGURES = ("n", "p10", "p25", "median", "p75", "p90")
COLUMNS = ("id", "name", "country", "currency", "basis", "rung", "year", *FIGURES, "source", "note")


def pay_report(catalogue: Catalogue, paid: Sequence[RolePay], rung: Rung | None) -> Report:
    """The pay of one or more roles in one country, at one rung or all."""
    ids = [role_pay.role.id for role_pay in paid]
    return Report(
        pages=lambda: (_page(catalogue, paid, rung),),
        data=lambda: [_payload(role_pay, rung) for role_pay in paid],
        records=lambda: Records(
            columns=COLUMNS,
            rows=tuple(
                (
                    *(role_pay.role.id, role_pay.role.name),
                    *(getattr(figure, name) for name in COLUMNS[2:]),
                )
                for role_pay in paid
                for figure in role_pay.figures
            ),
        ),
        next_step=(
            f"mlroles compare {' '.join(ids)}"
            if len(ids) > 1
            else f"mlroles pay {ids[0]} {_neighbour(paid[0])}"
        ),
    )


def _neighbour(role_pay: RolePay) -> str:
    others = [distinction.role for distinction in role_pay.role.not_to_be_confused_with]
    return others[0] if others else "--json"


def _page(catalogue: Catalogue, paid: Sequence[RolePay], rung: Rung | None) -> Page:
    shown = [(role_pay.role, figure) for role_pay in paid for figure in role_pay.figures]
    kinds = dict.fromkeys((f.basis, f.source, f.currency) for _, f in shown)
    sections = []
    for basis, source, currency in sorted(kinds, key=lambda kind: kind[0] != "advertised"):
        scale = _scale([f for _, f in shown if f.currency == currency])
        rows = [
            (r, f) for r, f in shown if (f.basis, f.source, f.currency) == (basis, source, currency)
        ]
        sections.append(
            Section(
                title=f"{basis}, {currency} a year",
                blocks=(_table(rows, scale, len(paid) > 1),),
                note=" ".join(origins(catalogue, [figure for _, figure in rows])),
            )
        )
    notes = [*_gaps(paid), *_elsewhere(paid)]
    if notes:
        sections.append(Section(title="To mind", blocks=(Bullets(items=tuple(notes)),)))
    return Page(
        title="Pay: " + " · ".join(role_pay.role.name for role_pay in paid),
        subtitle=f"{paid[0].country}, {f'{rung} level' if rung else 'all rungs'}",
        sections=tuple(sections),
    )


def _table(shown: Sequence[tuple[Role, Pay]], scale: tuple[int, int], several: bool) -> Table:
    """A row with numbers and a bar for each figure; of `several` roles the names stand before."""
    rows: list[tuple[Cell, ...]] = []
    for position, (role, figure) in enumerate(shown):
        repeated = position and shown[position - 1][0] is role
        cells: list[Cell] = ["all rungs" if figure.rung == "all" else figure.rung]
        if several:
            cells.insert(0, Toned(text="" if repeated else role.name, tone="strong"))
        amounts = (figure.p25, figure.median, figure.p75, figure.n)
        cells += ["–" if amount is None else f"{amount:,}" for amount in amounts]
        rows.append((*cells, figure.year, _bar(figure, *scale)))
    columns = [
        Column(keep=True),
        *(Column(title=t, align="right", keep=True) for t in ("p25", "median", "p75", "n")),
        Column(title="year", keep=True),
        Column(ends=(f"{scale[0] // 1000}k", f"{scale[1] // 1000}k")),
    ]
    return Table(columns=(*([Column()] if several else []), *columns), rows=tuple(rows))


def _scale(figures: Sequence[Pay]) -> tuple[int, int]:
    """The least and the most of all bars of one currency, each a multiple of the step."""
    points = [
        point
        for f in figures
        for point in (f.p10, f.p25, f.median, f.p75, f.p90)
        if point is not None
    ]
    least, most = min(points) // STEP * STEP, -(-max(points) // STEP) * STEP
    return least, max(most, least + STEP)


def _bar(figure: Pay, least: int, most: int) -> Bar:
    def place(amount: int) -> float:
        return (amount - least) / (most - least)

    median = place(figure.median)
    return Bar(
        low=None if figure.p10 is None else place(figure.p10),
        start=median if figure.p25 is None else place(figure.p25),
        middle=median,
        end=median if figure.p75 is None else place(figure.p75),
        high=None if figure.p90 is None else place(figure.p90),
    )


def _gaps(paid: Sequence[RolePay]) -> Iterator[str]:
    """What there are too few adverts for, and what is shown in its place."""
    for role_pay in paid:
        name = role_pay.role.name
        if not role_pay.figures:
            yield f"{name}: no figure of at least {FEWEST} adverts in {role_pay.country}"
        elif role_pay.too_few and any(f.basis == "advertised" for f in role_pay.figures):
            rungs = joined(list(role_pay.too_few))
            yield f"{name}: fewer than {FEWEST} adverts for {rungs} alone; see all rungs, pooled"
        elif role_pay.too_few:
            told = "what people earn in the occupation stands in"
            yield f"{name}: fewer than {FEWEST} adverts; {told}"


def _elsewhere(paid: Sequence[RolePay]) -> Iterator[str]:
    known = countries(role_pay.role for role_pay in paid)
    others = [country for country in known if country != paid[0].country]
    if others:
        yield f"There are figures for {joined(others)} too: --country {others[0]}"


def _payload(role_pay: RolePay, rung: Rung | None) -> Payload:
    return {
        "id": role_pay.role.id,
        "name": role_pay.role.name,
        "country": role_pay.country,
        "rung": rung,
        "too_few": list(role_pay.too_few),
        "figures": [figure_payload(figure) for figure in role_pay.figures],
    }
