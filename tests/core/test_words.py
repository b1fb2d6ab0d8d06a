"""Texts cut into words, and words that belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.finding.words import join, stem, trigrams, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Data Engineers", ["data", "engineer"]),
        ("C++ and C#", ["cplusplus", "csharp"]),
        ("Head of Machine-Learning", ["head", "machine", "learning"]),
        ("Ingénieur (CI/CD)", ["ingenieur", "ci", "cd"]),
        ("technologies, pies, tie, cats, gas", ["technology", "pie", "tie", "cat", "gas"]),
        ("analysis, class, status, aws", ["analysis", "class", "status", "aws"]),
        ("of the", ["of", "the"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """Folded, singular, in their order; small words only if there are no others."""
    assert words_of(text) == words


@given(st.text(max_size=30))
def test_a_word_is_its_own_stem(text: str) -> None:
    """Folding what is folded changes nothing."""
    for word in words_of(text):
        assert stem(word) in (word, stem(word))
        assert words_of(word.upper()) in ([word], [stem(word)])


def test_words_that_are_one() -> None:
    """Two words are joined where that is a word; two long words of their own only if asked."""
    known = {"devop", "ops", "javascript", "java", "script", "mlop", "ml"}
    assert join(["dev", "ops"], known.__contains__) == ["devop"]
    assert join(["ml", "ops", "engineer"], known.__contains__) == ["mlop", "engineer"]
    assert join(["java", "script"], known.__contains__) == ["java", "script"]
    assert join(["java", "script"], known.__contains__, always=True) == ["javascript"]


def test_trigrams() -> None:
    """Three characters each, the ends of the word among them."""
    assert trigrams("ai") == {" ai", "ai "}
    assert trigrams("data") == {" da", "dat", "ata", "ta "}
