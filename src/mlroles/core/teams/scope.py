"""What a team has to cover: activities, who answers for them, skills and hand-offs."""

from collections.abc import Mapping, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Activity, HandOff, Role, TeamTemplate
from mlroles.core.model.errors import NothingFound
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.names import choose
from mlroles.core.model.vocabulary import Id, RaciLetter, Rung, Value
from mlroles.core.roles.listing import stage_called
from mlroles.core.teams.file import TeamFile

Letters = Mapping[Id, Mapping[Id, RaciLetter]]
"""Activity -> role -> what the role does in it."""


class Scope(Value, frozen=True, kw_only=True):
    """What a team has to cover, after a template or, without one, all that the catalogue knows."""

    template: TeamTemplate | None
    activities: tuple[Activity, ...]
    """In the order of the catalogue, which is that of the stages."""
    named: dict[Id, Id]
    """Activity -> the role that answers for it whatever the letters say."""
    handoffs: tuple[HandOff, ...]
    """Those between the roles of the template; without one, all."""
    letters: Letters
    ladder: Ladder

    @property
    def template_skills(self) -> dict[Id, int]:
        """The skills that the template itself asks for: skill -> level."""
        return self.template.skills if self.template else {}

    def answers(self, role: Id, activity: Id) -> bool:
        """Whether a role can be accountable: its letter is A, or it is named for the activity."""
        letter = self.letters.get(activity, {}).get(role)
        return letter == "A" or self.named.get(activity) == role

    def does(self, role: Id, activity: Id) -> bool:
        """Whether a role can do an activity: it is responsible or answers for it."""
        return self.letters.get(activity, {}).get(role) == "R" or self.answers(role, activity)

    def accountable(self, roles: Sequence[Id], activity: Id) -> list[Id]:
        """Those of some roles who answer for an activity: the named one, or all that can."""
        answering = [role for role in roles if self.answers(role, activity)]
        return [role for role in answering if self.named.get(activity) == role] or answering

    def rung(self, role: Id) -> Rung:
        """The rung that a role is wanted at: the template's first for it, or else the usual one."""
        seats = self.template.seats if self.template else []
        return next((seat.rung for seat in seats if seat.role == role), self.ladder.usual)


def scope_of(
    catalogue: Catalogue, template: TeamTemplate | None, file: TeamFile | None = None
) -> Scope:
    """What a team has to cover, after a template and what a team's own file says.

    That are the activities of its stages and those that its template names somebody for.
    Without stages of its own or of a template a team covers all. Raises `NothingFound` where
    the catalogue knows no activities, and `AskedWrongly` for names that there are not.
    """
    if not catalogue.activities:
        raise NothingFound(
            "this catalogue knows no activities that a team could cover",
            "use a catalogue that does, such as the bundled one",
        )
    own = [stage_called(catalogue, stage) for stage in (file.stages if file else ())]
    stages = own or (template.stages if template else [])
    left_out = {known_activity(catalogue, id) for id in (file.leaves_out if file else ())}
    named = {
        known_activity(catalogue, activity): catalogue.role(role).id
        for activity, role in (file.accountable.items() if file else ())
    }
    if template:
        left_out |= {item.activity for item in template.leaves_out}
        named = template.accountable | named
    beyond = template.accountable if template and not (file and file.stages) else {}
    roles = {seat.role for seat in template.seats} if template else set()
    activities = [
        activity
        for activity in catalogue.activities.values()
        if activity.id not in left_out
        and (not stages or activity.stage in stages or activity.id in beyond)
    ]
    return Scope(
        template=template,
        activities=tuple(activities),
        named=named,
        handoffs=tuple(
            handoff
            for handoff in catalogue.handoffs.values()
            if handoff.from_role != handoff.to_role
            and (not stages or handoff.stage in stages)
            and (not template or {handoff.from_role, handoff.to_role} <= roles)
        ),
        letters={a.id: dict(catalogue.duties.get(a.id, ())) for a in activities},
        ladder=catalogue.ladder,
    )


def essentials(ladder: Ladder, role: Role, rung: Rung) -> dict[Id, int]:
    """What nobody is hired for a role without: skill -> level 1–4 at a rung."""
    needed = (need for need in role.requirements if need.essential_at(rung, ladder))
    return {need.skill: need.at(rung) for need in needed}


def template_named(catalogue: Catalogue, name: str) -> TeamTemplate:
    """The team template of an id or name. Raises `AskedWrongly`, with suggestions."""
    names = {
        name: team
        for team in catalogue.teams.values()
        for name in (team.id, team.name, *team.alternate_names)
    }
    return names[choose(name, names, "team template", list(catalogue.teams))]


def known_activity(catalogue: Catalogue, id: str) -> Id:
    """The id of an activity, however it is spelt. Raises `AskedWrongly`, with suggestions."""
    names = {name: a.id for a in catalogue.activities.values() for name in (a.id, a.name)}
    return names[choose(id, names, "activity", list(catalogue.activities))]
