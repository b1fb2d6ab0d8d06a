"""What adverts offer by role, country and rung, from the salary records of aijobs.net."""

import itertools
import math
import re
from collections.abc import Iterator
from typing import Any

from mlroles.core.model.names import fold
from mlroles.core.pay.figures import FEWEST

Row = dict[str, str]
Entry = dict[str, Any]

YEARS = ("2024", "2025")
RUNGS = {"EN": "junior", "MI": "mid", "SE": "senior"}
"""Levels of the salary records -> rungs. Executives (EX) are not leads and are left out."""
PERCENTILES = {"p10": 0.10, "p25": 0.25, "median": 0.50, "p75": 0.75, "p90": 0.90}
RANKS = re.compile(r"^(Lead|Principal|Senior|Staff) | Lead$")
"""What stands beside a title without changing what it means."""
MORE_TITLES = {
    "AI Machine Learning Engineer": "ml-engineer",
    "BI Data Engineer": "data-engineer",
    "Business Intelligence": "bi-developer",
    "Data Scientist Associate": "data-scientist",
    "Marketing Data Scientist": "data-scientist",
    "Software Data Engineer": "data-engineer",
}
"""Titles of the salary records that mean a role, beside those that are names of it."""
TOO_BROAD = {"Developer", "Product Manager"}
"""Titles that are names of a role, but mostly mean others in the salary records."""
TITLE_NOTES = {
    "data-steward": "Titles of data governance and data quality; steward itself is rare",
    "ml-product-manager": "Mostly the titles Data Product Manager and Data Product Owner",
    "ml-researcher": "Mostly the title Research Scientist, which other sciences use too",
    "research-engineer": "The title is used in other sciences too",
}


def percentile(ordered: list[float], share: float) -> int:
    """Interpolate linearly: h = (n - 1) * share; x[floor h] + (h - floor h) * (next - x[floor h]).

    That is type 7 of Hyndman and Fan (1996), the default of numpy.
    """
    position = (len(ordered) - 1) * share
    below = math.floor(position)
    above = min(below + 1, len(ordered) - 1)
    return round(ordered[below] + (position - below) * (ordered[above] - ordered[below]))


def titles(roles: dict[str, Entry]) -> dict[str, str]:
    """Folded name -> role, of all names that are not misnomers."""
    found = {fold(title): role for title, role in MORE_TITLES.items()}
    for id, role in roles.items():
        others = role.get("alternate_names", [])
        names = [role["name"], id, *(n["name"] for n in others if n["kind"] != "misnomer")]
        found |= {fold(name): id for name in names if name not in TOO_BROAD}
    return found


def meant(title: str, known: dict[str, str]) -> str | None:
    """The role that a title of the salary records means, with its rank or without."""
    return known.get(fold(title)) or known.get(fold(RANKS.sub("", title)))


def advert_ranges(rows: list[Row]) -> Iterator[tuple[Row, float, float]]:
    """Pair neighbouring rows that differ in the amount alone, higher first: an advert's two ends.

    Rows without such a neighbour are no range and are left out.
    """
    amounts = {"salary", "salary_in_usd"}
    waiting: Row = {}
    for row in rows:
        low, high = float(row["salary"]), float(waiting.get("salary", "-1"))
        if low <= high and all(row[key] == waiting[key] for key in row.keys() - amounts):
            yield row, low, high
            waiting = {}
        else:
            waiting = row


def midpoints(rows: list[Row], known: dict[str, str]) -> dict[tuple[str, ...], list[float]]:
    """Return (role, country, currency, rung) -> (low + high) / 2 of each distinct full-time range.

    Distinct means: year, title, level, both ends, and place (residence, office, remote share).
    """
    role_of = {title: meant(title, known) for title in {row["job_title"] for row in rows}}
    seen: set[tuple[object, ...]] = set()
    found: dict[tuple[str, ...], list[float]] = {}
    for row, low, high in advert_ranges(rows):
        role, rung = role_of[row["job_title"]], RUNGS.get(row["experience_level"])
        place = (row["employee_residence"], row["company_location"], row["remote_ratio"])
        key = (row["work_year"], row["job_title"], rung, low, high, place)
        wanted = row["employment_type"] == "FT" and row["work_year"] in YEARS
        if role and rung and wanted and place[0] == place[1] and key not in seen:
            seen.add(key)
            kind = (role, place[0], row["salary_currency"], rung)
            found.setdefault(kind, []).append((low + high) / 2)
    return found


def advertised_pay(role: str, found: dict[tuple[str, ...], list[float]]) -> list[Entry]:
    """Percentiles of the midpoints by country and rung (n >= 30), and of all rungs pooled.

    Amounts stay in the currency of the adverts; a country has the one that most of them use.
    """
    entries: list[Entry] = []
    counts: dict[str, dict[str, int]] = {}
    for (its_role, country, currency, _), values in found.items():
        if its_role == role:
            by_currency = counts.setdefault(country, {})
            by_currency[currency] = by_currency.get(currency, 0) + len(values)
    for country in sorted(counts, key=lambda country: (country != "US", country)):
        currency = max(counts[country], key=lambda name: counts[country][name])
        by_rung = {g: found.get((role, country, currency, g), []) for g in RUNGS.values()}
        entries += country_pay(role, country, currency, by_rung)
    return entries


def country_pay(
    role: str, country: str, currency: str, by_rung: dict[str, list[float]]
) -> Iterator[Entry]:
    """The entries of one country: by rung, then all rungs pooled."""
    filled = [rung for rung, values in by_rung.items() if values]
    for rung, values in [*by_rung.items(), ("all", list(itertools.chain(*by_rung.values())))]:
        if len(values) < FEWEST:
            continue
        entry: Entry = {"country": country, "currency": currency, "basis": "advertised"}
        entry |= {"rung": rung, "year": "-".join(YEARS), "n": len(values)}
        ordered = sorted(values)
        entry |= {name: percentile(ordered, share) for name, share in PERCENTILES.items()}
        notes = [TITLE_NOTES[role]] if role in TITLE_NOTES else []
        if currency == "USD" and country != "US":
            notes.append("Recorded in US dollars; the adverts may mean local ones")
        if rung == "all" and len(filled) == 1:
            notes.append(f"All of these adverts are {filled[0]}")
        yield entry | {"source": "aijobs-salaries-2025", "note": "; ".join(notes)}
