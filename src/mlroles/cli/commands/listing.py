"""The command `list`."""

from typing import Annotated, Literal

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.core.catalogue import Catalogue
from mlroles.core.errors import AskedWrongly
from mlroles.core.listing import list_roles, list_skills
from mlroles.present.lists import families_report, roles_report, skills_report, stages_report
from mlroles.present.report import Report

Families = Annotated[
    list[str] | None,
    typer.Option("--family", help="Roles of this family.", autocompletion=complete.families),
]
Skills = Annotated[
    list[str] | None,
    typer.Option("--skill", help="Roles that ask for this.", autocompletion=complete.skills),
]
Stages = Annotated[
    list[str] | None,
    typer.Option("--stage", help="Roles that work in this stage.", autocompletion=complete.stages),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", help="Skills of this kind.", autocompletion=complete.kinds),
]


@answers
def list_entries(
    catalogue: Catalogue,
    what: Annotated[Literal["roles", "skills", "stages", "families"], typer.Argument()] = "roles",
    family: Families = None,
    skill: Skills = None,
    stage: Stages = None,
    kind: Kinds = None,
) -> Report:
    """List all roles, or the skills, life-cycle stages or families."""
    role_filters = {"--family": family, "--skill": skill, "--stage": stage}
    for option in [o for o, given in role_filters.items() if given and what != "roles"]:
        raise AskedWrongly(f"{option} chooses among roles", "use it with mlroles list")
    if kind and what != "skills":
        raise AskedWrongly("--kind chooses among skills", "use it with mlroles list skills")
    match what:
        case "skills":
            return skills_report(catalogue, list_skills(catalogue, kind or ()))
        case "stages":
            return stages_report(catalogue)
        case "families":
            return families_report(catalogue)
        case "roles":
            roles = list_roles(catalogue, family or (), skill or (), stage or ())
            return roles_report(catalogue, roles)
