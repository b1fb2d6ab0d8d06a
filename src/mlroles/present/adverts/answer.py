"""What a text was decoded as, as an answer in JSON."""

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

from mlroles.core.adverts.cv import Kind
from mlroles.core.adverts.decode import Decoded, Usual
from mlroles.core.adverts.found import Finding, FoundSkill, Reason, ReasonKind, RoleShare
from mlroles.core.adverts.stated_pay import Period
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Count, Importance, Level, Rung, Share, about
from mlroles.core.moves.readiness import Readiness, Verdict
from mlroles.present.moves.answers import ShortfallAnswer, shortfall_answers
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.rounding import DIGITS, rounded, rounded_parts
from mlroles.present.page.shapes import Named, Score, named, named_in, role_named

MOST_ROLES, MOST_REASONS = 3, 8
"""What an answer has of roles, and of the reasons for each, without being asked for more."""

SECTIONS = {
    **{name: (name,) for name in ("roles", "skills", "missing", "unusual", "have")},
    "stated": ("rung", "years", "degree_required", "pay", "language"),
}
"""Section -> the fields of the answer that belong to it."""


class Origin(NamedTuple):
    """Where a text comes from."""

    file: str | None = None
    row: int | None = None
    fields: Mapping[str, Any] = {}


class EvidenceAnswer(Answer, frozen=True, kw_only=True):
    """Words of the text."""

    text: str
    start: Annotated[Count, about("the first character, counted from 0 in the text as it is read")]
    end: Annotated[Count, about("the character behind the last")]


class ReasonAnswer(Answer, frozen=True, kw_only=True):
    """What speaks for a role, or against it."""

    kind: Annotated[
        ReasonKind, about("a name of the role, a skill, a word of the text, or one of its duties")
    ]
    what: Annotated[str, about("the skill's id, or words")]
    weight: Annotated[float, about("a natural logarithm; all weights add up to the score")]
    text: str | None
    start: int | None
    end: int | None


class ToldRole(Answer, frozen=True, kw_only=True):
    """A role that the text may be about."""

    role: Annotated[Named | None, about("null for other work than that of the roles")]
    probability: Share
    score: float
    evidence: Annotated[
        list[ReasonAnswer], about("what weighs most first; by default 8, all with --full")
    ]


class FoundAnswer(Answer, frozen=True, kw_only=True):
    """A skill that the text names or suggests."""

    skill: Named
    kind: Annotated[Finding, about("named: it counts; suggested: a sentence is about it")]
    required: Annotated[
        bool | None, about("false where it is nice to have, null where the text does not say")
    ]
    level: Annotated[Level | None, about("null where the text supports none")]
    evidence: list[EvidenceAnswer]


class UsualAnswer(Answer, frozen=True, kw_only=True):
    """A skill, and how much the likeliest role asks for it."""

    skill: Named
    share: Annotated[Share | None, about("of the role's adverts that name it")]
    importance: Annotated[Importance | None, about("null where the role does not ask for it")]
    essential: bool


class StatedPay(Answer, frozen=True, kw_only=True):
    """What the text says it pays."""

    low: Annotated[float | None, about("null for 'up to'")]
    high: Annotated[float | None, about("null for 'from'")]
    currency: Annotated[str | None, about("three letters")]
    period: Annotated[Period | None, about("what it is paid for")]


class HeldAgainst(Answer, frozen=True, kw_only=True):
    """How far skills that are held meet what is asked for."""

    readiness: Score | None
    verdict: Verdict | None
    skills: list[ShortfallAnswer]


class DecodedAnswer(Answer, frozen=True, kw_only=True):
    """What an advert or a CV says."""

    document: Kind
    file: Annotated[str | None, about("null for standard input")]
    row: Annotated[int | None, about("of a file of adverts, counted from 1")]
    title: Annotated[str | None, about("as it was given, or as the text begins")]
    claimed: Annotated[Named | None, about("the role that the title means")]
    roles: Annotated[
        list[ToldRole], about("the likeliest first, by default 3; none if too little can be told")
    ]
    skills: Annotated[list[FoundAnswer], about("those that are named first")]
    missing: Annotated[
        list[UsualAnswer], about("usual for the likeliest role at this level, and not found")
    ]
    unusual: Annotated[list[UsualAnswer], about("named, and rarely asked for by that role")]
    rung: Rung | None
    years: Annotated[int | None, about("of experience, at least")]
    degree_required: bool | None
    pay: StatedPay | None
    language: Annotated[str | None, about("two letters")]
    too_little_to_tell: bool
    have: Annotated[HeldAgainst | None, about("null without --have")]
    input: Annotated[dict[str, Any], about("the other fields of the row, as they came")]


def decoded_answer(
    catalogue: Catalogue,
    decoded: Decoded,
    origin: Origin = Origin(),  # noqa: B008
    ready: Readiness | None = None,
    full: bool = False,
) -> DecodedAnswer:
    """What a text says; without `full` the roles and reasons that weigh most."""
    stated, claim = decoded.stated, decoded.claim
    most = (None, None) if full else (MOST_ROLES, MOST_REASONS)
    return DecodedAnswer(
        document=decoded.kind,
        file=origin.file,
        row=origin.row,
        title=decoded.title,
        claimed=named(claim.role) if claim and claim.role else None,
        roles=[_role(catalogue, share, most[1]) for share in decoded.roles[: most[0]]],
        skills=[_skill(catalogue, found) for found in decoded.skills],
        missing=[_usual(catalogue, usual) for usual in decoded.missing],
        unusual=[_usual(catalogue, usual) for usual in decoded.unusual],
        rung=decoded.rung,
        years=stated.years,
        degree_required=stated.degree_required,
        pay=filled(StatedPay, stated.pay) if stated.pay else None,
        language=stated.language,
        too_little_to_tell=decoded.too_little_to_tell,
        have=_held(catalogue, ready) if ready else None,
        input=dict(origin.fields),
    )


def _role(catalogue: Catalogue, share: RoleShare, most: int | None) -> ToldRole:
    return ToldRole(
        role=role_named(catalogue, share.role) if share.role in catalogue.role_names else None,
        probability=round(share.probability, DIGITS),
        score=round(share.score, DIGITS),
        evidence=[
            ReasonAnswer(
                kind=reason.kind,
                what=reason.what,
                weight=weight,
                text=reason.passage.words,
                start=reason.passage.start,
                end=reason.passage.end,
            )
            for reason, weight in (weighed(share) if most is None else _heaviest(share, most))
        ],
    )


def _heaviest(share: RoleShare, most: int) -> list[tuple[Reason, float]]:
    """The reasons that weigh most for a role or against it; all would take long to round."""
    return [(reason, round(reason.weight, DIGITS)) for reason in share.explain(most)]


def weighed(share: RoleShare) -> list[tuple[Reason, float]]:
    """The reasons for a role, each with its rounded weight: these add up to the rounded score."""
    weights = rounded_parts([reason.weight for reason in share.reasons], share.score)
    return sorted(zip(share.reasons, weights, strict=True), key=lambda one: -one[1])


def _skill(catalogue: Catalogue, found: FoundSkill) -> FoundAnswer:
    return FoundAnswer(
        skill=named_in(catalogue.skills, found.skill),
        kind=found.finding,
        required=found.required,
        level=found.level,
        evidence=[EvidenceAnswer(text=p.words, start=p.start, end=p.end) for p in found.evidence],
    )


def _usual(catalogue: Catalogue, usual: Usual) -> UsualAnswer:
    return filled(UsualAnswer, usual, skill=named_in(catalogue.skills, usual.skill))


def _held(catalogue: Catalogue, ready: Readiness) -> HeldAgainst:
    return HeldAgainst(
        readiness=rounded(ready.score),
        verdict=ready.verdict,
        skills=shortfall_answers(catalogue, ready),
    )
