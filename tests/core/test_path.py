"""The way to a position: the best of all ways by the rules, and what is said of it."""

from collections.abc import Iterator, Sequence
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly, NothingFound
from mlroles.core.model.ladder import LADDER
from mlroles.core.moves import path
from mlroles.core.moves.path import Way, find_path
from mlroles.core.moves.path_search import Candidate, Search, Start, Stop, gathered
from mlroles.core.moves.position import Position
from mlroles.core.moves.profile import Profile, profile, role_profile
from mlroles.core.moves.readiness import VIABLE, essentials_of, held_by, readiness, score_of
from mlroles.core.moves.skill_words import split_list
from mlroles.core.pay.change import pay_change
from strategies import catalogues, held

Usual = set[tuple[Position | None, Position]]


def every_way(
    start: Start, target: Stop, stops: Sequence[Stop], usual: Usual
) -> Iterator[Candidate]:
    """All ways with at most two stops that keep the rules, each move measured by itself."""
    for count in range(3):
        for chosen in permutations(stops, count):
            way = measured(start, target, chosen, usual)
            if way is not None:
                yield way


def measured(start: Start, target: Stop, chosen: Sequence[Stop], usual: Usual) -> Candidate | None:
    now, hardest, learned = start.held, 1.0, 0
    before, rung, asked = start.position, start.rung, 0
    steps = []
    for number, stop in enumerate(chosen, start=1):
        ready = score_of(stop.essentials, now)
        too_high = stop.position.rung != "junior" if rung is None else False
        too_high = too_high or bool(rung and LADDER.up(rung, stop.position.rung) > 1)
        back = stop.years_from < asked or (
            number == 2
            and stop.position.role == chosen[0].position.role
            and LADDER.up(chosen[0].position.rung, stop.position.rung) <= 0
        )
        if round(ready, 2) < VIABLE or too_high or back:
            return None
        on_the_ladder = start.position and (
            start.position.role == stop.position.role == target.position.role
        )
        if stop.years_from > start.years + 2 * number and not on_the_ladder:
            return None
        steps.append((before, stop.position))
        hardest, asked = min(hardest, ready), stop.years_from
        then = gathered(now, stop.teaches)
        learned += sum(then.values()) - sum(now.values())
        now, before, rung = then, stop.position, stop.position.rung
    steps.append((before, target.position))
    if chosen and steps[-1] not in usual:
        return None
    if len(chosen) == 2 and not any(step in usual for step in steps[:2]):
        return None
    hardest = min(hardest, score_of(target.essentials, now))
    share = sum(step in usual for step in steps) / len(steps)
    end = target.position.rung
    fine = True
    if start.rung and LADDER.up(start.rung, end) > 1:
        fine = round(hardest, 2) >= VIABLE and LADDER.up(rung or end, end) <= 1
    through = tuple(stop.position for stop in chosen)
    named = tuple((stop.role, LADDER.place(stop.rung)) for stop in through)
    return Candidate(through, hardest, share, learned, named, fine)


def test_the_order_of_ways() -> None:
    """Fine ways first, then worth, fewer moves, less to learn, and names."""
    stop = (Position("a", "mid"),)
    ordered = [
        Candidate((), 0.3, 0.0, 9, (), True),
        Candidate((), 0.9, 1.0, 0, (), False),
        Candidate((), 0.8, 1.0, 5, (), False),
        Candidate(stop, 0.9, 1.0, 5, (("a", 1),), False),
        Candidate(stop, 0.9, 1.0, 6, (("a", 1),), False),
        Candidate(stop, 0.9, 1.0, 6, (("b", 0),), False),
    ]
    assert [way.worth for way in ordered[1:3]] == pytest.approx([0.95, 0.85])
    mixed = [ordered[at] for at in (3, 0, 5, 1, 4, 2)]
    assert sorted(mixed, key=Candidate.rank) == ordered


@settings(max_examples=30)
@given(catalogues(), held, st.data())
def test_no_way_is_worth_more(
    catalogue: Catalogue, has: dict[str, int], data: st.DataObject
) -> None:
    """Of all ways that keep the rules the best is found, whatever is left aside on the way."""
    years = st.integers(0, 6)
    stops = [
        Stop(
            Position(role.id, rung),
            essentials_of(catalogue, role, rung),
            held_by(role, rung),
            data.draw(years),
        )
        for role in catalogue.roles.values()
        for rung in LADDER.ids[:2]
    ]
    stops = [stop for stop in stops if stop.essentials.total]
    if len(stops) < 2:
        return
    target, *stops = data.draw(st.permutations(stops))
    now = data.draw(st.sampled_from([None, Position("elsewhere", "junior")]))
    start = Start(has, now, data.draw(years))
    places = [now, *(stop.position for stop in stops)]
    moves = [(a, b.position) for a in places for b in (*stops, target) if a != b.position]
    usual = set(data.draw(st.lists(st.sampled_from(moves), unique=True)))
    search = Search(LADDER, start, target, stops, lambda a, b: (a, b) in usual)
    best = min(every_way(start, target, stops, usual), key=Candidate.rank)
    assert min(search.ways(), key=Candidate.rank) == best


def test_the_way_of_the_book(bundled: Catalogue) -> None:
    """Moves that people really make, and what is measured on each."""
    analyst = role_profile(bundled.role("data analyst"), "mid")
    found = find_path(bundled, analyst, (bundled.role("ml engineer"), "mid"))
    assert [move.role.id for move in found.advised.moves] == ["data-scientist", "ml-engineer"]
    has = analyst.skills
    for move in found.advised.moves:
        assert move.readiness.score == readiness(bundled, has, move.role, move.rung).score
        learned = {one.skill: one.after for one in move.learned}
        assert all(has.get(one.skill, 0) == one.before < one.after for one in move.learned)
        has = {**has, **learned}
    assert found.advised.hardest == min(m.readiness.score or 0 for m in found.advised.moves)
    assert [move.years for move in found.advised.moves] == [0, 2]
    assert found.direct.verdict == "stretch"
    direct = find_path(
        bundled,
        role_profile(bundled.role("data scientist"), "mid"),
        (bundled.role("ml engineer"), "mid"),
    )
    assert [move.role.id for move in direct.advised.moves] == ["ml-engineer"]


def test_no_short_way_is_said(bundled: Catalogue) -> None:
    """Where even the best way has a stretch in it, the easiest bridge is named."""
    start = role_profile(bundled.role("ml product manager"), "mid")
    found = find_path(bundled, start, (bundled.role("mlops"), "mid"))
    assert not found.advised.passable
    assert found.bridge is not None
    assert len(found.bridge.moves) > 1
    assert (found.bridge.hardest or 0) > (found.direct.readiness.score or 0)


def test_a_list_starts_where_it_stands(bundled: Catalogue) -> None:
    """The rung and years of a list of skills are those of the role that it fits best."""
    analyst = held_by(bundled.role("data analyst"), "junior")
    typed = {s: n for s, n in analyst.items() if bundled.skills[s].kind != "human"}
    listed = profile(bundled, split_list(", ".join(f"{s}:{n}" for s, n in typed.items())))
    found = find_path(bundled, listed, (bundled.role("data scientist"), "mid"))
    assert found.origin == (bundled.role("data analyst"), "junior")
    for way in (found.advised, *found.alternatives):
        human = [one.skill for move in way.moves for one in move.learned]
        assert not [skill for skill in human if bundled.skills[skill].kind == "human"]


def test_conditions_hold(bundled: Catalogue) -> None:
    """Roles to avoid are no stops, roles to pass are, and pay stays above the floor."""
    start = role_profile(bundled.role("data analyst"), "mid")
    target, data_scientist = (bundled.role("ml engineer"), "mid"), bundled.role("data scientist")

    def stops(way: Way) -> list[str]:
        return [move.role.id for move in way.moves[:-1]]

    avoiding = find_path(bundled, start, target, avoid=[data_scientist])
    assert "data-scientist" not in stops(avoiding.advised)
    passing = find_path(bundled, start, target, via=[bundled.role("ml product manager")])
    assert "ml-product-manager" in stops(passing.advised)
    floored = find_path(bundled, start, target, floor=1.2)
    for move in floored.advised.moves:
        assert move.change is not None
        assert move.change.ratio >= 1.195
    assert floored.pay_unknown
    change = pay_change((bundled.role("data analyst"), "mid"), (data_scientist, "mid"))
    assert change is not None
    floor = round(change.ratio, 2)  # pay is compared as it is told
    assert floor > change.ratio
    kept = find_path(bundled, start, target, via=[data_scientist], floor=floor)
    assert stops(kept.advised) == ["data-scientist"]
    low = find_path(bundled, start, (bundled.role("ml engineer"), "senior"), highest="junior")
    assert {move.rung for move in low.advised.moves[:-1]} <= {"junior"}


def test_conditions_that_cannot_be_met(bundled: Catalogue) -> None:
    """Contradictions are errors of the question; a target below the floor is a no."""
    start = role_profile(bundled.role("ml engineer"), "mid")
    target, mlops = (bundled.role("data analyst"), "mid"), bundled.role("mlops")
    with pytest.raises(AskedWrongly, match="--avoid and --via"):
        find_path(bundled, start, target, avoid=[mlops], via=[mlops])
    with pytest.raises(AskedWrongly, match="more than the 2 stops"):
        find_path(bundled, start, target, via=list(bundled.roles.values())[:3])
    with pytest.raises(AskedWrongly, match="a role to start from"):
        find_path(bundled, Profile(skills={"python": 3}), target, floor=0.9)
    with pytest.raises(NothingFound, match="by way of Head of Machine Learning meets the cond"):
        find_path(bundled, start, target, via=[bundled.role("head of ml")])
    with pytest.raises(NothingFound, match="less than 90%"):
        find_path(bundled, start, target, floor=0.9)


def test_in_a_large_catalogue_the_likest_roles_are_weighed(
    bundled: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that share most with what is held and wanted, which are enough for the same way."""
    start = role_profile(bundled.role("data analyst"), "senior")
    target = bundled.role("ml engineer"), "senior"
    usual = find_path(bundled, start, target)
    monkeypatch.setattr(path, "MOST_ROLES", 8)
    assert find_path(bundled, start, target).advised == usual.advised
    monkeypatch.setattr(path, "MOST_ROLES", 0)
    assert len(find_path(bundled, start, target).advised.moves) == 1
