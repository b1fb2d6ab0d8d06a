"""The text of a Word file (.docx): paragraphs, items of lists, tables, text boxes and headers."""

import re
import zlib
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from mlroles.core.model.errors import UnreadableFile
from mlroles.core.model.limits import UNPACKED

_PARTS = re.compile(r"word/(?:header\d*|document\d*)\.xml")
_AGAIN = "save the document anew as .docx, PDF or text"


def docx_text(content: bytes, name: str) -> str:
    """The text of a Word file. Raises `UnreadableFile` for one that is damaged or too large.

    No entity of its XML is expanded, and no more is unpacked than the limit allows.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = sorted(filter(_PARTS.fullmatch, archive.namelist()), key=_order)
            if not any(part.startswith("word/document") for part in parts):
                told = f"{name} is a compressed file, and no Word file (.docx)"
                raise UnreadableFile(told, "give text, a web page, a .docx or a PDF file")
            left = UNPACKED.most
            texts = []
            for part in parts:
                with archive.open(part) as opened:
                    xml = opened.read(left + 1)
                left -= len(xml)
                if left < 0:
                    raise UnreadableFile(f"{name} unpacks to more than {UNPACKED}", _AGAIN)
                texts.append(_Reader().text(xml))
    # zipfile raises NotImplementedError for a compression that it does not know, and
    # RuntimeError for an encrypted file.
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFile(f"{name} cannot be unpacked: {error}", _AGAIN) from None
    except (ExpatError, _Refused) as error:
        raise UnreadableFile(f"{name} is no sound Word file: {error}", _AGAIN) from None
    return "\n".join(texts).strip()


def _order(part: str) -> tuple[bool, str]:
    """Headers stand before the document: a CV may have its name there."""
    return part.startswith("word/document"), part


class _Refused(ValueError):
    """XML that no Word file has."""


class _Reader:
    """Reads one part; paragraphs of text boxes stand within others."""

    def __init__(self) -> None:
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._lines: list[str] = []
        self._open: list[list[str]] = []
        """The texts of the paragraphs that are being read, the innermost last."""
        self._fallback = 0
        self._cells: list[int] = []
        """For each table that is being read, the line at which its row began."""
        self._in_text = self._hidden = False

    def text(self, xml: bytes) -> str:
        """The text of a part. Raises `ExpatError`, and `_Refused` where it declares entities."""
        self._parser.Parse(xml, True)
        return "\n".join(self._lines)

    def _refuse(self, *_: object) -> None:
        raise _Refused("it declares a document type")

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        tag = element.rpartition(" ")[2]
        if tag == "Fallback" or self._fallback:  # repeats what stands before it
            self._fallback += 1
        elif tag == "p":
            self._open.append([])
        elif tag == "tr":
            self._cells.append(len(self._lines))
        elif tag == "r":
            self._hidden = False
        elif tag == "vanish":
            self._hidden = _value(attributes) not in ("0", "false")
        elif not self._open:
            return
        elif tag == "t":
            self._in_text = True
        elif tag in ("tab", "br", "cr"):
            self._open[-1].append(" " if tag == "tab" else "\n")
        elif tag == "numPr":
            self._open[-1][:] = ["- "]
        elif tag == "pStyle":
            style = _value(attributes).lower()
            self._lines += [""] if style.startswith(("heading", "title")) else []
            self._open[-1] += ["- "] if style.startswith("list") else []

    def _end(self, element: str) -> None:
        tag = element.rpartition(" ")[2]
        if self._fallback:
            self._fallback -= 1
        elif tag == "t":
            self._in_text = False
        elif tag == "p" and self._open:
            text = "".join(self._open.pop())
            self._lines += [" ".join(line.split()) for line in text.split("\n")]
        elif tag == "tr" and self._cells:
            begun = self._cells.pop()
            self._lines[begun:] = [" | ".join(filter(None, self._lines[begun:]))]

    def _data(self, data: str) -> None:
        if self._in_text and not self._hidden and not self._fallback:
            self._open[-1].append(data)


def _value(attributes: dict[str, str]) -> str:
    return next((v for key, v in attributes.items() if key.rpartition(" ")[2] == "val"), "")
