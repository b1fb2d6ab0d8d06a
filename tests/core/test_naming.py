"""Words as the names of skills are compared by."""

import pytest

from mlroles.core.adverts.naming import spelled, stem


@pytest.mark.parametrize(
    ("word", "american", "bare"),
    [
        ("code", "code", "code"),
        ("cache", "cache", "cach"),
        ("using", "using", "using"),
        ("tested", "tested", "test"),
        ("running", "running", "run"),
        ("calling", "caling", "cal"),
        ("labelled", "labeled", "label"),
        ("optimise", "optimize", "optimiz"),
        ("arise", "arise", "aris"),
        ("glass", "glass", "glass"),
        ("assess", "assess", "assess"),
        ("buzzed", "buzzed", "buzz"),
        ("behaviour", "behavior", "behavior"),
    ],
)
def test_words(word: str, american: str, bare: str) -> None:
    """Spelt as in America, and without what a verb ends in; short words stay whole."""
    assert (spelled(word), stem(word)) == (american, bare)
