"""The JSON of a role, key by key."""

from mlroles.core.catalogue import Catalogue, Direction
from mlroles.core.model.entries import EntryRequirements, HandOff, Role, Skill
from mlroles.core.model.vocabulary import LEVELS, Rung
from mlroles.present.page.common import (
    Payload,
    codes_payload,
    figure_payload,
    levels_payload,
    named_payload,
    outlook_payload,
    requirement_payload,
    role_summary_payload,
    sources_payload,
)


def role_payload(catalogue: Catalogue, role: Role, rung: Rung | None = None) -> Payload:
    """All of a role. Where a rung is given, each skill's `level` is the one it asks for."""
    return {
        "type": "role",
        **role_summary_payload(catalogue, role),
        "alternate_name_kinds": {a.name: a.kind for a in role.alternate_names},
        "summary": role.summary,
        "speciality_of": named_payload(catalogue, role.speciality_of),
        "rung": rung,
        "responsibilities": [
            {
                "id": responsibility.activity,
                "name": catalogue.activities[responsibility.activity].name,
                "stage": catalogue.activities[responsibility.activity].stage,
                "raci": responsibility.raci,
                "statement": responsibility.statement,
                "artefact": catalogue.activities[responsibility.activity].artefact,
            }
            for responsibility in role.responsibilities
        ],
        "skills": [requirement_payload(catalogue, r, rung) for r in role.skills],
        "tools": [
            {
                **requirement_payload(catalogue, r, rung),
                "demand": [
                    {"share": d.shares[r.skill], "n": d.n, "period": d.period, "source": d.source}
                    for d in role.demand
                    if r.skill in d.shares
                ],
            }
            for r in role.tools
        ],
        "handoffs": [
            handoff_payload(catalogue, direction, handoff)
            for direction, _, handoff in catalogue.handoffs_of(role)
        ],
        "levels": [
            {
                "rung": level.rung,
                "title": level.title,
                "years_from": level.years_from,
                "years_to": level.years_to,
                "scope": level.scope,
                "autonomy": level.autonomy,
            }
            for level in role.levels
        ],
        "entry": _entry(catalogue, role.entry) if role.entry else None,
        "not_to_be_confused_with": [
            {"id": d.role, "name": catalogue.role_names[d.role], "difference": d.difference}
            for d in role.not_to_be_confused_with
        ],
        "pay": [figure_payload(pay) for pay in role.pay],
        "demand": [
            {
                "source": demand.source,
                "period": demand.period,
                "n": demand.n,
                "shares": [
                    {"id": id, "name": catalogue.skills[id].name, "share": share}
                    for id, share in sorted(demand.shares.items(), key=lambda item: -item[1])
                ],
                "note": demand.note,
            }
            for demand in role.demand
        ],
        "outlook": [outlook_payload(outlook) for outlook in role.outlook],
        "green": role.green,
        "industries": list(role.industries),
        "codes": codes_payload(role.codes),
        "sources": sources_payload(catalogue, role.sources),
        "reviewed": role.reviewed,
    }


def _entry(catalogue: Catalogue, entry: EntryRequirements) -> Payload:
    degree = entry.degree_required
    return {
        "education": entry.education,
        "degree_required": None if degree == "unknown" else degree,
        "routes_in": [
            {"id": route.role, "name": catalogue.role_names[route.role], "reason": route.reason}
            for route in entry.routes_in
        ],
    }


def handoff_payload(catalogue: Catalogue, direction: Direction, handoff: HandOff) -> Payload:
    """A hand-off as one of its two roles sees it."""
    return {
        "id": handoff.id,
        "artefact": handoff.artefact,
        "direction": direction,
        "from": named_payload(catalogue, handoff.from_role),
        "to": named_payload(catalogue, handoff.to_role),
        "stage": handoff.stage,
        "accepted_when": handoff.accepted_when,
    }


def skill_payload(catalogue: Catalogue, skill: Skill, rung: Rung | None = None) -> Payload:
    """All of a skill. Where a rung is given, each role's `level` is the one it asks for then."""
    return {
        "type": "skill",
        "id": skill.id,
        "name": skill.name,
        "kind": skill.kind,
        "alternate_names": list(skill.alternate_names),
        "definition": skill.definition,
        "rung": rung,
        "levels": [
            {"level": level, "name": LEVELS[level][0], "statement": statement}
            for level, statement in enumerate(skill.statements(), start=1)
        ],
        "roles": [
            {
                "id": role.id,
                "name": role.name,
                "importance": requirement.importance,
                "essential": requirement.essential,
                "levels": levels_payload(requirement.levels),
                "level": requirement.levels.at(rung) if rung and requirement.rated else None,
            }
            for role, requirement in catalogue.requirements(skill)
        ],
        "related": [
            {
                "id": related.skill,
                "name": catalogue.skills[related.skill].name,
                "weight": related.weight,
                "reason": related.reason,
            }
            for related in skill.related
        ],
        "codes": codes_payload(skill.codes),
        "documentation": skill.documentation,
        "sources": sources_payload(catalogue, skill.sources),
    }
