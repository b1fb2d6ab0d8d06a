"""The JSON of roles and skills, key by key: the contract that docs/json.md describes."""

from collections.abc import Iterable

from mlroles.core.catalogue import Catalogue
from mlroles.core.model import (
    LEVELS,
    RUNGS,
    STAGES,
    Code,
    HandOff,
    Requirement,
    Role,
    Rung,
    RungLevels,
    Skill,
)

Payload = dict[str, object]


def names_payload(entries: Iterable[Role | Skill]) -> list[Payload]:
    """Ids with the names beside them."""
    return [{"id": entry.id, "name": entry.name} for entry in entries]


def levels_payload(levels: RungLevels) -> Payload:
    """The level, 1–4, that each rung asks for."""
    return {rung: levels.at(rung) for rung in RUNGS}


def role_summary_payload(catalogue: Catalogue, role: Role) -> Payload:
    """A role in a list."""
    return {
        "id": role.id,
        "name": role.name,
        "family": role.family,
        "family_name": catalogue.families[role.family].name,
        "definition": role.definition,
        "alternate_names": [alternate.name for alternate in role.alternate_names],
        "lifecycle": {stage: getattr(role.lifecycle, stage) for stage in STAGES},
    }


def skill_summary_payload(catalogue: Catalogue, skill: Skill) -> Payload:
    """A skill in a list."""
    return {
        "id": skill.id,
        "name": skill.name,
        "kind": skill.kind,
        "definition": skill.definition,
        "alternate_names": list(skill.alternate_names),
        "roles": names_payload(role for role, _ in catalogue.requirements(skill)),
    }


def role_payload(catalogue: Catalogue, role: Role, rung: Rung | None = None) -> Payload:
    """All of a role. Where a rung is given, each skill's `level` is the one it asks for."""
    return {
        "type": "role",
        **role_summary_payload(catalogue, role),
        "alternate_name_kinds": {a.name: a.kind for a in role.alternate_names},
        "summary": role.summary,
        "speciality_of": _named(catalogue, role.speciality_of),
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
            handoff_payload(catalogue, handoff, role)
            for handoff in catalogue.handoffs.values()
            if role.id in (handoff.from_role, handoff.to_role)
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
        "entry": {
            "education": role.entry.education,
            "degree_required": (
                None if role.entry.degree_required == "unknown" else role.entry.degree_required
            ),
            "routes_in": [
                {"id": route.role, "name": catalogue.roles[route.role].name, "reason": route.reason}
                for route in role.entry.routes_in
            ],
        },
        "not_to_be_confused_with": [
            {"id": d.role, "name": catalogue.roles[d.role].name, "difference": d.difference}
            for d in role.not_to_be_confused_with
        ],
        "pay": [
            {
                "country": pay.country,
                "currency": pay.currency,
                "basis": pay.basis,
                "rung": pay.rung,
                "year": pay.year,
                "n": pay.n,
                "p10": pay.p10,
                "p25": pay.p25,
                "median": pay.median,
                "p75": pay.p75,
                "p90": pay.p90,
                "source": pay.source,
                "note": pay.note,
            }
            for pay in role.pay
        ],
        "outlook": [
            {
                "country": outlook.country,
                "occupation": outlook.occupation,
                "match": outlook.match,
                "period": outlook.period,
                "change_percent": outlook.change_percent,
                "openings_per_year": outlook.openings_per_year,
                "source": outlook.source,
            }
            for outlook in role.outlook
        ],
        "green": role.green,
        "industries": list(role.industries),
        "codes": codes_payload(role.codes),
        "sources": sources_payload(catalogue, role.sources),
        "reviewed": role.reviewed,
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
            for level, statement in enumerate(level_statements(skill), start=1)
        ],
        "roles": [
            {
                "id": role.id,
                "name": role.name,
                "importance": requirement.importance,
                "essential": requirement.essential,
                "levels": levels_payload(requirement.levels),
                "level": requirement.levels.at(rung) if rung else None,
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


def level_statements(skill: Skill) -> list[str]:
    """The skill's own four statements or, for a tool, what the levels mean in general."""
    return skill.level_statements or [meaning for _, meaning in LEVELS.values()]


def requirement_payload(
    catalogue: Catalogue, requirement: Requirement, rung: Rung | None = None
) -> Payload:
    """How much of a skill a role asks for."""
    skill = catalogue.skills[requirement.skill]
    return {
        "id": skill.id,
        "name": skill.name,
        "kind": skill.kind,
        "importance": requirement.importance,
        "essential": requirement.essential,
        "levels": levels_payload(requirement.levels),
        "level": requirement.levels.at(rung) if rung else None,
        "note": requirement.note,
    }


def handoff_payload(catalogue: Catalogue, handoff: HandOff, role: Role) -> Payload:
    """A hand-off as one of its two roles sees it."""
    return {
        "id": handoff.id,
        "artefact": handoff.artefact,
        "direction": "gives" if handoff.from_role == role.id else "receives",
        "from": _named(catalogue, handoff.from_role),
        "to": _named(catalogue, handoff.to_role),
        "stage": handoff.stage,
        "accepted_when": handoff.accepted_when,
    }


def codes_payload(codes: Iterable[Code]) -> list[Payload]:
    """Counterparts in public classifications."""
    return [
        {
            "scheme": code.scheme,
            "code": code.code,
            "label": code.label,
            "match": code.match,
            "note": code.note,
        }
        for code in codes
    ]


def sources_payload(catalogue: Catalogue, ids: Iterable[str]) -> list[Payload]:
    """Where the facts of an entry come from."""
    sources = [catalogue.sources[id] for id in ids]
    return [
        {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "published": source.published,
            "licence": source.licence,
            "url": source.url,
        }
        for source in sources
    ]


def _named(catalogue: Catalogue, role: str | None) -> Payload | None:
    return {"id": role, "name": catalogue.roles[role].name} if role else None
