"""What was found, and the reasons that its score is made of."""

from collections.abc import Callable, Mapping
from functools import cached_property

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


class Hit(Value, frozen=True, kw_only=True, dict=True):
    """An entry that was found; its score, from 0 to 1, is the sum of the reasons' points."""

    kind: EntryKind
    id: Id
    name: str
    score: float
    explain: Callable[[], list[Reason]]

    @cached_property
    def reasons(self) -> list[Reason]:
        """What the score is made of, the largest first; worked out when it is first looked at."""
        return self.explain()


def hit_of(
    engine: Engine,
    kind: EntryKind,
    sought: Sought,
    scored: Scored,
    written: Mapping[str, str] | None = None,
) -> Hit:
    """An entry with its score; `written` has the words as they were typed."""
    shelf = engine.index.shelves[kind]
    return Hit(
        kind=kind,
        id=shelf.ids[scored.entry],
        name=shelf.name(scored.entry),
        score=scored.score,
        explain=lambda: _reasons(engine, shelf, sought, scored, written or {}),
    )


def _reasons(
    engine: Engine, shelf: Shelf, sought: Sought, scored: Scored, written: Mapping[str, str]
) -> list[Reason]:
    """Take a score apart by word and field.

    What a word adds by all names together is added to what it adds by the best name. The texts
    count as far as the name leaves room; see `Scored`.
    """
    points: dict[tuple[str, Field], float] = {}
    texts: dict[tuple[str, Field], str] = {}

    def add(word: str, field: Field, text: str, amount: float) -> None:
        points[word, field] = points.get((word, field), 0.0) + amount
        texts.setdefault((word, field), text)  # the likest word comes first

    room = 1.0
    for name, likeness in ((scored.name, scored.by_name), *scored.others):
        own = shelf.words_of_name[name] if name >= 0 else ()
        pulled = [(*sought.pull[number], weight) for number, weight in own if number in sought.pull]
        total = sum(counts * weight for counts, _, _, _, weight in pulled)
        for counts, _, _, word, weight in pulled:
            add(word, "name", shelf.names[name], counts * weight / total * likeness * room)
        room *= 1 - likeness
    room /= max(1.0, scored.by_text)
    for word, weight in sought.weights.items():
        for number, share in engine.meanings[word]:
            for field, text, amount in shelf.postings(number, scored.entry):
                add(word, field, text, share * amount * weight * room)
    called = (shelf.ids[scored.entry], shelf.name(scored.entry))
    reasons = [
        Reason(
            word=written.get(word, word),
            field="alternate name" if field == "name" and text not in called else field,
            text=text,
            points=points[word, field],
        )
        for (word, field), text in texts.items()
        if points[word, field] > 0
    ]
    reasons.sort(key=lambda reason: (-reason.points, FIELDS.index(reason.field), reason.word))
    return reasons
