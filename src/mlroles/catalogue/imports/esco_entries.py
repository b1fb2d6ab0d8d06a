"""Rows of ESCO as entries of the catalogue, and the conventions by which they are read."""

import re
from collections.abc import Iterable, Mapping

from mlroles.catalogue.imports.tables import Row
from mlroles.catalogue.imports.wording import clean, first_sentence, in_order, kebab
from mlroles.core.model.entries import (
    AlternateName,
    Code,
    Distinction,
    Family,
    Requirement,
    Role,
    Skill,
    Source,
)
from mlroles.core.model.errors import UnreadableFile
from mlroles.core.model.vocabulary import TOOL_KINDS, SkillKind

ESSENTIAL, OPTIONAL = 4, 2
"""The importance that stands for ESCO's two words."""

ESCO, CONVENTIONS = "esco-classification", "import-esco"
"""The ids of the sources: what ESCO says, and how it is read here."""
SOURCES_OF = {
    "alternate_names": [ESCO],
    "definition": [ESCO],
    "summary": [ESCO],
    "not_to_be_confused_with": [ESCO],
    "skills": [ESCO, CONVENTIONS],
    "tools": [ESCO, CONVENTIONS],
}
REVIEWED = "2026-11-25"
"""When the conventions were last looked at."""

_EXCLUDED = re.compile(r'Excludes\s+<a resource="([^"]+)"')
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_REGULATED = "/regulated-professions/regulated"


def role(
    row: Row,
    *,
    ids: Mapping[str, str],
    family: Family,
    above: str | None,
    asked: Mapping[str, bool],
    kinds: Mapping[str, SkillKind],
    definitions: Mapping[str, str],
) -> Role:
    """An occupation as a role.

    `ids` are those of occupations and skills, by URI; `above` is the URI of the occupation it is
    a speciality of; `asked` says which skills it asks for, by URI, and whether each is essential.
    """
    uri, name = row["conceptUri"], clean(row["preferredLabel"])
    first, rest = first_sentence(clean(row["description"]) or name)
    needs: dict[bool, list[Requirement]] = {True: [], False: []}
    for skill in sorted(asked, key=ids.__getitem__):
        needs[kinds[skill] in TOOL_KINDS].append(
            Requirement(
                skill=ids[skill],
                importance=ESSENTIAL if asked[skill] else OPTIONAL,
                essential=asked[skill],
            )
        )
    others = [
        other
        for other in sorted(set(_EXCLUDED.findall(row.get("scopeNote", ""))))
        if other in definitions and other != uri
    ]
    return Role(
        id=ids[uri],
        name=name,
        alternate_names=[
            AlternateName(name=other, kind="synonym")
            for other in in_order(row["altLabels"].split("\n"), other_than=name)
        ],
        definition=first,
        summary=f"{rest} {clean(row.get('scopeNote', ''))}".strip() or None,
        family=family.id,
        speciality_of=ids[above] if above else None,
        not_to_be_confused_with=sorted(
            (Distinction(role=ids[other], difference=definitions[other]) for other in others),
            key=lambda distinction: distinction.role,
        ),
        codes=[Code(scheme="esco", match="exact", code=uri, label=name, note=_note(row))],
        skills=needs[False],
        tools=needs[True],
        sources=[ESCO, CONVENTIONS],
        sources_of=SOURCES_OF,
        reviewed=REVIEWED,
    )


def definition(row: Row) -> str:
    """What an occupation is, in one sentence."""
    return first_sentence(clean(row["description"]))[0] or clean(row["preferredLabel"])


def skill(row: Row, id: str, kinds: Mapping[str, SkillKind]) -> Skill:
    """A skill, competence or field of knowledge as a skill."""
    name = clean(row["preferredLabel"])
    return Skill(
        id=id,
        name=name,
        kind=kinds[row["conceptUri"]],
        alternate_names=in_order(row["altLabels"].split("\n"), other_than=name),
        definition=clean(row["description"]) or name,
        codes=[Code(scheme="esco-skill", match="exact", code=row["conceptUri"], label=name)],
        sources=[ESCO],
    )


def family(code: str, group: Row) -> Family:
    """A unit group of ISCO-08, the International Standard Classification of Occupations."""
    name = clean(group.get("preferredLabel", "")) or f"ISCO-08 group {code}".strip()
    told = first_sentence(clean(group.get("description", "")))[0] or name
    return Family(id=kebab(f"{code} {name}"), name=name, definition=told)


def sources(rows: Iterable[Row]) -> tuple[Source, ...]:
    """What stands behind the entries: ESCO, and how its words are read.

    Raises `UnreadableFile` where no row has a date: facts without one are of no use.
    """
    dates = [date[0] for row in rows if (date := _DATE.match(row.get("modifiedDate", "")))]
    if not dates:
        raise UnreadableFile(
            "no row of ESCO's files has a date in it, so that nobody knows how old the facts are",
            "give the folder of a whole release",
        )
    return (
        Source(
            id=ESCO,
            title="ESCO, European Skills, Competences, Qualifications and Occupations, in English",
            publisher="European Commission",
            published=max(dates),
            horizon_years=5,
            licence="Commission Decision 2011/833/EU, reuse with attribution",
            url="https://esco.ec.europa.eu/",
            credit="This service uses the ESCO classification of the European Commission.",
        ),
        Source(
            id=CONVENTIONS,
            title=(
                f"How mlroles reads ESCO: an essential skill has importance {ESSENTIAL}, an"
                f" optional one {OPTIONAL}; knowledge is a concept, or the kind of tool that a"
                " digital skill's broader concept names; a transversal skill is a human skill,"
                " any other a practice; ESCO gives no levels"
            ),
            publisher="mlroles",
            published=REVIEWED,
            horizon_years=10,
            licence="MIT",
        ),
    )


def _note(row: Row) -> str:
    regulated = row.get("regulatedProfessionNote", "").endswith(_REGULATED)
    code = f"ESCO code {row['code']}"
    return f"{code}; a regulated profession" if regulated else code
