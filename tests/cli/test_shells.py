"""Completion in the real shells, as somebody presses Tab in them."""

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mlroles.core.catalogue import Catalogue

pytestmark = pytest.mark.shells
SHELLS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
READY = "READY>"
SETTLE = 12.0
"""Seconds after which a shell that has said nothing more has nothing to say."""


class Terminal:
    """A shell on a terminal of its own."""

    def __init__(self, shell: str, folder: Path) -> None:
        environment = {
            **os.environ,
            "PATH": f"{folder}:{os.environ['PATH']}",
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "PS1": READY,
            "TERM": "dumb",
            "fish_greeting": "",
        }
        self._process, self._ours = pty.fork()
        if not self._process:
            os.chdir(folder)
            os.execvpe(SHELLS[shell][0], SHELLS[shell], environment)

    def type(self, text: str, until: str = "", seconds: float = SETTLE) -> str:
        """Type a text and return what is shown, up to some words or until nothing more comes."""
        os.write(self._ours, text.encode())
        shown, end = "", time.monotonic() + seconds
        while time.monotonic() < end and not (until and until in shown):
            if select.select([self._ours], [], [], 0.2)[0]:
                shown += os.read(self._ours, 65536).decode(errors="replace")
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x07|\x1b[()][A-Z0-9]", "", shown)

    def close(self) -> None:
        """End the shell."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._ours)


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path, bundled: Catalogue) -> Iterator[Terminal]:
    """A shell that completes `mlroles`, with the catalogue compiled before."""
    name: str = request.param
    if not shutil.which(SHELLS[name][0]):
        pytest.skip(f"{name} is not installed")
    program = tmp_path / "mlroles"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mlroles "$@"\n')
    program.chmod(0o755)
    source = subprocess.run(
        [program],
        env={**os.environ, "_MLROLES_COMPLETE": f"source_{name}"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    (tmp_path / "completion").write_text(source)
    terminal = Terminal(name, tmp_path)
    before = "autoload -Uz compinit; compinit -u; " if name == "zsh" else ""
    terminal.type(f"{before}source ./completion; echo DO''NE\n", "DONE")
    yield terminal
    terminal.close()


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("mlroles show kuber", "kubernetes"),
        ("mlroles show Kuber", "ubernetes"),
        ("mlroles gap mlops-eng", "mlops-engineer"),
        ("mlroles gap data-analyst@sen", "data-analyst@senior"),
        ("mlroles gap data-analyst@mid ml-eng", "data-analyst@mid ml-engineer"),
        ("mlroles show mlops --sec", "--section"),
    ],
)
def test_a_tab_completes(shell: Terminal, typed: str, completed: str) -> None:
    """What stands for itself is completed in the line."""
    shown = shell.type(f"{typed}\t", completed)
    assert completed in shown_line(shown), shown


def shown_line(shown: str) -> str:
    """What stands in the line after all that moved the cursor back."""
    line = ""
    for letter in shown:
        line = line[:-1] if letter == "\b" else line + letter * (letter not in "\r\n")
    return line
