"""Which skills to learn next, and which of those that stand for one another."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import replace
from mlroles.core.moves.gates import is_entry
from mlroles.core.moves.next_skill import MOST_OTHERS, NextSkills, goals_of, next_skills
from mlroles.core.moves.profile import Profile, profile
from mlroles.core.moves.skill_words import split_list
from mlroles.core.moves.standing import stands_at


def asked(catalogue: Catalogue, have: str, goal: str) -> NextSkills:
    role = catalogue.role(goal)
    start = profile(catalogue, list(split_list(have)))
    return next_skills(catalogue, start, (role, catalogue.ladder.usual))


def test_of_skills_that_are_one_the_better_is_offered(bundled: Catalogue) -> None:
    """Where one goal asks for Docker and another for containerisation, only one is told."""
    role = bundled.roles["mlops-engineer"]
    docker = [
        replace(need, skill="docker") if need.skill == "containerisation" else need
        for need in role.skills
    ]
    tools = [need for need in role.tools if need.skill != "docker"]
    roles = {**bundled.roles, role.id: replace(role, skills=docker, tools=tools)}
    catalogue = replace(bundled, roles=roles)
    start = profile(catalogue, list(split_list("kubernetes:3, terraform:3, linux:3, aws:3")))
    found = next_skills(catalogue, start)
    asked_for = {part.skill for goal in found.goals for part in goal.readiness.parts}
    assert {"docker", "containerisation"} <= asked_for
    assert len({one.skill for one in found.skills} & {"docker", "containerisation"}) == 1


def test_gains_add_up(bundled: Catalogue) -> None:
    """What is told to be gained is what readiness gains, level by level."""
    found = asked(bundled, "python:2, sql:3", "data-engineer")
    (goal,) = found.goals
    for one in found.skills:
        for gain in one.gains:
            assert gain.goal == goal
            assert gain.levels == one.level - {"python": 2, "sql": 3}.get(one.skill, 0) > 0
            assert (gain.after.score or 0) > (goal.readiness.score or 0)
    gains = [round(one.gain, 2) for one in found.skills]
    assert gains == sorted(gains, reverse=True)


def test_a_role_that_the_skills_do_not_show(bundled: Catalogue) -> None:
    """The nearest roles are goals beside it, and none where no role asks for what is held."""
    own, *others = goals_of(bundled, Profile(skills={"collibra": 3}, role="mlops-engineer"))
    assert (own.role.id, own.weight) == ("mlops-engineer", 1)
    weights = {goal.role.id: round(goal.weight, 2) for goal in others}
    assert list(weights.items())[:2] == [("data-steward", 0.5), ("data-architect", 0.28)]
    assert len(others) <= MOST_OTHERS
    assert len(goals_of(bundled, Profile(skills={"python": 3, "sql": 3}))) == MOST_OTHERS + 1 == 5
    nothing = goals_of(bundled, Profile(skills={}, role="mlops-engineer"))
    assert [goal.role.id for goal in nothing] == ["mlops-engineer"]


def test_beginners_work_towards_roles_that_take_them(bundled: Catalogue) -> None:
    """Who stands nowhere yet is sent to no other role that asks for years of work."""
    beginners = 0
    for role in bundled.roles.values():
        skills = {need.skill: 1 for need in role.requirements[:9]}
        own, *others = goals_of(bundled, Profile(skills=skills, complete=True))
        if stands_at(bundled, Profile(skills=skills, complete=True), own.role) is None:
            beginners += 1
            assert all(is_entry(bundled.ladder, goal.role) for goal in others)
            assert {goal.rung for goal in others} <= {bundled.ladder.lowest}
    assert beginners > 20
