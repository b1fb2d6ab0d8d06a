"""The easiest way to a position: optimal, against every way there is."""

import random
from collections.abc import Iterator, Sequence
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly, NothingFound
from mlroles.core.moves.path import find_path
from mlroles.core.moves.path_search import WORTH, Field, Way, easiest, field_of, gathered
from mlroles.core.moves.position import Position
from mlroles.core.moves.profile import Profile, role_profile
from mlroles.core.moves.readiness import readiness, score_of
from strategies import catalogues, held


def every_way(
    field: Field, has: dict[str, int], target: Position, stops: Sequence[Position]
) -> Iterator[Way]:
    """All ways with at most two stops, each move measured by itself and nothing left aside."""
    for count in range(3):
        for chosen in permutations(stops, count):
            now, hardest = has, 1.0
            for position in (*chosen, target):
                hardest = min(hardest, score_of(field.needs[position], now))
                now = gathered(now, field.teaches[position])
            yield Way(chosen, hardest, sum(now.values()) - sum(has.values()))


def worth(way: Way) -> float:
    return round(way.hardest - WORTH * len(way.stops), 9)


@settings(max_examples=25)
@given(catalogues(), held, st.data())
def test_no_way_is_better(catalogue: Catalogue, has: dict[str, int], data: st.DataObject) -> None:
    """Of all ways it is the easiest, then the one on which least is learned."""
    field = field_of(catalogue)
    target = data.draw(st.sampled_from(list(field.needs)))
    stops = [stop for stop in field.needs if stop != target]
    best = min(every_way(field, has, target, stops), key=Way.rank)
    assert easiest(field, has, target, stops) == best


@settings(max_examples=25)
@given(catalogues(), held, st.data())
def test_one_more_move_never_harms(
    catalogue: Catalogue, has: dict[str, int], data: st.DataObject
) -> None:
    """What a way is worth never falls where one may stop at one more position."""
    field = field_of(catalogue)
    target, more, *stops = data.draw(st.permutations(list(field.needs)))
    fewer, all_of_them = (
        easiest(field, has, target, stops),
        easiest(field, has, target, [*stops, more]),
    )
    assert fewer is not None
    assert all_of_them is not None
    assert worth(all_of_them) >= worth(fewer)


def test_the_whole_catalogue_agrees(bundled: Catalogue) -> None:
    """Over all stops of the bundled catalogue, for positions drawn by chance and known ones."""
    field = field_of(bundled)
    everywhere = list(field.needs)
    chance = random.Random(2020)
    pairs = [chance.sample(everywhere, 2) for _ in range(2)]
    pairs.append([Position("data-analyst", "mid"), Position("ml-engineer", "mid")])
    for origin, target in pairs:
        stops = [stop for stop in everywhere if stop not in (origin, target)]
        has = dict(field.teaches[origin])
        best = min(every_way(field, has, target, stops), key=Way.rank)
        assert easiest(field, has, target, stops) == best, (origin, target)


def test_moves_are_measured_with_what_was_learned(bundled: Catalogue) -> None:
    """Each readiness is that of the skills gathered so far, and the hardest is the lowest."""
    origin = bundled.role("data analyst")
    found = find_path(bundled, role_profile(origin, "mid"), (bundled.role("ml engineer"), "mid"))
    has = role_profile(origin, "mid").skills
    for move in found.moves:
        assert move.readiness.score == readiness(bundled, has, move.role, move.rung).score
        learned = {one.skill: one.after for one in move.learned}
        assert all(has.get(one.skill, 0) == one.before < one.after for one in move.learned)
        has = {**has, **learned}
    assert found.hardest == min(move.readiness.score for move in found.moves)
    assert found.learning == sum(has.values()) - sum(role_profile(origin, "mid").skills.values())
    assert found.hardest > found.direct.readiness.score + WORTH


def test_conditions_hold(bundled: Catalogue) -> None:
    """Roles to avoid are no stops, roles to pass are, and pay stays above the floor."""
    start = role_profile(bundled.role("data analyst"), "mid")
    target, data_scientist = (bundled.role("ml engineer"), "mid"), bundled.role("data scientist")
    avoiding = find_path(bundled, start, target, avoid=[data_scientist])
    assert "data-scientist" not in [move.role.id for move in avoiding.moves]
    passing = find_path(bundled, start, target, via=[bundled.role("data engineer")])
    assert "data-engineer" in [move.role.id for move in passing.moves[:-1]]
    floored = find_path(bundled, start, target, floor=1.2)
    for move in floored.moves:
        assert move.pay is not None
        assert move.pay.ratio >= 1.2
    assert floored.pay_unknown
    assert floored.hardest <= find_path(bundled, start, target).hardest


def test_conditions_that_cannot_be_met(bundled: Catalogue) -> None:
    """Contradictions are errors of the question; a target below the floor is a no."""
    start = role_profile(bundled.role("ml engineer"), "mid")
    target, mlops = (bundled.role("data analyst"), "mid"), bundled.role("mlops")
    with pytest.raises(AskedWrongly, match="avoided and passed"):
        find_path(bundled, start, target, avoid=[mlops], via=[mlops])
    with pytest.raises(AskedWrongly, match="more than the 2 stops"):
        find_path(bundled, start, target, via=list(bundled.roles.values())[:3])
    with pytest.raises(AskedWrongly, match="a role to start from"):
        find_path(bundled, Profile(skills={"python": 3}), target, floor=0.9)
    with pytest.raises(NothingFound, match=r"the floor is 0\.90"):
        find_path(bundled, start, target, floor=0.9)
