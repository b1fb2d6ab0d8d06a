"""Derive the pay, demand and outlook blocks of the role files from public figures.

They are written directly before the line `industries:`, and their sources among the role's; the
rest of a file stays as it is.

    python tools/derive_figures.py --salaries salaries.csv --yearly-pay data_jobs_pay.csv
        --field-guide-pay field_guide.csv --wages-and-projections bls.csv
        --tool-shares data_jobs_tools.csv --adverts ads/dev.jsonl
        [--roles-folder src/mlroles/data/roles] [--check]
"""

import argparse
import csv
import re
import sys
import textwrap
from pathlib import Path

import yaml

from measure.advertised_pay import PERCENTILES, Entry, Row, advertised_pay, midpoints, titles
from measure.adverts import NEWEST, Counts, count, read_adverts, terms_of
from mlroles.catalogue.load import load
from mlroles.core.model.names import fold
from mlroles.core.pay.figures import FEWEST

ANCHOR = "industries:"


OTHER_NAMES = {
    "bi": "bi-developer",
    "cv-engineer": "computer-vision-engineer",
    "data-annotator/labeler": "data-annotator",
    "product-manager-for-ml": "ml-product-manager",
}
"""Names in the advert tables, in lower case with hyphens, that are not the role's id."""
NEARER_OCCUPATION = {"ai-engineer": "15-1252", "ml-product-manager": None}
"""Where the code of O*NET is a poor guide to what becomes of a role: a nearer occupation or none.

O*NET lists AI engineers among research scientists, but what they do is software development; it
lists product managers among marketing managers, and no occupation of the projections is nearer.
"""
DEMAND_NOTES = {
    "DevOps Engineer": "Titles of site reliability, platform and cloud engineers are counted too",
    "ML Researcher": "Titles of research engineers and applied scientists are counted too",
}
"""What else the advert table counts under a name."""
NEWER_NOTES = {
    "ai-engineer": "Four in five come from one collection of one board",
    "analytics-engineer": "Nine in ten come from one collection",
    "devops-engineer": DEMAND_NOTES["DevOps Engineer"],
    "ml-researcher": DEMAND_NOTES["ML Researcher"],
}
"""Caveats about the newer adverts of a role."""
SURVEYED: dict[str, Entry] = {
    "data-annotator": {
        "country": "US",
        "currency": "USD",
        "basis": "earned",
        "rung": "all",
        "year": "2025",
        "n": 160,
        "median": 31200,
        "source": "awu-cwa-2025",
        "note": "15 USD an hour, as a full year of 2,080 hours; those asked were paid for 29 hours"
        " a week (22,620 USD a year), mostly by contractors",
    }
}
"""Earned pay of a role that no collection of adverts and no official survey covers."""
OPTIONS = (
    "--salaries",
    "--yearly-pay",
    "--field-guide-pay",
    "--wages-and-projections",
    "--tool-shares",
    "--adverts",
)
FIGURE_SOURCES = {
    "ai-field-guide-2026",
    "aijobs-salaries-2025",
    "awu-cwa-2025",
    "bls-oews-2024",
    "bls-projections-2024",
    "data-jobs-2024",
}
"""What the figures of a role may come from; the script names those that it took some from."""
AMBIGUOUS = {"go", "golang", "r", "c", "word", "flow", "express"}
"""Names that are plain English too; golang alone would understate Go."""


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file with a heading."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float | None:
    """Read '1,693.80'; None for '#', which means at or above the survey's top code."""
    return None if text == "#" else float(text.replace(",", ""))


def second_opinions(options: argparse.Namespace) -> dict[str, list[Entry]]:
    """Role -> advertised pay in other collections of adverts from the United States (n >= 30)."""
    found: dict[str, list[Entry]] = {}
    us: Entry = {"country": "US", "currency": "USD", "basis": "advertised"}
    for row in read_rows(options.yearly_pay):
        if (row["set"], row["by"]) == ("2024_q4", "title_role") and int(row["n"]) >= FEWEST:
            entry = us | {"rung": "all", "year": "2024", "n": int(row["n"])}
            entry |= {name: round(float(row[name])) for name in ("p25", "median", "p75")}
            entry |= {"source": "data-jobs-2024"}
            found.setdefault(role_id(row["role"]), []).append(entry)
    levels = {"Junior": "junior", "Mid level": "mid", "Senior level": "senior"}
    for row in read_rows(options.field_guide_pay):
        count = round(float(row["count"]))
        if row["level"] in levels and count >= FEWEST:
            entry = us | {"rung": levels[row["level"]], "year": "2026", "n": count}
            for name, column in (("p25", "25%"), ("median", "50%"), ("p75", "75%")):
                entry[name] = round(float(row[column]))
            entry |= {"source": "ai-field-guide-2026"}
            found.setdefault(role_id(row["role"]), []).append(entry)
    return found


def role_id(name: str) -> str:
    """The id of a role as the advert tables write it."""
    written = name.lower().replace(" ", "-")
    return OTHER_NAMES.get(written, written)


def occupation_figures(id: str, role: Entry, occupations: dict[str, Row]) -> dict[str, list[Entry]]:
    """Earned pay (n = employment) and outlook (openings * 1000) of the role's occupation.

    That is the one of its O*NET-SOC code, unless `NEARER_OCCUPATION` names another.

    The wage is given where the occupation is the role itself and no more: the match is exact
    and the code ends in .00, since wages and projections know no finer occupations.
    """
    codes = (code for code in role["codes"] if code["scheme"] == "onet-soc" and "code" in code)
    code = next(codes, {"code": "", "match": "none"})
    occupation = NEARER_OCCUPATION.get(id, code["code"][:7])
    if (row := occupations.get(occupation)) is None:
        return {"pay": [], "outlook": []}
    alone = code["code"].endswith(".00") and id not in NEARER_OCCUPATION
    match = code["match"] if alone else "broad"
    outlook: Entry = {"country": "US", "occupation": f"{row['soc']} {row['title']}"}
    outlook |= {"match": match, "period": "2024-2034"}
    outlook["change_percent"] = number(row["ep_change_pct_2024_34"])
    outlook["openings_per_year"] = round((number(row["ep_openings_k"]) or 0) * 1000)
    outlook["source"] = "bls-projections-2024"
    pay: Entry = {"country": "US", "currency": "USD", "basis": "earned", "rung": "all"}
    pay |= {"year": "2024", "n": round(number(row["emp_2024"]) or 0)}
    notes = []
    for name in PERCENTILES:
        amount = number(row[f"a_{name}_2024"])
        pay[name] = None if amount is None else round(amount)
        if amount is None:
            notes.append(f"{name} is at or above the highest wage that the survey publishes")
    pay |= {"source": "bls-oews-2024", "note": "; ".join(notes)}
    return {"pay": [pay] if match == "exact" else [], "outlook": [outlook]}


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
    entry |= {"n": int(rows[0]["n_postings"]), "shares": dict(sorted(shares.items()))}
    return [entry | {"note": DEMAND_NOTES.get(rows[0]["role"], "")}]


def newer_demand(role: str, tools: list[Entry], counts: Counts) -> list[Entry]:
    """Share = adverts of 2024 and later that name the tool / all of the role (n >= 30)."""
    if (n := counts.adverts[role]) < FEWEST:
        return []
    shares = {tool["skill"]: round(counts.share(tool["skill"], role), 3) for tool in tools}
    entry: Entry = {"source": "job-adverts-2026", "period": f"{NEWEST}-01 to 2026-08"}
    entry |= {"n": n, "shares": dict(sorted(shares.items()))}
    return [entry | {"note": NEWER_NOTES.get(role, "")}]


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


def rewrite(text: str, blocks: dict[str, list[Entry]]) -> str:
    """Replace the three blocks, and name their sources among those of the role.

    A block ends before the next line that starts with another sign.
    """
    rest = re.sub(r"^(pay|demand|outlook):.*\n((?:[ -].*)?\n)*", "", text, flags=re.MULTILINE)
    new = rest.replace(f"\n{ANCHOR}", f"\n{render(blocks)}{ANCHOR}", 1)
    named = {entry["source"] for entries in blocks.values() for entry in entries}

    def listed(found: re.Match[str]) -> str:
        others = set(re.findall(r"[\w-]+", found[1].replace("\n  -", " "))) - FIGURE_SOURCES
        return "sources:\n" + "".join(f"  - {id}\n" for id in sorted(others | named))

    return re.sub(r"^sources:((?: .*|\n  - .*)+)\n", listed, new, count=1, flags=re.MULTILINE)


def main() -> int:
    """Derive the figures for every role file; with --check return 1 if one would change."""
    parser = argparse.ArgumentParser(description=__doc__)
    for option in OPTIONS:
        parser.add_argument(option, type=Path, required=True, metavar="FILE")
    parser.add_argument("--roles-folder", type=Path, default=Path("src/mlroles/data/roles"))
    parser.add_argument("--check", action="store_true", help="write nothing, 1 if out of date")
    options = parser.parse_args()

    paths = sorted(options.roles_folder.glob("*.yaml"))
    roles = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}
    found = midpoints(read_rows(options.salaries), titles(roles))
    others = second_opinions(options)
    occupations = {row["soc"]: row for row in read_rows(options.wages_and_projections)}
    tool_rows: dict[str, list[Row]] = {}
    for row in read_rows(options.tool_shares):
        tool_rows.setdefault(role_id(row["role"]), []).append(row)
    skill_of = {
        fold(name): skill["id"]
        for path in sorted((options.roles_folder.parent / "skills").glob("*.yaml"))
        for skill in yaml.safe_load(path.read_text(encoding="utf-8"))
        for name in (skill["id"], skill["name"], *skill.get("alternate_names", []))
    }

    catalogue = load([str(options.roles_folder.parent)])
    counts = count(read_adverts(options.adverts), terms_of(catalogue))

    changed = []
    for path in paths:
        text, role = path.read_text(encoding="utf-8"), roles[path.stem]
        if f"\n{ANCHOR}" not in text:
            sys.exit(f"{path}: no line starts with {ANCHOR}")
        official = occupation_figures(path.stem, role, occupations)
        pay = advertised_pay(path.stem, found) + others.get(path.stem, []) + official["pay"]
        pay += [SURVEYED[path.stem]] if path.stem in SURVEYED else []
        demand = demand_of(role, tool_rows.get(path.stem, []), skill_of)
        demand += newer_demand(path.stem, role["tools"], counts)
        new = rewrite(text, {"pay": pay, "demand": demand, "outlook": official["outlook"]})
        if new != text:
            changed.append(path.name)
            if not options.check:
                path.write_text(new, encoding="utf-8")
    print(f"{'would change' if options.check else 'changed'}: {', '.join(changed) or 'nothing'}")
    return 1 if changed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
