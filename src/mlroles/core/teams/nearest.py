"""The team template that is nearest to a team."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role, TeamTemplate
from mlroles.core.model.vocabulary import Value
from mlroles.core.teams.file import TeamFile
from mlroles.core.teams.scope import Scope, scope_of, template_named
from mlroles.core.teams.team import Team


class Nearest(Value, frozen=True, kw_only=True):
    """The template that a team is nearest to, and what they have in common."""

    template: TeamTemplate
    shared: tuple[Role, ...]
    """The roles that both have."""
    roles: int
    """How many roles the two have together."""
    answered: float
    """The share, 0–1, of the template's activities that the team can answer for."""


def nearest_template(catalogue: Catalogue, team: Team) -> Nearest | None:
    """The template with the largest share of roles in common; None where there are no templates.

    The share is of all roles that one of the two has (Jaccard 1901). Of templates with the same
    share that one is nearest of whose activities the team can answer for most.
    """
    found = [_beside(catalogue, template, team) for template in catalogue.teams.values()]
    return max(found, key=lambda one: (len(one.shared) / one.roles, one.answered), default=None)


def scope_for(
    catalogue: Catalogue, file: TeamFile | None, team: Team | None, template: str | None = None
) -> tuple[Scope, Nearest | None]:
    """What a team has to cover, and the nearest template if neither call nor file names one.

    Raises what `scope_of` and `template_named` raise.
    """
    if name := template or (file.template if file else None):
        return scope_of(catalogue, template_named(catalogue, name), file), None
    nearest = nearest_template(catalogue, team) if team and catalogue.activities else None
    return scope_of(catalogue, nearest.template if nearest else None, file), nearest


def _beside(catalogue: Catalogue, template: TeamTemplate, team: Team) -> Nearest:
    mine = team.roles()
    theirs = {seat.role for seat in template.seats}
    scope = scope_of(catalogue, template)
    answered = [any(scope.answers(role.id, a.id) for role in mine) for a in scope.activities]
    return Nearest(
        template=template,
        shared=tuple(role for role in mine if role.id in theirs),
        roles=len(theirs | {role.id for role in mine}),
        answered=sum(answered) / max(1, len(answered)),
    )
