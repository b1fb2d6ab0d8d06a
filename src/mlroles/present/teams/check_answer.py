"""A team's check as `team check` answers with it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Id
from mlroles.core.teams.assessment import Assessment, TeamPay
from mlroles.core.teams.check import CheckedActivity, MissingSkill, TeamCheck
from mlroles.core.teams.mentoring import Mentoring
from mlroles.core.teams.next_hire import Hire
from mlroles.core.teams.team import Person
from mlroles.present.page.answer import filled
from mlroles.present.page.blocks import counted, joined
from mlroles.present.page.rounding import rounded
from mlroles.present.page.shapes import (
    Named,
    all_named,
    answered,
    handoff_answer,
    pay_at_rung,
    role_named,
)
from mlroles.present.teams.check_shapes import (
    BroughtAnswer,
    GreenSkillAnswer,
    HireAnswer,
    HirePartAnswer,
    MemberAnswer,
    MentoringAnswer,
    MissingSkillAnswer,
    NearestAnswer,
    PairAnswer,
    Part,
    PersonAnswer,
    SinglePointAnswer,
    StageAnswer,
    SummaryAnswer,
    TeacherAnswer,
    TeamActivityAnswer,
    TeamCheckAnswer,
    TeamPayAnswer,
    WhatIfAnswer,
)

PersonT = TypeVar("PersonT", bound=PersonAnswer)

FEW_HIRES, FEW_SKILLS, FEW_HANDOFFS = 3, 8, 3
"""How much the answer holds unless all is asked for."""


def team_check_answer(
    catalogue: Catalogue, assessment: Assessment, full: bool = False
) -> TeamCheckAnswer:
    """A team measured; some lists only begin unless it is to be `full`."""
    check, change, pay = assessment.check, assessment.change, assessment.pay
    near = assessment.nearest

    def activities(of: Iterable[CheckedActivity]) -> list[TeamActivityAnswer]:
        return [
            answered(
                catalogue,
                TeamActivityAnswer,
                a,
                id=a.activity.id,
                name=a.activity.name,
                stage=a.activity.stage,
            )
            for a in of
        ]

    return filled(
        TeamCheckAnswer,
        check,
        name=check.team.name,
        template=check.scope.template,
        nearest=filled(
            NearestAnswer,
            near,
            roles=near.shared,
            of=near.roles,
            answered=rounded(near.answered) or 0.0,
        )
        if near
        else None,
        people=list(_members(catalogue, check, pay)),
        pay=_pay(pay),
        stages=[
            answered(
                catalogue,
                StageAnswer,
                stage,
                activities=len(stage.activities),
                accountable=stage.accountable if full else None,
                holes=[hole.activity for hole in stage.holes],
            )
            for stage in check.stages
        ],
        activities=activities(check.activities) if full else None,
        overlaps=activities(check.overlaps),
        single_points=[
            _person(point.person, SinglePointAnswer, activities=point.activities)
            for point in check.single_points
        ],
        missing_skills=[
            filled(
                MissingSkillAnswer,
                missing,
                held=missing.held or None,
                roles=[role_named(catalogue, role) for role in missing.roles],
            )
            for missing in worst_first(check)[: None if full else FEW_SKILLS]
        ],
        handoffs_missing=[
            handoff_answer(catalogue, handoff)
            for handoff in check.handoffs_missing[: None if full else FEW_HANDOFFS]
        ],
        mentoring=_mentoring(check.mentoring, full),
        green=[
            filled(
                GreenSkillAnswer,
                green,
                brought=[_person(person, BroughtAnswer, level=n) for person, n in green.brought],
            )
            for green in assessment.green
        ],
        next_hire=[
            _hire(catalogue, hire, full) for hire in assessment.hires[: None if full else FEW_HIRES]
        ],
        what_if=filled(
            WhatIfAnswer,
            change,
            changes=change.said,
            before=summary(check, pay),
            after=summary(change.after, change.pay),
        )
        if change
        else None,
    )


def worst_first(check: TeamCheck) -> list[MissingSkill]:
    """The missing skills, those furthest from the level that is needed first."""
    return sorted(check.missing_skills, key=lambda missing: missing.held - missing.needed)


def left_out(assessment: Assessment) -> str:
    """What the answer leaves out unless it is full, in words."""
    check = assessment.check
    counts = (
        (len(check.missing_skills) - FEW_SKILLS, "missing skill"),
        (len(check.handoffs_missing) - FEW_HANDOFFS, "hand-off"),
        (len(assessment.hires) - FEW_HIRES, "possible hire"),
    )
    told = [counted(count, what, f"{what}s") for count, what in counts if count > 0]
    return f"{joined(['the list of activities', *told])} left out; --full gives all"


def answering(check: TeamCheck) -> Counter[Id]:
    """For how many activities each role of a team is accountable, by its id."""
    return Counter(role.id for activity in check.activities for role in activity.accountable)


def alike(check: TeamCheck) -> list[list[int]]:
    """The people of a team by their places, those of whom nothing tells them apart together."""
    groups: dict[object, list[int]] = {}
    for place, person in enumerate(check.team.people):
        held = tuple(sorted(person.held.items()))
        key = (person.role.id, person.rung, person.share, held)
        groups.setdefault(place if person.name else key, []).append(place)
    return list(groups.values())


def _members(catalogue: Catalogue, check: TeamCheck, pay: TeamPay) -> Iterator[MemberAnswer]:
    alone = {id(point.person): len(point.activities) for point in check.single_points}
    answers = answering(check)
    for places in alike(check):
        person, paid = check.team.people[places[0]], pay.people[places[0]]
        yield _person(
            person,
            MemberAnswer,
            people=len(places),
            readiness=rounded(person.ready.score) if person.ready else None,
            answers_for=answers[person.role.id] if person.counts else 0,
            alone=alone.get(id(person), 0),
            pay=pay_at_rung(catalogue, paid) if paid else None,
        )


def _person(person: Person, kind: type[PersonT], **more: object) -> PersonT:
    return filled(kind, person, person=person.name, **more)


def _mentoring(mentoring: Mentoring, full: bool) -> MentoringAnswer:
    room = Counter(
        (_person(mentor, PersonAnswer), tuple(all_named(roles))) for mentor, roles in mentoring.room
    )
    return MentoringAnswer(
        capacity=mentoring.capacity,
        pairs=[
            PairAnswer(junior=_person(junior, PersonAnswer), mentor=_person(mentor, PersonAnswer))
            for junior, mentor in mentoring.pairs
        ],
        alone=[_person(junior, PersonAnswer) for junior in mentoring.alone],
        room=[
            filled(TeacherAnswer, person, people=count, teaches=roles)
            for (person, roles), count in room.items()
        ]
        if full
        else None,
    )


def _hire(catalogue: Catalogue, hire: Hire, full: bool) -> HireAnswer:
    fills: dict[Part, list[Named]] = {
        "holes": all_named(hire.holes),
        "skills": all_named(missing.skill for missing in hire.skills),
        "single_points": all_named(hire.single_points),
        "handoffs": [Named(id=h.id, name=h.artefact) for h in hire.handoffs],
    }
    scores = hire.parts()
    return filled(
        HireAnswer,
        hire,
        parts=[
            HirePartAnswer(
                part=part, count=len(names), score=scores[part], fills=names if full else None
            )
            for part, names in fills.items()
            if names
        ],
        pay=pay_at_rung(catalogue, hire.pay) if hire.pay else None,
    )


def _pay(pay: TeamPay) -> TeamPayAnswer:
    return filled(TeamPayAnswer, pay, total=pay.total if pay.currency else None)


def summary(check: TeamCheck, pay: TeamPay) -> SummaryAnswer:
    """A team in numbers."""
    return SummaryAnswer(
        people=len(check.team.people),
        holes=len(check.holes),
        single_points=sum(len(point.activities) for point in check.single_points),
        overlaps=len(check.overlaps),
        missing_skills=len(check.missing_skills),
        handoffs_missing=len(check.handoffs_missing),
        juniors_alone=len(check.mentoring.alone),
        mentoring_capacity=check.mentoring.capacity,
        pay=_pay(pay),
    )
