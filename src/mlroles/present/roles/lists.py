"""Lists of roles, skills, life-cycle stages and families as reports."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Family, Role, Skill, Stage
from mlroles.core.pay.figures import median_pay, most_adverts
from mlroles.core.roles.listing import SortKey
from mlroles.present.page.blocks import Cell, Column, Page, Section, Table, strong
from mlroles.present.page.common import (
    names_payload,
    role_summary_payload,
    skill_summary_payload,
)
from mlroles.present.page.report import Records, Report
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


def roles_report(
    catalogue: Catalogue, roles: Sequence[Role], sort: SortKey | None = None
) -> Report:
    """Roles by family, each with its definition; or as sorted, with what they are sorted by."""
    return Report(
        pages=lambda: (
            ranked_pages(catalogue, roles, sort)
            if sort
            else _grouped(roles, lambda role: catalogue.families[role.family].name)
        ),
        data=lambda: [role_summary_payload(catalogue, role) for role in roles],
        records=lambda: Records(
            columns=("id", "name", "family", "definition", "median_pay", "adverts"),
            rows=tuple(map(_role_row, roles)),
        ),
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
        pages=lambda: _grouped(skills, lambda skill: PLURALS[skill.kind]),
        data=lambda: [skill_summary_payload(catalogue, skill) for skill in skills],
        records=lambda: Records(
            columns=("id", "name", "kind", "roles", "definition"),
            rows=tuple(
                (s.id, s.name, s.kind, len(catalogue.requirements(s)), s.definition) for s in skills
            ),
        ),
        next_step=f"mlroles show {skills[0].id}" if skills else "see 'mlroles list skills'",
        nothing_found="" if skills else "there is no skill of this kind",
    )


def stages_report(stages: Sequence[tuple[Stage, list[Role]]]) -> Report:
    """The stages of a model's life in their order, with the roles that lead each."""
    if not stages:
        return _nothing("this catalogue describes no life-cycle stage")
    return _with_roles(stages, "led_by", f"mlroles list --stage {stages[0][0].id}")


def families_report(families: Sequence[tuple[Family, list[Role]]]) -> Report:
    """The families of roles, with their members."""
    if not families:
        return _nothing("this catalogue has no families")
    return _with_roles(families, "roles", f"mlroles list --family {families[0][0].id}")


def _nothing(told: str) -> Report:
    return Report(
        pages=tuple,
        data=list,
        records=lambda: Records(columns=("id", "name", "definition"), rows=()),
        next_step="see 'mlroles catalogue' for what there is",
        nothing_found=told,
    )


def _with_roles(
    entries: Sequence[tuple[Stage, list[Role]]] | Sequence[tuple[Family, list[Role]]],
    key: str,
    next_step: str,
) -> Report:
    """Entries with their definitions and some roles, which JSON has under `key`."""

    def pages() -> tuple[Page, ...]:
        rows: list[tuple[Cell, ...]] = [
            (strong(entry.name), entry.definition, ", ".join(role.name for role in roles))
            for entry, roles in entries
        ]
        columns = (
            Column(keep=True),
            Column(),
            Column(title=key.replace("_", " ")),
        )
        return _page([Section(title="", blocks=(Table(columns=columns, rows=tuple(rows)),))])

    return Report(
        pages=pages,
        data=lambda: [
            {
                "id": entry.id,
                "name": entry.name,
                "definition": entry.definition,
                key: names_payload(roles),
            }
            for entry, roles in entries
        ],
        records=lambda: Records(
            columns=("id", "name", "definition", key),
            rows=tuple(
                (entry.id, entry.name, entry.definition, " ".join(role.id for role in roles))
                for entry, roles in entries
            ),
        ),
        next_step=next_step,
    )


def _role_row(role: Role) -> tuple[str | int | None, ...]:
    pay, demand = median_pay(role), most_adverts(role)
    figures = (pay.median if pay else None, demand.n if demand else None)
    return (role.id, role.name, role.family, role.definition, *figures)


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
