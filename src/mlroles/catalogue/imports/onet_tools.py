"""O*NET's technology skills as tools and what occupations use of them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mlroles.catalogue.imports.onet_entries import CODE, CONVENTIONS, ONET
from mlroles.catalogue.imports.tables import Row
from mlroles.catalogue.imports.wording import Ids, clean, in_order
from mlroles.core.model.entries import Code, Requirement, Skill
from mlroles.core.model.names import fold
from mlroles.core.model.vocabulary import SkillKind

IN_DEMAND, HOT, OTHER = 4, 3, 2
"""The importance of a technology that adverts for the occupation often ask for, of one that
adverts for all kinds of work often ask for, and of any other example."""

KINDS: dict[str, SkillKind] = {
    fold("Data base management system software"): "database",
    fold("Object oriented data base management software"): "database",
    fold("Operating system software"): "platform",
    fold("Application server software"): "platform",
}
"""Title of a UNSPSC commodity or, from 30.3 on, of an element, folded, of those whose title says
what it holds -> kind; all others are tools.

"Object or component oriented development software" is not among them: beside languages it holds
libraries and programs.
"""

MAKERS = (
    *("Adobe", "Amazon", "Apache", "Apple", "Atlassian", "Autodesk", "ESRI", "Google", "IBM"),
    *("Microsoft", "Oracle", "SAP", "The MathWorks"),
)
"""Makers that people leave out when they name a product, unless an everyday word is left."""
_ABBREVIATED = re.compile(r"(.+?) ([A-Z][A-Z0-9/&+-]*[A-Z0-9])")


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
    uses = Counter(name for names in importance.values() for name in names)
    short = short_names(sorted(commodities, key=lambda name: (-uses[name], name)))
    skills = [
        _tool(tool_ids[name], name, commodities[name], short.get(name, [])) for name in commodities
    ]
    return skills, defaultdict(list, used)


def short_names(names: Sequence[str]) -> dict[str, list[str]]:
    """Name of a technology -> the shorter names that it alone has; `names` most used first.

    "Amazon Web Services AWS software" answers to its name without "software", to its abbreviation
    and to what that stands for; "Microsoft Excel" to "Excel". What several could be called is
    the name of the one that is used most.
    """
    taken = set(map(fold, names))
    words = Counter(word for name in names for word in {*name.split()[1:]})
    found: dict[str, list[str]] = {}
    for name in names:
        for short in _shorter(name, words):
            if len(folded := fold(short)) > 1 and folded not in taken:
                taken.add(folded)
                found.setdefault(name, []).append(short)
    return found


def _shorter(name: str, words: Mapping[str, int]) -> Iterator[str]:
    plain = name.removesuffix(" software")
    yield plain
    parts = _ABBREVIATED.fullmatch(plain)
    if parts and _stands_for(parts[2], parts[1]):
        yield from (parts[2], parts[1])
        return
    if parts and words[parts[2]] == 1:  # the name of a product, behind that of its maker
        yield parts[2]
    for maker in MAKERS:
        rest = plain.removeprefix(f"{maker} ")
        if rest != plain and rest[0].isupper() and rest.casefold() not in words:
            yield rest


def _stands_for(abbreviation: str, words: str) -> bool:
    """Whether the letters of an abbreviation stand in words, in their order."""
    letters = iter(fold(words))
    return all(letter in letters for letter in fold(abbreviation))


def _importance(row: Row) -> int:
    if row.get("In Demand") == "Y":  # not a column before 27.1
        return IN_DEMAND
    return HOT if row.get("Hot Technology") == "Y" else OTHER


def _tool(id: str, name: str, commodities: dict[str, str], short: list[str]) -> Skill:
    titles = [commodities[code] for code in sorted(commodities)]
    kinds = [KINDS[title] for title in map(fold, titles) if title in KINDS]
    return Skill(
        id=id,
        name=name,
        kind=kinds[0] if kinds else "tool",
        alternate_names=in_order(short),
        definition=f"A technology that O*NET lists under {' and '.join(map(repr, titles))}.",
        codes=[
            Code(scheme="onet-technology", match="exact", code=code, label=name)
            for code in sorted(commodities)
        ],
        sources=[CONVENTIONS, ONET],
    )
