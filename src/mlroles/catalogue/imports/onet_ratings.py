"""O*NET's ratings of skills and knowledge as skills and what occupations ask of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from mlroles.catalogue.imports.onet_entries import CODE, CONVENTIONS, ONET
from mlroles.catalogue.imports.tables import Row, note, number
from mlroles.catalogue.imports.wording import Ids, clean
from mlroles.core.model.entries import Requirement, Skill
from mlroles.core.model.imported import Finding
from mlroles.core.model.ladder import LADDER
from mlroles.core.model.vocabulary import SkillKind

IMPORTANT, VERY_IMPORTANT = 3, 4
"""O*NET's own words on its scale of importance, 1 to 5: what is rated below the first is left
out, and what is nearer to the second than to the first is essential."""
HIGHEST = {"IM": 5, "LV": 7}
"""How far O*NET's scales of importance and level go; each of the four levels here is a quarter."""

KINDS: dict[str, SkillKind] = {
    "2.A.1": "practice",  # content: reading, writing, speaking, mathematics, science
    "2.A.2": "human",  # process: critical thinking, learning
    "2.B.1": "human",  # social skills
    "2.B.2": "human",  # complex problem solving
    "2.B.3": "practice",  # technical skills
    "2.B.4": "practice",  # systems skills
    "2.B.5": "practice",  # resource management skills
    "2.C": "concept",  # knowledge
}
"""Part of the content model, by the beginning of the element's id -> kind of skill."""


def ratings(
    tables: Mapping[str, Iterable[Row]], ids: Ids, findings: list[Finding]
) -> tuple[list[Skill], dict[str, list[Requirement]]]:
    """The elements that any occupation asks for; code of an occupation -> what it asks for."""
    elements = {row["Element ID"]: row for row in tables["Content Model Reference.txt"]}
    names: dict[str, str] = {}
    values: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    imprecise = 0
    for row in [*tables["Skills.txt"], *tables["Knowledge.txt"]]:
        element = row["Element ID"]
        called = row.get("Element Name") or elements.get(element, {}).get("Element Name")
        names[element] = clean(called or element)
        if row.get("Not Relevant") == "Y" or row["Scale ID"] not in HIGHEST:
            continue
        if row.get("Recommend Suppress") == "Y":
            imprecise += 1
            continue
        values[row[CODE], row["Element ID"]][row["Scale ID"]] = number(
            row, "Data Value", HIGHEST[row["Scale ID"]]
        )
    note(findings, imprecise, "ratings that O*NET recommends to suppress", "left out")
    kept = {
        key: scales
        for key, scales in values.items()
        if scales.get("IM", 0) >= IMPORTANT and "LV" in scales
    }
    told = f"left out: less than important ({IMPORTANT} of 5), or without a level"
    note(findings, len(values) - len(kept), "rated skills and knowledge of occupations", told)

    used = sorted({element for _, element in kept})
    skill_ids = {element: ids.give(names[element], element) for element in used}
    asked: dict[str, list[Requirement]] = defaultdict(list)
    for (code, element), scales in kept.items():
        asked[code].append(_requirement(skill_ids[element], scales["IM"], scales["LV"]))
    described = {element: clean(row["Description"]) for element, row in elements.items()}
    skills = [
        Skill(
            id=skill_ids[element],
            name=names[element],
            kind=next(
                (kind for start, kind in KINDS.items() if element.startswith(start)), "concept"
            ),
            definition=described.get(element) or names[element],
            sources=[CONVENTIONS, ONET],
        )
        for element in used
    ]
    return skills, asked


def _requirement(skill: str, rating: float, level: float) -> Requirement:
    importance, at_all = int(rating + 0.5), min(1 + int(level * 4 / HIGHEST["LV"]), 4)
    return Requirement(
        skill=skill,
        importance=importance,
        essential=importance >= VERY_IMPORTANT,
        levels=dict.fromkeys(LADDER.ids, at_all),
    )
