"""Put two or more roles side by side: what they share, what only one has, and the scores."""

from collections.abc import Sequence
from itertools import combinations

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Activity, Requirement, Role, Skill
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.vocabulary import RaciLetter, Rung, Value, replace
from mlroles.core.moves.readiness import Readiness, held_by, readiness
from mlroles.core.roles.similarity import Similarity, similarity


class Pair(Value, frozen=True, kw_only=True):
    """Two of the roles compared, with the scores and the difference between them in words."""

    a: Role
    b: Role
    similarity: Similarity
    a_to_b: Readiness
    b_to_a: Readiness
    difference: str | None

    @property
    def moves(self) -> list[tuple[Role, Role, Readiness]]:
        """From one to the other and back: origin, target, and the readiness for the move."""
        return [(self.a, self.b, self.a_to_b), (self.b, self.a, self.b_to_a)]


class ComparedSkill(Value, frozen=True, kw_only=True):
    """A skill or tool and what the compared roles ask of it: role id -> requirement."""

    skill: Skill
    requirements: dict[str, Requirement]


class ComparedActivity(Value, frozen=True, kw_only=True):
    """An activity, the letters of the compared roles, and who in the catalogue answers for it."""

    activity: Activity
    letters: dict[str, RaciLetter]
    accountable: tuple[Role, ...]


class Comparison(Value, frozen=True, kw_only=True):
    """Roles side by side. Skills are ordered by how much they matter to the roles together."""

    roles: tuple[Role, ...]
    rung: Rung
    pairs: tuple[Pair, ...]
    shared: tuple[ComparedSkill, ...]
    """Asked for by all of the roles."""
    partly: tuple[ComparedSkill, ...]
    """Asked for by several of them, but not by all."""
    only: dict[str, tuple[ComparedSkill, ...]]
    """Asked for by one alone: role id -> skills."""
    activities: tuple[ComparedActivity, ...]

    @property
    def groups(self) -> list[tuple[ComparedSkill, ...]]:
        """The skills and tools of all roles, those of several, and those of each role alone."""
        return [self.shared, self.partly, *self.only.values()]


def compare(catalogue: Catalogue, roles: Sequence[Role], rung: Rung | None = None) -> Comparison:
    """Compare two or more different roles at one rung, by default the usual one.

    Raises `AskedWrongly` for fewer.
    """
    rung = rung or catalogue.ladder.usual
    remedy = "name two or more different roles"
    twice = next((role for place, role in enumerate(roles) if role in roles[:place]), None)
    if twice:
        raise AskedWrongly(f"{twice.name!r} is compared with itself", remedy)
    if len(roles) < 2:
        raise AskedWrongly("a comparison needs two roles", remedy)
    skills = _by_skill(catalogue, roles)
    return Comparison(
        roles=tuple(roles),
        rung=rung,
        pairs=tuple(_pair(catalogue, a, b, rung) for a, b in combinations(roles, 2)),
        shared=tuple(s for s in skills if len(s.requirements) == len(roles)),
        partly=tuple(s for s in skills if 1 < len(s.requirements) < len(roles)),
        only={
            role.id: tuple(s for s in skills if list(s.requirements) == [role.id]) for role in roles
        },
        activities=tuple(_activities(catalogue, roles)),
    )


def differences(comparison: Comparison) -> Comparison:
    """The comparison without what is the same for all of the roles.

    That is a skill with one importance and one level per rung, and an activity with one letter.
    """
    count = len(comparison.roles)
    return replace(
        comparison,
        shared=tuple(s for s in comparison.shared if _differs(s)),
        activities=tuple(
            a
            for a in comparison.activities
            if len(a.letters) < count or len(set(a.letters.values())) > 1
        ),
    )


def _differs(shared: ComparedSkill) -> bool:
    first, *others = shared.requirements.values()
    asked = (first.importance, first.essential, first.levels)
    return any((r.importance, r.essential, r.levels) != asked for r in others)


def _pair(catalogue: Catalogue, a: Role, b: Role, rung: Rung) -> Pair:
    told = [d.difference for d in a.not_to_be_confused_with if d.role == b.id]
    told += [d.difference for d in b.not_to_be_confused_with if d.role == a.id]
    return Pair(
        a=a,
        b=b,
        similarity=similarity(catalogue, a, b, rung),
        a_to_b=readiness(catalogue, held_by(a, rung), b, rung),
        b_to_a=readiness(catalogue, held_by(b, rung), a, rung),
        difference=told[0] if told else None,
    )


def _by_skill(catalogue: Catalogue, roles: Sequence[Role]) -> list[ComparedSkill]:
    found: dict[str, dict[str, Requirement]] = {}
    for role in roles:
        for requirement in [*role.skills, *role.tools]:
            found.setdefault(requirement.skill, {})[role.id] = requirement
    skills = [
        ComparedSkill(skill=catalogue.skills[skill], requirements=requirements)
        for skill, requirements in found.items()
    ]

    def weight(shared: ComparedSkill) -> tuple[int, int, str]:
        asked = shared.requirements.values()
        return (
            -sum(r.importance for r in asked),
            -sum(r.total(catalogue.ladder) for r in asked),
            shared.skill.id,
        )

    return sorted(skills, key=weight)


def _activities(catalogue: Catalogue, roles: Sequence[Role]) -> list[ComparedActivity]:
    letters: dict[str, dict[str, RaciLetter]] = {}
    for role in roles:
        for responsibility in role.responsibilities:
            letters.setdefault(responsibility.activity, {})[role.id] = responsibility.raci
    return [
        ComparedActivity(
            activity=activity,
            letters=letters[activity.id],
            accountable=tuple(catalogue.roles[r] for r in catalogue.accountable(activity.id)),
        )
        for activity in catalogue.activities.values()
        if activity.id in letters
    ]
