"""The shape of what the market says of a role: pay, demand and outlook."""

from typing import Annotated, Literal

from mlroles.core.vocabulary import Count, Dates, Id, Match, Part, Rung, Share, Text, about


class Pay(Part, frozen=True, kw_only=True):
    """What is paid, by country and rung; always with n, year and source."""

    country: Annotated[str, about("ISO 3166-1 alpha-2", pattern="^[A-Z]{2}$")]
    currency: Annotated[str, about("ISO 4217", pattern="^[A-Z]{3}$")]
    basis: Annotated[
        Literal["advertised", "earned"],
        about("advertised: midpoints of the ranges in adverts; earned: a wage survey"),
    ]
    rung: Annotated[Rung | Literal["all"], about("all: the rungs pooled")]
    year: Dates
    n: Annotated[Count, about("distinct adverts, or people employed where earned")]
    p10: Count | None = None
    p25: Count | None = None
    median: Count
    p75: Count | None = None
    p90: Count | None = None
    source: Annotated[Id, about("a source")]
    note: Annotated[str | None, about("what to mind, such as a broader occupation")] = None


class RolePay(Part, frozen=True, kw_only=True):
    """What a layer says of a role's pay, in place of what is below it on the same countries."""

    role: Annotated[Id, about("a role")]
    pay: Annotated[list[Pay], about("replaces all figures of the countries named here")]


class Demand(Part, frozen=True, kw_only=True):
    """The share of a role's adverts that name a tool."""

    source: Annotated[Id, about("a source")]
    period: Annotated[Dates, about("when the adverts were collected")]
    n: Annotated[Count, about("distinct adverts")]
    shares: Annotated[dict[str, Share], about("skill id -> share of the adverts that name it")]
    note: Annotated[str | None, about("what to mind, such as titles that are counted too")] = None


class Outlook(Part, frozen=True, kw_only=True):
    """An official projection of employment in the occupation that a role counts under."""

    country: Annotated[str, about("ISO 3166-1 alpha-2", pattern="^[A-Z]{2}$")]
    occupation: Annotated[Text, about("code and label of the occupation")]
    match: Annotated[Match, about("exact, or broad where the occupation holds other roles too")]
    period: Annotated[Text, about("such as 2024-2034")]
    change_percent: float
    openings_per_year: Count
    source: Annotated[Id, about("a source")]
