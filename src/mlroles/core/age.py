"""How old a fact is, and whether that is too old."""

import re

_YEAR_AND_MONTH = re.compile(r"(\d{4})(?:-(\d{2})(?!\d))?")


def month_of(dates: str) -> int:
    """The month in which dates end, counted from the year 0.

    Takes days, months, years and spans as the catalogue writes them; what names no month ends
    with its year: "2024-2025" is December 2025. Raises `ValueError` where there is no year.
    """
    found = _YEAR_AND_MONTH.findall(dates)
    if not found:
        raise ValueError(f"{dates!r} names no year")
    year, month = found[-1]
    return int(year) * 12 + int(month or 12)


def age_in_years(dates: str, today: str) -> float:
    """How many years ago dates ended, in twelfths; 0 for those that have not ended."""
    return max(0, month_of(today) - month_of(dates)) / 12


def too_old(dates: str, horizon_years: int, today: str) -> bool:
    """Whether a fact of these dates is older than its source's facts may be."""
    return age_in_years(dates, today) > horizon_years
