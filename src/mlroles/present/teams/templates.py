"""Team templates as a report."""

from collections.abc import Callable, Sequence
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import TeamTemplate
from mlroles.core.model.vocabulary import Count, Id, Level, Rung, Share, about, replace
from mlroles.present.page.answer import Answer
from mlroles.present.page.blocks import (
    Cell,
    Column,
    Fields,
    Page,
    Prose,
    Section,
    Table,
    Toned,
    joined,
    strong,
)
from mlroles.present.page.report import Report
from mlroles.present.page.shapes import Named, named_in, role_named, source_named


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


def teams_report(catalogue: Catalogue, teams: Sequence[TeamTemplate]) -> Report:
    """The team templates, each with its goal and those who sit in it."""
    return _report(catalogue, teams, lambda: _pages(catalogue, teams))


def templates_report(catalogue: Catalogue, teams: Sequence[TeamTemplate]) -> Report:
    """The team templates, a line or two for each."""
    report = _report(catalogue, teams, lambda: (_overview(teams),))
    if not teams:
        return report
    return replace(report, next_step=f"mlroles team templates {teams[0].id}")


def template_report(catalogue: Catalogue, team: TeamTemplate) -> Report:
    """All of one team template."""
    return replace(
        _report(catalogue, [team], lambda: (_page(catalogue, team),)),
        data=lambda: _answer(catalogue, team),
        next_step=f"mlroles team plan --template {team.id}",
    )


def _report(
    catalogue: Catalogue, teams: Sequence[TeamTemplate], pages: Callable[[], tuple[Page, ...]]
) -> Report:
    return Report(
        kinds=(TemplateAnswer,),
        pages=pages,
        data=lambda: [_answer(catalogue, team) for team in teams],
        next_step="mlroles guide strong-team"
        if "strong-team" in catalogue.topics
        else "mlroles list",
        nothing_found="" if teams else "this catalogue has no team templates",
    )


def _pages(catalogue: Catalogue, teams: Sequence[TeamTemplate]) -> tuple[Page, ...]:
    sections = [
        Section(title=team.name, blocks=(Prose(text=team.goal), _seats(catalogue, team)))
        for team in teams
    ]
    return (Page(title="", sections=tuple(sections)),)


def _seats(catalogue: Catalogue, team: TeamTemplate) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for seat in team.seats:
        people = f"{seat.people} × " if seat.people > 1 else ""
        share = f", {seat.share:.0%}" if seat.share < 1 else ""
        name = catalogue.role_names[seat.role]
        rows.append((f"{people}{name}", Toned(text=seat.rung + share, tone="dim"), seat.without))
    columns = (Column(most_width=28), Column(keep=True), Column(title="without"))
    return Table(columns=columns, rows=tuple(rows))


def _overview(teams: Sequence[TeamTemplate]) -> Page:
    rows: list[tuple[Cell, ...]] = [
        (strong(team.id), f"{sum(seat.people for seat in team.seats)}", team.goal) for team in teams
    ]
    columns = (Column(most_width=28), Column(title="people", align="right", keep=True), Column())
    return Page(
        title="", sections=(Section(title="", blocks=(Table(columns=columns, rows=tuple(rows)),)),)
    )


def _page(catalogue: Catalogue, team: TeamTemplate) -> Page:
    """Who sits in it, what it covers and does without, who answers for what, and how it grows."""
    names = catalogue.role_names
    activities = catalogue.activities
    stages = [catalogue.stages[stage].name for stage in team.stages]
    answers: dict[str, list[str]] = {}
    for activity, role in team.accountable.items():
        answers.setdefault(names[role], []).append(activities[activity].name)
    skills = [f"{catalogue.skills[id].name} {level}" for id, level in team.skills.items()]
    covers = [("Stages", joined(stages))]
    covers += [("Skills asked for", joined(skills))] if skills else []
    grown = [(f"{names[seat.role]}, {seat.rung}", seat.when) for seat in team.later_seats]
    left_out = [(activities[item.activity].name, item.reason) for item in team.leaves_out]
    sections = (
        Section(title="Seats", blocks=(_seats(catalogue, team),)),
        Section(title="Covers", blocks=(Fields(rows=tuple(covers)),)),
        Section(
            title="Answers for more than the role by itself",
            blocks=(Fields(rows=tuple((name, joined(told)) for name, told in answers.items())),),
        ),
        Section(title="Later", blocks=(Fields(rows=tuple(grown)),)),
        Section(title="Does without", blocks=(Fields(rows=tuple(left_out)),)),
    )
    return Page(
        title=team.name,
        subtitle=team.goal,
        sections=tuple(
            section
            for section in sections
            if not isinstance(section.blocks[0], Fields) or section.blocks[0].rows
        ),
    )


def _answer(catalogue: Catalogue, team: TeamTemplate) -> TemplateAnswer:
    activities, skills = catalogue.activities, catalogue.skills
    return TemplateAnswer(
        id=team.id,
        name=team.name,
        alternate_names=team.alternate_names,
        goal=team.goal,
        seats=[
            TemplateSeatAnswer(
                role=role_named(catalogue, seat.role),
                rung=seat.rung,
                people=seat.people,
                share=seat.share,
                without=seat.without,
            )
            for seat in team.seats
        ],
        stages=[named_in(catalogue.stages, stage) for stage in team.stages],
        accountable=[
            AccountableAnswer(
                activity=named_in(activities, activity), role=role_named(catalogue, role)
            )
            for activity, role in team.accountable.items()
        ],
        leaves_out=[
            LeftOutAnswer(activity=named_in(activities, item.activity), reason=item.reason)
            for item in team.leaves_out
        ],
        skills=[
            TemplateSkillAnswer(skill=named_in(skills, skill), level=level)
            for skill, level in team.skills.items()
        ],
        later_seats=[
            LaterSeatAnswer(role=role_named(catalogue, seat.role), rung=seat.rung, when=seat.when)
            for seat in team.later_seats
        ],
        sources=[source_named(catalogue, source) for source in team.sources],
        reviewed=team.reviewed,
    )
