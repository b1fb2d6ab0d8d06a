"""What kind of move leads from one position to another: up or not, near or far, with its pay."""

from typing import Literal

from mlroles.core.model.entries import Role
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.readiness import Verdict
from mlroles.core.pay.change import PayChange, pay_change
from mlroles.core.pay.figures import PREFERRED

Kind = Literal["advancement", "lateral advancement", "similar", "lateral", "down"]

MORE_PAY = 1.1
"""From what ratio on a move within one rung pays more, not about the same."""

ENOUGH_PAY = 0.75
"""The least ratio of the pay that a desirable move leads to (Kanders et al. 2020, Nesta)."""


class Transition(Value, frozen=True, kw_only=True):
    """The kind of a move, and what it rests on.

    A move to a lower rung goes down, whatever it pays. The other four kinds are those of
    Lightcast's Career Pathways: an advancement pays more within one group of occupations, a
    lateral advancement pays more in another group, a similar position pays about the same within
    the group and a lateral one in another. The groups here are the families of roles. A higher
    rung that pays no less is an advancement too; where the pay is unknown the rung alone decides.
    """

    kind: Kind
    same_family: bool
    rungs: int
    """How many rungs the move goes up; below 0 where it goes down."""
    pay: PayChange | None
    """None where it is unknown."""

    def desirable(self, verdict: Verdict) -> bool | None:
        """Whether a move of this verdict is viable and pays enough; None where pay is unknown."""
        if verdict == "stretch":
            return False
        return None if self.pay is None else round(self.pay.ratio, 2) >= ENOUGH_PAY


def transition(
    ladder: Ladder,
    origin: tuple[Role, Rung],
    target: tuple[Role, Rung],
    country: str = PREFERRED,
) -> Transition:
    """The kind of the move from one role at a rung to another, with pay in one country."""
    pay = pay_change(origin, target, country)
    rungs = ladder.up(origin[1], target[1])
    up = rungs > 0 if pay is None else pay.ratio >= (1 if rungs > 0 else MORE_PAY)
    same = origin[0].family == target[0].family
    near: Kind = "advancement" if up else "similar"
    far: Kind = "lateral advancement" if up else "lateral"
    kind: Kind = "down" if rungs < 0 else near if same else far
    return Transition(kind=kind, same_family=same, rungs=rungs, pay=pay)
