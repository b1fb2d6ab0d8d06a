"""The command `guide`."""

from typing import Annotated

import typer

from mlroles.catalogue.files.paths import bundled_folder
from mlroles.catalogue.load import load
from mlroles.cli import complete
from mlroles.cli.answer import documents
from mlroles.cli.options import Full
from mlroles.core.catalogue import Catalogue
from mlroles.core.roles.guide import topic_called, with_topics
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


PROGRAM = ("how-scores-work",)
"""The topics about the program itself, which are there with every catalogue."""


def _with_own_topics(catalogue: Catalogue) -> Catalogue:
    """A catalogue with the topics that belong to the program, and their sources."""
    missing = [topic for topic in PROGRAM if topic not in catalogue.topics]
    return with_topics(catalogue, load(bundled_folder()), missing) if missing else catalogue


@documents
def guide(catalogue: Catalogue, topic: Topic = None, full: Full = False) -> Report:
    """Read the guide: how roles work together, and what is changing."""
    whole = _with_own_topics(catalogue)
    if topic is None:
        return topics_report(whole)
    if found := topic_called(whole, topic):
        return topic_report(whole, found)
    return sources_report(list(catalogue.sources.values()), full)
