"""Read adverts and CVs one by one: from files, folders, rows of a file, or standard input."""

import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from io import BufferedReader
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

from mlroles.catalogue.files.whole_file import named, too_large, unreadable
from mlroles.catalogue.text.plain_text import as_read, readable_text, separator_of, text_of
from mlroles.catalogue.text.resume_text import is_resume, resume_text
from mlroles.cli.progress import counted
from mlroles.cli.streams import tell
from mlroles.cli.titles import (
    RECORDS,
    TABLES,
    TITLES,
    Sought,
    key_of,
    layout_of,
    read_rows,
    to_read,
)
from mlroles.core.adverts.cv import Kind
from mlroles.core.adverts.decode import Decoder, readiness_for
from mlroles.core.adverts.summary import Tally
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly, MlrolesError, UnreadableFile
from mlroles.core.model.limits import FILE, TEXT
from mlroles.core.moves.profile import Profile
from mlroles.present.adverts.answer import Origin
from mlroles.present.adverts.batch import Found, decoded_all_report, summary_report
from mlroles.present.adverts.page import decoded_report
from mlroles.present.page.report import Report

DESCRIPTIONS = ("description", "jobdescription", "fulldescription", "text", "advert", "body")
TEXTS = Sought("text", DESCRIPTIONS, (*DESCRIPTIONS, "content", "details", "summary"), TEXT)

ENDINGS = (
    *(".txt", ".md", ".markdown", ".htm", ".html", ".docx", ".pdf"),
    *(".csv", ".tsv", ".json", ".jsonl", ".ndjson"),
)
"""What the files of a folder end with that are read."""


class Asked(NamedTuple):
    """What is asked of texts: what the options of the command say."""

    title: str | None
    kind: Kind | None
    held: Profile | None
    have: Sequence[str]
    """What was typed for the skills held."""
    summary: bool
    highlight: bool
    why: bool
    full: bool


class Given(NamedTuple):
    """A text, with the title over it if one is given, and where it comes from."""

    text: str
    title: str | None
    file: str | None
    row: int | None = None
    fields: dict[str, Any] = {}
    kind: Kind | None = None
    """What it is, where that is known without reading it."""


class Texts:
    """The texts of files, each read when its turn comes; the unreadable are reported and counted.

    `single` says whether they are one document and not many.
    """

    def __init__(self, given: Sequence[str], column: str | None, encoding: str | None) -> None:
        """Take files, folders or `-`. Raises `UnreadableFile` where there is no file to read."""
        self.unread = 0
        self.columns: tuple[str, ...] = ()
        """What the other fields of rows are called, in the first file that has rows."""
        self.given, self._column, self._encoding = given, column, encoding
        self._files = [file for one in given for file in _files(one)]
        self.single = len(self._files) == 1 and not os.path.isdir(given[0])
        texts = self._texts()
        first = next(texts, None)  # what is wrong with all of it shows before anything is written
        if first is None:
            raise UnreadableFile("none of the files can be read", "see the lines above")
        self.texts: Iterator[Given] = chain([first], texts)
        if first.row is None:  # rows are counted as they are read
            self.texts = counted(self.texts, "texts")
        self.single = self.single and first.row is None

    def _texts(self) -> Iterator[Given]:
        for file in self._files:
            try:
                yield from self._of_file(file)
            except MlrolesError as error:
                if self.single:
                    raise
                self.unread += 1
                tell(f"mlroles: {error.what}; {error.remedy}")

    def _of_file(self, file: str) -> Iterator[Given]:
        try:
            with to_read(file, TEXTS) as raw:
                stream = raw if isinstance(raw, BufferedReader) else BufferedReader(raw)  # type: ignore[type-var]
                start = stream.peek(4096)
                if self._holds_rows(text_of(start), file):
                    yield from self._of_rows(stream, file)
                    return
                content = stream.read(FILE.most + 1)
        except OSError as error:
            raise unreadable(file, error) from None
        if len(content) > FILE.most:
            raise too_large(file, FILE)
        name = named(file)
        text = readable_text(content, name, self._encoding)
        if resume := is_resume(text):
            text = resume_text(text, name)
        yield Given(text, None, _path(file), kind="cv" if resume else None)

    def _holds_rows(self, start: str, file: str) -> bool:
        """Whether a file that begins so holds rows and is not one document."""
        if self._column or file.lower().endswith((*TABLES, *RECORDS)) or is_resume(start):
            return not is_resume(start)
        first = start.lstrip().partition("\n")[0].strip()
        layout = layout_of(first, "", TEXTS)
        return bool(separator_of(first)) if layout == "table" else layout != "lines"

    def _of_rows(self, stream: BinaryIO, file: str) -> Iterator[Given]:
        rows = read_rows(lambda: nullcontext(stream), file, TEXTS, self._column, self._encoding)
        for number, row in enumerate(rows.rows, 1):
            taken = {rows.titled(row.fields), key_of(row.fields, TITLES.usual)}
            self.columns = self.columns or tuple(c for c in rows.columns if c not in taken)
            title = row.fields.get(key_of(row.fields, TITLES.usual) or "")
            fields = {key: value for key, value in row.fields.items() if key not in taken}
            self.unread += not row.sound
            text = as_read(row.title) if row.sound else ""
            title = title if isinstance(title, str) else None
            yield Given(text, title, _path(file), number, fields)


def _path(file: str) -> str | None:
    return None if file == "-" else file


def report_on(catalogue: Catalogue, texts: Texts, asked: Asked) -> Report:
    """What texts say: one on a page, of many a record each or a summary.

    Raises `AskedWrongly` where a title or marks are asked for and there are many texts.
    """
    full = asked.full or asked.why
    decode = Decoder(catalogue, texts.single or full)  # to suggest takes ten times as long

    def found() -> Iterator[Found]:
        for text in texts.texts:
            decoded = decode(text.text, asked.title or text.title, asked.kind or text.kind)
            ready = readiness_for(catalogue, decoded, asked.held) if asked.held else None
            yield Origin(text.file, text.row, text.fields), decoded, ready

    if asked.summary:
        tally = Tally(catalogue)
        for _, decoded, _ in found():
            tally.add(decoded)
        return summary_report(catalogue, tally.summary(), lambda: texts.unread, asked.full)
    if not texts.single:
        if asked.title or asked.highlight:
            told = f"--{'title' if asked.title else 'highlight'} belongs to one text"
            raise AskedWrongly(told, "give one file, not several or one with rows")
        named = texts.given, texts.columns
        return decoded_all_report(catalogue, found(), *named, lambda: texts.unread, full)
    origin, decoded, ready = next(found())
    return decoded_report(
        catalogue,
        decoded,
        origin,
        ready,
        held=asked.held,
        have=asked.have,
        why=asked.why,
        full=asked.full,
        highlight=asked.highlight,
    )


def _files(given: str) -> list[str]:
    """The files of a folder and of those in it, in order; or the file itself."""
    if given == "-" or not os.path.isdir(given):
        return [given]
    walked = (
        os.path.join(folder, name)
        for folder, _, names in sorted(os.walk(given))
        for name in sorted(names)
        if name.lower().endswith(ENDINGS) and not name.startswith(".")
    )
    found = [path for path in walked if os.path.isfile(path)]  # a pipe would let us wait
    if not found:
        told = f"there is nothing to read in the folder {given!r}"
        raise UnreadableFile(told, f"files are read that end in {', '.join(ENDINGS)}")
    return found
