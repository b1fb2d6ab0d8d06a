"""Tell on a terminal how far long work is."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TypeVar

from mlroles.catalogue.files.progress import Progress
from mlroles.cli.streams import tell

ItemT = TypeVar("ItemT")

PAUSE = 0.1
"""Seconds between two lines; the eye follows no faster."""
PATIENCE = 5.0
"""Seconds of work before a line about it is worth reading where there is no terminal."""


@contextmanager
def progress_shown() -> Iterator[Progress]:
    """Show how far work is, how fast it goes and when it ends, on standard error.

    On a terminal that is one line, written over and gone at the end; elsewhere a plain line for
    each part of work that is not done after a while.
    """
    terminal = sys.stderr.isatty()
    start = began = last = monotonic()
    shown = ""

    def show(what: str, done: int, total: int) -> None:
        nonlocal began, last, shown
        now = monotonic()
        if what != shown:
            began = now
        elif now - last < PAUSE:
            return
        if terminal:
            _write_over(_state(what, done, total, now - began))
        elif what == shown or now - start < PATIENCE:
            return
        else:
            tell(f"mlroles: {what} …")
        last, shown = now, what

    try:
        yield show
    finally:
        if shown and terminal:
            _write_over("")


def _state(what: str, done: int, total: int, seconds: float) -> str:
    """How far a part of work is, with its rate and the time left once these are known."""
    if not total:
        return f"{what} …"
    told = f"{done / total:4.0%}  {what} …"
    if done and seconds >= 1:
        told += f"  {done / seconds:,.0f} a second, {seconds * (total - done) / done:.0f} s left"
    return told


def counted(items: Iterator[ItemT], what: str) -> Iterator[ItemT]:
    """Hand items on, and count them on standard error where the answer goes elsewhere.

    On a terminal a line is written over; elsewhere one plain line tells the end of long work.
    """
    if sys.stdout.isatty():
        yield from items
        return
    terminal = sys.stderr.isatty()
    start = last = monotonic()
    count = 0
    for count, item in enumerate(items, 1):
        yield item
        if terminal and monotonic() - last >= PAUSE:
            last = monotonic()
            rate = f", {count / (last - start):,.0f} a second" if last - start >= 1 else ""
            _write_over(f"{count:,} {what}{rate} …")
    seconds = monotonic() - start
    if terminal:
        _write_over("")
    elif seconds >= PATIENCE:
        tell(f"mlroles: {count:,} {what} in {seconds:.0f} s, {count / seconds:,.0f} a second")


def _write_over(text: str) -> None:
    width = shutil.get_terminal_size().columns - 1
    with suppress(OSError):
        sys.stderr.write("\r" + text[:width].ljust(width) + "\r")
        sys.stderr.flush()
