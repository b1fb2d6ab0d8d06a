"""The catalogue agrees with adverts and with public classifications as far as it should."""

import sys
from pathlib import Path

import pytest

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.names import fold

TOOLS = Path(__file__).parent.parent.parent / "tools"
sys.path.insert(0, str(TOOLS))

import evidence as measured  # noqa: E402

pytestmark = pytest.mark.evidence


def test_similarity_agrees_with_adverts(bundled: Catalogue, evidence: Path) -> None:
    """Roles whose adverts are alike are alike in the catalogue: Spearman at least 0.75."""
    pairs = measured.market_pairs(bundled, evidence)
    assert len(pairs) == 45
    assert measured.spearman([(pair.adverts, pair.catalogue) for pair in pairs]) >= 0.75


def test_skills_of_adverts_are_known(bundled: Catalogue, evidence: Path) -> None:
    """What more than 5 % of a role's adverts name is an entry, at least 98 % of it."""
    terms = measured.advert_terms(evidence)
    assert len(measured.unresolved(bundled, terms)) <= 0.02 * len(terms)


def test_classified_titles_resolve(bundled: Catalogue, evidence: Path) -> None:
    """A title under a matched code leads to the role, unless it is known to mean other work."""
    others = measured.other_titles()
    titles = measured.classified_titles(bundled, evidence)
    undecided = [
        title
        for title in titles
        if measured.means(bundled, title.title, title.role)
        == ((title.role, fold(title.title)) in others)
    ]
    assert titles
    assert undecided == []


def test_decided_titles_are_listed(bundled: Catalogue, evidence: Path) -> None:
    """No decision is kept about a title that no matched code lists any more."""
    listed = {(t.role, fold(t.title)) for t in measured.classified_titles(bundled, evidence)}
    assert set(measured.other_titles()) <= listed


def test_document_says_what_is_measured(evidence: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """docs/evidence.md is up to date; what it tells of ESCO is measured on a part elsewhere."""
    sys.argv = ["evidence.py", str(evidence), "--check", "--quick"]
    assert measured.main() == 0, capsys.readouterr().out
