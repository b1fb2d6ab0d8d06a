"""Documents in the formats that are read, made of a few lines."""

import json
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

ADVERT = """\
Senior Machine Learning Engineer

Acme Rail keeps trains on time. We are looking for somebody to join our data team.

What you will do
- Build dashboards and reports for the managers of our lines
- Analyse what passengers say, and design A/B tests
- Present your findings to stakeholders

Requirements
- 5+ years of experience in data analysis
- Strong SQL and Excel, advanced Tableau or Power BI
- Statistics and hypothesis testing
- Bachelor's degree

Nice to have
- Python
- Experience with dbt and Snowflake

We offer a pension and a season ticket. Salary: $95,000 - $110,000 a year.
"""

CV = """\
Ada Example
ada@example.org

Summary
Data engineer who likes pipelines that run by themselves.

Experience
Data Engineer, Acme Rail, 2019 - present
- Built data pipelines in Python and Apache Spark for 300 stations
- Moved 40 jobs to Apache Airflow and Docker

Data Analyst, Example Bank, 2016 - 2019
- Wrote SQL reports and Tableau dashboards

Education
BSc Statistics, 2013 - 2016

Skills
Python (expert), SQL (advanced), Kafka (basic), Git
"""

RESUME = {
    "basics": {"name": "Ada Example", "label": "Data Engineer"},
    "work": [
        {
            "name": "Acme Rail",
            "position": "Data Engineer",
            "startDate": "2019",
            "highlights": ["Built data pipelines in Python and Apache Spark"],
        }
    ],
    "projects": [{"name": "Timetable", "description": "An API in Go", "keywords": ["Docker"]}],
    "skills": [{"name": "SQL", "level": "Advanced"}, {"name": "Cloud", "keywords": ["AWS"]}],
}

PAGE = "<!doctype html><title>Job</title><script>var java</script><h1>{}</h1>"

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, head: str = "", **parts: str) -> bytes:
    """A Word file with this body; `head` stands before its root, `parts` are headers."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        root = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
        opened.writestr("word/document.xml", f'<?xml version="1.0"?>{head}{root}')
        for name, inner in parts.items():
            opened.writestr(f"word/{name}.xml", f"<w:hdr {WORD}>{inner}</w:hdr>")
    return archive.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def pdf(lines: Iterable[str]) -> bytes:
    """A PDF file with these lines on one page."""
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    content = f"BT /F1 11 Tf 14 TL 50 780 Td\n{shown}ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + head + table + trailer % (len(objects) + 1, len(out))


def encrypted(content: bytes) -> bytes:
    """The same PDF file with a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(BytesIO(content)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def write_examples(folder: Path) -> None:
    """Write the documents that examples name: an advert and a CV in several formats, and rows."""
    lines = CV.splitlines()
    (folder / "advert.txt").write_text(ADVERT)
    title, _, text = ADVERT.partition("\n")
    page = PAGE.format(title) + "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    (folder / "advert.html").write_text(page)
    (folder / "cv.txt").write_text(CV)
    (folder / "cv.pdf").write_bytes(pdf(lines))
    (folder / "cv.docx").write_bytes(docx("".join(map(paragraph, lines))))
    (folder / "resume.json").write_text(json.dumps(RESUME, indent=1))
    rows = [{"id": 1, "title": title, "description": text}, {"id": 2, "title": "Data Engineer"}]
    (folder / "adverts.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
