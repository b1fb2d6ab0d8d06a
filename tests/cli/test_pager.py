"""On a terminal a long page goes through a pager; nowhere else does anything."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from mlroles.cli.pager import pager_of
from mlroles.core.catalogue import Catalogue


def on_terminal(lines: int, *arguments: str, **environment: str) -> str:
    """What a terminal of 80 columns and so many lines shows of a run."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "mlroles", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "LINES": str(lines), **environment},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait() == 0
    return shown.decode()


@pytest.fixture
def marking(tmp_path: Path, bundled: Catalogue) -> str:
    """A pager that says so before what it shows; the catalogue is compiled before."""
    script = tmp_path / "pager"
    script.write_text("#!/bin/sh\necho PAGED\nexec cat\n")
    script.chmod(0o755)
    return str(script)


def test_a_long_page_is_paged(marking: str) -> None:
    """Longer than the terminal: through MLROLES_PAGER, which goes before PAGER."""
    # Other tests may have pushed the compiled catalogue out of the cache; then progress is shown.
    on_terminal(10, "list", MLROLES_PAGER="cat")
    shown = on_terminal(10, "list", MLROLES_PAGER=marking, PAGER="false")
    assert shown.startswith("PAGED")
    assert "Data Engineer" in shown
    assert on_terminal(10, "list", PAGER=marking).startswith("PAGED")


@pytest.mark.parametrize(
    ("lines", "arguments", "pager"),
    [
        (2000, ["list"], None),
        (10, ["list", "--no-pager"], None),
        (10, ["list"], "cat"),
        (10, ["list"], ""),
        (10, ["list"], "no-such-program --here"),
        (10, ["list"], "'unclosed"),
        (10, ["list", "--json"], None),
    ],
)
def test_what_is_not_paged(
    marking: str, lines: int, arguments: list[str], pager: str | None
) -> None:
    """A short page, --no-pager, a pager that is none, and what is for programs."""
    shown = on_terminal(lines, *arguments, MLROLES_PAGER=marking if pager is None else pager)
    assert "PAGED" not in shown
    assert "Data Engineer" in shown


def test_which_pager() -> None:
    """MLROLES_PAGER, PAGER, less; an empty one switches paging off."""
    assert pager_of({"MLROLES_PAGER": "sh -c", "PAGER": "cat"}) == ["sh", "-c"]
    assert pager_of({"MLROLES_PAGER": "", "PAGER": "sh"}) == []
    assert pager_of({"PAGER": "sh"}) == ["sh"]
