"""Make a command of a function that reads a publication: what it reads is written as a folder."""

from collections.abc import Callable
from typing import Annotated

import typer

from mlroles.catalogue.imports.folder import check_place, restored, write_folder
from mlroles.cli.answer import one_format, with_options
from mlroles.cli.output import Wanted, deliver
from mlroles.cli.progress import progress_shown
from mlroles.cli.streams import tell
from mlroles.core.model.imported import Imported
from mlroles.present.catalogue.imported import imported_report

Published = Annotated[
    str, typer.Argument(metavar="DIR", help="The folder of the files as they are published.")
]
Target = Annotated[
    str, typer.Option("--output", "-o", metavar="FOLDER", help="Where the catalogue goes.")
]
Replace = Annotated[
    bool, typer.Option("--force", help="Replace the imported catalogue that is there.")
]
Partial = Annotated[
    bool,
    typer.Option("--partial", help="Import what is there, though a whole kind of entries is not."),
]


def imports(command: Callable[..., Imported]) -> Callable[..., None]:
    """Give a function that reads a folder the options of an import.

    `command` takes how to tell its progress, then `Published`, `Target`, `Replace` and `Partial`.
    What is returned writes what was read, whole or not at all, reports it, and tells on standard
    error what is missing or wrong in the files.
    """

    def run(
        context: typer.Context,
        format: str,
        json: bool,
        color: bool | None,
        folder: str,
        target: str,
        replace: bool,
        partial: bool,
    ) -> None:
        format = one_format(format, json)
        if told := restored(target):
            tell(f"mlroles: {told}")
        check_place(target, replace)
        with progress_shown() as progress:
            imported = command(progress, folder, target, replace, partial)
            write_folder(target, imported, progress)
        deliver(imported_report(imported, target), Wanted(format=format, colour=color))
        for finding in imported.findings:
            if finding.fault:
                tell(f"mlroles: {finding.what} ({finding.count}): {finding.done}")
        tell(f"wrote {target}")

    return with_options(command, run)
