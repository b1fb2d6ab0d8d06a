"""Pay as bars: the scale that they share, and a bar for each figure."""

from collections.abc import Sequence

from mlroles.core.model.entries import Pay
from mlroles.present.page.blocks import Bar, Column

STEP = 20_000
"""The scale of the bars begins and ends at a multiple of this."""


def scale(figures: Sequence[Pay]) -> tuple[int, int]:
    """The least and the most of all bars of one currency, each a multiple of the step.

    Without figures there is nothing to draw, and any scale will do.
    """
    points = [
        point
        for f in figures
        for point in (f.p10, f.p25, f.median, f.p75, f.p90)
        if point is not None
    ]
    least = min(points, default=0) // STEP * STEP
    most = -(-max(points, default=0) // STEP) * STEP
    return least, max(most, least + STEP)


def bar(figure: Pay, least: int, most: int) -> Bar:
    """A figure between the ends of a scale: p10 to p90 thin, p25 to p75 thick."""

    def place(amount: int) -> float:
        return (amount - least) / (most - least)

    median = place(figure.median)
    return Bar(
        low=None if figure.p10 is None else place(figure.p10),
        start=median if figure.p25 is None else place(figure.p25),
        middle=median,
        end=median if figure.p75 is None else place(figure.p75),
        high=None if figure.p90 is None else place(figure.p90),
    )


def middle_half(figure: Pay) -> str:
    """What all but the lowest and the highest quarter are paid."""
    known = figure.p25 is not None and figure.p75 is not None
    return f"{figure.p25:,}–{figure.p75:,}" if known else "–"


def bar_column(ends: tuple[int, int]) -> Column:
    """A column for bars between two amounts."""
    return Column(ends=(thousands(ends[0]), thousands(ends[1])))


def thousands(amount: int) -> str:
    """An amount in short: 150k, 12M."""
    return f"{amount / 1_000_000:g}M" if amount >= 10_000_000 else f"{(amount + 500) // 1000}k"
