"""What a role is paid in a country: the figures, widened where too few adverts stand behind one."""

from collections.abc import Iterable, Sequence
from typing import Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Demand, Pay, Role
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.vocabulary import RUNGS, Rung, Value

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
        """Whether the figure is of all rungs together: too few adverts tell of this one."""
        return self.figure.rung == "all"

    def reaches(self, floor: int) -> bool:
        """Whether the pay is known to be `floor` or more."""
        return not self.pooled and self.bound != "at most" and self.amount >= floor


def pay_at(role: Role, rung: Rung, country: str | None = None) -> PayAt | None:
    """What a role is paid at a rung in a country, the newest collection first."""
    here = [p for p in role.pay if p.country == (country or PREFERRED) and p.n >= FEWEST]
    bounds: list[tuple[str, Literal["at least", "at most"] | None]] = [(rung, None)]
    if rung == "lead":
        bounds.append(("senior", "at least"))
    if rung == "junior":
        bounds.append(("mid", "at most"))
    for asked, bound in (*bounds, ("all", None)):
        found = [p for p in here if p.rung == asked]
        if found:
            best = max(found, key=lambda p: (p.basis == "advertised", p.year[-4:], p.n))
            return PayAt(figure=best, rung=rung, bound=bound)
    return None


class RolePay(Value, frozen=True, kw_only=True):
    """The figures that answer a question for a role's pay in one country.

    `too_few` are the rungs asked for that no figure of this country is about alone; where it
    is not empty, `figures` holds those of all rungs pooled in their place.
    """

    role: Role
    country: str
    figures: tuple[Pay, ...]
    too_few: tuple[Rung, ...]


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
    return [_role_pay(role, country, rung) for role in distinct]


def countries(roles: Iterable[Role]) -> list[str]:
    """The countries that the roles have figures of, in alphabetical order."""
    return sorted({pay.country for role in roles for pay in role.pay if pay.n >= FEWEST})


def median_pay(role: Role) -> Pay | None:
    """The one figure to order roles by: advertised in the preferred country, all rungs pooled.

    Of several collections that of the most adverts; None where there is none.
    """
    pooled = [
        pay
        for pay in role.pay
        if (pay.country, pay.rung, pay.basis) == (PREFERRED, "all", "advertised")
        and pay.n >= FEWEST
    ]
    return max(pooled, key=lambda pay: pay.n, default=None)


def seat_pay(role: Role, rung: Rung, country: str) -> Pay | None:
    """The one figure for a role at a rung in a country: that of the rung, else of all pooled.

    Advertised goes before earned, and of several collections that of the most adverts counts.
    None where there is none of enough adverts.
    """
    here = [p for p in role.pay if p.country == country and p.n >= FEWEST]
    fitting = [p for p in here if p.rung in (rung, "all")]
    return max(
        fitting,
        key=lambda pay: (pay.basis == "advertised", pay.rung == rung, pay.n),
        default=None,
    )


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


def _role_pay(role: Role, country: str, rung: Rung | None) -> RolePay:
    here = [p for p in role.pay if p.country == country and p.n >= FEWEST]
    told = {p.rung for p in here if p.basis == "advertised"}
    asked: Sequence[Rung] = [rung] if rung else RUNGS
    too_few = tuple(r for r in asked if r not in told)
    shown = [p for p in here if p.rung in asked or (p.rung == "all" and (too_few or not rung))]
    order = [*RUNGS, "all"]
    shown.sort(key=lambda p: (p.basis != "advertised", p.source, order.index(p.rung)))
    return RolePay(role=role, country=country, figures=tuple(shown), too_few=too_few)
