"""Rounded parts add up."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from mlroles.present.rounding import rounded_parts

parts = st.lists(st.floats(0, 1, allow_nan=False), max_size=30)


@given(parts, st.integers(1, 4))
def test_parts_add_up_to_the_rounded_sum(parts: list[float], digits: int) -> None:
    """What is shown adds up to what is shown, and no part moves by more than one last digit."""
    found = rounded_parts(parts, digits)
    assert sum(found) == pytest.approx(round(sum(parts), digits), abs=1.5 * 10**-digits / 10)
    for part, shown in zip(parts, found, strict=True):
        assert abs(part - shown) <= 10**-digits + 1e-9
        assert shown >= 0


def test_scores_in_json_add_up(run: Run) -> None:
    """Contributions make up their part, shortfalls what is missing to 1, points the score."""
    answer = json.loads(run("compare", "devops", "mlops", "data scientist", "--json").stdout)
    for pair in answer["pairs"]:
        shown = [score for score in pair["parts"].values() if score is not None]
        assert pair["similarity"] == pytest.approx(sum(shown) / len(shown), abs=1e-4)
        for name, score in pair["parts"].items():
            assert sum(c["adds"] for c in pair["contributions"][name]) == pytest.approx(score)
        for way, score in pair["readiness"].items():
            taken = sum(shortfall["takes"] for shortfall in pair["shortfalls"][way])
            assert taken == pytest.approx(1 - score)
    for hit in json.loads(run("search", "deploying models", "--json").stdout):
        assert sum(reason["points"] for reason in hit["why"]) == pytest.approx(hit["score"])
