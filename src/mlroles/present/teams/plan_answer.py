"""A plan as `team plan` answers with it: the classes, and what fills them."""

from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Count, Rung, Share, about
from mlroles.core.teams.plan import Difference, Reason, TeamPlan
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.shapes import Named, PayFigure, pay_at_rung


class SeatAnswer(Answer, frozen=True, kw_only=True):
    """People of one role at one rung."""

    role: Named
    rung: Rung
    wanted_rung: Annotated[Rung, about("what the template wants; a seat may stand one below it")]
    people: Count
    share: Annotated[Share, about("of a full post, for each of them")]
    there: Annotated[bool, about("whether they are in the team already")]
    taught: Annotated[bool, about("whether they are juniors who learn beside others")]


class PaidSeatAnswer(SeatAnswer, frozen=True, kw_only=True):
    """People of one role at one rung, with what they cost and answer for."""

    pay: Annotated[PayFigure | None, about("of one of them, a full post")]
    cost: Annotated[int, about("a year, of all of them by their share of a post")]
    assumed: Annotated[
        bool,
        about("the pay is unknown, and the cost the median of the template's other roles"),
    ]
    activities: Annotated[
        list[Named], about("what they answer for; of several seats of a role, the first has them")
    ]


class JuniorsAnswer(Answer, frozen=True, kw_only=True):
    """The juniors of a plan."""

    share: Annotated[float, about("what was asked for, 0 to 0.5")]
    seats: Annotated[Count, about("those beside somebody of their role, the template's included")]
    reason: Annotated[Reason | None, about("why there are no more; null where there are enough")]
    alone: Annotated[list[Named], about("the role of each junior whom nobody is left to teach")]


class CoveringAnswer(Answer, frozen=True, kw_only=True):
    """What a planned team leaves uncovered, and what it costs."""

    not_covered: Annotated[list[Named], about("activities that nobody answers for")]
    skills_not_covered: Annotated[
        list[Named], about("asked for by the template, and held by nobody at its level")
    ]
    cost: Annotated[int | None, about("a year, as far as pay is known; null where none is")]
    assumed: Annotated[
        int, about("a year, for people whose pay is unknown; a budget has to cover both")
    ]


class OtherPlanAnswer(CoveringAnswer, frozen=True, kw_only=True):
    """Another team, in short."""

    seats: list[SeatAnswer]


class PlanAnswer(CoveringAnswer, frozen=True, kw_only=True):
    """The best team within the limits."""

    seats: list[PaidSeatAnswer]
    currency: str | None
    pay_unknown: Annotated[list[Named], about("roles that the cost is without")]
    single_points: Annotated[Count, about("activities that one person alone could do")]
    juniors: JuniorsAnswer


class TeamPlanAnswer(Answer, frozen=True, kw_only=True):
    """Whom to hire to cover what a template asks for, as far as the limits allow."""

    template: Named | None
    max: Annotated[int | None, about("people at most, as asked for")]
    budget: Annotated[int | None, about("a year, as asked for")]
    country: str
    activities: Annotated[Count, about("activities that there are to cover")]
    plan: PlanAnswer
    runner_up: OtherPlanAnswer | None
    runner_up_is_worse_in: Difference | None
    to_cover_everything: Annotated[
        OtherPlanAnswer | None, about("the best team without limits; null where the plan does")
    ]
    least_budget: Annotated[
        int | None, about("the least that covers more, where the budget leaves something out")
    ]


SECTIONS = {
    "seats": ("plan.seats",),
    "not_covered": ("plan.not_covered",),
    "runner_up": ("runner_up.seats",),
    "to_cover_everything": ("to_cover_everything.seats",),
}
"""What `--section` may name, and where its rows are."""


def team_plan_answer(catalogue: Catalogue, plan: TeamPlan) -> TeamPlanAnswer:
    """The best team within limits, and what separates the next best."""
    seats = [
        filled(
            PaidSeatAnswer,
            seat,
            pay=pay_at_rung(catalogue, seat.pay) if seat.pay else None,
            cost=round(seat.cost),
            assumed=seat.pay is None,
        )
        for seat in plan.best.seats
    ]
    return filled(
        TeamPlanAnswer,
        plan,
        template=plan.scope.template,
        max=plan.most,
        activities=len(plan.scope.activities),
        plan=filled(PlanAnswer, plan.best, seats=seats),
        runner_up_is_worse_in=plan.difference,
    )
