"""Standard input, output and error when they are closed, full, cut off or not in UTF-8."""

import os
import sys
from contextlib import suppress
from errno import EBADF
from io import TextIOWrapper

from mlroles.core.model.limits import MESSAGE
from mlroles.present.page.visible import visible


def make_ready() -> None:
    """Let closed streams fail when they are used, as full ones do, and write help in UTF-8."""
    # The next file that is opened would get the number of a closed stream, and what goes there.
    for number, wrong_way in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_RDONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, wrong_way)
    sys.stdin = sys.stdin or open(0, closefd=False)  # noqa: SIM115
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115
    if isinstance(sys.stdout, TextIOWrapper):  # the answers are in UTF-8 wherever they go
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")


def tell(*lines: str) -> None:
    """Write lines to standard error, if there is one; there is nowhere to complain if not."""
    with suppress(OSError):
        for line in lines:
            if len(line) > MESSAGE.most:
                line = f"{line[: MESSAGE.most // 2]} … {line[-MESSAGE.most // 2 :]}"
            sys.stderr.write(f"{visible(line)}\n")
        sys.stderr.flush()


def give_up_output() -> None:
    """Let nothing more go to standard output: what could not be written would be tried again."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def cannot_write(error: OSError) -> tuple[str, str]:
    """What happened and what to do where the answer cannot be written."""
    if error.errno == EBADF:
        return "standard output is closed", "open it, or write a file with -o"
    return f"the answer cannot be written: {error.strerror}", "make room, or write elsewhere"
