"""The role of an advert is recognised as well as docs/evidence.md says, as a part of them shows."""

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from measure.adverts import ROLES
from mlroles.core.adverts.document import read_document
from mlroles.core.adverts.roles import RoleTeller
from mlroles.core.adverts.skills import SkillFinder
from mlroles.core.catalogue import Catalogue

pytestmark = pytest.mark.evidence

TOP = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def adverts(evidence: Path) -> Path:
    """The adverts that the figures were derived from."""
    return evidence / "data/ads/dev.jsonl"


def test_adverts_that_were_not_learnt_from(bundled: Catalogue, adverts: Path) -> None:
    """One fold of a third of the adverts, by what the others of the third teach."""
    pytest.importorskip("numpy")
    from measure import role_figures, roles_told

    texts = role_figures.read_texts(bundled, adverts, every=3)
    told = role_figures.roles_told(texts)
    tested = roles_told.cross_validated(texts, told, only=0)
    found = roles_told.measure(texts, told, tested, heat=1.0)
    assert found.adverts > 100
    assert found.first >= 0.70
    assert found.second >= 0.84


def test_figures_tell_the_adverts_they_are_of(bundled: Catalogue, adverts: Path) -> None:
    """The figures of the catalogue fit what they were derived from."""
    tell, find = RoleTeller(bundled), SkillFinder(bundled)
    with adverts.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in islice(file, 0, None, 15)]
    right = []
    for row in rows:
        if role := ROLES.get(row["role"]):
            document = read_document(row["description"])
            right.append(tell(document, find(document))[0].role == role)
    assert sum(right) >= 0.8 * len(right) > 150


def test_disagreements_that_were_read(bundled: Catalogue, adverts: Path) -> None:
    """Sixty texts were read; each is of a role by its title, and another was told."""
    pytest.importorskip("numpy")
    from measure.roles_told import read_disagreements

    with adverts.open(encoding="utf-8") as file:
        labels = {row["hash"]: ROLES.get(row["role"]) for row in map(json.loads, file)}
    rows = read_disagreements()
    assert len({row[0] for row in rows}) == len(rows) == 60
    for advert, label, told, verdict, why in rows:
        assert label == labels[advert] != told
        assert verdict in ("told", "both", "label", "neither")
        assert why


@pytest.mark.slow
def test_figures_are_up_to_date(adverts: Path) -> None:
    """The script would write the same figures again."""
    pytest.importorskip("numpy")
    script = TOP / "tools" / "derive_advert_figures.py"
    command = [sys.executable, str(script), str(adverts), "--check"]
    assert subprocess.run(command, check=False).returncode == 0
