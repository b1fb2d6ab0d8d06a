"""The shape of a guide topic, and the links and paragraphs in its text."""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from mlroles.core.vocabulary import Day, Id, Part, Sources, Text, Value, about

LinkKind = Literal["role", "skill", "topic"]

SOURCES_TOPIC = "sources"
"""The topic that the program makes by itself: all sources, with licence and date."""

_LINK = re.compile(r"\[([^\]]+)\]\((\w+):([^)]*)\)")


class Topic(Part, frozen=True, kw_only=True):
    """A short page of the guide."""

    id: Annotated[Id, about("the file's name; not written inside it")]
    title: Text
    summary: Annotated[Text, about("one sentence")]
    text: Annotated[Text, about("what stands below the second '---' of the file")]
    sources: Sources
    reviewed: Annotated[Day, about("when it was last looked at")]


class Link(Value, frozen=True, kw_only=True):
    """Words in a text that lead to a role, a skill or another topic: [words](role:its-id)."""

    kind: LinkKind | str
    """One of the link kinds; what a careless author wrote may be another word."""
    id: Id
    words: str
    position: int
    """Where it begins in the text."""


class Passage(Value, frozen=True, kw_only=True):
    """A paragraph, a heading or an item of a list, without its marks."""

    kind: Literal["paragraph", "heading", "item"]
    text: str


def links(text: str) -> list[Link]:
    """The links of a text, in their order."""
    return [
        Link(kind=found[2], id=found[3], words=found[1], position=found.start())
        for found in _LINK.finditer(text)
    ]


def passages(text: str) -> Iterator[Passage]:
    """A text taken apart at its empty lines, list marks ('- ') and headings ('## ')."""
    for block in re.split(r"\n\s*\n", _LINK.sub(r"\1", text).strip()):
        for part in re.split(r"\n(?=- )", block.strip()):
            flat = " ".join(part.split())
            if flat.startswith("#"):
                yield Passage(kind="heading", text=flat.lstrip("# "))
            elif flat.startswith("- "):
                yield Passage(kind="item", text=flat.removeprefix("- "))
            elif flat:
                yield Passage(kind="paragraph", text=flat)
