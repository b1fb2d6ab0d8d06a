"""Which roles fit, and which skill to learn next."""

from itertools import pairwise

import pytest
from hypothesis import given

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import LEVELS, RUNGS, Rung
from mlroles.core.moves.match import match
from mlroles.core.moves.next_skill import next_skills
from mlroles.core.moves.profile import Profile, profile, role_profile, split_list
from mlroles.core.moves.readiness import readiness, verdict
from strategies import catalogues, held, rungs

Held = dict[str, int]


@given(catalogues(), held)
def test_each_role_at_its_best_rung(catalogue: Catalogue, has: Held) -> None:
    """The highest rung that is comfortable, or else viable, or else the lowest; best first."""
    roles = list(catalogue.roles.values())
    found = match(catalogue, Profile(skills=has), roles).found
    judged = [r.id for r in roles if any(need.essential for need in (*r.skills, *r.tools))]
    assert {one.role.id for one in found} == set(judged)
    scores = [round(one.readiness.score, 2) for one in found]
    assert scores == sorted(scores, reverse=True)
    for one in found:
        classes = {r: verdict(readiness(catalogue, has, one.role, r).score) for r in RUNGS}
        best = [
            next((r for r in reversed(RUNGS) if classes[r] == wanted), None)
            for wanted in ("comfortable", "viable")
        ]
        assert one.rung == next(filter(None, best), "junior")
        assert len(one.strengths) + len(one.missing) == len(one.readiness.covers)


def test_a_step_gains_what_it_says(bundled: Catalogue) -> None:
    """Each next step is the readiness with that skill one level higher, less that of now."""
    mine = profile(bundled, split_list("python:3, sql:3, statistics:2, excel:3, git:2, pandas:3"))
    for one in match(bundled, mine, list(bundled.roles.values())).found[:5]:
        assert len(one.steps) == 2
        for step in one.steps:
            assert step.level == mine.skills.get(step.skill, 0) + 1
            more = readiness(bundled, {**mine.skills, step.skill: step.level}, one.role, one.rung)
            assert step.gain == pytest.approx(more.score - one.readiness.score)


def test_few_skills_are_too_few_to_tell(bundled: Catalogue) -> None:
    """Fewer skills than any role has essentials: it is said what to add."""
    roles = list(bundled.roles.values())
    few = match(bundled, profile(bundled, split_list("python:3, sql, k8s:2")), roles)
    assert few.to_add
    assert not set(few.to_add) & set(few.profile.skills)
    many = match(bundled, role_profile(bundled.role("mlops"), "mid"), roles)
    assert many.to_add == ()
    own = next(one for one in many.found if one.role.id == "mlops-engineer")
    assert own.verdict == "comfortable"


def test_pay_filters(bundled: Catalogue) -> None:
    """Below the floor is out, and unknown pay is left out and named, never assumed."""
    mine, roles = role_profile(bundled.role("mlops"), "mid"), list(bundled.roles.values())
    found = match(bundled, mine, roles, "US", 150_000)
    assert found.found
    assert all(one.pay and one.pay.reaches(150_000) for one in found.found)
    everywhere = match(bundled, mine, roles).found
    pooled = {one.role.id for one in everywhere if not one.pay or one.pay.pooled}
    assert set(found.pay_unknown) == pooled


@given(catalogues(), held, rungs)
def test_the_next_skill_is_the_best(catalogue: Catalogue, has: Held, rung: Rung) -> None:
    """Raising any skill by one level and measuring all roles anew gives the same order."""
    roles = list(catalogue.roles.values())

    def scores(now: Held) -> dict[str, float]:
        return {role.id: readiness(catalogue, now, role, rung).score for role in roles}

    before, expected = scores(has), {}
    for skill in catalogue.skills:
        level = has.get(skill, 0) + 1
        after = scores({**has, skill: level}) if level in LEVELS else before
        gain = sum(after.values()) - sum(before.values())
        if gain > 1e-9:
            opened = [r for r in after if verdict(after[r]) != "stretch" == verdict(before[r])]
            expected[skill] = (sorted(opened), pytest.approx(gain))
    found = next_skills(catalogue, has, rung)
    assert {one.skill: (sorted(one.newly_viable), one.gain) for one in found} == expected
    assert [one.rank() for one in found] == sorted(one.rank() for one in found)
    for better, worse in pairwise(found):
        if worse.behind_by == "name":
            assert (better.rank(), better.skill) == (worse.rank(), min(better.skill, worse.skill))
        else:
            assert better.rank() < worse.rank()
