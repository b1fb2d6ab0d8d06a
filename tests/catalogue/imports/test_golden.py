"""What the made-up publications become, file by file, and that it loads to the same.

UPDATE_GOLDEN=1 writes the folders in `golden` anew.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mlroles.catalogue.checking.validate import validate
from mlroles.catalogue.imports.esco import import_esco
from mlroles.catalogue.imports.folder import texts, write_folder
from mlroles.catalogue.imports.onet import import_onet
from mlroles.catalogue.load import load
from mlroles.catalogue.reading.layers import draft_of
from mlroles.core.model.imported import Imported
from publications import ESCO, ONET, catalogue_of

GOLDEN = Path(__file__).parent / "golden"
CASES = {"esco": (import_esco, ESCO), "onet": (import_onet, ONET)}

MISSED = {
    "esco": {
        "incomplete",  # ESCO knows no stages, rungs, ways in and industries
        "level-statements",
        "skill-of-one-role",
        "strangers-in-family",
        "unused-skill",
        "name-claimed-twice",
    },
    "onet": {
        "incomplete",
        "identical-rungs",  # O*NET's levels are for all rungs
        "level-statements",
        "name-claimed-twice",
        "skill-of-one-role",
        "strangers-in-family",
        "too-many-essentials",  # or none, where there are no data
        "unaccountable-activity",  # O*NET says who does something, not who answers for it
    },
}
"""Publication -> the rules of the strict mode that it cannot keep."""

Case = tuple[Callable[[str], Imported], Path]


@pytest.fixture(params=sorted(CASES))
def name(request: pytest.FixtureRequest) -> str:
    """The publication that is imported."""
    return str(request.param)


def imported(name: str) -> Imported:
    read, folder = CASES[name]
    return read(str(folder))


def test_files_are_as_before(name: str) -> None:
    """Every file is the same to the letter, and there is no other."""
    expected = GOLDEN / name
    files = dict(texts(imported(name)))
    if os.environ.get("UPDATE_GOLDEN"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in files.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_text(text, "utf-8")
    found = {str(file.relative_to(expected)) for file in expected.rglob("*.yaml")}
    assert found == set(files)
    for path, text in files.items():
        assert text == (expected / path).read_text("utf-8"), path


def test_nothing_is_lost_on_the_way(name: str, tmp_path: Path) -> None:
    """The folder loads to exactly the entries that were read."""
    made = imported(name)
    write_folder(str(tmp_path / "new"), made)
    loaded, expected = load(str(tmp_path / "new")), catalogue_of(made)
    for collection in ("roles", "skills", "activities", "families", "sources", "stages", "names"):
        assert dict(getattr(loaded, collection)) == dict(getattr(expected, collection)), collection


def test_only_what_the_source_lacks_is_missed(name: str, tmp_path: Path) -> None:
    """No errors, and in the strict mode no warnings but those of the source."""
    write_folder(str(tmp_path / "new"), imported(name))
    problems = validate(draft_of(str(tmp_path / "new")), strict=True)
    assert not [problem.lines() for problem in problems if problem.severity == "error"]
    assert {problem.rule for problem in problems} <= MISSED[name]
