"""The JSON of a team template, key by key."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.team import TeamTemplate
from mlroles.present.payload import Payload, named_payload


def template_payload(catalogue: Catalogue, team: TeamTemplate) -> Payload:
    """A team template."""
    return {
        "id": team.id,
        "name": team.name,
        "alternate_names": list(team.alternate_names),
        "goal": team.goal,
        "seats": [
            {
                "role": named_payload(catalogue, seat.role),
                "rung": seat.rung,
                "people": seat.people,
                "share": seat.share,
                "without": seat.without,
            }
            for seat in team.seats
        ],
        "stages": list(team.stages),
        "accountable": [
            {
                "id": activity,
                "name": catalogue.activities[activity].name,
                "role": named_payload(catalogue, role),
            }
            for activity, role in team.accountable.items()
        ],
        "leaves_out": [
            {
                "id": item.activity,
                "name": catalogue.activities[item.activity].name,
                "reason": item.reason,
            }
            for item in team.leaves_out
        ],
        "skills": [
            {"id": skill, "name": catalogue.skills[skill].name, "level": level}
            for skill, level in team.skills.items()
        ],
        "later_seats": [
            {"role": named_payload(catalogue, seat.role), "rung": seat.rung, "when": seat.when}
            for seat in team.later_seats
        ],
        "sources": list(team.sources),
        "reviewed": team.reviewed,
    }
