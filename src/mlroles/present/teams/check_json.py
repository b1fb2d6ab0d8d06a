"""The JSON of a team's check, key by key."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import Id
from mlroles.core.pay.figures import pay_at
from mlroles.core.teams.assessment import Assessment, TeamPay
from mlroles.core.teams.check import GreenSkill, MissingSkill, TeamCheck
from mlroles.core.teams.next_hire import WEIGHTS, Hire
from mlroles.core.teams.team import Person
from mlroles.present.page.common import (
    Payload,
    handoffs_payload,
    named_payload,
    names_payload,
    pay_payload,
)
from mlroles.present.page.rounding import rounded


def assessment_payload(catalogue: Catalogue, assessment: Assessment) -> Payload:
    """A team measured."""
    check, change = assessment.check, assessment.change
    template = check.scope.template
    country = assessment.pay.country
    return {
        "name": check.team.name,
        "template": {"id": template.id, "name": template.name} if template else None,
        "nearest": assessment.nearest is not None,
        "people": [_member(person, country) for person in check.team.people],
        "stages": [
            {
                "stage": stage.stage,
                "name": catalogue.stages[stage.stage].name if stage.stage else None,
                "depth": stage.depth,
                "activities": len(stage.activities),
                "accountable": names_payload(stage.accountable),
                "holes": names_payload([hole.activity for hole in stage.holes]),
            }
            for stage in check.stages
        ],
        "activities": [
            {
                "id": checked.activity.id,
                "name": checked.activity.name,
                "stage": checked.activity.stage,
                "accountable": names_payload(checked.accountable),
                "responsible": names_payload(checked.responsible),
                "depth": checked.depth,
            }
            for checked in check.activities
        ],
        "single_points": [
            {**_person(point.person), "activities": names_payload(point.activities)}
            for point in check.single_points
        ],
        "overlaps": [
            {
                "id": overlap.activity.id,
                "name": overlap.activity.name,
                "accountable": names_payload(overlap.accountable),
            }
            for overlap in check.overlaps
        ],
        "missing_skills": [_missing_skill(catalogue, skill) for skill in check.missing_skills],
        "handoffs_missing": handoffs_payload(catalogue, check.handoffs_missing),
        "mentoring": {
            "capacity": check.mentoring.capacity,
            "pairs": [
                {"junior": _person(junior), "mentor": _person(mentor)}
                for junior, mentor in check.mentoring.pairs
            ],
            "alone": [_person(junior) for junior in check.mentoring.alone],
            "room": [
                {**_person(mentor), "teaches": names_payload(roles)}
                for mentor, roles in check.mentoring.room
            ],
        },
        "green": [_green(skill) for skill in assessment.green],
        "next_hire": [_hire(hire) for hire in assessment.hires],
        "pay": _pay(assessment.pay),
        "what_if": {
            "changes": change.said,
            "before": _summary(check, assessment.pay),
            "after": _summary(change.after, change.pay),
            "filled": names_payload(change.filled),
            "opened": names_payload(change.opened),
        }
        if change
        else None,
    }


def _role(role: Role) -> Payload:
    return {"id": role.id, "name": role.name}


def _person(person: Person) -> Payload:
    return {"person": person.name, "role": _role(person.role), "rung": person.rung}


def _member(person: Person, country: str) -> Payload:
    pay = pay_at(person.role, person.rung, country)
    return {
        **_person(person),
        "share": person.share,
        "counts": person.counts,
        "readiness": rounded(person.ready.score) if person.ready else None,
        "pay": pay_payload(pay) if pay else None,
    }


def _missing_skill(catalogue: Catalogue, missing: MissingSkill) -> Payload:
    return {
        "id": missing.skill.id,
        "name": missing.skill.name,
        "needed": missing.needed,
        "held": missing.held,
        "roles": [named_payload(catalogue, role) for role in missing.roles],
    }


def _green(green: GreenSkill) -> Payload:
    return {
        "id": green.skill.id,
        "name": green.skill.name,
        "needed": green.needed,
        "missing": green.missing,
        "brought": [{**_person(person), "level": level} for person, level in green.brought],
    }


def _hire(hire: Hire) -> Payload:
    filled: list[tuple[str, Id, str]] = [
        *(("holes", a.id, a.name) for a in hire.holes),
        *(("skills", m.skill.id, m.skill.name) for m in hire.skills),
        *(("single_points", a.id, a.name) for a in hire.single_points),
        *(("handoffs", h.id, h.artefact) for h in hire.handoffs),
    ]
    return {
        "role": _role(hire.role),
        "rung": hire.rung,
        "score": hire.score,
        "fills": [
            {"kind": kind, "id": id, "name": name, "adds": WEIGHTS[kind]}
            for kind, id, name in filled
        ],
        "pay": pay_payload(hire.pay) if hire.pay else None,
    }


def _pay(pay: TeamPay) -> Payload:
    return {
        "country": pay.country,
        "currency": pay.currency,
        "total": pay.total if pay.currency else None,
        "unknown": names_payload(pay.unknown),
    }


def _summary(check: TeamCheck, pay: TeamPay) -> Payload:
    return {
        "people": len(check.team.people),
        "holes": len(check.holes),
        "single_points": sum(len(point.activities) for point in check.single_points),
        "overlaps": len(check.overlaps),
        "missing_skills": len(check.missing_skills),
        "handoffs_missing": len(check.handoffs_missing),
        "juniors_alone": len(check.mentoring.alone),
        "mentoring_capacity": check.mentoring.capacity,
        "pay": _pay(pay),
    }
