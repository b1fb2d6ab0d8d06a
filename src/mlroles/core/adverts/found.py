"""What is found in the text of an advert or a CV, each finding with the words that show it."""

from collections.abc import Callable
from functools import cached_property
from typing import Literal

from mlroles.core.model.vocabulary import Value

Finding = Literal["named", "suggested"]
"""Named: a name of the skill stands in the text; it counts. Suggested: a sentence is about it."""


ReasonKind = Literal["name", "skill", "word", "duty"]
"""A name of the role, a skill, a word that is said among the duties or elsewhere."""


class Passage(Value, frozen=True, kw_only=True):
    """Words of a text, and where they stand: `text[start:end]`."""

    words: str
    start: int
    end: int


class FoundSkill(Value, frozen=True, kw_only=True):
    """A skill that a text names or suggests.

    `required` is True if it is asked for, False if it is nice to have, None if the text does
    not say. `level` is 1 to 4 where the text supports one. `certainty` is 0 to 1.
    """

    skill: str
    finding: Finding
    evidence: tuple[Passage, ...]
    required: bool | None = None
    level: int | None = None
    level_place: Passage | None = None
    """Where the level is said."""
    certainty: float = 1.0

    @property
    def place(self) -> Passage:
        """The place that says most: that of the level, or else the first."""
        return self.level_place or self.evidence[0]


class Reason(Value, frozen=True, kw_only=True):
    """One part of a role's score, in natural logarithms: the parts add up to it."""

    kind: ReasonKind
    what: str
    weight: float
    passage: Passage


class RoleShare(Value, frozen=True, kw_only=True, dict=True):
    """How probable a role is, 0 to 1, and its score: the sum of the weights of its reasons."""

    role: str
    probability: float
    score: float
    explain: Callable[[int | None], list[Reason]]
    """Makes so many reasons, those that weigh most for the role or against it; None: all."""

    @cached_property
    def reasons(self) -> list[Reason]:
        """All reasons; made when they are first looked at, since there are many."""
        return self.explain(None)
