"""What a team covers: holes, depth, single points, juniors and hires, counted independently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import TeamTemplate
from mlroles.core.model.errors import AskedWrongly, NothingFound
from mlroles.core.model.ladder import LADDER
from mlroles.core.model.limits import PEOPLE
from mlroles.core.model.vocabulary import replace
from mlroles.core.teams.assessment import assess
from mlroles.core.teams.check import check, handoffs_missing
from mlroles.core.teams.file import Member, TeamFile
from mlroles.core.teams.nearest import nearest_template
from mlroles.core.teams.next_hire import WEIGHTS, next_hires
from mlroles.core.teams.scope import Scope, scope_of, template_named
from mlroles.core.teams.team import (
    MOST_PEOPLE,
    Team,
    changed,
    said,
    seats_said,
    team_of,
    template_team,
)
from strategies import ROLES, catalogues, rungs

TEMPLATES = [
    *("climate-and-energy-product", "data-labelling-operation", "first-model"),
    *("language-model-product", "platform-for-many-models", "regulated-industry"),
    *("research-group", "small-product-team"),
]


def without(team: Team, position: int) -> Team:
    return replace(team, people=team.people[:position] + team.people[position + 1 :])


def unanswered(catalogue: Catalogue, team: Team, template: TeamTemplate | None) -> set[str]:
    """The activities in scope that no role of a team has an A for or is named for."""
    found = set()
    left_out = {item.activity for item in template.leaves_out} if template else set()
    for activity in catalogue.activities.values():
        outside = (
            template
            and activity.stage not in template.stages
            and activity.id not in template.accountable
        )
        if activity.id not in left_out and not outside:
            answering = {
                person.role.id
                for person in team.people
                for duty in person.role.responsibilities
                if duty.activity == activity.id and duty.raci == "A"
            }
            named = template.accountable.get(activity.id) if template else None
            if not answering and named not in {person.role.id for person in team.people}:
                found.add(activity.id)
    return found


@given(catalogues(), st.data())
def test_removing_a_seat_leaves_exactly_its_holes(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    """What a check reports after somebody left is what only they answered for, and no more."""
    members = st.builds(Member, role=st.sampled_from(list(catalogue.roles)), rung=rungs)
    team = team_of(catalogue, TeamFile(seats=data.draw(st.lists(members, min_size=1, max_size=6))))
    scope = scope_of(catalogue, None)
    before = check(catalogue, team, scope)
    assert {hole.id for hole in before.holes} == unanswered(catalogue, team, None)
    for position in range(len(team.people)):
        less = without(team, position)
        after = check(catalogue, less, scope)
        opened = {hole.id for hole in after.holes} - {hole.id for hole in before.holes}
        assert opened == unanswered(catalogue, less, None) - unanswered(catalogue, team, None)
        alone = {a.id for p in before.single_points for a in p.activities}
        lost = {a.activity.id for a in after.activities if not a.depth} - {
            a.activity.id for a in before.activities if not a.depth
        }
        its_own = [p for p in before.single_points if p.person is team.people[position]]
        assert lost == {a.id for point in its_own for a in point.activities} <= alone


@pytest.mark.parametrize("id", TEMPLATES)
def test_a_template_has_no_hole(bundled: Catalogue, id: str) -> None:
    """The full team of each template covers what it asks for; each seat less is told exactly."""
    template = bundled.teams[id]
    team, scope = template_team(bundled, template), scope_of(bundled, template)
    full = check(bundled, team, scope)
    assert not full.holes
    assert not full.overlaps
    assert not full.missing_skills
    assert not full.handoffs_missing
    for position in range(len(team.people)):
        less = without(team, position)
        holes = {hole.id for hole in check(bundled, less, scope).holes}
        assert holes == unanswered(bundled, less, template)


def test_every_template_is_tested(bundled: Catalogue) -> None:
    """No template is added without its test."""
    assert list(bundled.teams) == TEMPLATES


def first(bundled: Catalogue, seats: str) -> tuple[Team, Scope]:
    team = team_of(bundled, seats_said(LADDER, seats))
    return team, scope_of(bundled, template_named(bundled, "first-model"))


def test_people_with_skills_of_their_own(bundled: Catalogue) -> None:
    """Who could not do the work of the seat covers nothing, and is missed as if not there."""
    able = Member(role="data-engineer", name="Ada", skills={"python": 4})
    needs = bundled.role("data-engineer")
    nothing = {need.skill: 0 for need in [*needs.skills, *needs.tools]}
    unable = Member(role="data-engineer", name="Bo", skills=nothing)
    scope = scope_of(bundled, bundled.teams["first-model"])
    for member, counts in ((able, True), (unable, False)):
        team = team_of(bundled, TeamFile(seats=[member]))
        found = check(bundled, team, scope)
        assert team.people[0].counts is counts
        assert bool(found.single_points) is counts
    assert {m.skill.id for m in found.missing_skills} >= {
        need.skill for need in [*needs.skills, *needs.tools] if need.essential_at("mid", LADDER)
    }


@pytest.mark.parametrize("id", TEMPLATES)
def test_missing_skills_are_those_that_nobody_has(bundled: Catalogue, id: str) -> None:
    """Each with the level that somebody holds, and 0 where nobody does."""
    team, scope = (
        team_of(bundled, seats_said(LADDER, "mlops@junior data-analyst")),
        bundled.teams[id],
    )
    found = check(bundled, team, scope_of(bundled, scope))
    for missing in found.missing_skills:
        best = max(person.held.get(missing.skill.id, 0) for person in team.people)
        assert best == missing.held < missing.needed
    told = {missing.skill.id for missing in found.missing_skills}
    for skill, level in scope.skills.items():
        assert skill in told or any(p.held.get(skill, 0) >= level for p in team.people)


def test_depth_counts_people(bundled: Catalogue) -> None:
    """Two on one seat are two, for an activity as for a stage."""
    team, scope = first(bundled, "data-engineer:2 ml-engineer")
    found = check(bundled, team, scope)
    data = next(stage for stage in found.stages if stage.stage == "data")
    assert data.depth == 3
    assert max(activity.depth for activity in data.activities) == 2
    assert not any(point.person.role.id == "data-engineer" for point in found.single_points)


def test_two_who_answer_overlap_until_one_is_named(bundled: Catalogue) -> None:
    """Site reliability and DevOps engineers both answer for services; a team file settles it."""
    seats = [Member(role="sre"), Member(role="devops")]
    file = TeamFile(seats=seats)
    overlaps = check(bundled, team_of(bundled, file), scope_of(bundled, None, file)).overlaps
    assert "monitor-services" in {o.activity.id for o in overlaps}
    settled = TeamFile(seats=seats, accountable={"monitor-services": "devops"})
    overlaps = check(bundled, team_of(bundled, settled), scope_of(bundled, None, settled)).overlaps
    assert "monitor-services" not in {o.activity.id for o in overlaps}


def test_juniors_need_somebody_of_their_own(bundled: Catalogue) -> None:
    """A mentor is ahead of a junior in all that is essential to the role, and carries one."""
    team, scope = first(bundled, "data-engineer@senior data-engineer@junior:2 ml-engineer@senior")
    mentoring = check(bundled, team, scope).mentoring
    assert [(j.role.id, m.role.id) for j, m in mentoring.pairs] == [
        ("data-engineer", "data-engineer")
    ]
    assert len(mentoring.alone) == 1
    assert mentoring.capacity == 2
    assert [person.role.id for person, _ in mentoring.room] == ["ml-engineer"]


@given(catalogues(), st.lists(st.tuples(st.sampled_from(ROLES[:2]), rungs), max_size=7))
def test_mentors_are_paired_as_well_as_possible(
    catalogue: Catalogue, seats: list[tuple[str, str]]
) -> None:
    """No more juniors could have a mentor, whoever is tried first."""
    members = [Member(role=role, rung=rung) for role, rung in seats]
    team = team_of(catalogue, TeamFile(seats=members or [Member(role=ROLES[0])]))
    mentoring = check(catalogue, team, scope_of(catalogue, None)).mentoring
    juniors = [p for p in team.people if p.rung == "junior"]
    others = [p for p in team.people if p.rung != "junior"]

    def most(left: list[int], free: frozenset[int]) -> int:
        if not left:
            return 0
        needed = [
            (n.skill, min(3, n.levels["junior"] + 1))
            for n in [*juniors[left[0]].role.skills, *juniors[left[0]].role.tools]
            if n.essential_at("junior", LADDER)
        ]
        options = [
            1 + most(left[1:], free - {i})
            for i in free
            if needed and all(others[i].held.get(skill, 0) >= level for skill, level in needed)
        ]
        return max([most(left[1:], free), *options])

    assert len(mentoring.pairs) == most(list(range(len(juniors))), frozenset(range(len(others))))
    assert len(mentoring.pairs) + len(mentoring.alone) == len(juniors)


def test_hires_are_scored_by_what_they_fill(bundled: Catalogue) -> None:
    """The parts add up to the score, and hiring the first one fills what was said."""
    team, scope = first(bundled, "data-engineer:2 data-scientist@senior ml-engineer")
    before = check(bundled, team, scope)
    hires = next_hires(bundled, before, "US")
    assert hires[0].role.id == "ml-product-manager"
    assert [h.score for h in hires] == sorted((h.score for h in hires), reverse=True)
    for hire in hires[:5]:
        assert hire.score == sum(hire.parts().values()) > 0
        assert set(hire.parts()) == set(WEIGHTS)
        after = check(bundled, changed(bundled, team, f"+{hire.role.id}@{hire.rung}"), scope)
        assert {h.id for h in before.holes} - {h.id for h in after.holes} == {
            a.id for a in hire.holes
        }
        gone = {m.skill.id for m in before.missing_skills}
        gone -= {m.skill.id for m in after.missing_skills}
        assert gone == {m.skill.id for m in hire.skills}
        closed = {h.id for h in before.handoffs_missing} - {h.id for h in after.handoffs_missing}
        assert closed == {h.id for h in hire.handoffs}
        relieved = {a.activity.id for a in before.activities if a.depth == 1}
        relieved -= {a.activity.id for a in after.activities if a.depth == 1}
        assert relieved == {a.id for a in hire.single_points}


def test_a_stranger_is_hired_for_more_than_company(bundled: Catalogue) -> None:
    """Who only adds a second person is of a role that the team or its template has."""
    team, scope = first(
        bundled, "ml-product-manager data-scientist@senior ml-engineer@senior data-engineer"
    )
    template = bundled.teams["first-model"]
    familiar = {seat.role for seat in template.seats} | {s.role for s in template.later_seats}
    hires = next_hires(bundled, check(bundled, team, scope), "US")
    assert {hire.role.id for hire in hires[:3]} <= familiar
    for hire in hires:
        assert hire.role.id in familiar or hire.holes or hire.skills or hire.handoffs


def test_missing_handoffs(bundled: Catalogue) -> None:
    """Alone, what somebody waits for; under a template, what should pass between its roles."""
    alone = scope_of(bundled, None)
    waited = handoffs_missing({"ml-engineer"}, alone)
    assert waited
    assert {handoff.to_role for handoff in waited} == {"ml-engineer"}
    template = bundled.teams["first-model"]
    roles = {seat.role for seat in template.seats}
    missing = handoffs_missing(roles - {"data-engineer"}, scope_of(bundled, template))
    assert missing
    assert all("data-engineer" in (h.from_role, h.to_role) for h in missing)


def test_green_skills_are_asked_for_by_the_climate_template(bundled: Catalogue) -> None:
    """Who brings which is told; without the climate data scientist most are missing."""
    whole = TeamFile(seats=[Member(role="climate data scientist", rung="lead")])
    green = {g.skill.id: g for g in assess(bundled, whole, "climate").green}
    assert set(green) == set(bundled.teams["climate-and-energy-product"].skills)
    assert not any(skill.missing for skill in green.values())
    none = {
        g.skill.id
        for g in assess(bundled, seats_said(LADDER, "data-engineer"), "climate").green
        if g.missing
    }
    assert none == set(green)
    one = next(iter(green.values()))
    person = one.brought[0][0]
    for needed, level, missing in ((None, 1, False), (1, 1, False), (2, 1, True), (2, 2, False)):
        brought = replace(one, needed=needed, brought=((person, level),))
        assert brought.missing == missing
    assert replace(one, needed=None, brought=()).missing


def test_changes(bundled: Catalogue) -> None:
    """Who comes and who goes, by role, rung or name; before and after are told."""
    file = TeamFile(
        seats=[Member(role="mlops", name="Ada Lovelace"), Member(role="devops", people=2)]
    )
    team = team_of(bundled, file)

    def after(changes: str) -> list[str]:
        return [f"{p.role.id}@{p.rung}" for p in changed(bundled, team, changes).people]

    assert after("+data-engineer@senior -devops") == [
        *("mlops-engineer@mid", "devops-engineer@mid", "data-engineer@senior")
    ]
    assert after("-ada-lovelace, -devops:2 +sre:2")[0] == "site-reliability-engineer@mid"
    found = assess(bundled, file, changes="-mlops").change
    assert found is not None
    template = found.after.scope.template
    assert template == nearest_template(bundled, team).template  # type: ignore[union-attr]
    assert {a.id for a in found.opened} == unanswered(
        bundled, found.after.team, template
    ) - unanswered(bundled, team, template)
    assert found.pay.total < assess(bundled, file).pay.total


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ("mlops", "neither who comes nor who goes"),
        ("-sre", "no Site Reliability Engineer is in the team"),
        ("-devops@lead", "no DevOps Engineer at lead level"),
        ("", "no change is given"),
    ],
)
def test_changes_that_are_none(bundled: Catalogue, changes: str, told: str) -> None:
    """Each says what is wrong."""
    with pytest.raises(AskedWrongly, match=told):
        changed(bundled, team_of(bundled, seats_said(LADDER, "devops")), changes)


@pytest.mark.parametrize(
    ("seats", "told"),
    [
        ("mlops@boss", "no level of seniority called 'boss'"),
        ("mlops:0", "0 in 'mlops:0' is not a number of people"),
        ("mlops:x", "'mlops:x' is not a seat"),
        (" , ", "no seats are given"),
        ("mlopsx", "no role called 'mlopsx'"),
    ],
)
def test_seats_that_are_none(bundled: Catalogue, seats: str, told: str) -> None:
    """Each says what is wrong."""
    with pytest.raises(AskedWrongly, match=told):
        team_of(bundled, seats_said(LADDER, seats))


@pytest.mark.parametrize("people", [1, 2, MOST_PEOPLE])
def test_numbers_of_people(people: int) -> None:
    """From one on, and no more than a limit."""
    (seat,) = seats_said(LADDER, f"mlops:{people}").seats
    assert seat.people == people
    with pytest.raises(AskedWrongly, match="is not a number of people"):
        seats_said(LADDER, f"mlops:{MOST_PEOPLE + 1}")


@pytest.mark.parametrize(
    ("changes", "what", "remedy"),
    [
        ("-devops", "no DevOps Engineer is", "in it: mlops-engineer, data-engineer"),
        (
            "-mlops@lead",
            "no MLOps Engineer at lead level is",
            "in it: mlops-engineer, data-engineer",
        ),
        ("-mlops -data-engineer -mlops", "no MLOps Engineer is", "in it: nobody"),
        ("mlops", "'mlops' says neither who comes nor who goes", "write '+mlops' or '-mlops'"),
        (" ", "no change is given", "write, say, '+mlops-engineer -data-scientist'"),
    ],
)
def test_changes_that_cannot_be(bundled: Catalogue, changes: str, what: str, remedy: str) -> None:
    """Nobody goes who is not there; it says who is."""
    team = team_of(bundled, seats_said(LADDER, "mlops data-engineer"))
    with pytest.raises(AskedWrongly, match=what) as told:
        changed(bundled, team, changes)
    assert told.value.remedy == remedy


def test_the_largest_team(bundled: Catalogue) -> None:
    """Five hundred people are read, and not one more."""
    seats = f"mlops:{MOST_PEOPLE} " * (PEOPLE.most // MOST_PEOPLE)
    assert len(team_of(bundled, seats_said(LADDER, seats)).people) == PEOPLE.most
    with pytest.raises(AskedWrongly, match="a team of 501 is more than 500 people"):
        team_of(bundled, seats_said(LADDER, f"{seats} devops"))


@pytest.mark.parametrize(
    ("member", "seats"),
    [
        (Member(role="mlops-engineer", people=2), "mlops-engineer:2"),
        (Member(role="mlops-engineer", rung="lead"), "mlops-engineer@lead"),
        (Member(role="mlops-engineer", share=0.5), ""),
        (Member(role="mlops-engineer", name="Ada"), ""),
    ],
)
def test_a_team_in_a_line(bundled: Catalogue, member: Member, seats: str) -> None:
    """Roles, rungs and numbers, if it is no more than that."""
    assert said(LADDER, team_of(bundled, TeamFile(seats=[member]))) == seats


def test_a_catalogue_without_activities(bundled: Catalogue) -> None:
    """It cannot say what a team covers, and says so."""
    with pytest.raises(NothingFound, match="knows no activities"):
        scope_of(replace(bundled, activities={}), None)


def test_a_pair_covers_more_than_either(bundled: Catalogue) -> None:
    """MLOps and DevOps engineers together answer for more of the running of models than each.

    And of what an MLOps engineer does, an ML and a DevOps engineer together do more than each.
    """
    scope = scope_of(bundled, None, TeamFile(seats=[], stages=["deploy", "monitor"]))

    def holes(seats: str) -> int:
        return len(check(bundled, team_of(bundled, seats_said(LADDER, seats)), scope).holes)

    assert holes("mlops devops") < min(holes("mlops"), holes("devops"))

    def does(*roles: str) -> set[str]:
        duties = [duty for role in roles for duty in bundled.role(role).responsibilities]
        return {duty.activity for duty in duties if duty.raci in "RA"}

    mlops = does("mlops")
    pair = len(mlops & does("ml-engineer", "devops"))
    assert pair > max(len(mlops & does("ml-engineer")), len(mlops & does("devops")))
