"""What a role is paid in a country, at each rung: the figure, or what bounds it."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Demand, Pay, Role
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import Rung, Value

FEWEST = 30
"""The adverts, or people, below which a figure says too little to be shown."""

PREFERRED = "US"
"""The country that is meant where none is named: most of the figures come from there."""


class PayAt(Value, frozen=True, kw_only=True):
    """What a role is paid at one rung, and the figure that this rests on."""

    figure: Pay
    """Of this rung, of the rung that bounds it, or of all rungs pooled."""
    rung: Rung
    bound: Literal["at least", "at most"] | None = None
    """How the pay stands to the figure, where that is of another rung."""

    @property
    def amount(self) -> int:
        """The median of the figure, a year, in its currency."""
        return self.figure.median

    @property
    def pooled(self) -> bool:
        """Whether the figure is of all rungs together: there are too few adverts of this one."""
        return self.figure.rung == "all"

    def reaches(self, floor: int) -> bool:
        """Whether the pay is known to be `floor` or more.

        A pooled figure does not say so of one rung, nor does an upper bound.
        """
        return not self.pooled and self.bound != "at most" and self.amount >= floor


class RolePay(Value, frozen=True, kw_only=True):
    """The figures that answer a question for a role's pay in one country.

    `too_few` are the rungs asked for that no figure of this country is about alone; `at` holds
    what is known of each rung asked for.
    """

    role: Role
    country: str
    figures: tuple[Pay, ...]
    too_few: tuple[Rung, ...]
    at: tuple[PayAt, ...]


ENOUGH_FOR_SHARES = 100
"""Adverts from which on a share of them is known to about ten points."""


def pay_at(ladder: Ladder, role: Role, rung: Rung, country: str | None = None) -> PayAt | None:
    """What a role is paid at a rung in a country, by default the preferred one.

    The newest collection that has enough adverts of the rung counts; an older figure that would
    put a lower rung above a higher one of a newer collection does not. Where none is left, pay at
    the highest rung is "at least" that at the one below, and at the lowest "at most" that at the
    one above. Failing these, the
    figure of all rungs pooled stands, unless the rung below pays more or the rung above less:
    then that is the bound. Wages earned count only where there are no adverts of the role at all.
    None where nothing is known.
    """
    here = enough(role, country or PREFERRED)
    basis = "advertised" if any(p.basis == "advertised" for p in here) else "earned"
    here = [p for p in here if p.basis == basis]
    by_rung = _by_rung(ladder, here)
    if rung in by_rung:
        return PayAt(figure=by_rung[rung], rung=rung)
    place = ladder.place(rung)
    lower, higher = ladder.ids[:place], ladder.ids[place + 1 :]
    below = next((by_rung[r] for r in reversed(lower) if r in by_rung), None)
    above = next((by_rung[r] for r in higher if r in by_rung), None)
    pooled = next((p for p in here if p.rung == "all"), None)
    told_by = {*lower[-1:], *higher[:1]} if not (lower and higher) else set()
    if below and (pooled is None or below.rung in told_by or pooled.median < below.median):
        return PayAt(figure=below, rung=rung, bound="at least")
    if above and (pooled is None or above.rung in told_by or pooled.median > above.median):
        return PayAt(figure=above, rung=rung, bound="at most")
    return PayAt(figure=pooled, rung=rung) if pooled else None


def enough(role: Role, country: str) -> list[Pay]:
    """The figures of a role in a country that enough adverts or people stand behind.

    Advertised pay first, then the newest collection, then the one of most adverts.
    """
    here = [pay for pay in role.pay if pay.country == country and pay.n >= FEWEST]
    return sorted(here, key=lambda p: (p.basis == "advertised", newest(p), p.n), reverse=True)


def newest(pay: Pay) -> str:
    """The end of the time that a figure was collected in, such as "2025" of "2024-2025"."""
    return max(re.findall(r"\d{4}(?:-\d{2}(?!\d))?", pay.year), default=pay.year)


def pay_of(
    catalogue: Catalogue,
    roles: Sequence[Role],
    country: str | None = None,
    rung: Rung | None = None,
) -> list[RolePay]:
    """The pay of roles in one country, by default the preferred or first one, at a rung or all.

    Advertised figures come first, lowest rung first, the pooled one last. A role named twice is
    answered once. Raises `AskedWrongly` for a country that the catalogue has no figures of.
    """
    country = country_for(catalogue, country, roles)
    distinct = {role.id: role for role in roles}.values()
    return [_role_pay(catalogue.ladder, role, country, rung) for role in distinct]


def countries(roles: Iterable[Role]) -> list[str]:
    """The countries that the roles have figures of, in alphabetical order."""
    return sorted({pay.country for role in roles for pay in role.pay if pay.n >= FEWEST})


def median_pay(role: Role) -> Pay | None:
    """The one figure to order roles by: advertised in the preferred country, all rungs pooled.

    Of several collections the newest; None where there is none.
    """
    here = enough(role, PREFERRED)
    return next((p for p in here if (p.rung, p.basis) == ("all", "advertised")), None)


def known_country(catalogue: Catalogue, country: str | None) -> str:
    """The country that is meant, by default the preferred one. Raises `AskedWrongly`."""
    known = countries(catalogue.roles.values())
    if country is None:
        return PREFERRED if PREFERRED in known or not known else known[0]
    if country.upper() not in known:
        raise AskedWrongly(
            f"there are no figures for the country {country!r}",
            f"choose from {', '.join(known)}"
            if known
            else "this catalogue has no pay for any country",
        )
    return country.upper()


def country_for(catalogue: Catalogue, country: str | None, roles: Iterable[Role]) -> str:
    """The country that is meant; where none is named, one that these roles have figures of.

    Raises `AskedWrongly` for a country that the catalogue has no figures of.
    """
    if country is not None:
        return known_country(catalogue, country)
    known = countries(roles)
    return PREFERRED if PREFERRED in known or not known else known[0]


def most_adverts(role: Role) -> Demand | None:
    """The count of adverts to order roles by: the largest; None where there is none."""
    return max(role.demand, key=lambda demand: demand.n, default=None)


def telling_adverts(role: Role) -> Demand | None:
    """The newest count with enough adverts for shares, or else the largest; None if none."""
    enough = [demand for demand in role.demand if demand.n >= ENOUGH_FOR_SHARES]
    return enough[-1] if enough else most_adverts(role)


def largest_shares(demand: Demand) -> list[tuple[str, float]]:
    """The tools that adverts name and the share of each, from 0 to 1, the largest first."""
    return sorted(demand.shares.items(), key=lambda item: -item[1])


def _role_pay(ladder: Ladder, role: Role, country: str, rung: Rung | None) -> RolePay:
    here = enough(role, country)
    alone = {p.rung for p in here}
    asked: Sequence[Rung] = [rung] if rung else ladder.ids
    too_few = tuple(r for r in asked if r not in alone)
    known = [known for r in asked if (known := pay_at(ladder, role, r, country))]
    shown = [p for p in here if not rung or p.rung == rung or any(p == at.figure for at in known)]
    if too_few:
        shown += [p for p in here if (p.basis, p.rung) == ("earned", "all") and p not in shown]
    order = [*ladder.ids, "all"]
    shown.sort(key=lambda p: order.index(p.rung))
    shown.sort(key=lambda p: (p.basis == "advertised", newest(p), p.source), reverse=True)
    return RolePay(
        role=role, country=country, figures=tuple(shown), too_few=too_few, at=tuple(known)
    )


def _by_rung(ladder: Ladder, figures: Sequence[Pay]) -> dict[Rung, Pay]:
    """The figure of each rung, of figures that stand with the newest first."""
    found: dict[Rung, Pay] = {}
    for pay in figures:
        if pay.rung != "all" and pay.rung not in found:
            newer = [p for p in found.values() if (p.source, p.year) != (pay.source, pay.year)]
            if not any(_upside_down(ladder, pay, other) for other in newer):
                found[pay.rung] = pay
    return found


def _upside_down(ladder: Ladder, a: Pay, b: Pay) -> bool:
    """Whether the lower rung of two pays more."""
    lower, higher = sorted((a, b), key=lambda pay: ladder.place(pay.rung))
    return lower.median > higher.median
