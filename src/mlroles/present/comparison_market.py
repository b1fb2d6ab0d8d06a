"""What the market says of compared roles, side by side."""

from collections.abc import Sequence

from mlroles.core.comparison import Comparison
from mlroles.core.model import Role
from mlroles.core.pay import PREFERRED, median_pay, most_adverts
from mlroles.present.blocks import UNKNOWN, Block, Cell, Column, Fields, Section, Table


def market_sections(comparison: Comparison) -> list[Section]:
    """Pay, demand and outlook in a table; industries and green work in words."""
    return [
        Section(
            title="Market",
            blocks=(_table(comparison.roles),),
            note=f"advertised pay a year, all rungs pooled, {PREFERRED}; see 'mlroles pay'",
        ),
        Section(title="Where they are found", blocks=_context(comparison.roles)),
    ]


def _table(roles: Sequence[Role]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for role in roles:
        pay, adverts = median_pay(role), most_adverts(role)
        jobs = [
            f"{o.change_percent:+.1f}%, {o.period}{', broader' * (o.match != 'exact')}"
            for o in role.outlook
        ]
        rows.append(
            (
                role.name,
                f"{pay.median:,}" if pay else UNKNOWN,
                f"{pay.n:,}" if pay else "",
                f"{adverts.n:,}" if adverts else UNKNOWN,
                "; ".join(jobs) or UNKNOWN,
            )
        )
    columns = (
        Column(),
        *(Column(title=t, align="right", keep=True) for t in ("median pay", "n", "adverts")),
        Column(title="jobs in the occupation"),
    )
    return Table(columns=columns, rows=tuple(rows))


def _context(roles: Sequence[Role]) -> tuple[Block, ...]:
    everywhere = [i for i in roles[0].industries if all(i in role.industries for role in roles)]
    rows = [("All of them", ", ".join(everywhere))] if everywhere else []
    for role in roles:
        own = [industry for industry in role.industries if industry not in everywhere]
        rows += [(role.name, ", ".join(own))] if own else []
    blocks: list[Block] = [Fields(rows=tuple(rows))] if rows else []
    green = tuple((f"Green work, {role.name}", role.green) for role in roles if role.green)
    return (*blocks, Fields(rows=green)) if green else tuple(blocks)
