"""The shape of a guide topic, and the links and paragraphs in its text."""

import re
from collections.abc import Iterable, Iterator, Set
from typing import Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Topic
from mlroles.core.model.names import choose
from mlroles.core.model.vocabulary import Id, Value, replace

LinkKind = Literal["role", "skill", "topic"]
PassageKind = Literal["paragraph", "heading", "item", "row"]

SOURCES_TOPIC = "sources"
"""The topic that the program makes by itself: all sources, with licence and date."""

_HEADING = re.compile(r"#{1,6}\s+(\S.*)")
_LINK = re.compile(r"\[([^\]]+)\]\((\w+):([^)]*)\)")


_UNKNOWN = re.compile(
    r"^[ \t]*(```|>|\* |\d+[.)] |(?<=[ \t])- )|(!?\[[^\]]*\]\([^)]*\)|\]\()", re.MULTILINE
)
"""Code, quotes, other lists, lists in lists, pictures and links to elsewhere."""
_RULE = re.compile(r"\|[-:| ]+\|")
"""The line below the titles of a table."""


class Link(Value, frozen=True, kw_only=True):
    """Words in a text that lead to a role, a skill or another topic: [words](role:its-id)."""

    kind: LinkKind | str
    """One of the link kinds; what a careless author wrote may be another word."""
    id: Id
    words: str
    position: int
    """Where it begins in the text."""


class Passage(Value, frozen=True, kw_only=True):
    """A paragraph, a heading, an item of a list or a row of a table, without its marks."""

    kind: PassageKind
    text: str
    cells: tuple[str, ...] = ()
    """What a row is made of; the first row of a table holds the titles of its columns."""


def topic_called(catalogue: Catalogue, name: str) -> Topic | None:
    """The topic of an id or title; None for the page of all sources. Raises `AskedWrongly`."""
    by_title = {topic.title: topic.id for topic in catalogue.topics.values()}
    known = [*catalogue.topics, SOURCES_TOPIC]
    found = choose(name, [*known, *by_title], "topic of the guide", listed=known)
    return None if found == SOURCES_TOPIC else catalogue.topics[by_title.get(found, found)]


def links(text: str) -> list[Link]:
    """The links of a text, in their order."""
    return [
        Link(kind=found[2], id=found[3], words=found[1], position=found.start())
        for found in _LINK.finditer(text)
    ]


def unlinked(text: str, gone: Set[tuple[str, str]]) -> tuple[str, int]:
    """A text in which links to what is gone, (kind, id), are words alone; and how many were."""
    count = 0

    def words(link: re.Match[str]) -> str:
        nonlocal count
        if (link[2], link[3]) not in gone:
            return link[0]
        count += 1
        return link[1]

    return _LINK.sub(words, text), count


def markup(text: str) -> Iterator[tuple[int, str]]:
    """What a text holds that the guide does not know: position and the mark."""
    for found in _UNKNOWN.finditer(_LINK.sub(lambda link: "x" * len(link[0]), text)):
        yield found.start(found.lastindex or 0), found[found.lastindex or 0]


def passages(text: str) -> Iterator[Passage]:
    """A text taken apart at its empty lines, list marks ('- '), headings ('## ') and rows ('|')."""
    kind: PassageKind = "paragraph"
    words: list[str] = []
    for line in [*_LINK.sub(r"\1", text).splitlines(), ""]:
        heading = _HEADING.match(line)
        if words and (heading or not line.strip() or line.startswith(("- ", "|"))):
            yield Passage(kind=kind, text=" ".join(words))
            kind, words = "paragraph", []
        if heading:
            yield Passage(kind="heading", text=" ".join(heading[1].split()))
        elif line.startswith("|"):
            if not _RULE.fullmatch(line.strip()):
                cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
                yield Passage(kind="row", text=": ".join(cells), cells=cells)
        elif line.startswith("- "):
            kind, words = "item", line[2:].split()
        else:
            words += line.split()


def with_topics(catalogue: Catalogue, other: Catalogue, topics: Iterable[Id]) -> Catalogue:
    """A catalogue with topics of another one and their sources; its own sources stay its own.

    Links to what the catalogue does not have become plain words.
    """
    found, sources = dict(catalogue.topics), dict(catalogue.sources)
    for id in topics:
        topic = other.topics[id]
        known = {"role": catalogue.roles, "skill": catalogue.skills, "topic": found}
        gone = {
            (link.kind, link.id) for link in links(topic.text) if link.id not in known[link.kind]
        }
        found[id] = replace(topic, text=unlinked(topic.text, gone)[0])
        sources = {source: other.sources[source] for source in topic.sources} | sources
    return replace(catalogue, topics=found, sources=sources)
