"""Choose which roles or skills of the catalogue to list."""

from collections.abc import Mapping, Sequence
from typing import Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Family, Role, Skill, Stage
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.names import choose, fold
from mlroles.core.model.vocabulary import SKILL_KINDS
from mlroles.core.pay.figures import median_pay, most_adverts

SortKey = Literal["name", "pay", "demand"]


ENGAGED, LEADS = 2, 3
"""The engagement from which a role works in a stage, and that of one which leads there."""


def list_roles(
    catalogue: Catalogue,
    families: Sequence[str] = (),
    skills: Sequence[str] = (),
    stages: Sequence[str] = (),
) -> list[Role]:
    """The roles of any of the families that ask for all the skills and work in all the stages.

    Families, skills and stages are given by name; none means no restriction. Ordered by
    family and name. Raises `AskedWrongly` for a name that does not exist.
    """
    wanted_families = {family_named(catalogue, family) for family in families}
    wanted_skills = {catalogue.skill(skill).id for skill in skills}
    wanted_stages = [stage_called(catalogue, stage) for stage in stages]
    found = [
        role
        for role in catalogue.roles.values()
        if (not wanted_families or role.family in wanted_families)
        and wanted_skills <= {r.skill for r in [*role.skills, *role.tools]}
        and all(works_in(role, stage) for stage in wanted_stages)
    ]
    order = list(catalogue.families)
    return sorted(found, key=lambda role: (order.index(role.family), role.name.casefold()))


def sort_roles(roles: Sequence[Role], by: SortKey) -> list[Role]:
    """Order roles by name, or by advertised pay or adverts, the most first and unknown last."""
    if by == "name":
        return sorted(roles, key=lambda role: role.name.casefold())

    def figure(role: Role) -> int:
        if by == "pay":
            pay = median_pay(role)
            return pay.median if pay else -1
        demand = most_adverts(role)
        return demand.n if demand else -1

    return sorted(roles, key=lambda role: (-figure(role), role.name.casefold()))


def list_skills(catalogue: Catalogue, kinds: Sequence[str] = ()) -> list[Skill]:
    """The skills of any of the kinds (none: all), by kind and name. Raises `AskedWrongly`."""
    wanted = {choose(kind, SKILL_KINDS, "kind of skill", SKILL_KINDS) for kind in kinds}
    found = [s for s in catalogue.skills.values() if not wanted or s.kind in wanted]
    return sorted(found, key=lambda s: (SKILL_KINDS.index(s.kind), s.name.casefold()))


def list_stages(catalogue: Catalogue) -> list[tuple[Stage, list[Role]]]:
    """The life-cycle stages that are described, in order, each with the roles that lead in it."""
    roles = catalogue.roles.values()
    return [
        (stage, [role for role in roles if role.lifecycle.get(id) == LEADS])
        for id, stage in catalogue.stages.items()
    ]


def list_families(catalogue: Catalogue) -> list[tuple[Family, list[Role]]]:
    """The families, each with its members."""
    roles = catalogue.roles.values()
    return [
        (family, [role for role in roles if role.family == family.id])
        for family in catalogue.families.values()
    ]


def check_filters(listed: str, filters: Mapping[str, object]) -> None:
    """Raise `AskedWrongly` where a filter (option -> what was given) is for another list."""
    for option, given in filters.items():
        wanted = "skills" if option == "--kind" else "roles"
        if given and listed != wanted:
            raise AskedWrongly(f"{option} is for lists of {wanted}", f"use 'mlroles list {wanted}'")


def works_in(role: Role, stage: str) -> bool:
    """Whether a role contributes to a stage or leads in it: an engagement of 2 or 3."""
    return role.lifecycle.get(stage, 0) >= ENGAGED


def stage_called(catalogue: Catalogue, given: str) -> str:
    """The id of the life-cycle stage of an id or name. Raises `AskedWrongly`."""
    for stage in catalogue.stages.values():
        if fold(stage.name) == fold(given):
            return stage.id
    return choose(given, catalogue.stages, "life-cycle stage", list(catalogue.stages))


def family_named(catalogue: Catalogue, given: str) -> str:
    """The id of the family of an id or name. Raises `AskedWrongly`."""
    for family in catalogue.families.values():
        if fold(family.name) == fold(given):
            return family.id
    return choose(given, catalogue.families, "family", list(catalogue.families))
