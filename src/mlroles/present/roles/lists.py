"""Lists of roles, skills, life-cycle stages and families as reports."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Annotated, TypeVar

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Family, Role, Skill, Stage
from mlroles.core.model.vocabulary import Id, SkillKind, about
from mlroles.core.pay.figures import median_pay, most_adverts
from mlroles.core.roles.listing import SortKey
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.blocks import (
    Cell,
    Column,
    Page,
    Section,
    numbers,
    short,
    strong,
    tabled,
)
from mlroles.present.page.report import Report
from mlroles.present.page.shapes import AdvertsAnswer, Named, PayFigure, answered, pay_figure
from mlroles.present.roles.entry_answer import LifecycleAnswer, lifecycle_answer
from mlroles.present.roles.ranking import family_pages, ranked_pages

EntryT = TypeVar("EntryT", Role, Skill)

NAME_WIDTH = 28
"""The columns that a name takes at most; longer ones are broken between words."""

MANY = 100
"""Roles of which nobody reads all; the next step is to look at fewer."""


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
    """A role as lists show it."""
    pay = median_pay(role)
    return answered(
        catalogue,
        ListedRole,
        role,
        alternate_names=[alternate.name for alternate in role.alternate_names],
        lifecycle=lifecycle_answer(catalogue, role),
        pay=pay_figure(catalogue, pay) if pay else None,
        adverts=most_adverts(role),
    )


def _listed_skill(catalogue: Catalogue, skill: Skill) -> ListedSkill:
    roles = [role for role, _ in catalogue.requirements(skill)]
    return filled(ListedSkill, skill, roles=roles)


def roles_report(
    catalogue: Catalogue,
    roles: Sequence[Role],
    sort: SortKey | None = None,
    note: str = "",
    full: bool = False,
) -> Report:
    """Roles by family or as sorted, a line each; in full with their definitions.

    `note` says how they were chosen.
    """

    def pages() -> tuple[Page, ...]:
        if full:
            return _grouped(roles, lambda role: catalogue.families[role.family].name)
        if sort in ("pay", "demand"):
            return ranked_pages(catalogue, roles, sort, note)
        return family_pages(catalogue, roles, note)

    return Report(
        kinds=(ListedRole,),
        pages=pages,
        data=lambda: [listed_role(catalogue, role) for role in roles],
        more="" if full else "--full adds a sentence for each role",
        next_step="try fewer filters, or 'mlroles list'",
        next_steps=_next_of(roles),
        nothing_found="" if roles else "no role has all of this",
    )


def _next_of(roles: Sequence[Role]) -> Iterator[tuple[str, str]]:
    if len(roles) > MANY:
        yield f"mlroles list --family {roles[0].family}", "one family"
    elif roles:
        yield f"mlroles show {roles[0].id}", "all about one role"
    yield "mlroles search 'train models'", "find by what people do"


def skills_report(catalogue: Catalogue, skills: Sequence[Skill], full: bool = False) -> Report:
    """Skills by kind, a line each; in full with their whole definitions."""
    return Report(
        kinds=(ListedSkill,),
        pages=lambda: _grouped(skills, _plural, None if full else catalogue.uses),
        more="" if full else "--full whole definitions   --kind KIND one kind of skill",
        data=lambda: [_listed_skill(catalogue, skill) for skill in skills],
        next_step=f"mlroles show {skills[0].id}" if skills else "see 'mlroles list skills'",
        nothing_found="" if skills else "no skill of this kind",
    )


def stages_report(stages: Sequence[tuple[Stage, list[Role]]]) -> Report:
    """The stages of a model's life in their order, with the roles that lead each."""
    return _with_roles(
        stages,
        ListedStage,
        "stages in the life of a model",
        "--stage",
        "Led by ",
        nothing="this catalogue describes no life-cycle stage",
        full=True,
    )


def families_report(families: Sequence[tuple[Family, list[Role]]], full: bool = False) -> Report:
    """The families of roles, with their members and, in full, their definitions."""
    return _with_roles(
        families,
        ListedFamily,
        "families of roles",
        "--family",
        "",
        nothing="this catalogue has no families",
        full=full,
    )


def _with_roles(
    entries: Sequence[tuple[Stage, list[Role]]] | Sequence[tuple[Family, list[Role]]],
    kind: type[ListedStage] | type[ListedFamily],
    what: str,
    option: str,
    before: str,
    nothing: str,
    full: bool,
) -> Report:
    """Entries with some roles and, in full, their definitions.

    `what` they are, in a title; `option` chooses roles by such an entry; `before` stands before
    the roles.
    """

    def pages() -> tuple[Page, ...]:
        rows: list[tuple[Cell, ...]] = []
        for entry, roles in entries:
            names = ", ".join(short(role.name) for role in roles)
            texts = [entry.definition] if full else []
            texts += [before + names] if roles else []
            for position, text in enumerate(texts):
                rows.append((strong("" if position else entry.name), text))
        section = Section(title="", blocks=tabled((Column(), Column()), rows))
        return (Page(title=f"{len(entries)} {what}", sections=(section,)),)

    return Report(
        kinds=(kind,),
        pages=pages,
        data=lambda: [filled(kind, entry, roles=roles) for entry, roles in entries],
        more="" if full else "--full adds a sentence for each",
        next_step=(
            f"mlroles list {option} {entries[0][0].id}"
            if entries
            else "see 'mlroles catalogue' for what there is"
        ),
        nothing_found="" if entries else nothing,
    )


def _plural(skill: Skill) -> str:
    return "Human skills" if skill.kind == "human" else f"{skill.kind.capitalize()}s"


def _grouped(
    entries: Sequence[EntryT],
    heading: Callable[[EntryT], str],
    uses: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Page, ...]:
    """Names and definitions by group; with `uses`, how many roles ask for each, on one line."""
    width = min(max((len(entry.name) for entry in entries), default=0), NAME_WIDTH)
    columns = [Column(least_width=width, most_width=width), Column()]
    if uses is not None:
        name = Column(least_width=width, most_width=width, cut=True)
        columns = [name, *numbers("roles"), Column(cut=True, optional=True)]

    def row(entry: EntryT) -> tuple[Cell, ...]:
        if uses is None:
            return strong(entry.name), entry.definition
        return entry.name, str(len(uses.get(entry.id, ()))), entry.definition

    groups = groupby(entries, key=heading)
    sections = [Section(title=t, blocks=tabled(columns, map(row, group))) for t, group in groups]
    return (Page(title="", sections=tuple(sections)),)
