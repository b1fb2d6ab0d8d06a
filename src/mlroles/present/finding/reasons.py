"""Why something was found: the reasons of a hit, as text and for JSON."""

from mlroles.core.finding.reasons import Hit, Reason
from mlroles.present.page.rounding import DIGITS, rounded_parts

LEAST_SHARE = 0.05
"""The share of a score from which on a reason is told in words."""


def why_text(hit: Hit, digits: int = DIGITS) -> str:
    """The reasons of a hit in a line, each with its points; together they are the score.

    Those that add little are told in one number.
    """
    told: dict[str, list[tuple[str, float]]] = {}
    rest = []
    for reason, points in _rounded(hit, digits):
        if points >= LEAST_SHARE * hit.score:
            place = f"in {reason.field} {reason.text!r}"
            told.setdefault(place, []).append((reason.word, points))
        else:
            rest.append(points)
    parts = []
    for place, found in told.items():
        words = ", ".join(word for word, _ in found)
        parts.append(f"{words} {place} {sum(points for _, points in found):.{digits}f}")
    if rest:
        parts.append(f"{len(rest)} more {sum(rest):.{digits}f}")
    return "; ".join(parts)


def why_payload(hit: Hit) -> list[dict[str, object]]:
    """The reasons of a hit for JSON, key by key."""
    return [
        {"word": reason.word, "field": reason.field, "text": reason.text, "points": points}
        for reason, points in _rounded(hit, DIGITS)
    ]


def _rounded(hit: Hit, digits: int) -> list[tuple[Reason, float]]:
    """The reasons whose points are seen at so many places, and the points."""
    points = rounded_parts([reason.points for reason in hit.reasons], hit.score, digits)
    return [pair for pair in zip(hit.reasons, points, strict=True) if pair[1]]
