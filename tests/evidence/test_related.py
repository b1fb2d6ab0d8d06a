"""Roles that are alike are those that O*NET calls related."""

from pathlib import Path

import pytest

from measure import related
from mlroles.core.roles.similarity import similarity
from publications import catalogue_of

pytestmark = pytest.mark.evidence


def test_related_occupations_are_alike(evidence: Path) -> None:
    """The ten most alike hold, on average, 48 % of the ten primary related occupations."""
    found = related.recall(evidence)
    assert (found.occupations, found.candidates) == (36, 1016)
    assert found.all_parts >= 0.48
    assert found.all_parts > max(found.by_part.values())


def test_what_is_measured_against_is_whole(evidence: Path) -> None:
    """Every list of related occupations has ten."""
    assert {len(codes) for codes in related.related(evidence).values()} == {10}


def test_what_is_measured_is_the_similarity_of_the_program(evidence: Path) -> None:
    """In bulk it is the same number as for one pair."""
    imported = related.onet(evidence)
    catalogue, profiles = catalogue_of(imported), related.Profiles(imported.roles)
    for a, b in (
        ("data-scientists", "statisticians"),
        ("data-scientists", "software-developers"),
        ("actuaries", "web-developers"),
    ):
        expected = similarity(catalogue, catalogue.role(a), catalogue.role(b))
        assert profiles.similarity(a, b) == pytest.approx(expected.score)
        assert expected.score > 0
