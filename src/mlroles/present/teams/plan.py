"""A plan of a team as a report."""

from collections.abc import Iterator

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Activity
from mlroles.core.teams.plan import Plan, PlannedSeat, TeamPlan
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
from mlroles.present.page.report import Report
from mlroles.present.pay.bar import pay_cell
from mlroles.present.teams.plan_answer import SECTIONS, TeamPlanAnswer, team_plan_answer

FEW_NAMED = 3


def team_plan_report(catalogue: Catalogue, plan: TeamPlan, full: bool = False) -> Report:
    """The team that covers most of what a template asks for, and what separates the next best."""
    seats = " ".join(_said(seat) for seat in plan.best.seats)
    template = plan.scope.template
    against = f" --template {template.id}" if template else ""
    return Report(
        pages=lambda: (_page(catalogue, plan, full),),
        kinds=(TeamPlanAnswer,),
        document=True,
        sections=SECTIONS,
        table="plan.seats",
        data=lambda: team_plan_answer(catalogue, plan),
        next_step=f"mlroles team check --seats '{seats}'{against}",
    )


def _said(seat: PlannedSeat) -> str:
    return f"{seat.role.id}@{seat.rung}" + (f":{seat.people}" if seat.people > 1 else "")


def _page(catalogue: Catalogue, plan: TeamPlan, full: bool) -> Page:
    best, template = plan.best, plan.scope.template
    few = None if full else FEW_NAMED
    count = len(plan.scope.activities)
    open = len(best.not_covered)
    covered = f"all {count}" if not open else f"{count - open} of {count}"
    limits = []
    if plan.most is not None:
        limits.append(f"at most {counted(plan.most, 'person', 'people')}")
    if plan.budget is not None:
        limits.append(f"{plan.budget:,} {best.currency} a year in {plan.country}")
    if best.juniors.share:
        limits.append(f"{best.juniors.share:.0%} juniors")
    sections = (
        Section(
            title=f"{counted(best.people, 'person', 'people')}, {covered} activities covered",
            blocks=(_seats(best, few),),
            note=_cost(best),
        ),
        Section(title="Not covered", blocks=tuple(_not_covered(catalogue, best, full))),
        Section(title="To cover everything", blocks=tuple(_everything(plan))),
        Section(title="Left out of the template", blocks=tuple(_left_out(catalogue, plan))),
        Section(title="Runner-up", blocks=tuple(_runner_up(plan, few))),
        Section(title="Notes", blocks=tuple(_notes(plan))),
    )
    return Page(
        title=f"Team for: {template.name}" if template else "Team",
        subtitle=", ".join(limits),
        sections=tuple(section for section in sections if section.blocks),
    )


def _seats(plan: Plan, few: int | None) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for seat in plan.seats:
        names = [activity.name for activity in seat.activities]
        told = first_of(names, few) if names else ""
        if seat.taught:
            told = "learns from the other"
        elif seat.there:
            told = f"there already; {told}" if told else "there already"
        below = f" ({seat.wanted_rung} wanted)" if seat.rung != seat.wanted_rung else ""
        rows.append(
            (
                f"{seat.people} × {seat.role.name}" if seat.people > 1 else seat.role.name,
                Toned(text=seat.rung + below, tone="dim"),
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
    told = "No pay is known" if plan.cost is None else f"{plan.cost:,} {plan.currency} a year"
    if plan.cost is not None and plan.pay_unknown:
        told += f", without {joined([role.name for role in plan.pay_unknown])}: no pay is known"
    pooled = any(seat.pay and seat.pay.pooled for seat in plan.seats)
    return told + ("; * all rungs pooled" if pooled else "")


def _not_covered(catalogue: Catalogue, plan: Plan, full: bool) -> Iterator[Block]:
    by_stage: dict[str, list[Activity]] = {}
    for activity in plan.not_covered:
        stage = catalogue.stages[activity.stage].name if activity.stage else "no stage"
        by_stage.setdefault(stage, []).append(activity)
    rows: list[tuple[Cell, ...]] = [
        (
            Toned(text=stage, tone="dim"),
            shortened([a.name for a in activities], None if full else 4),
        )
        for stage, activities in by_stage.items()
    ]
    if plan.skills_not_covered:
        names = [skill.name for skill in plan.skills_not_covered]
        rows.append((Toned(text="skills", tone="dim"), joined(names)))
    if rows:
        yield Table(columns=(Column(keep=True), Column()), rows=tuple(rows))


def _everything(plan: TeamPlan) -> Iterator[Block]:
    if whole := plan.to_cover_everything:
        pay = f", {_cost(whole)}" if whole.cost is not None else ""
        open = f", all but {len(whole.not_covered)} activities" if whole.not_covered else ""
        people = counted(whole.people, "person", "people")
        yield Prose(text=f"{people}{open}: {_names(whole)}{pay}")


def _left_out(catalogue: Catalogue, plan: TeamPlan) -> Iterator[Block]:
    items = [
        (f"{count} × " if count > 1 else "")
        + f"{catalogue.role_names[seat.role]}, {seat.rung}. Without: {seat.without}"
        for seat, count in plan.left_out
    ]
    if items:
        yield Bullets(items=tuple(items))


def _runner_up(plan: TeamPlan, few: int | None) -> Iterator[Block]:
    if plan.runner_up:
        yield Prose(text=_swapped(plan.best, plan.runner_up))
        yield Prose(text=_why(plan, plan.runner_up, few), tone="dim")


def _swapped(best: Plan, other: Plan) -> str:
    """How another team differs from the best, in names."""
    here, there = _role_names(best), _role_names(other)
    gone = [name for name in here if name not in there]
    come = [name for name in there if name not in here]
    if not come:
        return f"The same without {joined(gone)}"
    return f"{joined(come)} in place of {joined(gone)}"


def _why(plan: TeamPlan, other: Plan, few: int | None) -> str:
    best = plan.best
    match plan.difference:
        case "missed":
            lost = [a.name for a in other.not_covered if a not in best.not_covered]
            skills = [s.name for s in other.skills_not_covered if s not in best.skills_not_covered]
            return f"Nobody would answer for {shortened([*lost, *skills], few)}"
        case "absent":
            return "It covers as much, with fewer of the people whom the template wants"
        case "below":
            return "It covers as much, with more people below the rung that is wanted"
        case "seats":
            return f"It needs {other.people} people instead of {best.people}"
        case "cost" if best.cost is not None and other.cost is not None:
            return f"It covers as much, but costs {other.cost - best.cost:,} more a year"
        case "strangers":
            return "It covers as much, but with roles that the template does not have"
        case _:
            return "It is as good"


def _notes(plan: TeamPlan) -> Iterator[Block]:
    alone = counted(plan.best.single_points, "activity depends", "activities depend")
    told = [f"{alone} on one person"]
    if plan.least_budget is not None:
        told.append(f"The least that covers more costs {plan.least_budget:,} a year")
    if plan.best.juniors.reason:
        more = "more " if plan.best.juniors.seats else ""
        told.append(f"No {more}juniors: {plan.best.juniors.reason}")
    yield Bullets(items=tuple(told))


def _role_names(plan: Plan) -> list[str]:
    return list(dict.fromkeys(seat.role.name for seat in plan.seats))


def _names(plan: Plan) -> str:
    return joined(_role_names(plan))
