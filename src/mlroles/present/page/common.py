"""The JSON that commands have in common, key by key; docs/json.md describes all of it."""

from collections.abc import Iterable

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import (
    UNRATED,
    UNTOLD,
    Activity,
    Code,
    HandOff,
    Outlook,
    Pay,
    Requirement,
    Role,
    RungLevels,
    Skill,
    Source,
)
from mlroles.core.model.vocabulary import RUNGS, STAGES, Rung
from mlroles.core.pay.figures import PayAt, median_pay, most_adverts

Payload = dict[str, object]


def names_payload(entries: Iterable[Role | Skill | Activity]) -> list[Payload]:
    """Ids with the names beside them."""
    return [{"id": entry.id, "name": entry.name} for entry in entries]


def levels_payload(levels: RungLevels) -> Payload | None:
    """The level, 1–4, that each rung asks for; None where it is not known."""
    return {rung: levels.at(rung) for rung in RUNGS} if levels is not UNRATED else None


def role_summary_payload(catalogue: Catalogue, role: Role) -> Payload:
    """A role in a list."""
    return {
        "id": role.id,
        "name": role.name,
        "family": role.family,
        "family_name": catalogue.families[role.family].name,
        "definition": role.definition,
        "alternate_names": [alternate.name for alternate in role.alternate_names],
        "lifecycle": (
            {stage: getattr(role.lifecycle, stage) for stage in STAGES}
            if role.lifecycle is not UNTOLD
            else None
        ),
        "median_pay": figure_payload(pay) if (pay := median_pay(role)) else None,
        "adverts": (
            {"n": adverts.n, "period": adverts.period, "source": adverts.source}
            if (adverts := most_adverts(role))
            else None
        ),
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
        "level": requirement.levels.at(rung) if rung and requirement.rated else None,
        "note": requirement.note,
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


def figure_payload(pay: Pay) -> Payload:
    """What is paid, by country and rung."""
    return {
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


def pay_payload(pay: PayAt) -> Payload:
    """What is paid at one rung: the figure it rests on, and how."""
    bound = {"bound": pay.bound, "pooled": pay.pooled}
    return {**figure_payload(pay.figure), "rung": pay.rung, **bound}


def source_payload(source: Source) -> Payload:
    """Where facts come from."""
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "horizon_years": source.horizon_years,
        "licence": source.licence,
        "url": source.url,
        "credit": source.credit,
    }


def sources_payload(catalogue: Catalogue, ids: Iterable[str]) -> list[Payload]:
    """Where the facts of an entry come from."""
    return [source_payload(catalogue.sources[id]) for id in ids]


def outlook_payload(outlook: Outlook) -> Payload:
    """An official projection."""
    return {
        "country": outlook.country,
        "occupation": outlook.occupation,
        "match": outlook.match,
        "period": outlook.period,
        "change_percent": outlook.change_percent,
        "openings_per_year": outlook.openings_per_year,
        "source": outlook.source,
    }


def named_payload(catalogue: Catalogue, role: str | None) -> Payload | None:
    """A role's id with its name beside it, or None."""
    return {"id": role, "name": catalogue.role_names[role]} if role else None


def handoffs_payload(catalogue: Catalogue, handoffs: Iterable[HandOff]) -> list[Payload]:
    """What changes hands, between whom, and when it counts as accepted."""
    return [
        {
            "id": handoff.id,
            "artefact": handoff.artefact,
            "from": named_payload(catalogue, handoff.from_role),
            "to": named_payload(catalogue, handoff.to_role),
            "stage": handoff.stage,
            "accepted_when": handoff.accepted_when,
        }
        for handoff in handoffs
    ]
