"""What a team covers and what not: who answers, how many could do it, and what is missing."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Activity, HandOff, Role, Skill
from mlroles.core.model.vocabulary import StageId, Value
from mlroles.core.teams.mentoring import Mentoring, mentoring
from mlroles.core.teams.scope import Scope, essentials
from mlroles.core.teams.team import Person, Team


class CheckedActivity(Value, frozen=True, kw_only=True):
    """An activity and those in the team who have to do with it."""

    activity: Activity
    accountable: tuple[Role, ...]
    """Who answers for it: nobody is a hole, two or more overlap."""
    responsible: tuple[Role, ...]
    """Who else does it."""
    able: tuple[Person, ...]
    """The people who could do it: those whose role answers for it or is responsible."""

    @property
    def depth(self) -> int:
        """How many people could do it."""
        return len(self.able)


class CheckedStage(Value, frozen=True, kw_only=True):
    """A stage of the life cycle; activities that belong to none stand under None."""

    stage: StageId | None
    activities: tuple[CheckedActivity, ...]

    @property
    def holes(self) -> tuple[CheckedActivity, ...]:
        """The activities that nobody answers for."""
        return tuple(a for a in self.activities if not a.accountable)

    @property
    def accountable(self) -> tuple[Role, ...]:
        """The roles that answer for something in it, those that answer for most first."""
        answers = [role for a in self.activities for role in a.accountable]
        roles = {role.id: role for role in answers}.values()
        return tuple(sorted(roles, key=lambda role: -answers.count(role)))

    @property
    def depth(self) -> int:
        """How many people could do something in it."""
        return len({id(person) for a in self.activities for person in a.able})


class SinglePoint(Value, frozen=True, kw_only=True):
    """Somebody without whom nobody could do some of the activities."""

    person: Person
    activities: tuple[Activity, ...]


class MissingSkill(Value, frozen=True, kw_only=True):
    """A skill that is wanted at a level that nobody holds it at; `held` is the highest, or 0."""

    skill: Skill
    needed: int
    held: int
    roles: tuple[str, ...]
    """The ids of the roles, in the team or the template, that it is essential to."""


class GreenSkill(Value, frozen=True, kw_only=True):
    """A skill of the green transition, who brings it, and the level that the template asks for."""

    skill: Skill
    brought: tuple[tuple[Person, int], ...]
    """Those who hold it with their level, the highest first."""
    needed: int | None

    @property
    def missing(self) -> bool:
        """Whether nobody brings it, or not at the level that is asked for."""
        return max((level for _, level in self.brought), default=0) < (self.needed or 1)


class TeamCheck(Value, frozen=True, kw_only=True):
    """What a team covers of what it has to."""

    team: Team
    scope: Scope
    stages: tuple[CheckedStage, ...]
    single_points: tuple[SinglePoint, ...]
    """The one with most activities first."""
    missing_skills: tuple[MissingSkill, ...]
    handoffs_missing: tuple[HandOff, ...]
    """Without a template those whose receiver is in the team and whose giver is not."""
    mentoring: Mentoring

    @property
    def activities(self) -> list[CheckedActivity]:
        """All that it has to cover, in the order of the stages."""
        return [activity for stage in self.stages for activity in stage.activities]

    @property
    def holes(self) -> list[Activity]:
        """What nobody answers for."""
        return [a.activity for a in self.activities if not a.accountable]

    @property
    def overlaps(self) -> list[CheckedActivity]:
        """What two or more roles answer for."""
        return [a for a in self.activities if len(a.accountable) > 1]


def check(catalogue: Catalogue, team: Team, scope: Scope) -> TeamCheck:
    """Measure a team against what it has to cover.

    Somebody whose own skills make the seat a stretch (see `Person.counts`) covers nothing.
    """
    counted = [person for person in team.people if person.counts]
    checked = [_activity(activity, counted, scope) for activity in scope.activities]
    stages = dict.fromkeys(a.activity.stage for a in checked)
    return TeamCheck(
        team=team,
        scope=scope,
        stages=tuple(
            CheckedStage(
                stage=stage, activities=tuple(a for a in checked if a.activity.stage == stage)
            )
            for stage in stages
        ),
        single_points=_single_points(checked, counted),
        missing_skills=_missing_skills(catalogue, team, scope),
        handoffs_missing=handoffs_missing({p.role.id for p in counted}, scope),
        mentoring=mentoring(catalogue.ladder, team),
    )


def handoffs_missing(roles: set[str], scope: Scope) -> tuple[HandOff, ...]:
    """The hand-offs that do not take place between these roles.

    Under a template those between its roles of which one is not there; without one, those that
    somebody waits for and nobody gives.
    """
    found = []
    for handoff in scope.handoffs:
        given, taken = handoff.from_role in roles, handoff.to_role in roles
        if (not given or not taken) if scope.template else (taken and not given):
            found.append(handoff)
    return tuple(found)


def green_skills(catalogue: Catalogue, check: TeamCheck) -> tuple[GreenSkill, ...]:
    """The catalogue's skills of the green transition, and who in a team brings which."""
    found = []
    for skill in catalogue.skills.values():
        if skill.green:
            brought = [(p, p.held[skill.id]) for p in check.team.people if skill.id in p.held]
            found.append(
                GreenSkill(
                    skill=skill,
                    brought=tuple(sorted(brought, key=lambda pair: -pair[1])),
                    needed=check.scope.template_skills.get(skill.id),
                )
            )
    return tuple(found)


def _activity(activity: Activity, people: Sequence[Person], scope: Scope) -> CheckedActivity:
    able = [person for person in people if scope.does(person.role.id, activity.id)]
    roles = {person.role.id: person.role for person in able}
    accountable = scope.accountable(list(roles), activity.id)
    return CheckedActivity(
        activity=activity,
        accountable=tuple(roles[id] for id in accountable),
        responsible=tuple(role for id, role in roles.items() if id not in accountable),
        able=tuple(able),
    )


def _single_points(
    checked: Sequence[CheckedActivity], people: Sequence[Person]
) -> tuple[SinglePoint, ...]:
    alone: dict[int, list[Activity]] = {}
    for activity in checked:
        if activity.depth == 1:
            alone.setdefault(id(activity.able[0]), []).append(activity.activity)
    points = [
        SinglePoint(person=person, activities=tuple(alone[id(person)]))
        for person in people
        if id(person) in alone
    ]
    return tuple(sorted(points, key=lambda point: -len(point.activities)))


def _missing_skills(catalogue: Catalogue, team: Team, scope: Scope) -> tuple[MissingSkill, ...]:
    needed = dict(scope.template_skills)
    wanted_by: dict[str, dict[str, None]] = {}
    seats = [(person.role, person.rung) for person in team.people]
    if scope.template:
        seats += [(catalogue.roles[seat.role], seat.rung) for seat in scope.template.seats]
    for role, rung in dict.fromkeys((role.id, rung) for role, rung in seats):
        for skill, level in essentials(catalogue.ladder, catalogue.roles[role], rung).items():
            needed[skill] = max(level, needed.get(skill, level))
            wanted_by.setdefault(skill, {})[role] = None
    held = {
        skill: max((person.held.get(skill, 0) for person in team.people), default=0)
        for skill in needed
    }
    return tuple(
        MissingSkill(
            skill=catalogue.skills[skill],
            needed=level,
            held=held[skill],
            roles=tuple(wanted_by.get(skill, ())),
        )
        for skill, level in sorted(needed.items())
        if held[skill] < level
    )
