"""The JSON of a skill, key by key."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.model import Skill
from mlroles.core.vocabulary import LEVELS, Rung
from mlroles.present.payload import Payload, codes_payload, levels_payload, sources_payload


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
