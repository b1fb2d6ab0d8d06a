"""Roles and skills as rows of plain values: one for each thing that a section says."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import UNTOLD, Requirement, Role, Skill
from mlroles.core.model.names import Entry
from mlroles.core.model.vocabulary import RUNGS, STAGES, Rung
from mlroles.present.page.answer import Scalar
from mlroles.present.page.report import Records

COLUMNS = (
    "id",
    "section",
    "item",
    "name",
    "value",
    "essential",
    *RUNGS,
    "text",
)

Row = tuple[Scalar, ...]


def entry_records(
    catalogue: Catalogue,
    entries: Sequence[Entry],
    sections: Sequence[str] = (),
    rung: Rung | None = None,
) -> Records:
    """The rows of roles and skills, of all sections or those chosen, for all rungs or one.

    `value` is what the section counts: importance 1–5 of a skill, engagement 0–3 in a stage, the
    RACI letter of an activity, the match of a code. What a section does not have is empty.
    """
    rows = [row for entry in entries for row in _rows(catalogue, entry)]
    chosen = [row for row in rows if not sections or row[1] in sections]
    if rung:
        other = {
            position for position, name in enumerate(COLUMNS) if name in RUNGS and name != rung
        }
        chosen = [
            tuple(None if i in other else cell for i, cell in enumerate(row))
            for row in chosen
            if not (row[1] in ("levels", "pay") and row[2] in RUNGS and row[2] != rung)
        ]
    return Records(columns=COLUMNS, rows=tuple(chosen))


def _rows(catalogue: Catalogue, entry: Entry) -> list[Row]:
    rows = (
        _role_rows(catalogue, entry) if isinstance(entry, Role) else _skill_rows(catalogue, entry)
    )
    return [(entry.id, *row) for row in rows]


def _role_rows(catalogue: Catalogue, role: Role) -> list[Row]:
    rows = [_row("definition", role.id, role.name, text=role.definition)]
    if role.summary:
        rows.append(_row("definition", "summary", role.name, text=role.summary))
    rows += [_row("definition", "name", name.name, name.kind) for name in role.alternate_names]
    if role.speciality_of:
        name = catalogue.role_names[role.speciality_of]
        rows.append(_row("definition", "speciality_of", name, role.speciality_of))
    for stage in STAGES if role.lifecycle is not UNTOLD else ():
        engaged = getattr(role.lifecycle, stage)
        rows.append(_row("lifecycle", stage, catalogue.stages[stage].name, engaged))
    for duty in role.responsibilities:
        name = catalogue.activities[duty.activity].name
        rows.append(_row("responsibilities", duty.activity, name, duty.raci, text=duty.statement))
    for section, requirements in (("skills", role.skills), ("tools", role.tools)):
        rows += [
            _requirement_row(section, r.skill, catalogue.skills[r.skill].name, r)
            for r in requirements
        ]
    for direction, other, handoff in catalogue.handoffs_of(role):
        rows.append(_row("handoffs", handoff.id, other, direction, text=handoff.artefact))
    rows += [
        _row("levels", lv.rung, lv.title, text=f"{lv.scope}; {lv.autonomy}") for lv in role.levels
    ]
    if role.entry:
        rows.append(_row("entry", text=role.entry.education))
    for route in role.entry.routes_in if role.entry else ():
        rows.append(_row("entry", route.role, catalogue.role_names[route.role], text=route.reason))
    for d in role.not_to_be_confused_with:
        name = catalogue.role_names[d.role]
        rows.append(_row("not_to_be_confused_with", d.role, name, text=d.difference))
    for pay in role.pay:
        text = f"{pay.country} {pay.currency} {pay.basis} {pay.year} n={pay.n} {pay.source}"
        rows.append(_row("pay", pay.rung, "median", pay.median, text=text))
    for demand in role.demand:
        text = f"adverts of {demand.period}"
        rows.append(_row("demand", demand.source, demand.period, demand.n, text=text))
    for o in role.outlook:
        rows.append(_row("outlook", o.country, o.occupation, o.change_percent, text=o.period))
    rows += [_row("context", "industry", industry) for industry in role.industries]
    if role.green:
        rows.append(_row("context", "green", text=role.green))
    return rows + _common_rows(catalogue, role)


def _skill_rows(catalogue: Catalogue, skill: Skill) -> list[Row]:
    rows = [_row("definition", skill.id, skill.name, text=skill.definition)]
    rows += [_row("definition", "name", name) for name in skill.alternate_names]
    for level, statement in enumerate(skill.statements(), start=1):
        rows.append(_row("levels", str(level), value=level, text=statement))
    for role, requirement in catalogue.requirements(skill):
        rows.append(_requirement_row("roles", role.id, role.name, requirement))
    for r in skill.related:
        name = catalogue.skills[r.skill].name
        rows.append(_row("related", r.skill, name, r.weight, text=r.reason))
    return rows + _common_rows(catalogue, skill)


def _common_rows(catalogue: Catalogue, entry: Entry) -> list[Row]:
    rows = [_row("codes", c.scheme, c.label or "", c.match, text=c.code or "") for c in entry.codes]
    for id in entry.sources:
        source = catalogue.sources[id]
        rows.append(_row("sources", id, source.title, source.published, text=source.url or ""))
    return rows


def _requirement_row(section: str, item: str, name: str, requirement: Requirement) -> Row:
    levels = [requirement.levels.at(rung) if requirement.rated else None for rung in RUNGS]
    return (section, item, name, requirement.importance, requirement.essential, *levels, "")


def _row(section: str, item: str = "", name: str = "", value: Scalar = None, text: str = "") -> Row:
    return (section, item, name, value, None, *[None] * len(RUNGS), text)
