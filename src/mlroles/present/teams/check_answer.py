"""A team's check as `team check` answers with it: the classes, and what fills them."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Count, Id, Level, Rung, Share, about
from mlroles.core.teams.assessment import Assessment, TeamPay
from mlroles.core.teams.check import CheckedActivity, GreenSkill, MissingSkill, TeamCheck
from mlroles.core.teams.next_hire import WEIGHTS, Hire
from mlroles.core.teams.team import Person
from mlroles.present.page.answer import Answer
from mlroles.present.page.blocks import counted, joined
from mlroles.present.page.rounding import rounded
from mlroles.present.page.shapes import (
    HandOffAnswer,
    Named,
    PayFigure,
    Score,
    all_named,
    extended,
    handoff_answer,
    named,
    named_in,
    pay_at_rung,
    role_named,
)

FEW_HIRES, FEW_SKILLS, FEW_HANDOFFS = 3, 8, 3
"""How much the answer holds unless all is asked for."""

Part = Literal["holes", "skills", "single_points", "handoffs"]


class PersonAnswer(Answer, frozen=True, kw_only=True):
    """Somebody in the team."""

    person: Annotated[str | None, about("by name, if the team file gives one")]
    role: Named
    rung: Rung


class MemberAnswer(PersonAnswer, frozen=True, kw_only=True):
    """Somebody in the team, or several who are alike, with what they answer for and are paid."""

    people: Annotated[Count, about("how many they are; of whom a name is known, each has a row")]
    share: Annotated[Share, about("of a full post")]
    counts: Annotated[bool, about("false where their own skills make the seat a stretch")]
    readiness: Annotated[Score | None, about("for the seat, where they have skills of their own")]
    answers_for: Annotated[Count, about("activities that their role is accountable for")]
    alone: Annotated[Count, about("activities that nobody else could do")]
    pay: Annotated[PayFigure | None, about("of one of them, a full post")]


class StageAnswer(Answer, frozen=True, kw_only=True):
    """What a stage of the life cycle has to cover, and what is missing."""

    stage: Annotated[Named | None, about("null for activities that belong to none")]
    activities: Count
    depth: Annotated[Count, about("people who could do something in it")]
    accountable: Annotated[
        list[Named] | None, about("roles, the one that answers for most first; with --full")
    ]
    holes: Annotated[list[Named], about("activities that nobody answers for")]


class TeamActivityAnswer(Answer, frozen=True, kw_only=True):
    """An activity, and the roles of the team that have to do with it."""

    id: Id
    name: str
    stage: Named | None
    accountable: Annotated[list[Named], about("who answers for it")]
    responsible: Annotated[list[Named], about("who else does it")]
    depth: Annotated[Count, about("people who could do it")]


class SinglePointAnswer(PersonAnswer, frozen=True, kw_only=True):
    """Somebody without whom nobody could do some of the activities."""

    activities: list[Named]


class MissingSkillAnswer(Answer, frozen=True, kw_only=True):
    """An essential skill that nobody holds at the level that is needed."""

    skill: Named
    needed: Level
    held: Annotated[Level | None, about("the highest in the team; null where nobody holds it")]
    roles: Annotated[list[Named], about("whom it is essential to")]


class PairAnswer(Answer, frozen=True, kw_only=True):
    """A junior and who teaches them."""

    junior: PersonAnswer
    mentor: PersonAnswer


class TeacherAnswer(PersonAnswer, frozen=True, kw_only=True):
    """Somebody who could take one more junior, or several of one role and rung."""

    people: Count
    teaches: Annotated[list[Named], about("roles of the team whose juniors they could teach")]


class MentoringAnswer(Answer, frozen=True, kw_only=True):
    """Who learns from whom."""

    capacity: Annotated[Count, about("juniors that the team can teach, those there included")]
    pairs: list[PairAnswer]
    alone: Annotated[list[PersonAnswer], about("juniors whom nobody is left to teach")]
    room: Annotated[list[TeacherAnswer] | None, about("who could teach one more; with --full")]


class BroughtAnswer(PersonAnswer, frozen=True, kw_only=True):
    """Somebody who brings a skill."""

    level: Level


class GreenSkillAnswer(Answer, frozen=True, kw_only=True):
    """A skill of the green transition."""

    skill: Named
    needed: Annotated[Level | None, about("what the template asks for")]
    missing: Annotated[bool, about("nobody brings it, or not at the level that is needed")]
    brought: list[BroughtAnswer]


class HirePartAnswer(Answer, frozen=True, kw_only=True):
    """What a hire would fill of one kind."""

    part: Annotated[
        Part, about("single_points: activities that one person could do now, and then two")
    ]
    count: Count
    score: float
    fills: Annotated[list[Named] | None, about("activities, skills or hand-offs; with --full")]


class HireAnswer(Answer, frozen=True, kw_only=True):
    """A role that would fill something in the team."""

    role: Named
    rung: Rung
    score: Annotated[float, about("the sum of its parts")]
    parts: Annotated[
        list[HirePartAnswer],
        about(", ".join(f"{weight:g} for each of {part}" for part, weight in WEIGHTS.items())),
    ]
    pay: PayFigure | None


class TeamPayAnswer(Answer, frozen=True, kw_only=True):
    """What the team is paid a year."""

    country: str
    currency: str | None
    total: Annotated[int | None, about("medians by share of a post; null where none is known")]
    unknown: Annotated[list[Named], about("roles that the total is without")]


class SummaryAnswer(Answer, frozen=True, kw_only=True):
    """A team in numbers."""

    people: Count
    holes: Count
    single_points: Annotated[Count, about("activities that one person alone could do")]
    overlaps: Count
    missing_skills: Count
    handoffs_missing: Count
    juniors_alone: Count
    mentoring_capacity: Count
    pay: TeamPayAnswer


class WhatIfAnswer(Answer, frozen=True, kw_only=True):
    """What changes to the team would change."""

    changes: str
    before: SummaryAnswer
    after: SummaryAnswer
    filled: Annotated[list[Named], about("activities that somebody then answers for")]
    opened: Annotated[list[Named], about("activities that nobody answers for any more")]


class NearestAnswer(Answer, frozen=True, kw_only=True):
    """Why the template was taken."""

    roles: Annotated[list[Named], about("that team and template have in common")]
    of: Annotated[Count, about("roles that one of the two has")]
    answered: Annotated[Share, about("of the template's activities, those the team answers for")]


class TeamCheckAnswer(Answer, frozen=True, kw_only=True):
    """What a team covers, what depends on one person, what is missing and whom to hire.

    What is only there with --full is null without it.
    """

    name: str
    template: Named | None
    nearest: Annotated[NearestAnswer | None, about("null where the template was named")]
    people: list[MemberAnswer]
    pay: TeamPayAnswer
    stages: list[StageAnswer]
    activities: Annotated[
        list[TeamActivityAnswer] | None, about("with --full; stages have the holes")
    ]
    overlaps: Annotated[list[TeamActivityAnswer], about("activities that several roles answer for")]
    single_points: list[SinglePointAnswer]
    missing_skills: Annotated[
        list[MissingSkillAnswer], about("the furthest from what is needed first; all with --full")
    ]
    handoffs_missing: Annotated[list[HandOffAnswer], about("all with --full")]
    mentoring: MentoringAnswer
    green: Annotated[list[GreenSkillAnswer], about("with --green, or if the template asks")]
    next_hire: Annotated[list[HireAnswer], about("the best first; all with --full")]
    what_if: WhatIfAnswer | None


SECTIONS = {
    "people": ("people",),
    "stages": ("stages",),
    "holes": ("stages.holes",),
    "activities": ("activities",),
    "overlaps": ("overlaps",),
    "single_points": ("single_points",),
    "missing_skills": ("missing_skills",),
    "handoffs_missing": ("handoffs_missing",),
    "mentoring": ("mentoring",),
    "green": ("green",),
    "next_hire": ("next_hire",),
    "what_if": ("what_if",),
}
"""What `--section` may name, and where its rows are."""


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
