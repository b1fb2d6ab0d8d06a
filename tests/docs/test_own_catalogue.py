"""The tutorial on a catalogue of one's own works as it is written, from an empty folder on."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent.parent / "docs" / "own-catalogue.md"


def test_the_tutorial_works(tmp_path: Path) -> None:
    """Its files are written, its commands run in order, and what it shows is what they show."""
    if not shutil.which("jq"):
        pytest.skip("jq is not installed")
    program = tmp_path / "bin" / "mlroles"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mlroles "$@"\n')
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "COLUMNS": "80"}
    ran = 0
    last = ""
    for language, text in re.findall(r"```(\w+)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL):
        if language == "yaml":
            path = tmp_path / text.partition("\n")[0].removeprefix("# ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        elif language == "text":
            shown = subprocess.run(
                f"{last} --format table",
                shell=True,
                capture_output=True,
                text=True,
                check=False,
                cwd=tmp_path,
                env=environment,
            )
            assert shown.stdout == text
        for line in text.splitlines() if language == "sh" else ():
            if line.startswith("export "):
                name, _, value = line.removeprefix("export ").partition("=")
                environment[name] = value.replace("$PWD", str(tmp_path))
                continue
            last, _, code = line.partition(" # exit ")
            command = ["bash", "-o", "pipefail", "-c", last]
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment
            )
            assert done.returncode == int(code or 0), f"{line}\n{done.stderr}"
            assert done.stderr if code == "2" else done.stdout or "-i" in last or "-o" in last
            ran += 1
    assert ran >= 15
