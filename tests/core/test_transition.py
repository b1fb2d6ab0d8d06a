"""The kind of a move, and what two positions pay beside each other."""

import pytest

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Pay, Role
from mlroles.core.model.ladder import LADDER
from mlroles.core.model.vocabulary import Rung, replace
from mlroles.core.moves.readiness import verdict
from mlroles.core.moves.transition import transition
from mlroles.core.pay.change import pay_change
from mlroles.core.pay.figures import FEWEST, pay_at


def paid(role: Role, family: str, medians: dict[str, int], source: str = "s", n: int = 99) -> Role:
    """A role of a family that is paid so at each rung."""
    pay = [
        Pay(
            country="US",
            currency="USD",
            basis="advertised",
            rung=rung,  # type: ignore[arg-type]
            year="2025",
            n=n,
            median=median,
            source=source,
        )
        for rung, median in medians.items()
    ]
    return replace(role, family=family, pay=pay)


@pytest.mark.parametrize(
    ("family", "rung", "median", "kind"),
    [
        ("f", "mid", 120, "advancement"),
        ("g", "mid", 120, "lateral advancement"),
        ("f", "mid", 105, "similar"),
        ("g", "mid", 105, "lateral"),
        ("g", "mid", 60, "lateral"),
        ("f", "senior", 100, "advancement"),
        ("f", "senior", 99, "similar"),
        ("g", "senior", None, "lateral advancement"),
        ("g", "junior", None, "down"),
        ("f", "junior", 120, "down"),
    ],
)
def test_kinds(bundled: Catalogue, family: str, rung: Rung, median: int | None, kind: str) -> None:
    """More pay, or a higher rung for no less, is up; a lower rung is down."""
    a = paid(bundled.role("devops"), "f", {"mid": 100})
    b = paid(bundled.role("mlops"), family, {rung: median} if median else {})
    found = transition(LADDER, (a, "mid"), (b, rung))
    assert found.kind == kind
    assert found.desirable("stretch") is False
    assert found.desirable("viable") is (median >= 75 if median else None)


def test_only_like_is_compared(bundled: Catalogue) -> None:
    """One source, one rung each; or pooled figures of both at one rung; or else it is unknown."""
    a, b = bundled.role("devops"), bundled.role("mlops")
    rungs = {"mid": 100, "all": 200}
    here = paid(a, "f", rungs)
    assert pay_change((here, "mid"), (paid(b, "f", rungs, "other"), "mid")) is None
    assert pay_change((here, "mid"), (paid(b, "f", rungs, n=FEWEST - 1), "mid")) is None
    pooled = pay_change((here, "mid"), (paid(b, "f", {"all": 300}), "mid"))
    assert pooled is not None
    assert (pooled.ratio, pooled.pooled) == (1.5, True)
    assert pay_change((here, "mid"), (paid(b, "f", {"all": 300}), "senior")) is None
    assert pay_change((here, "mid"), (here, "senior")) is None


def test_which_figures_are_compared(bundled: Catalogue) -> None:
    """Advertised pay before earned, then the newest, then that of most adverts on both sides."""

    def figures(median: int, few: int) -> list[Pay]:
        one = paid(bundled.role("devops"), "f", {"mid": median}).pay[0]
        kinds: list[dict[str, object]] = [
            {"basis": "earned", "year": "2026", "n": 900},
            {"year": "2024", "n": 800},
            {"source": "a", "n": few},
            {"source": "b", "n": 60},
        ]
        told = [replace(one, **kind, median=median + at) for at, kind in enumerate(kinds)]
        return told if median == 100 else told[::-1]

    a = replace(bundled.role("devops"), pay=figures(100, 70))
    for few, best in ((50, 3), (65, 2)):
        b = replace(bundled.role("mlops"), pay=figures(200, few))
        change = pay_change((a, "mid"), (b, "mid"))
        assert change is not None
        assert (change.origin.median, change.target.median) == (100 + best, 200 + best)


def test_a_figure_is_of_the_rung_or_pooled(bundled: Catalogue) -> None:
    """Too few adverts for a rung: all rungs pooled; none at all: unknown."""
    role = paid(bundled.role("devops"), "f", {"mid": 100, "all": 200})
    assert [pay_at(LADDER, role, r).amount for r in ("mid", "lead")] == [100, 200]  # type: ignore[union-attr, arg-type]
    assert pay_at(LADDER, role, "mid", "DE") is None


def test_viable_is_at_most_one_rung_up() -> None:
    """Comfortable rests on readiness alone, viable on at most one rung up too."""
    assert [verdict(0.6, rungs) for rungs in (-2, 0, 1, 2)] == [*["viable"] * 3, "stretch"]
    assert verdict(0.8, 2) == "comfortable"
