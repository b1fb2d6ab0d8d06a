"""The command `guide`."""

from typing import Annotated

import typer

from mlroles.cli import complete
from mlroles.cli.answer import documents
from mlroles.cli.options import Full
from mlroles.core.catalogue import Catalogue
from mlroles.core.roles.guide import topic_called
from mlroles.present.page.report import Report
from mlroles.present.roles.guide import sources_report, topic_report, topics_report

Topic = Annotated[
    str | None,
    typer.Argument(
        metavar="[TOPIC]",
        help="A topic, or sources for where the facts come from.",
        autocompletion=complete.topics,
    ),
]


@documents
def guide(catalogue: Catalogue, topic: Topic = None, full: Full = False) -> Report:
    """Read the guide: how roles work together, and what is changing."""
    if topic is None:
        return topics_report(catalogue)
    found = topic_called(catalogue, topic)
    if found:
        return topic_report(catalogue, found)
    return sources_report(list(catalogue.sources.values()), full)
