"""The text of a file of any kind that is read, and its rows if it is a table."""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from mlroles.core.model.errors import AskedWrongly, UnreadableFile
from mlroles.core.model.formulas import without_guard
from mlroles.core.model.limits import LINE, TEXT

_BINARY = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a file of Word, Excel or the like",
    b"\xd0\xcf\x11\xe0": "a file of an old Word or Excel, or one with a password",
    b"{\\rtf": "a file in rich text format",
    b"<!doctype": "a web page",
    b"<html": "a web page",
}
"""How files begin that are no plain text, in small letters -> what they are."""
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
SEPARATORS = "\t;,"
READABLE = "give text, Markdown, a web page, a Word file (.docx) or a PDF file"

_TAGS = re.compile(r"<(?:p|br|li|ul|ol|div|h[1-6]|span|strong|table|tr|body)\b[^<>]*>", re.I)
"""What a text has that is a web page, or part of one."""
_ESCAPED_TAGS = re.compile(r"&lt;(?:p|br|li|ul|div|h[1-6])\b.{0,200}?&gt;", re.I | re.S)
FEW_SIGNS, MOST_SIGNS = 8, 0.02
"""Control characters that a text may have, and the share from which on bytes are no text."""


def kind_of_binary(content: bytes) -> str | None:
    """What a file is that is not plain text, in a few words; None for text."""
    begun = content[:1000].lstrip().lower()
    return next((kind for begin, kind in _BINARY.items() if begun.startswith(begin.lower())), None)


def encoding_told(content: bytes) -> str | None:
    """The encoding given by the byte order mark of a file, or None without one."""
    return next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)


def codec_named(encoding: str | None) -> str | None:
    """The codec that somebody names, None for none. Raises `AskedWrongly` for an unknown one."""
    try:
        return codecs.lookup(encoding).name if encoding else None
    except LookupError:
        raise AskedWrongly(
            f"there is no encoding {encoding!r}", "write it as utf-8, utf-16 or cp1252"
        ) from None


def text_of(content: bytes, encoding: str | None = None) -> str:
    """The text of a file in an encoding, or else UTF-8, UTF-16 with its mark, or Windows-1252."""
    try:
        return content.decode(encoding or encoding_told(content) or "utf-8")
    except UnicodeDecodeError:
        return content.decode(encoding or "cp1252", "replace")


def readable_text(content: bytes, name: str, encoding: str | None = None) -> str:
    """The text of a document: plain or Markdown as it is, of web pages, Word and PDF what is read.

    Raises `UnreadableFile` for what holds no text or more than the limits allow, and
    `AskedWrongly` for an unknown encoding.
    """
    codec = codec_named(encoding)
    kind = kind_of_binary(content)
    if kind == "a PDF file":
        from mlroles.catalogue.text.pdf_text import pdf_text  # each kind is read by one file

        text = pdf_text(content, name)
    elif content.startswith(b"PK\x03\x04"):
        from mlroles.catalogue.text.docx_text import docx_text

        text = docx_text(content, name)
    elif kind and kind != "a web page":
        raise UnreadableFile(f"{name} is {kind}, which is not read here", READABLE)
    elif not (codec or encoding_told(content)) and _is_binary(content):
        raise UnreadableFile(f"{name} is not text", READABLE)
    else:
        text = text_of(content, codec or _page_encoding(content))
        if text.lstrip()[:1] not in ("{", "["):  # data keep their tags
            text = as_read(text)
    if not text.strip():
        raise UnreadableFile(f"{name} is empty", READABLE)
    if len(text) > TEXT.most:
        raise UnreadableFile(f"{name} holds more than {TEXT}", "give one advert or CV a file")
    return text


def as_read(text: str) -> str:
    """A text that stood in a file or a cell: the text of a page if it is one, or part of one."""
    if "&lt;" in text and _ESCAPED_TAGS.search(text):
        from html import unescape

        text = unescape(text)
    if "<" in text and (len(_TAGS.findall(text)) > 1 or kind_of_binary(text[:1000].encode())):
        from mlroles.catalogue.text.html_text import html_text

        text = html_text(text)
    return text


def _is_binary(content: bytes) -> bool:
    start = content[:4000]
    controls = sum(byte < 32 and byte not in b"\t\n\v\f\r\x1b" for byte in start)
    return b"\0" in content or controls > max(FEW_SIGNS, MOST_SIGNS * len(start))


def _page_encoding(content: bytes) -> str | None:
    """The encoding that a web page names at its beginning, if it is one and that is known."""
    named = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", content[:2000], re.I)
    try:
        return codecs.lookup(named[1].decode("ascii")).name if named else None
    except LookupError:
        return None


def separator_of(line: str) -> str | None:
    """What parts the cells of a table, seen by a line of it; None where nothing does."""
    outside = "".join(line.split('"')[::2])
    best = max(SEPARATORS, key=outside.count)
    return best if best in outside else None


def rows_of(text: str) -> list["Record"]:
    """The rows of a text as a table; a line in which nothing parts cells is a row of one."""
    lines = text.splitlines(keepends=True)
    separator = separator_of(lines[0]) if lines else None
    return [row for row in records_of(lines, separator or ",") if any(row.cells) or row.problem]


class Record(NamedTuple):
    """A row of a table; where there is a problem with it, it has no cells."""

    line: int
    cells: list[str]
    problem: str = ""


def records_of(lines: Iterable[str], separator: str) -> Iterator[Record]:
    """The rows of a table that have cells, the heading first.

    A quotation mark that is not closed spoils its own line and none of those after it. What is
    written before a formula is taken off.
    """
    import csv  # few texts are tables

    csv.field_size_limit(LINE.most)
    source, waiting, taken = iter(lines), list[str](), list[str]()

    def feed() -> Iterator[str]:
        for line in chain(iter(lambda: waiting.pop() if waiting else None, None), source):
            taken.append(line)
            yield line
        taken.append("")  # a quotation mark asks for more than there is

    def is_closed() -> bool:
        try:
            return bool(next(csv.reader(taken, delimiter=separator, strict=True), True))
        except csv.Error:
            return False

    reader, number = csv.reader(feed(), delimiter=separator), 1
    while True:
        taken.clear()
        cells, problem = [], ""
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problem = str(error)
        if len(taken) > 1 and not is_closed():
            problem = "its quotation mark is not closed"
        elif "\0" in "".join(cells):
            problem = "it is not text"
        if problem:
            waiting += filter(None, reversed(taken[1:]))
            reader, taken[1:], cells = csv.reader(feed(), delimiter=separator), [], []
        if cells or problem:
            yield Record(number, [without_guard(cell) for cell in cells], problem)
        number += len(taken)
