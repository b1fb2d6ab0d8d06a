"""Build the index that searching reads, out of the entries of a catalogue."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from itertools import accumulate, chain, repeat
from math import log, sqrt
from typing import Any, NamedTuple

from mlroles.core.finding.fields import is_person
from mlroles.core.finding.index import FIELDS, NO_HEAD, Field
from mlroles.core.finding.words import forms_of, join, rarity, trigrams, words_of
from mlroles.core.model.entries import Activity, Family, Role, Skill
from mlroles.core.model.names import Entry, names_of
from mlroles.core.model.vocabulary import TOOL_KINDS, Id

FIELD_WEIGHTS: dict[Field, float] = {
    "name": 0.6,
    "code": 0.2,
    "definition": 0.5,
    "skill": 0.4,
    "activity": 0.3,
    "family": 0.25,
}
"""How much the likeness to a field counts, beside 1 for the best name; `name` is all names."""

INDISPENSABLE = 4
"""The importance from which a role cannot do without a skill."""


class Text(NamedTuple):
    """A text of an entry, and how much each word in it counts."""

    field: Field
    text: str
    """What is shown of it; of a definition, the word that was found."""
    weight: float = 1.0
    more: str = ""
    """What else is searched and not shown."""


class Document(NamedTuple):
    """What can be found of an entry."""

    id: Id
    names: list[str]
    texts: list[Text]
    ranks: Sequence[int] = ()
    """Rank of each name, 0 for the best; empty if all are 0."""
    uses: Sequence[tuple[int, int]] = ()
    """The roles by number that ask for a skill, and its importance there."""
    technology: int = 0
    """3 for a language, 2 for a framework, 1 for another tool."""


Amounts = dict[str, tuple[float, float, str]]
"""Word -> how much of it there is in a field, the most in one text, and that text."""


def build_index(
    roles: Mapping[Id, Role],
    skills: Mapping[Id, Skill],
    activities: Mapping[Id, Activity],
    families: Mapping[Id, Family],
) -> dict[str, bytes]:
    """The index of these entries, in the parts that `mlroles.core.finding.index` reads."""
    uses = _uses(roles.values(), skills)
    return index_of(
        [
            [_role_document(role, skills, activities, families) for role in roles.values()],
            [_skill_document(skill, uses.get(skill.id, ())) for skill in skills.values()],
        ]
    )


def index_of(shelves: list[list[Document]]) -> dict[str, bytes]:
    """The index of documents, a list of them for each kind: number of a part -> the part."""
    cut = _cutter(shelves)
    met: dict[str, int] = {}
    rows = [_Rows(shelf, cut, met) for shelf in shelves]
    words = sorted(met)
    numbers = {word: number for number, word in enumerate(words)}
    renumbered = array("I", map(numbers.__getitem__, met))
    parts = _vocabulary(words)
    for shelf in shelves:
        parts += _shelf(shelf, rows.pop(0), renumbered, numbers, cut)
    return {str(number): part for number, part in enumerate(parts)}


class _Rows:
    """How much documents have of each word, in columns with a row for each word of a field.

    A large catalogue has more than a million rows, too many for an object each.
    """

    def __init__(
        self,
        documents: list[Document],
        cut: Callable[[str], list[str]],
        met: dict[str, int],
    ) -> None:
        """Take documents; `met` numbers the words in the order in which they are met, and grows."""
        self.words, self.amounts, self.texts = array("I"), array("d"), array("I")
        self.shown: dict[tuple[Field, str], int] = {}
        """Field and text -> the number of the text."""
        self.runs: list[tuple[int, Field, range]] = []
        """Document, field, and the rows of it."""
        for number, document in enumerate(documents):
            for field, found in _amounts(document, cut).items():
                start = len(self.words)
                for word, (amount, _, text) in found.items():
                    self.words.append(met.setdefault(word, len(met)))
                    self.amounts.append(amount)
                    self.texts.append(self.shown.setdefault((field, text), len(self.shown)))
                self.runs.append((number, field, range(start, len(self.words))))


def _role_document(
    role: Role,
    skills: Mapping[Id, Skill],
    activities: Mapping[Id, Activity],
    families: Mapping[Id, Family],
) -> Document:
    texts = [Text("definition", text) for text in (role.definition, role.summary) if text]
    for requirement in [*role.skills, *role.tools]:
        name = skills[requirement.skill].name
        texts.append(Text("skill", name, requirement.importance / 5))
    for duty in role.responsibilities:
        name = activities[duty.activity].name
        weight = 1.0 if duty.raci in "RA" else 0.5
        texts.append(Text("activity", name, weight, duty.statement))
    if role.family in families:
        texts.append(Text("family", families[role.family].name))
    texts += [
        Text("code", code.code, {"exact": 1.0, "close": 0.8}.get(code.match, 0.5))
        for code in role.codes
        if code.code and "/" not in code.code
    ]
    kinds = {one.name: one.kind for one in role.alternate_names}
    own = {role.name: 0, role.id: 0}
    names = _names(role)
    ranks = [own.get(name, 1 if kinds.get(name) == "employer-variant" else 2) for name in names]
    return Document(role.id, names, texts, ranks)


def _skill_document(skill: Skill, uses: Sequence[tuple[int, int]]) -> Document:
    technology = {"language": 3, "framework": 2}.get(skill.kind, skill.kind in TOOL_KINDS)
    texts = [Text("definition", skill.definition)]
    return Document(skill.id, _names(skill), texts, (), uses, technology)


def _uses(roles: Iterable[Role], skills: Mapping[Id, Skill]) -> dict[Id, list[tuple[int, int]]]:
    """Skill -> the roles that ask for it and its importance, the role that needs it most first.

    Among the roles that cannot do without it the one that asks for most skills of its kind comes
    first: most languages belong to a software engineer.
    """
    found: dict[Id, list[tuple[tuple[int, int, int], int]]] = defaultdict(list)
    for number, role in enumerate(roles):
        needs = [*role.skills, *role.tools]
        kinds = Counter(skills[need.skill].kind for need in needs)
        for need in needs:
            first = min(need.importance, INDISPENSABLE), kinds[skills[need.skill].kind], -number
            found[need.skill].append((first, need.importance))
    return {
        id: [(-first[2], importance) for first, importance in sorted(needed, reverse=True)]
        for id, needed in found.items()
    }


def _names(entry: Entry) -> list[str]:
    """The names of an entry, those written for people before ids."""
    return sorted(dict.fromkeys(names_of(entry)), key=[entry.id, *entry.former_ids].__contains__)


def _cutter(shelves: list[list[Document]]) -> Callable[[str], list[str]]:
    """A function that cuts a text into words, and joins those that another text writes as one."""
    known = {
        word
        for shelf in shelves
        for document in shelf
        for text in [*document.names, *(f"{text.text} {text.more}" for text in document.texts)]
        for word in words_of(text)
    }
    return lambda text: join(words_of(text), known.__contains__)


def _amounts(document: Document, cut: Callable[[str], list[str]]) -> dict[Field, Amounts]:
    """What a document has of each word, by field; a definition shows the word itself."""
    found: dict[Field, Amounts] = defaultdict(dict)
    names = [Text("name", name) for name in document.names]
    for field, text, weight, more in [*names, *document.texts]:
        forms = {word: form for form, word in forms_of(text)} if field == "definition" else {}
        for word in cut(f"{text} {more}"):
            amount, most, shown = found[field].get(word, (0.0, 0.0, ""))
            if weight > most:
                most, shown = weight, forms.get(word, word) if field == "definition" else text
            found[field][word] = amount + weight, most, shown
    return found


def _vocabulary(words: list[str]) -> list[bytes]:
    having: dict[str, list[int]] = defaultdict(list)
    counts = []
    for number, word in enumerate(words):
        grams = trigrams(word)
        counts.append(min(255, len(grams)))
        for gram in grams:
            having[gram].append(number)
    grams_sorted = sorted(having)
    lists = [having[gram] for gram in grams_sorted]
    return [
        *_texts(words),
        *_texts(grams_sorted),
        _ends(lists),
        _packed("I", chain.from_iterable(lists)),
        bytes(counts),
    ]


def _shelf(
    documents: list[Document],
    rows: _Rows,
    renumbered: Sequence[int],
    numbers: Mapping[str, int],
    cut: Callable[[str], list[str]],
) -> list[bytes]:
    words = array("I", map(renumbered.__getitem__, rows.words))
    have = {field: array("I", bytes(4 * len(numbers))) for field in FIELD_WEIGHTS}
    for _, field, run in rows.runs:
        for row in run:
            have[field][words[row]] += 1
    entries, weights = array("I"), array("f")
    for entry, field, run in rows.runs:
        weighed = [
            (1 + log(amount) if amount > 1 else amount)
            * rarity(len(documents), have[field][words[row]])
            for row, amount in zip(run, rows.amounts[run.start : run.stop], strict=True)
        ]
        # A code is found by itself, however many others there are beside it.
        length = 1.0 if field == "code" else sqrt(sum(w * w for w in weighed))
        share = FIELD_WEIGHTS[field] / length
        entries.extend(repeat(entry, len(run)))
        weights.extend(weight * share for weight in weighed)
    rare = {word: rarity(len(documents), have["name"][at]) for word, at in numbers.items()}
    names = [name for document in documents for name in document.names]
    words_of_name = [list(dict.fromkeys(cut(name))) for name in names]
    name_words, name_weights, named = array("I"), array("f"), array("I")
    for at, own in enumerate(words_of_name):
        length = sqrt(sum(rare[word] ** 2 for word in own)) or 1.0
        name_words.extend(numbers[word] for word in own)
        name_weights.extend(rare[word] / length for word in own)
        named.extend(repeat(at, len(own)))
    return [
        *_texts([document.id for document in documents]),
        _packed("f", (rare[word] for word in numbers)),
        *_by_word(words, len(numbers), entries, weights, rows.texts),
        *_texts([text for _, text in rows.shown]),
        bytes(FIELDS.index(field) for field, _ in rows.shown),
        _ends(document.names for document in documents),
        *_texts(names),
        *(_ends(words_of_name), name_words.tobytes(), name_weights.tobytes()),
        _packed("I", (_head(name, numbers, cut) for name in names)),
        bytes(rank for one in documents for rank in one.ranks or bytes(len(one.names))),
        _ends(document.uses for document in documents),
        _packed("I", (role for one in documents for role, _ in one.uses)),
        bytes(importance for one in documents for _, importance in one.uses),
        bytes(document.technology for document in documents),
        _packed("I", (at for at, one in enumerate(documents) for _ in one.names)),
        *_by_word(name_words, len(numbers), named, name_weights),
    ]


def _by_word(words: Sequence[int], count: int, *columns: "array[Any]") -> list[bytes]:
    """Where the rows of each word end, and columns of rows put in the order of the words."""
    have = Counter(words)
    order = array("I", sorted(range(len(words)), key=words.__getitem__))
    ends = _packed("I", accumulate((have[word] for word in range(count)), initial=0))
    return [ends, *(_packed(one.typecode, map(one.__getitem__, order)) for one in columns)]


def _head(name: str, numbers: Mapping[str, int], cut: Callable[[str], list[str]]) -> int:
    """The word of a name that says what somebody is: `Engineer` in `Data Engineer, AI`.

    It is the last one before what is added, or the first one in languages that put it first.
    """
    own = re.split(r",|[ -](?:of|for|in)[ -]|\(", name)[0]
    words, first = cut(own), words_of(own)
    if not words:
        return NO_HEAD
    return numbers[words[0 if first[0] != words[0] and is_person(words[0]) else -1]]


def _texts(strings: list[str]) -> list[bytes]:
    encoded = [string.encode("utf-8", "surrogatepass") for string in strings]
    return [b"".join(encoded), _ends(encoded)]


def _ends(runs: Iterable[Sized]) -> bytes:
    return _packed("I", accumulate(map(len, runs), initial=0))


def _packed(kind: str, numbers: Iterable[float]) -> bytes:
    return array(kind, numbers).tobytes()
