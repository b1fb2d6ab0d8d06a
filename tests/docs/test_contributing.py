"""CONTRIBUTING.md is true: its commands run, and its tables name what there is."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).parent.parent.parent
CHOOSER = TOP / ".github/ISSUE_TEMPLATE/config.yml"
PAGE = (TOP / "CONTRIBUTING.md").read_text("utf-8")


def test_the_first_role_is_made_as_the_page_says(tmp_path: Path) -> None:
    """Its file is written into a copy of the catalogue, and its commands end as it says."""
    shutil.copytree(TOP / "src/mlroles/data", tmp_path / "src/mlroles/data")
    program = tmp_path / "mlroles"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mlroles "$@"\n')
    program.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "MLROLES_CATALOGUE": "src/mlroles/data",
    }
    section = PAGE.partition("## Your first role")[2].partition("\n## ")[0]
    ran = []
    for language, text in re.findall(r"```(\w+)\n(.*?)```", section, re.DOTALL):
        if language == "yaml":
            (tmp_path / text.partition("\n")[0].removeprefix("# ")).write_text(text, "utf-8")
            continue
        for line in text.splitlines():
            command, _, code = line.partition(" # exit ")
            done = subprocess.run(
                command,
                shell=True,
                capture_output=True,
                text=True,
                check=False,
                cwd=tmp_path,
                env=environment,
            )
            assert done.returncode == int(code or 0), f"{line}\n{done.stdout}{done.stderr}"
            ran.append(done.stdout)
    assert len(ran) == 8
    assert "data-quality-engineer" in ran[5].splitlines()[0]
    assert {"incomplete", "unsorted"} <= set(re.findall(r"warning\[(.*?)\]", ran[6]))


def test_every_script_and_folder_of_tests_has_a_row() -> None:
    """What can be run in tools/, and every folder of tests, is named once."""
    scripts = {f"tools/{path.name}" for path in (TOP / "tools").glob("*.py")}
    folders = {f"tests/{path.parent.name}" for path in (TOP / "tests").glob("*/test_*.py")}
    rows = re.findall(r"^\| (`t\w+/.*?) \|", PAGE, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`(.*?)`", row)]
    assert sorted(named) == sorted({*scripts, *folders, "tests/test_architecture.py"})


@pytest.mark.parametrize("file", sorted((TOP / "tools").rglob("*.py")), ids=lambda path: path.stem)
def test_a_tool_is_either_run_or_imported(file: Path) -> None:
    """A script has a main part, and nothing imports it; what is imported has none."""
    text = file.read_text("utf-8")
    assert ("__main__" in text and "def main(" in text) == (file.parent.name == "tools")
    scripts = {path.stem for path in (TOP / "tools").glob("*.py")}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            assert not scripts & {name.name for name in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.module not in scripts


def test_hooks_run_what_the_page_names() -> None:
    """Each hook before a commit is a command of this environment, on one of the page's checks."""
    hooks = yaml.safe_load((TOP / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0][
        "hooks"
    ]
    for hook in hooks:
        assert hook["language"] == "system"
        assert " ".join(hook["entry"].split()[:2]) in PAGE


FORMS = sorted({*(TOP / ".github/ISSUE_TEMPLATE").glob("*.yml")} - {CHOOSER})


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_issue_forms_have_what_they_need(form: Path) -> None:
    """A form has a name, a description, and questions with distinct ids and a label each."""
    data = yaml.safe_load(form.read_text("utf-8"))
    assert data["name"]
    assert data["description"]
    ids = [question["id"] for question in data["body"]]
    assert ids
    assert len(ids) == len(set(ids))
    assert all(question["attributes"]["label"] for question in data["body"])
