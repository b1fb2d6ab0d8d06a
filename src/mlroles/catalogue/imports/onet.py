"""Make a catalogue of the text files of the O*NET database, from release 27 on."""

from mlroles.catalogue.files.progress import Progress
from mlroles.catalogue.imports import onet_entries as entries
from mlroles.catalogue.imports import tables
from mlroles.catalogue.imports.onet_ratings import ratings
from mlroles.catalogue.imports.onet_tools import tools
from mlroles.catalogue.imports.onet_work import work
from mlroles.catalogue.imports.tables import Publication, Row, note
from mlroles.catalogue.imports.wording import Ids, clean
from mlroles.core.model.imported import Finding, Imported

CODE = entries.CODE
OCCUPATIONS = "Occupation Data.txt"
OTHERS: dict[str, tuple[str, ...]] = {
    "Alternate Titles.txt": (CODE, "Alternate Title"),
    "Sample of Reported Titles.txt": (CODE, "Reported Job Title"),
    "Job Zones.txt": (CODE, "Job Zone"),
    "Job Zone Reference.txt": ("Job Zone", "Name", "Education"),
    "Technology Skills.txt": (CODE, "Example", "Commodity Code", "Commodity Title"),
    "Content Model Reference.txt": ("Element ID", "Description"),
    "Skills.txt": (CODE, "Element ID", "Scale ID", "Data Value"),
    "Knowledge.txt": (CODE, "Element ID", "Scale ID", "Data Value"),
    "DWA Reference.txt": ("DWA ID", "DWA Title"),
    "Task Statements.txt": (CODE, "Task ID", "Task"),
    "Tasks to DWAs.txt": (CODE, "Task ID", "DWA ID"),
}
"""Tables that may be absent -> the columns that they must have.

"In Demand" came to the technologies with 27.1.
"""
NEWER: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "Alternate Titles.txt": (("Job Titles.txt",), {"Job Title": "Alternate Title"}),
    "Skills.txt": (("Essential Skills.txt", "Transferable Skills.txt"), {}),
    "Technology Skills.txt": (
        ("Software Skills.txt",),
        {
            "Workplace Example": "Example",
            "Element ID": "Commodity Code",
            "Element Name": "Commodity Title",
        },
    ),
    "DWA Reference.txt": (
        ("GWAs to IWAs to DWAs.txt",),
        {"DWA Element ID": "DWA ID", "DWA Element Name": "DWA Title"},
    ),
    "Tasks to DWAs.txt": ((), {"DWA Element ID": "DWA ID", "DWA Element Name": "DWA Title"}),
}
"""What tables and their columns are called from 30.3 on: (files, newer name -> older name)."""
LOSES = {
    "Skills.txt": "skills",
    "Technology Skills.txt": "tools",
    **dict.fromkeys(
        ("DWA Reference.txt", "Task Statements.txt", "Tasks to DWAs.txt"), "activities"
    ),
}
"""Tables without which there is nothing of a kind of entries."""


def import_onet(folder: str, progress: Progress | None = None, partial: bool = True) -> Imported:
    """Read a folder of O*NET's files; `partial` if it may be without skills, tools or activities.

    Raises `UnreadableFile`: a file is missing or another one, or no row has a date.
    """
    files = Publication(
        folder=folder,
        title="O*NET",
        remedy="download the O*NET database as text, and give the folder of its files",
        tabbed=True,
        tables=(OCCUPATIONS, *OTHERS),
        progress=progress,
        partial=partial,
    )
    findings: list[Finding] = []
    titled = files.read(OCCUPATIONS, (CODE, "Title", "Description"))
    occupations = tables.distinct(titled, OCCUPATIONS, CODE, "Title", findings)
    others = {name: _table(files, name, findings) for name in OTHERS}
    known = {None, *(row[CODE] for row in occupations)}  # None: the table is about no occupation
    for name, rows in others.items():
        others[name] = [
            row
            for row in rows
            if row.get(CODE) in known and all(clean(row[c]) for c in OTHERS[name])
        ]
        what = f"rows of {name} that are incomplete, or about no known occupation"
        note(findings, len(rows) - len(others[name]), what, "left out", fault=True)

    ids = Ids()
    role_ids = {row[CODE]: ids.give(row["Title"], row[CODE]) for row in by_title(occupations)}
    elements, asked = ratings(others, ids, findings)
    technologies, used = tools(others["Technology Skills.txt"], ids)
    note(findings, ids.marked, "names whose id is taken", "given an id with a mark at its end")
    activities, duties = work(others, findings)
    names = entries.names(others["Alternate Titles.txt"], others["Sample of Reported Titles.txt"])
    entry = entries.ways_in(others["Job Zones.txt"], others["Job Zone Reference.txt"])
    roles = [
        entries.role(
            row,
            id=role_ids[row[CODE]],
            names=names[row[CODE]],
            entry=entry.get(row[CODE]),
            skills=asked[row[CODE]],
            tools=used[row[CODE]],
            responsibilities=duties[row[CODE]],
        )
        for row in occupations
    ]
    empty = sum(not (role.skills or role.tools or role.responsibilities) for role in roles)
    note(findings, empty, "occupations of which O*NET has no data", "taken with their names alone")
    unrated = sum(not role.skills and bool(role.tools) for role in roles)
    told = "taken with their technologies and activities"
    note(findings, unrated, "occupations whose skills O*NET has not rated", told)
    release = entries.release(files.read_me())
    sources = entries.sources(release, others.values())
    return Imported(
        publication="O*NET",
        version=release or sources[1].published,
        roles=tuple(sorted(roles, key=lambda role: role.id)),
        skills=tuple(sorted([*elements, *technologies], key=lambda skill: skill.id)),
        activities=tuple(activities),
        families=entries.families(role_ids),
        sources=sources,
        findings=tuple(findings),
    )


def _table(files: Publication, name: str, findings: list[Finding]) -> list[Row]:
    """The rows of a table that may be absent, under its older names."""
    newer, columns = NEWER.get(name, ((), {}))
    if files.has(name) or not any(map(files.has, newer)):
        newer = (name,)
    loses = LOSES.get(name, "")
    tables = [files.read_if_there(one, OTHERS[name], findings, columns, loses) for one in newer]
    return [row for rows in tables for row in rows]


def by_title(occupations: list[Row]) -> list[Row]:
    """Occupations in the order of their titles."""
    return sorted(occupations, key=lambda row: (clean(row["Title"]), row[CODE]))
