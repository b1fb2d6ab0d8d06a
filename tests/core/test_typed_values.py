"""Amounts, shares and countries as people type them."""

from collections.abc import Callable

import pytest

from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.limits import AMOUNT
from mlroles.core.model.typed import amount, country, share


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("165000", 165_000),
        ("165,000", 165_000),
        ("165.000", 165_000),
        ("165_000", 165_000),
        ("165k", 165_000),
        ("1.2m", 1_200_000),
        ("$95.5K", 95_500),
        (str(AMOUNT.most), AMOUNT.most),
        ("0", 0),
    ],
)
def test_amounts(typed: str, value: int) -> None:
    """With the marks of thousands of several countries."""
    assert amount(typed) == value


@pytest.mark.parametrize(
    ("typed", "value"), [("0.9", 0.9), ("90%", 0.9), (" 1 ", 1.0), ("0", 0.0), ("110 %", 1.1)]
)
def test_shares(typed: str, value: float) -> None:
    """Of the whole, or in percent."""
    assert share(typed) == pytest.approx(value)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("us", "US"), ("USA", "US"), ("uk", "GB"), ("germany", "DE"), ("xx", "XX"), ("FR", "FR")],
)
def test_countries(typed: str, code: str) -> None:
    """By name or by code; two letters may be a country that is not known here."""
    assert country(typed) == code


@pytest.mark.parametrize(
    ("read", "typed", "told"),
    [
        (amount, str(AMOUNT.most + 1), "is more than"),
        (amount, "much", "is not an amount"),
        (amount, "-5", "is not an amount"),
        (share, "-1", "is not a share"),
        (share, "half", "is not a share"),
        (share, "5%%", "is not a share"),
        (share, "nan", "is not a share"),
        (share, "inf", "is not a share"),
        (country, "Germny", "no country called"),
        (country, "Atlantis", "no country called"),
    ],
)
def test_what_is_none(read: Callable[[str], object], typed: str, told: str) -> None:
    """Each is refused in its own words."""
    with pytest.raises(AskedWrongly, match=told):
        read(typed)
