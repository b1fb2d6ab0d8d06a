"""Standard output and standard error when they are closed, full or cut off."""

import os
import sys
from contextlib import suppress


def tell(text: str) -> None:
    """Write lines to standard error, if there is one; there is nowhere to complain if not."""
    with suppress(AttributeError, OSError):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def give_up_output() -> None:
    """Let nothing more go to standard output: what could not be written would be tried again."""
    with suppress(AttributeError, OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def cannot_write(error: OSError) -> tuple[str, str]:
    """What happened and what to do where the answer cannot be written."""
    return f"the answer cannot be written: {error.strerror}", "make room, or write elsewhere"
