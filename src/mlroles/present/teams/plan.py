"""A plan of a team as a report."""

from collections.abc import Iterator

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Activity
from mlroles.core.teams.plan import TeamPlan
from mlroles.core.teams.plan_search import Plan
from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Page,
    Prose,
    Section,
    Table,
    Toned,
    counted,
    first_of,
    joined,
    shortened,
)
from mlroles.present.page.common import Payload, names_payload, pay_payload
from mlroles.present.page.report import Records, Report
from mlroles.present.pay.bar import pay_cell

FEW_NAMED = 3


def team_plan_report(catalogue: Catalogue, plan: TeamPlan, full: bool = False) -> Report:
    """The smallest team that covers what a template asks for, and what separates the next best."""
    seats = " ".join(f"{seat.role.id}@{seat.rung}" for seat in plan.best.seats)
    template = plan.scope.template
    against = f" --template {template.id}" if template else ""
    return Report(
        pages=lambda: (_page(catalogue, plan, full),),
        data=lambda: team_plan_payload(plan),
        records=lambda: Records(
            columns=("role", "name", "rung", "answers_for", "median_pay", "currency"),
            rows=tuple(
                (
                    seat.role.id,
                    seat.role.name,
                    seat.rung,
                    len(seat.answers),
                    seat.pay.amount if seat.pay else None,
                    seat.pay.figure.currency if seat.pay else None,
                )
                for seat in plan.best.seats
            ),
        ),
        next_step=f"mlroles team check --seats '{seats}'{against}",
    )


def _page(catalogue: Catalogue, plan: TeamPlan, full: bool) -> Page:
    best, template = plan.best, plan.scope.template
    few = None if full else FEW_NAMED
    count = len(plan.scope.activities)
    given_up = len(best.given_up)
    covered = f"all {count}" if not given_up else f"{count - given_up} of {count}"
    limits = [f"at most {counted(plan.most, 'seat', 'seats')}"]
    if plan.budget is not None:
        limits.append(f"{plan.budget:,} {currency(best)} a year in {plan.country}")
    if plan.junior_share:
        limits.append(f"{plan.junior_share:.0%} juniors")
    sections = (
        Section(
            title=f"{counted(len(best.seats), 'seat', 'seats')}, {covered} activities covered",
            blocks=(_seats(best, few),),
            note=_cost(best),
        ),
        Section(title="Given up", blocks=tuple(_given_up(catalogue, best, full))),
        Section(title="Without limits", blocks=tuple(_unlimited(plan))),
        Section(title="Runner-up", blocks=tuple(_runner_up(plan, few))),
        Section(title="To mind", blocks=tuple(_to_mind(plan))),
    )
    return Page(
        title=f"Team for: {template.name}" if template else "Team",
        subtitle=", ".join(limits),
        sections=tuple(section for section in sections if section.blocks),
    )


def _seats(plan: Plan, few: int | None) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for seat in plan.seats:
        names = [activity.name for activity in seat.answers]
        told = first_of(names, few) if names else "learns beside the other"
        rows.append(
            (
                seat.role.name,
                Toned(text=seat.rung, tone="dim"),
                f"{len(names)}" if names else "–",
                told,
                pay_cell(seat.pay),
            )
        )
    columns = (
        Column(),
        Column(keep=True),
        Column(title="answers", align="right", keep=True),
        Column(title="for"),
        Column(title="median pay", align="right", keep=True),
    )
    return Table(columns=columns, rows=tuple(rows))


def _cost(plan: Plan) -> str:
    pooled = any(seat.pay and seat.pay.pooled for seat in plan.seats)
    star = "; * all rungs pooled" if pooled else ""
    if plan.cost is None:
        unknown = dict.fromkeys(seat.role.name for seat in plan.seats if not seat.pay)
        return f"Pay is not known of {joined(list(unknown))}{star}"
    return f"{plan.cost:,} {currency(plan)} a year together{star}"


def _given_up(catalogue: Catalogue, plan: Plan, full: bool) -> Iterator[Block]:
    by_stage: dict[str, list[Activity]] = {}
    for activity in plan.given_up:
        stage = catalogue.stages[activity.stage].name if activity.stage else "no stage"
        by_stage.setdefault(stage, []).append(activity)
    rows: list[tuple[Cell, ...]] = [
        (
            Toned(text=stage, tone="dim"),
            shortened([a.name for a in activities], None if full else 4),
        )
        for stage, activities in by_stage.items()
    ]
    if plan.skills_given_up:
        names = [skill.name for skill in plan.skills_given_up]
        rows.append((Toned(text="skills", tone="dim"), joined(names)))
    if rows:
        yield Table(columns=(Column(keep=True), Column()), rows=tuple(rows))


def _unlimited(plan: TeamPlan) -> Iterator[Block]:
    if plan.unlimited:
        whole = plan.unlimited
        pay = f" and {whole.cost:,} {currency(whole)} a year" if whole.cost is not None else ""
        gives_up = "" if not whole.given_up else f", but for {len(whole.given_up)} activities"
        seats = counted(len(whole.seats), "seat", "seats")
        yield Prose(text=f"All would be covered by {seats}{pay}{gives_up}: {_names(whole)}")


def _runner_up(plan: TeamPlan, few: int | None) -> Iterator[Block]:
    if plan.runner_up:
        yield Prose(text=_swapped(plan.best, plan.runner_up))
        yield Prose(text=_why(plan, plan.runner_up, few), tone="dim")


def _swapped(best: Plan, other: Plan) -> str:
    """How another team differs from the best, in names."""
    here, there = _role_names(best), _role_names(other)
    gone = [name for name in here if name not in there]
    come = [name for name in there if name not in here]
    if not gone and not come:
        return _names(other)
    if not come:
        return f"The same without {joined(gone)}"
    return f"{joined(come)} in place of {joined(gone)}" if gone else f"{joined(come)} besides"


def _why(plan: TeamPlan, other: Plan, few: int | None) -> str:
    best = plan.best
    match plan.difference:
        case "missed":
            lost = [a.name for a in other.given_up if a not in best.given_up]
            skills = [s.name for s in other.skills_given_up if s not in best.skills_given_up]
            more = len(other.given_up) - len(best.given_up)
            return (
                f"it covers {counted(more, 'activity', 'activities')} fewer; nobody would answer"
                f" for {shortened([*lost, *skills], few)}"
            )
        case "seats":
            return f"it needs {len(other.seats)} seats where {len(best.seats)} do"
        case "cost" if best.cost is not None and other.cost is not None and plan.budget:
            return f"it covers as much, but costs {other.cost - best.cost:,} more a year"
        case "cost":
            return "it covers as much, but more seats have to be raised to teach juniors"
        case "strangers":
            return "it covers as much, but with roles that the template does not have"
        case "risk":
            return (
                f"it covers as much, but {other.single_points} activities hang on one person,"
                f" and not {best.single_points}"
            )
        case _:
            return "it is as good; the order of the ids decides"


def _to_mind(plan: TeamPlan) -> Iterator[Block]:
    alone = counted(plan.best.single_points, "activity hangs", "activities hang")
    told = [f"{alone} on one person"]
    if plan.unpaid:
        names = joined([role.name for role in plan.unpaid])
        told.append(f"Left out, as no pay of {plan.country} is known of them: {names}")
    yield Bullets(items=tuple(told))


def _role_names(plan: Plan) -> list[str]:
    return list(dict.fromkeys(seat.role.name for seat in plan.seats))


def _names(plan: Plan) -> str:
    return joined(_role_names(plan))


def currency(plan: Plan) -> str:
    """The currency of a plan's pay; empty where none is known."""
    return next((seat.pay.figure.currency for seat in plan.seats if seat.pay), "")


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
                "pay": pay_payload(seat.pay) if seat.pay else None,
            }
            for seat in plan.seats
        ],
        "covers_all": not plan.given_up and not plan.skills_given_up,
        "single_points": plan.single_points,
        "cost": plan.cost,
        "currency": currency(plan) or None,
    }
