"""Calls that a newcomer makes, written down before they were run, with what each is answered.

`newcomer_calls.tsv` has the call, its exit code, what the answer has to mention, and what it said:
the title of a page, or the two lines of an error. UPDATE_GOLDEN=1 writes the last column.
"""

import csv
import os
import shlex
from pathlib import Path

import pytest

from conftest import Run

FILE = Path(__file__).with_name("newcomer_calls.tsv")
with FILE.open(encoding="utf-8", newline="") as opened:
    CALLS = list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", CALLS, ids=lambda row: row["call"])
def test_a_newcomer_is_answered(run: Run, row: dict[str, str]) -> None:
    """A page that has what was wanted, or two lines that lead there."""
    words = shlex.split(row["call"])
    result = run(*words, COLUMNS=80)
    if not result.exit_code and "Usage: " not in result.stdout:
        result = run(*words, "-f", "table", COLUMNS=80)
    page, told = result.stdout.splitlines(), result.stderr.splitlines()
    assert (result.exit_code, bool(page)) == (int(row["exit"]), not int(row["exit"]))
    assert row["says"] in result.output
    if not page:
        assert len(told) == 2, told
        assert told[0].startswith("mlroles: ")
        assert told[1].startswith("  ")
    title = page[0].strip().split("  ")[0] if page else ""
    said = title or " / ".join(line.strip() for line in told)
    if os.environ.get("UPDATE_GOLDEN"):
        row["said"] = said
        _write()
    assert row["said"] == said


def test_there_are_forty_at_least() -> None:
    """All are different."""
    assert len({row["call"] for row in CALLS}) == len(CALLS) >= 40


def _write() -> None:
    lines = ["call\texit\tsays\tsaid", *("\t".join(row.values()) for row in CALLS)]
    FILE.write_text("\n".join(lines) + "\n", "utf-8")
