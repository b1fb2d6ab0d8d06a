"""Decide how an answer is drawn and write it once, to standard output or whole into a file."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping

import typer

from mlroles.catalogue.files.whole_file import write_whole
from mlroles.cli.streams import cannot_write, give_up_output, tell
from mlroles.core.model.errors import AskedWrongly, NothingFound, UnreadableFile
from mlroles.present.page.report import Report
from mlroles.render.formats import ENDINGS, GRAPH_FORMATS, Surface, pieces, render

NARROWEST, WIDEST = 20, 1000
"""Columns between which a table is drawn, whatever the terminal says of itself."""


def deliver(
    report: Report, format: str, file: str | None, force: bool, colour: bool | None
) -> None:
    """Write a report in a format to a file (None and '-': standard output).

    Raises `NothingFound` after writing where nothing was found, `typer.Exit` where the answer is
    "no" otherwise, `AskedWrongly` for a file that must not be replaced or a graph that there is
    not, and `UnreadableFile` where nothing can be written.
    """
    if file is None or file == "-":
        terminal = sys.stdout is not None and sys.stdout.isatty()
        surface = Surface(
            width=min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST),
            colour=use_colour(colour, os.environ, terminal),
            next_step=terminal,
        )
        if format == "auto":
            format = "table" if terminal else "plain"
        _write_out(_pieces(report, format, surface))
    else:
        if format == "auto":
            format = ENDINGS.get(os.path.splitext(file)[1].lower(), "plain")
        _write_file(file, _pieces(report, format, Surface(colour=bool(colour))), force)
        tell(f"wrote {file}")
    for remark in report.remarks:
        tell(f"mlroles: {remark}")
    if report.nothing_found:
        raise NothingFound(report.nothing_found, report.next_step)
    if report.answer_is_no:
        raise typer.Exit(NothingFound.exit_code)


def deliver_text(text: str, file: str | None, force: bool) -> None:
    """Write a text that has one form only; where to and what is raised as for `deliver`."""
    if file is None or file == "-":
        _write_out([text.encode("utf-8", "replace")])
    else:
        _write_file(file, [text.encode("utf-8", "replace")], force)
        tell(f"wrote {file}")


def use_colour(flag: bool | None, environment: Mapping[str, str], terminal: bool) -> bool:
    """Whether to draw in colour: the flag, else NO_COLOR, else FORCE_COLOR, else the terminal."""
    if flag is not None:
        return flag
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return terminal and environment.get("TERM") != "dumb"


def _pieces(report: Report, format: str, surface: Surface) -> Iterable[bytes]:
    """What is to be written: all of it, or piece by piece if the report streams."""
    if format in GRAPH_FORMATS and report.graph is None:
        raise AskedWrongly(
            f"this answer holds no graph that could be written as {format}",
            "ask for another format, or see 'mlroles graph --help'",
        )
    texts = pieces(report, format, surface) if report.streams else [render(report, format, surface)]
    return (text.encode("utf-8", "replace") for text in texts)


def _write_out(content: Iterable[bytes]) -> None:
    if sys.stdout is None:
        raise UnreadableFile("standard output is closed", "open it, or write a file with -o")
    try:
        for piece in content:
            sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
    except OSError as error:
        give_up_output()
        if not isinstance(error, BrokenPipeError):
            raise UnreadableFile(*cannot_write(error)) from None


def _write_file(given: str, content: Iterable[bytes], force: bool) -> None:
    """Write a file whole or not at all, with the permissions that it has or would get."""
    path = os.path.realpath(given)
    if os.path.isdir(given) or given.endswith(os.sep):
        raise AskedWrongly(f"{given!r} is a folder", "give the name of a file")
    try:
        if os.path.exists(given) and not os.path.isfile(given):
            with open(given, "wb") as device:  # a device or a pipe: there is nothing to replace
                device.writelines(content)
            return
        if os.path.lexists(path) and not force:
            raise AskedWrongly(f"{given!r} exists already", "add --force to replace it")
        if not os.path.isdir(os.path.dirname(path)):
            raise AskedWrongly(f"there is no folder {os.path.dirname(path)!r}", "make it first")
        mode = os.stat(path).st_mode & 0o777 if os.path.exists(path) else 0o666 & ~_umask()
        write_whole(path, content, mode)
    except OSError as error:
        raise UnreadableFile(
            f"{given!r} cannot be written: {error.strerror}", "make room, or write elsewhere"
        ) from None


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
