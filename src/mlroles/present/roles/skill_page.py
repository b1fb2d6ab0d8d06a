"""A skill as a page: what it is, its levels, and which roles need it how much."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Requirement, Role, Skill
from mlroles.core.model.vocabulary import LEVELS, Rung, replace
from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Column,
    Page,
    Prose,
    Section,
    counted,
    dim,
    dots,
    linked,
    numbers,
    short,
    shortened,
    tabled,
)
from mlroles.present.roles.needs import codes_block, level_told

MOST_ROLES, MOST_RELATED, MOST_NAMES = 9, 3, 6
"""What the screen has room for."""


def skill_page(
    catalogue: Catalogue, skill: Skill, full: bool = False, rung: Rung | None = None
) -> Page:
    """A skill's page, on one screen or in full, for all rungs or for one."""
    used = catalogue.requirements(skill)
    most = None if full else MOST_RELATED
    rungs = [rung] if rung else catalogue.ladder.ids
    definition: tuple[Block, ...] = (Prose(text=skill.definition),)
    if skill.alternate_names:
        called = shortened(skill.alternate_names, None if full else MOST_NAMES)
        definition += (Prose(text=f"Also called {called}", tone="dim"),)
    found: dict[str, Section] = {
        "definition": Section(title="", blocks=definition, layout="close"),
        "levels": Section(title="Levels", blocks=_levels(skill)),
        "learn": Section(title="Where to learn it", blocks=_learn(skill)),
        "roles": Section(
            title="Asked for by",
            blocks=_roles(used if full else used[: MOST_ROLES - 2 * len(skill.learn)], rungs),
            note="* essential" if any(need.essential for _, need in used) else "",
        ),
        "related": Section(
            title="Related skills that count in part", blocks=_related(catalogue, skill, most)
        ),
        "codes": Section(title="Codes", blocks=codes_block(skill.codes)),
        "sources": Section(title="Sources", blocks=(_sources(catalogue, skill),)),
    }
    return Page(
        title=skill.name,
        fact=f"{skill.kind}, {counted(len(used), 'role', 'roles')}",
        sections=tuple(
            replace(section, name=name)
            for name, section in found.items()
            if section.blocks and (full or name not in ("codes", "sources"))
        ),
    )


def _levels(skill: Skill) -> tuple[Block, ...]:
    rows = [
        (dim(f"{level} {LEVELS[level][0]}"), statement)
        for level, statement in enumerate(skill.statements(), start=1)
    ]
    return tabled((Column(keep=True), Column()), rows)


def _learn(skill: Skill) -> tuple[Block, ...]:
    items = tuple(f"{place.title} ({place.licence}). {place.url}" for place in skill.learn)
    return (Bullets(items=items),) if items else ()


def _roles(used: Sequence[tuple[Role, Requirement]], rungs: Sequence[Rung]) -> tuple[Block, ...]:
    rows = [
        (
            short(role.name) + "*" * need.essential,
            dots(need.importance, 5),
            *(level_told(need, one) for one in rungs),
        )
        for role, need in used
    ]
    importance = Column(title="importance", keep=True, optional=True)
    nobody = Prose(text="No role of this catalogue asks for it.", tone="dim")
    return tabled((Column(), importance, *numbers(*rungs)), rows) or (nobody,)


def _related(catalogue: Catalogue, skill: Skill, most: int | None) -> tuple[Block, ...]:
    rows = [
        (catalogue.skills[r.skill].name, f"{r.weight:.0%}", r.reason)
        for r in sorted(skill.related, key=lambda r: -r.weight)[:most]
    ]
    return tabled((Column(keep=True), *numbers(""), Column()), rows)


def _sources(catalogue: Catalogue, skill: Skill) -> Bullets:
    sources = [catalogue.sources[id] for id in skill.sources]
    items = [linked(f"{s.title}. {s.publisher}, {s.published}", s.url) for s in sources]
    page = skill.documentation
    return Bullets(items=(*([linked(page, page)] if page else []), *items))
