"""How ready somebody is for a role."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Requirement
from mlroles.core.model.ladder import LADDER
from mlroles.core.model.vocabulary import Rung, replace
from mlroles.core.moves.profile import Profile
from mlroles.core.moves.readiness import essentials_of, held_by, readiness, score_of, verdict
from mlroles.core.moves.standing import stands_at
from strategies import SKILLS, TOOLS, catalogues, held, rungs

Held = dict[str, int]


@given(catalogues(), rungs)
def test_a_role_is_ready_for_itself(catalogue: Catalogue, rung: Rung) -> None:
    """Who works in a role at a rung has readiness 1 for it."""
    role = next(iter(catalogue.roles.values()))
    found = readiness(catalogue, held_by(role, rung), role, rung)
    assert found.score == (pytest.approx(1) if found.parts else None)


@given(catalogues(), held, rungs)
def test_the_shortfalls_explain_the_score(catalogue: Catalogue, has: Held, rung: Rung) -> None:
    """The shortfalls, none of them below 0, add up to 1 − readiness."""
    role = next(iter(catalogue.roles.values()))
    found = readiness(catalogue, has, role, rung)
    assert all(part.shortfall >= -1e-12 for part in found.parts)
    if found.score is None:
        assert not found.parts
        return
    assert sum(part.shortfall for part in found.parts) == pytest.approx(1 - found.score)
    assert 0 <= found.score <= 1


@given(catalogues(), held, st.sampled_from(SKILLS + TOOLS), st.integers(1, 4), rungs)
def test_learning_never_harms(
    catalogue: Catalogue, has: Held, skill: str, level: int, rung: Rung
) -> None:
    """Readiness never falls when a skill is added or its level rises."""
    role = next(iter(catalogue.roles.values()))
    before = readiness(catalogue, has, role, rung).score or 0.0
    more = {**has, skill: max(level, has.get(skill, 0))}
    assert (readiness(catalogue, more, role, rung).score or 0.0) >= before - 1e-9


@given(catalogues(), held, st.sampled_from(SKILLS + TOOLS), rungs)
def test_what_was_not_said_bounds_the_score(
    catalogue: Catalogue, has: Held, skill: str, rung: Rung
) -> None:
    """The highest readiness is never below the score, and is reached by holding the rest."""
    role = next(iter(catalogue.roles.values()))
    found = readiness(catalogue, has, role, rung, complete=False)
    if found.score is None or found.highest is None:
        return
    assert found.highest >= found.score - 1e-9
    twins = {part.skill for part in found.parts if part.through_weight == 1}
    rest = {s: level for s, level in held_by(role, rung).items() if s not in {*has, *twins}}
    whole = readiness(catalogue, {**has, **rest}, role, rung).score
    assert whole is not None
    assert whole >= found.highest - 1e-9


@given(catalogues(), held, rungs)
def test_a_skill_stands_in_once(catalogue: Catalogue, has: Held, rung: Rung) -> None:
    """A held skill stands in for at most one other, at the weight that is written down."""
    role = next(iter(catalogue.roles.values()))
    parts = readiness(catalogue, has, role, rung).parts
    through = [part.through for part in parts if part.through and part.through_weight < 1]
    assert len(through) == len(set(through))
    for part in parts:
        if part.through:
            weights = {r.skill: r.weight for r in catalogue.skills[part.skill].related}
            assert part.through_weight == weights[part.through]
            assert part.counted == pytest.approx(
                min(part.needed, has[part.through] * part.through_weight)
            )
            assert part.counted > part.held


def test_nothing_held_is_nothing_ready(bundled: Catalogue) -> None:
    """Without any skill the readiness for every role is 0, and every shortfall is its share."""
    for role in bundled.roles.values():
        found = readiness(bundled, {}, role)
        assert found.score == 0
        assert sum(part.share for part in found.parts) == pytest.approx(1)


def test_a_related_skill_counts_in_part(bundled: Catalogue) -> None:
    """TensorFlow parts a part of what is asked of PyTorch: its level times the weight."""
    levels = {"junior": 1, "mid": 3, "senior": 4, "lead": 4}
    need = Requirement(skill="pytorch", importance=4, essential=True, levels=levels)
    role = replace(bundled.role("mlops"), skills=[], tools=[need])
    weight = next(r.weight for r in bundled.skill("pytorch").related if r.skill == "tensorflow")
    assert 0 < weight < 1
    found = readiness(bundled, {"tensorflow": 3}, role)
    assert found.score == pytest.approx(weight)
    assert found.parts[0].through == "tensorflow"
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


def test_human_skills_that_nobody_said_are_asked_for(bundled: Catalogue) -> None:
    """They take no part in the score of a list, and all in that of a complete profile."""
    role = bundled.role("data analyst")
    has = {s: level for s, level in held_by(role, "mid").items() if not _human(bundled, s)}
    found = readiness(bundled, has, role, complete=False)
    assert found.score == pytest.approx(1)
    assert set(found.unsaid) == {
        r.skill
        for r in role.requirements
        if r.essential_at("mid", LADDER) and _human(bundled, r.skill)
    }
    complete = readiness(bundled, has, role)
    assert complete.score is not None
    assert complete.score < 1
    assert complete.unsaid == ()


def _human(catalogue: Catalogue, skill: str) -> bool:
    return catalogue.skills[skill].kind == "human"


def test_twins_count_in_full(bundled: Catalogue) -> None:
    """Two skills that are one in practice cover each other, and stand in for others besides."""
    role = bundled.role("mlops")
    parts = {p.skill: p for p in readiness(bundled, {"version-control": 3}, role).parts}
    assert parts["git"].counted == parts["git"].needed
    assert (parts["git"].through, parts["git"].through_weight) == ("version-control", 1)


def test_nobody_is_comfortable_without_what_matters_most(bundled: Catalogue) -> None:
    """With nothing of an essential skill of importance 5 a move is viable at most."""
    role = bundled.role("ai architect")
    has = {s: level for s, level in held_by(role, "mid").items() if s != "machine-learning"}
    has = {s: n for s, n in has.items() if s not in _helps(bundled, "machine-learning")}
    found = readiness(bundled, has, role)
    assert "machine-learning" in found.uncovered
    assert found.verdict != "comfortable"


def _helps(catalogue: Catalogue, skill: str) -> set[str]:
    return {related.skill for related in catalogue.skills[skill].related}


def test_nothing_is_rated_over_nothing(bundled: Catalogue) -> None:
    """A role that calls no skill essential has no readiness, and no verdict."""
    role = replace(bundled.role("mlops"), skills=[], tools=[])
    found = readiness(bundled, {"python": 4}, role)
    assert (found.score, found.highest, found.verdict, found.parts) == (None, None, None, ())
    assert score_of(essentials_of(bundled, role, "mid"), {"python": 4}) == 0
    assert stands_at(bundled, Profile(skills={"python": 4}, complete=True), role) is None
