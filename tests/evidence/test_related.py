"""Roles that are alike are those that O*NET calls related."""

import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parent.parent.parent / "tools"
sys.path.insert(0, str(TOOLS))

import related  # noqa: E402

pytestmark = pytest.mark.evidence


def test_related_occupations_are_alike(evidence: Path) -> None:
    """Ten most alike hold, on average, 48 % of the ten primary related occupations."""
    found = related.recall(evidence)
    assert (found.occupations, found.candidates) == (36, 1016)
    assert found.all_parts >= 0.48
    assert found.all_parts > max(found.by_part.values())


def test_every_related_list_has_ten(evidence: Path) -> None:
    """What is measured against is whole."""
    assert {len(codes) for codes in related.related(evidence).values()} == {10}
