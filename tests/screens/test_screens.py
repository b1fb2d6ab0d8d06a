"""Whole screens: what a person sees at 80 and 120 columns, and what a pipe gets.

Each folder holds the arguments of a call in `command` and its output in `80.txt`, `120.txt` and
`pipe.txt`. UPDATE_GOLDEN=1 writes them anew. Where there are files under `changes/`, they are laid
over the sound catalogue, and the answer is "no". A file `input.…` lies where the call is made.
"""

import os
import shlex
import shutil
from pathlib import Path

import pytest

from conftest import Run

HERE = Path(__file__).parent
FOLDERS = sorted(folder for folder in HERE.iterdir() if (folder / "command").exists())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("surface", ["80", "120", "pipe"])
def test_screen(
    run: Run, folder: Path, surface: str, sound_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The output is what the folder holds, to the letter."""
    arguments = shlex.split((folder / "command").read_text("utf-8"))
    changes = folder / "changes"
    if changes.exists():
        shutil.copytree(changes, sound_copy, dirs_exist_ok=True)
    for file in folder.glob("input.*"):
        shutil.copy(file, sound_copy.parent)
    monkeypatch.chdir(sound_copy.parent)
    if surface == "pipe":
        result = run(*arguments, MLROLES_CATALOGUE=sound_copy.name)
    else:
        result = run(*arguments, "-f", "table", MLROLES_CATALOGUE=sound_copy.name, COLUMNS=surface)
    assert result.exit_code == changes.exists(), result.stderr
    expected = folder / f"{surface}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(result.stdout, "utf-8")
    assert result.stdout == expected.read_text("utf-8")
