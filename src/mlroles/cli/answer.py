"""Make a command of a function that takes a catalogue and returns a report."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from mlroles.catalogue.load import load
from mlroles.cli.output import deliver
from mlroles.core.errors import AskedWrongly
from mlroles.present.report import Report
from mlroles.render.formats import Format

PANEL = "Output"


def _shared(
    context: typer.Context,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="auto (table on a terminal, plain in a pipe), table, plain, json, jsonl, csv or"
            " markdown; a graph also as mermaid, dot or svg.",
            rich_help_panel=PANEL,
        ),
    ] = "auto",
    json: Annotated[
        bool, typer.Option("--json", help="The same as --format json.", rich_help_panel=PANEL)
    ] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file instead; its ending chooses the format.",
            rich_help_panel=PANEL,
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Replace the file if it is there.", rich_help_panel=PANEL),
    ] = False,
    color: Annotated[
        bool | None,
        typer.Option("--color/--no-color", help="Draw in colour or not.", rich_help_panel=PANEL),
    ] = None,
    catalogue: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="Read this catalogue, not the bundled one; several lie over each other. Also"
            " MLROLES_CATALOGUE.",
            rich_help_panel=PANEL,
        ),
    ] = None,
) -> None:
    """Hold the options that every command has; only its signature is used."""


def answers(command: Callable[..., Report]) -> Callable[..., None]:
    """Give a function its catalogue and the options that all commands share.

    `command` takes the catalogue first and then its own parameters, annotated for Typer. What
    is returned takes those parameters and the shared ones, and writes the report once.
    """

    def run(
        context: typer.Context,
        format: str,
        json: bool,
        output: str | None,
        force: bool,
        color: bool | None,
        catalogue: list[str] | None,
        **own: Any,
    ) -> None:
        if json and format not in ("auto", "json"):
            raise AskedWrongly(f"--json and --format {format} disagree", "give one of the two")
        report = command(load(catalogue or context.obj), **own)
        deliver(report, "json" if json else format, output, force, color)

    _, *own = inspect.signature(command).parameters.values()
    shared = list(inspect.signature(_shared).parameters.values())
    parameters = [p.replace(kind=p.KEYWORD_ONLY) for p in [*shared[:1], *own, *shared[1:]]]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    run.__doc__ = command.__doc__
    run.__name__ = command.__name__
    return run
