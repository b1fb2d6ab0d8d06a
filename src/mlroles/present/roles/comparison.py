"""Roles side by side as a report."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Requirement, Role
from mlroles.core.model.vocabulary import RUNGS
from mlroles.core.moves.readiness import Readiness
from mlroles.core.pay.figures import PREFERRED, median_pay, most_adverts
from mlroles.core.roles.comparison import ComparedSkill, Comparison
from mlroles.core.roles.similarity import PARTS
from mlroles.present.moves.readiness import shortfalls, verdict_cell
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
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import in_words
from mlroles.present.roles.comparison_answer import (
    ComparisonAnswer,
    comparison_answer,
    left_out,
)
from mlroles.present.roles.needs import raci_legend

WEIGHTY_SHARED = 4
WEIGHTY_ALONE = 3
"""The importance from which a skill has a row of its own; the others are named below."""

UNBROKEN = "\N{NO-BREAK SPACE}"
LEGEND = "levels from junior to lead; • essential"


def comparison_report(catalogue: Catalogue, comparison: Comparison, full: bool = False) -> Report:
    """Roles side by side: scores, what is shared and what is not, who is accountable.

    On a page the skills that weigh little are only named, unless it is to be `full`.
    """
    shared, alone = (1, 1) if full else (WEIGHTY_SHARED, WEIGHTY_ALONE)

    def pages() -> tuple[Page, ...]:
        sections = [
            _differences(comparison),
            _similarity(comparison),
            _readiness(catalogue, comparison),
            _skills("Shared", comparison.shared, comparison.roles, shared),
            _skills("Asked for by some", comparison.partly, comparison.roles, shared),
            _only(comparison, alone),
            _activities(catalogue, comparison),
            *market_sections(comparison),
        ]
        return (
            Page(
                title=" · ".join(role.name for role in comparison.roles),
                subtitle=f"compared at {comparison.rung} level",
                sections=tuple(section for section in sections if section.blocks),
            ),
        )

    ids = [role.id for role in comparison.roles]
    return Report(
        pages=pages,
        kinds=(ComparisonAnswer,),
        document=True,
        data=lambda: comparison_answer(catalogue, comparison, full),
        left_out="" if full else left_out(comparison),
        next_step=(
            f"mlroles show {ids[-1]}" if full else f"mlroles compare {' '.join(ids)} --full"
        ),
    )


def _differences(comparison: Comparison) -> Section:
    pairs = [pair for pair in comparison.pairs if pair.difference]
    if len(comparison.roles) == 2:
        blocks: tuple[Block, ...] = tuple(Prose(text=pair.difference or "") for pair in pairs)
    else:
        rows = tuple((f"{pair.a.name} / {pair.b.name}", pair.difference or "") for pair in pairs)
        blocks = (Fields(rows=rows),) if rows else ()
    return Section(title="", blocks=blocks)


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
    return Section(title="Similarity", blocks=(Table(columns=columns, rows=tuple(rows)),))


def _readiness(catalogue: Catalogue, comparison: Comparison) -> Section:
    rows: list[tuple[Cell, ...]] = []
    for pair in comparison.pairs:
        for origin, target, ready in ((pair.a, pair.b, pair.a_to_b), (pair.b, pair.a, pair.b_to_a)):
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
    return Section(title="Readiness for a move", blocks=(Table(columns=columns, rows=tuple(rows)),))


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


def _skills(
    title: str, skills: Sequence[ComparedSkill], roles: Sequence[Role], least: int
) -> Section:
    shown = [s for s in skills if _weighty(s, least)]
    rest = [s.skill.name for s in skills if s not in shown]
    rows: list[tuple[Cell, ...]] = [
        (s.skill.name, *(_levels(s.requirements.get(role.id)) for role in roles)) for s in shown
    ]
    columns = (
        Column(least_width=28),
        *(Column(title=role.name, align="center") for role in roles),
    )
    blocks: list[Block] = [Table(columns=columns, rows=tuple(rows))] if rows else []
    if rest:
        blocks.append(Fields(rows=(("Also", ", ".join(rest)),)))
    return Section(title=title, blocks=tuple(blocks), note=LEGEND if rows else "")


def _only(comparison: Comparison, least: int) -> Section:
    columns: list[Column] = []
    cells: list[list[tuple[Cell, Cell]]] = []
    rest: list[tuple[str, str]] = []
    for role in comparison.roles:
        skills = comparison.only[role.id]
        shown = [s for s in skills if _weighty(s, least)]
        columns += [Column(title=role.name), Column(keep=True)]
        cells.append([(s.skill.name, _levels(s.requirements[role.id])) for s in shown])
        names = [s.skill.name for s in skills if s not in shown]
        if names:
            rest.append((f"Also {role.name}", ", ".join(names)))
    height = max(map(len, cells))
    rows = tuple(
        tuple(cell for column in cells for cell in (column[row] if row < len(column) else ("", "")))
        for row in range(height)
    )
    blocks: list[Block] = [Table(columns=tuple(columns), rows=rows)] if rows else []
    if rest:
        blocks.append(Fields(rows=tuple(rest)))
    return Section(title="Only in one of them", blocks=tuple(blocks), note=LEGEND if rows else "")


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
    return Section(title="Activities", blocks=blocks, note=raci_legend().text)


def _letter(letter: str) -> Cell:
    return Toned(text=letter, tone="strong" if letter == "A" else "plain")


def _weighty(shared: ComparedSkill, least: int) -> bool:
    return any(r.essential or r.importance >= least for r in shared.requirements.values())


def _levels(requirement: Requirement | None) -> Cell:
    if requirement is None:
        return Toned(text="–", tone="dim")
    levels = UNBROKEN.join(str(requirement.levels.at(rung)) for rung in RUNGS)
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
