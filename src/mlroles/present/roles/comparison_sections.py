"""All that there is to compare between roles, section by section."""

from collections.abc import Sequence
from itertools import chain, zip_longest

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Requirement, Role
from mlroles.core.model.ladder import Ladder
from mlroles.core.moves.readiness import Readiness
from mlroles.core.pay.figures import PREFERRED, median_pay, most_adverts
from mlroles.core.roles.comparison import ComparedSkill, Comparison
from mlroles.core.roles.similarity import PARTS
from mlroles.present.moves.answers import shortfalls
from mlroles.present.moves.readiness import verdict_cell
from mlroles.present.page.blocks import (
    UNBROKEN,
    UNKNOWN,
    Block,
    Cell,
    Column,
    Page,
    Prose,
    Section,
    Toned,
    centred,
    dim,
    labelled,
    numbers,
    strong,
    tabled,
    unrepeated,
)
from mlroles.present.page.rounding import in_words
from mlroles.present.roles.needs import RACI_LEGEND, letter_cell, stage_name


def full_page(catalogue: Catalogue, comparison: Comparison) -> Page:
    """All that there is to compare, section by section."""
    sections = [
        _differences(comparison),
        _similarity(comparison),
        _readiness(catalogue, comparison),
        _skills(catalogue.ladder, "Shared", comparison.shared, comparison.roles),
        _skills(catalogue.ladder, "Asked for by some", comparison.partly, comparison.roles),
        _only(catalogue.ladder, comparison),
        _activities(catalogue, comparison),
        Section(
            title="Market",
            blocks=_market(comparison.roles),
            note=f"advertised pay a year, all rungs pooled, {PREFERRED}; see 'mlroles pay'",
            name="roles",
        ),
        Section(title="Where they are found", blocks=_context(comparison.roles), name="roles"),
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
        blocks = labelled((f"{p.a.name} / {p.b.name}", p.difference or "") for p in pairs)
    return Section(title="", blocks=blocks, name="pairs")


def _similarity(comparison: Comparison) -> Section:
    rows: list[tuple[Cell, ...]] = []
    for pair in comparison.pairs:
        parts = {part.name: f"{part.score:.2f}" for part in pair.similarity.parts}
        rows.append(
            (
                f"{pair.a.name} – {pair.b.name}",
                *(parts.get(name, "–") for name in PARTS),
                strong(f"{pair.similarity.score:.2f}"),
            )
        )
    columns = (Column(), *numbers(*PARTS, "mean"))
    return Section(title="Similarity", blocks=tabled(columns, rows), name="pairs")


def _readiness(catalogue: Catalogue, comparison: Comparison) -> Section:
    rows = [
        (
            f"{origin.name} → {target.name}",
            strong(in_words(ready.score)),
            verdict_cell(ready.verdict),
            _largest_shortfalls(catalogue, ready),
        )
        for pair in comparison.pairs
        for origin, target, ready in pair.moves
    ]
    columns = (Column(), Column(keep=True), Column(keep=True), Column(title="largest shortfalls"))
    return Section(title="Readiness for a move", blocks=tabled(columns, rows), name="moves")


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


def _legend(ladder: Ladder) -> str:
    ends = " to ".join(dict.fromkeys((ladder.lowest, ladder.highest)))
    return f"levels from {ends}; • essential"


def _skills(
    ladder: Ladder, title: str, skills: Sequence[ComparedSkill], roles: Sequence[Role]
) -> Section:
    rows = [
        (s.skill.name, *(_levels(ladder, s.requirements.get(role.id)) for role in roles))
        for s in skills
    ]
    columns = (Column(least_width=28), *centred(role.name for role in roles))
    blocks = tabled(columns, rows)
    return Section(title=title, blocks=blocks, note=_legend(ladder), name="skills")


def _only(ladder: Ladder, comparison: Comparison) -> Section:
    columns: list[Column] = []
    cells: list[list[tuple[Cell, Cell]]] = []
    for role in comparison.roles:
        columns += [Column(title=role.name), Column(keep=True)]
        only = comparison.only[role.id]
        cells.append([(s.skill.name, _levels(ladder, s.requirements[role.id])) for s in only])
    rows = [tuple(chain(*row)) for row in zip_longest(*cells, fillvalue=("", ""))]
    blocks = tabled(columns, rows)
    return Section(title="Only in one of them", blocks=blocks, note=_legend(ladder), name="skills")


def _activities(catalogue: Catalogue, comparison: Comparison) -> Section:
    shown = [a for a in comparison.activities if any(one in "RA" for one in a.letters.values())]
    stages = unrepeated(stage_name(catalogue, shared.activity) for shared in shown)
    rows = [
        (
            stage,
            shared.activity.name,
            *(letter_cell(shared.letters.get(role.id)) for role in comparison.roles),
            ", ".join(r.name for r in shared.accountable if r not in comparison.roles),
        )
        for stage, shared in zip(stages, shown, strict=True)
    ]
    names = centred(role.name for role in comparison.roles)
    columns = (Column(keep=True), Column(), *names, Column(title="accountable elsewhere"))
    return Section(
        title="Activities", blocks=tabled(columns, rows), note=RACI_LEGEND, name="activities"
    )


def _levels(ladder: Ladder, requirement: Requirement | None) -> Cell:
    if requirement is None:
        return dim("–")
    levels = UNBROKEN.join(str(requirement.known(rung) or "?") for rung in ladder.ids)
    if not requirement.rated:
        levels = "?"
    if requirement.essential:
        return Toned(text=f"{levels}{UNBROKEN}•", tone="accent")
    return f"{levels}{UNBROKEN * 2}"


def _market(roles: Sequence[Role]) -> tuple[Block, ...]:
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
    jobs_column = Column(title="jobs in the occupation")
    return tabled((Column(), *numbers("median pay", "n", "adverts"), jobs_column), rows)


def _context(roles: Sequence[Role]) -> tuple[Block, ...]:
    everywhere = [i for i in roles[0].industries if all(i in role.industries for role in roles)]
    rows = [("All of them", ", ".join(everywhere))] if everywhere else []
    for role in roles:
        own = [industry for industry in role.industries if industry not in everywhere]
        rows += [(role.name, ", ".join(own))] if own else []
    green = [(f"Green work, {role.name}", role.green) for role in roles if role.green]
    return labelled(rows) + labelled(green)
