"""Each rule has examples under rules/ that it must catch; what it says is in expected.txt.

An example holds the files in which it differs from the sound catalogue; an empty file
`<name>.removed` says that one is left out. UPDATE_GOLDEN=1 writes every expected.txt anew.
"""

import ast
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mlroles import catalogue
from mlroles.catalogue.checking.lints import LINTS
from mlroles.catalogue.checking.rules import RULES
from mlroles.catalogue.checking.validate import validate
from mlroles.catalogue.files.paths import catalogue_files, read_files
from mlroles.catalogue.reading.draft import Draft
from mlroles.core.model.problem import Problem

HERE = Path(__file__).parent
CASES = sorted((HERE / "rules").iterdir())


def problems_of(folder: Path, strict: bool = True) -> list[Problem]:
    texts = read_files(str(folder), catalogue_files(str(folder)))
    return validate(Draft(texts), strict=strict)


def build(case: Path, folder: Path) -> None:
    """Lay the files of an example over the sound catalogue, which is in a folder."""
    for file in case.rglob("*"):
        target = folder / file.relative_to(case)
        if file.suffix == ".removed":
            target.with_suffix("").unlink()
        elif file.is_file() and file.name != "expected.txt":
            target.parent.mkdir(exist_ok=True)
            shutil.copy(file, target)


def rule_of(case: Path) -> str:
    return case.name.partition("--")[0]


def reported_while_reading() -> Iterator[str]:
    """The rules that are named where a problem is made, rather than in a table of rules."""
    for file in Path(catalogue.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and len(node.args) > 1:
                called = getattr(node.func, "attr", getattr(node.func, "id", None))
                rule = node.args[1]
                if called in ("report", "_report", "an_error") and isinstance(rule, ast.Constant):
                    yield rule.value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_example_is_caught(case: Path, sound_copy: Path) -> None:
    """An example brings about exactly the problems that are written beside it."""
    build(case, sound_copy)
    told = "".join(f"{line}\n" for problem in problems_of(sound_copy) for line in problem.lines())
    golden = case / "expected.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_example_is_of_its_rule(case: Path) -> None:
    """The folder of an example bears the name of a rule that it breaks."""
    assert f"[{rule_of(case)}]: " in (case / "expected.txt").read_text("utf-8")


def test_every_rule_has_an_example() -> None:
    """No rule goes without an example, and no example without a rule."""
    assert {rule_of(case) for case in CASES} == {*RULES, *LINTS, *reported_while_reading()}


def test_sound_catalogue_is_sound(sound_copy: Path) -> None:
    """The catalogue that all examples start from has no problem at all."""
    assert problems_of(sound_copy) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_lax_mode_reports_the_errors_alone(case: Path, sound_copy: Path) -> None:
    """What is reported without the strict mode is the same, but for the warnings."""
    build(case, sound_copy)
    errors = [problem for problem in problems_of(sound_copy) if problem.severity == "error"]
    assert problems_of(sound_copy, strict=False) == errors
