"""The JSON of relations between roles, key by key."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.relations import Relation, Relations
from mlroles.present.payload import Payload
from mlroles.present.rounding import DIGITS


def weight_shown(relation: Relation) -> float | None:
    """A weight as it is written, or None where the relation has none."""
    return None if relation.weight is None else round(relation.weight, DIGITS)


def relations_payload(catalogue: Catalogue, found: Relations) -> Payload:
    """Roles as nodes, relations as edges, and how many were left out."""
    return {
        "kind": found.kind,
        "directed": found.kind != "similarity",
        "around": found.around.id if found.around else None,
        "nodes": [
            {
                "id": role.id,
                "name": role.name,
                "family": role.family,
                "family_name": catalogue.families[role.family].name,
            }
            for role in found.roles
        ],
        "edges": [
            {
                "from": relation.start.id,
                "from_name": relation.start.name,
                "to": relation.end.id,
                "to_name": relation.end.name,
                "weight": weight_shown(relation),
                "reason": relation.reason,
                "handoffs": [
                    {
                        "id": handoff.id,
                        "artefact": handoff.artefact,
                        "stage": handoff.stage,
                        "accepted_when": handoff.accepted_when,
                    }
                    for handoff in relation.handoffs
                ],
            }
            for relation in found.relations
        ],
        "least": found.least,
        "left_out": found.left_out,
    }
