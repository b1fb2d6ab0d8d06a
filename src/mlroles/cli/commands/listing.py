"""The command `list`."""

from typing import Annotated, Literal

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.cli.names import skills_typed
from mlroles.cli.options import Families, Full, split
from mlroles.core.catalogue import Catalogue
from mlroles.core.roles.listing import (
    check_filters,
    list_families,
    list_roles,
    list_skills,
    list_stages,
    sort_roles,
)
from mlroles.present.page.report import Report
from mlroles.present.roles.lists import families_report, roles_report, skills_report, stages_report
from mlroles.present.teams.templates import templates_report

What = Annotated[
    Literal["roles", "skills", "stages", "families", "teams"],
    typer.Argument(
        metavar="[WHAT]",
        case_sensitive=False,
        help="roles, skills, stages, families or teams.",
    ),
]
Skills = Annotated[
    list[str] | None,
    typer.Option(
        "--skill",
        metavar="SKILL",
        help="Roles that need this skill.",
        autocompletion=complete.skills,
    ),
]
Stages = Annotated[
    list[str] | None,
    typer.Option(
        "--stage",
        metavar="STAGE",
        help="Roles that contribute to this stage or lead it.",
        autocompletion=complete.stages,
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Skills of this kind: language, framework, tool, concept …",
        autocompletion=complete.kinds,
    ),
]

Sort = Annotated[
    Literal["name", "pay", "demand"] | None,
    typer.Option(
        "--sort", case_sensitive=False, help="Sort by name, or by pay or demand, highest first."
    ),
]


@answers
def list_entries(
    catalogue: Catalogue,
    what: What = "roles",
    family: Families = None,
    skill: Skills = None,
    stage: Stages = None,
    kind: Kinds = None,
    sort: Sort = None,
    full: Full = False,
) -> Report:
    """List roles, skills, stages, families or teams."""
    roles_only = {"--family": family, "--skill": skill, "--stage": stage, "--sort": sort}
    check_filters(what, {**roles_only, "--kind": kind})
    match what:
        case "skills":
            return skills_report(catalogue, list_skills(catalogue, split(kind)), full)
        case "stages":
            return stages_report(list_stages(catalogue))
        case "teams":
            return templates_report(catalogue, list(catalogue.teams.values()), full)
        case "families":
            return families_report(list_families(catalogue), full)
        case "roles":
            skills = skills_typed(catalogue, skill or ())
            found = list_roles(catalogue, split(family), skills, split(stage))
            note = "They contribute to the stage or lead in it: 2 or 3 of 3." if stage else ""
            ordered = sort_roles(found, sort) if sort else found
            return roles_report(catalogue, ordered, sort, note, full)
