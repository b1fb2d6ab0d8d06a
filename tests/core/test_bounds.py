"""Limits as people read them."""

import pytest

from mlroles.core.model.limits import Limit


@pytest.mark.parametrize(
    ("most", "unit", "told"),
    [
        (1_000_000, "bytes", "1 MB"),
        (25_000_000, "bytes", "25 MB"),
        (999_999, "bytes", "999,999 bytes"),
        (2_000_000, "rows", "2,000,000 rows"),
        (60, "", "60"),
    ],
)
def test_a_limit_as_it_is_told(most: int, unit: str, told: str) -> None:
    """Megabytes from one on, else the number and what is counted."""
    assert str(Limit(most, unit, "a file")) == told
