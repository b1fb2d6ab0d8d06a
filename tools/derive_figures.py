"""Derive the pay, demand and outlook blocks of the role files from public figures.

They are written directly before the line `industries:`; the rest of a file stays as it is.

    python tools/derive_figures.py --salaries salaries.csv --wages-and-projections bls.csv
        --tool-shares data_jobs.csv [--roles-folder src/mlroles/data/roles] [--check]
"""

import argparse
import csv
import itertools
import math
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from mlroles.core.names import fold

Row = dict[str, str]
Entry = dict[str, Any]

ANCHOR = "industries:"
YEARS = ("2024", "2025")
RUNGS = {"EN": "junior", "MI": "mid", "SE": "senior"}
"""Levels of the salary records -> rungs. Executives (EX) are not leads and are left out."""
FEWEST = 30
"""Distinct adverts under which a figure is not published."""
PERCENTILES = {"p10": 0.10, "p25": 0.25, "median": 0.50, "p75": 0.75, "p90": 0.90}

TITLES = {
    "ai-architect": "AI Architect|AI Solution Architect|GenAI Architect|Machine Learning Architect",
    "data-engineer": "BI Data Engineer|Big Data Developer|Big Data Engineer|Data Engineer|"
    "Data Infrastructure Engineer|Data Platform Engineer|ETL Developer|ETL Engineer|"
    "Lead Data Engineer|Principal Data Engineer|Software Data Engineer",
    "data-scientist": "AI Data Scientist|Applied Data Scientist|Data Scientist|"
    "Data Scientist Associate|Data Scientist Lead|Decision Scientist|Lead Data Scientist|"
    "Marketing Data Scientist|Principal Data Scientist|Staff Data Scientist",
    "devops-engineer": "DevOps Engineer|DevOps Lead",
    "ml-engineer": "AI Machine Learning Engineer|Applied Machine Learning Engineer|"
    "Deep Learning Engineer|Machine Learning Developer|Machine Learning Engineer|"
    "Machine Learning Software Engineer|Principal Machine Learning Engineer|"
    "Staff Machine Learning Engineer",
    "ml-product-manager": "AI Product Lead|AI Product Manager|AI Product Owner",
    "ml-researcher": "AI Researcher|AI Scientist|ML Scientist|Machine Learning Researcher|"
    "Machine Learning Scientist|Research Scientist",
    "mlops-engineer": "ML Infrastructure Engineer|MLOps Engineer|"
    "Machine Learning Infrastructure Engineer",
}
"""Titles of the salary records that mean the role; data annotators have none."""
TITLE_NOTES = {
    "ml-researcher": "Mostly the title Research Scientist, which other sciences use too",
}
OTHER_NAMES = {
    "data-annotator/labeler": "data-annotator",
    "product-manager-for-ml": "ml-product-manager",
}
"""Names in the advert table, in lower case with hyphens, that are not the role's id."""
AMBIGUOUS = {"go", "golang", "r", "c", "word", "flow", "express"}
"""Names that are plain English too; golang alone would understate Go."""


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file with a heading."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float | None:
    """Read '1,693.80'; None for '#', which means at or above the survey's top code."""
    return None if text == "#" else float(text.replace(",", ""))


def percentile(ordered: list[float], share: float) -> int:
    """Interpolate linearly: h = (n - 1) * share; x[floor h] + (h - floor h) * (next - x[floor h]).

    That is type 7 of Hyndman and Fan (1996), the default of numpy.
    """
    position = (len(ordered) - 1) * share
    below = math.floor(position)
    above = min(below + 1, len(ordered) - 1)
    return round(ordered[below] + (position - below) * (ordered[above] - ordered[below]))


def advert_ranges(rows: list[Row]) -> Iterator[tuple[Row, float, float]]:
    """Pair neighbouring rows that differ in the amount alone, higher first: an advert's two ends.

    Rows without such a neighbour are no range and are left out.
    """
    amounts = {"salary", "salary_in_usd"}
    waiting: Row = {}
    for row in rows:
        low, high = float(row["salary_in_usd"]), float(waiting.get("salary_in_usd", "-1"))
        if low <= high and all(row[key] == waiting[key] for key in row.keys() - amounts):
            yield row, low, high
            waiting = {}
        else:
            waiting = row


def midpoints(rows: list[Row]) -> dict[tuple[str, str], list[float]]:
    """Return (role, rung) -> (low + high) / 2 of each distinct range; full-time, United States.

    Distinct means: year, title, level, both ends, and place (residence, office, remote share).
    """
    role_of = {title: role for role, titles in TITLES.items() for title in titles.split("|")}
    seen: set[tuple[object, ...]] = set()
    found: dict[tuple[str, str], list[float]] = {}
    for row, low, high in advert_ranges(rows):
        role, rung = role_of.get(row["job_title"]), RUNGS.get(row["experience_level"])
        place = (row["employee_residence"], row["company_location"], row["remote_ratio"])
        key = (row["work_year"], row["job_title"], rung, low, high, place)
        kind = (row["employment_type"], row["salary_currency"], *place[:2])
        wanted = kind == ("FT", "USD", "US", "US") and row["work_year"] in YEARS
        if role and rung and wanted and key not in seen:
            seen.add(key)
            found.setdefault((role, rung), []).append((low + high) / 2)
    return found


def advertised_pay(role: str, found: dict[tuple[str, str], list[float]]) -> list[Entry]:
    """Percentiles of the midpoints by rung (n >= 30), and of all rungs pooled ."""
    by_rung = {rung: found.get((role, rung), []) for rung in RUNGS.values()}
    filled = [rung for rung, values in by_rung.items() if values]
    entries = []
    for rung, values in [*by_rung.items(), ("all", list(itertools.chain(*by_rung.values())))]:
        if len(values) < FEWEST:
            continue
        entry: Entry = {"country": "US", "currency": "USD", "basis": "advertised"}
        entry |= {"rung": rung, "year": "-".join(YEARS), "n": len(values)}
        ordered = sorted(values)
        entry |= {name: percentile(ordered, share) for name, share in PERCENTILES.items()}
        notes = [TITLE_NOTES[role]] if role in TITLE_NOTES else []
        if rung == "all" and len(filled) == 1:
            notes.append(f"All of these adverts are {filled[0]}")
        entries.append(entry | {"source": "aijobs-salaries-2025", "note": "; ".join(notes)})
    return entries


def occupation_figures(role: Entry, occupations: dict[str, Row]) -> dict[str, list[Entry]]:
    """Earned pay (n = employment) and outlook (openings * 1000) of the role's O*NET-SOC code."""
    codes = (code for code in role["codes"] if code["scheme"] == "onet-soc" and "code" in code)
    code = next(codes, {"code": ""})
    if (row := occupations.get(code["code"][:7])) is None:
        return {"pay": [], "outlook": []}
    notes = [] if code["match"] == "exact" else [f"{row['title']} ({row['soc']}) as a whole"]
    pay: Entry = {"country": "US", "currency": "USD", "basis": "earned", "rung": "all"}
    pay |= {"year": "2024", "n": round(number(row["emp_2024"]) or 0)}
    for name in PERCENTILES:
        amount = number(row[f"a_{name}_2024"])
        pay[name] = None if amount is None else round(amount)
        if amount is None:
            notes.append(f"{name} is at or above the highest wage that the survey publishes")
    pay |= {"source": "bls-oews-2024", "note": "; ".join(notes)}
    outlook: Entry = {"country": "US", "occupation": f"{row['soc']} {row['title']}"}
    outlook |= {"match": code["match"], "period": "2024-2034"}
    outlook["change_percent"] = number(row["ep_change_pct_2024_34"])
    outlook["openings_per_year"] = round((number(row["ep_openings_k"]) or 0) * 1000)
    outlook["source"] = "bls-projections-2024"
    return {"pay": [pay], "outlook": [outlook]}


def demand_of(role: Entry, rows: list[Row], skill_of: dict[str, str]) -> list[Entry]:
    """Share = adverts that name the tool / all adverts of the role, for tools that the role asks.

    Of two names of one tool (Spark, PySpark) the larger share counts: adverts name both.
    """
    tools: set[str] = {tool["skill"] for tool in role["tools"]}
    shares: dict[str, float] = {}
    for row in rows:
        skill = skill_of.get(fold(row["skill"]), "")
        if skill in tools and row["skill"] not in AMBIGUOUS:
            shares[skill] = max(shares.get(skill, 0), round(float(row["share_all"]), 3))
    if not shares:
        return []
    entry: Entry = {"source": "data-jobs-2024", "period": "2024-09 to 2024-12"}
    return [entry | {"n": int(rows[0]["n_postings"]), "shares": dict(sorted(shares.items()))}]


def render(blocks: dict[str, list[Entry]]) -> str:
    """Write the blocks as YAML: pay and outlook as flow maps, demand one share a line."""
    text = ""
    for name, entries in blocks.items():
        text += f"{name}:\n" if entries else ""
        for entry in entries:
            said = {key: value for key, value in entry.items() if value != ""}
            inline = name != "demand"
            item = yaml.safe_dump(said, default_flow_style=inline, sort_keys=False, width=90)
            text += textwrap.indent(item, "    ").replace("    ", "  - ", 1)
    return text


def rewrite(text: str, blocks: str) -> str:
    """Replace the three blocks; each ends before the next line that starts with another sign."""
    rest = re.sub(r"^(pay|demand|outlook):.*\n((?:[ -].*)?\n)*", "", text, flags=re.MULTILINE)
    return rest.replace(f"\n{ANCHOR}", f"\n{blocks}{ANCHOR}", 1)


def main() -> int:
    """Derive the figures for every role file; with --check return 1 if one would change."""
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--salaries", "--wages-and-projections", "--tool-shares"):
        parser.add_argument(option, type=Path, required=True, metavar="CSV")
    parser.add_argument("--roles-folder", type=Path, default=Path("src/mlroles/data/roles"))
    parser.add_argument("--check", action="store_true", help="write nothing, 1 if out of date")
    options = parser.parse_args()

    found = midpoints(read_rows(options.salaries))
    occupations = {row["soc"]: row for row in read_rows(options.wages_and_projections)}
    tool_rows: dict[str, list[Row]] = {}
    for row in read_rows(options.tool_shares):
        role_id = row["role"].lower().replace(" ", "-")
        tool_rows.setdefault(OTHER_NAMES.get(role_id, role_id), []).append(row)
    skill_of = {
        fold(name): skill["id"]
        for path in sorted((options.roles_folder.parent / "skills").glob("*.yaml"))
        for skill in yaml.safe_load(path.read_text(encoding="utf-8"))
        for name in (skill["id"], skill["name"], *skill.get("alternate_names", []))
    }

    changed = []
    for path in sorted(options.roles_folder.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        role = yaml.safe_load(text)
        if f"\n{ANCHOR}" not in text:
            sys.exit(f"{path}: no line starts with {ANCHOR}")
        official = occupation_figures(role, occupations)
        pay = advertised_pay(path.stem, found) + official["pay"]
        demand = demand_of(role, tool_rows.get(path.stem, []), skill_of)
        new = rewrite(text, render({"pay": pay, "demand": demand, "outlook": official["outlook"]}))
        if new != text:
            changed.append(path.name)
            if not options.check:
                path.write_text(new, encoding="utf-8")
    print(f"{'would change' if options.check else 'changed'}: {', '.join(changed) or 'nothing'}")
    return 1 if changed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
