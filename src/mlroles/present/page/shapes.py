"""The objects that several answers share, and how they are made of entries and results."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Annotated, Protocol

import msgspec

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Demand, HandOff, Pay, Requirement, Source
from mlroles.core.model.vocabulary import (
    Count,
    Id,
    Importance,
    Level,
    Match,
    Rung,
    SkillKind,
    about,
)
from mlroles.core.pay.figures import PayAt
from mlroles.present.page.answer import Answer, AnswerT, filled

Score = Annotated[float, about("from 0 to 1, four decimal places")]


class Named(Answer, frozen=True, kw_only=True):
    """A role, skill, activity, stage, family or source that is referred to."""

    id: Id
    name: str


class Position(Answer, frozen=True, kw_only=True):
    """A role at a level of seniority."""

    role: Named
    rung: Rung


class PayFigure(Answer, frozen=True, kw_only=True):
    """What is paid a year, whole, before tax."""

    country: Annotated[str, about("two letters")]
    currency: Annotated[str, about("three letters")]
    basis: Annotated[str, about("'advertised', or 'earned' for an official statistic of wages")]
    rung: Annotated[Rung | None, about("null where all levels of seniority are counted together")]
    pooled: Annotated[bool, about("whether it replaces a rung with too few adverts")]
    bound: Annotated[
        str | None, about("'at least' or 'at most' where another rung's figure stands in")
    ]
    year: str
    n: Annotated[Count, about("adverts, or people employed")]
    p10: int | None
    p25: int | None
    median: int
    p75: int | None
    p90: int | None
    source: Named
    note: str | None


class CodeAnswer(Answer, frozen=True, kw_only=True):
    """The counterpart of an entry in a public classification."""

    scheme: str
    code: str | None
    label: str | None
    match: Match
    note: str | None


class LearningAnswer(Answer, frozen=True, kw_only=True):
    """A lasting place to learn a skill."""

    title: str
    url: str
    licence: str


class SourceAnswer(Answer, frozen=True, kw_only=True):
    """Where facts come from."""

    id: Id
    name: Annotated[str, about("its title")]
    publisher: str
    published: Annotated[str, about("the date that its facts speak of")]
    horizon_years: Annotated[int | None, about("for how many years its facts hold")]
    licence: str
    url: str | None
    credit: Annotated[str | None, about("the line that the licence asks for")]
    successor: Annotated[str | None, about("a later edition, and whether its facts are used here")]


class AdvertsAnswer(Answer, frozen=True, kw_only=True):
    """How many adverts a role has."""

    n: Annotated[Count, about("distinct adverts")]
    period: str
    source: Named


class OutlookAnswer(Answer, frozen=True, kw_only=True):
    """An official projection of employment."""

    country: str
    occupation: str
    match: Annotated[Match, about("how close the occupation is to the role")]
    period: str
    change_percent: float
    openings_per_year: int | None
    source: Named


class HandOffAnswer(Answer, frozen=True, kw_only=True):
    """What one role hands to another."""

    id: Id
    artefact: str
    giver: Annotated[Named, about("the role that hands it over")] = msgspec.field(name="from")
    receiver: Annotated[Named, about("the role that takes it")] = msgspec.field(name="to")
    stage: Named | None
    accepted_when: str


class RequirementAnswer(Answer, frozen=True, kw_only=True):
    """How much of a skill or tool a role asks for."""

    id: Id
    name: str
    kind: SkillKind
    importance: Importance
    essential: bool
    essential_from: Annotated[Rung | None, about("the lowest rung that it is essential at")]
    levels: Annotated[
        dict[Rung, Level | None] | None, about("level by rung, or null where it is not known")
    ]
    note: str | None


class HasName(Protocol):
    """An entry with an id and a name."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """What it is called."""


def extended(kind: type[AnswerT], answer: Answer, **more: object) -> AnswerT:
    """An answer with some fields more, as its subclass has them."""
    return filled(kind, answer, **more)


def answered(
    catalogue: Catalogue, kind: type[AnswerT], result: object, /, **given: object
) -> AnswerT:
    """An answer with the fields that are given, and all others by their names from a result.

    What the result refers to by an id becomes a reference.
    """
    return filled(kind, result, partial(reference, catalogue), **given)


def reference(catalogue: Catalogue, kind: str, id: str) -> Named:
    """A reference to an entry of a kind: role, skill, activity, stage, family or source."""
    match kind:
        case "role":
            return role_named(catalogue, id)
        case "source":
            return source_named(catalogue, id)
    entries: dict[str, Mapping[str, HasName]] = {
        "skill": catalogue.skills,
        "activity": catalogue.activities,
        "stage": catalogue.stages,
        "family": catalogue.families,
    }
    return named_in(entries[kind], id)


def named(entry: HasName) -> Named:
    """A reference to an entry."""
    return Named(id=entry.id, name=entry.name)


def all_named(entries: Iterable[HasName]) -> list[Named]:
    """References to entries."""
    return [named(entry) for entry in entries]


def named_in(entries: Mapping[str, HasName], id: str) -> Named:
    """A reference to an entry of a collection."""
    return Named(id=id, name=entries[id].name)


def role_named(catalogue: Catalogue, id: str) -> Named:
    """A reference to a role, of which nothing else is read."""
    return Named(id=id, name=catalogue.role_names[id])


def source_named(catalogue: Catalogue, id: str) -> Named:
    """A reference to a source."""
    return Named(id=id, name=catalogue.sources[id].title)


def position_of(catalogue: Catalogue, role: str, rung: Rung) -> Position:
    """A role, by its id, at a rung."""
    return Position(role=role_named(catalogue, role), rung=rung)


def levels_by_rung(
    catalogue: Catalogue, need: Requirement, rung: Rung | None = None
) -> dict[Rung, int | None] | None:
    """The level, 1–4, that each rung asks for, or one of them; None where it is not known."""
    if not need.rated:
        return None
    return {one: need.known(one) for one in catalogue.ladder.ids if rung in (None, one)}


def pay_figure(
    catalogue: Catalogue,
    pay: Pay,
    rung: Rung | None = None,
    pooled: bool = False,
    bound: str | None = None,
) -> PayFigure:
    """A figure, as it was counted or, with a `rung`, as it stands in for that rung."""
    its_rung = rung or (pay.rung if pay.rung != "all" else None)
    return answered(catalogue, PayFigure, pay, rung=its_rung, pooled=pooled, bound=bound)


def pay_at_rung(catalogue: Catalogue, at: PayAt) -> PayFigure:
    """What a rung is taken to pay, and the figure that this is based on."""
    return pay_figure(catalogue, at.figure, at.rung, at.pooled, at.bound)


def adverts_answer(catalogue: Catalogue, adverts: Demand | None) -> AdvertsAnswer | None:
    """A count of a role's adverts; None where there is none."""
    return answered(catalogue, AdvertsAnswer, adverts) if adverts else None


def source_answer(source: Source) -> SourceAnswer:
    """A source with its licence and date."""
    return filled(SourceAnswer, source, name=source.title)


def handoff_answer(catalogue: Catalogue, handoff: HandOff) -> HandOffAnswer:
    """What changes hands, between whom, and when it counts as accepted."""
    return answered(
        catalogue,
        HandOffAnswer,
        handoff,
        giver=role_named(catalogue, handoff.from_role),
        receiver=role_named(catalogue, handoff.to_role),
    )
