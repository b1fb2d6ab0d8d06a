"""What one position pays compared with another, where figures can be compared."""

from collections.abc import Iterator

from mlroles.core.model.entries import Pay, Role
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.pay.figures import PREFERRED, enough, newest


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
        """Whether the figures are of all rungs together, for want of adverts of single ones."""
        return self.target.rung == "all"


def pay_change(
    origin: tuple[Role, Rung], target: tuple[Role, Rung], country: str = PREFERRED
) -> PayChange | None:
    """Compare the pay of two roles, each at a rung; None where it is unknown.

    Figures of the rungs themselves come first. Failing these, those of all rungs pooled stand
    for both roles at one rung. Advertised pay comes before earned, then the newest collection,
    then that of the most adverts for the smaller side.
    """
    (a, rung_a), (b, rung_b) = origin, target
    found = list(_comparable(a, rung_a, b, rung_b, country))
    if not found and rung_a == rung_b and a.id != b.id:
        found = list(_comparable(a, "all", b, "all", country))

    def strength(change: PayChange) -> tuple[bool, str, int]:
        origin, target = change.origin, change.target
        return origin.basis == "advertised", newest(origin), min(origin.n, target.n)

    return max(found, key=strength, default=None)


def _comparable(a: Role, rung_a: str, b: Role, rung_b: str, country: str) -> Iterator[PayChange]:
    for origin in enough(a, country):
        for target in enough(b, country):
            of_one_kind = (origin.source, origin.basis, origin.year, origin.currency) == (
                target.source,
                target.basis,
                target.year,
                target.currency,
            )
            if of_one_kind and (origin.rung, target.rung) == (rung_a, rung_b):
                yield PayChange(origin=origin, target=target)
