"""Make a command of a function that takes a catalogue and returns a report."""

import inspect
from collections.abc import Callable, Collection
from typing import Any

import typer

from mlroles.catalogue.load import load
from mlroles.cli.options import shared_options, split
from mlroles.cli.output import Wanted, deliver, deliver_text
from mlroles.cli.progress import progress_shown
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.vocabulary import Rung, StageId, replace
from mlroles.present.page.report import Report

Where = list[str] | None
"""The folders and files of the catalogue that is asked for, as `load` takes them."""


def answers(command: Callable[..., Report]) -> Callable[..., None]:
    """Give a function its catalogue and the options that all commands share.

    `command` takes the catalogue first and then its own parameters, annotated for Typer. What
    is returned takes those parameters and the shared ones, and writes the report once.
    """
    return _reports(command, _loaded(command))


def documents(command: Callable[..., Report]) -> Callable[..., None]:
    """The same for an answer that is read as a page, of which a section may be asked for."""
    return _reports(command, _loaded(command), sections=True)


def answers_unloaded(command: Callable[..., Report]) -> Callable[..., None]:
    """The same for a function that takes where the catalogue is, and does not need it sound."""
    return _reports(command, command)


def _loaded(command: Callable[..., Report]) -> Callable[..., Report]:
    def loaded(where: Where, **own: Any) -> Report:
        with progress_shown() as progress:
            catalogue = load(where, progress)
        words = {Rung: catalogue.ladder.ids, StageId: tuple(catalogue.stages)}
        return replace(command(catalogue, **own), words=words)

    return loaded


def writes(command: Callable[..., str]) -> Callable[..., None]:
    """The same for a function whose answer is a text of one form: there is no format to choose.

    `command` takes where the catalogue is first.
    """

    def run(
        context: typer.Context,
        output: str | None,
        force: bool,
        catalogue: list[str] | None,
        **own: Any,
    ) -> None:
        text = command(catalogue or context.obj, **own)
        deliver_text(text, output, force)

    return with_options(command, run)


def _reports(
    command: Callable[..., Any], ask: Callable[..., Report], sections: bool = False
) -> Callable[..., None]:
    def run(
        context: typer.Context,
        format: str,
        json: bool,
        output: str | None,
        force: bool,
        color: bool | None,
        pager: bool,
        fields: list[str] | None,
        raw: bool,
        catalogue: list[str] | None,
        section: list[str] | None = None,
        **own: Any,
    ) -> None:
        wanted = Wanted(
            format=one_format(format, json),
            file=output,
            force=force,
            colour=color,
            fields=split(fields),
            sections=split(section),
            pager=pager,
            raw=raw,
        )
        if "section" in inspect.signature(command).parameters:
            own["section"] = wanted.sections
        deliver(ask(catalogue or context.obj, **own), wanted)

    return with_options(command, run, () if sections else ("section",))


def one_format(format: str, json: bool) -> str:
    """The format that two options ask for. Raises `AskedWrongly` where they disagree."""
    if json and format not in ("auto", "json"):
        raise AskedWrongly(f"--json and --format {format} disagree", "give one of the two")
    return "json" if json else format


def with_options(
    command: Callable[..., Any], run: Callable[..., None], without: Collection[str] = ()
) -> Callable[..., None]:
    """Make `run` look to Typer like `command` with the shared options that `run` takes.

    The first parameter of `command` is what `run` hands to it, and no option. The shared options
    in `without`, and those that `command` has itself, are not added.
    """
    _, *own = inspect.signature(command).parameters.values()
    left_out = {*without, *(p.name for p in own)}
    taken = inspect.signature(run).parameters.keys() - left_out
    shared = [
        p for name, p in inspect.signature(shared_options).parameters.items() if name in taken
    ]
    parameters = [p.replace(kind=p.KEYWORD_ONLY) for p in [*shared[:1], *own, *shared[1:]]]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    run.__doc__ = command.__doc__
    run.__name__ = command.__name__
    return run
