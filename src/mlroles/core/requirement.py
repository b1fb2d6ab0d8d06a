"""The shape of what a role asks for: a skill, how important it is, and its level at each rung."""

from typing import Annotated

from mlroles.core.vocabulary import Id, Importance, Level, Part, Rung, about


class RungLevels(Part, frozen=True, kw_only=True):
    """The level of a skill that each rung asks for."""

    junior: Level
    mid: Level
    senior: Level
    lead: Level

    def at(self, rung: Rung) -> int:
        """The level that one rung asks for."""
        level: int = getattr(self, rung)
        return level

    def told(self) -> tuple[int, int, int, int]:
        """The levels of all rungs, lowest first."""
        return self.junior, self.mid, self.senior, self.lead

    def total(self) -> int:
        """The sum over the four rungs, to order requirements of one importance."""
        return sum(self.told())


UNRATED = RungLevels(junior=3, mid=3, senior=3, lead=3)
"""What counts where a requirement names no levels: the same at all rungs, shown as unknown.

Scores are ratios of sums over levels, so one level for all of them leaves importance alone to
weigh; 3, practitioner, is who works alone.
"""


class Requirement(Part, frozen=True, kw_only=True):
    """How much of a skill a role asks for."""

    skill: Annotated[Id, about("a skill")]
    importance: Importance
    essential: Annotated[bool, about("true where nobody is hired without it")] = False
    levels: Annotated[
        RungLevels, about("left out where the source tells none: 3 at all rungs counts")
    ] = UNRATED
    note: Annotated[str | None, about("needed where a higher rung asks for less")] = None

    @property
    def rated(self) -> bool:
        """Whether its levels are known."""
        return self.levels is not UNRATED
