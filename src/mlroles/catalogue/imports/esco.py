"""Make a catalogue of ESCO's English CSV files, as the European Commission publishes them."""

from collections.abc import Iterable, Mapping

from mlroles.catalogue.files.progress import Progress
from mlroles.catalogue.imports import esco_entries as entries
from mlroles.catalogue.imports import tables
from mlroles.catalogue.imports.esco_kinds import kind_of
from mlroles.catalogue.imports.tables import Publication, Row, note
from mlroles.catalogue.imports.wording import Ids, clean
from mlroles.core.model.imported import Finding, Imported

OCCUPATIONS, SKILLS = "occupations_en.csv", "skills_en.csv"
RELATIONS, GROUPS = "occupationSkillRelations_en.csv", "ISCOGroups_en.csv"
BROADER, DIGITAL = "broaderRelationsOccPillar_en.csv", "digitalSkillsCollection_en.csv"

LABELS = ("conceptUri", "preferredLabel", "altLabels", "description")
BETWEEN = " | "
"""What parts the concepts of one value in a collection of skills."""


def import_esco(folder: str, progress: Progress | None = None, partial: bool = True) -> Imported:
    """Read a folder of ESCO's files; `partial` if it may be without the collection of tools.

    Raises `UnreadableFile`: a file is missing or another one.
    """
    files = Publication(
        folder=folder,
        title="ESCO",
        remedy="download ESCO 1.2 in English as CSV, and give the folder of its files",
        tabbed=False,
        tables=(OCCUPATIONS, SKILLS, RELATIONS, GROUPS, BROADER, DIGITAL),
        progress=progress,
        partial=partial,
    )
    findings: list[Finding] = []
    labelled = files.read(OCCUPATIONS, (*LABELS, "iscoGroup", "code"))
    occupations = tables.distinct(labelled, OCCUPATIONS, "conceptUri", "preferredLabel", findings)
    labelled = files.read(SKILLS, (*LABELS, "skillType"))
    skills = tables.distinct(labelled, SKILLS, "conceptUri", "preferredLabel", findings)
    relations = files.read(RELATIONS, ("occupationUri", "skillUri", "relationType"))
    groups = files.read(GROUPS, ("code", "preferredLabel", "description"))
    broader = files.read_if_there(BROADER, ("conceptUri", "broaderUri"), findings)
    digital = files.read_if_there(
        DIGITAL, ("conceptUri", "broaderConceptPT"), findings, loses="tools"
    )

    ids = _ids(occupations, skills, findings)
    described = {group["code"]: group for group in groups}
    families = {
        code: entries.family(code, described.get(code, {}))
        for code in {row["iscoGroup"] for row in occupations}
    }
    concepts = {row["conceptUri"]: row["broaderConceptPT"].split(BETWEEN) for row in digital}
    kinds = {row["conceptUri"]: kind_of(row, concepts.get(row["conceptUri"], ())) for row in skills}
    asked = _asked(relations, occupations, kinds, findings)
    above = _above(broader, {row["conceptUri"] for row in occupations}, findings)
    definitions = {row["conceptUri"]: entries.definition(row) for row in occupations}
    roles = [
        entries.role(
            row,
            ids=ids,
            family=families[row["iscoGroup"]],
            above=above.get(row["conceptUri"]),
            asked=asked[row["conceptUri"]],
            kinds=kinds,
            definitions=definitions,
        )
        for row in occupations
    ]
    hidden = sum(bool(row.get("hiddenLabels")) for row in [*occupations, *skills])
    note(findings, hidden, "entries with hidden labels", "labels left out, as ESCO hides them")
    sources = entries.sources([*occupations, *skills])
    return Imported(
        publication="ESCO",
        version=sources[0].published,
        roles=tuple(sorted(roles, key=lambda role: role.id)),
        skills=tuple(
            sorted(
                (entries.skill(row, ids[row["conceptUri"]], kinds) for row in skills),
                key=lambda skill: skill.id,
            )
        ),
        activities=(),
        families=tuple(sorted(families.values(), key=lambda family: family.id)),
        sources=sources,
        findings=tuple(findings),
    )


def _ids(
    occupations: Iterable[Row], skills: Iterable[Row], findings: list[Finding]
) -> dict[str, str]:
    """URI -> id. Labels in order of their text, roles first: the order of rows changes no id."""

    def label(row: Row) -> tuple[str, str]:
        return clean(row["preferredLabel"]), row["conceptUri"]

    ids, given = Ids(), {}
    for row in sorted(occupations, key=label):
        given[row["conceptUri"]] = ids.give(row["preferredLabel"], row["code"])
    for row in sorted(skills, key=label):
        given[row["conceptUri"]] = ids.give(row["preferredLabel"], row["conceptUri"][-8:])
    note(findings, ids.marked, "labels whose id is taken", "given an id with a mark at its end")
    return given


def _asked(
    relations: Iterable[Row],
    occupations: Iterable[Row],
    known: Mapping[str, object],
    findings: list[Finding],
) -> dict[str, dict[str, bool]]:
    """URI of an occupation -> URI of a skill that it asks for -> whether that is essential."""
    asked: dict[str, dict[str, bool]] = {row["conceptUri"]: {} for row in occupations}
    unknown = repeated = 0
    for row in relations:
        skill, essential = row["skillUri"], row["relationType"] == "essential"
        found = asked.get(row["occupationUri"])
        if found is None or skill not in known:
            unknown += 1
            continue
        repeated += skill in found
        found[skill] = essential or found.get(skill, False)
    what = "relations whose occupation or skill is in no file"
    note(findings, unknown, what, "left out", fault=True)
    what = "relations that stand between the same two a second time"
    note(findings, repeated, what, "left out; essential counts where both are said")
    return asked


def _above(
    broader: Iterable[Row], occupations: set[str], findings: list[Finding]
) -> dict[str, str]:
    """URI of an occupation -> that of the occupation it is a speciality of."""
    above: dict[str, str] = {}
    more = 0
    for row in sorted(broader, key=lambda row: row["broaderUri"]):
        uri, higher = row["conceptUri"], row["broaderUri"]
        if {uri, higher} <= occupations and uri != higher:
            more += above.setdefault(uri, higher) != higher
    note(findings, more, "second broader occupations of one", "left out")
    return above
