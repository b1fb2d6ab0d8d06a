"""Whole screens: what a person sees at five widths, and what a pipe gets.

Each folder holds the arguments of a call in `command` and its output in `40.txt` to `160.txt` and
`pipe.txt`; what is asked for in full, in part or with reasons is kept at 80 and 120 columns only.
UPDATE_GOLDEN=1 writes them anew. Where there are files under `changes/`, they are laid over the
sound catalogue, and the answer is "no". A file `input.…` lies where the call is made.
"""

import os
import shlex
import shutil
from pathlib import Path

import pytest

from conftest import Run

HERE = Path(__file__).parent
FOLDERS = sorted(folder for folder in HERE.iterdir() if (folder / "command").exists())
WIDTHS = ("40", "60", "80", "120", "160")
SPECIAL = ("--full", "--why", "--section", "--explain", "--strict", "graph")


def surfaces(folder: Path) -> tuple[str, ...]:
    """What a call is shown on."""
    command = (folder / "command").read_text("utf-8")
    widths = ("80", "120") if any(word in command for word in SPECIAL) else WIDTHS
    return (*widths, "pipe")


CASES = [(folder, surface) for folder in FOLDERS for surface in surfaces(folder)]


@pytest.mark.parametrize(
    ("folder", "surface"), CASES, ids=lambda value: getattr(value, "name", value)
)
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
