"""README and documents are true: what they show is run, what is generated is as generated."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from documents import write_examples
from mlroles.catalogue.checking.validate import validate
from mlroles.catalogue.files.paths import bundled_folder, catalogue_files, read_files
from mlroles.catalogue.reading.draft import Draft
from mlroles.cli.table import COMMANDS
from publications import PUBLISHED

TOP = Path(__file__).parent.parent.parent
HOME = "https://github.com/mlroles/mlroles/blob/main/"
PAGES = [TOP / "README.md", TOP / "CONTRIBUTING.md", *sorted((TOP / "docs").glob("*.md"))]
TOOLS = TOP / "tools"


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line in which `mlroles` is the program of this interpreter.

    Where it runs lie made-up publications, in folders named as the real ones are, and titles.
    """
    shutil.copytree(PUBLISHED, folder, dirs_exist_ok=True)
    (folder / "titles.txt").write_text("Sr. MLE II (Remote, US)\nRegistered Nurse\n")
    (folder / "titles.csv").write_text("job_title,place\nSr. MLE,Berlin\n")
    write_examples(folder)
    script = folder / "mlroles"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mlroles "$@"\n')
    script.chmod(0o755)
    chooser = folder / "fzf"  # stands for somebody who takes the first line
    chooser.write_text("#!/bin/sh\nhead -n 1\n")
    chooser.chmod(0o755)
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}
    command = ["bash", "-o", "pipefail", "-c", line]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, env=environment
    )


EXAMPLES = [
    line.split("#")[0].strip()
    for page in PAGES
    if page.name not in ("own-catalogue.md", "CONTRIBUTING.md")  # commands build on each other
    for block in blocks(page, "sh")
    for line in block.splitlines()
    if line.startswith("mlroles ")
]
EXAMPLES += [example for row in COMMANDS.values() for example in row.examples]


@pytest.mark.parametrize("example", sorted(set(EXAMPLES)))
def test_every_example_answers(example: str, tmp_path: Path) -> None:
    """A command line of the README, the documents or the help succeeds and says something."""
    if "jq" in example and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    done = shell(example, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() or "-o" in example


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_two_to_four_examples_and_a_pipe(name: str) -> None:
    """The simplest comes first, one of them pipes."""
    examples = COMMANDS[name].examples
    assert 2 <= len(examples) <= 4
    assert all(example.startswith(f"mlroles {name}") for example in examples)
    assert min(examples, key=len) == examples[0]
    assert any(" | " in example for example in examples)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_run(page: Path) -> None:
    """Python that a page shows runs."""
    for block in blocks(page, "python"):
        subprocess.run([sys.executable, "-W", "error", "-c", block], check=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """A link to a file of the project finds it; the README's also work on a package's page."""
    for target in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
        if target.startswith(HOME):
            assert (TOP / target.removeprefix(HOME)).exists(), target
        elif ":" not in target:
            assert (page.parent / target).exists(), target
            assert page.name != "README.md", f"{target}: must be an absolute link"


def test_the_glossary_is_in_order() -> None:
    """Each word has one line, in alphabetical order, and none stands twice."""
    lines = (TOP / "docs" / "glossary.md").read_text("utf-8").splitlines()[4:]
    words = [re.fullmatch(r"- \*\*(.+?)\*\*: .+\.", line)[1] for line in lines]
    assert words == sorted(set(words), key=str.casefold)


def test_generated_documents_are_as_the_program_is() -> None:
    """docs/ says what the program says now."""
    command = [sys.executable, str(TOOLS / "generate_docs.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.shells
def test_the_manual_page_reads() -> None:
    """`man` shows it without a warning, with every command and its examples."""
    if not shutil.which("man"):
        pytest.skip("man is not installed")
    done = subprocess.run(
        ["man", "--warnings", "-l", str(TOP / "docs" / "mlroles.1")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "MANWIDTH": "90", "LC_ALL": "C.UTF-8", "MANROFFOPT": "-c"},
    )
    shown = re.sub(".\b", "", done.stdout)
    assert done.stderr == ""
    assert all(f"mlroles {name} [OPTIONS]" in shown for name in COMMANDS)
    assert all(example in shown for row in COMMANDS.values() for example in row.examples)
    assert all(part in shown for part in ("NAME\n", "SYNOPSIS\n", "ENVIRONMENT\n", "EXIT STATUS\n"))


def test_the_picture_is_what_the_program_prints() -> None:
    """The README's screen is a real one."""
    command = [sys.executable, str(TOOLS / "picture.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_templates_are_accepted() -> None:
    """Each template of the guide, put in the place of the entry it was made from, is sound."""
    text = (TOP / "docs" / "catalogue.md").read_text("utf-8")
    found = dict(re.findall(r"### (\S+).*?\n\n```yaml\n(.*?)```", text, re.DOTALL))
    folder = bundled_folder()
    files = read_files(folder, catalogue_files(folder))
    role, skills = found["roles/<id>.yaml"], yaml.safe_load(found["skills/<kind>.yaml"])
    files["roles/devops-engineer.yaml"] = role.encode()
    practices = yaml.safe_load(files["skills/practice.yaml"])
    files["skills/practice.yaml"] = yaml.safe_dump(
        [skills[0], *practices[1:]], allow_unicode=True
    ).encode()
    assert [problem.lines() for problem in validate(Draft(files))] == []
    assert "\n# mandatory" in role
