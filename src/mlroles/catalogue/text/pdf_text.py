"""The text of a PDF file, read with pypdf, which comes with `mlroles[pdf]`."""

import logging
import re
from io import BytesIO

from mlroles.core.model.errors import UnreadableFile
from mlroles.core.model.limits import PAGES, TEXT

_WRAPPED = re.compile(r"(?<=[a-z,])-\n(?=[a-z])|(?<=[\w,)]) *\n(?=[a-z(&])")
"""Where a line goes on below: the next begins in the middle of a sentence, or of a word."""
FEWEST_LETTERS = 20
"""The letters that a page has at least of which not only a picture is there."""


def pdf_text(content: bytes, name: str) -> str:
    """The text of a PDF file, a page after the other.

    Raises `UnreadableFile` where pypdf is missing, and for a file that is damaged, encrypted,
    scanned or too long.
    """
    try:
        import pypdf
    except ImportError:
        raise UnreadableFile(
            f"{name} is a PDF file, and reading one needs pypdf", "pip install 'mlroles[pdf]'"
        ) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it repairs concerns nobody
    try:
        reader = pypdf.PdfReader(BytesIO(content))
        locked = reader.is_encrypted and not reader.decrypt("")
    except Exception as error:  # a damaged file may raise anything
        told = f"{name} is encrypted, or no sound PDF file ({type(error).__name__})"
        raise UnreadableFile(told, "save it anew without a password, or as text") from None
    if locked:
        raise UnreadableFile(f"{name} is encrypted", "save it without a password, or as text")
    try:
        if len(reader.pages) > PAGES.most:
            raise UnreadableFile(f"{name} has more than {PAGES}", "give the advert or CV alone")
        texts: list[str] = []
        for page in reader.pages:
            texts.append(page.extract_text())
            if sum(map(len, texts)) > TEXT.most:
                break
    except UnreadableFile:
        raise
    except Exception as error:
        told = f"{name} is no sound PDF file ({type(error).__name__})"
        raise UnreadableFile(told, "save it anew, or as text") from None
    text = "\n".join(texts)
    if sum(map(str.isalpha, text)) < FEWEST_LETTERS:
        told = f"{name} holds no text: its pages are pictures"
        raise UnreadableFile(told, "run a program for text recognition over it, or type the text")
    return _WRAPPED.sub(lambda found: "" if found[0][0] == "-" else " ", text)
