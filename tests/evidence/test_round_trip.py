"""A public classification, imported whole, is sound and stays the same through one JSON file."""

from pathlib import Path

import pytest

from conftest import Run
from mlroles import load
from mlroles.catalogue.files import TYPES

pytestmark = pytest.mark.evidence


def test_an_import_goes_through_json(run: Run, evidence: Path, tmp_path: Path) -> None:
    """ESCO imported, exported and loaded again: every entry and every name is there."""
    imported, file = str(tmp_path / "esco"), str(tmp_path / "esco.json")
    done = run("import", "esco", str(evidence / "data/esco-1.2.0"), "-o", imported)
    assert done.exit_code == 0, done.stderr
    assert run("export", "json", "--catalogue", imported, "-o", file).exit_code == 0
    before, after = load(imported), load(file)
    for field in (*TYPES, "names", "role_names"):
        assert dict(getattr(after, field)) == dict(getattr(before, field)), field
