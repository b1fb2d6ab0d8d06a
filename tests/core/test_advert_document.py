"""An advert is cut into sentences, items and headings, each in its section."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.adverts.document import LONGEST_SENTENCE, read_document

HEADING, ITEM = " heading", " item"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", []),
        (
            "We build. You write code in Node.js, e.g. Python. Really!",
            [
                ("We build.", "none"),
                ("You write code in Node.js, e.g. Python.", "none"),
                ("Really!", "none"),
            ],
        ),
        (
            "Requirements:\n- Python\n* SQL, dbt\n\nBenefits\n1. Coffee\n(2) Tea",
            [
                ("Requirements:", "requirements heading"),
                ("Python", "requirements item"),
                ("SQL, dbt", "requirements item"),
                ("Benefits", "benefits heading"),
                ("Coffee", "benefits item"),
                ("Tea", "benefits item"),
            ],
        ),
        (
            "## What you bring\nPython\n**Nice to have**\nSQL\nABOUT US\nWe sell.",
            [
                ("## What you bring", "requirements heading"),
                ("Python", "requirements"),
                ("**Nice to have**", "nice to have heading"),
                ("SQL", "nice to have"),
                ("ABOUT US", "about the firm heading"),
                ("We sell.", "about the firm"),
            ],
        ),
        (
            "Responsibilities — Berlin\nWrite code",
            [("Responsibilities — Berlin", "duties heading"), ("Write code", "duties")],
        ),
        (
            "## Requirements: what you bring\nPython\n"
            "**Bonus points in SQL\n**Bonus points in SQL**",
            [
                ("## Requirements: what you bring", "requirements heading"),
                ("Python", "requirements"),
                ("**Bonus points in SQL", "requirements"),
                ("**Bonus points in SQL**", "nice to have heading"),
            ],
        ),
        (
            "## Requirements and what we want you to have\nSQL\n"
            "## Benefits that you and we have of all work\nGo",
            [
                ("## Requirements and what we want you to have", "requirements heading"),
                ("SQL", "requirements"),
                ("## Benefits that you and we have of all work", "requirements"),
                ("Go", "requirements"),
            ],
        ),
        # A heading that nobody knows ends boilerplate, and nothing else.
        (
            "Requirements:\nOther:\nPython\nBenefits:\nOther:\nGo",
            [
                ("Requirements:", "requirements heading"),
                ("Other:", "requirements heading"),
                ("Python", "requirements"),
                ("Benefits:", "benefits heading"),
                ("Other:", "none heading"),
                ("Go", "none"),
            ],
        ),
        # A heading in a line: for the line, for a sentence, or until the next heading.
        (
            "Bonus: Docker. We like tea.\nGo",
            [
                ("Bonus:", "nice to have heading"),
                ("Docker.", "nice to have"),
                ("We like tea.", "nice to have"),
                ("Go", "none"),
            ],
        ),
        (
            "About us: We sell tea. Apply now.",
            [
                ("About us:", "about the firm heading"),
                ("We sell tea.", "about the firm"),
                ("Apply now.", "none"),
            ],
        ),
        (
            "Requirements: Python; SQL\ndbt",
            [
                ("Requirements:", "requirements heading"),
                ("Python;", "requirements"),
                ("SQL", "requirements"),
                ("dbt", "requirements"),
            ],
        ),
        ("Requirements (or so): Python", [("Requirements (or so): Python", "none")]),
        ("http://a.b/c: Python", [("http://a.b/c: Python", "none")]),
        # What asks for something ends boilerplate, and what speaks of it is it.
        (
            "Benefits:\nTea\nYou have experience with Java.\nGo",
            [
                ("Benefits:", "benefits heading"),
                ("Tea", "benefits"),
                ("You have experience with Java.", "none"),
                ("Go", "none"),
            ],
        ),
        (
            "We are an equal opportunity employer. You know Python.",
            [
                ("We are an equal opportunity employer.", "equal opportunity"),
                ("You know Python.", "none"),
            ],
        ),
        # Lines that are only wrapped, and those that are not.
        (
            "This line is wrapped somewhere\nin the middle.",
            [("This line is wrapped somewhere\nin the middle.", "none")],
        ),
        (
            "This line is wrapped nowhere.\nin the middle.",
            [("This line is wrapped nowhere.", "none"), ("in the middle.", "none")],
        ),
        (
            "You are someone who knows all of this!\npython",
            [("You are someone who knows all of this!", "none"), ("python", "none")],
        ),
        (
            "This line is wrapped somewhere\n\nin the middle.",
            [("This line is wrapped somewhere", "none"), ("in the middle.", "none")],
        ),
        (
            "This line is wrapped somewhere\n- in the middle.",
            [("This line is wrapped somewhere", "none"), ("in the middle.", "none item")],
        ),
        (
            "Too short to be wrapped here.\nor",
            [("Too short to be wrapped here.", "none"), ("or", "none")],
        ),
        (
            "Too short to be wrapped here,\nor",
            [("Too short to be wrapped here,", "none"), ("or", "none")],
        ),
        # What scraping has glued.
        (
            "You know PythonExperience with SQL helps,You like tea",
            [
                ("You know Python", "none"),
                ("Experience with SQL helps,", "none"),
                ("You like tea", "none"),
            ],
        ),
        (
            "what we want.RequirementsPython skillsBenefitsTea",
            [
                ("what we want.", "none"),
                ("Requirements", "requirements heading"),
                ("Python skills", "requirements"),
                ("Benefits", "benefits heading"),
                ("Tea", "benefits"),
            ],
        ),
        (
            "• Python • SQL •dbt",
            [("Python", "none item"), ("SQL", "none item"), ("dbt", "none item")],
        ),
        # What is no prose.
        ("x" * 1005 + " y", [("x" * 1000, "none"), ("xxxxx y", "none")]),
        ("a " * 600, [("a " * 499 + "a", "none"), ("a " * 99 + "a", "none")]),
    ],
)
def test_sentences(text: str, cut: list[tuple[str, str]]) -> None:
    """Each with its section, and whether it is an item or a heading."""
    document = read_document(text)
    assert [
        (
            document.words(one),
            one.section + HEADING * one.heading + ITEM * (one.listed and not one.heading),
        )
        for one in document.sentences
    ] == cut


@given(st.text(alphabet="aZé .,:;!-•*#\n\r\t1()Requirements", max_size=400))
def test_nothing_is_lost(text: str) -> None:
    """Sentences stand in their order, trimmed and not too long; between them is nothing to read."""
    document, at = read_document(text), 0
    for one in document.sentences:
        words = document.words(one)
        assert words == words.strip() != ""
        assert len(words) <= LONGEST_SENTENCE
        assert not any(map(str.isalpha, text[at : one.start]))
        assert at <= one.start
        at = one.end
    assert not any(map(str.isalpha, text[at:]))
