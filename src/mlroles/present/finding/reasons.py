"""Why something was found: the parts of a hit's score, as text and in JSON."""

from typing import Annotated

from mlroles.core.finding.index import Field
from mlroles.core.finding.reasons import Hit, Reason
from mlroles.core.model.vocabulary import about
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.rounding import DIGITS, rounded_parts
from mlroles.present.page.shapes import Score

LEAST_SHARE = 0.05
"""The share of a score from which a part is named."""


class PartAnswer(Answer, frozen=True, kw_only=True):
    """What one word adds to the score of a hit; the parts add up to the score."""

    word: Annotated[str, about("the word of the query or title")]
    field: Annotated[Field, about("where it was found")]
    text: Annotated[str, about("the name, skill, activity, family or word that it was found in")]
    score: Score


def why_text(hit: Hit, digits: int = DIGITS) -> str:
    """The reasons of a hit in a line, each with its points; together they are the score.

    Those that add little are added up.
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


def part_answers(hit: Hit) -> list[PartAnswer]:
    """The parts of a hit's score, the largest first."""
    return [filled(PartAnswer, reason, score=points) for reason, points in _rounded(hit, DIGITS)]


def _rounded(hit: Hit, digits: int) -> list[tuple[Reason, float]]:
    """The reasons whose points are seen at so many places, and the points."""
    points = rounded_parts([reason.points for reason in hit.reasons], hit.score, digits)
    return [pair for pair in zip(hit.reasons, points, strict=True) if pair[1]]
