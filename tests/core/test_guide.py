"""The text of a guide topic taken apart."""

from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.roles.guide import links, passages, unlinked

TEXT = """A [data engineer](role:data-engineer)
cleans data.

## What comes of it

- Tables for [data scientists](role:data-scientist),
  with a description
- Fewer surprises
"""


def test_passages_have_no_marks() -> None:
    """Paragraphs, headings and items come as plain text on one line."""
    assert [(passage.kind, passage.text) for passage in passages(TEXT)] == [
        ("paragraph", "A data engineer cleans data."),
        ("heading", "What comes of it"),
        ("item", "Tables for data scientists, with a description"),
        ("item", "Fewer surprises"),
    ]


def test_links_to_what_is_gone() -> None:
    """They are words alone, and counted; others stay."""
    text, count = unlinked(TEXT, {("role", "data-engineer")})
    assert (text, count) == (
        TEXT.replace("[data engineer](role:data-engineer)", "data engineer"),
        1,
    )
    assert unlinked(TEXT, {("skill", "data-engineer")}) == (TEXT, 0)


def test_heading_needs_no_empty_line() -> None:
    """A heading is one line, whatever follows; a number sign alone makes none."""
    text = "## One\n## Two\nA paragraph\n- an item\n  that goes on\n\n#1 in its class"
    assert [(passage.kind, passage.text) for passage in passages(text)] == [
        ("heading", "One"),
        ("heading", "Two"),
        ("paragraph", "A paragraph"),
        ("item", "an item that goes on"),
        ("paragraph", "#1 in its class"),
    ]


def test_rows_of_a_table_keep_their_cells() -> None:
    """The line below the titles is a mark; the other lines are rows, with their cells apart."""
    row = "| 2025 | [statistics](skill:statistics) |"
    text = f"Dates:\n| From | What |\n|---|---|\n{row}\nThat is all."
    assert [(passage.kind, passage.text, passage.cells) for passage in passages(text)] == [
        ("paragraph", "Dates:", ()),
        ("row", "From: What", ("From", "What")),
        ("row", "2025: statistics", ("2025", "statistics")),
        ("paragraph", "That is all.", ()),
    ]


def test_links_know_their_place() -> None:
    """A link says what it leads to and where it stands."""
    found = links(TEXT)
    assert [(link.kind, link.id) for link in found] == [
        ("role", "data-engineer"),
        ("role", "data-scientist"),
    ]
    assert all(TEXT[link.position :].startswith(f"[{link.words}]") for link in found)


@given(st.text())
def test_no_words_are_lost(text: str) -> None:
    """Whatever the text, its letters and digits are told, in their order."""
    plain = "".join(filter(str.isalnum, text))
    if not links(text):
        told = "".join(passage.text for passage in passages(text))
        assert "".join(filter(str.isalnum, told)) == plain
