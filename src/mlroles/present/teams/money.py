"""What people of a team are paid, in short."""

from collections.abc import Sequence

from mlroles.core.pay.figures import PayAt
from mlroles.present.page.blocks import UNKNOWN, Cell
from mlroles.present.pay.bar import thousands

MARKS = {"at least": "≥", "at most": "≤", None: ""}


def amount_cell(pay: PayAt | None, posts: float = 1) -> Cell:
    """The median of some posts, in thousands, marked as `signs` explains."""
    if pay is None:
        return UNKNOWN
    return f"{MARKS[pay.bound]}{thousands(round(pay.amount * posts))}{'*' if pay.pooled else ' '}"


def signs(pays: Sequence[PayAt]) -> str:
    """What the marks of amounts mean, as far as there are any."""
    told = "; * over all levels" if any(pay.pooled for pay in pays) else ""
    bounds = dict.fromkeys(f"{MARKS[pay.bound]} {pay.bound}" for pay in pays if pay.bound)
    return told + "".join(f"; {bound}, from another level" for bound in bounds)
