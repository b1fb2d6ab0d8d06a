"""A role as a calm page: one function for each section."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import UNTOLD, AlternateName, Requirement, Role
from mlroles.core.model.vocabulary import RACI, STAGES, RaciLetter, Rung
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
from mlroles.present.roles.needs import NO_SHARES, codes_block, legend, needs_table, raci_legend
from mlroles.present.roles.sections import ROLE_SECTIONS

MOST_NAMES = 16
"""The alternate names that the whole page tells; all of them stand in its section."""


def role_page(
    catalogue: Catalogue, role: Role, full: bool = False, rung: Rung | None = None
) -> Page:
    """A role's page, in brief or in full; what is not known is left out of the brief one."""
    view = View(catalogue=catalogue, role=role, rung=rung, brief=not full)
    unknown = [Prose(text="unknown", tone="dim")] if full else []
    sections = [
        Section(title=title, blocks=tuple(blocks), name=name)
        for name, title in ROLE_SECTIONS.items()
        if (blocks := BUILDERS[name](view) or unknown)
    ]
    family = catalogue.families[role.family].name
    return Page(
        title=role.name if rung is None else f"{role.name}, {rung} level",
        subtitle=" · ".join(
            [family, *(a.name for a in role.alternate_names if a.kind == "abbreviation")]
        ),
        sections=tuple(sections),
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
        shown = role.alternate_names[:MOST_NAMES] if view.brief else role.alternate_names
        names = [_name(alternate) for alternate in shown]
        if len(shown) < len(role.alternate_names):
            names.append(f"{len(role.alternate_names) - len(shown)} more")
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
    shown = "A" if view.brief else "ARCI"
    rows: list[tuple[Cell, ...]] = []
    activities = view.catalogue.activities
    for stage_id, members in groupby(
        (r for r in view.role.responsibilities if r.raci in shown),
        key=lambda r: activities[r.activity].stage,
    ):
        name = view.catalogue.stages[stage_id].name if stage_id else ""
        for responsibility in members:
            raci = [] if view.brief else [responsibility.raci]
            rows.append((Toned(text=name, tone="dim"), *raci, responsibility.statement))
            name = ""
    narrow = Column(keep=True)
    if not view.brief:
        columns = (narrow, narrow, Column())
        return [Table(columns=columns, rows=tuple(rows)), raci_legend()]
    blocks: list[Block] = []
    if rows:
        blocks.append(Table(columns=(narrow, Column(title="accountable")), rows=tuple(rows)))
    others = []
    letters: tuple[RaciLetter, ...] = ("R", "C", "I")
    for letter in letters:
        names = [
            activities[r.activity].name for r in view.role.responsibilities if r.raci == letter
        ]
        if names:
            others.append((RACI[letter].capitalize(), _sentence(names)))
    return [*blocks, Fields(rows=tuple(others))] if others else blocks


def _skills(view: View) -> list[Block]:
    blocks = _needs(view, view.role.skills)
    return [*blocks, legend()] if blocks else []


def _tools(view: View) -> list[Block]:
    newest = view.role.demand[-1:]
    shares = {skill: share for d in newest for skill, share in d.shares.items()}
    blocks = _needs(view, view.role.tools, shares)
    if any(r.skill in shares for r in _shown(view, view.role.tools)):
        for demand in newest:
            told = f"adverts: share of {demand.n:,} that name it, {demand.period}, {demand.source}"
            blocks.append(Prose(text=told, tone="dim"))
    return blocks


def _needs(
    view: View, requirements: Sequence[Requirement], shares: Mapping[str, float] = NO_SHARES
) -> list[Block]:
    """What matters most as a table; in brief the rest is named or counted."""
    skills, shown = view.catalogue.skills, _shown(view, requirements)
    rest = [r for r in requirements if r not in shown]
    names = [skills[r.skill].name for r in rest if r.importance == 3]
    if len(rest) > len(names):
        names.append(f"{len(rest) - len(names)} more")
    blocks = needs_table([(skills[r.skill].name, r) for r in shown], view.rung, shares)
    return [*blocks, Fields(rows=(("Also", ", ".join(names)),))] if names else blocks


def _shown(view: View, requirements: Sequence[Requirement]) -> list[Requirement]:
    """What has a row of its own, the most important first."""
    weighty = [r for r in requirements if r.essential or r.importance >= 4 or not view.brief]
    return sorted(weighty, key=lambda r: (not r.essential, -r.importance, -r.levels.total()))


def _handoffs(view: View) -> list[Block]:
    ways = {"receives": "gets from", "gives": "gives to"}
    rows: list[tuple[Cell, ...]] = []
    for direction, other, handoff in view.catalogue.handoffs_of(view.role):
        what = handoff.artefact
        if not view.brief:
            what += f", accepted when {handoff.accepted_when}"
        rows.append((Toned(text=ways[direction], tone="dim"), other, what))
    columns = (Column(keep=True), Column(keep=True), Column())
    return [Table(columns=columns, rows=tuple(rows))] if rows else []


def _rungs(view: View) -> list[Block]:
    rows: list[tuple[Cell, ...]] = []
    for level in view.role.rungs:
        if view.rung in (None, level.rung):
            upper = f"–{level.years_to}" if level.years_to is not None else "+"
            text = (
                level.scope if view.brief and not view.rung else f"{level.scope}. {level.autonomy}"
            )
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
    return codes_block(view.role.codes, view.brief)


def _sources(view: View) -> list[Block]:
    sources = [view.catalogue.sources[id] for id in view.role.sources]
    if view.brief:
        text = f"{', '.join(view.role.sources)}; judgements reviewed {view.role.reviewed}"
        return [Prose(text=text, tone="dim")]
    items = [f"{s.title}. {s.publisher}, {s.published}. {s.licence}" for s in sources]
    return [Bullets(items=tuple(items)), Prose(text=f"Reviewed {view.role.reviewed}", tone="dim")]


def _sentence(names: Sequence[str]) -> str:
    """Names in a row, their first letters small unless they are abbreviations."""
    return ", ".join(n if n[:2].isupper() else n[0].lower() + n[1:] for n in names)


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
