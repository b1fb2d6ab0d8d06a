"""The boundary between roles as `boundary` answers with it: the classes, and what fills them."""

from collections.abc import Sequence
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Id, RaciLetter, SkillKind, about
from mlroles.core.roles.boundary import Boundary, BoundaryActivity
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.shapes import (
    HandOffAnswer,
    Named,
    all_named,
    answered,
    handoff_answer,
    named,
    role_named,
)

FEW_ACTIVITIES, FEW_TOOLS = 9, 8
"""How much the answer holds unless all is asked for."""


class DutyAnswer(Answer, frozen=True, kw_only=True):
    """What one of the roles does in an activity."""

    role: Named
    raci: Annotated[RaciLetter, about("Responsible, Accountable, Consulted or Informed")]
    statement: str


class BoundaryActivityAnswer(Answer, frozen=True, kw_only=True):
    """An activity that at least one of the roles takes part in."""

    id: Id
    name: str
    stage: Named | None
    contested: Annotated[
        bool, about("several of them would answer for it, or do it and nobody answers")
    ]
    accountable: Annotated[list[Named], about("those of these roles that answer for it")]
    accountable_elsewhere: Annotated[list[Named], about("other roles that answer for it")]
    duties: list[DutyAnswer]


class ToolAnswer(Answer, frozen=True, kw_only=True):
    """A tool, and which of the roles ask for it."""

    id: Id
    name: str
    kind: SkillKind
    roles: list[Named]


class OnlyAnswer(Answer, frozen=True, kw_only=True):
    """What one of the roles alone does."""

    role: Named
    activities: list[Named]


class BoundaryAnswer(Answer, frozen=True, kw_only=True):
    """Where the work of one role ends and that of another begins."""

    roles: list[Named]
    activities: Annotated[
        list[BoundaryActivityAnswer], about("by default those that most depends on; in their order")
    ]
    contested: Annotated[list[Named], about("all activities that are contested")]
    handoffs: list[HandOffAnswer]
    only: list[OnlyAnswer]
    tools: Annotated[list[ToolAnswer], about("what matters most to all together first")]


def boundary_answer(catalogue: Catalogue, boundary: Boundary, full: bool = False) -> BoundaryAnswer:
    """Who does what, what changes hands, and what is contested.

    Unless it is to be `full`: the activities that several take part in, contested ones first to
    be kept, and the tools that matter most.
    """
    shown = boundary.activities if full else weighty(boundary.activities, FEW_ACTIVITIES)
    return BoundaryAnswer(
        roles=all_named(boundary.roles),
        activities=[_activity(catalogue, shared) for shared in shown],
        contested=all_named(shared.activity for shared in boundary.contested),
        handoffs=[handoff_answer(catalogue, handoff) for handoff in boundary.handoffs],
        only=[
            OnlyAnswer(role=named(role), activities=all_named(boundary.only(role)))
            for role in boundary.roles
        ],
        tools=[
            filled(ToolAnswer, tool.tool, roles=[role_named(catalogue, id) for id in tool.asked])
            for tool in boundary.tools[: None if full else FEW_TOOLS]
        ],
    )


def _activity(catalogue: Catalogue, shared: BoundaryActivity) -> BoundaryActivityAnswer:
    return answered(
        catalogue,
        BoundaryActivityAnswer,
        shared.activity,
        contested=shared.contested,
        accountable=[role_named(catalogue, id) for id in shared.accountable],
        accountable_elsewhere=[role_named(catalogue, id) for id in shared.elsewhere],
        duties=[
            answered(catalogue, DutyAnswer, duty, role=id) for id, duty in shared.duties.items()
        ],
    )


def weighty(activities: Sequence[BoundaryActivity], most: int) -> Sequence[BoundaryActivity]:
    """The activities that most depends on, in their order: contested or shared by most."""
    first = sorted(activities, key=lambda a: (not a.contested, -len(a.doers), -len(a.duties)))[
        :most
    ]
    return [activity for activity in activities if activity in first]


def left_out(boundary: Boundary) -> str:
    """What the answer leaves out unless it is full, in words; empty where there is nothing."""
    activities = len(boundary.activities) - FEW_ACTIVITIES
    tools = len(boundary.tools) - FEW_TOOLS
    told = [f"{activities} activities"] if activities > 0 else []
    told += [f"{tools} tools"] if tools > 0 else []
    return f"{' and '.join(told)} left out; --full gives all" if told else ""
