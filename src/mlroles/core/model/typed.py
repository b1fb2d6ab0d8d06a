"""Amounts of money and shares as people type them."""

import re

from mlroles.core.model.errors import AskedWrongly

_AMOUNT = re.compile(r"(\d+(?:[.,]\d{3})*|\d+(?:\.\d+)?)\s*([km]?)", re.IGNORECASE)
_TIMES = {"": 1, "k": 1_000, "m": 1_000_000}


def amount(typed: str) -> int:
    """A whole amount: 165000, 165,000, 165k or 1.2m. Raises `AskedWrongly`."""
    found = _AMOUNT.fullmatch(typed.strip().lstrip("$€£").replace("_", ""))
    if not found:
        raise AskedWrongly(f"{typed!r} is not an amount", "write it as 165000 or 165k")
    number = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", found[1])
    return round(float(number) * _TIMES[found[2].lower()])


def share(typed: str) -> float:
    """A share of the whole, 0 or more: 0.9 or 90%. Raises `AskedWrongly`."""
    number, percent, rest = typed.strip().partition("%")
    try:
        value = float(number)
    except ValueError:
        value = -1.0
    if value < 0 or rest or value == float("inf"):
        raise AskedWrongly(f"{typed!r} is not a share", "write it as 0.9 or 90%")
    return value / 100 if percent else value
