"""Amounts of money, shares and countries as people type them."""

import re

from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.limits import AMOUNT
from mlroles.core.model.names import fold, remedy_for

_AMOUNT = re.compile(r"(\d+(?:[.,]\d{3})*|\d+(?:\.\d+)?)\s*([km]?)", re.IGNORECASE)
COUNTRIES = """
AT Austria; AU Australia; BE Belgium; BR Brazil; CA Canada; CH Switzerland; CN China; CZ Czechia;
DE Germany, Deutschland, DEU; DK Denmark; EE Estonia; ES Spain; FI Finland; FR France; GB United
Kingdom, UK, Great Britain, Britain, England, GBR; IE Ireland; IL Israel; IN India; IT Italy; JP
Japan; KR South Korea; LT Lithuania; LV Latvia; MX Mexico; NL Netherlands, The Netherlands, Holland;
NO Norway; NZ New Zealand; PL Poland; PT Portugal; RO Romania; SE Sweden; SG Singapore; UA Ukraine;
US United States, USA, United States of America, America; ZA South Africa
"""
"""The two letters of each country, and what people call it."""

_TIMES = {"": 1, "k": 1_000, "m": 1_000_000}


def amount(typed: str) -> int:
    """A whole amount: 165000, 165,000, 165k or 1.2m. Raises `AskedWrongly`."""
    found = _AMOUNT.fullmatch(typed.strip().lstrip("$€£").replace("_", ""))
    if not found:
        raise AskedWrongly(f"{typed!r} is not an amount", "write it as 165000 or 165k")
    number = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", found[1])
    value = float(number) * _TIMES[found[2].lower()]
    if value > AMOUNT.most:
        raise AskedWrongly(f"{typed!r} is more than {AMOUNT}", "write it as 165000 or 165k")
    return round(value)


def share(typed: str) -> float:
    """A share of the whole, 0 or more: 0.9 or 90%. Raises `AskedWrongly`."""
    number, percent, rest = typed.strip().partition("%")
    try:
        value = float(number)
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf") or rest:  # what is no number at all is neither
        raise AskedWrongly(f"{typed!r} is not a share", "write it as 0.9 or 90%")
    return value / 100 if percent else value


def country(typed: str) -> str:
    """The two letters of a country: us, USA, uk, Germany. Raises `AskedWrongly`."""
    rows = (" ".join(row.split()).partition(" ") for row in COUNTRIES.split(";"))
    codes = {name: code for code, _, names in rows for name in names.split(", ")}
    folded = {fold(name): code for name, code in codes.items()}
    word = fold(typed)
    if word in folded or len(word) == 2:
        return folded.get(word, word.upper())
    near = remedy_for(typed, list(codes))
    raise AskedWrongly(
        f"no country called {typed!r} is known",
        near if near.startswith("did") else "write its two letters, such as US or GB",
    )
