"""The boundary between roles as a report."""

from collections.abc import Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.roles.boundary import Boundary, BoundaryActivity, BoundaryTool
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
from mlroles.present.page.common import Payload, handoffs_payload, names_payload
from mlroles.present.page.report import Records, Report
from mlroles.present.roles.needs import raci_legend

FEW_TOOLS, FEW_NAMES = 8, 6


def boundary_report(catalogue: Catalogue, boundary: Boundary, full: bool = False) -> Report:
    """Who does what of it, what changes hands, and what is contested between roles.

    The page shows what at least two of them take part in and one does, unless it is to be `full`.
    """
    ids = [role.id for role in boundary.roles]
    calls = " ".join(ids)
    return Report(
        pages=lambda: (_page(catalogue, boundary, full),),
        data=lambda: boundary_payload(catalogue, boundary),
        records=lambda: Records(
            columns=("stage", "id", "name", *ids, "contested"),
            rows=tuple(
                (
                    shared.activity.stage,
                    shared.activity.id,
                    shared.activity.name,
                    *(shared.letter(id) for id in ids),
                    shared.contested,
                )
                for shared in boundary.activities
            ),
        ),
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


def boundary_payload(catalogue: Catalogue, boundary: Boundary) -> Payload:
    """Who does what, what changes hands, and what is contested."""
    roles = boundary.roles
    return {
        "roles": names_payload(roles),
        "activities": [
            {
                "id": shared.activity.id,
                "name": shared.activity.name,
                "stage": shared.activity.stage,
                "statement": shared.activity.statement,
                "raci": {role.id: shared.letter(role.id) for role in roles},
                "statements": {
                    role.id: shared.duties[role.id].statement if role.id in shared.duties else None
                    for role in roles
                },
                "contested": shared.contested,
                "accountable_elsewhere": [
                    {"id": id, "name": catalogue.role_names[id]} for id in shared.elsewhere
                ],
            }
            for shared in boundary.activities
        ],
        "handoffs": handoffs_payload(catalogue, boundary.handoffs),
        "only": {role.id: names_payload(boundary.only(role)) for role in roles},
        "contested": names_payload([shared.activity for shared in boundary.contested]),
        "tools": {
            "shared": names_payload(tool.tool for tool in boundary.shared_tools),
            "only": {
                role.id: names_payload(tool.tool for tool in boundary.own_tools(role))
                for role in roles
            },
        },
    }
