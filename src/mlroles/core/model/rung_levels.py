"""The level of a skill at each rung, told or unknown."""

from mlroles.core.model.vocabulary import RUNGS, Level, Part, Rung


class RungLevels(Part, frozen=True, kw_only=True):
    """The level of a skill that each rung asks for; a rung that is left out is unknown."""

    junior: Level | None = None
    mid: Level | None = None
    senior: Level | None = None
    lead: Level | None = None

    def known(self, rung: Rung) -> int | None:
        """The level that one rung asks for, or None where it is not told."""
        level: int | None = getattr(self, rung)
        return level

    def at(self, rung: Rung) -> int:
        """The level that counts at one rung: what it asks for, or `UNKNOWN_LEVEL`."""
        return self.known(rung) or UNKNOWN_LEVEL

    def told(self) -> tuple[int | None, ...]:
        """The levels of all rungs, lowest first."""
        return self.junior, self.mid, self.senior, self.lead

    def total(self) -> int:
        """The sum over the four rungs, to order requirements of one importance."""
        return sum(map(self.at, RUNGS))


UNKNOWN_LEVEL = 3
"""What counts where nobody tells a level; it is shown as unknown.

Scores are ratios of sums over levels, so one level for all of them leaves importance alone to
weigh; 3, practitioner, is who works alone.
"""

UNRATED = RungLevels()
"""What stands where a requirement names no levels."""
