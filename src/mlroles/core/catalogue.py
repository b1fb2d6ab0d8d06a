"""The catalogue as a value: all entries by id, and the questions one asks of it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal

from mlroles.core.finding.index import BuiltIndex
from mlroles.core.model.advert_figures import AdvertFigures
from mlroles.core.model.entries import (
    Activity,
    Family,
    HandOff,
    Requirement,
    Role,
    Skill,
    Source,
    Stage,
    TeamTemplate,
    Topic,
)
from mlroles.core.model.errors import AskedWrongly, UnknownName
from mlroles.core.model.ladder import LADDER, Ladder
from mlroles.core.model.layer import Layer
from mlroles.core.model.names import Claim, Entry, EntryKind, claims, fold, pick, told_apart
from mlroles.core.model.vocabulary import Id, RaciLetter, Value

Direction = Literal["gives", "receives"]


class Catalogue(Value, frozen=True, kw_only=True):
    """Everything that is known, by id; the order is that of the files, sorted."""

    roles: Mapping[Id, Role]
    skills: Mapping[Id, Skill]
    families: Mapping[Id, Family]
    stages: Mapping[Id, Stage]
    activities: Mapping[Id, Activity]
    handoffs: Mapping[Id, HandOff]
    teams: Mapping[Id, TeamTemplate]
    topics: Mapping[Id, Topic]
    sources: Mapping[Id, Source]
    names: Mapping[str, list[Claim]]
    """Folded name -> the roles and skills that answer to it."""
    role_names: Mapping[Id, str]
    """What each role is called, for those who want no more of it than that."""
    uses: Mapping[Id, list[Id]]
    """Skill or tool -> the roles that ask for it."""
    duties: Mapping[Id, list[tuple[Id, RaciLetter]]]
    """Activity -> the roles that take part in it, each with its letter."""
    index: Mapping[str, bytes]
    """What searching reads, in numbered parts; see `mlroles.core.finding.index`."""
    ladder: Ladder
    """The rungs that its roles have, unless they leave some out."""
    adverts: Mapping[str, AdvertFigures] = {}
    """Under "roles" the figures by which the role of an advert is recognised, if there are any."""
    layers: list[Layer]
    """The catalogues that this one was laid out of, the lowest first."""
    origins: Mapping[str, int]
    """Entry, as "roles/ml-engineer" or "pay/ml-engineer/US" -> its layer, if not the lowest."""

    def role(self, name: str) -> Role:
        """The role of this name. Raises `AskedWrongly`: unknown, ambiguous, or a skill."""
        called = self.roles_called(name)
        self._check_taken_away(called, name)
        if not called and (skills := self.skills_called(name)):
            raise AskedWrongly(
                f"{name!r} is a skill, not a role",
                f"see 'mlroles show {skills[0].id}' for the roles that need it",
            )
        return pick(called, name, "role", lambda: self._near(name, "role"))

    def skill(self, name: str) -> Skill:
        """The skill or tool of this name. Raises `UnknownName` or `AmbiguousName`."""
        called = self.skills_called(name)
        self._check_taken_away(called, name)
        return pick(called, name, "skill", lambda: self._near(name, "skill"))

    def entry(self, name: str) -> Entry:
        """The role or skill of this name. Raises `UnknownName` or `AmbiguousName`."""
        called: list[Entry] = [*self.roles_called(name), *self.skills_called(name)]
        self._check_taken_away(called, name)
        return pick(called, name, "role or skill", lambda: self._near(name))

    def shared_name(self, name: str, entry: Entry, kinds: Collection[EntryKind]) -> str:
        """Say of a name that was taken as an entry's which others of some kinds have it, if any."""
        claims = [id for kind, id in self.names.get(fold(name), ()) if kind in kinds]
        others = ", ".join(id for id in claims if id != entry.id)
        taken = others and name != entry.id
        return f"{name!r} is taken as {entry.id}; others have the name too: {others}" * bool(taken)

    def _check_taken_away(self, called: Sequence[Entry], name: str) -> None:
        """Raise `UnknownName` where nothing is called so because a layer took it away."""
        for layer in self.layers if not called else ():
            if any(fold(one.partition("/")[2]) == fold(name) for one in layer.removed):
                raise UnknownName(
                    f"{name!r} is taken away by the layer {layer.name!r}",
                    "see 'mlroles catalogue', or leave that layer out",
                )

    def roles_called(self, name: str) -> list[Role]:
        """The roles that answer to a name; mostly one or none."""
        return [self.roles[id] for kind, id in self.names.get(fold(name), ()) if kind == "role"]

    def skills_called(self, name: str) -> list[Skill]:
        """The skills that answer to a name; mostly one or none."""
        return [self.skills[id] for kind, id in self.names.get(fold(name), ()) if kind == "skill"]

    def is_skill(self, name: str) -> bool:
        """Whether a skill answers to a name."""
        return any(kind == "skill" for kind, _ in self.names.get(fold(name), ()))

    def _near(self, name: str, kind: EntryKind | None = None) -> list[str]:
        from mlroles.core.finding.search import suggestions  # only a miss pays for it

        return suggestions(self.index, name, kind)

    def layer_of(self, *known: str) -> str:
        """The name of the layer that something comes from, such as "roles/ml-engineer".

        Of several the first that is not from the lowest layer tells; empty without layers.
        """
        if not self.layers:
            return ""
        number = next((self.origins[one] for one in known if one in self.origins), 0)
        return self.layers[number].name

    def entries(self) -> list[Entry]:
        """All roles and skills."""
        return [*self.roles.values(), *self.skills.values()]

    def requirements(self, skill: Skill) -> list[tuple[Role, Requirement]]:
        """The roles that ask for a skill and how much, the most important first."""
        found = [
            (role, requirement)
            for role in map(self.roles.__getitem__, self.uses.get(skill.id, ()))
            for requirement in [*role.skills, *role.tools]
            if requirement.skill == skill.id
        ]
        return sorted(
            found,
            key=lambda pair: (-pair[1].importance, -pair[1].total(self.ladder), pair[0].id),
        )

    def accountable(self, activity: Id) -> list[Id]:
        """The roles that answer for an activity."""
        return [role for role, letter in self.duties.get(activity, ()) if letter == "A"]

    def handoffs_of(self, role: Role) -> list[tuple[Direction, str, HandOff]]:
        """What a role receives, then what it gives: (direction, other role's name, hand-off)."""
        stages = [*self.stages, None]
        handoffs = sorted(self.handoffs.values(), key=lambda h: stages.index(h.stage))
        received: list[tuple[Direction, str, HandOff]] = [
            ("receives", self.role_names[h.from_role], h) for h in handoffs if h.to_role == role.id
        ]
        given: list[tuple[Direction, str, HandOff]] = [
            ("gives", self.role_names[h.to_role], h) for h in handoffs if h.from_role == role.id
        ]
        return [*received, *given]


def assemble(
    entries: Mapping[str, Mapping[Id, Any]],
    layers: Sequence[Layer] = (),
    origins: Mapping[str, int] | None = None,
    ladder: Ladder = LADDER,
    adverts: Mapping[str, AdvertFigures] | None = None,
) -> Catalogue:
    """The catalogue of these entries: collection -> id -> entry; all collections are there.

    `layers` are what it was laid out of, lowest first, and `origins` says of each entry that
    is not from the lowest which one it is from.
    """
    entries = {**entries, **{kind: told_apart(entries[kind]) for kind in ("roles", "skills")}}
    uses: dict[Id, list[Id]] = {}
    duties: dict[Id, list[tuple[Id, RaciLetter]]] = {}
    for role in entries["roles"].values():
        for requirement in (*role.skills, *role.tools):
            uses.setdefault(requirement.skill, []).append(role.id)
        for duty in role.responsibilities:
            duties.setdefault(duty.activity, []).append((role.id, duty.raci))

    def index() -> dict[str, bytes]:
        from mlroles.core.finding.indexing import build_index  # only what is compiled needs it

        parts = (entries[name] for name in ("roles", "skills", "activities", "families"))
        return build_index(*parts)

    return Catalogue(
        **entries,
        index=BuiltIndex(index),
        names=claims(entries["roles"].values(), entries["skills"].values()),
        role_names={id: role.name for id, role in entries["roles"].items()},
        uses=uses,
        duties=duties,
        ladder=ladder,
        layers=list(layers),
        origins=dict(origins or {}),
        adverts=adverts or {},
    )
