"""Round the parts of a score so that what is shown still adds up."""

from collections.abc import Sequence
from math import floor

DIGITS = 4
"""Decimal places of scores in JSON."""


def rounded(score: float | None, digits: int = DIGITS) -> float | None:
    """A score as it stands in JSON; None where there is none."""
    return None if score is None else round(score, digits)


def in_words(score: float | None) -> str:
    """A score as it stands on a page."""
    return "–" if score is None else f"{score:.2f}"


def rounded_parts(parts: Sequence[float], total: float, digits: int = DIGITS) -> list[float]:
    """Round parts to `digits` places so that they add up to `total` as it is shown.

    `total` is their sum, rounded to as many places or not. The method of largest remainders:
    each part is rounded down, and the parts that lose most by it get what is missing.
    """
    unit = 10**digits
    floors = [floor(part * unit + 1e-9) for part in parts]
    missing = round(round(total, digits) * unit) - sum(floors)
    order = sorted(range(len(parts)), key=lambda i: floors[i] - parts[i] * unit)
    for position in order[: max(0, missing)]:
        floors[position] += 1
    return [count / unit for count in floors]
