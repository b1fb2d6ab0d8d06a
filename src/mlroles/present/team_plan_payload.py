"""The JSON of a plan of a team, key by key."""

from mlroles.core.plan_search import Plan
from mlroles.core.team_plan import TeamPlan
from mlroles.present.payload import Payload, figure_payload, names_payload


def currency(plan: Plan) -> str:
    """The currency of a plan's pay; empty where none is known."""
    return next((seat.pay.currency for seat in plan.seats if seat.pay), "")


def team_plan_payload(plan: TeamPlan) -> Payload:
    """The best team within limits, and what separates the next best."""
    template = plan.scope.template
    return {
        "template": {"id": template.id, "name": template.name} if template else None,
        "max": plan.most,
        "budget": plan.budget,
        "country": plan.country,
        "junior_share": plan.junior_share,
        "activities": len(plan.scope.activities),
        "plan": _plan(plan.best),
        "runner_up": _plan(plan.runner_up) if plan.runner_up else None,
        "runner_up_is_worse_in": plan.difference,
        "without_limits": _seats_payload(plan.unlimited) if plan.unlimited else None,
        "unpaid": names_payload(plan.unpaid),
    }


def _plan(plan: Plan) -> Payload:
    return {
        **_seats_payload(plan),
        "given_up": names_payload(plan.given_up),
        "skills_given_up": names_payload(plan.skills_given_up),
    }


def _seats_payload(plan: Plan) -> Payload:
    return {
        "seats": [
            {
                "role": {"id": seat.role.id, "name": seat.role.name},
                "rung": seat.rung,
                "answers_for": names_payload(seat.answers),
                "pay": figure_payload(seat.pay) if seat.pay else None,
            }
            for seat in plan.seats
        ],
        "covers_all": not plan.given_up and not plan.skills_given_up,
        "single_points": plan.single_points,
        "cost": plan.cost,
        "currency": currency(plan) or None,
    }
