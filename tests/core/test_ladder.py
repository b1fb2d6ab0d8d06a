"""Ladders of any number of rungs."""

import pytest

from mlroles.core.model.ladder import LADDER, LadderRung, ladder_of


@pytest.mark.parametrize(
    ("count", "usual"),
    [(1, "r0"), (2, "r0"), (3, "r1"), (4, "r1"), (5, "r2"), (6, "r2"), (9, "r4")],
)
def test_the_usual_rung_is_the_middle_one(count: int, usual: str) -> None:
    """The lower of two; it need not be typed."""
    ladder = ladder_of([LadderRung(id=f"r{n}") for n in range(count)])
    assert ladder.usual == usual
    assert (ladder.lowest, ladder.highest) == ("r0", f"r{count - 1}")
    assert ladder.typed("mlops-engineer", usual) == "mlops-engineer"
    assert ladder.mentored == (("r0",) if count > 1 else ())


def test_places() -> None:
    """How far rungs stand from one another."""
    assert [LADDER.up("mid", rung) for rung in LADDER.ids] == [-1, 0, 1, 2]
    assert LADDER.from_on("senior") == ("senior", "lead")
    assert LADDER.from_on(None) == LADDER.ids
    assert LADDER.typed("mlops-engineer", "lead") == "mlops-engineer@lead"
    marked = ladder_of([LadderRung(id="a"), LadderRung(id="b", mentored=True), LadderRung(id="c")])
    assert marked.mentored == ("b",)
