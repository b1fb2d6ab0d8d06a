"""A plan of a team as a report, and on one screen."""

from collections.abc import Iterator

from mlroles.core.catalogue import Catalogue
from mlroles.core.teams.plan import Plan, Reason, TeamPlan
from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Layout,
    Lines,
    Page,
    Section,
    Toned,
    counted,
    joined,
    numbers,
    prose,
    short,
    shortened,
    tabled,
)
from mlroles.present.page.report import Report
from mlroles.present.pay.bar import thousands
from mlroles.present.teams.money import amount_cell, signs
from mlroles.present.teams.plan_answer import SECTIONS, TeamPlanAnswer, team_plan_answer

FEW = 3
"""The names of a kind that the screen has."""

REASONS: dict[Reason, str] = {
    "no teacher": "nobody in the plan can teach a junior of their own role",
    "budget": "the budget leaves too little for one",
    "most people": "the largest number of people is reached",
}


def team_plan_report(catalogue: Catalogue, plan: TeamPlan, full: bool = False) -> Report:
    """The team that covers most of what a template asks for, and what separates the next best."""
    return Report(
        kinds=(TeamPlanAnswer,),
        document=True,
        sections=SECTIONS,
        table="plan.seats",
        pages=lambda: (_page(catalogue, plan, full),),
        data=lambda: team_plan_answer(catalogue, plan),
        more="" if full else "--full all that each seat answers for   -o plan.md to share",
        next_steps=_next_steps(plan),
    )


def _next_steps(plan: TeamPlan) -> Iterator[tuple[str, str]]:
    template = plan.scope.template
    against = f" --template {template.id}" if template else ""
    seats = [
        plan.scope.ladder.typed(seat.role.id, seat.rung) + f":{seat.people}" * (seat.people > 1)
        for seat in plan.best.seats
    ]
    yield f"mlroles team check --seats '{' '.join(seats)}'{against}", ""
    if template:
        yield f"mlroles team templates {template.id}", "what happens without each seat"


def _page(catalogue: Catalogue, plan: TeamPlan, full: bool) -> Page:
    best, template = plan.best, plan.scope.template
    few = None if full else FEW
    layout: Layout = "" if full else "label"
    count = len(plan.scope.activities)
    open = len(best.not_covered)
    lacking = open or best.skills_not_covered
    told = f"all {count}" if not open else f"{count - open} of {count}"
    limits = [counted(best.people, "person", "people")]
    if plan.most is not None:
        limits.append(f"at most {plan.most}")
    if plan.budget is not None:
        limits.append(f"budget {plan.budget:,} {best.currency} a year, {plan.country}")
    if best.juniors.share:
        limits.append(f"{best.juniors.share:.0%} juniors wanted")
    sections = (
        Section(title="Seats", blocks=_seats(best, full), note=_cost(best), name="seats"),
        Section(
            title="Not covered", blocks=_not_covered(catalogue, best, full), name="not_covered"
        ),
        Section(
            title="To cover everything" if lacking else "To fill every seat",
            blocks=prose(_everything(plan)),
            name="to_cover_everything",
        ),
        Section(title="Left out", blocks=_left_out(catalogue, plan, full), layout=layout),
        Section(
            title="Runner-up", blocks=prose(_runner_up(plan, few)), name="runner_up", layout=layout
        ),
        Section(title="Notes", blocks=(Lines(rows=tuple(_notes(plan))),), layout=layout),
    )
    return Page(
        title=f"Plan for: {template.name}" if template else "Plan",
        fact=f"{told} activities covered",
        subtitle=", ".join(limits),
        sections=tuple(section for section in sections if section.blocks),
    )


def _seats(plan: Plan, full: bool) -> tuple[Block, ...]:
    rows: list[tuple[Cell, ...]] = []
    for seat in plan.seats:
        names = [activity.name for activity in seat.activities]
        told = ", ".join(names)
        if seat.taught:
            told = "learns from the other"
        elif seat.there:
            told = f"there already; {told}" if told else "there already"
        elif not told:
            told = "another pair of hands"
        share = f", {seat.share:.0%}" if seat.share < 1 else ""
        wanted = f" ({seat.wanted_rung})" if seat.rung != seat.wanted_rung else ""
        rows.append(
            (
                short(seat.role.name) + (f" ×{seat.people}" if seat.people > 1 else ""),
                Toned(text=seat.rung + share + wanted, tone="dim"),
                amount_cell(seat.pay, seat.people * seat.share)
                if seat.pay or not seat.cost
                else f"~{thousands(round(seat.cost))} ",
                f"{len(names)}" if names else "–",
                told,
            )
        )
    columns = (
        Column(),
        Column(keep=True),
        *numbers("pay", ""),
        Column(title="answers for", cut=not full),
    )
    return tabled(columns, rows)


def _cost(plan: Plan) -> str:
    if plan.cost is None:
        return "No pay is known"
    parts = any(seat.share < 1 for seat in plan.seats)
    told = f"Together {plan.cost:,} {plan.currency} a year: median pay"
    told += ", by share of a post" * parts
    if plan.pay_unknown:
        told += f", without {joined([short(role.name) for role in plan.pay_unknown])}"
    if plan.assumed:
        told += f"; ~ {plan.assumed:,} more assumed, the median of the other roles at that level"
    below = any(seat.rung != seat.wanted_rung for seat in plan.seats)
    told += signs([seat.pay for seat in plan.seats if seat.pay])
    return told + "; in brackets the level that is wanted" * below


def _not_covered(catalogue: Catalogue, plan: Plan, full: bool) -> tuple[Block, ...]:
    by_stage: dict[str, list[str]] = {}
    for activity in plan.not_covered:
        stage = catalogue.stages[activity.stage].name if activity.stage else "No stage"
        by_stage.setdefault(stage, []).append(activity.name)
    if plan.skills_not_covered:
        by_stage["Skills"] = [skill.name for skill in plan.skills_not_covered]
    columns = (Column(keep=True), *numbers(""), Column(cut=not full))
    rows = [(stage, f"{len(names)}", ", ".join(names)) for stage, names in by_stage.items()]
    return tabled(columns, rows)


def _everything(plan: TeamPlan) -> str:
    """The team without limits, if it has more than the plan."""
    whole = plan.to_cover_everything
    if not whole:
        return ""
    told = counted(whole.people, "person", "people")
    if whole.not_covered:
        told += f", all but {counted(len(whole.not_covered), 'activity', 'activities')}"
    if whole.cost is not None:
        told += f", {whole.cost:,} {whole.currency} a year"
    return told + f", and {whole.assumed:,} assumed for unknown pay" * bool(whole.assumed)


def _left_out(catalogue: Catalogue, plan: TeamPlan, full: bool) -> tuple[Block, ...]:
    told = [
        (
            f"{short(catalogue.role_names[seat.role])}, {seat.rung}" + f" ×{count}" * (count > 1),
            seat.without,
        )
        for seat, count in plan.left_out
    ]
    if told and full:
        return (Bullets(items=tuple(f"{who}. Without: {without}" for who, without in told)),)
    return prose("; ".join(who for who, _ in told))


def _runner_up(plan: TeamPlan, few: int | None) -> str:
    """How the next best team differs from the best, in names, and why it is not the best."""
    if not plan.runner_up:
        return ""
    here, there = (
        dict.fromkeys(short(seat.role.name) for seat in team.seats)
        for team in (plan.best, plan.runner_up)
    )
    gone, come = [n for n in here if n not in there], [n for n in there if n not in here]
    swap = (
        f"{joined(come)} in place of {joined(gone)}" if come else f"The same without {joined(gone)}"
    )
    return f"{swap}: {_why(plan, plan.runner_up, few)}"


def _why(plan: TeamPlan, other: Plan, few: int | None) -> str:
    best = plan.best
    match plan.difference:
        case "missed":
            lost = [a.name for a in other.not_covered if a not in best.not_covered]
            skills = [s.name for s in other.skills_not_covered if s not in best.skills_not_covered]
            return f"nobody would answer for {shortened([*lost, *skills], few)}"
        case "absent":
            return "it covers as much, with fewer of the people whom the template wants"
        case "below":
            return "it covers as much, with more people below the wanted level"
        case "seats":
            return f"it needs {other.people} people instead of {best.people}"
        case "cost" if best.cost is not None and other.cost is not None:
            return f"it covers as much, but costs {other.cost - best.cost:,} more a year"
        case "strangers":
            return "it covers as much, but with roles that the template does not have"
        case _:
            return "it is as good"


def _notes(plan: TeamPlan) -> Iterator[tuple[str]]:
    best = plan.best
    alone = counted(best.single_points, "activity depends", "activities depend")
    yield (f"{alone} on one person",)
    if plan.least_budget is not None:
        yield (f"The least that covers more costs {plan.least_budget:,} a year",)
    if best.juniors.alone:
        roles = joined(list(dict.fromkeys(short(role.name) for role in best.juniors.alone)))
        juniors = counted(len(best.juniors.alone), "junior", "juniors")
        yield (f"Nobody is left to teach {juniors}: {roles}",)
    if best.juniors.reason:
        more = "more " if best.juniors.seats else ""
        yield (f"No {more}juniors: {REASONS[best.juniors.reason]}",)
