"""The best one-to-one assignment."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.moves.assignment import best_assignment

Gains = dict[str, dict[str, float]]

gains = st.dictionaries(
    st.sampled_from("pqrs"),
    st.dictionaries(st.sampled_from("wxyz"), st.floats(0, 20, allow_nan=False), max_size=4),
    max_size=4,
)


def total(gains: Gains, chosen: dict[str, str]) -> float:
    return sum(gains[place][thing] for place, thing in chosen.items())


@given(gains)
def test_nothing_is_better(gains: Gains) -> None:
    """No other one-to-one assignment gains more: compared with every one there is."""
    chosen = best_assignment(gains)
    assert len(set(chosen.values())) == len(chosen)
    assert all(gains[place][thing] > 0 for place, thing in chosen.items())
    places = list(gains)
    best = 0.0
    for things in permutations([*"wxyz", *[""] * len(places)], len(places)):
        best = max(best, sum(gains[p].get(t, 0) for p, t in zip(places, things, strict=True)))
    assert total(gains, chosen) == pytest.approx(best)


def test_the_greedy_choice_is_not_the_best() -> None:
    """The largest gain is given up where two smaller ones together are more."""
    gains = {"p": {"x": 10.0, "y": 9.0}, "q": {"x": 8.0}}
    assert best_assignment(gains) == {"p": "y", "q": "x"}
