"""Documents of every kind become plain text, and what cannot is told in two lines."""

import sys
import zipfile
from io import BytesIO

import pytest

from documents import docx, encrypted, paragraph, pdf
from mlroles.catalogue.text.plain_text import as_read, readable_text
from mlroles.core.model.errors import AskedWrongly, UnreadableFile
from mlroles.core.model.limits import TEXT, UNPACKED

PAGE = """<!DOCTYPE html>
<html><head><title>Jobs</title><meta charset="utf-8"><style>p {color: red}</style>
<script>document.write("<p>Java</p>")</script></head>
<body><nav><a href="/">Home</a></nav><!-- COBOL -->
<h1>Data&nbsp;Engineer</h1><p>You will   build
pipelines in <b>Python</b> &amp; SQL.<br>On AWS.</p>
<ul><li>Spark</li><li><p>Kafka</p></li></ul>
<div style="display: none">Perl <div>Ruby</div> still hidden</div><p hidden>Pascal</p>
<table><tr><td>Airflow</td><td>expert</td></tr></table>
<button>Apply</button><footer>Fortran</footer></body></html>"""


def test_a_page_of_the_web() -> None:
    """Visible text alone, headings and items on lines; scripts and hidden parts are not there."""
    found = readable_text(PAGE.encode(), "page")
    assert found.splitlines() == [
        "Data Engineer",
        "",
        "You will build pipelines in Python & SQL.",
        "On AWS.",
        "- Spark",
        "- Kafka",
        "",
        "Airflow | expert",
    ]


def test_parts_of_pages() -> None:
    """Tags in a cell are read as a page, escaped or not; a text without tags keeps its length."""
    assert as_read("<p>Python &amp; SQL</p><ul><li>Go</li></ul>") == "Python & SQL\n- Go"
    assert as_read("&lt;p&gt;Python &amp;amp; SQL&lt;/p&gt;&lt;p&gt;Go&lt;/p&gt;") == (
        "Python & SQL\n\nGo"
    )
    plain = "if a < b and b > c: use C++ <br"
    assert as_read(plain) == plain


def test_encodings() -> None:
    """Marks, the head of a page, the name that is given, or else Windows-1252."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert readable_text("Ingénieur – données".encode(encoding), "a") == "Ingénieur – données"
    page = '<html><meta charset="iso-8859-2"><p>Łódź</p>'
    assert readable_text(page.encode("iso-8859-2"), "a") == "Łódź"
    assert readable_text("Łódź".encode("utf-16-le"), "a", "utf-16-le") == "Łódź"
    with pytest.raises(AskedWrongly, match="no encoding 'klingon'"):
        readable_text(b"a", "a", "klingon")


def test_a_word_file() -> None:
    """Paragraphs, lists, tables, text boxes once, the header first; no deleted or hidden text."""
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = (
        paragraph("Experience", '<w:pStyle w:val="Heading1"/>')
        + paragraph("Python & SQL", '<w:numPr><w:numId w:val="1"/></w:numPr>')
        + '<w:p xmlns:mc="urn:mc"><w:r><w:t>Around </w:t></w:r>'
        + f"<w:r>{twice}</mc:AlternateContent></w:r><w:r><w:t>it</w:t><w:tab/><w:t>all</w:t>"
        + "</w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>"
        + f"<w:tbl><w:tr><w:tc>{paragraph('Docker')}</w:tc><w:tc>{paragraph('expert')}</w:tc>"
        + "</w:tr></w:tbl>"
    )
    found = readable_text(docx(body, header1=paragraph("Ada Example")), "cv.docx")
    assert found.splitlines() == [
        "Ada Example",
        "",
        "Experience",
        "- Python & SQL",
        "In a box",
        "Around it all",
        "Docker | expert",
    ]


def test_a_pdf_file() -> None:
    """Lines that go on below are joined, and words that are parted by them."""
    lines = ["Skills", "- Python (expert)", "Built machine lear-", "ning services", "in Go"]
    assert readable_text(pdf(lines), "cv.pdf").splitlines() == [
        "Skills",
        "- Python (expert)",
        "Built machine learning services in Go",
    ]


def test_pdf_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(UnreadableFile, match="needs pypdf") as caught:
        readable_text(pdf(["Python"]), "cv.pdf")
    assert caught.value.remedy == "pip install 'mlroles[pdf]'"


def archive(**parts: bytes) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return written.getvalue()


ENTITIES = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
BOMB = paragraph("A") + "<!--" + " " * (UNPACKED.most + 1) + "-->"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"<html><script>x</script></html>", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text"),
        (bytes(range(1, 32)) * 40, "is not text"),
        (b"{\\rtf1 Python}", "is a file in rich text format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "or one with a password"),
        (b"%PDF-1.7 \0", "no sound PDF file"),
        (pdf([]), "its pages are pictures"),
        (encrypted(pdf(["Python and SQL every day"])), "is encrypted"),
        (b"PK\x03\x04 and no more", "cannot be unpacked"),
        (archive(x=b"1"), "no Word file"),
        (docx(paragraph("&x;").replace("&amp;", "&"), ENTITIES), "declares a document type"),
        (docx("<w:p>"), "no sound Word file"),
        (docx(BOMB), "unpacks to more than 20 MB"),
        (b"Python " * (TEXT.most // 6), "holds more than 1,000,000 characters"),
    ],
    ids=range(16),
)
def test_what_is_not_read(content: bytes, told: str) -> None:
    """Each says what it is and what to do."""
    with pytest.raises(UnreadableFile, match=f"^cv {told}|{told}") as caught:
        readable_text(content, "cv")
    assert caught.value.what.startswith("cv ")
    assert caught.value.remedy
