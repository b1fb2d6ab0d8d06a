"""A team's check as `team check` answers with it."""

from collections import Counter
from collections.abc import Iterator

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Id
from mlroles.core.teams.assessment import Assessment, TeamPay
from mlroles.core.teams.check import CheckedActivity, GreenSkill, MissingSkill, TeamCheck
from mlroles.core.teams.next_hire import Hire
from mlroles.core.teams.team import Person
from mlroles.present.page.blocks import counted, joined
from mlroles.present.page.rounding import rounded
from mlroles.present.page.shapes import (
    Named,
    all_named,
    extended,
    handoff_answer,
    named,
    named_in,
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

FEW_HIRES, FEW_SKILLS, FEW_HANDOFFS = 3, 8, 3
"""How much the answer holds unless all is asked for."""


def team_check_answer(
    catalogue: Catalogue, assessment: Assessment, full: bool = False
) -> TeamCheckAnswer:
    """A team measured; some lists only begin unless it is to be `full`."""
    check, change, pay = assessment.check, assessment.change, assessment.pay
    template, near = check.scope.template, assessment.nearest
    skills = worst_first(check)[: None if full else FEW_SKILLS]
    mentoring = check.mentoring
    return TeamCheckAnswer(
        name=check.team.name,
        template=named(template) if template else None,
        nearest=NearestAnswer(
            roles=all_named(near.shared), of=near.roles, answered=rounded(near.answered) or 0.0
        )
        if near
        else None,
        people=list(_members(catalogue, check, pay)),
        pay=_pay(pay),
        stages=[
            StageAnswer(
                stage=named_in(catalogue.stages, stage.stage) if stage.stage else None,
                activities=len(stage.activities),
                depth=stage.depth,
                accountable=all_named(stage.accountable) if full else None,
                holes=all_named(hole.activity for hole in stage.holes),
            )
            for stage in check.stages
        ],
        activities=[_activity(catalogue, a) for a in check.activities] if full else None,
        overlaps=[_activity(catalogue, overlap) for overlap in check.overlaps],
        single_points=[
            extended(
                SinglePointAnswer, _person(point.person), activities=all_named(point.activities)
            )
            for point in check.single_points
        ],
        missing_skills=[_missing_skill(catalogue, skill) for skill in skills],
        handoffs_missing=[
            handoff_answer(catalogue, handoff)
            for handoff in check.handoffs_missing[: None if full else FEW_HANDOFFS]
        ],
        mentoring=MentoringAnswer(
            capacity=mentoring.capacity,
            pairs=[
                PairAnswer(junior=_person(junior), mentor=_person(mentor))
                for junior, mentor in mentoring.pairs
            ],
            alone=[_person(junior) for junior in mentoring.alone],
            room=[
                extended(TeacherAnswer, person, people=count, teaches=list(teaches))
                for (person, teaches), count in Counter(
                    (_person(mentor), tuple(all_named(roles))) for mentor, roles in mentoring.room
                ).items()
            ]
            if full
            else None,
        ),
        green=[_green(skill) for skill in assessment.green],
        next_hire=[
            _hire(catalogue, hire, full) for hire in assessment.hires[: None if full else FEW_HIRES]
        ],
        what_if=WhatIfAnswer(
            changes=change.said,
            before=_summary(check, pay),
            after=_summary(change.after, change.pay),
            filled=all_named(change.filled),
            opened=all_named(change.opened),
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
        yield extended(
            MemberAnswer,
            _person(person),
            people=len(places),
            share=person.share,
            counts=person.counts,
            readiness=rounded(person.ready.score) if person.ready else None,
            answers_for=answers[person.role.id] if person.counts else 0,
            alone=alone.get(id(person), 0),
            pay=pay_at_rung(catalogue, paid) if paid else None,
        )


def _person(person: Person) -> PersonAnswer:
    return PersonAnswer(person=person.name, role=named(person.role), rung=person.rung)


def _activity(catalogue: Catalogue, checked: CheckedActivity) -> TeamActivityAnswer:
    activity = checked.activity
    return TeamActivityAnswer(
        id=activity.id,
        name=activity.name,
        stage=named_in(catalogue.stages, activity.stage) if activity.stage else None,
        accountable=all_named(checked.accountable),
        responsible=all_named(checked.responsible),
        depth=checked.depth,
    )


def _missing_skill(catalogue: Catalogue, missing: MissingSkill) -> MissingSkillAnswer:
    return MissingSkillAnswer(
        skill=named(missing.skill),
        needed=missing.needed,
        held=missing.held or None,
        roles=[role_named(catalogue, role) for role in missing.roles],
    )


def _green(green: GreenSkill) -> GreenSkillAnswer:
    return GreenSkillAnswer(
        skill=named(green.skill),
        needed=green.needed,
        missing=green.missing,
        brought=[
            extended(BroughtAnswer, _person(person), level=level) for person, level in green.brought
        ],
    )


def _hire(catalogue: Catalogue, hire: Hire, full: bool) -> HireAnswer:
    filled: dict[Part, list[Named]] = {
        "holes": all_named(hire.holes),
        "skills": all_named(missing.skill for missing in hire.skills),
        "single_points": all_named(hire.single_points),
        "handoffs": [Named(id=h.id, name=h.artefact) for h in hire.handoffs],
    }
    return HireAnswer(
        role=named(hire.role),
        rung=hire.rung,
        score=hire.score,
        parts=[
            HirePartAnswer(
                part=part,
                count=len(fills),
                score=hire.parts()[part],
                fills=fills if full else None,
            )
            for part, fills in filled.items()
            if fills
        ],
        pay=pay_at_rung(catalogue, hire.pay) if hire.pay else None,
    )


def _pay(pay: TeamPay) -> TeamPayAnswer:
    return TeamPayAnswer(
        country=pay.country,
        currency=pay.currency,
        total=pay.total if pay.currency else None,
        unknown=all_named(pay.unknown),
    )


def _summary(check: TeamCheck, pay: TeamPay) -> SummaryAnswer:
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
