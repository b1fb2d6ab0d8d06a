"""The sections of a team's check in full."""

from collections.abc import Iterator

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import LEVELS
from mlroles.core.teams.assessment import Assessment
from mlroles.core.teams.check import TeamCheck
from mlroles.core.teams.next_hire import WEIGHTS
from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Page,
    Prose,
    Section,
    Toned,
    joined,
    labelled,
    numbers,
    short,
    strong,
    tabled,
)
from mlroles.present.teams.check_answer import worst_first
from mlroles.present.teams.check_page import (
    check_page,
    green_section,
    juniors,
    people_section,
    stage_name,
    stages_section,
    who,
)
from mlroles.present.teams.money import amount_cell

KINDS = {"holes": "missing", "skills": "skills", "single_points": "2nd", "handoffs": "hand-offs"}
"""What a hire fills -> the title of its column."""


def full_page(catalogue: Catalogue, assessment: Assessment) -> Page:
    """All that there is to say of a team."""
    check = assessment.check
    alone = [(who(p.person), joined([a.name for a in p.activities])) for p in check.single_points]
    holes = [
        (stage_name(catalogue, stage), joined([hole.activity.name for hole in stage.holes]))
        for stage in check.stages
        if stage.holes
    ]
    overlaps = [
        f"{o.activity.name}: {joined([short(r.name) for r in o.accountable])} answer for it"
        for o in check.overlaps
    ]
    sections = (
        people_section(assessment),
        stages_section(catalogue, check, full=True),
        Section(title="Nobody answers for", blocks=labelled(holes), name="holes"),
        _activities(catalogue, check),
        Section(title="Depend on one person", blocks=labelled(alone), name="single_points"),
        Section(
            title="Several answer for",
            blocks=(Bullets(items=tuple(overlaps)),) if overlaps else (),
            name="overlaps",
        ),
        Section(
            title="Essential skills that fall short",
            blocks=_skills(catalogue, check),
            name="missing_skills",
        ),
        _handoffs(catalogue, check),
        Section(title="Juniors", blocks=_juniors(check), name="mentoring"),
        green_section(assessment.green),
        *_hires(assessment),
    )
    return check_page(assessment, sections)


def _activities(catalogue: Catalogue, check: TeamCheck) -> Section:
    rows: list[tuple[Cell, ...]] = []
    for stage in check.stages:
        for position, checked in enumerate(stage.activities):
            name = "" if position else stage_name(catalogue, stage)
            nobody = Toned(text="nobody", tone="poor")
            accountable = joined([short(role.name) for role in checked.accountable])
            rows.append(
                (
                    Toned(text=name, tone="dim"),
                    checked.activity.name,
                    accountable or nobody,
                    joined([short(role.name) for role in checked.responsible]),
                    f"{checked.depth}",
                )
            )
    columns = (
        Column(keep=True),
        Column(),
        Column(title="answers for it"),
        Column(title="does it too"),
        *numbers("people"),
    )
    return Section(
        title="Activities",
        blocks=tabled(columns, rows),
        note="people: how many could do it",
        name="activities",
    )


def _skills(catalogue: Catalogue, check: TeamCheck) -> tuple[Block, ...]:
    rows = [
        (
            missing.skill.name,
            f"{missing.held or '–'}",
            f"{missing.needed}",
            joined([short(catalogue.role_names[role]) for role in missing.roles]),
        )
        for missing in worst_first(check)
    ]
    columns = (Column(), *numbers("have", "need"), Column(title="essential to"))
    levels = Prose(text=", ".join(f"{n} {name}" for n, (name, _) in LEVELS.items()), tone="dim")
    return (*tabled(columns, rows), levels) if rows else ()


def _handoffs(catalogue: Catalogue, check: TeamCheck) -> Section:
    names = catalogue.role_names
    rows = [
        (handoff.artefact, f"{short(names[handoff.from_role])} → {short(names[handoff.to_role])}")
        for handoff in check.handoffs_missing
    ]
    blocks = tabled((Column(), Column()), rows)
    return Section(title="Hand-offs without a partner", blocks=blocks, name="handoffs_missing")


def _juniors(check: TeamCheck) -> tuple[Block, ...]:
    rows = [(who(junior), f"learns from {who(mentor)}") for junior, mentor in check.mentoring.pairs]
    if room := dict.fromkeys(who(person) for person, _ in check.mentoring.room):
        rows.append(("One more each", f"could learn from {joined(list(room))}"))
    return (Prose(text=juniors(check)), *labelled(rows))


def _hires(assessment: Assessment) -> Iterator[Section]:
    """All roles that would fill something: what each kind adds to the score, and what it is."""
    rows: list[tuple[Cell, ...]] = []
    for hire in assessment.hires:
        parts = [f"{adds:.2f}" if adds else "–" for adds in hire.parts().values()]
        rung, score = Toned(text=hire.rung, tone="dim"), strong(f"{hire.score:.2f}")
        rows.append((short(hire.role.name), rung, *parts, score, amount_cell(hire.pay)))
    columns = (
        Column(),
        Column(keep=True),
        *numbers(*(KINDS[kind] for kind in WEIGHTS), "score"),
        Column(title="pay", align="right", keep=True, optional=True),
    )
    weights = ", ".join(f"{KINDS[kind]} {weight:g}" for kind, weight in WEIGHTS.items())
    yield Section(
        title="Whom to hire next",
        blocks=tabled(columns, rows),
        note=f"Each adds: {weights}. missing: activities that nobody answers for; 2nd: activities"
        " that one person could do now, and then two",
        name="next_hire",
    )
    filled = [
        (short(hire.role.name), joined([a.name for a in hire.holes]))
        for hire in assessment.hires
        if hire.holes
    ]
    yield Section(title="Would answer for", blocks=labelled(filled), name="next_hire")
