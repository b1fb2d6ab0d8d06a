"""Days that there are not, and letters that are no country, are told."""

import pytest

from mlroles.core.model.shape import shape_problems
from mlroles.core.model.vocabulary import Country, Day


@pytest.mark.parametrize("day", ["2026", "2026-02", "2024-02-29", "2026-04-30", "2026-12-31"])
def test_days(day: str) -> None:
    """A year, a month or a day."""
    assert not list(shape_problems(day, Day))


@pytest.mark.parametrize(
    "day",
    ["2026-13-45", "2026-13", "2026-02-30", "2026-04-31", "2026-00-10", "2026-1-5", "26", "May"],
)
def test_days_that_there_are_not(day: str) -> None:
    """No calendar has them."""
    ((_, told, _),) = shape_problems(day, Day)
    assert told == f"{day!r} does not have the right form"


@pytest.mark.parametrize("country", ["GB", "DE", "US", "XK"])
def test_countries(country: str) -> None:
    """Two letters of ISO 3166."""
    assert not list(shape_problems(country, Country))


@pytest.mark.parametrize("country", ["UK", "EU", "XQ", "us", "USA", "England"])
def test_countries_that_are_none(country: str) -> None:
    """What is written for one, but is not its code."""
    assert list(shape_problems(country, Country))
