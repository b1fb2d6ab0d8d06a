"""The JSON of a comparison, key by key."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.readiness import Readiness
from mlroles.core.roles.comparison import ComparedSkill, Comparison, Pair
from mlroles.core.roles.similarity import PARTS, Similarity
from mlroles.present.moves.readiness import shortfalls
from mlroles.present.page.common import (
    Payload,
    levels_payload,
    names_payload,
    outlook_payload,
    role_summary_payload,
)
from mlroles.present.page.rounding import DIGITS, rounded, rounded_parts


def comparison_payload(catalogue: Catalogue, comparison: Comparison) -> Payload:
    """Roles side by side."""
    return {
        "rung": comparison.rung,
        "roles": [
            {
                **role_summary_payload(catalogue, role),
                "outlook": [outlook_payload(outlook) for outlook in role.outlook],
                "green": role.green,
                "industries": list(role.industries),
            }
            for role in comparison.roles
        ],
        "pairs": [_pair(catalogue, pair) for pair in comparison.pairs],
        "shared": [_skill(skill) for skill in comparison.shared],
        "partly": [_skill(skill) for skill in comparison.partly],
        "only": {
            role: [_skill(skill) for skill in skills] for role, skills in comparison.only.items()
        },
        "activities": [
            {
                "id": shared.activity.id,
                "name": shared.activity.name,
                "stage": shared.activity.stage,
                "raci": {role.id: shared.letters.get(role.id) for role in comparison.roles},
                "accountable": names_payload(shared.accountable),
            }
            for shared in comparison.activities
        ],
    }


def _pair(catalogue: Catalogue, pair: Pair) -> Payload:
    scores = {part.name: round(part.score, DIGITS) for part in pair.similarity.parts}
    return {
        "a": pair.a.id,
        "a_name": pair.a.name,
        "b": pair.b.id,
        "b_name": pair.b.name,
        "difference": pair.difference,
        "similarity": round(pair.similarity.score, DIGITS),
        "parts": {name: scores.get(name) for name in PARTS},
        "contributions": _contributions(catalogue, pair.similarity),
        "readiness": {
            "a_to_b": rounded(pair.a_to_b.score),
            "b_to_a": rounded(pair.b_to_a.score),
        },
        "verdicts": {"a_to_b": pair.a_to_b.verdict, "b_to_a": pair.b_to_a.verdict},
        "shortfalls": {
            "a_to_b": _shortfalls(catalogue, pair.a_to_b),
            "b_to_a": _shortfalls(catalogue, pair.b_to_a),
        },
    }


def _contributions(catalogue: Catalogue, similarity: Similarity) -> Payload:
    """What each shared skill, tool or activity adds to the score of its part."""
    found: Payload = {name: [] for name in PARTS}
    for part in similarity.parts:
        named = catalogue.activities if part.name == "activities" else catalogue.skills
        added = part.added()
        shown = rounded_parts([adds for _, adds in added], part.score)
        found[part.name] = [
            {"id": id, "name": named[id].name, "adds": adds}
            for (id, _), adds in zip(added, shown, strict=True)
        ]
    return found


def _shortfalls(catalogue: Catalogue, ready: Readiness) -> list[Payload]:
    """What each essential skill of the target takes from a readiness of 1."""
    taken = shortfalls(ready)
    return [
        {
            "id": cover.skill,
            "name": catalogue.skills[cover.skill].name,
            "needed": cover.needed,
            "held": cover.held,
            "through": cover.through,
            "through_weight": cover.through_weight if cover.through else None,
            "counted": round(cover.counted, DIGITS),
            "takes": takes,
        }
        for cover, takes in zip(ready.parts, taken, strict=True)
    ]


def _skill(shared: ComparedSkill) -> Payload:
    return {
        "id": shared.skill.id,
        "name": shared.skill.name,
        "kind": shared.skill.kind,
        "requirements": {
            role: {
                "importance": requirement.importance,
                "essential": requirement.essential,
                "levels": levels_payload(requirement.levels),
            }
            for role, requirement in shared.requirements.items()
        },
    }
