"""The skills to learn next as a report."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.next_skill import Goal, NextSkill, NextSkills
from mlroles.core.moves.profile import remarks
from mlroles.present.moves.next_skill_answer import (
    NextSkillsAnswer,
    next_skills_answer,
    parts_of,
)
from mlroles.present.moves.readiness import first, joined_names
from mlroles.present.moves.start import have_words
from mlroles.present.page.blocks import Cell, Column, Page, Prose, Section, Table, joined, strong
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import in_words

ON_A_PAGE = 8
SHOWN = 2
"""How many goals are named that a skill brings nearer."""


def next_skill_report(
    catalogue: Catalogue,
    next_skills: NextSkills,
    have: Sequence[str],
    limit: int | None = None,
    why: bool = False,
) -> Report:
    """The skills to raise next, at most `limit` (0: all); a page has the best otherwise.

    With `why` the readiness for each goal before and after.
    """
    skills = next_skills.skills
    shown = first(skills, limit, ON_A_PAGE)
    start = next_skills.profile

    def pages() -> tuple[Page, ...]:
        sections = [_goals(next_skills.goals), _table(catalogue, shown, len(skills))]
        if next_skills.ask:
            names = joined([catalogue.skills[skill].name for skill in next_skills.ask])
            ask = Prose(text=f"Say too how good you are at {names}.")
            sections.append(Section(title="", blocks=(ask,)))
        if why:
            sections += [_gains(catalogue, one) for one in shown]
        title = f"The next skill for {start.name or f'{len(start.skills)} skills'}"
        return (Page(title=title, sections=tuple(sections)),)

    left_out = ""
    if len(shown) < len(skills):
        left_out = f"{len(shown)} of {len(skills)} skills; --limit 0 gives all"
    return Report(
        pages=pages,
        kinds=(NextSkillsAnswer,),
        table="skills",
        data=lambda: next_skills_answer(catalogue, next_skills, shown),
        left_out=left_out,
        remarks=remarks(catalogue, start),
        next_step=(
            f"mlroles show {shown[0].skill}" if shown else f"mlroles match {have_words(have)}"
        ),
        nothing_found="" if shown else "nothing that the goals call essential is left to learn",
    )


def _goals(goals: Sequence[Goal]) -> Section:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (goal.role.name, goal.rung, f"{goal.weight:.2f}", in_words(goal.readiness.score))
        for goal in goals
    )
    titles = ("weight", "readiness")
    columns = (Column(), Column(), *(Column(title=t, align="right", keep=True) for t in titles))
    return Section(title="Goals", blocks=(Table(columns=columns, rows=rows),))


def _table(catalogue: Catalogue, shown: Sequence[NextSkill], all_of_them: int) -> Section:
    rows: list[tuple[Cell, ...]] = [
        (
            strong(catalogue.skills[one.skill].name),
            str(one.level),
            f"{one.gain:+.3f}",
            joined_names([f"{goal.role.name}, {goal.rung}" for goal in one.opens], SHOWN),
        )
        for one in shown
    ]
    columns = (
        Column(),
        Column(title="to", align="right", keep=True),
        Column(title="gain", align="right", keep=True),
        Column(title="opens"),
    )
    note = "gain: in readiness for the goals, by their weights, for each level"
    if len(shown) < all_of_them:
        note += f"; {all_of_them - len(shown)} more with --limit 0"
    return Section(title="", blocks=(Table(columns=columns, rows=tuple(rows)),), note=note)


def _gains(catalogue: Catalogue, one: NextSkill) -> Section:
    """The readiness for each goal before and after; the weighted gains add up."""
    rows = tuple(
        (
            f"{gain.goal.role.name}, {gain.goal.rung}",
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
