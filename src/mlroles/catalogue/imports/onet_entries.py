"""Rows of O*NET as entries of the catalogue, and the conventions by which they are read."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from mlroles.catalogue.imports.tables import Row
from mlroles.catalogue.imports.wording import clean, first_sentence, kebab
from mlroles.core.model.entries import (
    AlternateName,
    Code,
    EntryRequirements,
    Family,
    Requirement,
    Responsibility,
    Role,
    Source,
)
from mlroles.core.model.errors import UnreadableFile
from mlroles.core.model.vocabulary import NameKind

CODE = "O*NET-SOC Code"
ONET, CONVENTIONS = "onet-database", "import-onet"
"""The ids of the sources: what O*NET says, and how it is read here."""
SOURCES_OF = {
    "alternate_names": [ONET],
    "definition": [ONET],
    "summary": [ONET],
    "entry": [ONET],
    "responsibilities": [CONVENTIONS, ONET],
    "skills": [CONVENTIONS, ONET],
    "tools": [CONVENTIONS, ONET],
}
REVIEWED = "2026-11-25"
"""When the conventions were last looked at."""

_DATE = re.compile(r"(\d{2})/(\d{4})")

GROUPS = {
    "11": "Management",
    "13": "Business and Financial Operations",
    "15": "Computer and Mathematical",
    "17": "Architecture and Engineering",
    "19": "Life, Physical, and Social Science",
    "21": "Community and Social Service",
    "23": "Legal",
    "25": "Educational Instruction and Library",
    "27": "Arts, Design, Entertainment, Sports, and Media",
    "29": "Healthcare Practitioners and Technical",
    "31": "Healthcare Support",
    "33": "Protective Service",
    "35": "Food Preparation and Serving Related",
    "37": "Building and Grounds Cleaning and Maintenance",
    "39": "Personal Care and Service",
    "41": "Sales and Related",
    "43": "Office and Administrative Support",
    "45": "Farming, Fishing, and Forestry",
    "47": "Construction and Extraction",
    "49": "Installation, Maintenance, and Repair",
    "51": "Production",
    "53": "Transportation and Material Moving",
    "55": "Military Specific",
}
"""The major groups of the Standard Occupational Classification of 2018, by their digits."""


def role(
    row: Row,
    *,
    id: str,
    names: dict[str, NameKind],
    entry: EntryRequirements | None,
    skills: Iterable[Requirement],
    tools: Iterable[Requirement],
    responsibilities: Sequence[Responsibility],
) -> Role:
    """An occupation as a role."""
    name = clean(row["Title"])
    definition, rest = first_sentence(clean(row["Description"]) or name)
    names = {other: kind for other, kind in names.items() if other.casefold() != name.casefold()}
    return Role(
        id=id,
        name=name,
        alternate_names=[
            AlternateName(name=other, kind=names[other])
            for other in sorted(names, key=lambda name: (name.casefold(), name))
        ],
        definition=definition,
        summary=rest or None,
        family=_family(row[CODE][:2]).id,
        codes=[Code(scheme="onet-soc", match="exact", code=row[CODE], label=name)],
        responsibilities=list(responsibilities),
        skills=sorted(skills, key=lambda need: need.skill),
        tools=sorted(tools, key=lambda need: need.skill),
        entry=entry,
        sources=[CONVENTIONS, ONET],
        sources_of=SOURCES_OF,
        reviewed=REVIEWED,
    )


def names(alternate: Iterable[Row], reported: Iterable[Row]) -> dict[str, dict[str, NameKind]]:
    """Code of an occupation -> its other names, each once whatever its case.

    A short title is an abbreviation and taken out of the brackets behind the long one; what job
    holders reported is an employer's variant; all others are synonyms.
    """
    found: dict[str, dict[str, tuple[str, NameKind]]] = defaultdict(dict)
    short_titles: dict[str, set[str]] = defaultdict(set)

    def add(code: str, title: str, kind: NameKind) -> None:
        name, _, brackets = title.rpartition(" (")
        if name and brackets.removesuffix(")") in short_titles[code]:
            title = name
        if title:
            found[code].setdefault(title.casefold(), (title, kind))

    alternate = list(alternate)
    for row in alternate:
        if short := clean(row.get("Short Title", "")).replace("n/a", ""):
            short_titles[row[CODE]].add(short)
            add(row[CODE], short, "abbreviation")
    for row in reported:
        add(row[CODE], clean(row["Reported Job Title"]), "employer-variant")
    for row in alternate:
        add(row[CODE], clean(row["Alternate Title"]), "synonym")
    return defaultdict(dict, {code: dict(names.values()) for code, names in found.items()})


def ways_in(zones: Iterable[Row], reference: Iterable[Row]) -> dict[str, EntryRequirements]:
    """Code of an occupation -> how one gets in, in the words of its job zone."""
    told = {
        row["Job Zone"]: EntryRequirements(
            education=f"{clean(row['Name'])}. {clean(row['Education'])}",
            degree_required="unknown",
            routes_in=[],
        )
        for row in reference
    }
    return {row[CODE]: told[row["Job Zone"]] for row in zones if row["Job Zone"] in told}


def families(codes: Iterable[str]) -> tuple[Family, ...]:
    """The major groups of the occupations with these codes."""
    return tuple(_family(group) for group in sorted({code[:2] for code in codes}))


def _family(group: str) -> Family:
    name = f"{GROUPS.get(group, f'Group {group}')} Occupations"
    return Family(
        id=kebab(f"{group} {name}"),
        name=name,
        definition=f"Major group {group} of the Standard Occupational Classification of 2018.",
    )


def release(read_me: str) -> str:
    """The release that the text beside the tables names; empty if it names none."""
    found = re.search(r"O\*NET (\d+\.\d+) Database", read_me)
    return found[1] if found else ""


def sources(release: str, tables: Iterable[Iterable[Row]]) -> tuple[Source, ...]:
    """What stands behind the entries: O*NET, and how its ratings are read.

    Raises `UnreadableFile` where no row of a table has a date: facts without one are of no use.
    """
    title = " ".join(filter(None, ["O*NET", release, "Database"]))
    dates = {row.get("Date", "") for rows in tables for row in rows}
    months = [f"{date[2]}-{date[1]}" for date in map(_DATE.fullmatch, dates) if date]
    if not months:
        raise UnreadableFile(
            "none of O*NET's tables has a date in it, so that nobody knows how old the facts are",
            "give the folder of a whole release",
        )
    return (
        Source(
            id=CONVENTIONS,
            title=(
                "How mlroles reads O*NET: the importance of a skill is its rating, 1 to 5,"
                " rounded; its level, 0 to 7, is taken in quarters, at all rungs alike; what is"
                " rated below 3 is left out; a technology in demand has importance 4, a hot one 3,"
                " any other 2; what has importance 4 or more is essential; who does a task is"
                " responsible for it"
            ),
            publisher="mlroles",
            published=REVIEWED,
            horizon_years=10,
            licence="MIT",
        ),
        Source(
            id=ONET,
            title=title,
            publisher="U.S. Department of Labor, Employment and Training Administration",
            published=max(months),
            horizon_years=5,
            licence="CC BY 4.0",
            url="https://www.onetcenter.org/database.html",
            credit=(
                f"{title.replace('O*NET', 'O*NET®')} by the U.S. Department of Labor, Employment"
                " and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license."
            ),
        ),
    )
