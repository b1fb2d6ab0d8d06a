"""The Python face: a loaded catalogue, and the questions of the command line as its methods."""

from collections.abc import Sequence

from mlroles.catalogue import load as loading
from mlroles.core import catalogue as entries
from mlroles.core.model.entries import Role, Skill
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves import gap, profile, readiness
from mlroles.core.moves.position import position
from mlroles.core.roles import similarity


def load(paths: str | Sequence[str] | None = None) -> "Catalogue":
    """Load a catalogue in a folder or file, or several that lie over each other, lowest first."""
    return Catalogue(loading.load(paths))


class Catalogue:
    """A loaded catalogue."""

    def __init__(self, loaded: entries.Catalogue) -> None:
        """Take the entries."""
        self._entries = loaded

    def role(self, name: str) -> Role:
        """The role of this name. Raises `AskedWrongly`: unknown, ambiguous, or a skill."""
        return self._entries.role(name)

    def skill(self, name: str) -> Skill:
        """The skill or tool of this name. Raises `UnknownName` or `AmbiguousName`."""
        return self._entries.skill(name)

    def similarity(self, a: str, b: str, rung: Rung = "mid") -> similarity.Similarity:
        """How alike two roles, given by name, are."""
        return similarity.similarity(self._entries, self.role(a), self.role(b), rung)

    def gap(self, origin: str, target: str) -> gap.Gap:
        """What a move takes, from ROLE@RUNG to another."""
        start = profile.role_profile(*position(self._entries, origin))
        return gap.gap(self._entries, start, *position(self._entries, target))

    def readiness(self, origin: str, target: str, rung: Rung = "mid") -> readiness.Readiness:
        """How ready somebody in one role is for another."""
        held = readiness.held_by(self.role(origin), rung)
        return readiness.readiness(self._entries, held, self.role(target), rung)
