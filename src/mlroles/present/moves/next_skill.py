"""The skills to learn next as a report."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.next_skill import Goal, NextSkill, NextSkills
from mlroles.present.moves.readiness import first, joined_names
from mlroles.present.moves.start import quoted, remarks
from mlroles.present.page.answer import Scalar
from mlroles.present.page.blocks import Cell, Column, Page, Prose, Section, Table, joined, strong
from mlroles.present.page.common import Payload
from mlroles.present.page.report import Records, Report
from mlroles.present.page.rounding import DIGITS, in_words, rounded, rounded_parts

ON_A_PAGE = 8
SHOWN = 2
"""How many goals are named that a skill brings nearer."""

COLUMNS = ("skill", "name", "level", "gain", "opens")


def next_skill_report(
    catalogue: Catalogue,
    next_skills: NextSkills,
    have: str,
    limit: int | None = None,
    why: bool = False,
) -> Report:
    """The skills to raise next, at most `limit` (0: all); a page has the best otherwise.

    With `why` the readiness for each goal before and after.
    """
    skills = next_skills.skills
    shown, listed = first(skills, limit, ON_A_PAGE), first(skills, limit, 0)
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

    return Report(
        pages=pages,
        data=lambda: _payload(catalogue, next_skills, listed),
        records=lambda: Records(columns=COLUMNS, rows=tuple(_row(catalogue, o) for o in listed)),
        remarks=remarks(catalogue, start),
        next_step=(
            f"mlroles show {shown[0].skill}" if shown else f"mlroles match --have {quoted(have)}"
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
        for gain, adds in zip(one.gains, _adds(one), strict=True)
    )
    titles = ("before", "after", "weight", "gain")
    columns = (Column(), *(Column(title=t, align="right", keep=True) for t in titles))
    title = f"{catalogue.skills[one.skill].name} to {one.level}: {one.gain:+.4f}"
    return Section(title=title, blocks=(Table(columns=columns, rows=rows),))


def _row(catalogue: Catalogue, one: NextSkill) -> tuple[Scalar, ...]:
    opens = " ".join(f"{goal.role.id}@{goal.rung}" for goal in one.opens)
    return one.skill, catalogue.skills[one.skill].name, one.level, round(one.gain, DIGITS), opens


def _payload(catalogue: Catalogue, next_skills: NextSkills, listed: Sequence[NextSkill]) -> Payload:
    return {
        "goals": [
            {
                **_goal(goal),
                "weight": rounded(goal.weight),
                "readiness": rounded(goal.readiness.score),
            }
            for goal in next_skills.goals
        ],
        "skills": [_skill(catalogue, one) for one in listed],
        "ask": [
            {"skill": skill, "name": catalogue.skills[skill].name} for skill in next_skills.ask
        ],
    }


def _goal(goal: Goal) -> Payload:
    return {"role": goal.role.id, "name": goal.role.name, "rung": goal.rung}


def _skill(catalogue: Catalogue, one: NextSkill) -> Payload:
    return {
        "skill": one.skill,
        "name": catalogue.skills[one.skill].name,
        "level": one.level,
        "gain": round(one.gain, DIGITS),
        "gains": [
            {
                "role": gain.goal.role.id,
                "rung": gain.goal.rung,
                "after": rounded(gain.after.score),
                "gain": adds,
            }
            for gain, adds in zip(one.gains, _adds(one), strict=True)
        ],
        "opens": [_goal(goal) for goal in one.opens],
    }


def _adds(one: NextSkill) -> list[float]:
    """What each goal gains, rounded so that it adds up to the gain as it is shown."""
    return rounded_parts([gain.gain for gain in one.gains], one.gain)
