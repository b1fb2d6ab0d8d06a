"""How old a fact is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.roles.provenance import age_in_years, month_of, too_old

MONTHS = st.tuples(st.integers(1990, 2090), st.integers(1, 12))


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("2024-05-12", "2024-05"),
        ("2024-05", "2024-05"),
        ("2024", "2024-12"),
        ("2024-2025", "2025-12"),
        ("2024-09 to 2024-12", "2024-12"),
        ("January to December 2024", "2024-12"),
    ],
)
def test_dates_end_with_their_last_month(written: str, month: str) -> None:
    """What names no month ends with its year, and a span with its last."""
    assert month_of(written) == month_of(month)


def test_words_without_a_year_are_no_date() -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match="names no year"):
        month_of("last spring")


@given(MONTHS, MONTHS)
def test_age_is_never_negative(a: tuple[int, int], b: tuple[int, int]) -> None:
    """A fact of the future is new; one of the past is as old as the months between."""
    first, second = (f"{year}-{month:02}" for year, month in sorted([a, b]))
    assert age_in_years(second, first) == 0
    assert age_in_years(first, second) * 12 == pytest.approx(month_of(second) - month_of(first))


def test_facts_are_too_old_after_their_horizon() -> None:
    """The horizon itself still holds."""
    assert not too_old("2024-06", 2, "2026-06-30")
    assert too_old("2024-06", 2, "2026-07-01")
