"""A public classification, imported whole, is sound and stays the same through one JSON file."""

from pathlib import Path

import pytest

from conftest import Run
from mlroles.catalogue.reading.files import TYPES
from mlroles.catalogue.reading.layers import draft_of
from mlroles.catalogue.store.json_text import to_json

pytestmark = pytest.mark.evidence


def test_an_import_goes_through_json(run: Run, evidence: Path, tmp_path: Path) -> None:
    """ESCO imported, written as JSON and read again: every entry and every name is there."""
    imported, file = str(tmp_path / "esco"), tmp_path / "esco.json"
    done = run("import", "esco", str(evidence / "data/esco-1.2.0"), "-o", imported)
    assert done.exit_code == 0, done.stderr
    before = draft_of(imported).catalogue()
    file.write_text(to_json(before), "utf-8")
    after = draft_of(str(file)).catalogue()
    for field in (*TYPES, "names", "role_names"):
        assert dict(getattr(after, field)) == dict(getattr(before, field)), field
