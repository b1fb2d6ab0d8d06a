"""The English of help, screens, errors, code and documents: what reads wrong is not used."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

RETIRED = (
    *("by which way", "whom a team lacks", "takes every score apart", "the vocabulary, in part"),
    *("will do too", "with what the figures rest on", "or that it means none of them"),
    *("opens most doors", "Write down what you can do", "hang together", "Say what is loaded"),
    *(
        "what is wrong with its place",
        "Speak of this rung",
        "At this rung only",
        "Say of each field",
    ),
    *("So many at most", "The most hits", "parted by", "Never be paid less", "Stop at no rung"),
    *("number by number", "Give every skill a row", "not the bundled one", "lie over each other"),
    *(
        "lies over it",
        "Draw in colour or not",
        "its ending chooses",
        "Replace the file if it is there",
    ),
    *(
        "from this score on",
        "concerns only one of them",
        "Only of this role",
        "To mind",
        "what to mind",
    ),
    *("Given up", "Without limits: All would be", "hang on one person", "hangs on one person"),
    *("Held enough", "Not asked for", "The way back ", "Rests on", "x as much"),
    *("who has one of these has part", "Too little to tell from", "Say too how well"),
    *("Above where it leads", "or else viable", "with what was learned at the stops before;"),
    *("at least so many name it", "in order of id", "mean none of the roles", "Where it lies"),
    *("counts for nothing", "the team can carry", "mend what", "mend the", "check its name"),
    *(
        "nothing is like",
        "--seats are two teams",
        "say another as in",
        "ask for less",
        "allow more",
    ),
    *("is no role", "' is no skill", "' is no rung", "is no seat", "is no size", "is no level"),
    *("is no field", "is no section", "is no family", "is no topic", "} is no catalogue"),
    *("is no code", "is no kind", "is no JSON", "is no YAML", "is no text", "is none,"),
    *("tells of", "tell of", "wholly"),
)
"""What was written once, and says the thing in a way that nobody would."""


FILES = sorted(
    path
    for pattern in (
        "src/**/*.py",
        "src/**/*.yaml",
        "src/**/*.md",
        "docs/*.md",
        "*.md",
        "tools/**/*.py",
    )
    for path in ROOT.glob(pattern)
    if path.name != "changelog.md"
)
TEXTS = {
    path.relative_to(ROOT).as_posix(): " ".join(path.read_text("utf-8").split()) for path in FILES
}


@pytest.mark.parametrize("phrase", RETIRED)
def test_a_retired_phrase_is_not_used(phrase: str) -> None:
    """Not as whole words, anywhere."""
    found = []
    for name, text in TEXTS.items():
        if phrase in text and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text):
            found.append(name)
    assert not found
