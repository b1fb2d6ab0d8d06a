"""What lies between what somebody can do and what a position asks for."""

import pytest
from hypothesis import given

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.learning import Effort
from mlroles.core.model.vocabulary import Rung, replace
from mlroles.core.moves.gap import LEARN, gap
from mlroles.core.moves.position import position
from mlroles.core.moves.profile import Profile, profile, role_profile
from mlroles.core.moves.readiness import readiness
from mlroles.core.moves.skill_words import split_list
from strategies import catalogues, held, rungs


@given(catalogues(), rungs)
def test_nothing_is_missing_for_where_one_is(catalogue: Catalogue, rung: Rung) -> None:
    """From a position to itself there is nothing to learn, and nothing too much."""
    role = next(iter(catalogue.roles.values()))
    found = gap(
        catalogue, Profile(skills=role_profile(role, rung).skills, complete=True), role, rung
    )
    assert {item.status for item in found.items} <= {"ENOUGH"}
    assert found.readiness.score == (pytest.approx(1) if found.readiness.parts else None)
    assert sum(item.shortfall for item in found.items) == pytest.approx(0)


@given(catalogues(), held, rungs)
def test_shortfalls_add_up(catalogue: Catalogue, has: dict[str, int], rung: Rung) -> None:
    """Recomputed from each item: weight over all weights, times what is not covered."""
    role = next(iter(catalogue.roles.values()))
    found = gap(catalogue, Profile(skills=has), role, rung)
    total = sum(item.weight for item in found.items)
    short = 0.0
    for item in found.items:
        assert (item.weight > 0) == (item.coverage is not None)
        if item.coverage:
            part = item.weight / total * (1 - item.coverage.counted / item.needed)
            assert item.shortfall == pytest.approx(part)
            short += part
    if found.readiness.score is not None:
        assert 1 - short == pytest.approx(found.readiness.score)


@given(catalogues(), held, rungs)
def test_a_status_says_what_is_held(catalogue: Catalogue, has: dict[str, int], rung: Rung) -> None:
    """Every skill held or asked for is an item once, and its status follows from its levels."""
    role = next(iter(catalogue.roles.values()))
    found = gap(catalogue, Profile(skills=has), role, rung)
    asked = {r.skill for r in (*role.skills, *role.tools)}
    assert sorted(item.skill.id for item in found.items) == sorted(asked | set(has))
    for item in found.items:
        part = item.coverage
        counted = part.counted if part else 0
        expected = {
            "SURPLUS": item.needed == 0 < item.held,
            "ENOUGH": 0 < item.needed <= max(item.held, counted),
            "MISSING": item.held == 0 < item.needed,
            "RAISE": 0 < item.held < item.needed,
            "SUBSTITUTED": item.held < item.needed and bool(part and part.through),
        }
        assert expected[item.status], item


def test_a_move_between_roles(bundled: Catalogue) -> None:
    """The way back is measured, and the kind of the move rests on family, rung and pay."""
    origin, target = bundled.role("data scientist"), bundled.role("ml engineer")
    found = gap(bundled, role_profile(origin, "mid"), target, "senior")
    assert found.reverse is not None
    back = readiness(bundled, role_profile(target, "senior").skills, origin, "mid")
    assert found.reverse.score == back.score
    assert found.transition is not None
    assert found.transition.kind == "lateral advancement"
    assert found.transition.pay is not None
    assert found.transition.pay.ratio > 1.1
    python = next(item for item in found.items if item.skill.id == "python")
    assert python.adverts == found.adverts.shares["python"]  # type: ignore[union-attr]


def test_shorter_ways_in(bundled: Catalogue) -> None:
    """Where a move is a stretch, the best way with a stop and the lowest rung stand beside it."""
    start = role_profile(bundled.role("data analyst"), "mid")
    found = gap(bundled, start, bundled.role("ml engineer"), "mid")
    assert found.verdict == "stretch"
    assert found.by_way is not None
    assert (found.by_way.hardest or 0) > (found.readiness.score or 0)
    assert found.lowest is not None
    assert (found.lowest.rung, found.lowest.score) == (
        "junior",
        readiness(bundled, start.skills, found.target, "junior").score,
    )
    down = gap(bundled, start, bundled.role("data engineer"), "junior")
    assert (down.by_way, down.lowest) == (None, None)


def test_gates_of_a_move(bundled: Catalogue) -> None:
    """A degree that is asked for is named, however ready one is."""
    start = role_profile(bundled.role("data scientist"), "mid")
    found = gap(bundled, start, bundled.role("applied scientist"), "mid")
    assert found.verdict == "comfortable"
    assert [gate.met for gate in found.gates if gate.kind == "degree"] == [None]


def test_own_skills_have_no_way_back(bundled: Catalogue) -> None:
    """Who starts from no role can neither go back to one nor compare its pay."""
    mine = profile(bundled, split_list("python:3, sql"))
    found = gap(bundled, mine, bundled.role("mlops"), "mid")
    assert (found.reverse, found.transition) == (None, None)


def test_hours_are_told_only_where_there_is_an_estimate(bundled: Catalogue) -> None:
    """The hours of the steps from the level held to the level needed, and nothing invented."""
    effort = Effort(hours=[10, 20, 40, 80], source="editorial")
    python = replace(bundled.skills["python"], effort=effort)
    skills = {**{id: bundled.skills[id] for id in bundled.skills}, "python": python}
    catalogue = replace(bundled, skills=skills)
    found = gap(catalogue, Profile(skills={"python": 1}), *position(catalogue, "ml-engineer"))
    hours = {item.skill.id: item.hours for item in found.items if item.status in LEARN}
    assert hours.pop("python") == 20 + 40
    assert set(hours.values()) == {None}
