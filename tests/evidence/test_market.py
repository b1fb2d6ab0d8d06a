"""The catalogue agrees with adverts and with public classifications as far as it should."""

import subprocess
import sys
from pathlib import Path

import pytest

from measure import adverts, importance, market
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.names import fold

pytestmark = pytest.mark.evidence


def test_similarity_agrees_with_adverts(bundled: Catalogue, evidence: Path) -> None:
    """Roles whose adverts are alike are alike in the catalogue: Spearman at least 0.85."""
    pairs = market.market_pairs(bundled, evidence)
    assert len(pairs) == 45
    assert market.spearman([(pair.adverts, pair.catalogue) for pair in pairs]) >= 0.85


def test_skills_of_adverts_are_known(bundled: Catalogue, evidence: Path) -> None:
    """What more than 2 % of a role's adverts name is an entry, at least 98 % of it."""
    terms = market.advert_terms(evidence)
    assert len(market.unresolved(bundled, terms)) <= 0.02 * len(terms)


@pytest.fixture(scope="module")
def newest(evidence: Path) -> list[adverts.Advert]:
    """The adverts of 2024 and later."""
    return list(adverts.read_adverts(evidence / "data/ads/dev.jsonl"))


def test_newer_adverts_agree(bundled: Catalogue, newest: list[adverts.Advert]) -> None:
    """Seven of the ten roles have 30 adverts of 2024 and later: Spearman at least 0.75."""
    pairs = adverts.pairs(bundled, adverts.count(newest, adverts.terms_of(bundled)))
    assert len(pairs) == 21
    assert market.spearman([(pair.adverts, pair.catalogue) for pair in pairs]) >= 0.75


def test_terms_of_newer_adverts_are_known(bundled: Catalogue, newest: list[adverts.Advert]) -> None:
    """What more than 2 % of a role's newer adverts name is an entry, at least 98 % of it."""
    terms = adverts.asked_for(adverts.count(newest, adverts.searched_terms()))
    assert len(terms) > 200
    assert len(market.unresolved(bundled, terms)) <= 0.02 * len(terms)


def test_importance_follows_adverts(bundled: Catalogue, newest: list[adverts.Advert]) -> None:
    """Where share and importance disagree there is a reason, and no reason is left over."""
    found = importance.disagreements(bundled, adverts.count(newest, adverts.terms_of(bundled)))
    assert {(each.role, each.skill) for each in found} == set(importance.defended())


def test_classified_titles_resolve(bundled: Catalogue, evidence: Path) -> None:
    """A title under a matched code leads to the role, unless it is known to mean other work."""
    others = market.other_titles()
    titles = market.classified_titles(bundled, evidence)
    undecided = [
        title
        for title in titles
        if market.means(bundled, title.title, title.role)
        == ((title.role, fold(title.title)) in others)
    ]
    assert titles
    assert undecided == []


def test_decided_titles_are_listed(bundled: Catalogue, evidence: Path) -> None:
    """No decision is kept about a title that no matched code lists any more."""
    listed = {(t.role, fold(t.title)) for t in market.classified_titles(bundled, evidence)}
    assert set(market.other_titles()) <= listed


def test_document_says_what_is_measured(evidence: Path) -> None:
    """docs/evidence.md is up to date; what it tells of ESCO is measured on a part elsewhere."""
    script = Path(__file__).parent.parent.parent / "tools" / "evidence.py"
    command = [sys.executable, str(script), str(evidence), "--check", "--quick"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
