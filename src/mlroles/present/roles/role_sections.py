"""All of a role, section by section."""

from collections.abc import Callable, Mapping, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Requirement, Role
from mlroles.core.model.vocabulary import Rung
from mlroles.present.page.blocks import (
    Block,
    Bullets,
    Column,
    Page,
    Prose,
    Section,
    dim,
    dots,
    labelled,
    linked,
    tabled,
    unrepeated,
)
from mlroles.present.pay import market
from mlroles.present.pay.market import View
from mlroles.present.roles.needs import (
    NO_SHARES,
    RACI_LEGEND,
    codes_block,
    legend,
    needs_table,
    stage_name,
    weightiest,
)
from mlroles.present.roles.sections import ROLE_SECTIONS

ENGAGED_LEGEND = "●●● leads   ●●· contributes   ●·· takes part"
COLUMNS = (Column(keep=True), Column(keep=True), Column())


def full_role_page(catalogue: Catalogue, role: Role, rung: Rung | None = None) -> Page:
    """All that is known of a role, at all rungs or one; what is not known is said so."""
    view = View(catalogue=catalogue, role=role, rung=rung)
    unknown = (Prose(text="unknown", tone="dim"),)
    family = catalogue.families[role.family].name
    return Page(
        title=role.name,
        fact=f"{family}, {rung}" if rung else family,
        sections=tuple(
            Section(title=title, blocks=BUILDERS[name](view) or unknown, name=name)
            for name, title in ROLE_SECTIONS.items()
        ),
    )


def _definition(view: View) -> tuple[Block, ...]:
    role = view.role
    rows = []
    if role.speciality_of:
        rows.append(("Speciality of", view.catalogue.role_names[role.speciality_of]))
    if role.alternate_names:
        names = [a.name + " (a misnomer)" * (a.kind == "misnomer") for a in role.alternate_names]
        rows.append(("Also called", ", ".join(names)))
    summary = (Prose(text=role.summary),) if role.summary else ()
    return (Prose(text=role.definition, tone="strong"), *summary, *labelled(rows))


def _lifecycle(view: View) -> tuple[Block, ...]:
    known, stages = view.role.lifecycle, view.catalogue.stages.values()
    if not known:
        return ()
    engaged = tuple(dots(known[s.id], 3) if s.id in known else "?" for s in stages)
    columns = (Column(title=stage.name, align="center", keep=True) for stage in stages)
    return (*tabled(columns, [engaged]), Prose(text=ENGAGED_LEGEND, tone="dim"))


def _responsibilities(view: View) -> tuple[Block, ...]:
    duties = view.role.responsibilities
    activities = [view.catalogue.activities[duty.activity] for duty in duties]
    stages = unrepeated(stage_name(view.catalogue, activity) for activity in activities)
    rows = [(stage, d.raci, d.statement) for stage, d in zip(stages, duties, strict=True)]
    return (*tabled(COLUMNS, rows), Prose(text=RACI_LEGEND, tone="dim")) if rows else ()


def _skills(view: View) -> tuple[Block, ...]:
    blocks = _needs(view, view.role.skills)
    return (*blocks, legend()) if blocks else ()


def _tools(view: View) -> tuple[Block, ...]:
    shares = {skill: share for d in view.role.demand for skill, share in d.shares.items()}
    blocks = [*_needs(view, view.role.tools, shares)]
    blocks += [legend()] if blocks else []
    if any(need.skill in shares for need in view.role.tools):
        for demand in view.role.demand:
            told = f"adverts: share of {demand.n:,} that name it, {demand.period}, {demand.source}"
            blocks.append(Prose(text=told, tone="dim"))
    return tuple(blocks)


def _needs(
    view: View, requirements: Sequence[Requirement], shares: Mapping[str, float] = NO_SHARES
) -> tuple[Block, ...]:
    needs = weightiest(requirements, view.rung or view.catalogue.ladder.usual)
    skills = view.catalogue.skills
    named = ((skills[need.skill], need) for need in needs)
    rows = [(linked(skill.name, skill.documentation), need) for skill, need in named]
    return needs_table(rows, [view.rung] if view.rung else view.catalogue.ladder.ids, shares)


def _handoffs(view: View) -> tuple[Block, ...]:
    ways = {"receives": "gets from", "gives": "gives to"}
    rows = []
    for direction, other, handoff in view.catalogue.handoffs_of(view.role):
        what = f"{handoff.artefact}, accepted when {handoff.accepted_when}"
        rows.append((dim(ways[direction]), other, what))
    return tabled(COLUMNS, rows)


def _rungs(view: View) -> tuple[Block, ...]:
    rows = []
    for level in view.role.rungs:
        if view.rung in (None, level.rung):
            upper = f"–{level.years_to}" if level.years_to is not None else "+"
            text = f"{level.scope}. {level.autonomy}"
            years = f"{level.years_from}{upper} years"
            rows.append((level.title, dim(years), text))
    return tabled(COLUMNS, rows)


def _entry(view: View) -> tuple[Block, ...]:
    entry = view.role.entry
    if entry is None:
        return ()
    degree = {True: "nearly always asked for", False: "not always asked for", "unknown": "unknown"}
    rows = [("Education", entry.education), ("Degree", degree[entry.degree_required])]
    rows += [(view.catalogue.role_names[route.role], route.reason) for route in entry.routes_in]
    return labelled(rows)


def _distinctions(view: View) -> tuple[Block, ...]:
    names = view.catalogue.role_names
    return labelled((names[d.role], d.difference) for d in view.role.not_to_be_confused_with)


def _context(view: View) -> tuple[Block, ...]:
    """Industries and green work."""
    rows = [("Industries", ", ".join(view.role.industries)), ("Green work", view.role.green or "")]
    return labelled((label, told) for label, told in rows if told)


def _sources(view: View) -> tuple[Block, ...]:
    sources = [view.catalogue.sources[id] for id in view.role.sources]
    told = ((f"{s.title}. {s.publisher}, {s.published}. {s.licence}", s.url) for s in sources)
    items = [linked(*one) for one in told]
    return Bullets(items=tuple(items)), Prose(text=f"Reviewed {view.role.reviewed}", tone="dim")


BUILDERS: dict[str, Callable[[View], tuple[Block, ...]]] = {
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
    "codes": lambda view: codes_block(view.role.codes),
    "sources": _sources,
}
"""Name of a section -> what builds its blocks."""
