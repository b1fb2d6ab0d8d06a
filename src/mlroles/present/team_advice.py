"""Who brings green skills to a team, and whom to hire next, as sections of its page."""

from collections.abc import Sequence

from mlroles.core.next_hire import WEIGHTS, Hire
from mlroles.core.staff import Person
from mlroles.core.team_check import GreenSkill
from mlroles.present.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Section,
    Table,
    Toned,
    first_of,
    joined,
    strong,
)
from mlroles.present.pay_cell import pay_cell

HEADINGS = {"holes": "holes", "skills": "skills", "single_points": "2nd", "handoffs": "hand-offs"}
"""What a hire fills -> the title of its column."""


def who(person: Person) -> str:
    """Somebody by name, if there is one, and role."""
    return f"{person.name}, {person.role.name}" if person.name else person.role.name


def green_section(green: Sequence[GreenSkill]) -> Section:
    """The skills of the green transition: who brings which, and what is missing."""
    rows: list[tuple[Cell, ...]] = []
    for skill in green:
        brought = [f"{who(person)} {level}" for person, level in skill.brought]
        nobody = f"nobody at {skill.needed}" if skill.needed else "nobody"
        missing: Cell = Toned(text=nobody, tone="poor") if skill.missing else ""
        asked = f"{skill.needed}" if skill.needed else "–"
        rows.append((skill.skill.name, asked, joined(brought), missing))
    columns = (
        Column(),
        Column(title="asked for", align="right", keep=True),
        Column(title="who brings it, at which level"),
        Column(title="missing"),
    )
    blocks: tuple[Block, ...] = (Table(columns=columns, rows=tuple(rows)),) if rows else ()
    return Section(title="Green work", blocks=blocks)


def hires_section(hires: Sequence[Hire], few: int | None) -> Section:
    """The roles that would fill most, and what each kind of filling adds to the score."""
    rows: list[tuple[Cell, ...]] = []
    for hire in hires[:few]:
        parts = [f"{adds:.2f}" if adds else "–" for adds in hire.parts().values()]
        score = strong(f"{hire.score:.2f}")
        rows.append(
            (hire.role.name, Toned(text=hire.rung, tone="dim"), *parts, score, pay_cell(hire.pay))
        )
    if not rows:
        return Section(title="Next hire", blocks=())
    columns = (
        Column(),
        Column(keep=True),
        *(Column(title=HEADINGS[kind], align="right", keep=True) for kind in WEIGHTS),
        Column(title="score", align="right", keep=True),
        Column(title="median pay", align="right"),
    )
    filled = tuple(
        f"{hire.role.name} would answer for {first_of([a.name for a in hire.holes], few)}"
        for hire in hires[:few]
        if hire.holes
    )
    table = Table(columns=columns, rows=tuple(rows))
    blocks: tuple[Block, ...] = (table, Bullets(items=filled)) if filled else (table,)
    pooled = any(hire.pay and hire.pay.rung == "all" for hire in hires[:few])
    star = "; * all rungs pooled" if pooled else ""
    note = f"2nd: what one person could do now, and then two{star}"
    return Section(title="Next hire", blocks=blocks, note=note)
