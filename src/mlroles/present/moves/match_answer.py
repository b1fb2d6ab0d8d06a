"""The roles that somebody's skills are like, as `match` answers with them."""

from collections.abc import Sequence
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Rung, about
from mlroles.core.moves.match import Match, Matches
from mlroles.core.moves.position import is_rated
from mlroles.core.moves.readiness import Readiness, Verdict
from mlroles.present.moves.answers import (
    GateAnswer,
    ProfileAnswer,
    Range,
    ShortfallAnswer,
    gate_answers,
    profile_answer,
    range_of,
    shortfall_answers,
    skills_named,
)
from mlroles.present.page.answer import Answer
from mlroles.present.page.rounding import rounded
from mlroles.present.page.shapes import Named, PayFigure, Score, all_named, named, pay_at_rung

MOST_SKILLS = 25
"""How many of the skills held the answer repeats, unless it is full."""

MOST = 3
"""How many missing skills it names of each role, unless it is full."""


class NextAnswer(Answer, frozen=True, kw_only=True):
    """The rung above where somebody stands, or the lowest for whoever stands nowhere yet."""

    rung: Rung
    readiness: Score | None
    verdict: Verdict | None
    missing: Annotated[
        list[ShortfallAnswer], about("what costs most first; by default 3, with --full all")
    ]


class MatchAnswer(Answer, frozen=True, kw_only=True):
    """A role that somebody's skills are like."""

    role: Named
    likeness: Score
    stands_at: Annotated[Rung | None, about("null for 'not yet', or where levels are unknown")]
    rung: Annotated[Rung | None, about("the rung that readiness and pay are for")]
    readiness: Score | None
    range: Range
    verdict: Verdict | None
    shortfalls: Annotated[
        list[ShortfallAnswer], about("by default the largest 3 of the first role; --full gives all")
    ]
    next: Annotated[NextAnswer | None, about("null from the highest rung")]
    gates: list[GateAnswer]
    pay: PayFigure | None


class MatchesAnswer(Answer, frozen=True, kw_only=True):
    """The roles that somebody's skills are like."""

    profile: ProfileAnswer
    too_little_to_tell: Annotated[
        bool, about("whether fewer than three of the skills tell roles apart")
    ]
    to_add: Annotated[list[Named], about("the skills whose level would say most")]
    tied: Annotated[list[Named], about("the first roles, where they cannot be told apart")]
    matches: Annotated[list[MatchAnswer], about("the nearest first; by default the first 6")]


def matches_answer(
    catalogue: Catalogue, matches: Matches, found: Sequence[Match], full: bool = False
) -> MatchesAnswer:
    """Those roles that are to be shown; with `full` all skills of each."""
    return MatchesAnswer(
        profile=profile_answer(catalogue, matches.profile, None if full else MOST_SKILLS),
        too_little_to_tell=matches.too_little_to_tell,
        to_add=skills_named(catalogue, matches.to_add),
        tied=all_named([one.role for one in matches.tied]),
        matches=[
            _match(catalogue, one, (None, None) if full else (0 if n else MOST, MOST))
            for n, one in enumerate(found)
        ],
    )


def _match(catalogue: Catalogue, one: Match, most: tuple[int | None, int | None]) -> MatchAnswer:
    return MatchAnswer(
        role=named(one.role),
        likeness=round(one.likeness.score, 4),
        stands_at=one.stands_at,
        rung=one.readiness.rung if is_rated(one.role) else None,
        readiness=rounded(one.readiness.score),
        range=range_of(one.readiness),
        verdict=one.readiness.verdict,
        shortfalls=shortfall_answers(catalogue, one.readiness, most[0]),
        next=_next(catalogue, one.next, most[1]) if one.next else None,
        gates=gate_answers(catalogue, one.gates),
        pay=pay_at_rung(catalogue, one.pay) if one.pay else None,
    )


def _next(catalogue: Catalogue, ready: Readiness, most: int | None) -> NextAnswer:
    return NextAnswer(
        rung=ready.rung,
        readiness=rounded(ready.score),
        verdict=ready.verdict,
        missing=shortfall_answers(catalogue, ready, most),
    )
