"""The program: its own options, and the way in for the shell."""

import gc
import os
import sys
from contextlib import suppress
from typing import Annotated, NoReturn

import typer

from mlroles import __version__
from mlroles.cli.group import HELP_OPTIONS, INTERRUPTED, CommandGroup
from mlroles.cli.signals import undone_when_interrupted
from mlroles.cli.streams import make_ready

app = typer.Typer(
    cls=CommandGroup, context_settings=HELP_OPTIONS, name="mlroles", rich_markup_mode=None
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mlroles {__version__}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    catalogue: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="Use this catalogue; repeat to layer several.",
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-v", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Explore careers in machine learning: what roles do, need and earn."""
    context.obj = catalogue


def run() -> NoReturn:
    """Run the program with the arguments of the shell and end the process with its exit code."""
    # A run is short: looking for garbage and tidying up memory at its end would take as long as
    # a quarter of it.
    gc.disable()
    if os.environ.get("_MLROLES_COMPLETE") == "complete_bash":
        from mlroles.cli.bash import put_together

        put_together(os.environ)
    make_ready()
    try:
        with undone_when_interrupted():
            app()
    except SystemExit as ended:
        code = ended.code
    except KeyboardInterrupt:
        code = INTERRUPTED
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError):
            stream.flush()
    os._exit(code if isinstance(code, int) else 0)
