"""Standard output and standard error when they are closed, full or cut off."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from time import monotonic
from typing import TextIO, TypeVar

ItemT = TypeVar("ItemT")

EVERY = 0.2
"""Seconds between two counts that are shown."""


def tell(text: str) -> None:
    """Write lines to standard error, if there is one; there is nowhere to complain if not."""
    with suppress(AttributeError, OSError):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def tell_progress(items: Iterator[ItemT]) -> Iterator[ItemT]:
    """Hand items on and count them on standard error, if that is a terminal and the output not."""
    if not (_is_terminal(sys.stderr) and not _is_terminal(sys.stdout)):
        yield from items
        return
    told = monotonic()
    count = 0
    for count, item in enumerate(items, 1):
        yield item
        if monotonic() - told > EVERY:
            told = monotonic()
            _tell_in_place(f"{count:,} titles")
    _tell_in_place(f"{count:,} titles\n")


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _tell_in_place(text: str) -> None:
    with suppress(AttributeError, OSError):
        sys.stderr.write(f"\r{text}")
        sys.stderr.flush()


def give_up_output() -> None:
    """Let nothing more go to standard output: what could not be written would be tried again."""
    with suppress(AttributeError, OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def cannot_write(error: OSError) -> tuple[str, str]:
    """What happened and what to do where the answer cannot be written."""
    return f"the answer cannot be written: {error.strerror}", "make room, or write elsewhere"
