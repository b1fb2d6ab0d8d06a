"""The rungs of a ladder of one's own, as titles and adverts say them."""

import pytest

from mlroles.core.finding.rung import own_words, rung_told
from mlroles.core.model.ladder import LADDER, LadderRung, ladder_of
from mlroles.core.model.vocabulary import Rung

FIVE = ladder_of(
    [
        LadderRung(id="ic1", name="Engineer I", alternate_names=["trainee"]),
        LadderRung(id="ic2", name="Engineer II"),
        LadderRung(id="ic3", name="Engineer III", alternate_names=["Senior Engineer"]),
        LadderRung(id="ic4", name="Staff Engineer"),
        LadderRung(id="ic5", name="Senior Staff Engineer"),
    ]
)
TWO = ladder_of([LadderRung(id="junior"), LadderRung(id="expert", alternate_names=["Lead"])])


@pytest.mark.parametrize(
    ("told", "rung"),
    [
        ("Engineer II", "ic2"),
        ("Level 2", "ic2"),
        ("III", "ic3"),
        ("3", "ic3"),
        ("Senior", "ic3"),  # the shorter of two names with it
        ("Staff", "ic4"),
        ("Senior Staff", "ic5"),
        ("Trainee", "ic1"),
        ("Engineer", None),  # a word of all of them
        ("Principal", None),  # two rungs are a lead's
        ("9", None),
        ("", None),
    ],
)
def test_words_of_seniority(told: str, rung: Rung | None) -> None:
    """The rung with these words in the shortest of its names."""
    assert rung_told(FIVE, told) == rung


@pytest.mark.parametrize(
    ("told", "meant", "rung"),
    [
        ("junior", None, "junior"),
        ("intern", None, "junior"),
        ("principal", None, "expert"),
        ("lead", None, "expert"),
        ("senior", None, None),
        ("anything", "junior", "junior"),
        ("anything", "lead", "expert"),
        ("anything", "mid", None),
    ],
)
def test_what_words_mean_elsewhere(told: str, meant: Rung | None, rung: Rung | None) -> None:
    """The rung of that id, or the one whose name says so."""
    assert rung_told(TWO, told, meant) == rung


def test_words_that_are_rungs_here_only() -> None:
    """Codes and names that say no seniority elsewhere, unless they name a profession."""
    assert own_words(FIVE, lambda word: word == "engineer") == {
        **{f"ic{n}": f"ic{n}" for n in range(1, 6)},
    }
    assert own_words(TWO, lambda word: False) == {"expert": "expert"}
    assert own_words(LADDER, lambda word: False) == {}
