"""The command `validate`."""

from typing import Annotated

import typer

from mlroles.catalogue.checking.explain import explain as explanation_of
from mlroles.catalogue.checking.validate import check
from mlroles.cli import complete
from mlroles.cli.answer import Where, answers_unloaded
from mlroles.cli.progress import progress_shown
from mlroles.present.catalogue.problems import explanations_report, problems_report
from mlroles.present.page.report import Report

Path = Annotated[
    str | None,
    typer.Argument(
        metavar="[PATH]", help="A catalogue or a file in one; by default the one in use."
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Report warnings too, and fail if there are any.")
]
Explain = Annotated[
    str | None,
    typer.Option(
        "--explain",
        metavar="CODE",
        help="Explain a code, with an example; all lists the codes.",
        autocompletion=complete.codes,
    ),
]


@answers_unloaded
def validate(
    where: Where, path: Path = None, strict: Strict = False, explain: Explain = None
) -> Report:
    """Check a catalogue; list each problem, where it is and how to fix it."""
    if explain is not None:
        return explanations_report(explanation_of(explain))
    with progress_shown() as progress:
        return problems_report(check(where if path is None else [path], strict, progress))
