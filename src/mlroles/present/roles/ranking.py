"""Roles, a line each: by family, or by pay or demand."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.pay.figures import PREFERRED, median_pay, most_adverts
from mlroles.core.roles.listing import SortKey
from mlroles.present.page.blocks import (
    UNKNOWN,
    Block,
    Cell,
    Column,
    Page,
    counted,
    numbers,
    one_section,
    short,
    tabled,
    unrepeated,
)
from mlroles.present.pay.bar import bar, bar_column, scale, thousands
from mlroles.present.pay.market import most_named
from mlroles.present.roles.needs import weightiest

NOTES = {
    "pay": "● median, ━ middle half; n adverts of all levels",
    "demand": "adverts under the role's title, and the tools that most of them name",
}

FAMILY_WIDTH = 14
"""The columns that a family takes."""


def family_pages(catalogue: Catalogue, roles: Sequence[Role], note: str) -> tuple[Page, ...]:
    """A line for each role, below those of its family: pay, adverts and the first tools."""
    families = unrepeated(_family(catalogue, role) for role in roles)
    rows = []
    for family, role in zip(families, roles, strict=True):
        pay, adverts = median_pay(role), most_adverts(role)
        rows.append(
            (
                family,
                short(role.name),
                thousands(pay.median) if pay else "–",
                f"{adverts.n:,}" if adverts else "–",
                ", ".join(_first_tools(catalogue, role)),
            )
        )
    columns = (
        Column(most_width=FAMILY_WIDTH, cut=True),
        Column(),
        Column(title=f"{PREFERRED} median", align="right", keep=True),
        Column(title="adverts", align="right", keep=True, optional=True),
        Column(title="first tools", cut=True, optional=True),
    )
    title = counted(len(roles), "role", "roles")
    note = f"– not known. Pay from adverts, all levels. {note}".rstrip()
    return one_section(tabled(columns, rows), title, note)


def _family(catalogue: Catalogue, role: Role) -> str:
    """The name of a role's family or, where that is short enough, its id in words."""
    brief = len(role.family) <= FAMILY_WIDTH
    family = role.family if brief else catalogue.families[role.family].name
    return family.replace("-", " ").capitalize()


def _first_tools(catalogue: Catalogue, role: Role) -> list[str]:
    """The two tools that most adverts name or, where none were counted, that matter most."""
    adverts = most_adverts(role)
    shares = adverts.shares if adverts else {}
    tools = weightiest(role.tools, catalogue.ladder.usual)
    first = sorted(tools, key=lambda need: -shares.get(need.skill, 0.0))
    return [catalogue.skills[need.skill].name for need in first[:2]]


def ranked_pages(
    catalogue: Catalogue, roles: Sequence[Role], by: SortKey, note: str
) -> tuple[Page, ...]:
    """One table of roles in their order, with the figures that they are ordered by."""
    table = _by_pay(roles) if by == "pay" else _by_demand(catalogue, roles)
    return one_section(table, by, f"{NOTES[by]} {note}".strip())


def _by_pay(roles: Sequence[Role]) -> tuple[Block, ...]:
    figures = [(role, median_pay(role)) for role in roles]
    ends = scale([figure for _, figure in figures if figure])
    rows: list[tuple[Cell, ...]] = []
    for role, pay in figures:
        told = (f"{pay.median:,}", f"{pay.n:,}", bar(pay, *ends)) if pay else (UNKNOWN, "", "")
        rows.append((short(role.name), *told))
    return tabled((Column(), *numbers("median", "n"), bar_column(ends)), rows)


def _by_demand(catalogue: Catalogue, roles: Sequence[Role]) -> tuple[Block, ...]:
    rows: list[tuple[Cell, ...]] = []
    for role in roles:
        demand = most_adverts(role)
        told = (f"{demand.n:,}", most_named(catalogue, demand, 4)) if demand else (UNKNOWN, "")
        rows.append((short(role.name), *told))
    return tabled((Column(), *numbers("adverts"), Column(cut=True)), rows)
