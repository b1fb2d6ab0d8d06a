"""Tell on a terminal how far long work is, and end it cleanly when it is interrupted."""

import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from types import FrameType
from typing import NoReturn, TypeVar

from mlroles.catalogue.files.progress import Progress

ItemT = TypeVar("ItemT")

PAUSE = 0.1
"""Seconds between two lines; the eye follows no faster."""
SIGNALS = [number for number in signal.Signals if number.name in ("SIGINT", "SIGTERM", "SIGHUP")]


@contextmanager
def progress_shown() -> Iterator[Progress | None]:
    """One line on standard error that is written over, and gone at the end; none in a pipe."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    last, shown = 0.0, ""

    def show(what: str, done: int, total: int) -> None:
        nonlocal last, shown
        if monotonic() - last >= PAUSE or what != shown:
            last, shown = monotonic(), what
            _write_over(f"{done / total:4.0%}  {what} …" if total else f"{what} …")

    try:
        yield show
    finally:
        if shown:
            _write_over("")


def counted(items: Iterator[ItemT], what: str) -> Iterator[ItemT]:
    """Hand items on, and count them where the answer goes elsewhere than to the terminal."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    if terminal or sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    last = monotonic()
    for count, item in enumerate(items, 1):
        yield item
        if monotonic() - last >= PAUSE:
            last = monotonic()
            _write_over(f"{count:,} {what} …")
    _write_over("")


@contextmanager
def undone_when_interrupted() -> Iterator[None]:
    """Let Ctrl-C, and a request to end, unwind what is being done, so that it tidies up.

    A second one is not heard while that is happening.
    """

    def unwind(number: int, _frame: FrameType | None) -> NoReturn:
        for other in SIGNALS:
            signal.signal(other, signal.SIG_IGN)
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(128 + number)

    before = {number: signal.signal(number, unwind) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _write_over(text: str) -> None:
    width = shutil.get_terminal_size().columns - 1
    with suppress(OSError):
        sys.stderr.write("\r" + text[:width].ljust(width) + "\r")
        sys.stderr.flush()
