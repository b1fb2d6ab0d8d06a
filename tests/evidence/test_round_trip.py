"""A public classification, imported whole, is sound and stays the same through one JSON file."""

from pathlib import Path

import pytest

from conftest import Run
from mlroles import load
from mlroles.catalogue.files import TYPES
from mlroles.catalogue.validate import check

pytestmark = pytest.mark.evidence


@pytest.mark.parametrize(
    ("kind", "folder", "roles"), [("esco", "esco-1.2.0", 3039), ("onet", "onet-29.2", 1016)]
)
def test_an_import_goes_through_json(
    run: Run, evidence: Path, tmp_path: Path, kind: str, folder: str, roles: int
) -> None:
    """Imported, checked, exported and loaded again, every entry and every name is there."""
    imported, file = str(tmp_path / kind), str(tmp_path / f"{kind}.json")
    done = run("import", kind, str(evidence / "data" / folder), "-o", imported)
    assert done.exit_code == 0, done.stderr
    found = check([imported])
    assert [problem.lines() for problem in found.problems] == []
    assert found.sizes["roles"] == roles
    assert run("export", "json", "--catalogue", imported, "-o", file).exit_code == 0
    before, after = load(imported), load(file)
    for field in (*TYPES, "names", "role_names"):
        assert dict(getattr(after, field)) == dict(getattr(before, field)), field
