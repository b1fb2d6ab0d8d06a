"""Which roles somebody is near to, where they stand, and which skill to learn next."""

from math import log, sqrt

import pytest
from hypothesis import given

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.ladder import LADDER
from mlroles.core.moves.likeness import MOST_TO_ADD, likenesses, telling
from mlroles.core.moves.match import match
from mlroles.core.moves.next_skill import next_skills
from mlroles.core.moves.profile import Profile, profile, role_profile
from mlroles.core.moves.readiness import readiness
from mlroles.core.moves.skill_words import split_list
from mlroles.core.moves.standing import rung_that_fits
from strategies import catalogues, held

Held = dict[str, int]


def typed(catalogue: Catalogue, text: str) -> Profile:
    return profile(catalogue, split_list(text))


@given(catalogues(), held)
def test_likeness_is_the_weighted_cosine(catalogue: Catalogue, has: Held) -> None:
    """Worked out by itself for each rung; the parts add up; what tells nothing has no part."""
    skills = [skill.id for skill in catalogue.skills.values()]
    count = len(catalogue.roles)
    uses = {skill: len(catalogue.uses.get(skill, ())) for skill in skills}
    weight = {s: log((1 + count) / (1 + uses[s])) if uses[s] else 0.0 for s in skills}
    known = dict(has)
    for skill, level in has.items():
        for twin in catalogue.skills[skill].related:
            if twin.weight == 1:
                known[twin.skill] = max(level, known.get(twin.skill, 0))
    found = {one.role.id: one for one in likenesses(catalogue, has)}
    for role in catalogue.roles.values():
        scores = []
        for rung in LADDER.ids:
            asked = {r.skill: r.importance * r.at(rung) for r in role.requirements}
            product = sum(weight[s] * known.get(s, 0) * asked.get(s, 0) for s in skills)
            mine = sum(weight[s] * known.get(s, 0) ** 2 for s in skills)
            theirs = sum(weight[s] * asked.get(s, 0) ** 2 for s in skills)
            scores.append(product / sqrt(mine * theirs) if product else 0.0)
        if role.id in found:
            assert found[role.id].score == pytest.approx(max(scores))
            assert sum(part for _, part in found[role.id].parts) == pytest.approx(max(scores))
        else:
            assert max(scores) == 0


@given(catalogues(), held)
def test_the_rung_that_fits(catalogue: Catalogue, has: Held) -> None:
    """Least misfit, a level too low counting three times; the lower rung of equals."""
    for role in catalogue.roles.values():
        asked = [r for r in role.requirements if r.skill in has]
        misfits = [
            sum(
                r.importance * max(3 * (r.at(g) - has[r.skill]), has[r.skill] - r.at(g))
                for r in asked
            )
            for g in LADDER.ids
        ]
        expected = LADDER.ids[misfits.index(min(misfits))] if asked else None
        assert rung_that_fits(LADDER, role, has) == expected


def test_a_match_says_where_one_stands_and_what_comes_next(bundled: Catalogue) -> None:
    """The readiness is that of the rung, the next rung's beside it, each with its parts."""
    listed = "sql:3, python:3, pandas:3, excel:3, tableau:3, data cleaning:3, statistics:2, git:2"
    mine = typed(bundled, listed)
    first = match(bundled, mine).found[0]
    assert first.role.id == "data-analyst"
    assert first.stands_at is not None
    assert first.readiness.score is not None
    assert first.readiness.highest is not None
    assert first.readiness.score < first.readiness.highest
    assert "communication" in first.readiness.unsaid
    assert first.next is not None
    assert LADDER.ids.index(first.next.rung) == LADDER.ids.index(first.stands_at) + 1
    again = readiness(bundled, mine.skills, first.role, first.next.rung, complete=False)
    assert first.next == again


def test_few_skills_are_too_few_to_tell(bundled: Catalogue) -> None:
    """Fewer than three skills that tell roles apart: the roles are named, and what to add."""
    few = match(bundled, typed(bundled, "python:3, sql:2, communication:3"))
    assert len(telling(bundled, few.profile.skills)) == 2
    assert few.too_little_to_tell
    assert few.found
    assert len(few.to_add) == MOST_TO_ADD == 6
    assert not set(few.to_add) & set(few.profile.skills)
    nothing = match(bundled, typed(bundled, "communication:3"))
    assert (nothing.found, nothing.too_little_to_tell) == ((), True)
    assert len(nothing.to_add) == MOST_TO_ADD
    enough = match(bundled, typed(bundled, "sql:2, excel:3, tableau:2"))
    assert not enough.too_little_to_tell
    assert enough.to_add  # much is unknown all the same
    whole = match(bundled, role_profile(bundled.role("data-analyst"), "mid"))
    assert (whole.too_little_to_tell, whole.to_add) == (False, ())


def test_gates_are_named(bundled: Catalogue) -> None:
    """Nobody is comfortable with nothing of what matters most; degree and years are asked for."""
    for one in match(
        bundled, typed(bundled, "stakeholder management:4, leadership:4, aws:4")
    ).found:
        skills = {gate.what for gate in one.gates if gate.kind == "skill"}
        assert skills == set(one.readiness.uncovered)
        assert not skills or one.readiness.verdict != "comfortable"
    start = role_profile(bundled.role("data scientist"), "mid")
    gates = {
        (one.role.id, gate.kind): gate for one in match(bundled, start).found for gate in one.gates
    }
    assert gates["applied-scientist", "degree"].met is None
    assert gates["head-of-ml", "years"].met is False


def test_pay_filters(bundled: Catalogue) -> None:
    """Below the floor is out, and unknown pay is left out and named, never assumed."""
    mine = role_profile(bundled.role("mlops"), "mid")
    found = match(bundled, mine, country="US", pay_floor=150_000)
    assert found.found
    assert all(one.pay and one.pay.reaches(150_000) for one in found.found)
    assert set(found.pay_unknown) >= {o.role.id for o in match(bundled, mine).found if not o.pay}


@given(catalogues(), held)
def test_the_next_skill_gains_what_it_says(catalogue: Catalogue, has: Held) -> None:
    """Gains are those of each goal measured anew, weighted, for each level; the best first."""
    start = Profile(skills=has, complete=True)
    found = next_skills(catalogue, start)
    for one in found.skills:
        more = {**has, one.skill: one.level}
        total = 0.0
        for goal in found.goals:
            before = readiness(catalogue, has, goal.role, goal.rung).score or 0.0
            after = readiness(catalogue, more, goal.role, goal.rung).score or 0.0
            total += goal.weight * (after - before)
        assert one.gain == pytest.approx(total / (one.level - has.get(one.skill, 0)))
        assert one.gain > 0
        wanted = {e.skill for g in found.goals for e in g.role.requirements if e.essential}
        assert one.skill in wanted
    gains = [round(one.gain, 2) for one in found.skills]
    assert gains == sorted(gains, reverse=True)


def test_goals(bundled: Catalogue) -> None:
    """The next rung of one's own ladder where one is ready for it, then near roles that pay."""
    start = role_profile(bundled.role("ml engineer"), "mid")
    own, *others = next_skills(bundled, start).goals
    assert (own.role.id, own.rung, own.weight) == ("ml-engineer", "senior", 1.0)
    assert 0 < len(others) <= 4
    assert all(0.25 <= goal.weight <= 0.5 for goal in others)
    aim = bundled.role("mlops")
    found = next_skills(bundled, start, (aim, "mid"))
    assert [(goal.role, goal.rung) for goal in found.goals] == [(aim, "mid")]


def test_human_skills_are_asked_for(bundled: Catalogue) -> None:
    """Nobody is advised to learn what few people list."""
    found = next_skills(bundled, typed(bundled, "sql:2, excel:3, tableau:2"))
    assert "communication" in found.ask
    assert not [one for one in found.skills if bundled.skills[one.skill].kind == "human"]
