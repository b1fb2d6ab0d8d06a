"""Words that are glued of others."""

import pytest

from mlroles.core.finding.spelling import LONGEST_GLUED, split

KNOWN = {"ai", "bi", "ml", "op", "data", "cube", "engineer", "machine", "learning", "api", "to"}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("dataengineer", ["data", "engineer"]),
        ("machinelearningengineer", ["machine", "learning", "engineer"]),
        ("mlapi", ["ml", "api"]),
        ("mlbi", ["mlbi"]),  # too short to be sure of
        ("apiml", ["api", "ml"]),
        ("toapi", ["toapi"]),  # of two letters only some are split off
        ("apito", ["apito"]),
        ("data", ["data"]),
        ("datacubist", ["datacubist"]),
        ("x" * (LONGEST_GLUED - 4) + "data", ["x" * (LONGEST_GLUED - 4) + "data"]),
    ],
)
def test_split(word: str, parts: list[str]) -> None:
    """All the parts have to be known words."""
    assert split(word, KNOWN.__contains__) == parts


@pytest.mark.parametrize(("letters", "glued"), [(LONGEST_GLUED, True), (LONGEST_GLUED + 1, False)])
def test_what_is_too_long(letters: int, glued: bool) -> None:
    """Longer words are no words."""
    first = "x" * (letters - len("engineer"))
    found = split(first + "engineer", {first, "engineer"}.__contains__)
    assert (found == [first, "engineer"]) == glued
