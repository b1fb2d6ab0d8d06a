"""Thousands of cases that nobody would write; tools/fuzz.py gives as many more as one likes."""

import os
import random

import pytest

from measure.fuzzing import TARGETS, FromBytes, wrong

CASES = 2000
SEED = int(os.environ.get("MLROLES_FUZZ_SEED", "1"))


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_goes_wrong(target: str) -> None:
    """Every case is answered, or refused in the program's own words."""
    share = TARGETS[target][1] / sum(weight for _, weight in TARGETS.values())
    assert list(wrong(round(CASES * share), SEED, [target])) == []


def test_wrong_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that ends otherwise is told with its number."""

    def broken(chance: random.Random) -> None:
        if chance.random() < 0.5:
            raise KeyError("x")

    monkeypatch.setitem(TARGETS, "words", (broken, 1))
    told = list(wrong(50, 3, ["words"]))
    assert 5 < len(told) < 45
    assert all(one.startswith("words --seed 3, case ") and "KeyError" in one for one in told)


def test_chance_that_is_written_down() -> None:
    """A byte more changes what follows it only; where none is left the first is taken."""
    one, two = FromBytes(b"\x40\x10\x20"), FromBytes(b"\x40\x90")
    assert [one.choice("ab"), two.choice("ab")] == ["b", "b"]
    assert [FromBytes(b"").choice("ab"), FromBytes(b"").random()] == ["a", 0.0]
