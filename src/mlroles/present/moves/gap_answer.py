"""A gap as `gap` answers with it: the classes, and what fills them."""

from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Level, Share, SkillKind, about
from mlroles.core.moves.gap import LEARN, Gap, Item, Status
from mlroles.core.moves.readiness import Verdict
from mlroles.core.moves.transition import Kind
from mlroles.core.pay.change import PayChange
from mlroles.present.moves.answers import (
    GateAnswer,
    Range,
    StartAnswer,
    gate_answers,
    range_of,
    shortfalls,
    skills_named,
    start_answer,
)
from mlroles.present.page.answer import Answer
from mlroles.present.page.rounding import DIGITS, rounded
from mlroles.present.page.shapes import (
    AdvertsAnswer,
    Named,
    PayFigure,
    Position,
    Score,
    adverts_answer,
    named,
    named_in,
    pay_figure,
    position_of,
)

MOST_SKILLS = 30
"""How many skills the answer holds unless all are asked for."""


class GapSkill(Answer, frozen=True, kw_only=True):
    """A skill of a gap. The shortfalls add up to 1 − readiness."""

    skill: Named
    kind: SkillKind
    status: Status
    essential: bool
    importance: Annotated[int, about("1 to 5; 0 where the target does not ask for it")]
    needed: Annotated[Level | None, about("null where it is not asked for or not known")]
    held: Annotated[int, about("0 if it is not held")]
    weight: Annotated[int, about("importance times the level needed; 0 without part in readiness")]
    through: Annotated[Named | None, about("the related skill that counts in its place")]
    through_weight: Annotated[Share | None, about("how much of the related skill's level counts")]
    counted: Annotated[float | None, about("the level that counts as held")]
    shortfall: Score
    adverts: Annotated[Share | None, about("the share of the target's adverts that name it")]
    hours: Annotated[int | None, about("the estimate of what it takes to learn what is missing")]


class GapLearning(Answer, frozen=True, kw_only=True):
    """A lasting place to learn a skill."""

    skill: Named
    title: str
    url: str
    licence: str


class ReverseAnswer(Answer, frozen=True, kw_only=True):
    """How ready somebody in the target is for the start."""

    readiness: Score | None
    verdict: Verdict | None


class PayChangeAnswer(Answer, frozen=True, kw_only=True, rename={"origin": "from", "target": "to"}):
    """What two positions pay, by figures that may be compared."""

    ratio: Annotated[float, about("the median of the target over that of the start")]
    pooled: Annotated[bool, about("whether both figures are of all rungs together")]
    origin: PayFigure
    target: PayFigure


class ShorterWay(Answer, frozen=True, kw_only=True):
    """A way in that is easier than the direct move."""

    moves: Annotated[list[Position], about("without the start; the last is the target or its role")]
    hardest: Annotated[Score | None, about("the lowest readiness of its moves")]


class GapAnswer(Answer, frozen=True, kw_only=True, rename={"origin": "from", "target": "to"}):
    """What lies between a start and a position."""

    origin: StartAnswer
    target: Position
    readiness: Score | None
    range: Range
    verdict: Verdict | None
    gates: list[GateAnswer]
    ask: Annotated[list[Named], about("essential human skills that were not mentioned")]
    skills: Annotated[
        list[GapSkill], about("the largest shortfall first, others below; by default 30 at most")
    ]
    learn: Annotated[list[GapLearning], about("in full: where to learn the essential skills")]
    adverts: Annotated[AdvertsAnswer | None, about("the adverts that shares are of")]
    reverse: Annotated[ReverseAnswer | None, about("null where the start is not a role")]
    kind: Annotated[Kind | None, about("the kind of the move; null where the start is not a role")]
    same_family: bool | None
    rungs: Annotated[int | None, about("how many rungs it goes up; below 0 where it goes down")]
    pay: Annotated[PayChangeAnswer | None, about("null where it cannot be compared")]
    desirable: Annotated[bool | None, about("whether it is viable and keeps 0.75 of the pay")]
    shorter_ways: Annotated[
        list[ShorterWay], about("with a stop, and by the lowest rung of the target")
    ]


def gap_answer(catalogue: Catalogue, gap: Gap, full: bool = False) -> GapAnswer:
    """What lies between a start and a position; with `full` all skills."""
    move = gap.transition
    costs = dict(
        zip((p.skill for p in gap.readiness.parts), shortfalls(gap.readiness), strict=True)
    )
    reverse = gap.reverse
    return GapAnswer(
        origin=start_answer(catalogue, gap.start),
        target=position_of(catalogue, gap.target.id, gap.rung),
        readiness=rounded(gap.readiness.score),
        range=range_of(gap.readiness),
        verdict=gap.verdict,
        gates=gate_answers(catalogue, gap.gates),
        ask=skills_named(catalogue, gap.readiness.unsaid),
        skills=[
            _skill(catalogue, item, costs.get(item.skill.id, 0.0))
            for item in gap.items[: None if full else MOST_SKILLS]
        ],
        learn=learning(gap) if full else [],
        adverts=adverts_answer(catalogue, gap.adverts),
        reverse=(
            ReverseAnswer(readiness=rounded(reverse.score), verdict=gap.verdict_back)
            if reverse
            else None
        ),
        kind=move.kind if move else None,
        same_family=move.same_family if move else None,
        rungs=move.rungs if move else None,
        pay=_change(catalogue, move.pay) if move and move.pay else None,
        desirable=move.desirable(gap.verdict) if move and gap.verdict else None,
        shorter_ways=list(_shorter_ways(catalogue, gap)),
    )


def learning(gap: Gap) -> list[GapLearning]:
    """The places to learn what is essential and not yet held, in the order of the gap."""
    return [
        GapLearning(
            skill=named(item.skill), title=place.title, url=place.url, licence=place.licence
        )
        for item in gap.items
        if item.essential and item.status in LEARN
        for place in item.skill.learn
    ]


def left_out(gap: Gap) -> str:
    """What the answer leaves out unless it is full, in words; empty where there is nothing."""
    rest = len(gap.items) - MOST_SKILLS
    return f"{rest} skills left out; --full gives all" if rest > 0 else ""


def _shorter_ways(catalogue: Catalogue, gap: Gap) -> list[ShorterWay]:
    ways = []
    if gap.by_way:
        moves = [position_of(catalogue, move.role.id, move.rung) for move in gap.by_way.moves]
        ways.append(ShorterWay(moves=moves, hardest=rounded(gap.by_way.hardest)))
    if gap.lowest:
        lowest = position_of(catalogue, gap.target.id, gap.lowest.rung)
        ways.append(ShorterWay(moves=[lowest], hardest=rounded(gap.lowest.score)))
    return ways


def _change(catalogue: Catalogue, change: PayChange) -> PayChangeAnswer:
    return PayChangeAnswer(
        ratio=round(change.ratio, DIGITS),
        pooled=change.pooled,
        origin=pay_figure(catalogue, change.origin),
        target=pay_figure(catalogue, change.target),
    )


def _skill(catalogue: Catalogue, item: Item, shortfall: float) -> GapSkill:
    part = item.coverage
    through = part.through if part else None
    return GapSkill(
        skill=named(item.skill),
        kind=item.skill.kind,
        status=item.status,
        essential=item.essential,
        importance=item.importance,
        needed=item.needed or None if item.rated else None,
        held=item.held,
        weight=item.weight,
        through=named_in(catalogue.skills, through) if through else None,
        through_weight=part.through_weight if part and through else None,
        counted=round(part.counted, DIGITS) if part else None,
        shortfall=shortfall,
        adverts=item.adverts,
        hours=item.hours,
    )
