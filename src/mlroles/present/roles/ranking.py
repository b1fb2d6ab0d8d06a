"""Roles in the order of their name, pay or demand, with the figures that they are ordered by."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.pay.figures import PREFERRED, median_pay, most_adverts
from mlroles.core.roles.listing import SortKey
from mlroles.present.page.blocks import UNKNOWN, Cell, Column, Page, Section, Table, strong
from mlroles.present.pay.bar import bar, bar_column, scale
from mlroles.present.pay.market import most_named

NOTES: dict[SortKey, str] = {
    "name": "",
    "pay": f"advertised a year, all rungs pooled, {PREFERRED}; n adverts; thick from p25 to p75",
    "demand": "adverts counted under the role's title, and what most of them name",
}


def ranked_pages(catalogue: Catalogue, roles: Sequence[Role], by: SortKey) -> tuple[Page, ...]:
    """One table of roles in their order."""
    match by:
        case "name":
            table = _by_name(roles)
        case "pay":
            table = _by_pay(roles)
        case "demand":
            table = _by_demand(catalogue, roles)
    section = Section(title="", blocks=(table,), note=NOTES[by])
    return (Page(title="", sections=(section,)),)


def _by_name(roles: Sequence[Role]) -> Table:
    rows = tuple((strong(role.name), role.definition) for role in roles)
    return Table(columns=(Column(), Column()), rows=rows)


def _by_pay(roles: Sequence[Role]) -> Table:
    figures = [(role, median_pay(role)) for role in roles]
    ends = scale([figure for _, figure in figures if figure])
    rows: list[tuple[Cell, ...]] = []
    for role, figure in figures:
        if figure:
            told: tuple[Cell, ...] = (f"{figure.median:,}", f"{figure.n:,}", bar(figure, *ends))
        else:
            told = (UNKNOWN, "", "")
        rows.append((strong(role.name), *told))
    numbers = [Column(title=t, align="right", keep=True) for t in ("median", "n")]
    return Table(columns=(Column(), *numbers, bar_column(ends)), rows=tuple(rows))


def _by_demand(catalogue: Catalogue, roles: Sequence[Role]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for role in roles:
        demand = most_adverts(role)
        told: tuple[Cell, ...] = (UNKNOWN, "")
        if demand:
            told = (f"{demand.n:,}", most_named(catalogue, demand, 4))
        rows.append((strong(role.name), *told))
    return Table(
        columns=(Column(), Column(title="adverts", align="right", keep=True), Column()),
        rows=tuple(rows),
    )
