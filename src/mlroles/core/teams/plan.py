"""Plan a team: the smallest one that covers what a template asks for, and the next best."""

from collections.abc import Sequence
from typing import Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.errors import AskedWrongly, NothingFound
from mlroles.core.model.vocabulary import Value
from mlroles.core.pay.figures import known_country
from mlroles.core.teams.plan_search import Plan, PlanSearch
from mlroles.core.teams.scope import Scope
from mlroles.core.teams.set_cover import Worth

MOST_SEATS = 8
"""The seats that a team has at most where nothing else is said."""
MOST_JUNIORS = 0.5
"""The largest share of juniors: each learns from somebody of their own who is none."""

Difference = Literal["missed", "seats", "cost", "strangers", "risk", "chosen"]
"""In what the next best is worse: the first field of its worth that is."""


class TeamPlan(Value, frozen=True, kw_only=True):
    """The best team within limits, the next best of no more seats, and what separates them."""

    scope: Scope
    most: int
    budget: int | None
    country: str
    junior_share: float
    best: Plan
    runner_up: Plan | None
    difference: Difference | None
    unlimited: Plan | None
    """The smallest team that covers all, where the limits leave something out."""
    unpaid: tuple[Role, ...]
    """Under a budget, the roles that are left out as their pay is not known."""


def plan(
    catalogue: Catalogue,
    scope: Scope,
    most: int = MOST_SEATS,
    budget: int | None = None,
    country: str | None = None,
    junior_share: float = 0.0,
) -> TeamPlan:
    """The smallest team that covers what a template asks for.

    Covered is an activity that a role of the team can answer for, and a skill that the template
    asks for at its level. Roles sit at the template's rung for them, or at mid. The best team
    misses least; then it has the fewest seats; then, under a budget, it costs least, or else it
    raises the fewest seats to a higher rung; then it has the fewest roles that are not the
    template's own; then the fewest activities hang on one person; then the ids decide.

    With `junior_share` from 0 to 0.5 that share of the seats, rounded down, are juniors, each
    beside a seat of its own role that can teach it, at a higher rung if need be.

    Raises `AskedWrongly` for limits out of range and `NothingFound` where no team fits them.
    """
    if most < 1:
        raise AskedWrongly(f"a team of {most} is none", "give --max a number from 1 on")
    if budget is not None and budget < 1:
        raise AskedWrongly(f"a budget of {budget:,} is none", "give an amount a year from 1 on")
    if not 0 <= junior_share <= MOST_JUNIORS:
        raise AskedWrongly(
            f"a share of juniors of {junior_share:g} cannot be taught",
            f"give a share from 0 to {MOST_JUNIORS:g}, as each junior learns from one other",
        )
    country = known_country(catalogue, country)
    search = PlanSearch(catalogue, scope, country, junior_share)
    best = search.best(most, budget)
    if best is None:
        raise NothingFound(
            f"no team of at most {most} seats fits"
            + (f" a budget of {budget:,}" if budget is not None else "")
            + (f" with a share of juniors of {junior_share:g}" if junior_share else ""),
            "allow more",
        )
    seats = len(search.plan(best, budget).seats)
    runner_up = search.best(seats, budget, other_than=best.chosen)
    whole = search.best(2 * len(search.seatings), None) if best.missed else None
    return TeamPlan(
        scope=scope,
        most=most,
        budget=budget,
        country=country,
        junior_share=junior_share,
        best=search.plan(best, budget),
        runner_up=search.plan(runner_up, budget) if runner_up else None,
        difference=_difference(best, runner_up) if runner_up else None,
        unlimited=search.plan(whole, None) if whole else None,
        unpaid=() if budget is None else search.unpaid(),
    )


def _difference(best: Worth, other: Worth) -> Difference:
    fields: Sequence[Difference] = ("missed", "seats", "cost", "strangers", "risk")
    return next((f for f in fields if getattr(other, f) > getattr(best, f)), "chosen")
