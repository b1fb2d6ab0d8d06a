"""Pages to send stay readable where there is little room."""

from mlroles.present.page.blocks import Column, Fields, Page, Section, Table
from mlroles.present.page.report import Report
from mlroles.render.formats import Surface
from mlroles.render.html import html


def drawn(table: Table, note: str = "") -> str:
    section = Section(title="Skills", blocks=(table,), note=note)
    page = Page(title="A page", sections=(section,))
    return html(Report(kinds=(), data=list, pages=lambda: (page,)), Surface())


def test_what_must_not_be_wrapped() -> None:
    """Figures stay on a line, and what a narrow page does without is marked."""
    columns = (Column(), Column(title="of", keep=True, align="right"), Column(optional=True))
    text = drawn(Table(columns=columns, rows=(("Data", "3 of 9", "missing"),)))
    assert '<td class="right keep">3 of 9</td>' in text
    assert '<td class="optional">missing</td>' in text
    assert ".optional,.wide{display:none}" in text


def test_a_table_with_a_narrow_form() -> None:
    """Both are in the page, and its width decides which is shown."""
    narrow = Fields(rows=(("Python", "3"),))
    text = drawn(Table(columns=(Column(),), rows=(("Python 3",),), narrow=narrow))
    wide, rest = text.split('<div class="narrow">')
    assert '<div class="wide">' in wide
    assert "<td>Python 3</td>" in wide
    assert "<dt>Python</dt><dd>3</dd>" in rest


def test_a_legend_keeps_its_gaps() -> None:
    """The parts of a legend are as far apart as on a terminal."""
    text = drawn(Table(columns=(Column(),), rows=(("x",),)), note="1 aware  2 working")
    assert '<p class="dim">1 aware  2 working</p>' in text
    assert "p,pre{white-space:pre-wrap}" in text
