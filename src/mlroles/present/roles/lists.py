"""Lists of roles, skills, life-cycle stages and families as reports."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Annotated, TypeVar

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Family, Role, Skill, Stage
from mlroles.core.model.vocabulary import Count, Id, SkillKind, about
from mlroles.core.pay.figures import median_pay, most_adverts
from mlroles.core.roles.listing import SortKey
from mlroles.present.page.answer import Answer
from mlroles.present.page.blocks import Cell, Column, Page, Section, Table, strong
from mlroles.present.page.report import Report
from mlroles.present.page.shapes import Named, PayFigure, all_named, named, pay_figure, source_named
from mlroles.present.roles.entry_answer import LifecycleAnswer, lifecycle_answer
from mlroles.present.roles.ranking import ranked_pages

EntryT = TypeVar("EntryT", Role, Skill)

NAME_WIDTH = 28
"""The columns that a name takes at most; longer ones are broken between words."""

MANY = 100
"""Roles of which nobody reads all; the next step is to look at fewer."""

PLURALS = {
    "language": "Languages",
    "framework": "Frameworks",
    "platform": "Platforms",
    "tool": "Tools",
    "database": "Databases",
    "concept": "Concepts",
    "practice": "Practices",
    "human": "Human skills",
}


class AdvertsAnswer(Answer, frozen=True, kw_only=True):
    """How many adverts a role has."""

    n: Annotated[Count, about("distinct adverts")]
    period: str
    source: Named


class ListedRole(Answer, frozen=True, kw_only=True):
    """A role in a list."""

    id: Id
    name: str
    family: Named
    definition: str
    alternate_names: list[str]
    lifecycle: LifecycleAnswer
    pay: Annotated[PayFigure | None, about("advertised in the US, all rungs together")]
    adverts: Annotated[AdvertsAnswer | None, about("the largest count")]


class ListedSkill(Answer, frozen=True, kw_only=True):
    """A skill in a list."""

    id: Id
    name: str
    kind: SkillKind
    definition: str
    alternate_names: list[str]
    roles: Annotated[list[Named], about("those that ask for it, the most important first")]


class ListedStage(Answer, frozen=True, kw_only=True):
    """A stage in the life of a model."""

    id: Id
    name: str
    definition: str
    roles: Annotated[list[Named], about("those that lead in it")]


class ListedFamily(Answer, frozen=True, kw_only=True):
    """A family of roles."""

    id: Id
    name: str
    definition: str
    roles: list[Named]


def listed_role(catalogue: Catalogue, role: Role) -> ListedRole:
    """A role as lists tell of it."""
    pay = median_pay(role)
    return ListedRole(
        id=role.id,
        name=role.name,
        family=named(catalogue.families[role.family]),
        definition=role.definition,
        alternate_names=[alternate.name for alternate in role.alternate_names],
        lifecycle=lifecycle_answer(role),
        pay=pay_figure(catalogue, pay) if pay else None,
        adverts=adverts_answer(catalogue, role),
    )


def adverts_answer(catalogue: Catalogue, role: Role) -> AdvertsAnswer | None:
    """The largest count of a role's adverts; None where there is none."""
    adverts = most_adverts(role)
    if adverts is None:
        return None
    source = source_named(catalogue, adverts.source)
    return AdvertsAnswer(n=adverts.n, period=adverts.period, source=source)


def _listed_skill(catalogue: Catalogue, skill: Skill) -> ListedSkill:
    return ListedSkill(
        id=skill.id,
        name=skill.name,
        kind=skill.kind,
        definition=skill.definition,
        alternate_names=list(skill.alternate_names),
        roles=all_named(role for role, _ in catalogue.requirements(skill)),
    )


def roles_report(
    catalogue: Catalogue, roles: Sequence[Role], sort: SortKey | None = None
) -> Report:
    """Roles by family, each with its definition; or as sorted, with what they are sorted by."""
    return Report(
        kinds=(ListedRole,),
        pages=lambda: (
            ranked_pages(catalogue, roles, sort)
            if sort
            else _grouped(roles, lambda role: catalogue.families[role.family].name)
        ),
        data=lambda: [listed_role(catalogue, role) for role in roles],
        next_step=_next_of(roles),
        nothing_found="" if roles else "no role has all of this",
    )


def _next_of(roles: Sequence[Role]) -> str:
    if not roles:
        return "ask for less at once: 'mlroles list'"
    if len(roles) > MANY:
        return f"mlroles list --family {roles[0].family}"
    return f"mlroles show {roles[0].id}"


def skills_report(catalogue: Catalogue, skills: Sequence[Skill]) -> Report:
    """Skills by kind, each with its definition."""
    return Report(
        kinds=(ListedSkill,),
        pages=lambda: _grouped(skills, lambda skill: PLURALS[skill.kind]),
        data=lambda: [_listed_skill(catalogue, skill) for skill in skills],
        next_step=f"mlroles show {skills[0].id}" if skills else "see 'mlroles list skills'",
        nothing_found="" if skills else "there is no skill of this kind",
    )


def stages_report(stages: Sequence[tuple[Stage, list[Role]]]) -> Report:
    """The stages of a model's life in their order, with the roles that lead each."""
    return _with_roles(
        stages,
        ListedStage,
        "led by",
        nothing="this catalogue describes no life-cycle stage",
        next_step=f"mlroles list --stage {stages[0][0].id}" if stages else "",
    )


def families_report(families: Sequence[tuple[Family, list[Role]]]) -> Report:
    """The families of roles, with their members."""
    return _with_roles(
        families,
        ListedFamily,
        "roles",
        nothing="this catalogue has no families",
        next_step=f"mlroles list --family {families[0][0].id}" if families else "",
    )


def _with_roles(
    entries: Sequence[tuple[Stage, list[Role]]] | Sequence[tuple[Family, list[Role]]],
    kind: type[ListedStage] | type[ListedFamily],
    heading: str,
    nothing: str,
    next_step: str,
) -> Report:
    """Entries with their definitions and some roles, which stand under a heading."""

    def pages() -> tuple[Page, ...]:
        rows: list[tuple[Cell, ...]] = [
            (strong(entry.name), entry.definition, ", ".join(role.name for role in roles))
            for entry, roles in entries
        ]
        columns = (
            Column(keep=True),
            Column(),
            Column(title=heading),
        )
        return _page([Section(title="", blocks=(Table(columns=columns, rows=tuple(rows)),))])

    return Report(
        kinds=(kind,),
        pages=pages,
        data=lambda: [
            kind(
                id=entry.id,
                name=entry.name,
                definition=entry.definition,
                roles=all_named(roles),
            )
            for entry, roles in entries
        ],
        next_step=next_step or "see 'mlroles catalogue' for what there is",
        nothing_found="" if entries else nothing,
    )


def _grouped(entries: Sequence[EntryT], heading: Callable[[EntryT], str]) -> tuple[Page, ...]:
    """Names and definitions, aligned over all groups."""
    width = min(max((len(entry.name) for entry in entries), default=0), NAME_WIDTH)
    columns = (Column(least_width=width, most_width=width), Column())
    sections = []
    for title, members in groupby(entries, key=heading):
        rows = tuple((strong(member.name), member.definition) for member in members)
        sections.append(Section(title=title, blocks=(Table(columns=columns, rows=rows),)))
    return _page(sections)


def _page(sections: Sequence[Section]) -> tuple[Page, ...]:
    return (Page(title="", sections=tuple(sections)),)
