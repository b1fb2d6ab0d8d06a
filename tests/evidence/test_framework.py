"""Moves behave on a published framework of career ladders as people make them."""

from pathlib import Path

import pytest

from measure import framework
from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.readiness import COMFORTABLE, VIABLE

pytestmark = pytest.mark.evidence

Ladders = tuple[Catalogue, list[framework.Rung], list[framework.Promotion]]


@pytest.fixture(scope="module")
def ladders(evidence: Path) -> Ladders:
    rungs = framework.rungs(evidence)
    catalogue = framework.as_catalogue(rungs)
    return catalogue, rungs, framework.promotions(catalogue, rungs)


def test_the_framework_is_read_whole(ladders: Ladders) -> None:
    """48 of the 52 roles have levels of skills; every rung is a role of its own."""
    catalogue, rungs, steps = ladders
    assert len({rung.role for rung in rungs}) == 48
    assert len(catalogue.roles) == len(rungs) == 201
    assert len(steps) >= 130


def test_going_down_is_never_harder(ladders: Ladders) -> None:
    """On at least 95 % of the steps between adjacent rungs."""
    assert framework.easy_down(ladders[2]) >= 0.95


def test_the_next_rung_is_among_the_best_moves(ladders: Ladders) -> None:
    """It is one of the three best moves to any higher rung, on at least 97 % of the steps."""
    assert framework.among_three_best(*ladders) >= 0.97


def test_the_thresholds_have_not_drifted(ladders: Ladders) -> None:
    """Mean and deviation of the readiness for the next rung are those behind the thresholds."""
    average, deviation = framework.spread(ladders[2])
    assert abs(average - COMFORTABLE) <= 0.02
    assert abs(deviation - (COMFORTABLE - VIABLE)) <= 0.02
