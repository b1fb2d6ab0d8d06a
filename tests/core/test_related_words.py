"""Words that mean a word are learnt from the names of skills."""

import pytest

from mlroles.core.adverts.related import MOST, SAME_ROOT, Related, root
from mlroles.core.finding.index import Index
from mlroles.core.finding.indexing import Document, index_of

SKILLS = [
    ["handle complaints", "manage complaints"],
    ["handle waste", "manage waste", "waste disposal"],
    ["analyse risks", "risk analysis"],
    ["manage teams"],
]


def related(word: str) -> dict[str, float]:
    skills = [Document(str(number), names, []) for number, names in enumerate(SKILLS)]
    index = Index(index_of([[], skills]))
    return {index.words[number]: share for number, share in Related(index)(word).items()}


def test_instead() -> None:
    """What two skills have in another name instead of a word means it; what one has does not."""
    found = related("handle")
    assert found["handle"] == 1.0
    assert found["manage"] == MOST
    assert "disposal" not in found


@pytest.mark.parametrize("word", ["analysis", "analyst", "analytical"])
def test_root(word: str) -> None:
    """Words of one root mean each other, also one that no name has."""
    assert root(word) == root("analyse")
    assert related(word)["analyse"] == SAME_ROOT


def test_unknown() -> None:
    """A word that is like none of the names means nothing."""
    assert related("zebra") == {}
    assert related("go") == {}
