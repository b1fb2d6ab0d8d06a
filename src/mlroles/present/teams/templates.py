"""Team templates as a report."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import TeamTemplate
from mlroles.core.model.vocabulary import Count, Id, Level, Rung, Share, about, replace
from mlroles.present.page.answer import Answer
from mlroles.present.page.blocks import (
    Cell,
    Column,
    Page,
    Section,
    counted,
    joined,
    numbers,
    prose,
    short,
    shortened,
    strong,
    tabled,
)
from mlroles.present.page.report import Report
from mlroles.present.page.shapes import Named, answered, named_in, source_named

FEW = 5
"""The rows and names of a kind that the screen has."""


class TemplateSeatAnswer(Answer, frozen=True, kw_only=True):
    """People that a team begins with."""

    role: Named
    rung: Rung
    people: Count
    share: Annotated[Share, about("of a full post, for each of them")]
    without: Annotated[str, about("what happens without them")]


class AccountableAnswer(Answer, frozen=True, kw_only=True):
    """Who answers for an activity, where the roles by themselves give nobody or several."""

    activity: Named
    role: Named


class LeftOutAnswer(Answer, frozen=True, kw_only=True):
    """An activity that the team does without."""

    activity: Named
    reason: str


class TemplateSkillAnswer(Answer, frozen=True, kw_only=True):
    """A skill that somebody in the team must have."""

    skill: Named
    level: Level


class LaterSeatAnswer(Answer, frozen=True, kw_only=True):
    """A role to hire later."""

    role: Named
    rung: Rung
    when: str


class TemplateAnswer(Answer, frozen=True, kw_only=True):
    """A team as one would staff it for a purpose."""

    id: Id
    name: str
    alternate_names: list[str]
    goal: str
    seats: list[TemplateSeatAnswer]
    stages: Annotated[list[Named], about("the life-cycle stages that it must cover")]
    accountable: list[AccountableAnswer]
    leaves_out: list[LeftOutAnswer]
    skills: list[TemplateSkillAnswer]
    later_seats: list[LaterSeatAnswer]
    sources: list[Named]
    reviewed: Annotated[str, about("when the judgements were last looked at")]


def templates_report(
    catalogue: Catalogue, teams: Sequence[TeamTemplate], full: bool = False
) -> Report:
    """The team templates, a line for each, or all of each."""
    return Report(
        kinds=(TemplateAnswer,),
        pages=lambda: (
            tuple(_page(catalogue, team, full) for team in teams) if full else (_overview(teams),)
        ),
        data=lambda: [_answer(catalogue, team) for team in teams],
        next_steps=_next_steps(teams),
        next_step="mlroles list",
        nothing_found="" if teams else "this catalogue has no team templates",
    )


def template_report(catalogue: Catalogue, team: TeamTemplate, full: bool = False) -> Report:
    """One team template, on one screen or in full."""
    return Report(
        kinds=(TemplateAnswer,),
        document=True,
        table="seats",
        pages=lambda: (_page(catalogue, team, full),),
        data=lambda: _answer(catalogue, team),
        more="" if full else "--full every row, in whole sentences   --section seats",
        next_steps=((f"mlroles team plan {team.id}", "whom to hire, and what it costs"),),
    )


def _next_steps(teams: Sequence[TeamTemplate]) -> Iterator[tuple[str, str]]:
    for team in teams[:1]:
        yield f"mlroles team templates {team.id}", "its seats, and what happens without each"
        yield f"mlroles team plan {team.id}", "whom to hire, and what it costs"


def _overview(teams: Sequence[TeamTemplate]) -> Page:
    rows: list[tuple[Cell, ...]] = [
        (strong(team.id), f"{sum(seat.people for seat in team.seats)}", team.goal) for team in teams
    ]
    columns = (Column(keep=True), *numbers("people"), Column(title="goal", cut=True))
    title = counted(len(teams), "team template", "team templates")
    return Page(title=title, sections=(Section(title="", blocks=tabled(columns, rows)),))


def _page(catalogue: Catalogue, team: TeamTemplate, full: bool) -> Page:
    """Who sits in it, what it covers and does without, who answers for what, and how it grows."""
    names = {id: short(name) for id, name in catalogue.role_names.items()}
    activities = catalogue.activities
    stages = [catalogue.stages[stage].name for stage in team.stages]
    answers: dict[str, list[str]] = {}
    for activity, role in team.accountable.items():
        answers.setdefault(names[role], []).append(activities[activity].name)
    skills = [f"{catalogue.skills[id].name} {level}" for id, level in team.skills.items()]
    seats = [
        (
            names[seat.role] + f" ×{seat.people}" * (seat.people > 1),
            seat.rung + f", {seat.share:.0%}" * (seat.share < 1),
            seat.without,
        )
        for seat in team.seats
    ]
    grown = [(names[seat.role], seat.rung, seat.when) for seat in team.later_seats]
    left_out = [(activities[item.activity].name, item.reason) for item in team.leaves_out]
    beyond = [(name, ", ".join(told)) for name, told in answers.items()]

    def section(title: str, name: str, rows: Sequence[tuple[str, ...]], heading: str) -> Section:
        width = len(rows[0]) if rows else 1
        columns = (
            Column(),
            *(Column(keep=True) for _ in range(width - 2)),
            Column(title=heading, cut=not full),
        )
        shown = rows if full or name == "seats" else rows[:FEW]
        return Section(title=title, blocks=tabled(columns, shown), name=name)

    lacking = section("Does without", "leaves_out", left_out, "because")
    if left_out and not full:
        without = prose(shortened([name for name, _ in left_out], FEW))
        lacking = replace(lacking, blocks=without, layout="label")
    sections = (
        Section(title="", blocks=prose(team.goal)),
        section("Seats", "seats", seats, "without them"),
        Section(
            title="Skills that somebody needs",
            blocks=prose(joined(skills)),
            name="skills",
        ),
        section("Answers for, beyond the role", "accountable", beyond, ""),
        section("Hire later", "later_seats", grown, "when"),
        lacking,
    )
    people = counted(sum(seat.people for seat in team.seats), "person", "people")
    return Page(
        title=team.name,
        fact=people,
        subtitle=f"Stages: {joined(stages)}",
        sections=tuple(section for section in sections if section.blocks),
    )


def _answer(catalogue: Catalogue, team: TeamTemplate) -> TemplateAnswer:
    return answered(
        catalogue,
        TemplateAnswer,
        team,
        stages=[named_in(catalogue.stages, stage) for stage in team.stages],
        accountable=[
            answered(catalogue, AccountableAnswer, {"activity": activity, "role": role})
            for activity, role in team.accountable.items()
        ],
        skills=[
            answered(catalogue, TemplateSkillAnswer, {"skill": skill, "level": level})
            for skill, level in team.skills.items()
        ],
        sources=[source_named(catalogue, source) for source in team.sources],
    )
