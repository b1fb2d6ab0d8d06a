"""The career ladder of a catalogue: its rungs, lowest first."""

from collections.abc import Sequence
from typing import Annotated

from mlroles.core.model.vocabulary import Id, Part, Rung, Text, Value, about


class LadderRung(Part, frozen=True, kw_only=True):
    """A rung of a catalogue's career ladder."""

    id: Annotated[Id, about("as it is typed after '@', such as senior or ic3")]
    name: Annotated[Text | None, about("as people say it, such as Engineer III")] = None
    alternate_names: Annotated[list[Text], about("words in job titles that mean it")] = []
    former_ids: Annotated[
        list[Id], about("rungs of the catalogue below that it stands for, lowest first")
    ] = []
    mentored: Annotated[
        bool, about("true where each needs somebody to learn from; if none is, the lowest is")
    ] = False


class Ladder(Value, frozen=True, kw_only=True):
    """The rungs of a catalogue, lowest first; see `ladder_of`."""

    rungs: tuple[LadderRung, ...]
    ids: tuple[Rung, ...]
    mentored: tuple[Rung, ...]
    """The rungs at which each needs somebody to learn from: the juniors of a team."""

    @property
    def lowest(self) -> Rung:
        """The rung where people begin."""
        return self.ids[0]

    @property
    def highest(self) -> Rung:
        """The rung that none is above."""
        return self.ids[-1]

    @property
    def usual(self) -> Rung:
        """The rung that is meant where none is named: the middle one, the lower of two."""
        return self.ids[(len(self.ids) - 1) // 2]

    def place(self, rung: Rung) -> int:
        """How many rungs stand below one."""
        return self.ids.index(rung)

    def up(self, origin: Rung, target: Rung) -> int:
        """How many rungs the target stands above the origin; below 0 where it stands below."""
        return self.ids.index(target) - self.ids.index(origin)

    def from_on(self, rung: Rung | None) -> tuple[Rung, ...]:
        """A rung and those above it; all without one."""
        return self.ids[self.place(rung) :] if rung else self.ids

    def typed(self, role: Id, rung: Rung) -> str:
        """A position as one types it: ROLE, or ROLE@RUNG where the rung is not the usual one."""
        return role if rung == self.usual else f"{role}@{rung}"


def ladder_of(rungs: Sequence[LadderRung]) -> Ladder:
    """The ladder of rungs that a catalogue names, lowest first."""
    ids = tuple(rung.id for rung in rungs)
    mentored = tuple(rung.id for rung in rungs if rung.mentored)
    return Ladder(rungs=tuple(rungs), ids=ids, mentored=mentored or ids[: len(ids) > 1])


LADDER = ladder_of([LadderRung(id=id) for id in ("junior", "mid", "senior", "lead")])
"""The ladder of the bundled catalogue, and of each that names no rungs."""
