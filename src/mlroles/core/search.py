"""Rank roles and skills by likeness to a few words, and say why each is there."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.likeness import likeness
from mlroles.core.model import Role
from mlroles.core.names import Entry, fold, names_of
from mlroles.core.vocabulary import Value

Field = Literal["name", "alternate name", "skill", "activity", "definition"]

FIELD_WEIGHTS: dict[Field, float] = {
    "name": 1.0,
    "alternate name": 0.95,
    "skill": 0.7,
    "activity": 0.6,
    "definition": 0.5,
}
"""How much a word counts by where it is found; an editorial judgement."""

SMALLEST_SCORE = 0.3
"""Hits below this share hardly a word with the query."""

_STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "with",
    ]
)


class Reason(Value, frozen=True, kw_only=True):
    """What one word of the query, or the whole of it, adds to the score of a hit."""

    word: str
    field: Field
    text: str
    """The name, skill, activity or word that was found."""
    points: float


class Hit(Value, frozen=True, kw_only=True):
    """An entry that was found; its score, from 0 to 1, is the sum of the reasons' points."""

    entry: Entry
    score: float
    reasons: tuple[Reason, ...]


class Passage(Value, frozen=True, kw_only=True):
    """A text of an entry that can be searched, and how much a word in it counts."""

    field: Field
    text: str
    weight: float


def search(catalogue: Catalogue, query: str, kind: str | None = None) -> list[Hit]:
    """Find the roles and skills that a query means, best first.

    Every word of the query earns the best of weight · likeness over the entry's texts, divided
    by the number of words; a name that is like the whole query earns its likeness instead, if
    that is more. `kind` is "role", "skill" or None for both. Equal scores are ordered by the
    length of the name, then by id.
    """
    words = _words(query)
    telling = [word for word in words if word not in _STOP_WORDS] or words
    entries: list[Entry] = []
    if kind != "skill":
        entries += catalogue.roles.values()
    if kind != "role":
        entries += catalogue.skills.values()
    hits = []
    for entry in entries:
        reasons = _reasons(list(_passages(catalogue, entry)), query, telling)
        score = sum(reason.points for reason in reasons)
        if score >= SMALLEST_SCORE:
            hits.append(Hit(entry=entry, score=score, reasons=tuple(reasons)))
    return sorted(hits, key=lambda hit: (-hit.score, len(hit.entry.name), hit.entry.id))


def _passages(catalogue: Catalogue, entry: Entry) -> Iterator[Passage]:
    own, *others = dict.fromkeys(names_of(entry))
    yield _passage("name", own)
    for other in others:
        yield _passage("alternate name", other)
    yield _passage("definition", entry.definition)
    if isinstance(entry, Role):
        for requirement in [*entry.skills, *entry.tools]:
            skill = catalogue.skills[requirement.skill]
            yield _passage("skill", skill.name, requirement.importance / 5)
        for responsibility in entry.responsibilities:
            depth = 1.0 if responsibility.raci in "RA" else 0.5
            yield _passage("activity", catalogue.activities[responsibility.activity].name, depth)


def _passage(field: Field, text: str, share: float = 1.0) -> Passage:
    return Passage(field=field, text=text, weight=FIELD_WEIGHTS[field] * share)


def _reasons(passages: list[Passage], query: str, words: list[str]) -> list[Reason]:
    whole = _best(
        Reason(word=query, field=p.field, text=p.text, points=_name_likeness(query, p) * p.weight)
        for p in passages
        if p.field in ("name", "alternate name")
    )
    by_word = [_best(_word_reasons(word, passages, len(words))) for word in words]
    found = [reason for reason in by_word if reason]
    if whole and whole.points >= sum(reason.points for reason in found):
        return [whole]
    return found


def _name_likeness(query: str, name: Passage) -> float:
    alike = likeness(fold(query), fold(name.text))
    return alike if alike >= 0.75 else 0.0


def _word_reasons(word: str, passages: list[Passage], count: int) -> Iterator[Reason]:
    for passage in passages:
        for known in _words(passage.text):
            points = _word_likeness(word, known) * passage.weight / count
            if points > 0:
                text = known if passage.field == "definition" else passage.text
                yield Reason(word=word, field=passage.field, text=text, points=points)


def _best(reasons: Iterator[Reason]) -> Reason | None:
    return max(
        (reason for reason in reasons if reason.points > 0),
        key=lambda reason: (reason.points, -len(reason.text)),
        default=None,
    )


@cache
def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+[+#]*", text.casefold())


@cache
def _word_likeness(word: str, known: str) -> float:
    """1 for the same word, 0.9 for its beginning, 0.8 for another form, under 0.9 for a slip."""
    if word == known:
        return 1.0
    shorter = min(len(word), len(known))
    if (len(word) >= 2 and known.startswith(word)) or (shorter >= 4 and word.startswith(known)):
        return 0.9
    if shorter >= 6 and word[:6] == known[:6]:
        return 0.8
    alike = likeness(word, known)
    return 0.9 * alike if shorter >= 4 and alike >= 0.75 else 0.0
