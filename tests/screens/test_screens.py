"""Whole screens: what a person sees at 80 and 120 columns, and what a pipe gets.

Each folder holds the arguments of a call in `command` and its output in `80.txt`, `120.txt` and
`pipe.txt`. UPDATE_GOLDEN=1 writes them anew.
"""

import os
import shlex
from pathlib import Path

import pytest

from conftest import SOUND, Run

HERE = Path(__file__).parent
FOLDERS = sorted(folder for folder in HERE.iterdir() if (folder / "command").exists())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("surface", ["80", "120", "pipe"])
def test_screen(run: Run, folder: Path, surface: str) -> None:
    """The output is what the folder holds, to the letter."""
    arguments = shlex.split((folder / "command").read_text("utf-8"))
    if surface == "pipe":
        result = run(*arguments, MLROLES_CATALOGUE=SOUND)
    else:
        result = run(*arguments, "-f", "table", MLROLES_CATALOGUE=SOUND, COLUMNS=surface)
    assert result.exit_code == 0, result.stderr
    expected = folder / f"{surface}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(result.stdout, "utf-8")
    assert result.stdout == expected.read_text("utf-8")
