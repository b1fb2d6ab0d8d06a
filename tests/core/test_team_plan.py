"""Plans are the best there are: compared with all teams up to eight seats, tried one by one."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_team import TEMPLATES

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role, TeamTemplate
from mlroles.core.model.errors import AskedWrongly, NothingFound
from mlroles.core.model.vocabulary import Rung
from mlroles.core.teams.plan import TeamPlan, plan
from mlroles.core.teams.plan_search import Plan
from mlroles.core.teams.scope import scope_of
from mlroles.core.teams.set_cover import Candidate, Chosen, Worth, best_choice

SIZES = range(1, 9)


class Tried:
    """A role as a team could have it, read off the catalogue without the program's own bits."""

    def __init__(self, catalogue: Catalogue, template: TeamTemplate, role: Role) -> None:
        left_out = {item.activity for item in template.leaves_out}
        scope = [
            a.id
            for a in catalogue.activities.values()
            if a.stage in template.stages and a.id not in left_out
        ]
        letters = {duty.activity: duty.raci for duty in role.responsibilities}
        named = {a for a, its_role in template.accountable.items() if its_role == role.id}
        self.id = role.id
        self.role = role
        self.rung: Rung = next((s.rung for s in template.seats if s.role == role.id), "mid")
        self.own = any(seat.role == role.id for seat in template.seats)
        levels = {n.skill: n.levels.at(self.rung) for n in [*role.skills, *role.tools]}
        skills = list(template.skills)
        self.answers = sum(
            1 << i for i, a in enumerate(scope) if letters.get(a) == "A" or a in named
        ) + sum(
            1 << len(scope) + i
            for i, skill in enumerate(skills)
            if levels.get(skill, 0) >= template.skills[skill]
        )
        self.does = sum(1 << i for i, a in enumerate(scope) if letters.get(a) in ("R", "A"))
        self.does |= self.answers & (1 << len(scope)) - 1
        self.everything = (1 << len(scope) + len(skills)) - 1

    def median(self, rung: str) -> int | None:
        figures = [p for p in self.role.pay if p.country == "US" and p.n >= 30]
        figures = [p for p in figures if p.rung in (rung, "all")]
        order = [(p.basis == "advertised", p.rung == rung, p.n, p.median) for p in figures]
        return max(order)[3] if order else None

    def teaching_rung(self) -> str | None:
        ladder = ["junior", "mid", "senior", "lead"]
        for rung in ladder[max(1, ladder.index(self.rung)) :]:
            needs = [n for n in [*self.role.skills, *self.role.tools] if n.essential]
            if needs and all(n.levels.at(rung) >= 3 for n in needs):  # type: ignore[arg-type]
                return rung
        return None


def usable(catalogue: Catalogue, template: TeamTemplate) -> list[Tried]:
    tried = [Tried(catalogue, template, role) for role in catalogue.roles.values()]
    return [t for t in tried if t.answers]


def alone(team: Sequence[Tried]) -> int:
    """The activities that just one of them does, as bits."""
    once = twice = 0
    for one in team:
        twice |= once & one.does
        once |= one.does
    return once & ~twice


Key = tuple[int, int, int, int, int, tuple[str, ...]]


@cache
def all_teams(template: str) -> dict[int, list[Key]]:
    """Of all teams of each size up to eight, the two best without a budget."""
    from mlroles.catalogue.load import load

    catalogue = load()
    roles = usable(catalogue, catalogue.teams[template])
    everything = roles[0].everything
    best: dict[int, list[Key]] = {size: [] for size in SIZES}

    def grow(start: int, team: list[Tried], missing: int) -> None:
        if team:
            known = best[len(team)]
            missed = missing.bit_count()
            if len(known) < 2 or missed <= known[1][0]:
                strangers = sum(not one.own for one in team)
                ids = tuple(one.id for one in team)
                key = (missed, len(team), 0, strangers, alone(team).bit_count(), ids)
                best[len(team)] = sorted([*known, key])[:2]
        if len(team) < SIZES[-1]:
            for position in range(start, len(roles)):
                one = roles[position]
                grow(position + 1, [*team, one], missing & ~one.answers)

    grow(0, [], everything)
    return best


def key_of(found: Plan, template: TeamTemplate) -> Key:
    ids = tuple(seat.role.id for seat in found.seats if seat.rung != "junior")
    own = {seat.role for seat in template.seats}
    missed = len(found.given_up) + len(found.skills_given_up)
    return (missed, len(ids), 0, sum(id not in own for id in ids), found.single_points, ids)


@pytest.mark.parametrize("id", TEMPLATES)
def test_plans_equal_brute_force(bundled: Catalogue, id: str) -> None:
    """For every size up to eight the plan and its runner-up are the two best of all teams."""
    template = bundled.teams[id]
    scope = scope_of(bundled, template)
    teams = all_teams(id)
    for most in SIZES:
        found = plan(bundled, scope, most)
        best = min(key for size in range(1, most + 1) for key in teams[size])
        assert key_of(found.best, template) == best
        others = [key for size in range(1, best[1] + 1) for key in teams[size] if key != best]
        assert found.runner_up is not None
        assert key_of(found.runner_up, template) == min(others)
        assert (found.unlimited is None) == (best[0] == 0)


def staffed(
    team: Sequence[Tried], count: int, budget: int | None
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """All ways to give a team so many juniors: (cost, activities on one person, who has one)."""
    for chosen in combinations(team, count):
        if any(one.teaching_rung() is None for one in chosen):
            continue
        relieved = 0
        for one in chosen:
            relieved |= alone(team) & one.does
        risk = (alone(team) & ~relieved).bit_count()
        if budget is None:
            raised = sum(one.teaching_rung() != one.rung for one in chosen)
            yield raised, risk, tuple(one.id for one in chosen)
            continue
        pays = [
            one.median(one.teaching_rung() or "" if one in chosen else one.rung) for one in team
        ]
        pays += [one.median("junior") for one in chosen]
        if all(pays) and sum(filter(None, pays)) <= budget:
            yield sum(filter(None, pays)), risk, tuple(one.id for one in chosen)


def best_staffed(
    catalogue: Catalogue, template: TeamTemplate, most: int, budget: int | None, share: float
) -> Key | None:
    roles = usable(catalogue, template)
    found: list[Key] = []
    for size in range(1, most + 1):
        seats = next(n for n in range(size, 2 * size + 1) if n - int(share * n + 1e-9) >= size)
        if seats > most:
            break
        for team in combinations(roles, size):
            missing = roles[0].everything
            for one in team:
                missing &= ~one.answers
            if found and missing.bit_count() > found[0][0]:
                continue
            for cost, risk, _ in staffed(team, seats - size, budget):
                strangers = sum(not one.own for one in team)
                ids = tuple(one.id for one in team)
                found = [min([*found, (missing.bit_count(), size, cost, strangers, risk, ids)])]
    return found[0] if found else None


@pytest.mark.parametrize("share", [0.0, 0.25, 0.4, 0.5])
@pytest.mark.parametrize("budget", [None, 300_000, 520_000, 700_000, 1_000_000])
def test_budgets_and_juniors_equal_brute_force(
    bundled: Catalogue, share: float, budget: int | None
) -> None:
    """Under a budget, with juniors, or both, no other team is better."""
    for id in ("first-model", "data-labelling-operation"):
        template, most = bundled.teams[id], 6
        scope = scope_of(bundled, template)
        best = best_staffed(bundled, template, most, budget, share)
        if best is None:
            with pytest.raises(NothingFound):
                plan(bundled, scope, most, budget, junior_share=share)
            continue
        found = plan(bundled, scope, most, budget, junior_share=share).best
        missed, size, _, strangers, risk, ids = key_of(found, template)
        cost = (
            found.cost
            if budget
            else sum(
                seat.rung != scope.rung(seat.role.id)
                for seat in found.seats
                if seat.rung != "junior"
            )
        )
        assert (missed, size, cost, strangers, risk, ids) == best
        juniors = [seat for seat in found.seats if seat.rung == "junior"]
        assert len(juniors) == int(share * len(found.seats) + 1e-9)


def test_a_budget_says_what_is_given_up(bundled: Catalogue) -> None:
    """Less money covers less, what is left out is told, and unknown pay is never assumed."""
    scope = scope_of(bundled, bundled.teams["small-product-team"])
    whole = plan(bundled, scope)
    assert not whole.best.given_up
    assert whole.unlimited is None
    assert whole.best.cost is not None
    missed = 0
    for budget in (whole.best.cost, 900_000, 500_000, 200_000):
        found: TeamPlan = plan(bundled, scope, budget=budget)
        assert found.best.cost is not None
        assert found.best.cost <= budget
        assert len(found.best.given_up) >= missed
        missed = len(found.best.given_up)
        assert all(seat.pay for seat in found.best.seats)
        assert all(not role.pay or role.id not in _ids(found.best) for role in found.unpaid)
    assert missed
    assert found.unlimited == whole.best


def _ids(found: Plan) -> set[str]:
    return {seat.role.id for seat in found.seats}


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ({"most": 0}, "a team of 0 is none"),
        ({"budget": 0}, "a budget of 0 is none"),
        ({"junior_share": 0.6}, "cannot be taught"),
        ({"junior_share": -0.1}, "cannot be taught"),
        ({"country": "XX"}, "no figures for the country 'XX'"),
    ],
)
def test_limits_that_are_none(bundled: Catalogue, limits: dict[str, float], told: str) -> None:
    """Each says what is wrong."""
    with pytest.raises(AskedWrongly, match=told):
        plan(bundled, scope_of(bundled, bundled.teams["first-model"]), **limits)  # type: ignore[arg-type]


sets = st.lists(st.tuples(st.integers(0, 255), st.integers(0, 9)), min_size=1, max_size=9)


@given(sets, st.integers(1, 5), st.none() | st.integers(0, 25), st.integers(0, 511))
def test_the_search_is_exact(
    drawn: list[tuple[int, int]], most: int, budget: int | None, forbidden: int
) -> None:
    """Whatever the sets, the costs and the choices that must not be, it finds the best."""
    candidates = [Candidate(*pair) for pair in drawn]

    def worth(chosen: Chosen, missed: int) -> Worth | None:
        cost = sum(candidates[i].cost for i in chosen)
        if sum(1 << i for i in chosen) == forbidden or (budget is not None and cost > budget):
            return None
        return Worth(missed, len(chosen), cost, 0, sum(chosen) % 3, chosen)

    valued = []
    for size in range(1, most + 1):
        for chosen in combinations(range(len(candidates)), size):
            missing = 255
            for i in chosen:
                missing &= ~candidates[i].covers
            valued.append(worth(chosen, missing.bit_count()))
    best = min(filter(None, valued), default=None)
    assert best_choice(candidates, 255, most, worth, budget) == best
