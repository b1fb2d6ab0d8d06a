"""Roles side by side as `compare` answers with them: the classes, and what fills them."""

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import Id, RaciLetter, Rung, Share, SkillKind, about
from mlroles.core.moves.readiness import Verdict
from mlroles.core.pay.figures import median_pay, most_adverts
from mlroles.core.roles.comparison import ComparedActivity, ComparedSkill, Comparison, Pair
from mlroles.core.roles.similarity import PARTS, PartName, Ranks, Similarity, ranks
from mlroles.present.moves.answers import ShortfallAnswer, shortfall_answers
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.rounding import DIGITS, rounded, rounded_parts
from mlroles.present.page.shapes import (
    AdvertsAnswer,
    Named,
    OutlookAnswer,
    PayFigure,
    Score,
    answered,
    named,
    pay_figure,
)
from mlroles.present.roles.entry_answer import SkillUse, skill_use


class Most(NamedTuple):
    """How many of each the answer holds; None for all."""

    skills: int | None = None
    """Of each group: those of all roles, of some, of each alone."""
    activities: int | None = None
    contributions: int | None = None
    """To each part of a similarity."""
    shortfalls: int | None = None
    """Of each move."""


SHORT = {2: Most(4, 6, 2, 4), 3: Most(2, 2, 1, 1)}
"""Number of roles -> what there is unless all is asked for, so that an answer has its 20 kB."""


class ComparedRole(Answer, frozen=True, kw_only=True):
    """One of the roles that are compared."""

    id: Id
    name: str
    family: Named
    definition: str
    pay: Annotated[PayFigure | None, about("advertised in the US, all rungs together")]
    adverts: Annotated[AdvertsAnswer | None, about("the largest count")]
    outlook: list[OutlookAnswer]
    green: Annotated[str | None, about("how the role serves green work")]
    industries: list[str]


class Contribution(Answer, frozen=True, kw_only=True):
    """What a shared skill, tool or activity adds to a part of the similarity."""

    part: PartName
    id: Id
    name: str
    score: Score


class PairAnswer(Answer, frozen=True, kw_only=True):
    """Two of the roles, and how alike they are."""

    roles: list[Named]
    difference: Annotated[str | None, about("what tells them apart, in a sentence")]
    similarity: Annotated[Score, about("the mean of its parts")]
    rank: Annotated[
        Share | None,
        about("the share of pairs of roles that are less alike; null where there are too many"),
    ]
    parts: Annotated[
        dict[PartName, Score | None], about("null where one of them has nothing of this part")
    ]
    contributions: Annotated[
        list[Contribution], about("add up to their part; by default the largest of each part")
    ]


class MoveAnswer(Answer, frozen=True, kw_only=True, rename={"origin": "from", "target": "to"}):
    """How ready somebody in one of the roles is for another."""

    origin: Named
    target: Named
    readiness: Score | None
    verdict: Verdict | None
    shortfalls: Annotated[
        list[ShortfallAnswer], about("by default the largest, and none of 0; --full gives all")
    ]


class ComparedSkillAnswer(Answer, frozen=True, kw_only=True):
    """A skill or tool, and what the roles ask of it."""

    id: Id
    name: str
    kind: SkillKind
    asked_by: Annotated[Literal["all", "some", "one"], about("how many of the roles ask for it")]
    roles: Annotated[list[SkillUse], about("levels at the rung compared; with --full at all rungs")]


class RaciAnswer(Answer, frozen=True, kw_only=True):
    """What a role does in an activity."""

    role: Named
    raci: RaciLetter


class ComparedActivityAnswer(Answer, frozen=True, kw_only=True):
    """An activity, who of the roles takes part in it, and who in the catalogue answers for it."""

    id: Id
    name: str
    stage: Named | None
    roles: list[RaciAnswer]
    accountable: list[Named]


class ComparisonAnswer(Answer, frozen=True, kw_only=True):
    """Roles side by side."""

    rung: Rung
    roles: list[ComparedRole]
    pairs: list[PairAnswer]
    moves: list[MoveAnswer]
    skills: Annotated[
        list[ComparedSkillAnswer], about("of all roles, of some, of one; what matters most first")
    ]
    activities: list[ComparedActivityAnswer]


def comparison_answer(
    catalogue: Catalogue, comparison: Comparison, full: bool = False
) -> ComparisonAnswer:
    """Roles side by side; what matters most of skills and activities, unless `full`."""
    most = Most() if full else _short(comparison)
    skills = [skill for group in comparison.groups for skill in group[: most.skills]]
    # What a role answers for says most about it; the order stays that of the stages.
    first = sorted(comparison.activities, key=lambda a: "A" not in a.letters.values())
    first = first[: most.activities]
    activities = [activity for activity in comparison.activities if activity in first]
    ranked = ranks(catalogue, comparison.rung)
    return ComparisonAnswer(
        rung=comparison.rung,
        roles=[_role(catalogue, role) for role in comparison.roles],
        pairs=[_pair(catalogue, pair, ranked, most) for pair in comparison.pairs],
        moves=[move for pair in comparison.pairs for move in _moves(catalogue, pair, most)],
        skills=[_skill(catalogue, comparison, skill, full) for skill in skills],
        activities=[_activity(catalogue, activity) for activity in activities],
    )


def left_out(comparison: Comparison) -> str:
    """What the answer leaves out unless it is full, in words; empty where there is nothing."""
    most = _short(comparison)
    skills = sum(len(group[most.skills :]) for group in comparison.groups)
    activities = len(comparison.activities[most.activities :])
    if not skills + activities:
        return ""
    told = f"{skills} skills, {activities} activities, small contributions and shortfalls"
    return f"{told} left out; --full gives all"


def _short(comparison: Comparison) -> Most:
    return SHORT[min(len(comparison.roles), max(SHORT))]


def _role(catalogue: Catalogue, role: Role) -> ComparedRole:
    pay = median_pay(role)
    return answered(
        catalogue,
        ComparedRole,
        role,
        pay=pay_figure(catalogue, pay) if pay else None,
        adverts=most_adverts(role),
    )


def _pair(catalogue: Catalogue, pair: Pair, ranked: Ranks, most: Most) -> PairAnswer:
    scores = {part.name: round(part.score, DIGITS) for part in pair.similarity.parts}
    return filled(
        PairAnswer,
        pair,
        roles=[pair.a, pair.b],
        similarity=round(pair.similarity.score, DIGITS),
        rank=rounded(ranked.get(frozenset((pair.a.id, pair.b.id)))),
        parts={name: scores.get(name) for name in PARTS},
        contributions=list(_contributions(catalogue, pair.similarity, most)),
    )


def _contributions(
    catalogue: Catalogue, similarity: Similarity, most: Most
) -> Iterator[Contribution]:
    for part in similarity.parts:
        entries = catalogue.activities if part.name == "activities" else catalogue.skills
        added = part.added()
        scores = rounded_parts([adds for _, adds in added], part.score)
        for (id, _), score in [*zip(added, scores, strict=True)][: most.contributions]:
            yield Contribution(part=part.name, id=id, name=entries[id].name, score=score)


def _moves(catalogue: Catalogue, pair: Pair, most: Most) -> Iterator[MoveAnswer]:
    for origin, target, ready in pair.moves:
        yield MoveAnswer(
            origin=named(origin),
            target=named(target),
            readiness=rounded(ready.score),
            verdict=ready.verdict,
            shortfalls=shortfall_answers(catalogue, ready, most.shortfalls),
        )


def _skill(
    catalogue: Catalogue, comparison: Comparison, skill: ComparedSkill, full: bool
) -> ComparedSkillAnswer:
    count = len(skill.requirements)
    rung = None if full else comparison.rung
    return filled(
        ComparedSkillAnswer,
        skill.skill,
        asked_by="all" if count == len(comparison.roles) else "one" if count == 1 else "some",
        roles=[skill_use(catalogue, *asked, rung) for asked in skill.requirements.items()],
    )


def _activity(catalogue: Catalogue, compared: ComparedActivity) -> ComparedActivityAnswer:
    return answered(
        catalogue,
        ComparedActivityAnswer,
        compared.activity,
        roles=[{"role": role, "raci": letter} for role, letter in compared.letters.items()],
        accountable=compared.accountable,
    )
