"""What a role is paid: which figures answer a question."""

import pytest

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Pay, Role
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.ladder import LADDER
from mlroles.core.model.vocabulary import replace
from mlroles.core.pay.figures import FEWEST, countries, enough, median_pay, pay_at, pay_of


def figure(
    rung: str,
    n: int,
    country: str = "US",
    basis: str = "advertised",
    median: int | None = None,
    year: str = "2025",
) -> Pay:
    fields = {"country": country, "currency": "USD", "basis": basis, "rung": rung, "n": n}
    median = 100_000 + n if median is None else median
    return Pay(**fields, year=year, median=median, source=f"editorial-{year}")


@pytest.fixture
def role(bundled: Catalogue) -> Role:
    """A role with few figures."""
    pay = [figure("mid", 40), figure("senior", 29), figure("all", 90), figure("all", 31, "GB")]
    return replace(bundled.roles["data-engineer"], pay=pay)


def test_all_rungs_are_shown(bundled: Catalogue, role: Role) -> None:
    """Without a rung all figures of enough adverts answer, the pooled one last."""
    (paid,) = pay_of(bundled, [role])
    assert [f.rung for f in paid.figures] == ["mid", "all"]
    assert paid.too_few == ("junior", "senior", "lead")


def test_a_rung_with_enough_adverts_stands_alone(bundled: Catalogue, role: Role) -> None:
    """Nothing is widened that need not be."""
    (paid,) = pay_of(bundled, [role], "us", "mid")
    assert [f.rung for f in paid.figures] == ["mid"]
    assert paid.too_few == ()


def test_too_few_adverts_are_widened(bundled: Catalogue, role: Role) -> None:
    """Under 30 adverts the pooled figure answers, and it is said."""
    (paid,) = pay_of(bundled, [role], "US", "senior")
    assert [f.rung for f in paid.figures] == ["all"]
    assert paid.too_few == ("senior",)


def test_too_few_adverts_at_all_are_no_figure(bundled: Catalogue, role: Role) -> None:
    """Where pooling does not help either, there is no figure."""
    (paid,) = pay_of(bundled, [replace(role, pay=[figure("all", FEWEST - 1)])])
    assert paid.figures == ()


def test_the_order_of_figures(role: Role) -> None:
    """Advertised pay first, then the newest, then that of most adverts; thirty are enough."""
    ordered = [
        figure("mid", FEWEST, year="2025"),
        figure("mid", 90, year="2024"),
        figure("senior", 40, year="2024"),
        figure("mid", 900, basis="earned", year="2026"),
    ]
    others = [figure("mid", FEWEST - 1, year="2026"), figure("mid", 50, "GB", year="2026")]
    shuffled = [*ordered[::-1], *others]
    assert enough(replace(role, pay=shuffled), "US") == ordered


def test_country_without_figures(bundled: Catalogue, role: Role) -> None:
    """A country that the catalogue does not know is asked wrongly; one that a role lacks is not."""
    with pytest.raises(AskedWrongly, match="'XX'"):
        pay_of(bundled, [role], "XX")
    (paid,) = pay_of(bundled, [replace(role, pay=[figure("all", 90)])], "GB")
    assert paid.figures == ()


def test_first_country_where_the_preferred_one_is_missing(bundled: Catalogue, role: Role) -> None:
    """Figures from elsewhere answer where there are none from the preferred country."""
    elsewhere = replace(role, pay=[figure("all", 50, "NL"), figure("all", 50, "DE")])
    (paid,) = pay_of(bundled, [elsewhere])
    assert paid.country == "DE"


@pytest.mark.parametrize(
    ("medians", "expected"),
    [
        ({"mid": 100, "senior": 130, "all": 110}, ["≤100", "100", "130", "≥130"]),
        ({"all": 110}, ["*110", "*110", "*110", "*110"]),
        ({"senior": 130, "all": 130}, ["*130", "*130", "130", "≥130"]),
        ({"mid": 120, "all": 110}, ["≤120", "120", "≥120", "≥120"]),
        ({"mid": 110, "all": 110}, ["≤110", "110", "*110", "*110"]),
        ({"senior": 130, "all": 140}, ["≤130", "≤130", "130", "≥130"]),
        ({"junior": 105, "mid": 100, "lead": 90}, ["105", "100", "≥100", "90"]),
        ({}, [None] * 4),
    ],
)
def test_thin_rungs_are_bounded(
    role: Role, medians: dict[str, int], expected: list[str | None]
) -> None:
    """Lead is at least senior, junior at most mid, others pooled; adverts go before all that."""
    one = replace(role, pay=[figure(rung, 30, median=m) for rung, m in medians.items()])
    sign = {"at least": "≥", "at most": "≤", None: ""}
    known = [pay_at(LADDER, one, rung) for rung in LADDER.ids]
    assert [k and f"{sign[k.bound]}{'*' * k.pooled}{k.amount}" for k in known] == expected


def test_the_newest_collection_counts(role: Role) -> None:
    """Adverts before wages, the newest before the most; an older one never turns rungs round."""
    old = {"median": 100, "year": "2024"}
    new = {"median": 120, "year": "2026"}
    earned = figure("senior", 9000, basis="earned", median=999, year="2027")
    one = replace(role, pay=[earned, figure("mid", 900, **old), figure("mid", 30, **new)])
    assert [pay_at(LADDER, one, r).amount for r in LADDER.ids] == [120] * 4  # type: ignore[union-attr]
    lead = figure("lead", 500, median=110, year="2024")
    inverted = replace(role, pay=[lead, figure("senior", 30, **new)])
    assert pay_at(LADDER, inverted, "lead") == pay_at(
        LADDER, replace(inverted, pay=inverted.pay[1:]), "lead"
    )
    assert pay_at(LADDER, replace(role, pay=[earned]), "senior").figure == earned  # type: ignore[union-attr]


def test_a_floor_is_reached_only_by_what_is_known(role: Role) -> None:
    """Neither a pooled figure nor an upper bound says that one rung is paid so much."""
    pay = [figure("mid", 30, median=100), figure("senior", 30, median=130)]
    one = replace(role, pay=pay)
    assert [pay_at(LADDER, one, r).reaches(100) for r in LADDER.ids] == [False, True, True, True]  # type: ignore[union-attr]
    pooled = replace(role, pay=[figure("all", 30, median=200)])
    assert not any(pay_at(LADDER, pooled, r).reaches(100) for r in LADDER.ids)  # type: ignore[union-attr]


def test_no_lead_is_paid_less_than_a_senior(bundled: Catalogue) -> None:
    """Nor a junior more than a mid; over all roles and countries, unless the adverts say so."""
    checked = 0
    for role in bundled.roles.values():
        for country in countries([role]):
            known = {rung: pay_at(LADDER, role, rung, country) for rung in LADDER.ids}
            for lower, higher in (("junior", "mid"), ("senior", "lead")):
                a, b = known[lower], known[higher]  # type: ignore[index]
                assert (a is None) == (b is None)
                if a and b and a.amount > b.amount:
                    own = [(p.bound, p.pooled, p.figure.n >= FEWEST) for p in (a, b)]
                    assert own == [(None, False, True)] * 2
                    assert a.figure.source == b.figure.source
                checked += a is not None
    assert checked > 80


def test_order_by_pay_uses_the_largest_collection(role: Role) -> None:
    """Of several pooled figures that of the most adverts counts; what is earned never does."""
    pay = [figure("all", 40), figure("all", 60), figure("all", 9000, basis="earned")]
    figures = replace(role, pay=pay)
    assert median_pay(figures) == pay[1]
    assert median_pay(replace(role, pay=[])) is None
    assert countries([figures]) == ["US"]
    few = [figure("mid", FEWEST, "GB"), figure("mid", FEWEST - 1, "DE")]
    assert countries([replace(role, pay=few)]) == ["GB"]
