"""The command `guide`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import answers
from mlroles.core.catalogue import Catalogue
from mlroles.present.page.report import Report
from mlroles.present.roles.guide import guide_report

Topic = Annotated[
    str | None,
    typer.Argument(
        metavar="[TOPIC]",
        help="A topic of the list, or sources: where everything comes from.",
        autocompletion=complete.topics,
    ),
]


@answers
def guide(catalogue: Catalogue, topic: Topic = None) -> Report:
    """Read the guide: how the roles work together, and what moves the field."""
    return guide_report(catalogue, topic)
