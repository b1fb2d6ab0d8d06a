"""Titles of job boards lead to the occupations and roles that they mean."""

import sys
from pathlib import Path

import pytest

from mlroles import Catalogue

TOOLS = Path(__file__).parent.parent.parent / "tools"
sys.path.insert(0, str(TOOLS))

import relevance  # noqa: E402

pytestmark = pytest.mark.evidence


def test_esco_titles(evidence: Path) -> None:
    """Every third of the tagged titles: the occupation stands as high as it should."""
    ranks = relevance.esco_ranks(relevance.esco_catalogue(evidence), evidence, step=3)
    assert len(ranks.places) == 5155
    assert ranks.reciprocal() >= 0.36
    assert ranks.recall(5) >= 0.47
    assert ranks.recall(10) >= 0.55


def test_adverts(bundled: Catalogue, evidence: Path) -> None:
    """What adverts are normalised to agrees with their label, or with what their title says."""
    found = relevance.adverts(bundled, evidence)
    counts = relevance.sorted_out(bundled, found)
    assert sum(counts.values()) == len(found) == 3479
    assert counts["label"] >= 0.84 * len(found)
    assert counts["wrong"] <= 0.04 * len(found)
