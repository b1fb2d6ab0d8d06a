"""A team's check as a report."""

from collections.abc import Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import LEVELS, StageId
from mlroles.core.teams.assessment import Assessment, TeamPay
from mlroles.core.teams.check import GreenSkill, TeamCheck
from mlroles.core.teams.next_hire import WEIGHTS, Hire
from mlroles.core.teams.team import Person
from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Page,
    Prose,
    Section,
    Table,
    Tone,
    Toned,
    counted,
    first_of,
    joined,
    shortened,
    strong,
)
from mlroles.present.page.report import Report
from mlroles.present.pay.bar import pay_cell
from mlroles.present.teams.change import change_page
from mlroles.present.teams.check_answer import (
    SECTIONS,
    TeamCheckAnswer,
    left_out,
    team_check_answer,
)

FEW = 3
"""What a page shows of each kind that is not to be full."""


def team_check_report(catalogue: Catalogue, assessment: Assessment, full: bool = False) -> Report:
    """What a team covers and lacks; under changes, what they change.

    The page names a few of each kind unless it is to be `full`.
    """
    check = assessment.check
    template = check.scope.template
    return Report(
        kinds=(TeamCheckAnswer,),
        document=True,
        sections=SECTIONS,
        pages=lambda: (
            (change_page(assessment, full),)
            if assessment.change
            else (_page(catalogue, assessment, full),)
        ),
        data=lambda: team_check_answer(catalogue, assessment, full),
        left_out="" if full else left_out(assessment),
        next_step=_next_step(assessment, template.id if template else None),
    )


def _next_step(assessment: Assessment, template: str | None) -> str:
    if template is None:
        return "mlroles team templates"
    if assessment.hires and not assessment.change:
        return f"mlroles show {assessment.hires[0].role.id}"
    return f"mlroles team plan --template {template}"


def _page(catalogue: Catalogue, assessment: Assessment, full: bool) -> Page:
    check = assessment.check
    template = check.scope.template
    count = len(check.activities)
    told = counted(count, "activity", "activities")
    against = f"{template.name} ({told})" if template else told
    if near := assessment.nearest:
        against += f", nearest: {len(near.shared)} of {near.roles} roles in common"
    few = None if full else FEW
    missing = len(check.handoffs_missing)
    handoffs = "Missing hand-offs" + (f", {few} of {missing}" if few and missing > few else "")
    sections = [
        Section(title="People", blocks=(_people(check, few),), note=pay_told(assessment.pay)),
        _stages(catalogue, check, few),
        *([_activities(catalogue, check)] if full else []),
        Section(title="Overlaps", blocks=tuple(_overlaps(check))),
        Section(title="Essential skills that nobody holds", blocks=tuple(_skills(check, few))),
        Section(title=handoffs, blocks=tuple(_handoffs(catalogue, check, few))),
        Section(title="Juniors", blocks=(Prose(text=_juniors(check, full)),)),
        green_section(assessment.green),
        hires_section(assessment.hires, few),
    ]
    return Page(
        title=check.team.name,
        subtitle=f"{counted(len(check.team.people), 'person', 'people')}, measured against"
        f" {against}",
        sections=tuple(section for section in sections if section.blocks),
    )


def pay_told(pay: TeamPay) -> str:
    """What a team costs a year, and whose pay is unknown."""
    if pay.currency is None:
        return f"No pay is known in {pay.country}"
    unknown = joined([role.name for role in pay.unknown])
    without = f", without {unknown}, of whom no figure is known" if unknown else ""
    return (
        f"Pay: about {pay.total:,} {pay.currency} a year, {pay.country} medians of adverts{without}"
    )


def _people(check: TeamCheck, few: int | None) -> Table:
    """Who is there, what they answer for, and what only they could do."""
    alone = {id(point.person): point.activities for point in check.single_points}
    rows: list[tuple[Cell, ...]] = []
    before: tuple[object, ...] = ()
    alike = 0
    for person in check.team.people:
        key = (person.name, person.role.id, person.rung, person.share, person.held)
        alike = alike + 1 if key == before and not person.name else 1
        before = key
        if alike > 1:  # people of whom nothing else is known share a row
            rows.pop()
        answers = sum(person.role in a.accountable for a in check.activities)
        only = [activity.name for activity in alone.get(id(person), ())]
        told: Cell = first_of(only, few)
        if not person.counts and person.ready:
            answers, only = 0, []
            ready = f"readiness {person.ready.score or 0.0:.2f}"
            told = Toned(text=f"counts for nothing: {ready}", tone="poor")
        name = f"{alike} × {who(person)}" if alike > 1 else who(person)
        rung = person.rung + (f", {person.share:.0%}" if person.share < 1 else "")
        rows.append((name, Toned(text=rung, tone="dim"), f"{answers}", f"{len(only)}", told))
    columns = (
        Column(),
        Column(keep=True),
        Column(title="answers", align="right", keep=True),
        Column(title="alone", align="right", keep=True),
        Column(title="only they could do"),
    )
    return Table(columns=columns, rows=tuple(rows))


def _stages(catalogue: Catalogue, check: TeamCheck, few: int | None) -> Section:
    rows: list[tuple[Cell, ...]] = []
    for stage in check.stages:
        count, open = len(stage.activities), len(stage.holes)
        tone: Tone = "good" if not open else "poor" if open == count else "fair"
        rows.append(
            (
                _stage_name(catalogue, stage.stage),
                Toned(text=f"{count - open} of {count}", tone=tone),
                f"{stage.depth}",
                first_of([role.name for role in stage.accountable], few),
                first_of([hole.activity.name for hole in stage.holes], few),
            )
        )
    columns = (
        Column(keep=True),
        Column(title="covered", align="right", keep=True),
        Column(title="depth", align="right", keep=True),
        Column(title="accountable"),
        Column(title="nobody answers for"),
    )
    note = "depth: how many people could do something in the stage"
    blocks = (Table(columns=columns, rows=tuple(rows)),)
    return Section(title="Stages", blocks=blocks, note=note)


def _stage_name(catalogue: Catalogue, stage: StageId | None) -> str:
    return catalogue.stages[stage].name if stage else "no stage"


def _activities(catalogue: Catalogue, check: TeamCheck) -> Section:
    rows: list[tuple[Cell, ...]] = []
    for stage in check.stages:
        for position, checked in enumerate(stage.activities):
            name = "" if position else _stage_name(catalogue, stage.stage)
            nobody = Toned(text="nobody", tone="poor")
            accountable = joined([role.name for role in checked.accountable])
            rows.append(
                (
                    Toned(text=name, tone="dim"),
                    checked.activity.name,
                    accountable or nobody,
                    joined([role.name for role in checked.responsible]),
                    f"{checked.depth}",
                )
            )
    columns = (
        Column(keep=True),
        Column(),
        Column(title="accountable"),
        Column(title="responsible"),
        Column(title="depth", align="right", keep=True),
    )
    return Section(title="Activities", blocks=(Table(columns=columns, rows=tuple(rows)),))


def _overlaps(check: TeamCheck) -> Iterator[Block]:
    if check.overlaps:
        items = [
            f"{o.activity.name}: {joined([r.name for r in o.accountable])} answer for it"
            for o in check.overlaps
        ]
        yield Bullets(items=tuple(items))


def _skills(check: TeamCheck, few: int | None) -> Iterator[Block]:
    told = [
        f"{missing.skill.name} at {missing.needed} {LEVELS[missing.needed][0]}"
        + (f" (highest: {missing.held})" if missing.held else "")
        for missing in check.missing_skills
    ]
    if told:
        yield Prose(text=shortened(told, few))


def _handoffs(catalogue: Catalogue, check: TeamCheck, few: int | None) -> Iterator[Block]:
    names = catalogue.role_names
    rows: list[tuple[Cell, ...]] = [
        (handoff.artefact, f"{names[handoff.from_role]} → {names[handoff.to_role]}")
        for handoff in check.handoffs_missing[:few]
    ]
    if rows:
        yield Table(columns=(Column(), Column()), rows=tuple(rows))


def _juniors(check: TeamCheck, full: bool) -> str:
    mentoring = check.mentoring
    count = len(mentoring.pairs) + len(mentoring.alone)
    told = f"{counted(count, 'junior', 'juniors')}; the team can carry {mentoring.capacity}"
    if mentoring.alone:
        told += f". Nobody is left to teach {joined([who(junior) for junior in mentoring.alone])}"
    if mentoring.room and full:
        teachers = dict.fromkeys(who(person) for person, _ in mentoring.room)
        told += f". Could take one more: {joined(list(teachers))}"
    return told


HEADINGS = {"holes": "holes", "skills": "skills", "single_points": "2nd", "handoffs": "hand-offs"}
"""What a hire fills -> the title of its column."""


def who(person: Person) -> str:
    """Somebody by name, if there is one, and role."""
    return f"{person.name}, {person.role.name}" if person.name else person.role.name


def green_section(green: Sequence[GreenSkill]) -> Section:
    """The skills of the green transition: who brings which, and what is missing."""
    rows: list[tuple[Cell, ...]] = []
    for skill in green:
        brought = [f"{who(person)} {level}" for person, level in skill.brought]
        nobody = f"nobody at {skill.needed}" if skill.needed else "nobody"
        missing: Cell = Toned(text=nobody, tone="poor") if skill.missing else ""
        asked = f"{skill.needed}" if skill.needed else "–"
        rows.append((skill.skill.name, asked, joined(brought), missing))
    columns = (
        Column(),
        Column(title="asked for", align="right", keep=True),
        Column(title="who brings it, at which level"),
        Column(title="missing"),
    )
    blocks: tuple[Block, ...] = (Table(columns=columns, rows=tuple(rows)),) if rows else ()
    return Section(title="Green work", blocks=blocks)


def hires_section(hires: Sequence[Hire], few: int | None) -> Section:
    """The roles that would fill most, and what each kind of filling adds to the score."""
    rows: list[tuple[Cell, ...]] = []
    for hire in hires[:few]:
        parts = [f"{adds:.2f}" if adds else "–" for adds in hire.parts().values()]
        score = strong(f"{hire.score:.2f}")
        rows.append(
            (hire.role.name, Toned(text=hire.rung, tone="dim"), *parts, score, pay_cell(hire.pay))
        )
    if not rows:
        return Section(title="Next hire", blocks=())
    columns = (
        Column(),
        Column(keep=True),
        *(Column(title=HEADINGS[kind], align="right", keep=True) for kind in WEIGHTS),
        Column(title="score", align="right", keep=True),
        Column(title="median pay", align="right"),
    )
    filled = tuple(
        f"{hire.role.name} would answer for {first_of([a.name for a in hire.holes], few)}"
        for hire in hires[:few]
        if hire.holes
    )
    table = Table(columns=columns, rows=tuple(rows))
    blocks: tuple[Block, ...] = (table, Bullets(items=filled)) if filled else (table,)
    pooled = any(hire.pay and hire.pay.pooled for hire in hires[:few])
    star = "; * all rungs pooled" if pooled else ""
    note = f"2nd: what one person could do now, and then two{star}"
    return Section(title="Next hire", blocks=blocks, note=note)
