"""The classes that `team check` answers with."""

from typing import Annotated, Literal

from mlroles.core.model.vocabulary import Count, Id, Level, Rung, Share, about
from mlroles.core.teams.next_hire import WEIGHTS
from mlroles.present.page.answer import Answer
from mlroles.present.page.shapes import HandOffAnswer, Named, PayFigure, Score

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
    counts: Annotated[bool, about("false if the seat is a stretch for their own skills")]
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
