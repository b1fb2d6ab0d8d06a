"""Text that a spreadsheet would take for a formula, and the apostrophe that keeps it a text."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠].", re.DOTALL)
_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")


def guarded(text: str) -> str:
    """A text as a cell may hold it: with an apostrophe before what begins like a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def without_guard(text: str) -> str:
    """The text of a cell that `guarded` made."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text
