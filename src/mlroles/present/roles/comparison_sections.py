"""All that there is to compare between roles, section by section."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Requirement, Role
from mlroles.core.moves.readiness import Readiness
from mlroles.core.pay.figures import PREFERRED, median_pay, most_adverts
from mlroles.core.roles.comparison import ComparedSkill, Comparison
from mlroles.core.roles.similarity import PARTS
from mlroles.present.moves.answers import shortfalls
from mlroles.present.moves.readiness import verdict_cell
from mlroles.present.page.blocks import (
    UNKNOWN,
    Block,
    Cell,
    Column,
    Fields,
    Page,
    Prose,
    Section,
    Table,
    Toned,
)
from mlroles.present.page.rounding import in_words
from mlroles.present.roles.needs import raci_legend

UNBROKEN = "\N{NO-BREAK SPACE}"
LEGEND = "levels from junior to lead; • essential"


def full_page(catalogue: Catalogue, comparison: Comparison) -> Page:
    """All that there is to compare, section by section."""
    sections = [
        _differences(comparison),
        _similarity(comparison),
        _readiness(catalogue, comparison),
        _skills("Shared", comparison.shared, comparison.roles),
        _skills("Asked for by some", comparison.partly, comparison.roles),
        _only(comparison),
        _activities(catalogue, comparison),
        *market_sections(comparison),
    ]
    return Page(
        title=" | ".join(role.name for role in comparison.roles),
        fact=f"at {comparison.rung} level",
        sections=tuple(section for section in sections if section.blocks),
    )


def _differences(comparison: Comparison) -> Section:
    pairs = [pair for pair in comparison.pairs if pair.difference]
    if len(comparison.roles) == 2:
        blocks: tuple[Block, ...] = tuple(Prose(text=pair.difference or "") for pair in pairs)
    else:
        rows = tuple((f"{pair.a.name} / {pair.b.name}", pair.difference or "") for pair in pairs)
        blocks = (Fields(rows=rows),) if rows else ()
    return Section(title="", blocks=blocks, name="pairs")


def _similarity(comparison: Comparison) -> Section:
    rows: list[tuple[Cell, ...]] = []
    for pair in comparison.pairs:
        parts = {part.name: f"{part.score:.2f}" for part in pair.similarity.parts}
        rows.append(
            (
                f"{pair.a.name} – {pair.b.name}",
                *(parts.get(name, "–") for name in PARTS),
                Toned(text=f"{pair.similarity.score:.2f}", tone="strong"),
            )
        )
    columns = (
        Column(),
        *(Column(title=t, align="right", keep=True) for t in PARTS),
        Column(title="mean", align="right", keep=True),
    )
    table = Table(columns=columns, rows=tuple(rows))
    return Section(title="Similarity", blocks=(table,), name="pairs")


def _readiness(catalogue: Catalogue, comparison: Comparison) -> Section:
    rows: list[tuple[Cell, ...]] = []
    for pair in comparison.pairs:
        for origin, target, ready in pair.moves:
            rows.append(
                (
                    f"{origin.name} → {target.name}",
                    Toned(text=in_words(ready.score), tone="strong"),
                    verdict_cell(ready.verdict),
                    _largest_shortfalls(catalogue, ready),
                )
            )
    columns = (
        Column(),
        Column(keep=True),
        Column(keep=True),
        Column(title="largest shortfalls"),
    )
    table = Table(columns=columns, rows=tuple(rows))
    return Section(title="Readiness for a move", blocks=(table,), name="moves")


def _largest_shortfalls(catalogue: Catalogue, ready: Readiness) -> str:
    taken = shortfalls(ready, 2)
    told = [
        (catalogue.skills[cover.skill].name, takes)
        for cover, takes in zip(ready.parts, taken, strict=True)
        if takes
    ]
    shown, rest = told[:3], told[3:]
    if rest:
        shown.append((f"{len(rest)} more", sum(takes for _, takes in rest)))
    return ", ".join(f"{name} {takes:.2f}" for name, takes in shown)


def _skills(title: str, skills: Sequence[ComparedSkill], roles: Sequence[Role]) -> Section:
    rows: list[tuple[Cell, ...]] = [
        (s.skill.name, *(_levels(s.requirements.get(role.id)) for role in roles)) for s in skills
    ]
    columns = (
        Column(least_width=28),
        *(Column(title=role.name, align="center") for role in roles),
    )
    blocks = (Table(columns=columns, rows=tuple(rows)),) if rows else ()
    return Section(title=title, blocks=blocks, note=LEGEND if rows else "", name="skills")


def _only(comparison: Comparison) -> Section:
    columns: list[Column] = []
    cells: list[list[tuple[Cell, Cell]]] = []
    for role in comparison.roles:
        columns += [Column(title=role.name), Column(keep=True)]
        only = comparison.only[role.id]
        cells.append([(s.skill.name, _levels(s.requirements[role.id])) for s in only])
    rows = tuple(
        tuple(cell for column in cells for cell in (column[row] if row < len(column) else ("", "")))
        for row in range(max(map(len, cells)))
    )
    blocks = (Table(columns=tuple(columns), rows=rows),) if rows else ()
    note = LEGEND if rows else ""
    return Section(title="Only in one of them", blocks=blocks, note=note, name="skills")


def _activities(catalogue: Catalogue, comparison: Comparison) -> Section:
    rows: list[tuple[Cell, ...]] = []
    stage = ""
    for shared in comparison.activities:
        id = shared.activity.stage
        name = catalogue.stages[id].name if id else ""
        if not any(letter in "RA" for letter in shared.letters.values()):
            continue
        rows.append(
            (
                Toned(text=name if name != stage else "", tone="dim"),
                shared.activity.name,
                *(_letter(shared.letters.get(role.id, "")) for role in comparison.roles),
                ", ".join(r.name for r in shared.accountable if r not in comparison.roles),
            )
        )
        stage = name
    columns = (
        Column(keep=True),
        Column(),
        *(Column(title=role.name, align="center") for role in comparison.roles),
        Column(title="accountable elsewhere"),
    )
    blocks: tuple[Block, ...] = (Table(columns=columns, rows=tuple(rows)),) if rows else ()
    return Section(title="Activities", blocks=blocks, note=raci_legend().text, name="activities")


def _letter(letter: str) -> Cell:
    return Toned(text=letter, tone="strong" if letter == "A" else "plain")


def _levels(requirement: Requirement | None) -> Cell:
    if requirement is None:
        return Toned(text="–", tone="dim")
    levels = UNBROKEN.join(str(level or "?") for level in requirement.levels.told())
    if not requirement.rated:
        levels = "?"
    if requirement.essential:
        return Toned(text=f"{levels}{UNBROKEN}•", tone="accent")
    return f"{levels}{UNBROKEN * 2}"


def market_sections(comparison: Comparison) -> list[Section]:
    """Pay, demand and outlook in a table; industries and green work in words."""
    return [
        Section(
            title="Market",
            blocks=(_table(comparison.roles),),
            note=f"advertised pay a year, all rungs pooled, {PREFERRED}; see 'mlroles pay'",
            name="roles",
        ),
        Section(title="Where they are found", blocks=_context(comparison.roles), name="roles"),
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
