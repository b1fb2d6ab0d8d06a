"""A report as one HTML file to send: no script, nothing loaded from elsewhere."""

from collections.abc import Iterator
from html import escape
from shlex import join

from mlroles.present.page.blocks import (
    Bar,
    Block,
    Bullets,
    Cell,
    Column,
    Fields,
    Graph,
    Lines,
    Meter,
    Page,
    Prose,
    Section,
    Table,
    Toned,
    Words,
)
from mlroles.present.page.report import Report
from mlroles.render.formats import Surface
from mlroles.render.svg import drawing

STYLE = """
:root{color-scheme:light dark;--ink:#1b1f24;--dim:#57606a;--ground:#fff;--line:#d0d7de;
--bar:#0969da;--good:#116329;--fair:#7a4d00;--poor:#a40e26}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--dim:#9aa4af;--ground:#0d1117;
--line:#30363d;--bar:#58a6ff;--good:#56d364;--fair:#e3b341;--poor:#ff7b72}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground);
max-width:60rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.6rem;line-height:1.2;margin:1.5rem 0 .25rem}
h2{font-size:1.05rem;margin:1.75rem 0 .5rem}
a{color:inherit}.dim,footer{color:var(--dim)}.strong{font-weight:600}
.accent{color:var(--bar)}.good{color:var(--good)}.fair{color:var(--fair)}.poor{color:var(--poor)}
.table{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.2rem 1rem .2rem 0;text-align:left;vertical-align:top}
th{color:var(--dim);font-weight:normal;border-bottom:1px solid var(--line)}
.right{text-align:right}.center{text-align:center}td.keep{white-space:nowrap}.narrow{display:none}
p,pre{white-space:pre-wrap}pre{line-height:1.35}dt{color:var(--dim)}dd{margin:0 0 .4rem}
svg.bar{width:12rem;height:.9rem;display:block}
figure{margin:0;overflow-x:auto;background:#fff}
footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:.875rem}
@media (max-width:30rem){body{padding:.75rem}table{font-size:.875rem}th,td{padding-right:.4rem}
.optional,.wide{display:none}.narrow{display:block}svg.bar{width:4rem}meter{width:4rem}}
@media print{body{max-width:none;padding:0;font-size:11pt}h2{break-after:avoid}
tr{break-inside:avoid}}
"""


def html(report: Report, surface: Surface) -> str:
    """The report's pages with the command that made them at their foot."""
    return "\n".join(_document(report, surface)) + "\n"


def _document(report: Report, surface: Surface) -> Iterator[str]:
    pages = report.pages()
    titles = [title for page in pages for title in (page.title, *(s.title for s in page.sections))]
    title = next(filter(None, titles), "mlroles")
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>"
    for page in pages:
        yield from _page(page)
    yield f"<footer>Made with <code>{escape(_command(surface))}</code></footer>\n</body>\n</html>"


def _command(surface: Surface) -> str:
    """What was typed, without where the answer went."""
    words = [word for word in surface.arguments if word != "--force"]
    for option in {"-o", "--output"} & {*words}:
        del words[words.index(option) : words.index(option) + 2]
    return f"mlroles {join(words)}"


def _page(page: Page) -> Iterator[str]:
    if page.title:
        yield f"<h1>{escape(page.title)}</h1>"
    if page.fact:
        yield f"<p>{escape(page.fact)}</p>"
    if page.subtitle:
        yield f'<p class="dim">{escape(page.subtitle)}</p>'
    for section in page.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield "<section>"
    if section.title:
        yield f"<h2>{escape(section.title)}</h2>"
    for block in section.blocks:
        yield from _block(block)
    if section.note:
        yield f'<p class="dim">{_cell(section.note)}</p>'
    yield "</section>"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Prose():
            yield f'<p class="{block.tone}">{escape(block.text)}</p>'
        case Bullets():
            items = "".join(f"<li>{_cell(item)}</li>" for item in block.items)
            yield f"<ul>{items}</ul>"
        case Fields():
            rows = (f"<dt>{escape(k)}</dt><dd>{_words(v)}</dd>" for k, v in block.rows)
            yield f"<dl>{''.join(rows)}</dl>"
        case Lines():
            yield f"<pre>{chr(10).join(''.join(map(_cell, row)) for row in block.rows)}</pre>"
        case Table(narrow=None):
            yield from _table(block)
        case Table(narrow=narrow) if narrow:
            yield '<div class="wide">'
            yield from _table(block)
            yield '</div><div class="narrow">'
            yield from _block(narrow)
            yield "</div>"
        case Graph():
            yield f"<figure>{chr(10).join(drawing(block))}</figure>"


def _table(block: Table) -> Iterator[str]:
    yield '<div class="table"><table>'
    headings = [" – ".join(filter(None, c.ends or [c.title])) for c in block.columns]
    marks = list(map(_marks, block.columns))
    if any(headings):
        heads = zip(headings, marks, strict=True)
        yield f"<tr>{''.join(f'<th{mark}>{escape(text)}</th>' for text, mark in heads)}</tr>"
    for row in block.rows:
        cells = zip(row, marks, strict=True)
        yield f"<tr>{''.join(f'<td{mark}>{_cell(cell)}</td>' for cell, mark in cells)}</tr>"
    yield "</table></div>"


def _marks(column: Column) -> str:
    """How a column is laid out, as the classes of its cells."""
    marks = [
        *[column.align] * (column.align != "left"),
        *["keep"] * column.keep,
        *["optional"] * column.optional,
    ]
    return f' class="{" ".join(marks)}"' if marks else ""


def _words(words: Words) -> str:
    return escape(words) if isinstance(words, str) else "".join(map(_cell, words))


def _cell(cell: Cell) -> str:
    match cell:
        case str():
            return escape(cell)
        case Toned():
            if cell.link:
                return f'<a href="{escape(cell.link)}">{escape(cell.text)}</a>'
            return f'<span class="{cell.tone}">{escape(cell.text)}</span>'
        case Bar():
            return _bar(cell)
        case Meter():
            return f'<meter value="{cell.share:.3f}"></meter>'


def _bar(bar: Bar) -> str:
    """A spread: a thin line, a thick one on it, and a point, each on a scale from 0 to 100."""
    low = bar.start if bar.low is None else bar.low
    high = bar.end if bar.high is None else bar.high
    lines = "".join(
        f'<line x1="{start * 100:.1f}" x2="{end * 100:.1f}" y1="5" y2="5" stroke="var(--bar)"'
        f' stroke-width="{width}"/>'
        for start, end, width in ((low, high, 1), (bar.start, bar.end, 4))
    )
    point = f'<circle cx="{bar.middle * 100:.1f}" cy="5" r="3" fill="var(--ink)"/>'
    return f'<svg class="bar" viewBox="-3 0 106 10" aria-hidden="true">{lines}{point}</svg>'
