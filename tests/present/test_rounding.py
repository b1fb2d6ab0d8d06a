"""Rounded parts add up."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import Run
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.ladder import LADDER
from mlroles.present.page.rounding import rounded_parts

parts = st.lists(st.floats(0, 1, allow_nan=False), max_size=30)


@given(parts, st.integers(1, 4))
@example([0.95], 1)
@example([0.25], 1)
def test_parts_add_up_to_the_total_as_shown(parts: list[float], digits: int) -> None:
    """What is shown adds up to what is shown, and no part moves by more than one last digit."""
    found = rounded_parts(parts, sum(parts), digits)
    assert sum(found) == pytest.approx(round(sum(parts), digits), abs=1e-9)
    for part, shown in zip(parts, found, strict=True):
        assert abs(part - shown) <= 10**-digits + 1e-9
        assert shown >= 0


@pytest.mark.parametrize("level", LADDER.ids)
def test_scores_in_json_add_up(run: Run, bundled: Catalogue, level: str) -> None:
    """Contributions make up their part, shortfalls what is missing to 1.

    At the default rung for all pairs, at the others for those of every third role.
    """
    names = list(bundled.roles)[:: 1 if level == "mid" else 3]
    answer = json.loads(run("compare", *names, "--rung", level, "--json", "--full").stdout)
    for pair in answer["pairs"]:
        shown = [score for score in pair["parts"].values() if score is not None]
        assert pair["similarity"] == pytest.approx(sum(shown) / len(shown), abs=1e-4)
        for name, score in pair["parts"].items():
            adds = [c["score"] for c in pair["contributions"] if c["part"] == name]
            assert sum(adds) == pytest.approx(score, abs=1e-9)
    for move in answer["moves"]:
        costs = sum(one["shortfall"] for one in move["shortfalls"])
        assert costs == pytest.approx(1 - move["readiness"], abs=1e-9)


def test_points_of_a_hit_add_up(run: Run) -> None:
    """The points of the reasons make up the score."""
    for hit in json.loads(run("search", "deploying models", "--json").stdout):
        assert sum(part["score"] for part in hit["parts"]) == pytest.approx(hit["score"])
