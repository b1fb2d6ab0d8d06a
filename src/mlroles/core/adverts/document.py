"""Cut the text of an advert or a CV into sentences and list items, each with its section."""

import re
from collections.abc import Iterator

from mlroles.core.adverts.sections import BOILERPLATE, MOST_WORDS, Section, said_in, section_of
from mlroles.core.model.vocabulary import Value


class Sentence(Value, frozen=True, kw_only=False):
    """A sentence, a list item or a heading: `text[start:end]` of a document."""

    start: int
    end: int
    section: Section = "none"
    listed: bool = False
    """Whether it stands in a list."""
    heading: bool = False


class Document(Value, frozen=True, kw_only=False):
    """A text and its sentences in their order, with white space and marks of lists between them."""

    text: str
    sentences: tuple[Sentence, ...]

    def words(self, sentence: Sentence) -> str:
        """What a sentence says."""
        return self.text[sentence.start : sentence.end]


LONGEST_HEADING = 60
"""The most characters of a heading."""

LONGEST_SENTENCE = 1000
"""The most characters of a sentence; what is longer is no prose, and is cut."""

SHORTEST_WRAPPED = 30
"""The fewest characters of a line that goes on in the next one."""

_BULLETS = "•●○◦▪■□‣⁃✓✔➢➤❖\uf0b7\uf0a7"
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_MARK = re.compile(rf"(?:[-*+>·»→–—]{{1,3}}|\(?\d{{1,2}}[.)])\s+|[{_BULLETS}]{{1,3}}\s*")
"""What stands before an item of a list."""
_EMPHASIS = re.compile(r"^[\s#*_`]+|[\s*_`]+$")

_OPENERS = (
    "Abilit(?:y|ies)|Able|Advanced|Bachelor|Build|Collaborate|Comfort(?:able)?|Create|Degree|Deep"
    "|Demonstrated|Deploy|Design|Develop|Excellent|Experienced?|Exposure|Expertise|Familiar(?:ity)?"
    "|Good|Hands|Implement|Knowledge|Manage|Master|Minimum|Must|Our|Previous|Proficien(?:t|cy)"
    "|Proven|Required|Solid|Strong|The|This|Understanding|We|Work|Working|You|Your"
)
"""Words that begin a sentence or an item of a list, also where it is glued to the one before."""
_GLUED = (
    "AUFGABEN",
    "Aufgaben",
    "Benefits",
    "Description",
    "Education",
    "Overview",
    "Profil",
    "QUALIFIKATIONEN",
    "Qualifications",
    "Qualifikationen",
    "Requirements",
    "Responsibilities",
    "Skills",
    "Summary",
)
"""Headings that are found glued to what stands before and behind them."""

# Each way begins with one of a few characters, which makes the search three times as fast. A full
# stop ends a sentence before a space and a capital, or between a word of small letters and a glued
# one (not in Node.js, ASP.NET, M.Sc). Scraping also glues at commas, or with nothing in between.
_END = re.compile(
    rf"[.!?…,;{_BULLETS}A-Z](?:"
    r"(?<=[.!?…])[.!?…]{0,3}[\"'”’)\]]{0,3}(?=\s{1,4}[\"'“‘(\[]?[^\Wa-z_])"
    r"|(?<=[a-zß-ÿ)\]%][a-zß-ÿ)\]%][.!?])[!?]{0,2}(?=(?!Js|Net|Ai|Co)[A-Z][a-z]{1,20}[ ,])"
    r"|(?<=,)(?=[A-Z][a-z]{1,20} (?!(?:and|or|und|et|ou|oder)\b)[a-z])"
    r"|(?<=;)(?=\s)"
    rf"|(?<=[{_BULLETS}])"
    rf"|(?<=[a-z)+#.][A-Z])(?<=(?=(?:{_OPENERS})\b[ ,]).)"
    rf"|(?<=[a-z)+#.][A-Z])(?<=(?=(?:{'|'.join(_GLUED)})[A-Z]).)"
    rf"|{'|'.join(f'(?<={heading}[A-Z])(?=[a-z ])' for heading in _GLUED)}"
    r")"
)
_SHORT = re.compile(
    r"(?:\b(?i:e\.?g|i\.?e|vs|incl|approx|resp|no|nr|sr|jr|dr|mr|mrs|ms|inc|st|z\.\s?b|bzw|ca|inkl"
    r"|u\.a|d\.h|p\.\s?ex|[a-z]))$"
)
"""What a full stop may follow without ending a sentence."""

_ASKS = re.compile(
    r"\bexperience (?:with|in|of|using)\b|knowledge (?:of|in)\b|proficien\w+ (?:in|with)\b"
    r"|\bfamiliar|\bdegree in\b|\byears[’']? of\b|\bunderstanding of\b|\bkenntnisse\b"
    r"|\bresponsible for\b|\b(?:excellent|proven|strong) .{0,40}\bskills\b",
    re.IGNORECASE,
)
"""What is said of the work and of whoever is to do it."""


def read_document(text: str) -> Document:
    """Cut a text into sentences, each with the section that the heading above it opens.

    Lines that are only wrapped are one sentence. A heading inside a line ("Bonus: Docker") holds
    for that line if it is nice to have, for one sentence if it is boilerplate, else until the next
    heading. A sentence that speaks of boilerplate is boilerplate wherever it stands, and one that
    asks for something ends a section of boilerplate.
    """
    return Document(text, tuple(_sentences(text)))


def _sentences(text: str) -> Iterator[Sentence]:
    section: Section = "none"
    said = said_in(text)
    said.append((len(text), "none"))
    place = 0
    for start, end, listed in _lines(text):
        opened = _heading(text, start, end, listed)
        if opened:
            if opened != "none" or section in BOILERPLATE:
                section = opened
            yield Sentence(start, end, section, listed, True)
            continue
        here = back = section
        for first, last, own in _pieces(text, start, end):
            if own:
                back, here = here, own
                if not listed and own not in BOILERPLATE and own != "nice to have":
                    section = own
            elif here in BOILERPLATE and _ASKS.search(text, first, last):
                here = section = "none"
            while said[place][0] < first:
                place += 1
            of = said[place][1] if said[place][0] < last and not own else here
            yield Sentence(first, last, of, listed, own is not None)
            if not own and here in BOILERPLATE:
                here = back


def _heading(text: str, start: int, end: int, listed: bool) -> Section | None:
    """The section that a line opens as a heading, "none" if it is one that is not known."""
    if end - start > LONGEST_HEADING + 10 or text[end - 1] in ".,;":
        return None
    line = text[start:end]
    bare = _EMPHASIS.sub("", line)
    title = bare.rstrip(":?! ")
    if not title or title.count(" ") >= MOST_WORDS:
        return None
    marked = bare[-1] == ":" or line[0] == "#" or (line[:2] in ("**", "__") and line[-1] in "*_")
    if ": " in title and not marked:
        return None
    shown = marked or (title.isupper() and " " in title)
    found = section_of(re.split(r"\s[-–—]\s", title)[0], shown)
    return found or ("none" if marked and not listed else None)


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each line without its mark, wrapped lines joined, and if it is listed."""
    start = end = width = 0
    listed = wrapped = False
    for match in _LINE.finditer(text):
        first, last = _trimmed(text, *match.span())
        mark = _MARK.match(text, first, last)
        item = mark is not None and mark.end() < last
        wrapped = (
            width >= SHORTEST_WRAPPED
            and not item
            and (wrapped or text[first : first + 1].islower())
            and not text.startswith("http", first)
            and text[end - 1] not in ".:!?;"
            and text.count("\n", end, first) == 1
        )
        if wrapped:
            end, width = last, last - first
            continue
        if start < end:
            yield start, end, listed
        start, end, listed = mark.end() if mark and item else first, last, item
        width = end - start
    if start < end:
        yield start, end, listed


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, Section | None]]:
    """The sentences of a line, and the section that a heading in it opens, with its colon."""
    at = start
    for match in _END.finditer(text, start, end):
        first, last = match.span()
        sign = text[first]
        if sign == "." and _SHORT.search(text, max(at, first - 8), first):
            continue
        if sign.isalpha():  # the first letter of what is glued
            last = first
        yield from _headed(text, at, first if sign in _BULLETS else last)
        at = last
    yield from _headed(text, at, end)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece in parts that are short enough for a sentence, cut between words if there are any."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = start + LONGEST_SENTENCE if cut < 0 else cut
        yield _trimmed(text, start, cut)
        start, end = _trimmed(text, cut, end)
    yield start, end


def _headed(text: str, start: int, end: int) -> Iterator[tuple[int, int, Section | None]]:
    """A piece, or the heading that it begins with and the rest."""
    start, end = _trimmed(text, start, end)
    colon = text.find(":", start, min(end, start + LONGEST_HEADING)) + 1
    if colon and not text.startswith("//", colon) and text.find("(", start, colon) < 0:
        section = section_of(text[start : colon - 1], True)
        if section:
            yield start, colon, section
            start, end = _trimmed(text, colon, end)
    section = section_of(text[start:end], False) if end - start < LONGEST_HEADING else None
    for first, last in _parts(text, start, end):
        if first < last:
            yield first, last, section


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same place without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
