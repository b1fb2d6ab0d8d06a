"""The JSON of a boundary between roles, key by key."""

from mlroles.core.boundary import Boundary
from mlroles.core.catalogue import Catalogue
from mlroles.present.payload import Payload, handoffs_payload, names_payload


def boundary_payload(catalogue: Catalogue, boundary: Boundary) -> Payload:
    """Who does what, what changes hands, and what is contested."""
    roles = boundary.roles
    return {
        "roles": names_payload(roles),
        "activities": [
            {
                "id": shared.activity.id,
                "name": shared.activity.name,
                "stage": shared.activity.stage,
                "statement": shared.activity.statement,
                "raci": {role.id: shared.letter(role.id) for role in roles},
                "statements": {
                    role.id: shared.duties[role.id].statement if role.id in shared.duties else None
                    for role in roles
                },
                "contested": shared.contested,
                "accountable_elsewhere": [
                    {"id": id, "name": catalogue.role_names[id]} for id in shared.elsewhere
                ],
            }
            for shared in boundary.activities
        ],
        "handoffs": handoffs_payload(catalogue, boundary.handoffs),
        "only": {role.id: names_payload(boundary.only(role)) for role in roles},
        "contested": names_payload([shared.activity for shared in boundary.contested]),
        "tools": {
            "shared": names_payload(tool.tool for tool in boundary.shared_tools),
            "only": {
                role.id: names_payload(tool.tool for tool in boundary.own_tools(role))
                for role in roles
            },
        },
    }
