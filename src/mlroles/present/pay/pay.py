"""What roles are paid as a report: numbers, and bars on one scale."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Pay, Role
from mlroles.core.model.vocabulary import Id, Rung, about
from mlroles.core.pay.figures import FEWEST, PayAt, RolePay, countries
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.blocks import (
    Bullets,
    Cell,
    Column,
    Page,
    Section,
    Table,
    joined,
    prose,
    short,
    strong,
)
from mlroles.present.page.report import Report
from mlroles.present.page.shapes import PayFigure, pay_at_rung, pay_figure
from mlroles.present.pay.bar import bar, bar_column, middle_half, scale
from mlroles.present.pay.market import origins

ALL_RUNGS = "all levels"
LEGEND = "● median  ━ middle half  ─ all but a tenth at each end  n adverts or people"
AMOUNT_WIDTH = len("100,000")


class PayAnswer(Answer, frozen=True, kw_only=True):
    """What a role is paid in one country."""

    id: Id
    name: str
    country: str
    rung: Annotated[Rung | None, about("the only level of seniority that was asked for")]
    too_few: Annotated[list[Rung], about("rungs with too few adverts for a figure of their own")]
    at: Annotated[list[PayFigure], about("what each rung is taken to pay, as match and team do")]
    figures: Annotated[list[PayFigure], about("all that is known, the newest first")]


def pay_report(catalogue: Catalogue, paid: Sequence[RolePay], rung: Rung | None) -> Report:
    """The pay of one or more roles in one country, at one rung or all."""
    known = [role_pay for role_pay in paid if role_pay.figures]
    return Report(
        kinds=(PayAnswer,),
        data=lambda: [pay_answer(catalogue, one, rung) for one in paid] if known else [],
        table="figures",
        pages=lambda: (_page(catalogue, paid, rung),),
        next_step=_next_step(paid) if known else _instead(paid),
        nothing_found="" if known else _nothing(paid, rung),
        remarks=tuple(_nothing([one], rung) for one in paid if known and not one.figures),
    )


def _next_step(paid: Sequence[RolePay]) -> str:
    ids = [role_pay.role.id for role_pay in paid]
    if len(ids) > 1:
        return f"mlroles compare {' '.join(ids)}"
    others = [distinction.role for distinction in paid[0].role.not_to_be_confused_with]
    return f"mlroles pay {ids[0]} {others[0] if others else '--json'}"


def _nothing(paid: Sequence[RolePay], rung: Rung | None) -> str:
    names = joined([role_pay.role.name for role_pay in paid])
    level = f" at {rung} level" if rung else ""
    return f"no figure of {FEWEST} adverts or more is known for {names}{level} in {paid[0].country}"


def _instead(paid: Sequence[RolePay]) -> str:
    others = _other_countries(paid)
    return f"try --country {others[0]}" if others else "see 'mlroles list --sort pay'"


def _other_countries(paid: Sequence[RolePay]) -> list[str]:
    known = countries(role_pay.role for role_pay in paid)
    return [country for country in known if country != paid[0].country]


def _page(catalogue: Catalogue, paid: Sequence[RolePay], rung: Rung | None) -> Page:
    shown = [(role_pay.role, figure) for role_pay in paid for figure in role_pay.figures]
    kinds = dict.fromkeys(map(_kind, (figure for _, figure in shown)))
    name_width = max(len(short(role.name)) for role, _ in shown) if len(paid) > 1 else 0
    n_width = max(len(f"{figure.n:,}") for _, figure in shown)
    sections = []
    for kind in sorted(kinds, key=lambda kind: kind[0] != "advertised"):
        basis, currency, year, _ = kind
        rows = [(role, figure) for role, figure in shown if _kind(figure) == kind]
        its_scale = scale([figure for _, figure in shown if figure.currency == currency])
        sections.append(
            Section(
                title=f"{basis.capitalize()} a year, {currency}, {year}",
                blocks=(_table(rows, its_scale, name_width, n_width),),
                note=origins(catalogue, [figure for _, figure in rows])[0],
            )
        )
    sections.append(Section(title="", blocks=prose(LEGEND, "dim")))
    if notes := (*_gaps(paid), *_inversions(paid), *_elsewhere(paid)):
        sections.append(Section(title="Notes", blocks=(Bullets(items=notes),)))
    return Page(
        title="Pay: " + " · ".join(short(role_pay.role.name) for role_pay in paid),
        fact=f"{paid[0].country}, {f'{rung} level' if rung else 'all levels'}",
        sections=tuple(sections),
    )


def _kind(figure: Pay) -> tuple[str, str, str, str]:
    """What figures that stand in one table have in common."""
    return figure.basis, figure.currency, figure.year, figure.source


def _table(
    shown: Sequence[tuple[Role, Pay]], ends: tuple[int, int], name_width: int, n_width: int
) -> Table:
    """A row with numbers and a bar for each figure.

    The widths are those of the widest in all tables of the page, so that their bars stand one
    below the other; without a width for names there are none.
    """
    rows: list[tuple[Cell, ...]] = []
    for position, (role, figure) in enumerate(shown):
        repeated = position and shown[position - 1][0] is role
        cells: list[Cell] = [ALL_RUNGS if figure.rung == "all" else figure.rung]
        if name_width:
            cells.insert(0, strong("" if repeated else short(role.name)))
        cells += [f"{figure.median:,}", middle_half(figure), f"{figure.n:,}", bar(figure, *ends)]
        rows.append(tuple(cells))
    columns = [
        Column(keep=True, least_width=len(ALL_RUNGS)),
        Column(title="median", align="right", keep=True, least_width=AMOUNT_WIDTH),
        Column(title="middle half", align="right", keep=True, least_width=15, optional=True),
        Column(title="n", align="right", keep=True, least_width=n_width),
        bar_column(ends),
    ]
    if name_width:
        columns.insert(0, Column(least_width=name_width))
    return Table(columns=tuple(columns), rows=tuple(rows))


def _gaps(paid: Sequence[RolePay]) -> Iterator[str]:
    """What there are too few adverts for, and what is shown in its place."""
    for role_pay in paid:
        name, rungs = short(role_pay.role.name), joined(list(role_pay.too_few))
        bounds = [_bound(at) for at in role_pay.at if at.bound]
        pooled = any(at.pooled for at in role_pay.at)
        if not role_pay.figures:
            yield f"{name}: no figure of {FEWEST} adverts or more in {role_pay.country}"
        elif rungs:
            instead = f": {joined(bounds)}" if bounds else ""
            others = "; see all levels together" if pooled else ""
            yield f"{name}: fewer than {FEWEST} adverts for {rungs} alone{instead}{others}"


def _bound(pay: PayAt) -> str:
    """What is known of a rung with too few adverts."""
    return f"{pay.rung} {pay.bound} the {pay.figure.rung} figure, {pay.amount:,}"


def _inversions(paid: Sequence[RolePay]) -> Iterator[str]:
    """Where the adverts of one collection put a rung above the next one."""
    for role_pay in paid:
        levels = [figure for figure in role_pay.figures if figure.rung != "all"]
        for low, high in pairwise(levels):
            if _kind(low) == _kind(high) and low.median > high.median:
                yield (
                    f"{short(role_pay.role.name)}: {low.rung} pays more than {high.rung} in these"
                    " adverts; a level in a title says little here"
                )


def _elsewhere(paid: Sequence[RolePay]) -> Iterator[str]:
    if others := _other_countries(paid):
        yield f"There are figures for {joined(others)} too: --country {others[0]}"


def pay_answer(catalogue: Catalogue, role_pay: RolePay, rung: Rung | None) -> PayAnswer:
    """What a role is paid in the country that was asked for."""
    return filled(
        PayAnswer,
        role_pay,
        id=role_pay.role.id,
        name=role_pay.role.name,
        rung=rung,
        at=[pay_at_rung(catalogue, at) for at in role_pay.at],
        figures=[pay_figure(catalogue, figure) for figure in role_pay.figures],
    )
