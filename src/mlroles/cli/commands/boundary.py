"""The command `boundary`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import documents
from mlroles.cli.names import roles_at_any_rung
from mlroles.cli.options import Parts
from mlroles.core.catalogue import Catalogue
from mlroles.core.roles import boundary as between
from mlroles.present.page.report import Report
from mlroles.present.roles.boundary import boundary_report

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="ROLE ROLE [ROLE]", help="Two or three roles.", autocompletion=complete.roles
    ),
]
Full = Annotated[bool, typer.Option("--full", help="Include what only one role does.")]


@documents
def boundary(
    catalogue: Catalogue, names: Names, full: Full = False, section: Parts = None
) -> Report:
    """Show who does what, and who hands over what."""
    roles = roles_at_any_rung(catalogue, names, "the boundary is the same at every level")
    found = between.boundary(catalogue, roles)
    return boundary_report(catalogue, found, full or bool(section))
