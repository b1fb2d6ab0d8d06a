"""Read what an advert says it pays: amounts, currency and period."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

from mlroles.core.model.vocabulary import Value

Period = Literal["hour", "day", "week", "month", "year"]


class StatedPay(Value, frozen=True, kw_only=True):
    """What is paid; `low` is None for "up to", `high` for "from"."""

    low: float | None
    high: float | None
    currency: str | None
    """ISO 4217; a bare $ is taken for USD."""
    period: Period


_CURRENCIES = {
    "USD": "$ US$",
    "CAD": "C$ CA$",
    "AUD": "A$ AU$",
    "GBP": "£",
    "EUR": "€ EURO EUROS",
    "INR": "₹ RS RS.",
    "JPY": "¥",
    "PLN": "ZŁ",
}
_SIGNS = {sign: code for code, signs in _CURRENCIES.items() for sign in signs.split()}
_CODES = (
    *("USD", "EUR", "GBP", "CAD", "AUD", "CHF", "INR", "SGD", "PLN", "SEK", "DKK", "NOK", "NZD"),
    *("JPY", "BRL", "ILS", "AED", "Euro", "euro", "zł", "Rs"),
)
# Each way begins with a letter or sign of its own, which makes the search five times as fast.
_CURRENCY = "|".join(
    [
        *(r"US\$", r"CA?\$", r"AU?\$", r"\$", "£", "€", "₹", "¥", "zł", r"Euros?\b", r"euros?\b"),
        *(r"Rs(?<=\bRs)\b\.?", *(rf"{code}(?<=\b{code})\b" for code in _CODES[:17])),
    ]
)
_ANY_SIGN, _ANY_CODE = re.compile("[$£€₹¥]"), re.compile("|".join(_CODES))
_ANY_CURRENCY = re.compile(_CURRENCY)
_DOLLARS = re.compile(r"\b(?:AUD|CAD|NZD|SGD)(?=\s?$)")
"""Whose dollars an amount behind it is in: CAD $90k."""
_AMOUNT = r"(?:\d{1,3}(?:[,.'’\u00a0\u202f ]\d{2,3}(?!\d)){1,3}|\d{1,7})(?:[.,]\d{1,2})?(?!\d)"
_MONEY = re.compile(
    rf"(?:(?P<sign>{_CURRENCY})\s?)?(?<![\d,.])(?P<low>{_AMOUNT})\s?(?P<k>[kK]\b)?"
    rf"(?:\s?(?:--?|–|—|to\b|bis\b|à)\s?(?P<high>{_AMOUNT})\s?(?P<k2>[kK]\b)?)?"
    rf"(?:\s?(?P<code>{_CURRENCY}))?(?P<more>\+)?"
)
_BEFORE_SIGN, _BEHIND_SIGN = 24, 50
"""How far from the sign of a currency its amount reaches."""
_JOINS = re.compile(
    r"[\s*_\\]{0,3}(?:(?:per|an?|/)?\s?(?:hour|hr|day|month|year|yr|annum|p\.?a\.?|pd|ph)\s?)?"
    r"(?:--?|–|—|to|and|bis|et|à)[\s*_\\]{0,3}",
    re.IGNORECASE,
)
"""What stands between the two ends of a range."""
_PERIODS: dict[Period, str] = {
    "hour": r"hourly|hour|hr\b|ph\b|h\b|stunde|heure",
    "day": r"daily|day|pd\b|tag\b|jour\b",
    "week": r"weekly|week",
    "month": r"monthly|month|pcm\b|monat|mois",
    "year": r"yearly|year|yr\b|annum|annual|p\.?\s?a\b|jahr|an\b",
}
_PERIOD = re.compile(
    r"[\s,(*]{0,3}(?:gross |brutto |base |bruts? |salary )?(?:(?:per|an?|/|pro|par|im)\s?)?(?:"
    + "|".join(f"(?P<{period}>{words})" for period, words in _PERIODS.items())
    + ")",
    re.IGNORECASE,
)
_FORMAL = ("annum", "p.a", "pa")
"""Words for a year that are used of pay alone."""
_UP_TO = re.compile(r"(?:to|bis zu|jusqu[’']à|maximum(?: of)?)\s?$", re.IGNORECASE)
_FROM = re.compile(
    r"(?:\bfrom|start(?:s|ing)? (?:at|from)|\bab|à partir de|minimum(?: of)?)\s?$", re.IGNORECASE
)
_IS_PAY = re.compile(
    r"salar|\bpay\b|compensation|\bwages?\b|remunerat|\bearn|\brate\b|\bctc\b|gehalt|salaire"
    r"|vergütung|\blohn\b|rémunération|\bOTE\b|\bpackage\b",
    re.IGNORECASE,
)
_IS_A_SUM = re.compile(r"\s?\+?\s?(?:[mb]n?\b|mm\b|million|billion|trillion|crore)", re.IGNORECASE)
_IS_NO_PAY = re.compile(
    r"funding|raised|revenue|stipend|budget|allowance|reimburse|referral|bonus(?:es)? of|incentive"
    r"|\bcredits?\b|tuition|sign[- ]on|\bmatch\b|customers|users|training|learning|education"
    r"|equipment|contribution|401",
    re.IGNORECASE,
)
_LIMITS: dict[Period, tuple[float, float]] = {
    "hour": (5, 500),
    "day": (40, 4_000),
    "week": (150, 20_000),
    "month": (400, 300_000),
    "year": (9_000, 20_000_000),
}
"""What is paid a period, at least and at most."""
_LIKELY_PAY = 1_000_000
"""What no range such as $120k-150k exceeds that is pay."""
_LAKH = 100_000
_LAKHS = re.compile(
    r"(?P<low>\d{1,2}(?:\.\d)?)\s?(?:(?:-|–|to)\s?(?P<high>\d{1,2}(?:\.\d)?)\s?)?(?:LPA|[Ll]akhs?)\b"
)
_CONTEXT = 120
"""How many characters before an amount say that it is pay."""


def pay_in(text: str) -> tuple[StatedPay, int, int] | None:
    """The first amount in a text that is pay, and where it starts and ends."""
    if "LPA" in text or "akh" in text:
        lakhs = _LAKHS.search(text)
        if lakhs:
            ends = [float(lakhs[end]) * _LAKH for end in ("low", "high") if lakhs[end]]
            pay = StatedPay(low=ends[0], high=ends[-1], currency="INR", period="year")
            return pay, *lakhs.span()
    amounts = list(_amounts(text))
    for one, following in zip_longest(amounts, amounts[1:]):
        last, end = one, one.end()
        if following and not one["high"] and _JOINS.fullmatch(text, end, following.start()):
            last = following
        if found := _pay_of(text, one, last):
            return found, one.start(), last.end()
    return None


def _amounts(text: str) -> Iterator[re.Match[str]]:
    """The amounts of money in a text."""
    behind = 0
    written = _ANY_CODE.search(text)  # the slower search is seldom needed
    for sign in (_ANY_CURRENCY if written else _ANY_SIGN).finditer(text):
        start = max(behind, sign.start() - _BEFORE_SIGN)
        for found in _MONEY.finditer(text, start, sign.end() + _BEHIND_SIGN):
            if found["sign"] or found["code"]:
                behind = found.end()
                yield found
                break


def _pay_of(text: str, first: re.Match[str], last: re.Match[str]) -> StatedPay | None:
    """What an amount, or two that are a range, say of pay; None if they are something else."""
    before = text[max(0, first.start() - _CONTEXT) : first.start()]
    after = re.split(r"[.;\n](?:\s|$)", text[last.end() : last.end() + 45])[0]
    if _IS_A_SUM.match(text, last.end()):
        return None
    if _IS_NO_PAY.search(after) or _IS_NO_PAY.search(before[-40:]):
        return None
    thousands = first["k"] or first["k2"] or last["k"] or last["k2"]
    low = _number(first["low"], thousands)
    high = _number(last["high"] or last["low"], thousands)
    told = _PERIOD.match(text, last.end()) or _PERIOD.match(text, first.end())
    period: Period | None = next((p for p in _PERIODS if told and told[p]), None)
    if period is None and low >= _LIMITS["year"][0]:
        period = "year"
    a_range = high > low
    is_pay = (
        (a_range and high <= _LIKELY_PAY and (thousands or high <= 2 * low))
        or _IS_PAY.search(before)
        or (told and (a_range or period in ("hour", "day") or told["year"] in _FORMAL))
    )
    if not is_pay or period is None:
        return None
    least, most = _LIMITS[period]
    if not least <= low <= high <= most:
        return None
    sign = first["sign"] or ""
    dollars = _DOLLARS.search(before)
    code = first["code"] or last["code"] or (dollars[0] if dollars else sign)
    written = (sign if len(sign) > 1 else code).upper()
    return StatedPay(
        low=None if not a_range and _UP_TO.search(before) else low,
        high=None if not a_range and (last["more"] or _FROM.search(before)) else high,
        currency=_SIGNS.get(written, written),
        period=period,
    )


def _number(written: str, thousands: str | None) -> float:
    """An amount as it is written: 60.000, 60,000.00, 18.20, 12,00,000."""
    parts = re.split(r"[,.](?=\d{1,2}$)", written)
    plain = ".".join(re.sub(r"[,.'’\s]", "", part) for part in parts)
    return float(plain) * (1000 if thousands else 1)
