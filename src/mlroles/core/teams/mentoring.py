"""How many juniors a team can carry: each, at a mentored rung, needs somebody to learn from."""

from collections.abc import Mapping, Sequence

from mlroles.core.model.entries import Role
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.teams.scope import essentials
from mlroles.core.teams.team import Person, Team

PRACTITIONER = 3
"""The level from which one helps others with a skill, whatever they need."""


class Mentoring(Value, frozen=True, kw_only=True):
    """Who in a team learns from whom, and how many juniors more it could carry."""

    pairs: tuple[tuple[Person, Person], ...]
    """(junior, mentor)."""
    alone: tuple[Person, ...]
    """The juniors that nobody is left to teach."""
    room: tuple[tuple[Person, tuple[Role, ...]], ...]
    """Those who could carry a junior more, with the roles of the team that they could teach."""

    @property
    def capacity(self) -> int:
        """How many juniors the team can teach, those that it has included."""
        return len(self.pairs) + len(self.room)


def mentoring(ladder: Ladder, team: Team) -> Mentoring:
    """Pair each junior with a mentor so that as many as possible have one.

    A mentor is not a junior. In every skill that is essential to the junior's role, a mentor is a
    level above what a junior is asked for, or a practitioner. Each has one junior.
    """
    juniors = [person for person in team.people if person.rung in ladder.mentored]
    others = [person for person in team.people if person.rung not in ladder.mentored]
    able = [
        [i for i, p in enumerate(others) if can_teach(ladder, p.held, j.role, j.rung)]
        for j in juniors
    ]
    mentor_of = _matched(able)
    free = [p for i, p in enumerate(others) if i not in mentor_of.values()]
    room = []
    for person in free if ladder.mentored else ():
        lowest = ladder.mentored[0]
        roles = tuple(r for r in team.roles() if can_teach(ladder, person.held, r, lowest))
        if roles:
            room.append((person, roles))
    return Mentoring(
        pairs=tuple((juniors[j], others[i]) for j, i in sorted(mentor_of.items())),
        alone=tuple(p for j, p in enumerate(juniors) if j not in mentor_of),
        room=tuple(room),
    )


def can_teach(ladder: Ladder, held: Mapping[str, int], role: Role, rung: Rung) -> bool:
    """Whether skills held (id -> level) are enough to teach somebody at a rung of a role.

    A role to which nothing is essential gives nothing to measure by, so nobody can.
    """
    needed = essentials(ladder, role, rung).items()
    return bool(needed) and all(
        held.get(skill, 0) >= min(PRACTITIONER, level + 1) for skill, level in needed
    )


def _matched(able: Sequence[Sequence[int]]) -> dict[int, int]:
    """As many juniors as possible, each with a mentor of its own: junior -> mentor.

    Augmenting paths (Kuhn 1955): a junior without a mentor takes one whose junior can have another.
    """
    mentor_of: dict[int, int] = {}

    def find(junior: int, tried: set[int]) -> bool:
        for mentor in able[junior]:
            if mentor not in tried:
                tried.add(mentor)
                holder = next((j for j, m in mentor_of.items() if m == mentor), None)
                if holder is None or find(holder, tried):
                    mentor_of[junior] = mentor
                    return True
        return False

    for junior in range(len(able)):
        find(junior, set())
    return mentor_of
