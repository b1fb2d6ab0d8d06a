"""A skill as a page: what it is, its levels, and which roles need it how much."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Skill
from mlroles.core.model.vocabulary import LEVELS, Rung
from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Page,
    Prose,
    Section,
    Table,
    Toned,
)
from mlroles.present.roles.needs import codes_block, needs_table
from mlroles.present.roles.sections import SKILL_SECTIONS


def skill_page(
    catalogue: Catalogue, skill: Skill, full: bool = False, rung: Rung | None = None
) -> Page:
    """A skill's page: for all rungs or for one."""
    found: dict[str, list[Block]] = {
        "definition": [Prose(text=skill.definition, tone="strong")],
        "levels": [_levels(skill)],
        "roles": _roles(catalogue, skill, rung),
        "related": _related(catalogue, skill),
        "codes": codes_block(skill.codes, brief=not full),
        "sources": _sources(catalogue, skill),
    }
    names = ", ".join(skill.alternate_names)
    return Page(
        title=skill.name,
        subtitle=" · ".join(filter(None, [skill.kind, names])),
        sections=tuple(
            Section(title=title, blocks=tuple(found[name]), name=name)
            for name, title in SKILL_SECTIONS.items()
            if found[name]
        ),
    )


def _levels(skill: Skill) -> Table:
    rows = tuple(
        (Toned(text=f"{level} {LEVELS[level][0]}", tone="dim"), statement)
        for level, statement in enumerate(skill.statements(), start=1)
    )
    return Table(columns=(Column(keep=True), Column()), rows=rows)


def _roles(catalogue: Catalogue, skill: Skill, rung: Rung | None) -> list[Block]:
    needs = [(role.name, need) for role, need in catalogue.requirements(skill)]
    if not needs:
        return [Prose(text="No role of this catalogue asks for it.", tone="dim")]
    return needs_table(needs, rung)


def _related(catalogue: Catalogue, skill: Skill) -> list[Block]:
    rows: list[tuple[Cell, ...]] = [
        (catalogue.skills[r.skill].name, f"{r.weight:.0%}", r.reason)
        for r in sorted(skill.related, key=lambda r: -r.weight)
    ]
    columns = (
        Column(keep=True),
        Column(align="right", keep=True),
        Column(),
    )
    return [Table(columns=columns, rows=tuple(rows))] if rows else []


def _sources(catalogue: Catalogue, skill: Skill) -> list[Block]:
    sources = [catalogue.sources[id] for id in skill.sources]
    items = [f"{s.title}. {s.publisher}, {s.published}" for s in sources]
    if skill.documentation:
        items.insert(0, skill.documentation)
    return [Bullets(items=tuple(items))]
