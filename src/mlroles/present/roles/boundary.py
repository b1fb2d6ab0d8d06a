"""The boundary between roles as a report."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Skill
from mlroles.core.roles.boundary import Boundary, BoundaryActivity
from mlroles.present.page.blocks import (
    Block,
    Cell,
    Column,
    Page,
    Prose,
    Section,
    Toned,
    centred,
    counted,
    first_of,
    labelled,
    linked,
    linked_row,
    short,
    shortened,
    tabled,
    unrepeated,
)
from mlroles.present.page.report import Report
from mlroles.present.roles.boundary_answer import (
    BoundaryAnswer,
    boundary_answer,
    left_out,
    weighty,
)
from mlroles.present.roles.needs import RACI_LEGEND, labels, letter_cell, stage_name

MOST_ACTIVITIES, MOST_NAMES = 10, 3
"""What the screen has room for."""

SHARED = "Shared work"


def boundary_report(catalogue: Catalogue, boundary: Boundary, full: bool = False) -> Report:
    """Who does what of it, what changes hands, and what is contested, on one screen or in full."""
    return Report(
        kinds=(BoundaryAnswer,),
        document=True,
        pages=lambda: (_page(catalogue, boundary, full),),
        data=lambda: boundary_answer(catalogue, boundary, full),
        left_out="" if full else left_out(boundary),
        more="" if full else _more(boundary),
        next_step="see 'mlroles catalogue' for what there is",
        next_steps=_next_steps(boundary),
        nothing_found=""
        if boundary.activities
        else "this catalogue knows no activities that these roles take part in",
    )


def _more(boundary: Boundary) -> str:
    counts = f"activities ({len(boundary.activities)}), tools ({len(boundary.tools)})"
    return f"--section {counts}, handoffs with their conditions   --full"


def _next_steps(boundary: Boundary) -> Iterator[tuple[str, str]]:
    ids = [role.id for role in boundary.roles]
    if boundary.activities:
        yield f"mlroles compare {' '.join(ids)}", "how alike they are"
        yield f"mlroles team check --seats '{' '.join(ids)}'", "what they cover together"


def _page(catalogue: Catalogue, boundary: Boundary, full: bool) -> Page:
    shared = [a for a in boundary.activities if len(a.duties) > 1 and a.doers]
    shown = boundary.activities if full else weighty(shared, MOST_ACTIVITIES - len(boundary.roles))
    handoffs = _handoffs_in_full(boundary) if full else _handoffs(boundary)
    names = labels(boundary.roles)
    together = "All" if len(names) > 2 else "Both"
    only = []
    tools = [(together, [_tool(tool.tool) for tool in boundary.shared_tools])]
    for name, role in zip(names, boundary.roles, strict=True):
        own = [linked(activity.name, None) for activity in boundary.only(role)]
        only.append((f"{name} only", own))
        tools.append((f"{name} only", [_tool(tool.tool) for tool in boundary.own_tools(role)]))
    sections = (
        _activities(catalogue, boundary, shown, None if full else 1),
        Section(title="Hand-offs", blocks=handoffs, name="handoffs"),
        Section(title="Done by one alone", blocks=_named(only, full), name="only"),
        Section(title="Tools", blocks=_named(tools, full), name="tools"),
    )
    contested = counted(len(boundary.contested), "activity", "activities")
    contested = contested if boundary.contested else "none"
    return Page(
        title=" | ".join(short(role.name) for role in boundary.roles),
        fact=f"{contested} contested, {len(shared)} shared",
        sections=tuple(section for section in sections if section.blocks),
    )


def _activities(
    catalogue: Catalogue,
    boundary: Boundary,
    shown: Sequence[BoundaryActivity],
    few: int | None,
) -> Section:
    """A letter for each role; where none or several answer for it, who does elsewhere."""
    rows: list[tuple[Cell, ...]] = []
    stages = unrepeated(stage_name(catalogue, shared.activity) for shared in shown)
    for stage, shared in zip(stages, shown, strict=True):
        letters = [shared.letter(role.id) for role in boundary.roles]
        others = [short(catalogue.role_names[role]) for role in shared.elsewhere]
        elsewhere = first_of(others, few) if few is None or "A" not in letters else ""
        told: Cell = elsewhere
        if shared.contested:
            told = Toned(text=f"contested{f'; {elsewhere}' * bool(elsewhere)}", tone="fair")
        rows.append((stage, shared.activity.name, *map(letter_cell, letters), told))
    columns = (
        Column(keep=True, least_width=len(SHARED) - 2, optional=True),
        Column(),
        *centred(labels(boundary.roles)),
        Column(title="answered for by", cut=few is not None, optional=True),
    )
    nothing = Prose(text="Nothing that one of them does concerns another of them.")
    contested = "; contested: several answer for it, or nobody" * any(a.contested for a in shown)
    return Section(
        title=SHARED,
        blocks=tabled(columns, rows) or (nothing,),
        note=RACI_LEGEND + contested,
        name="activities",
    )


NO_HANDOFFS = Prose(text="Nothing is handed over between them.", tone="dim")


def _handoffs(boundary: Boundary) -> tuple[Block, ...]:
    """In each direction what is handed over."""
    names = dict(zip((r.id for r in boundary.roles), labels(boundary.roles), strict=True))
    handed: dict[str, list[str]] = {}
    for handoff in boundary.handoffs:
        way = f"{names[handoff.from_role]} → {names[handoff.to_role]}"
        handed.setdefault(way, []).append(handoff.artefact)
    rows = [(way, shortened(what, MOST_NAMES)) for way, what in handed.items()]
    return labelled(rows) or (NO_HANDOFFS,)


def _handoffs_in_full(boundary: Boundary) -> tuple[Block, ...]:
    """In each direction what is handed over, and when it counts as accepted."""
    blocks: list[Block] = []
    for giver, taker in permutations(boundary.roles, 2):
        handed = [
            (handoff.artefact, f"accepted when {handoff.accepted_when}")
            for handoff in boundary.handoffs
            if (handoff.from_role, handoff.to_role) == (giver.id, taker.id)
        ]
        if handed:
            title = Prose(text=f"{giver.name} → {taker.name}", tone="strong")
            blocks += [title, *labelled(handed)]
    return tuple(blocks) or (NO_HANDOFFS,)


def _named(groups: Sequence[tuple[str, list[Toned]]], full: bool) -> tuple[Block, ...]:
    """Groups of names, of which only the first few are shown unless in full."""
    return labelled(
        (label, linked_row(names, len(names) if full else MOST_NAMES))
        for label, names in groups
        if names
    )


def _tool(tool: Skill) -> Toned:
    return linked(tool.name, tool.documentation)
