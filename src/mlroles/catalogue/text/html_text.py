"""The text of a web page: what a reader sees of it, headings and items of lists on lines."""

import re
from html.parser import HTMLParser

_DROPPED = re.compile(
    "script|style|template|noscript|head|svg|math|iframe|object|select|button|nav|footer|aside"
    "|audio|video|canvas|textarea"
)
"""Elements that hold no text of the page, or what every page of a site has."""
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
_HEADING = re.compile("h[1-6]")
_BLOCK = re.compile(
    "p|div|br|hr|ul|ol|li|dl|dt|dd|table|tr|section|article|header|main|form|fieldset|legend|h[1-6]"
    "|blockquote|pre|address|figure|figcaption|details|summary|caption|body|html"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])")
_BLANK = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_ITEM = re.compile(r"\n+-(?: |\n+)")


def html_text(page: str) -> str:
    """The text of a page or a part of one; nothing in it is run or fetched."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    text = _BLANK.sub(" ", "".join(reader.pieces))
    text = _LINES.sub(lambda found: "\n\n" if found[0].count("\n") > 1 else "\n", text)
    return _ITEM.sub("\n- ", text).strip()


class _Reader(HTMLParser):
    """Keeps the visible text of a page in `pieces`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._inside: list[str] = []
        """Open elements that are not shown: the outermost, and those of its name within it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or what is not shown."""
        if self._inside:
            self._inside += [tag] if tag == self._inside[0] else []
        elif not _VOID.fullmatch(tag) and (_DROPPED.fullmatch(tag) or _is_hidden(dict(attrs))):
            self._inside.append(tag)
        elif tag == "li":
            self.pieces.append("\n- ")
        elif tag in ("td", "th"):
            self.pieces.append(" | " if self.pieces and "\n" not in self.pieces[-1] else "")
        elif _HEADING.fullmatch(tag):
            self.pieces.append("\n\n")
        elif _BLOCK.fullmatch(tag):
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line, or what is not shown."""
        if self._inside:
            self._inside = self._inside[:-1] if tag == self._inside[0] else self._inside
        elif _BLOCK.fullmatch(tag):
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep text; line breaks in it are blanks, as in a browser."""
        if not self._inside:
            self.pieces.append(" ".join(data.split("\n")))


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = attributes.get("style") or ""
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(style.lower()))
    )
