"""All of a role, section by section."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import UNTOLD, AlternateName, Requirement, Role
from mlroles.core.model.vocabulary import STAGES, Rung
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
    dots,
)
from mlroles.present.pay import market
from mlroles.present.pay.market import View
from mlroles.present.roles.needs import (
    NO_SHARES,
    codes_block,
    legend,
    needs_table,
    raci_legend,
    weightiest,
)
from mlroles.present.roles.sections import ROLE_SECTIONS


def full_role_page(catalogue: Catalogue, role: Role, rung: Rung | None = None) -> Page:
    """All that is known of a role, at all rungs or one; what is not known is said so."""
    view = View(catalogue=catalogue, role=role, rung=rung)
    unknown = [Prose(text="unknown", tone="dim")]
    family = catalogue.families[role.family].name
    return Page(
        title=role.name,
        fact=f"{family}, {rung}" if rung else family,
        sections=tuple(
            Section(title=title, blocks=tuple(BUILDERS[name](view) or unknown), name=name)
            for name, title in ROLE_SECTIONS.items()
        ),
    )


def _definition(view: View) -> list[Block]:
    role = view.role
    blocks: list[Block] = [Prose(text=role.definition, tone="strong")]
    if role.summary:
        blocks.append(Prose(text=role.summary))
    rows = []
    if role.speciality_of:
        rows.append(("Speciality of", view.catalogue.role_names[role.speciality_of]))
    if role.alternate_names:
        names = [_name(alternate) for alternate in role.alternate_names]
        rows.append(("Also called", ", ".join(names)))
    return [*blocks, Fields(rows=tuple(rows))] if rows else blocks


def _name(alternate: AlternateName) -> str:
    misleads = alternate.kind == "misnomer"
    return f"{alternate.name} (a misnomer)" if misleads else alternate.name


def _lifecycle(view: View) -> list[Block]:
    if view.role.lifecycle is UNTOLD:
        return []
    names = [view.catalogue.stages[stage].name for stage in STAGES]
    engaged = tuple(dots(getattr(view.role.lifecycle, stage), 3) for stage in STAGES)
    columns = tuple(Column(title=name, align="center", keep=True) for name in names)
    return [Table(columns=columns, rows=(engaged,))]


def _responsibilities(view: View) -> list[Block]:
    rows: list[tuple[Cell, ...]] = []
    activities = view.catalogue.activities
    for stage_id, members in groupby(
        view.role.responsibilities, key=lambda r: activities[r.activity].stage
    ):
        name = view.catalogue.stages[stage_id].name if stage_id else ""
        for responsibility in members:
            rows.append(
                (Toned(text=name, tone="dim"), responsibility.raci, responsibility.statement)
            )
            name = ""
    columns = (Column(keep=True), Column(keep=True), Column())
    return [Table(columns=columns, rows=tuple(rows)), raci_legend()] if rows else []


def _skills(view: View) -> list[Block]:
    blocks = _needs(view, view.role.skills)
    return [*blocks, legend()] if blocks else []


def _tools(view: View) -> list[Block]:
    shares = {skill: share for d in view.role.demand for skill, share in d.shares.items()}
    blocks = _needs(view, view.role.tools, shares)
    if any(need.skill in shares for need in view.role.tools):
        for demand in view.role.demand:
            told = f"adverts: share of {demand.n:,} that name it, {demand.period}, {demand.source}"
            blocks.append(Prose(text=told, tone="dim"))
    return blocks


def _needs(
    view: View, requirements: Sequence[Requirement], shares: Mapping[str, float] = NO_SHARES
) -> list[Block]:
    needs = weightiest(requirements, view.rung or "mid")
    skills = view.catalogue.skills
    return needs_table([(skills[need.skill].name, need) for need in needs], view.rung, shares)


def _handoffs(view: View) -> list[Block]:
    ways = {"receives": "gets from", "gives": "gives to"}
    rows: list[tuple[Cell, ...]] = []
    for direction, other, handoff in view.catalogue.handoffs_of(view.role):
        what = f"{handoff.artefact}, accepted when {handoff.accepted_when}"
        rows.append((Toned(text=ways[direction], tone="dim"), other, what))
    columns = (Column(keep=True), Column(keep=True), Column())
    return [Table(columns=columns, rows=tuple(rows))] if rows else []


def _rungs(view: View) -> list[Block]:
    rows: list[tuple[Cell, ...]] = []
    for level in view.role.rungs:
        if view.rung in (None, level.rung):
            upper = f"–{level.years_to}" if level.years_to is not None else "+"
            text = f"{level.scope}. {level.autonomy}"
            years = f"{level.years_from}{upper} years"
            rows.append((level.title, Toned(text=years, tone="dim"), text))
    columns = (Column(keep=True), Column(keep=True), Column())
    return [Table(columns=columns, rows=tuple(rows))] if rows else []


def _entry(view: View) -> list[Block]:
    entry = view.role.entry
    if entry is None:
        return []
    degree = {True: "nearly always asked for", False: "not always asked for", "unknown": "unknown"}
    rows = [("Education", entry.education), ("Degree", degree[entry.degree_required])]
    rows += [(view.catalogue.role_names[route.role], route.reason) for route in entry.routes_in]
    return [Fields(rows=tuple(rows))]


def _distinctions(view: View) -> list[Block]:
    distinctions = view.role.not_to_be_confused_with
    rows = tuple((view.catalogue.role_names[d.role], d.difference) for d in distinctions)
    return [Fields(rows=rows)] if rows else []


def _context(view: View) -> list[Block]:
    """Industries and green work."""
    rows = []
    if view.role.industries:
        rows.append(("Industries", ", ".join(view.role.industries)))
    if view.role.green:
        rows.append(("Green work", view.role.green))
    return [Fields(rows=tuple(rows))] if rows else []


def _codes(view: View) -> list[Block]:
    return codes_block(view.role.codes)


def _sources(view: View) -> list[Block]:
    sources = [view.catalogue.sources[id] for id in view.role.sources]
    items = [f"{s.title}. {s.publisher}, {s.published}. {s.licence}" for s in sources]
    return [Bullets(items=tuple(items)), Prose(text=f"Reviewed {view.role.reviewed}", tone="dim")]


BUILDERS: dict[str, Callable[[View], list[Block]]] = {
    "definition": _definition,
    "lifecycle": _lifecycle,
    "responsibilities": _responsibilities,
    "skills": _skills,
    "tools": _tools,
    "handoffs": _handoffs,
    "rungs": _rungs,
    "entry": _entry,
    "not_to_be_confused_with": _distinctions,
    "pay": market.pay,
    "demand": market.demand,
    "outlook": market.outlook,
    "context": _context,
    "codes": _codes,
    "sources": _sources,
}
"""Name of a section -> what builds its blocks."""
