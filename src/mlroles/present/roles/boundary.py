"""The boundary between roles as a report."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Id, RaciLetter, SkillKind, about
from mlroles.core.roles.boundary import Boundary, BoundaryActivity, BoundaryTool
from mlroles.present.page.answer import Answer
from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Fields,
    Page,
    Prose,
    Section,
    Table,
    Toned,
    joined,
    shortened,
)
from mlroles.present.page.report import Report
from mlroles.present.page.shapes import (
    HandOffAnswer,
    Named,
    all_named,
    handoff_answer,
    named,
    named_in,
    role_named,
)
from mlroles.present.roles.needs import raci_legend

FEW_ACTIVITIES, FEW_TOOLS, FEW_NAMES = 9, 8, 6


class DutyAnswer(Answer, frozen=True, kw_only=True):
    """What one of the roles does in an activity."""

    role: Named
    raci: Annotated[RaciLetter, about("Responsible, Accountable, Consulted or Informed")]
    statement: str


class BoundaryActivityAnswer(Answer, frozen=True, kw_only=True):
    """An activity that at least one of the roles takes part in."""

    id: Id
    name: str
    stage: Named | None
    contested: Annotated[bool, about("two or more do it, and not just one of them answers for it")]
    accountable: Annotated[list[Named], about("those of these roles that answer for it")]
    accountable_elsewhere: Annotated[list[Named], about("other roles that answer for it")]
    duties: list[DutyAnswer]


class ToolAnswer(Answer, frozen=True, kw_only=True):
    """A tool, and which of the roles ask for it."""

    id: Id
    name: str
    kind: SkillKind
    roles: list[Named]


class OnlyAnswer(Answer, frozen=True, kw_only=True):
    """What one of the roles alone does."""

    role: Named
    activities: list[Named]


class BoundaryAnswer(Answer, frozen=True, kw_only=True):
    """Where the work of one role ends and that of another begins."""

    roles: list[Named]
    activities: Annotated[
        list[BoundaryActivityAnswer], about("by default those that most depends on; in their order")
    ]
    contested: Annotated[list[Named], about("all activities that are contested")]
    handoffs: list[HandOffAnswer]
    only: list[OnlyAnswer]
    tools: Annotated[list[ToolAnswer], about("what matters most to all together first")]


def boundary_report(catalogue: Catalogue, boundary: Boundary, full: bool = False) -> Report:
    """Who does what of it, what changes hands, and what is contested between roles.

    Unless it is to be `full`, it holds what matters most: see `boundary_answer`.
    """
    calls = " ".join(role.id for role in boundary.roles)
    return Report(
        kinds=(BoundaryAnswer,),
        document=True,
        pages=lambda: (_page(catalogue, boundary, full),),
        data=lambda: boundary_answer(catalogue, boundary, full),
        left_out="" if full else _left_out(boundary),
        next_step=f"mlroles boundary {calls} --full"
        if boundary.activities and not full
        else f"mlroles compare {calls}",
        nothing_found=""
        if boundary.activities
        else "this catalogue knows no activities that these roles take part in",
    )


def _page(catalogue: Catalogue, boundary: Boundary, full: bool) -> Page:
    roles = boundary.roles
    shown = [a for a in boundary.activities if full or (len(a.duties) > 1 and a.doers)]
    contested = [_contest(catalogue, a) for a in boundary.contested]
    sections = (
        Section(
            title="Activities",
            blocks=(_activities(catalogue, boundary, shown),),
            note=raci_legend().text,
        ),
        Section(title="Contested", blocks=(Bullets(items=tuple(contested)),) if contested else ()),
        Section(title="Hand-offs", blocks=tuple(_handoffs(catalogue, boundary))),
        Section(title="Done by one of them alone", blocks=tuple(_only(boundary, full))),
        Section(title="Tools", blocks=(Fields(rows=tuple(_tools(boundary, full))),)),
    )
    return Page(
        title=" | ".join(role.name for role in roles),
        subtitle="where the work of one ends and that of another begins",
        sections=tuple(section for section in sections if section.blocks),
    )


def _activities(
    catalogue: Catalogue, boundary: Boundary, shown: Sequence[BoundaryActivity]
) -> Block:
    rows: list[tuple[Cell, ...]] = []
    before = ""
    for shared in shown:
        stage = shared.activity.stage
        name = catalogue.stages[stage].name if stage else ""
        elsewhere = [catalogue.role_names[role] for role in shared.elsewhere]
        told: Cell = joined(elsewhere)
        if shared.contested:
            told = Toned(text=f"contested{f'; {told}' if told else ''}", tone="fair")
        rows.append(
            (
                Toned(text=name if name != before else "", tone="dim"),
                shared.activity.name,
                *(_letter(shared.letter(role.id) or "") for role in boundary.roles),
                told,
            )
        )
        before = name
    columns = (
        Column(keep=True),
        Column(),
        *(Column(title=role.name, align="center") for role in boundary.roles),
        Column(title="accountable elsewhere"),
    )
    if not rows:
        return Prose(text="Nothing that one of them does concerns another of them.")
    return Table(columns=columns, rows=tuple(rows))


def _letter(letter: str) -> Cell:
    return Toned(text=letter, tone="strong" if letter == "A" else "plain")


def _contest(catalogue: Catalogue, shared: BoundaryActivity) -> str:
    names = [catalogue.role_names[role] for role in shared.accountable or shared.doers]
    told = "answer for it" if shared.accountable else "do it; nobody answers for it"
    return f"{shared.activity.name}: {joined(names)} {told}"


def _handoffs(catalogue: Catalogue, boundary: Boundary) -> Iterator[Block]:
    """In each direction what is handed over, and when it counts as accepted."""
    for giver in boundary.roles:
        for taker in boundary.roles:
            handed = [
                (handoff.artefact, f"accepted when {handoff.accepted_when}")
                for handoff in boundary.handoffs
                if (handoff.from_role, handoff.to_role) == (giver.id, taker.id)
            ]
            if handed:
                yield Prose(text=f"{giver.name} → {taker.name}", tone="strong")
                yield Fields(rows=tuple(handed))
    if not boundary.handoffs:
        yield Prose(text="Nothing is handed over between them.", tone="dim")


def _only(boundary: Boundary, full: bool) -> Iterator[Block]:
    rows = []
    for role in boundary.roles:
        names = [activity.name for activity in boundary.only(role)]
        if names:
            rows.append((role.name, shortened(names, None if full else FEW_NAMES)))
    if rows:
        yield Fields(rows=tuple(rows))


def _tools(boundary: Boundary, full: bool) -> Iterator[tuple[str, str]]:
    few = None if full else FEW_TOOLS
    shared = [tool.tool.name for tool in boundary.shared_tools]
    yield "Shared", shortened(shared, few) or "none"
    for role in boundary.roles:
        yield f"Only {role.name}", shortened(_names(boundary.own_tools(role)), few) or "none"


def _names(tools: Sequence[BoundaryTool]) -> list[str]:
    return [tool.tool.name for tool in tools]


def boundary_answer(catalogue: Catalogue, boundary: Boundary, full: bool = False) -> BoundaryAnswer:
    """Who does what, what changes hands, and what is contested.

    Unless it is to be `full`: the activities that several take part in, contested ones first to
    be kept, and the tools that matter most.
    """
    return BoundaryAnswer(
        roles=all_named(boundary.roles),
        activities=[
            BoundaryActivityAnswer(
                id=shared.activity.id,
                name=shared.activity.name,
                stage=(
                    named_in(catalogue.stages, shared.activity.stage)
                    if shared.activity.stage
                    else None
                ),
                contested=shared.contested,
                accountable=[
                    named(role) for role in boundary.roles if shared.letter(role.id) == "A"
                ],
                accountable_elsewhere=[role_named(catalogue, id) for id in shared.elsewhere],
                duties=[
                    DutyAnswer(
                        role=role_named(catalogue, id), raci=duty.raci, statement=duty.statement
                    )
                    for id, duty in shared.duties.items()
                ],
            )
            for shared in (boundary.activities if full else _weighty(boundary))
        ],
        contested=all_named(shared.activity for shared in boundary.contested),
        handoffs=[handoff_answer(catalogue, handoff) for handoff in boundary.handoffs],
        only=[
            OnlyAnswer(role=named(role), activities=all_named(boundary.only(role)))
            for role in boundary.roles
        ],
        tools=[
            ToolAnswer(
                id=tool.tool.id,
                name=tool.tool.name,
                kind=tool.tool.kind,
                roles=[role_named(catalogue, id) for id in tool.asked],
            )
            for tool in boundary.tools[: None if full else FEW_TOOLS]
        ],
    )


def _weighty(boundary: Boundary) -> list[BoundaryActivity]:
    """The activities that most depends on: contested ones, then those that most of them share."""
    first = sorted(
        boundary.activities, key=lambda a: (not a.contested, -len(a.doers), -len(a.duties))
    )[:FEW_ACTIVITIES]
    return [activity for activity in boundary.activities if activity in first]


def _left_out(boundary: Boundary) -> str:
    activities = len(boundary.activities) - FEW_ACTIVITIES
    tools = len(boundary.tools) - FEW_TOOLS
    told = [f"{activities} activities"] if activities > 0 else []
    told += [f"{tools} tools"] if tools > 0 else []
    return f"{' and '.join(told)} left out; --full gives all" if told else ""
