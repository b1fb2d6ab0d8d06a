"""Show a page that is longer than the terminal through a pager."""

import shlex
import shutil
import signal
import subprocess
from collections.abc import Mapping

USUAL = "less -FRX"
"""Ends by itself where the text fits, keeps colours, and leaves the text on the screen."""


def pager_of(environment: Mapping[str, str]) -> list[str]:
    """The pager's command: MLROLES_PAGER, else PAGER, else less; none if empty or not there."""
    said = environment.get("MLROLES_PAGER", environment.get("PAGER", USUAL))
    try:
        command = shlex.split(said)
    except ValueError:
        return []
    # 'cat' is how people switch paging off.
    usable = command and command[0] != "cat" and shutil.which(command[0])
    return command if usable else []


def paged(text: bytes, command: list[str]) -> bool:
    """Show a text through a pager and wait for its end. False where it cannot be started."""
    # Ctrl-C is for the pager, which has its own use for it.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
            process.communicate(text)  # takes it well if the reader ends the pager early
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return True
