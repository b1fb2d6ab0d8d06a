"""The skills to learn next as a report."""

from collections.abc import Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.next_skill import Goal, NextSkill, NextSkills
from mlroles.core.moves.profile import remarks
from mlroles.present.moves.next_skill_answer import (
    NextSkillsAnswer,
    next_skills_answer,
    parts_of,
)
from mlroles.present.moves.readiness import (
    LEVELS_TOLD,
    bar,
    first,
    joined_names,
    line,
    position_words,
    range_words,
)
from mlroles.present.moves.start import have_words, start_name
from mlroles.present.page.blocks import Cell, Column, Page, Section, Table, joined, short, strong
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import in_words

ON_A_PAGE = 8
SHOWN = 2
"""How many goals are named that a skill makes viable or comfortable."""


def next_skill_report(
    catalogue: Catalogue,
    next_skills: NextSkills,
    have: Sequence[str],
    limit: int | None = None,
    why: bool = False,
) -> Report:
    """The skills to raise next, at most `limit` (0: all); the best 8 by default.

    With `why` the readiness for each goal before and after.
    """
    skills = next_skills.skills
    shown = first(skills, limit, ON_A_PAGE)

    def pages() -> tuple[Page, ...]:
        sections = [_table(catalogue, shown), _goals(next_skills.goals)]
        if next_skills.ask:
            names = [catalogue.skills[skill].name for skill in next_skills.ask]
            sections.append(line("Not stated", f"{joined(names)}; add your level", "ask"))
        if why:
            sections += [_gains(catalogue, one) for one in shown]
        best = shown[0]
        title = f"Learn next: {short(catalogue.skills[best.skill].name)}, to level {best.level}"
        fact = short(start_name(catalogue, next_skills.profile))
        return (Page(title=title, fact=fact, sections=tuple(sections)),)

    left_out = ""
    if len(shown) < len(skills):
        left_out = f"{len(shown)} of {len(skills)} skills; --limit 0 gives all"
    return Report(
        pages=pages,
        kinds=(NextSkillsAnswer,),
        table="skills",
        data=lambda: next_skills_answer(catalogue, next_skills, shown),
        left_out=left_out,
        remarks=remarks(catalogue, next_skills.profile),
        more=f"--limit 0 all {len(skills)} skills   --why the calculation   --for ROLE your goal",
        next_steps=_next_steps(shown, next_skills.goals, have),
        next_step="" if shown else f"mlroles match {have_words(have)}",
        nothing_found="" if shown else "nothing that the goals call essential is left to learn",
    )


def _next_steps(
    shown: Sequence[NextSkill], goals: Sequence[Goal], have: Sequence[str]
) -> Iterator[tuple[str, str]]:
    for one in shown[:1]:
        yield f"mlroles show {one.skill}", "what it is, and who needs it"
    for goal in goals[:1]:
        yield f"mlroles gap {have_words(have)} {goal.role.id}@{goal.rung}", "all that is missing"


def _table(catalogue: Catalogue, shown: Sequence[NextSkill]) -> Section:
    most = max((one.gain for one in shown), default=0.0) or 1.0
    rows: list[tuple[Cell, ...]] = [
        (
            strong(short(catalogue.skills[one.skill].name)),
            str(one.level),
            f"{one.gain:+.3f}",
            bar(one.gain / most),
            joined_names([position_words(g.role, g.rung) for g in one.opens], SHOWN),
        )
        for one in shown
    ]
    columns = [
        Column(),
        Column(title="to level", align="right", keep=True),
        Column(title="gain", align="right", keep=True),
        Column(keep=True, optional=True),
        Column(title="puts within reach"),
    ]
    if not any(one.opens for one in shown):
        columns.pop()
        rows = [row[:-1] for row in rows]
    return Section(
        title="What to learn",
        blocks=(Table(columns=tuple(columns), rows=tuple(rows)),),
        note=LEVELS_TOLD,
        name="skills",
    )


def _goals(goals: Sequence[Goal]) -> Section:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            short(goal.role.name),
            goal.rung,
            f"{goal.weight:.2f}",
            range_words(goal.readiness),
        )
        for goal in goals
    )
    titles = ("weight", "readiness")
    columns = (Column(), Column(), *(Column(title=t, align="right", keep=True) for t in titles))
    return Section(
        title="Goals",
        blocks=(Table(columns=columns, rows=rows),),
        note="gain: what a level adds to these readinesses, by weight",
        name="goals",
    )


def _gains(catalogue: Catalogue, one: NextSkill) -> Section:
    """The readiness for each goal before and after; the weighted gains add up."""
    rows = tuple(
        (
            position_words(gain.goal.role, gain.goal.rung),
            in_words(gain.goal.readiness.score),
            in_words(gain.after.score),
            f"{gain.goal.weight:.2f}",
            f"{adds:+.4f}",
        )
        for gain, adds in zip(one.gains, parts_of(one), strict=True)
    )
    titles = ("before", "after", "weight", "gain")
    columns = (Column(), *(Column(title=t, align="right", keep=True) for t in titles))
    title = f"{catalogue.skills[one.skill].name} to {one.level}: {one.gain:+.4f}"
    return Section(title=title, blocks=(Table(columns=columns, rows=rows),))
