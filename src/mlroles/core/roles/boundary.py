"""Where the work of one role ends and that of another begins."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Activity, HandOff, Requirement, Responsibility, Role, Skill
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.vocabulary import RaciLetter, Value


class BoundaryActivity(Value, frozen=True, kw_only=True):
    """An activity that at least one of the roles takes part in, and what each does in it."""

    activity: Activity
    duties: dict[str, Responsibility]
    """Role id -> its part, for the roles that have one."""
    elsewhere: tuple[str, ...]
    """The ids of other roles that answer for it."""

    @property
    def doers(self) -> list[str]:
        """The ids of the roles that do it: they are responsible or accountable."""
        return [role for role, duty in self.duties.items() if duty.raci in "RA"]

    @property
    def accountable(self) -> list[str]:
        """The ids of those of the roles that answer for it."""
        return [role for role, duty in self.duties.items() if duty.raci == "A"]

    @property
    def contested(self) -> bool:
        """Whether two or more of them answer for it, or several do it and no role answers."""
        nobody = not self.accountable and not self.elsewhere
        return len(self.accountable) > 1 or (len(self.doers) > 1 and nobody)

    def letter(self, role: str) -> RaciLetter | None:
        """What a role does in it, or None."""
        return self.duties[role].raci if role in self.duties else None


class BoundaryTool(Value, frozen=True, kw_only=True):
    """A tool, and how much of it the roles ask for: role id -> requirement."""

    tool: Skill
    asked: dict[str, Requirement]


class Boundary(Value, frozen=True, kw_only=True):
    """What lies between two or three roles."""

    roles: tuple[Role, ...]
    activities: tuple[BoundaryActivity, ...]
    """In the order of the stages."""
    handoffs: tuple[HandOff, ...]
    """From one of them to another, in the order of the stages."""
    tools: tuple[BoundaryTool, ...]
    """The one that matters most to the roles together comes first."""

    def only(self, role: Role) -> list[Activity]:
        """What this role alone of them does."""
        return [a.activity for a in self.activities if a.doers == [role.id]]

    @property
    def contested(self) -> list[BoundaryActivity]:
        """What two would answer for, or several do and nobody answers for."""
        return [a for a in self.activities if a.contested]

    @property
    def shared_tools(self) -> list[BoundaryTool]:
        """The tools that all of them ask for."""
        return [tool for tool in self.tools if len(tool.asked) == len(self.roles)]

    def own_tools(self, role: Role) -> list[BoundaryTool]:
        """The tools that this role alone of them asks for."""
        return [tool for tool in self.tools if list(tool.asked) == [role.id]]


def boundary(catalogue: Catalogue, roles: Sequence[Role]) -> Boundary:
    """What lies between two or three different roles. Raises `AskedWrongly` for other numbers."""
    if not 2 <= len({role.id for role in roles}) == len(roles) <= 3:
        raise AskedWrongly(
            "a boundary lies between two or three different roles",
            "name them, such as 'mlroles boundary mlops devops'",
        )
    stages = [*catalogue.stages, None]
    ids = [role.id for role in roles]
    handoffs = [h for h in catalogue.handoffs.values() if h.from_role in ids and h.to_role in ids]
    return Boundary(
        roles=tuple(roles),
        activities=tuple(_activities(catalogue, roles)),
        handoffs=tuple(sorted(handoffs, key=lambda h: stages.index(h.stage))),
        tools=tuple(_tools(catalogue, roles)),
    )


def _activities(catalogue: Catalogue, roles: Sequence[Role]) -> list[BoundaryActivity]:
    duties: dict[str, dict[str, Responsibility]] = {}
    for role in roles:
        for duty in role.responsibilities:
            duties.setdefault(duty.activity, {})[role.id] = duty
    ids = {role.id for role in roles}
    return [
        BoundaryActivity(
            activity=activity,
            duties=duties[activity.id],
            elsewhere=tuple(r for r in catalogue.accountable(activity.id) if r not in ids),
        )
        for activity in catalogue.activities.values()
        if activity.id in duties
    ]


def _tools(catalogue: Catalogue, roles: Sequence[Role]) -> list[BoundaryTool]:
    asked: dict[str, dict[str, Requirement]] = {}
    for role in roles:
        for need in role.tools:
            asked.setdefault(need.skill, {})[role.id] = need
    tools = [BoundaryTool(tool=catalogue.skills[id], asked=needs) for id, needs in asked.items()]
    return sorted(tools, key=lambda t: (-sum(n.importance for n in t.asked.values()), t.tool.id))
