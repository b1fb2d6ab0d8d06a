"""Choose which roles or skills of the catalogue to list."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model import Role, Skill
from mlroles.core.names import choose, fold
from mlroles.core.vocabulary import SKILL_KINDS, STAGES


def list_roles(
    catalogue: Catalogue,
    families: Sequence[str] = (),
    skills: Sequence[str] = (),
    stages: Sequence[str] = (),
) -> list[Role]:
    """The roles of any of the families that ask for all of the skills and work in all stages.

    Families, skills and stages are given by name; none means no restriction. Ordered by
    family and name. Raises `AskedWrongly` for a name that does not exist.
    """
    wanted_families = {_family(catalogue, family) for family in families}
    wanted_skills = {catalogue.skill(skill).id for skill in skills}
    wanted_stages = [choose(stage, STAGES, "life-cycle stage") for stage in stages]
    found = [
        role
        for role in catalogue.roles.values()
        if (not wanted_families or role.family in wanted_families)
        and wanted_skills <= {r.skill for r in [*role.skills, *role.tools]}
        and all(getattr(role.lifecycle, stage) for stage in wanted_stages)
    ]
    order = list(catalogue.families)
    return sorted(found, key=lambda role: (order.index(role.family), role.name.casefold()))


def list_skills(catalogue: Catalogue, kinds: Sequence[str] = ()) -> list[Skill]:
    """The skills of any of the kinds (none: all), by kind and name. Raises `AskedWrongly`."""
    wanted = {choose(kind, SKILL_KINDS, "kind of skill") for kind in kinds}
    found = [s for s in catalogue.skills.values() if not wanted or s.kind in wanted]
    return sorted(found, key=lambda s: (SKILL_KINDS.index(s.kind), s.name.casefold()))


def _family(catalogue: Catalogue, given: str) -> str:
    for family in catalogue.families.values():
        if fold(family.name) == fold(given):
            return family.id
    return choose(given, catalogue.families, "family")
