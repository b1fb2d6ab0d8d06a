"""What was found, and the reasons that its score is made of."""

from collections.abc import Iterator, Mapping

from mlroles.core.finding.engine import Engine, Scored, Sought
from mlroles.core.finding.index import FIELDS, Field, Shelf
from mlroles.core.model.names import EntryKind
from mlroles.core.model.vocabulary import Id, Value


class Reason(Value, frozen=True, kw_only=True):
    """What one word of the query adds to the score of a hit by one field."""

    word: str
    field: Field
    text: str
    """The name, skill, activity, family or word that was found."""
    points: float


class Hit(Value, frozen=True, kw_only=True):
    """An entry that was found; its score, from 0 to 1, is the sum of the reasons' points."""

    kind: EntryKind
    id: Id
    name: str
    score: float
    reasons: tuple[Reason, ...]
    """The weightiest first."""


def hit_of(
    engine: Engine,
    kind: EntryKind,
    sought: Sought,
    scored: Scored,
    written: Mapping[str, str] | None = None,
) -> Hit:
    """Take a score apart, by word and field; `written` tells how the words were typed.

    What a word adds by all names together is told with what it adds by the best name. What the
    texts add counts as far as the name leaves room; see `Scored`.
    """
    shelf = engine.index.shelves[kind]
    points: dict[tuple[str, Field], float] = {}
    texts: dict[tuple[str, Field], str] = {}
    for word, amount in _by_name(shelf, scored, sought):
        points[word, "name"] = points.get((word, "name"), 0.0) + amount
        texts[word, "name"] = shelf.names[scored.name]
    room = 1 - scored.by_name
    room *= min(1.0, scored.by_text) / scored.by_text if scored.by_text else 0.0
    for word, weight in sought.weights.items():
        for field, (amount, text) in engine.holding(kind, word).told.get(scored.entry, {}).items():
            key = word, field
            points[key] = points.get(key, 0.0) + amount * weight * room
            texts.setdefault(key, text)
    id, name = shelf.ids[scored.entry], shelf.name(scored.entry)
    reasons = [
        Reason(
            word=(written or {}).get(word, word),
            field="alternate name" if field == "name" and text not in (id, name) else field,
            text=text,
            points=amount,
        )
        for (word, field), amount in points.items()
        for text in [texts[word, field]]
        if amount > 0
    ]
    reasons.sort(key=lambda reason: (-reason.points, FIELDS.index(reason.field), reason.word))
    score = sum(reason.points for reason in reasons)
    return Hit(kind=kind, id=id, name=name, score=score, reasons=tuple(reasons))


def _by_name(shelf: Shelf, scored: Scored, sought: Sought) -> Iterator[tuple[str, float]]:
    """What each word adds to the likeness to the best name."""
    if scored.name < 0:
        return
    start, end = shelf.name_ends[scored.name], shelf.name_ends[scored.name + 1]
    words, weights = shelf.name_words[start:end], shelf.name_weights[start:end]
    pulled = [
        (sought.pull[number][3], sought.pull[number][0] * weight)
        for number, weight in zip(words, weights, strict=True)
        if number in sought.pull
    ]
    total = sum(amount for _, amount in pulled)
    yield from ((word, amount / total * scored.by_name) for word, amount in pulled)
