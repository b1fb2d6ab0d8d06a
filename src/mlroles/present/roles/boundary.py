"""The boundary between roles as a report."""

from collections.abc import Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import RACI
from mlroles.core.roles.boundary import Boundary, BoundaryActivity
from mlroles.present.page.blocks import (
    Block,
    Cell,
    Column,
    Fields,
    Page,
    Prose,
    Section,
    Table,
    Toned,
    counted,
    first_of,
    short,
    shortened,
)
from mlroles.present.page.report import Report
from mlroles.present.roles.boundary_answer import (
    BoundaryAnswer,
    boundary_answer,
    left_out,
    weighty,
)
from mlroles.present.roles.needs import labels

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
    only = [
        (f"{name} only", [activity.name for activity in boundary.only(role)])
        for name, role in zip(names, boundary.roles, strict=True)
    ]
    together = "All" if len(names) > 2 else "Both"
    tools = [(together, [tool.tool.name for tool in boundary.shared_tools])]
    tools += [
        (f"{name} only", [tool.tool.name for tool in boundary.own_tools(role)])
        for name, role in zip(names, boundary.roles, strict=True)
    ]
    sections = (
        _activities(catalogue, boundary, shown, None if full else 1),
        Section(title="Hand-offs", blocks=tuple(handoffs), name="handoffs"),
        Section(title="Done by one alone", blocks=_named(only, full), name="only"),
        Section(title="Tools", blocks=_named(tools, full), name="tools"),
    )
    contested = counted(len(boundary.contested), "activity", "activities")
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
    before = ""
    for shared in shown:
        stage = shared.activity.stage
        name = catalogue.stages[stage].name if stage else ""
        letters = [shared.letter(role.id) or "" for role in boundary.roles]
        others = [short(catalogue.role_names[role]) for role in shared.elsewhere]
        elsewhere = first_of(others, few) if few is None or "A" not in letters else ""
        told: Cell = elsewhere
        if shared.contested:
            told = Toned(text=f"contested{f'; {elsewhere}' * bool(elsewhere)}", tone="fair")
        rows.append(
            (
                Toned(text=name if name != before else "", tone="dim"),
                shared.activity.name,
                *(Toned(text=one, tone="strong" if one == "A" else "plain") for one in letters),
                told,
            )
        )
        before = name
    columns = (
        Column(keep=True, least_width=len(SHARED) - 2, optional=True),
        Column(),
        *(Column(title=label, align="center") for label in labels(boundary.roles)),
        Column(title="answered for by", cut=few is not None, optional=True),
    )
    blocks: tuple[Block, ...] = (Table(columns=columns, rows=tuple(rows)),)
    if not rows:
        blocks = (Prose(text="Nothing that one of them does concerns another of them."),)
    legend = ", ".join(f"{letter} {word}" for letter, word in RACI.items())
    contested = "; contested: several answer for it, or nobody" * any(a.contested for a in shown)
    note = legend + contested
    return Section(title=SHARED, blocks=blocks, note=note, name="activities")


def _handoffs(boundary: Boundary) -> Iterator[Block]:
    """In each direction what is handed over."""
    names = dict(zip((r.id for r in boundary.roles), labels(boundary.roles), strict=True))
    handed: dict[str, list[str]] = {}
    for handoff in boundary.handoffs:
        way = f"{names[handoff.from_role]} → {names[handoff.to_role]}"
        handed.setdefault(way, []).append(handoff.artefact)
    if handed:
        yield Fields(rows=tuple((way, shortened(what, MOST_NAMES)) for way, what in handed.items()))
    else:
        yield Prose(text="Nothing is handed over between them.", tone="dim")


def _handoffs_in_full(boundary: Boundary) -> Iterator[Block]:
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


def _named(groups: Sequence[tuple[str, list[str]]], full: bool) -> tuple[Block, ...]:
    """Groups of names, of which only the first few are told unless it is to be in full."""
    most = None if full else MOST_NAMES
    rows = tuple((label, shortened(names, most)) for label, names in groups if names)
    return (Fields(rows=rows),) if rows else ()
