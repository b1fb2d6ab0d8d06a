"""The program: its own options, and the way in for the shell."""

import sys
from typing import Annotated

import typer

from mlroles import __version__
from mlroles.cli.group import HELP_OPTIONS, INTERRUPTED, CommandGroup

app = typer.Typer(cls=CommandGroup, context_settings=HELP_OPTIONS, name="mlroles")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mlroles {__version__}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    catalogue: Annotated[
        str | None,
        typer.Option(metavar="FOLDER", help="Read this catalogue instead of the bundled one."),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Explore careers in machine learning: what roles do, need, and how they differ."""
    context.obj = catalogue


def main() -> None:
    """Run the program with the arguments of the shell and end with its exit code."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
