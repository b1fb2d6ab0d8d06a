"""Which kind of skill ESCO says that each of its skills is."""

from collections.abc import Iterable

from mlroles.catalogue.imports.tables import Row
from mlroles.core.model.vocabulary import SkillKind

KINDS_BY_BROADER: dict[str, SkillKind] = {
    "CAD software": "tool",
    "WebCMS": "platform",
    "data extraction, transformation and loading tools": "tool",
    "database management systems": "database",
    "digital game creation systems": "platform",
    "graphics editor software": "tool",
    "integrated development environment software": "tool",
    "learning management systems": "platform",
    "mobile operating systems": "platform",
    "operating systems": "platform",
    "optical character recognition software": "tool",
    "penetration testing tool": "tool",
    "query languages": "language",
    "resource description framework query language": "language",
    "software frameworks": "framework",
    "style sheet languages": "language",
    "tools for software configuration management": "tool",
}
"""Concept of the collection of digital skills whose name says what the knowledge below it is.

"Computer programming" is not among them: beside languages it holds methods and products.
"""


def kind_of(row: Row, broader: Iterable[str]) -> SkillKind:
    """The kind of a skill, from its type, how far it can be reused, and its broader concepts.

    Knowledge is a concept, unless a broader concept says which kind of tool it is of; a skill
    is a practice, unless it is marked as transversal, which makes it a human skill.
    """
    if row["skillType"] == "knowledge":
        told = [KINDS_BY_BROADER[name] for name in broader if name in KINDS_BY_BROADER]
        return told[0] if told else "concept"
    return "human" if row.get("reuseLevel") == "transversal" else "practice"
