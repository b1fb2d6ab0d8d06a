"""A team's check on one screen."""

from collections.abc import Iterable, Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.teams.assessment import Assessment
from mlroles.core.teams.check import CheckedStage, GreenSkill, TeamCheck
from mlroles.core.teams.next_hire import Hire
from mlroles.core.teams.team import Person
from mlroles.present.page.blocks import (
    Cell,
    Column,
    Lines,
    Page,
    Section,
    Toned,
    counted,
    joined,
    numbers,
    short,
    shortened,
    strong,
    tabled,
)
from mlroles.present.teams.check_answer import alike, answering, worst_first
from mlroles.present.teams.money import amount_cell, signs

FEW = 3
"""What the screen has of each kind."""
BAR = 18
"""The columns of a bar."""


def brief_page(catalogue: Catalogue, assessment: Assessment) -> Page:
    """What matters most of a team, on one screen."""
    check = assessment.check
    sections = (
        people_section(assessment),
        stages_section(catalogue, check),
        Section(title="Risks", blocks=(Lines(rows=tuple(_risks(catalogue, check))),)),
        green_section(assessment.green),
        hires_section(assessment),
    )
    return check_page(assessment, sections)


def check_page(assessment: Assessment, sections: Iterable[Section], fact: str = "") -> Page:
    """A page about a team, with those of some sections that say something.

    The fact that matters is by default how much it covers.
    """
    return Page(
        title=headline(assessment),
        fact=fact or covered(assessment.check),
        subtitle=chosen(assessment),
        sections=tuple(section for section in sections if section.blocks),
    )


def headline(assessment: Assessment) -> str:
    """The team, and what it is measured against."""
    check = assessment.check
    template, people = check.scope.template, len(check.team.people)
    told = f"Team of {people}"
    if check.team.name != "Team":
        told = f"{check.team.name}, {counted(people, 'person', 'people')}"
    return f"{told}, for: {template.name}" if template else told


def covered(check: TeamCheck) -> str:
    """How many of the activities somebody answers for."""
    count = len(check.activities)
    return f"{count - len(check.holes)} of {count} activities covered"


def chosen(assessment: Assessment) -> str:
    """How the template was chosen."""
    if near := assessment.nearest:
        roles = f"{len(near.shared)} of {near.roles} roles in common"
        return f"The nearest template: {roles}. Another with --template NAME"
    return "Measured against the template you named" if assessment.check.scope.template else ""


def people_section(assessment: Assessment) -> Section:
    """Who is there, what they are paid and answer for, and for how much nobody else could."""
    check, pay = assessment.check, assessment.pay
    alone = {id(point.person): len(point.activities) for point in check.single_points}
    answers = answering(check)
    rows: list[tuple[Cell, ...]] = []
    for places in alike(check):
        person, paid = check.team.people[places[0]], pay.people[places[0]]
        many = f" ×{len(places)}" if len(places) > 1 else ""
        rung = person.rung + (f", {person.share:.0%}" if person.share < 1 else "")
        counts: tuple[Cell, ...] = (
            f"{answers[person.role.id]}",
            f"{alone[id(person)]}" if id(person) in alone else "–",
        )
        if not person.counts and person.ready:
            counts = (Toned(text="not ready", tone="poor"), f"{person.ready.score or 0:.2f}")
        rows.append(
            (
                who(person) + many,
                Toned(text=rung, tone="dim"),
                amount_cell(paid, person.share * len(places)),
                *counts,
            )
        )
    columns = (Column(), Column(keep=True), *numbers("pay", "answers for", "alone on"))
    told = f"No pay is known in {pay.country}"
    if pay.currency:
        told = (
            f"Together about {round(pay.total, -3):,} {pay.currency} a year, {pay.country} medians"
        )
        told += f", without {joined([short(r.name) for r in pay.unknown])}" if pay.unknown else ""
        told += signs([known for known in pay.people if known])
    if any(not person.counts for person in check.team.people):
        told += ". Not ready: readiness for the seat is too low; covers nothing"
    return Section(title="People", blocks=tabled(columns, rows), note=told, name="people")


def stages_section(catalogue: Catalogue, check: TeamCheck, full: bool = False) -> Section:
    """How much of each stage is covered; in brief what is missing, in full by how many."""
    rows: list[tuple[Cell, ...]] = []
    for stage in check.stages:
        count, open = len(stage.activities), len(stage.holes)
        filled = (count - open) * BAR // count
        row = (
            stage_name(catalogue, stage),
            "█" * filled + "░" * (BAR - filled),
            f"{count - open} of {count}",
        )
        missing = ", ".join(hole.activity.name for hole in stage.holes)
        roles = joined([short(role.name) for role in stage.accountable])
        rows.append((*row, f"{stage.depth}", roles) if full else (*row, missing))
    columns = (
        Column(keep=True),
        Column(keep=True, optional=True, least_width=BAR),
        *numbers(""),
        *((*numbers("people"), Column(title="who answers")) if full else ()),
        *(() if full else (Column(title="missing" if check.holes else "", cut=True),)),
    )
    return Section(title="Covered", blocks=tabled(columns, rows), name="stages")


def stage_name(catalogue: Catalogue, stage: CheckedStage) -> str:
    """What a stage is called on a page."""
    return catalogue.stages[stage.stage].name if stage.stage else "No stage"


def _risks(catalogue: Catalogue, check: TeamCheck) -> Iterator[tuple[str]]:
    """What depends on one person, falls short, is not handed over, is contested; the juniors."""
    if points := check.single_points:
        alone = sum(len(point.activities) for point in points)
        on = [f"{who(point.person)} {len(point.activities)}" for point in points]
        depend = counted(alone, "activity depends", "activities depend")
        yield (f"{depend} on one person: {shortened(on, FEW)}",)
    if skills := worst_first(check):
        told = [f"{m.skill.name} {m.held} of {m.needed}" for m in skills]
        fall = counted(len(skills), "essential skill falls", "essential skills fall")
        yield (f"{fall} short: {shortened(told, FEW - 1)}",)
    if handoffs := check.handoffs_missing:
        there = {person.role.id for person in check.team.people if person.counts}
        gone = [end for h in handoffs for end in (h.from_role, h.to_role) if end not in there]
        most = max(gone, key=gone.count)
        some = f"{gone.count(most)} of them " if gone.count(most) < len(handoffs) else ""
        have = counted(len(handoffs), "hand-off has", "hand-offs have")
        lacking = short(catalogue.role_names[most])
        yield (f"{have} no partner, {some}for lack of: {lacking}",)
    if overlaps := check.overlaps:
        first = joined([short(role.name) for role in overlaps[0].accountable])
        have = counted(len(overlaps), "activity has", "activities have")
        yield (f"{have} several who answer: {overlaps[0].activity.name} ({first})",)
    yield (juniors(check),)


def juniors(check: TeamCheck) -> str:
    """How many juniors there are, whom nobody teaches, and how many there could be."""
    mentoring = check.mentoring
    count = len(mentoring.pairs) + len(mentoring.alone)
    if mentoring.alone:
        alone = joined([who(junior) for junior in mentoring.alone])
        return f"{counted(count, 'junior', 'juniors')}; nobody is left to teach {alone}"
    there = counted(count, "junior", "juniors") if count else "No juniors"
    return f"{there}; the team could teach {mentoring.capacity}"


def who(person: Person) -> str:
    """Somebody by name, if there is one, and role."""
    role = short(person.role.name)
    return f"{person.name}, {role}" if person.name else role


def green_section(green: Sequence[GreenSkill]) -> Section:
    """The skills of the green transition: who brings which, and what is missing."""
    rows: list[tuple[Cell, ...]] = []
    for skill in green:
        brought = [f"{who(person)} {level}" for person, level in skill.brought]
        nobody = Toned(text="nobody", tone="poor")
        asked = f"{skill.needed}" if skill.needed else "–"
        below = " (too low)" if skill.missing and brought else ""
        rows.append((skill.skill.name, asked, joined(brought) + below or nobody))
    columns = (
        Column(),
        *numbers("level needed"),
        Column(title="who brings it, at which level"),
    )
    return Section(title="Green work", blocks=tabled(columns, rows), name="green")


def hires_section(assessment: Assessment) -> Section:
    """The roles that would fill most, with the weightiest of what they fill."""
    rows: list[tuple[Cell, ...]] = []
    for place, hire in enumerate(assessment.hires[:FEW], 1):
        rows.append(
            (
                f"{place}  {short(hire.role.name)}",
                Toned(text=hire.rung, tone="dim"),
                amount_cell(hire.pay),
                _fills(assessment.check, hire),
                strong(f"{hire.score:.2f}"),
            )
        )
    columns = (
        Column(),
        Column(keep=True),
        *numbers("pay"),
        Column(title="of what is missing", optional=True, least_width=20),
        *numbers("score"),
    )
    return Section(title="Whom to hire next", blocks=tabled(columns, rows), name="next_hire")


def _fills(check: TeamCheck, hire: Hire) -> str:
    """The kind of what a hire fills that adds most to the score, in numbers."""
    parts = hire.parts()
    match max(parts, key=lambda kind: parts[kind]):
        case "holes":
            return f"{len(hire.holes)} of {len(check.holes)} activities"
        case "skills":
            return f"{len(hire.skills)} of {len(check.missing_skills)} skills"
        case "handoffs":
            return f"{len(hire.handoffs)} of {len(check.handoffs_missing)} hand-offs"
        case _:
            return f"second person for {len(hire.single_points)}"
