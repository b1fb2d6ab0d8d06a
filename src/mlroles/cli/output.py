"""Decide how an answer is drawn and write it once, to standard output or whole into a file."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import typer

from mlroles.catalogue.files.whole_file import write_whole
from mlroles.cli.streams import cannot_write, give_up_output, tell
from mlroles.core.model.errors import AskedWrongly, NothingFound, UnreadableFile
from mlroles.core.model.vocabulary import replace
from mlroles.present.page.choice import as_rows, in_part
from mlroles.present.page.harmless import for_spreadsheets, for_terminals
from mlroles.present.page.report import Report
from mlroles.present.page.visible import visible
from mlroles.render.formats import (
    ENDINGS,
    GRAPH_FORMATS,
    PAGE_FORMATS,
    ROW_FORMATS,
    SPREADSHEET_FORMATS,
    Surface,
    pieces,
    render,
)

PAGE_IN_A_PIPE = (
    "mlroles: since 0.4.0 a pipe gets this page as text; for rows add --format tsv, and"
    " --section NAME where there are several tables"
)
"""Said for one release: scripts of 0.3 read cells between tabs here."""

LINKING = frozenset(
    (
        *("ALACRITTY_WINDOW_ID", "DOMTERM", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "VTE_VERSION"),
        *("WEZTERM_PANE", "WT_SESSION", "iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"),
    )
)
"""Variables that terminals which show hyperlinks set, and what they call themselves."""
NARROWEST, WIDEST = 20, 1000
"""Columns between which a table is drawn, whatever the terminal says of itself."""


class Wanted(NamedTuple):
    """How an answer is wanted: what the options that all commands share say."""

    format: str = "auto"
    file: str | None = None
    force: bool = False
    colour: bool | None = None
    fields: Sequence[str] = ()
    sections: Sequence[str] = ()
    pager: bool = True
    raw: bool = False


def deliver(report: Report, wanted: Wanted) -> None:
    """Write a report to a file (None and '-': standard output) as it is wanted.

    Raises `NothingFound` after writing where nothing was found, `typer.Exit` where the answer is
    "no" otherwise, `AskedWrongly` for a file that must not be replaced, a section or field that
    there is not, or a graph that there is not, and `UnreadableFile` where nothing can be written.
    """
    file, format = wanted.file, wanted.format
    if file is None or file == "-":
        terminal = sys.stdout.isatty()
        colour = use_colour(wanted.colour, os.environ, terminal)
        surface = Surface(
            width=min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST),
            colour=colour,
            many_colours=not terminal or wanted.colour or has_many_colours(os.environ),
            links=use_links(os.environ, terminal and colour),
            next_step=terminal,
            arguments=sys.argv[1:],
        )
        if format == "auto":
            format = "table" if terminal or report.document else "plain"
        content = _pieces(report, format, wanted, surface)
        if terminal and format != "table":  # that one has its own colours, and is safe
            content = (visible(p.decode(), "\t\n").encode("utf-8", "replace") for p in content)
        if not (
            terminal
            and wanted.pager
            and format == "table"
            and isinstance(content, list)
            and _paged(content)
        ):
            _write_out(content)
        if (wanted.format, format, terminal) == ("auto", "table", False) and not report.new:
            tell(PAGE_IN_A_PIPE)
    else:
        if format == "auto":
            format = _format_of(file, "table" if report.document else "plain")
        surface = Surface(colour=bool(wanted.colour), arguments=sys.argv[1:])
        content = _pieces(report, format, wanted, surface)
        _write_file(file, content, wanted.force)
        tell(f"wrote {file}")
    if report.left_out and format not in PAGE_FORMATS | {"yaml"}:
        tell(f"mlroles: {report.left_out}")
    for remark in report.remarks:
        tell(f"mlroles: {remark}")
    if report.nothing_found:
        raise NothingFound(report.nothing_found, report.next_step)
    if report.unread and (count := report.unread()):
        told = "1 of the inputs" if count == 1 else f"{count:,} of the inputs"
        raise UnreadableFile(f"{told} cannot be read", "see the lines above; all others are done")
    if report.answer_is_no:
        raise typer.Exit(NothingFound.exit_code)


def _format_of(file: str, otherwise: str) -> str:
    """The format that a file's ending stands for; for a device or a pipe, the other one.

    Raises `AskedWrongly` for an unknown ending.
    """
    if os.path.exists(file) and not os.path.isfile(file) and not os.path.isdir(file):
        return otherwise
    ending = os.path.splitext(file)[1].lower()
    if ending not in ENDINGS:
        told = f"{ending!r} is not a known file ending" if ending else f"{file!r} has no ending"
        raise AskedWrongly(told, f"use one of {', '.join(sorted(ENDINGS))}, or add --format")
    return ENDINGS[ending]


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


def has_many_colours(environment: Mapping[str, str]) -> bool:
    """Whether a terminal has 256 colours: it says so, or is known by its links."""
    told = "256" in environment.get("TERM", "") or bool(environment.get("COLORTERM"))
    return told or os.name == "nt" or _is_known(environment)


def _is_known(environment: Mapping[str, str]) -> bool:
    return bool(LINKING.intersection(environment)) or environment.get("TERM_PROGRAM") in LINKING


def use_links(environment: Mapping[str, str], coloured_terminal: bool) -> bool:
    """Whether names lead to web pages: FORCE_HYPERLINK, else a terminal known to show links."""
    if forced := environment.get("FORCE_HYPERLINK"):
        return forced != "0"
    return coloured_terminal and _is_known(environment)


def _pieces(report: Report, format: str, wanted: Wanted, surface: Surface) -> Iterable[bytes]:
    """What is to be written: all of it, or piece by piece if the report streams."""
    if format in GRAPH_FORMATS and report.graph is None:
        raise AskedWrongly(
            f"this answer has no graph to write as {format}",
            "choose another format, or see 'mlroles graph --help'",
        )
    if format == "yaml" and report.yaml is None:
        raise AskedWrongly(
            "this answer is no profile to write as yaml",
            "choose another format; see 'mlroles decode --help' for the profile of a CV",
        )
    part = wanted.sections, wanted.fields
    if format not in ROW_FORMATS:
        report = in_part(report, *part)
        if format in PAGE_FORMATS | GRAPH_FORMATS:
            report = for_terminals(report)
    else:
        records = as_rows(report, *part)
        if format in SPREADSHEET_FORMATS and not wanted.raw:
            records = for_spreadsheets(records)
        lines = None if wanted.fields else report.lines
        report = replace(report, records=lambda: records, lines=lines)
    if report.streams:
        return (text.encode("utf-8", "replace") for text in pieces(report, format, surface))
    return [render(report, format, surface).encode("utf-8", "replace")]


def _paged(content: Iterable[bytes]) -> bool:
    """Whether a page is longer than the terminal and was shown through a pager."""
    if not isinstance(content, list):  # it streams
        return False
    if sum(piece.count(b"\n") for piece in content) < shutil.get_terminal_size().lines:
        return False
    from mlroles.cli.pager import paged, pager_of  # only a long page needs it

    command = pager_of(os.environ)
    return bool(command) and paged(b"".join(content), command)


def _write_out(content: Iterable[bytes]) -> None:
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
        if os.path.lexists(given) and not force:
            raise FileExistsError
        if not os.path.isdir(os.path.dirname(path)):
            raise AskedWrongly(f"there is no folder {os.path.dirname(path)!r}", "create it first")
        mode = os.stat(path).st_mode & 0o777 if os.path.exists(path) else 0o666 & ~_umask()
        write_whole(path, content, mode, replace=force)
    except FileExistsError:
        raise AskedWrongly(f"{given!r} exists already", "add --force to replace it") from None
    except OSError as error:
        raise UnreadableFile(
            f"{given!r} cannot be written: {error.strerror}", "make room, or write elsewhere"
        ) from None


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
