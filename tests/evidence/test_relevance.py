"""Titles of job boards lead to the occupations and roles that they mean."""

from pathlib import Path

import pytest

from measure import relevance
from mlroles.core.catalogue import Catalogue

pytestmark = pytest.mark.evidence


def test_esco_titles(evidence: Path) -> None:
    """Every third of the tagged titles: the occupation stands as high as it should."""
    ranks = relevance.esco_ranks(relevance.esco_catalogue(evidence), evidence, step=3)
    assert len(ranks.places) == 5155
    assert ranks.reciprocal() >= 0.375
    assert ranks.recall(5) >= 0.48
    assert ranks.recall(10) >= 0.55


def test_adverts(bundled: Catalogue, evidence: Path) -> None:
    """What adverts are normalised to agrees with their label, and with titles that were read."""
    found = relevance.adverts(bundled, evidence)
    counts = relevance.sorted_out(found)
    assert len(found) == 3479
    assert counts["label"] >= 0.86 * len(found)
    assert counts["right"] >= 0.98 * len(found)


def test_verdicts(bundled: Catalogue, evidence: Path) -> None:
    """Every title that was read is one of the adverts', and means roles that there are."""
    read = relevance.verdicts()
    assert read.keys() <= {(one.title, one.label) for one in relevance.adverts(bundled, evidence)}
    assert set().union(*read.values()) - {None} <= bundled.roles.keys()
