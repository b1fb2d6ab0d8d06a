"""Plans are the best there are: compared with all teams, tried one by one."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from math import ceil
from random import Random
from statistics import median_high

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_team import TEMPLATES

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import LeftOut, Pay, Role, Seat, TeamTemplate
from mlroles.core.model.errors import AskedWrongly, NothingFound
from mlroles.core.model.ladder import LADDER
from mlroles.core.model.vocabulary import Rung, replace
from mlroles.core.pay.figures import pay_at
from mlroles.core.teams.check import check
from mlroles.core.teams.file import Member, TeamFile
from mlroles.core.teams.mentoring import can_teach
from mlroles.core.teams.nearest import nearest_template
from mlroles.core.teams.plan import Plan, TeamPlan, plan
from mlroles.core.teams.scope import scope_of
from mlroles.core.teams.seat_search import OpenSeat, Option, Worth, best_choice, by_cost, by_worth
from mlroles.core.teams.team import Team, seats_said, team_of, template_team
from strategies import ACTIVITIES, catalogues, rungs

Measure = tuple[int, int, int, int, int, float, int]
Hired = tuple[Role, Rung, Rung, float]
"""(role, rung, the rung that is wanted, the share of a post)."""


def assumed(catalogue: Catalogue, template: TeamTemplate, rung: Rung) -> int:
    """What somebody of unknown pay costs: the median of the template's roles at the rung."""
    roles = [catalogue.roles[id] for id in {seat.role for seat in template.seats}]
    known = [pay.amount for role in roles if (pay := pay_at(LADDER, role, rung))]
    return median_high(known) if known else 0


def wanted_by(template: TeamTemplate) -> dict[str, list[tuple[int, float]]]:
    """The people whom a template wants of each role: (place of the rung, share), highest first."""
    wanted: dict[str, list[tuple[int, float]]] = {}
    for seat in template.seats:
        places = [(LADDER.ids.index(seat.rung), seat.share)] * seat.people
        wanted[seat.role] = sorted(wanted.get(seat.role, []) + places, reverse=True)
    return wanted


def passed_over(template: TeamTemplate, team: list[Hired]) -> int:
    """The seats that are empty although a lower one of the role is filled."""
    passed = 0
    for id, seats in wanted_by(template).items():
        filled = sorted(
            ((LADDER.ids.index(want), share) for role, _, want, share in team if role.id == id),
            reverse=True,
        )
        place = 0
        for seat in filled:
            place = seats.index(seat, place) + 1
        passed += place - len(filled)
    return passed


def teachable(template: TeamTemplate, team: list[Hired]) -> bool:
    """Whether each junior has somebody of the role, if the template wants others than juniors."""
    wanted = wanted_by(template)
    elders = {role.id for role, rung, *_ in team if rung != "junior"}
    return all(
        rung != "junior" or role.id in elders or wanted[role.id][0][0] == 0
        for role, rung, *_ in team
    )


def measured(catalogue: Catalogue, template: TeamTemplate, team: list[Hired]) -> Measure:
    """What is compared of a team, by the check of the team and not by the plan's own numbers."""
    seats = [Member(role=role.id, rung=rung, share=share) for role, rung, _, share in team]
    people = team_of(catalogue, TeamFile(seats=seats)) if seats else Team(name="", people=())
    found = check(catalogue, people, scope_of(catalogue, template))
    skills = {
        skill
        for skill, level in template.skills.items()
        if all(p.held.get(skill, 0) < level for p in found.team.people)
    }
    wanted: Counter[str] = Counter()
    for seat in template.seats:
        wanted[seat.role] += seat.people
    have = Counter(role.id for role, *_ in team)
    cost = 0.0
    for role, rung, _, share in team:
        pay = pay_at(LADDER, role, rung)
        cost += round((pay.amount if pay else assumed(catalogue, template, rung)) * share, 2)
    return (
        len(found.holes) + len(skills),
        sum(max(0, n - have[role]) for role, n in wanted.items() if n > 1),
        sum(rung != its_wanted for _, rung, its_wanted, _ in team),
        len(team),
        passed_over(template, team),
        cost,
        sum(role.id not in wanted for role, *_ in team),
    )


def of(best: Plan) -> list[Hired]:
    """The people of a plan without the juniors that learn."""
    return [
        (seat.role, seat.rung, seat.wanted_rung, seat.share)
        for seat in best.seats
        for _ in range(seat.people)
        if not seat.taught
    ]


def one_below(rung: Rung) -> tuple[Rung, ...]:
    """A rung, and the one below it."""
    place = LADDER.ids.index(rung)
    return (rung, LADDER.ids[place - 1]) if place else (rung,)


def all_teams(
    catalogue: Catalogue, template: TeamTemplate, paid_only: bool
) -> Iterator[list[Hired]]:
    """Every team that a plan could mean, however bad."""
    choices: list[list[list[Hired]]] = []
    for role in catalogue.roles.values():
        seats = [seat for seat in template.seats if seat.role == role.id]
        wanted = [(seat.rung, seat.share) for seat in seats for _ in range(seat.people)]
        if wanted:
            each = [
                [None, *((role, rung, want, share) for rung in one_below(want))]
                for want, share in wanted
            ]
            some = [[hired for hired in team if hired] for team in product(*each)]
            choices.append(some)
        elif pay_at(LADDER, role, "mid") or not paid_only:
            choices.append([[], [(role, "mid", "mid", 1.0)]])
    for some_of_each in product(*choices):
        team = [hired for some in some_of_each for hired in some]
        if teachable(template, team):
            yield team


pays = st.lists(st.none() | st.integers(10, 99), min_size=4, max_size=4)


@st.composite
def templates(draw: st.DrawFn, catalogue: Catalogue) -> tuple[Catalogue, TeamTemplate]:
    """The catalogue with pay, and a template of one to three of its roles."""
    roles = {}
    for id, role in catalogue.roles.items():
        medians = zip(LADDER.ids, draw(pays), strict=True)
        roles[id] = replace(role, pay=[paid(rung, m) for rung, m in medians if m])
    of_it = draw(st.lists(st.sampled_from(list(roles)), min_size=1, max_size=2, unique=True))
    seats = [
        Seat(role=role, rung=draw(rungs), people=draw(st.integers(1, 2)), share=share, without="x")
        for role in of_it
        for share in draw(st.sampled_from([[1.0], [0.5], [1.0, 0.5]]))
    ]
    named = {a: draw(st.sampled_from(of_it)) for a in ACTIVITIES if draw(st.booleans())}
    template = TeamTemplate(
        id="t",
        name="T",
        goal="g",
        seats=seats,
        stages=["build"],
        accountable=named,
        leaves_out=[LeftOut(activity=ACTIVITIES[0], reason="r")],
        sources=["editorial"],
        reviewed="2026",
    )
    return replace(catalogue, roles=roles, teams={"t": template}), template


def paid(rung: str, median: int) -> Pay:
    fields = {"country": "US", "currency": "USD", "basis": "advertised", "rung": rung, "n": 99}
    return Pay(**fields, year="2025", median=median, source="editorial")


@given(st.data(), catalogues(), st.none() | st.integers(1, 5), st.none() | st.integers(1, 300))
def test_plans_equal_brute_force(
    data: st.DataObject, drawn: Catalogue, most: int | None, budget: int | None
) -> None:
    """No team within the limits is better than the plan, in the order that is promised."""
    catalogue, template = data.draw(templates(drawn))
    scope = scope_of(catalogue, template)
    teams = [
        (measured(catalogue, template, team), team)
        for team in all_teams(catalogue, template, budget is not None)
        if team
    ]
    known = [role for role in catalogue.roles.values() if pay_at(LADDER, role, "mid")]
    if len(known) < len(catalogue.roles) and budget is None:
        return  # an outsider of unknown pay counts as the dearest; see the next test
    fitting = [
        key
        for key, team in teams
        if (most is None or len(team) <= most) and (budget is None or key[5] <= budget)
    ]
    if not fitting:
        with pytest.raises(NothingFound):
            plan(catalogue, scope, most, budget)
        return
    try:
        found = plan(catalogue, scope, most, budget)
    except NothingFound:
        nothing = measured(catalogue, template, [])
        assert min(fitting)[:2] >= nothing[:2]
        return
    assert measured(catalogue, template, of(found.best)) == min(fitting)
    assert len(found.best.not_covered) == min(fitting)[0]
    if found.least_budget is not None:
        enough = [key[5] for key, _ in teams if key[0] < min(fitting)[0]]
        within = [
            key[5]
            for key, team in teams
            if key[0] < min(fitting)[0] and (most is None or len(team) <= most)
        ]
        assert found.least_budget == ceil(min(within)) >= min(enough)


@pytest.mark.parametrize("id", TEMPLATES)
def test_a_cheaper_team_never_covers_more(bundled: Catalogue, id: str) -> None:
    """Whoever puts a team of the template together for less leaves as much uncovered, or more."""
    template, draw = bundled.teams[id], Random(id)
    scope = scope_of(bundled, template)
    people = [seat for seat in template.seats for _ in range(seat.people)]
    wanted = wanted_by(template)
    others = [r for r in bundled.roles.values() if r.id not in wanted and pay_at(LADDER, r, "mid")]
    for _ in range(25):
        some = draw.sample(people, draw.randint(1, len(people)))
        team = [
            (bundled.roles[seat.role], draw.choice(one_below(seat.rung)), seat.rung, seat.share)
            for seat in some
        ]
        team += [(draw.choice(others), "mid", "mid", 1.0)] * draw.randint(0, 1)
        if not teachable(template, team):
            continue
        missed, *_, cost, _ = measured(bundled, template, team)
        best = plan(bundled, scope, budget=max(ceil(cost), 1)).best
        assert len(best.not_covered) + len(best.skills_not_covered) <= missed
        assert (best.cost or 0) + best.assumed <= max(ceil(cost), 1)


def test_rungs_bend_before_an_activity_is_dropped(bundled: Catalogue) -> None:
    """Four people at mid cover what four at the template's rungs would, for less."""
    found = plan(bundled, scope_of(bundled, bundled.teams["first-model"]), budget=530_000)
    assert [seat.rung for seat in found.best.seats] == ["mid"] * 4
    assert sum(seat.wanted_rung == "senior" for seat in found.best.seats) == 2
    assert not found.best.not_covered
    assert found.least_budget is None
    assert found.to_cover_everything is None


@pytest.mark.parametrize("id", TEMPLATES)
def test_a_share_of_juniors_adds_one(bundled: Catalogue, id: str) -> None:
    """At least one junior, beside somebody who can teach it, and everybody else stays."""
    scope = scope_of(bundled, bundled.teams[id])
    without, found = plan(bundled, scope).best, plan(bundled, scope, junior_share=0.2).best
    assert of(found) == of(without)
    juniors = [seat for seat in found.seats if seat.rung == "junior"]
    assert sum(seat.people for seat in juniors) == found.juniors.seats
    assert found.juniors.seats >= max(1, int(0.2 * found.people))
    assert found.juniors.reason is None
    for junior in (seat for seat in found.seats if seat.taught):
        beside = [s for s in found.seats if s.role == junior.role and not s.taught]
        ladder = {need.skill: need for need in junior.role.skills + junior.role.tools}
        held = {id: need.at(beside[0].rung) for id, need in ladder.items()}
        assert can_teach(LADDER, held, junior.role, "junior")


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        ({"most": 4}, "most people"),
        ({"budget": 600_000}, "budget"),
    ],
)
def test_why_no_junior_fits(bundled: Catalogue, limits: dict[str, int], reason: str) -> None:
    """A limit that leaves no room for a junior is named, and nobody goes for it."""
    scope = scope_of(bundled, bundled.teams["first-model"])
    found = plan(bundled, scope, junior_share=0.2, **limits).best  # type: ignore[arg-type]
    assert (found.juniors.seats, found.juniors.reason) == (0, reason)
    assert found.people == 4


@pytest.mark.parametrize("id", TEMPLATES)
@pytest.mark.parametrize("more", [0, 1, 2])
def test_juniors_within_limits(bundled: Catalogue, id: str, more: int) -> None:
    """However many are wanted, no more people than allowed; what lacks of them has a reason."""
    scope = scope_of(bundled, bundled.teams[id])
    most = plan(bundled, scope).best.people + more
    found = plan(bundled, scope, junior_share=0.5, most=most).best
    assert found.people <= most
    if found.juniors.seats < found.people // 2:
        assert found.juniors.reason == ("most people" if found.people == most else "no teacher")


def test_nobody_can_teach(bundled: Catalogue) -> None:
    """Where nobody is a practitioner in what a junior of their role needs, it is said."""
    scope = scope_of(bundled, bundled.teams["first-model"])
    team = team_of(bundled, seats_said(LADDER, "data-analyst@mid"))
    juniors = plan(bundled, scope, most=1, junior_share=0.5, team=team).best.juniors
    assert juniors.seats == 0
    assert juniors.reason == "no teacher"


def test_as_many_people_as_the_template_says(bundled: Catalogue) -> None:
    """Four annotators are four, whoever could do their work alone."""
    scope = scope_of(bundled, bundled.teams["data-labelling-operation"])
    for limits in ({}, {"budget": 1_000_000}):
        found = plan(bundled, scope, **limits).best
        rungs = [
            s.rung for s in found.seats if s.role.id == "data-annotator" for _ in range(s.people)
        ]
        assert rungs == ["lead", "senior", *["junior"] * 4]
    assert [role.id for role in found.pay_unknown] == ["delivery-manager"]


def test_unknown_pay_is_not_free(bundled: Catalogue) -> None:
    """A budget covers what is assumed for people of unknown pay too."""
    template = bundled.teams["data-labelling-operation"]
    scope = scope_of(bundled, template)
    for budget in (300_000, 600_000, 900_000):
        found = plan(bundled, scope, budget=budget).best
        expected = sum(
            assumed(bundled, template, seat.rung) * seat.share * seat.people
            for seat in found.seats
            if not seat.pay
        )
        assert found.assumed == round(expected) > 0
        assert (found.cost or 0) + found.assumed <= budget


def test_a_junior_is_never_alone(bundled: Catalogue) -> None:
    """No seat is lowered to junior, and no junior hired, without somebody to learn from."""
    for template in bundled.teams.values():
        for budget in range(100_000, 900_000, 100_000):
            try:
                found = plan(bundled, scope_of(bundled, template), budget=budget).best
            except NothingFound:
                continue
            elders = {seat.role.id for seat in found.seats if seat.rung != "junior"}
            assert {seat.role.id for seat in found.seats} <= elders


def test_the_highest_seat_of_a_role_comes_first(bundled: Catalogue) -> None:
    """Of a lead and two at mid, one whom the budget allows is the lead."""
    scope = scope_of(bundled, bundled.teams["research-group"])
    found = plan(bundled, scope, budget=600_000).best
    assert [s.rung for s in found.seats if s.role.id == "ml-researcher"] == ["lead"]


def test_a_junior_without_a_teacher_does_not_count(bundled: Catalogue) -> None:
    """A junior who is the only one of the role is not the junior that is asked for."""
    scope = scope_of(bundled, bundled.teams["first-model"])
    team = team_of(bundled, seats_said(LADDER, "data-analyst@junior"))
    best = plan(bundled, scope, junior_share=0.1, team=team).best
    juniors = best.juniors
    assert (juniors.seats, juniors.reason) == (1, None)
    (added,) = (s.role.id for s in best.seats if s.rung == "junior" and not s.there)
    assert added != "data-analyst"
    assert [role.id for role in juniors.alone] == ["data-analyst"]


@pytest.mark.parametrize("id", TEMPLATES)
@pytest.mark.parametrize("budget", [None, 450_000, 800_000])
def test_runners_up_are_of_the_family(bundled: Catalogue, id: str, budget: int | None) -> None:
    """One seat fewer, or another role of its family that is no speciality; never a better team."""
    template = bundled.teams[id]
    found: TeamPlan = plan(bundled, scope_of(bundled, template), budget=budget)
    assert found.runner_up is not None
    here, there = (Counter(r.id for r, *_ in of(p)) for p in (found.best, found.runner_up))
    (gone,), come = (here - there).elements(), list((there - here).elements())
    for role in map(bundled.roles.__getitem__, come):
        assert role.family == bundled.roles[gone].family
        assert not role.speciality_of or role.id in {seat.role for seat in template.seats}
        assert budget is None or role.id in {s.role for s in template.seats} or role.pay
    best, other = (measured(bundled, template, of(p)) for p in (found.best, found.runner_up))
    assert best <= other
    assert found.difference == (
        ["missed", "absent", "below", "seats", "", "cost", "strangers"][
            next(i for i in range(7) if other[i] > best[i])
        ]
        if best < other
        else "nothing"
    )


def test_a_plan_starts_from_the_people_there_are(bundled: Catalogue) -> None:
    """They stay at their rungs, cost what they cost, and only what they leave open is planned."""
    template = bundled.teams["small-product-team"]
    file = TeamFile(
        seats=[
            Member(role="data-scientist", rung="junior", share=0.5),
            Member(role="ml-engineer", rung="lead"),
            Member(role="database-administrator"),
        ]
    )
    team, scope = team_of(bundled, file), scope_of(bundled, template, file)
    found = plan(bundled, scope, team=team)
    there = [seat for seat in found.best.seats if seat.there]
    new = {seat.role.id for seat in found.best.seats if not seat.there}
    assert [(s.role.id, s.rung, s.wanted_rung) for s in there] == [
        ("data-scientist", "junior", "junior"),
        ("ml-engineer", "lead", "lead"),
        ("database-administrator", "mid", "mid"),
    ]
    assert new == {"ml-product-manager", "data-engineer", "software-engineer", "mlops-engineer"}
    assert not found.best.not_covered
    costs = [pay_at(LADDER, p.role, p.rung) for p in team.people]
    already = sum(
        known.amount * person.share
        for known, person in zip(costs, team.people, strict=True)
        if known
    )
    added = sum(s.pay.amount * s.share for s in found.best.seats if s.pay and not s.there)
    assert found.best.cost == round(already + added)
    with pytest.raises(NothingFound, match="already, more than 50,000") as told:
        plan(bundled, scope, budget=50_000, team=team)
    least = int(str(told.value.remedy).rsplit(" ", 1)[1].replace(",", ""))
    assert len(plan(bundled, scope, budget=least, team=team).best.seats) > len(there)
    whole = template_team(bundled, template)
    assert all(seat.there for seat in plan(bundled, scope, team=whole).best.seats)


def test_the_least_budget_is_the_least(bundled: Catalogue) -> None:
    """With it more is covered, and with one unit less nothing more."""
    scope = scope_of(bundled, bundled.teams["first-model"])
    there = team_of(bundled, seats_said(LADDER, "data-engineer"))
    for budget, team in ((150_000, None), (300_000, None), (450_000, None), (300_000, there)):
        found = plan(bundled, scope, budget=budget, team=team)
        assert found.least_budget is not None
        count = len(found.best.not_covered)
        more = plan(bundled, scope, budget=found.least_budget, team=team)
        assert len(more.best.not_covered) < count
        less = plan(bundled, scope, budget=found.least_budget - 1, team=team)
        assert len(less.best.not_covered) == count
        assert found.to_cover_everything is not None
        assert not found.to_cover_everything.not_covered
        assert {seat.role for seat, _ in found.left_out} == {
            seat.role
            for seat in scope.template.seats  # type: ignore[union-attr]
        } - {role.id for role, *_ in of(found.best)}


@pytest.mark.parametrize("id", TEMPLATES)
def test_the_nearest_template(bundled: Catalogue, id: str) -> None:
    """A template's own team is nearest to it, and so is one that lacks somebody."""
    template = bundled.teams[id]
    team = template_team(bundled, template)
    found = nearest_template(bundled, team)
    assert found is not None
    assert found.template == template
    assert len(found.shared) == found.roles == len(team.roles())
    assert found.answered == 1
    assert nearest_template(replace(bundled, teams={}), team) is None


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        ({"most": 0}, "a team needs somebody"),
        ({"budget": 0}, "a budget of 0 hires nobody"),
        ({"junior_share": 0.6}, "cannot be taught"),
        ({"junior_share": -0.1}, "cannot be taught"),
        ({"country": "XX"}, "no figures for the country 'XX'"),
    ],
)
def test_limits_that_are_none(bundled: Catalogue, limits: dict[str, float], told: str) -> None:
    """Each says what is wrong."""
    with pytest.raises(AskedWrongly, match=told):
        plan(bundled, scope_of(bundled, bundled.teams["first-model"]), **limits)  # type: ignore[arg-type]


def test_a_budget_for_nobody(bundled: Catalogue) -> None:
    """The least that would cover anything is said."""
    scope = scope_of(bundled, bundled.teams["first-model"])
    with pytest.raises(NothingFound, match="budget of 10,000") as told:
        plan(bundled, scope, budget=10_000)
    cheapest = min(
        ceil(known.amount * seat.share)
        for seat in bundled.teams["first-model"].seats
        for rung in one_below(seat.rung)
        if rung != "junior" and (known := pay_at(LADDER, bundled.roles[seat.role], rung))
    )
    assert told.value.remedy == f"the least that helps costs {cheapest:,}"
    three = team_of(bundled, seats_said(LADDER, "data-engineer:3"))
    with pytest.raises(NothingFound, match="3 people already, more than 2"):
        plan(bundled, scope, 2, team=three)
    with pytest.raises(NothingFound, match="already, more than 50,000") as told:
        plan(bundled, scope, 3, 50_000, team=three)
    least = int(str(told.value.remedy).removeprefix("allow at least ").replace(",", ""))
    assert all(seat.there for seat in plan(bundled, scope, 3, least, team=three).best.seats)
    with pytest.raises(NothingFound):
        plan(bundled, scope, 3, least - 1, team=three)


option = st.builds(Option, st.integers(0, 255), st.integers(0, 9), st.just(0), beside=st.booleans())
seat = st.builds(
    lambda options, *others: OpenSeat(
        tuple(o._replace(below=i) for i, o in enumerate(options)), *others
    ),
    st.lists(option, min_size=1, max_size=2),
    st.integers(0, 1),
    st.integers(0, 1),
    st.integers(0, 1),
    st.booleans(),
)


@given(
    st.lists(seat, min_size=1, max_size=6),
    st.none() | st.integers(0, 4),
    st.none() | st.integers(0, 25),
    st.none() | st.integers(0, 8),
    st.sampled_from([by_worth, by_cost]),
)
def test_the_search_is_exact(
    seats: list[OpenSeat],
    most: int | None,
    budget: int | None,
    most_missed: int | None,
    rank: object,
) -> None:
    """Whatever the seats, the costs and the limits, it finds one of the best."""
    place = 0
    for i, seat in enumerate(seats):
        place = place + 1 if i and (seat.follows or seat.place) else 0
        seats[i] = seat._replace(place=place, follows=seat.follows and place > 0)
    values = []
    for choice in product(*[range(len(seat.options) + 1) for seat in seats]):
        chosen = [(i, n - 1) for i, n in enumerate(choice) if n]
        options = [seats[i].options[n] for i, n in chosen]
        missing = 255
        for one in options:
            missing &= ~one.covers
        taken = list(zip(chosen, options, strict=True))
        elders = {i - seats[i].place for (i, _), option in taken if not option.beside}
        lone = any(
            (seats[i].follows and not choice[i - 1])
            or (option.beside and i - seats[i].place not in elders)
            for (i, _), option in taken
        )
        worth = Worth(
            missing.bit_count(),
            sum(s.wanted for s in seats) - sum(seats[i].wanted for i, _ in chosen),
            sum(o.below for o in options),
            len(chosen),
            sum(
                not choice[j]
                for j, seat in enumerate(seats)
                if any(i > j and i - seats[i].place <= j for i, _ in chosen)
            ),
            sum(o.cost for o in options),
            sum(seats[i].stranger for i, _ in chosen),
        )
        fits = (most is None or worth.seats <= most) and (budget is None or worth.cost <= budget)
        fits = fits and (most_missed is None or worth.missed <= most_missed) and not lone
        if fits:
            values.append(worth)
    found = best_choice(seats, 255, most, budget, most_missed, rank)  # type: ignore[arg-type]
    assert (found is None) == (not values)
    if found:
        assert rank(found) == min(map(rank, values))  # type: ignore[operator, arg-type]
        assert len(found.chosen) == found.seats
