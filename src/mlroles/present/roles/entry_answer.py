"""Roles and skills as `show` answers with them: the classes, and what fills them."""

from typing import Annotated

from mlroles.core.catalogue import Catalogue, Direction
from mlroles.core.model.entries import Demand, Requirement, Responsibility, Role, Skill
from mlroles.core.model.vocabulary import (
    LEVELS,
    Count,
    Engagement,
    Id,
    Importance,
    Level,
    NameKind,
    RaciLetter,
    Rung,
    Share,
    SkillKind,
    StageId,
    about,
)
from mlroles.core.pay.figures import largest_shares, telling_adverts
from mlroles.present.page.answer import Answer, AnswerT, filled
from mlroles.present.page.shapes import (
    CodeAnswer,
    HandOffAnswer,
    LearningAnswer,
    Named,
    OutlookAnswer,
    PayFigure,
    RequirementAnswer,
    SourceAnswer,
    answered,
    extended,
    handoff_answer,
    levels_by_rung,
    pay_figure,
    role_named,
    source_answer,
)
from mlroles.present.roles.sections import SECTIONS as SECTIONS

LifecycleAnswer = Annotated[
    dict[StageId, Engagement | None] | None,
    about("engagement by stage, or null where it is not known"),
]
OnlyRung = Annotated[
    Rung | None, about("the only level of seniority that was asked for; the others are left out")
]


class AlternateNameAnswer(Answer, frozen=True, kw_only=True):
    """Another name that a role is advertised under."""

    name: str
    kind: Annotated[NameKind, about("a misnomer is in use, but means something else")]


class ResponsibilityAnswer(Answer, frozen=True, kw_only=True):
    """What a role does in an activity."""

    activity: Named
    stage: Named | None
    raci: Annotated[RaciLetter, about("Responsible, Accountable, Consulted or Informed")]
    statement: str
    artefact: Annotated[str | None, about("what the activity leaves behind")]


class ToolAnswer(RequirementAnswer, frozen=True, kw_only=True):
    """How much of a tool a role asks for."""

    share: Annotated[
        Share | None,
        about("of the newest adverts, 100 at least, or else of most adverts"),
    ]


class RoleHandOff(HandOffAnswer, frozen=True, kw_only=True):
    """A hand-off as one of its two roles sees it."""

    direction: Direction


class RungAnswer(Answer, frozen=True, kw_only=True):
    """What a role is like at a level of seniority."""

    rung: Rung
    title: Annotated[str, about("as employers write it")]
    years_from: Annotated[int, about("typical years in this line of work")]
    years_to: Annotated[int | None, about("null where there is no upper end")]
    scope: Annotated[str, about("how large the work is")]
    autonomy: Annotated[str, about("how much guidance it gets and gives")]


class EntryAnswer(Answer, frozen=True, kw_only=True):
    """What is asked of those who start in a role."""

    education: str
    degree_required: Annotated[
        bool | None, about("whether nearly every advert asks for it; null if unknown")
    ]


class RouteAnswer(Answer, frozen=True, kw_only=True):
    """A role that people come from."""

    role: Named
    reason: Annotated[str, about("what carries over and what has to be learned")]


class DistinctionAnswer(Answer, frozen=True, kw_only=True):
    """A role that is easily mistaken for this one."""

    role: Named
    difference: str


class ToolShare(Answer, frozen=True, kw_only=True):
    """How many adverts name a tool."""

    skill: Named
    share: Share


class DemandAnswer(Answer, frozen=True, kw_only=True):
    """A count of a role's adverts, and of the tools that they name."""

    n: Annotated[Count, about("distinct adverts")]
    period: str
    source: Named
    note: str | None
    shares: Annotated[list[ToolShare], about("the largest first")]


class RoleAnswer(Answer, frozen=True, kw_only=True, tag_field="type", tag="role"):
    """All that is known of a role."""

    id: Id
    name: str
    family: Named
    definition: str
    summary: str | None
    alternate_names: list[str]
    alternate_name_kinds: list[AlternateNameAnswer]
    speciality_of: Named | None
    rung: OnlyRung
    lifecycle: LifecycleAnswer
    responsibilities: list[ResponsibilityAnswer]
    skills: Annotated[list[RequirementAnswer], about("concepts, practices and human skills")]
    tools: Annotated[list[ToolAnswer], about("all other kinds of skill")]
    handoffs: list[RoleHandOff]
    rungs: list[RungAnswer]
    entry: EntryAnswer | None
    routes_in: list[RouteAnswer]
    not_to_be_confused_with: list[DistinctionAnswer]
    pay: Annotated[list[PayFigure], about("with a rung: its figures and those of all together")]
    demand: list[DemandAnswer]
    outlook: list[OutlookAnswer]
    green: Annotated[str | None, about("how the role serves green work")]
    industries: list[str]
    codes: list[CodeAnswer]
    sources: list[SourceAnswer]
    reviewed: Annotated[str, about("when the judgements were last looked at")]


class LevelAnswer(Answer, frozen=True, kw_only=True):
    """What it means to have a skill at a level."""

    level: Level
    name: str
    statement: str


class SkillUse(Answer, frozen=True, kw_only=True):
    """How much of a skill a role asks for."""

    role: Named
    importance: Importance
    essential: bool
    essential_from: Annotated[Rung | None, about("the lowest rung that it is essential at")]
    levels: Annotated[
        dict[Rung, Level | None] | None, about("level by rung, or null where it is not known")
    ]


class RelatedAnswer(Answer, frozen=True, kw_only=True):
    """A skill that counts in part for another one."""

    skill: Named
    weight: Annotated[Share, about("how much of its level counts")]
    reason: Annotated[str, about("what carries over")]


class SkillAnswer(Answer, frozen=True, kw_only=True, tag_field="type", tag="skill"):
    """All that is known of a skill or tool."""

    id: Id
    name: str
    kind: SkillKind
    definition: str
    alternate_names: list[str]
    rung: OnlyRung
    levels: list[LevelAnswer]
    learn: Annotated[list[LearningAnswer], about("lasting places to learn it, the best first")]
    roles: Annotated[list[SkillUse], about("those that ask for it, the most important first")]
    related: Annotated[list[RelatedAnswer], about("who holds one of these has part of it")]
    codes: list[CodeAnswer]
    documentation: Annotated[str | None, about("the official page of a tool")]
    sources: list[SourceAnswer]


def role_answer(catalogue: Catalogue, role: Role, rung: Rung | None = None) -> RoleAnswer:
    """All of a role, at all rungs or one."""
    entry = role.entry
    adverts = telling_adverts(role)
    shares = adverts.shares if adverts else {}
    degree = entry.degree_required if entry else "unknown"
    return answered(
        catalogue,
        RoleAnswer,
        role,
        alternate_names=[alternate.name for alternate in role.alternate_names],
        alternate_name_kinds=role.alternate_names,
        speciality_of=role_named(catalogue, role.speciality_of) if role.speciality_of else None,
        rung=rung,
        lifecycle=lifecycle_answer(catalogue, role),
        responsibilities=[_responsibility(catalogue, duty) for duty in role.responsibilities],
        skills=[_requirement(catalogue, RequirementAnswer, need, rung) for need in role.skills],
        tools=[
            _requirement(catalogue, ToolAnswer, need, rung, share=shares.get(need.skill))
            for need in role.tools
        ],
        handoffs=[
            extended(RoleHandOff, handoff_answer(catalogue, handoff), direction=direction)
            for direction, _, handoff in catalogue.handoffs_of(role)
        ],
        rungs=[one for one in role.rungs if rung in (None, one.rung)],
        entry=filled(EntryAnswer, entry, degree_required=None if degree == "unknown" else degree)
        if entry
        else None,
        routes_in=entry.routes_in if entry else [],
        pay=[pay_figure(catalogue, pay) for pay in role.pay if rung in (None, pay.rung)]
        + [pay_figure(catalogue, pay) for pay in role.pay if rung and pay.rung == "all"],
        demand=[_demand(catalogue, demand) for demand in role.demand],
        sources=[source_answer(catalogue.sources[id]) for id in role.sources],
    )


def lifecycle_answer(catalogue: Catalogue, role: Role) -> dict[StageId, int | None] | None:
    """How much a role is engaged in each stage, 0–3; None where it is not known."""
    known = role.lifecycle
    return {stage: known.get(stage) for stage in catalogue.stages} if known else None


def _responsibility(catalogue: Catalogue, duty: Responsibility) -> ResponsibilityAnswer:
    activity = catalogue.activities[duty.activity]
    given = {"stage": activity.stage, "artefact": activity.artefact}
    return answered(catalogue, ResponsibilityAnswer, duty, **given)


def _requirement(
    catalogue: Catalogue,
    kind: type[AnswerT],
    need: Requirement,
    rung: Rung | None,
    **more: object,
) -> AnswerT:
    """What a role asks of a skill, at all rungs or one."""
    skill = catalogue.skills[need.skill]
    levels = levels_by_rung(catalogue, need, rung)
    return filled(kind, need, id=skill.id, name=skill.name, kind=skill.kind, levels=levels, **more)


def _demand(catalogue: Catalogue, demand: Demand) -> DemandAnswer:
    shares = [{"skill": id, "share": share} for id, share in largest_shares(demand)]
    return answered(catalogue, DemandAnswer, demand, shares=shares)


def skill_use(
    catalogue: Catalogue, role: str, need: Requirement, rung: Rung | None = None
) -> SkillUse:
    """How much of a skill a role, named by its id, asks for, at all rungs or one."""
    levels = levels_by_rung(catalogue, need, rung)
    return answered(catalogue, SkillUse, need, role=role, levels=levels)


def skill_answer(catalogue: Catalogue, skill: Skill, rung: Rung | None = None) -> SkillAnswer:
    """All of a skill; what roles ask of it at all rungs or one."""
    return answered(
        catalogue,
        SkillAnswer,
        skill,
        rung=rung,
        levels=[
            LevelAnswer(level=level, name=LEVELS[level][0], statement=statement)
            for level, statement in enumerate(skill.statements(), start=1)
        ],
        roles=[
            skill_use(catalogue, role.id, need, rung)
            for role, need in catalogue.requirements(skill)
        ],
        sources=[source_answer(catalogue.sources[id]) for id in skill.sources],
    )
