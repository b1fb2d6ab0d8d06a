"""What a role is paid: which figures answer a question."""

import pytest

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Pay, Role
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.vocabulary import replace
from mlroles.core.pay.figures import FEWEST, countries, median_pay, pay_of


def figure(rung: str, n: int, country: str = "US", basis: str = "advertised") -> Pay:
    fields = {"country": country, "currency": "USD", "basis": basis, "rung": rung, "n": n}
    return Pay(**fields, year="2025", median=100_000 + n, source="editorial")


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


def test_order_by_pay_uses_the_largest_collection(role: Role) -> None:
    """Of several pooled figures that of the most adverts counts; what is earned never does."""
    pay = [figure("all", 40), figure("all", 60), figure("all", 9000, basis="earned")]
    figures = replace(role, pay=pay)
    assert median_pay(figures) == pay[1]
    assert median_pay(replace(role, pay=[])) is None
    assert countries([figures]) == ["US"]
