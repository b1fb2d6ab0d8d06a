"""The one figure for a seat's pay, as a cell of a table."""

from mlroles.core.market import Pay
from mlroles.present.blocks import UNKNOWN, Cell


def pay_cell(pay: Pay | None) -> Cell:
    """The median of a figure; a star says that all rungs are pooled in it."""
    if pay is None:
        return UNKNOWN
    return f"{pay.median:,} {pay.currency}{'*' if pay.rung == 'all' else ' '}"
