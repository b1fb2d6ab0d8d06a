"""How ready somebody is for a role."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Requirement, RungLevels
from mlroles.core.model.vocabulary import Rung, replace
from mlroles.core.moves.readiness import held_by, readiness, verdict
from strategies import SKILLS, TOOLS, catalogues, held, rungs

Held = dict[str, int]


@given(catalogues(), rungs)
def test_a_role_is_ready_for_itself(catalogue: Catalogue, rung: Rung) -> None:
    """Who works in a role at a rung has readiness 1 for it."""
    role = next(iter(catalogue.roles.values()))
    assert readiness(catalogue, held_by(role, rung), role, rung).score == pytest.approx(1)


@given(catalogues(), held, rungs)
def test_the_shortfalls_explain_the_score(catalogue: Catalogue, has: Held, rung: Rung) -> None:
    """The shortfalls, none of them below 0, add up to 1 − readiness."""
    role = next(iter(catalogue.roles.values()))
    found = readiness(catalogue, has, role, rung)
    assert all(cover.shortfall >= -1e-12 for cover in found.covers)
    assert sum(cover.shortfall for cover in found.covers) == pytest.approx(1 - found.score)
    assert 0 <= found.score <= 1


@given(catalogues(), held, st.sampled_from(SKILLS + TOOLS), st.integers(1, 4), rungs)
def test_learning_never_harms(
    catalogue: Catalogue, has: Held, skill: str, level: int, rung: Rung
) -> None:
    """Readiness never falls when a skill is added or its level rises."""
    role = next(iter(catalogue.roles.values()))
    before = readiness(catalogue, has, role, rung).score
    more = {**has, skill: max(level, has.get(skill, 0))}
    assert readiness(catalogue, more, role, rung).score >= before - 1e-9


@given(catalogues(), held, rungs)
def test_a_skill_stands_in_once(catalogue: Catalogue, has: Held, rung: Rung) -> None:
    """A held skill stands in for at most one other, at the weight that is written down."""
    role = next(iter(catalogue.roles.values()))
    covers = readiness(catalogue, has, role, rung).covers
    through = [cover.through for cover in covers if cover.through]
    assert len(through) == len(set(through))
    for cover in covers:
        if cover.through:
            weights = {r.skill: r.weight for r in catalogue.skills[cover.skill].related}
            assert cover.through_weight == weights[cover.through]
            assert cover.counted == pytest.approx(
                min(cover.needed, has[cover.through] * cover.through_weight)
            )
            assert cover.counted > cover.held


def test_nothing_held_is_nothing_ready(bundled: Catalogue) -> None:
    """Without any skill the readiness for every role is 0, and every shortfall is its share."""
    for role in bundled.roles.values():
        found = readiness(bundled, {}, role)
        assert found.score == 0
        assert sum(cover.share for cover in found.covers) == pytest.approx(1)


def test_a_related_skill_counts_in_part(bundled: Catalogue) -> None:
    """TensorFlow covers a part of what is asked of PyTorch: its level times the weight."""
    levels = RungLevels(junior=1, mid=3, senior=4, lead=4)
    need = Requirement(skill="pytorch", importance=4, essential=True, levels=levels)
    role = replace(bundled.role("mlops"), skills=[], tools=[need])
    weight = next(r.weight for r in bundled.skill("pytorch").related if r.skill == "tensorflow")
    assert 0 < weight < 1
    found = readiness(bundled, {"tensorflow": 3}, role)
    assert found.score == pytest.approx(weight)
    assert found.covers[0].through == "tensorflow"
    assert readiness(bundled, {"tensorflow": 3, "pytorch": 3}, role).score == 1


@pytest.mark.parametrize(
    ("score", "told"),
    [
        (1.0, "comfortable"),
        (0.73, "comfortable"),
        (0.7251, "comfortable"),
        (0.7249, "viable"),
        (0.58, "viable"),
        (0.574, "stretch"),
        (0.0, "stretch"),
    ],
)
def test_what_a_score_means(score: float, told: str) -> None:
    """Comfortable from 0.73, viable from 0.58, a stretch below, each to two decimal places."""
    assert verdict(score) == told
