"""The index and the engine, against a plain computation of the same formula."""

import pickle
from itertools import product
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.finding.engine import SCATTERED, WHOLE, Engine
from mlroles.core.finding.index import NO_HEAD, BuiltIndex, Index
from mlroles.core.finding.indexing import FIELD_WEIGHTS, Document, Text, index_of
from mlroles.core.finding.spelling import meanings
from mlroles.core.finding.words import trigrams, words_of

WORDS = ["data", "engineer", "engineering", "scientist", "cloud", "model", "models", "sql"]
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
documents = st.lists(
    st.tuples(st.lists(phrases, min_size=1, max_size=3), st.lists(phrases, max_size=2)),
    min_size=1,
    max_size=6,
)


def made(drawn: list[tuple[list[str], list[str]]]) -> list[Document]:
    return [
        Document(f"entry-{number}", names, [Text("definition", text) for text in texts])
        for number, (names, texts) in enumerate(drawn)
    ]


def index_over(shelves: list[list[Document]]) -> Index:
    return Index(index_of(shelves))


def engine(shelf: list[Document]) -> Engine:
    return Engine(index_over([shelf, []]), slips=False)


def test_parts_travel() -> None:
    """What builds an index stays behind; its parts do not."""
    built = BuiltIndex(lambda: index_of([[Document("a", ["data engineer"], [])], []]))
    assert pickle.loads(pickle.dumps(built)) == dict(built)
    assert len(built) == len(dict(built)) > 0


def test_a_name_without_words_has_no_head() -> None:
    """Nothing in it says what somebody is."""
    index = index_over([[Document("a", ["!!!", "Data Engineer, AI"], [])], []])
    heads = index.shelves["role"].name_heads
    assert heads[0] == NO_HEAD
    assert index.words[heads[1]] == "engineer"


def alike(a: str, b: str) -> float:
    """1 for the same word, the square of the cosine of trigrams from 0.25 on, else 0."""
    both = len(trigrams(a) & trigrams(b)) ** 2 / (len(trigrams(a)) * len(trigrams(b)))
    return 1.0 if a == b else both if both >= 0.25 else 0.0


def brute_force(shelf: list[Document], query: dict[str, float]) -> list[float]:
    """The score of each document, word by word and name by name, without its other names."""
    count = len(shelf)
    fields = [
        {
            "name": [word for name in document.names for word in words_of(name)],
            "definition": [word for text in document.texts for word in words_of(text.text)],
        }
        for document in shelf
    ]

    def rare(field: str, word: str) -> float:
        return log((1 + count) / (1 + sum(word in own[field] for own in fields))) + 1

    def unit(vector: dict[str, float]) -> dict[str, float]:
        length = sqrt(sum(weight**2 for weight in vector.values()))
        return {word: weight / length for word, weight in vector.items()}

    sought = unit({word: share * rare("name", word) for word, share in query.items()})
    order = list(sought)
    scores = []
    for document, own in zip(shelf, fields, strict=True):
        by_text = 0.0
        for field in ("name", "definition"):
            counts = {word: own[field].count(word) for word in own[field]}
            vector = {w: (1 + log(n)) * rare(field, w) for w, n in counts.items()}
            for word, weight in unit(vector).items() if vector else ():
                by_text += FIELD_WEIGHTS[field] * sum(
                    sought[one] * alike(one, word) * weight for one in sought
                )
        by_name = 0.0
        for name in document.names:
            words = unit({word: rare("name", word) for word in words_of(name)})
            cosine = shares = 0.0
            places = []
            for word, weight in words.items():
                best = max(
                    (sought[one] * alike(one, word), alike(one, word), one) for one in sought
                )
                if best[1]:
                    cosine += best[0] * weight
                    shares += 1.0 if best[1] >= WHOLE else best[1]
                    places.append(order.index(best[2]))
            together = places == list(range(places[0], places[0] + len(places))) if places else True
            by_name = max(by_name, cosine * shares / len(words) * (1 if together else SCATTERED))
        by_name = min(1.0, by_name)
        scores.append(by_name + (1 - by_name) * min(1.0, by_text))
    return scores


@given(documents, st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True))
def test_scores_are_as_the_formula_says(
    drawn: list[tuple[list[str], list[str]]], query: list[str]
) -> None:
    """The index gives what comparing everything with everything gives."""
    shelf = made(drawn)
    known = {word for document in shelf for name in document.names for word in words_of(name)}
    known |= {word for document in shelf for text in document.texts for word in words_of(text.text)}
    words = {word: 1.0 for word in (w for q in query for w in words_of(q)) if word in known}
    if words:
        found = engine(shelf)
        best = found.best("role", found.sought("role", words), 99, others=())
        expected = brute_force(shelf, words)
        assert {one.entry: one.score for one in best} == pytest.approx(
            {entry: score for entry, score in enumerate(expected) if score > 0}, abs=1e-5
        )
        assert [one.score for one in best] == sorted((o.score for o in best), reverse=True)


def test_the_best_are_found_without_comparing_all() -> None:
    """However few are wanted, they are the first of all entries."""
    shelf = [
        Document(
            f"e{at}", [f"{a} engineer", f"{a} {b} engineer"], [Text("definition", f"{b} model")]
        )
        for at, (a, b) in enumerate(product(WORDS, WORDS))
    ]
    found = engine(shelf)
    for words in (("data", "engineer"), ("cloud", "model", "sql"), ("engineering",)):
        sought = found.sought("role", dict.fromkeys(words, 1.0))
        every = found.best("role", sought, len(shelf))
        assert [one.entry for one in found.best("role", sought, 3)] == [
            one.entry for one in every[:3]
        ]


def test_other_names_add_to_the_score() -> None:
    """Of two entries with a name alike, the one with more such names comes first."""
    names = ["Claims clerk", "Claims agent", "Claims handler"]
    shelf = [
        Document("one", [names[0]], []),
        Document("many", names, []),
        Document("no", ["x"], []),
    ]
    found = engine(shelf)
    best = found.best("role", found.sought("role", {"claim": 1.0, "auditor": 1.0}), 2)
    assert [one.entry for one in best] == [1, 0]
    many = best[0]
    assert many.score > many.alone() == pytest.approx(best[1].alone(), abs=0.1)
    assert {name for name, _ in many.others} | {many.name} == {1, 2, 3}


def test_an_empty_index_answers() -> None:
    """A catalogue without entries has nothing to find."""
    empty = engine([])
    assert empty.best("role", empty.sought("role", {"data": 1.0}), 5) == []
    assert empty.best("skill", empty.sought("skill", {}), 5) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("engineer", "engineer"),
        ("enginer", "engineer"),
        ("enignere", "engineer"),
        ("kub", "kubernete"),
        ("kubernets", "kubernete"),
        ("sicentist", "scientist"),
    ],
)
def test_what_a_word_means(typed: str, meant: str) -> None:
    """A word means itself, what it begins, and what it is a slip of."""
    shelf = [Document("a", ["Kubernetes engineer"], []), Document("b", ["Scientist"], [])]
    index = index_over([shelf, []])
    found = meanings(index, typed)
    assert index.words[found[0][0]] == meant
    assert all(0 < share <= 1 for _, share in found)


def test_slips_are_few() -> None:
    """What is like nothing means nothing; a short word is not bent into another."""
    index = index_over([[Document("a", ["Data engineer"], [])], []])
    assert meanings(index, "zzzzqqq") == []
    assert meanings(index, "dart") == []
