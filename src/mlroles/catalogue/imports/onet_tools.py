"""O*NET's technology skills as tools and what occupations use of them."""

from collections import defaultdict
from collections.abc import Iterable

from mlroles.catalogue.imports.onet_entries import CODE, CONVENTIONS, ONET
from mlroles.catalogue.imports.tables import Row
from mlroles.catalogue.imports.wording import Ids, clean
from mlroles.core.model.entries import Code, Requirement, Skill
from mlroles.core.model.vocabulary import SkillKind

IN_DEMAND, HOT, OTHER = 4, 3, 2
"""The importance of a technology that adverts for the occupation often ask for, of one that
adverts for all kinds of work often ask for, and of any other example."""

KINDS: dict[str, SkillKind] = {
    "Data base management system software": "database",
    "Object oriented data base management software": "database",
    "Operating system software": "platform",
    "Application server software": "platform",
}
"""UNSPSC commodity, of those whose title says what it holds -> kind; all others are tools.

"Object or component oriented development software" is not among them: beside languages it holds
libraries and programs.
"""


def tools(rows: Iterable[Row], ids: Ids) -> tuple[list[Skill], dict[str, list[Requirement]]]:
    """All technologies; code of an occupation -> those that it uses."""
    commodities: dict[str, dict[str, str]] = defaultdict(dict)
    importance: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        name, uses = clean(row["Example"]), importance[row[CODE]]
        commodities[name][row["Commodity Code"]] = clean(row["Commodity Title"])
        uses[name] = max(uses.get(name, 0), _importance(row))
    tool_ids = {name: ids.give(name, min(commodities[name])) for name in sorted(commodities)}
    used = {
        code: [
            Requirement(skill=tool_ids[name], importance=weight, essential=weight == IN_DEMAND)
            for name, weight in uses.items()
        ]
        for code, uses in importance.items()
    }
    skills = [_tool(tool_ids[name], name, commodities[name]) for name in commodities]
    return skills, defaultdict(list, used)


def _importance(row: Row) -> int:
    if row.get("In Demand") == "Y":  # not a column before 27.1
        return IN_DEMAND
    return HOT if row.get("Hot Technology") == "Y" else OTHER


def _tool(id: str, name: str, commodities: dict[str, str]) -> Skill:
    titles = [commodities[code] for code in sorted(commodities)]
    kinds = [KINDS[title] for title in titles if title in KINDS]
    return Skill(
        id=id,
        name=name,
        kind=kinds[0] if kinds else "tool",
        definition=f"A technology that O*NET lists under {' and '.join(map(repr, titles))}.",
        codes=[
            Code(scheme="onet-technology", match="exact", code=code, label=name)
            for code in sorted(commodities)
        ],
        sources=[CONVENTIONS, ONET],
    )
