"""The command `graph`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import documents
from mlroles.cli.names import roles_at_any_rung
from mlroles.cli.options import Families, split
from mlroles.core.catalogue import Catalogue
from mlroles.core.roles.relations import RelationKind, relations
from mlroles.present.page.report import Report
from mlroles.present.roles.relations import relations_report

Kind = Annotated[
    RelationKind,
    typer.Argument(metavar="[KIND]", case_sensitive=False, help="handoffs, routes or similarity."),
]
Around = Annotated[
    str | None,
    typer.Option(
        "--around", metavar="ROLE", help="Only links of this role.", autocompletion=complete.roles
    ),
]
Stages = Annotated[
    list[str] | None,
    typer.Option(
        "--stage",
        metavar="STAGE",
        help="Only hand-offs of this stage, or roles that work in it.",
        autocompletion=complete.stages,
    ),
]
Least = Annotated[
    float | None,
    typer.Option(
        "--least",
        metavar="WEIGHT",
        help="Leave out weaker links: below 0.58 for routes, 0.25 for similarity.",
    ),
]


@documents
def graph(
    catalogue: Catalogue,
    kind: Kind = "handoffs",
    around: Around = None,
    stage: Stages = None,
    family: Families = None,
    least: Least = None,
) -> Report:
    """Draw how roles are connected."""
    roles = roles_at_any_rung(catalogue, [around] if around else (), "a graph shows all levels")
    found = relations(catalogue, kind, next(iter(roles), None), split(stage), split(family), least)
    return relations_report(catalogue, found)
