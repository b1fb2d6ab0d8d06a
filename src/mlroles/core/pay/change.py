"""What one position pays beside another, as far as figures that may be compared tell."""

from collections.abc import Iterator

from mlroles.core.model.entries import Pay, Role
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.pay.figures import FEWEST, PREFERRED


class PayChange(Value, frozen=True, kw_only=True):
    """Two medians of one source, year, basis, country and currency, and their ratio."""

    origin: Pay
    target: Pay

    @property
    def ratio(self) -> float:
        """The median of the target over that of the origin."""
        return self.target.median / self.origin.median

    @property
    def pooled(self) -> bool:
        """Whether the figures are of all rungs together: too few adverts tell of the rungs."""
        return self.target.rung == "all"


def pay_change(
    origin: tuple[Role, Rung], target: tuple[Role, Rung], country: str = PREFERRED
) -> PayChange | None:
    """Compare the pay of two roles, each at a rung; None where it is unknown.

    Figures of the rungs themselves come first. Failing these, those of all rungs pooled stand
    for both roles at one rung. Advertised pay comes before earned, and of several collections
    that of the most adverts for the smaller side.
    """
    (a, rung_a), (b, rung_b) = origin, target
    found = list(_comparable(a, rung_a, b, rung_b, country))
    if not found and rung_a == rung_b and a.id != b.id:
        found = list(_comparable(a, "all", b, "all", country))

    def strength(change: PayChange) -> tuple[bool, int]:
        return change.origin.basis == "advertised", min(change.origin.n, change.target.n)

    return max(found, key=strength, default=None)


def figure_at(role: Role, rung: Rung, country: str = PREFERRED) -> Pay | None:
    """The pay of a role at a rung, or of all rungs pooled where too few adverts tell of it.

    Of several collections that of the most adverts; None where the pay is unknown.
    """
    for asked in (rung, "all"):
        found = [pay for pay in _told(role, country) if pay.rung == asked]
        if found:
            return max(found, key=lambda pay: (pay.basis == "advertised", pay.n))
    return None


def _comparable(a: Role, rung_a: str, b: Role, rung_b: str, country: str) -> Iterator[PayChange]:
    for origin in _told(a, country):
        for target in _told(b, country):
            of_one_kind = (origin.source, origin.basis, origin.year, origin.currency) == (
                target.source,
                target.basis,
                target.year,
                target.currency,
            )
            if of_one_kind and (origin.rung, target.rung) == (rung_a, rung_b):
                yield PayChange(origin=origin, target=target)


def _told(role: Role, country: str) -> Iterator[Pay]:
    """The figures of a role in a country that enough adverts or people stand behind."""
    return (pay for pay in role.pay if pay.country == country and pay.n >= FEWEST)
