"""What a skill says of how it is learned: what stands in for it, how long it takes, and where."""

from typing import Annotated

from mlroles.core.model.vocabulary import Count, Id, Part, Share, Text, about


class Related(Part, frozen=True, kw_only=True):
    """A skill that can stand in, in part, for the one it is written under."""

    skill: Annotated[Id, about("a skill; who holds it has part of this one")]
    weight: Annotated[Share, about("how much of its level counts")]
    reason: Annotated[Text, about("what carries over")]


class Effort(Part, frozen=True, kw_only=True):
    """How long it takes to learn a skill."""

    hours: Annotated[
        list[Count],
        about("four: up to level 1, and from each level to the next", min_length=4, max_length=4),
    ]
    source: Annotated[Id, about("a source")]


class LearningPlace(Part, frozen=True, kw_only=True):
    """A lasting place to learn a skill: official documentation, a standard text, an open course."""

    title: Annotated[Text, about("with its authors or publisher")]
    url: Annotated[str, about("its address", pattern="^https?://")]
    licence: Annotated[Text, about("such as CC BY 4.0, or: all rights reserved; free to read")]
