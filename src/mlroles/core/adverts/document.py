"""Cut the text of an advert or a CV into sentences and list items, each with its section."""

import re
from collections.abc import Iterator

from mlroles.core.adverts.headings import BOILERPLATE, MOST_WORDS, Section, section_of
from mlroles.core.model.vocabulary import Value


class Sentence(Value, frozen=True):
    """A sentence, a list item or a heading: `text[start:end]` of a document."""

    start: int
    end: int
    section: Section = "none"
    listed: bool = False
    """Whether it stands in a list."""
    heading: bool = False


class Document(Value, frozen=True):
    """A text and its sentences in their order, with white space and marks of lists between them."""

    text: str
    sentences: tuple[Sentence, ...]

    def words(self, sentence: Sentence) -> str:
        """What a sentence says."""
        return self.text[sentence.start : sentence.end]


_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_MARK = re.compile(
    r"(?:[-*+>•●○◦▪■□‣⁃∙·»✓✔➢➤→❖–—\uf0b7\uf0a7]{1,3}|\(?\d{1,2}[.)])(?=\s)\s*|[•●○◦▪■‣✓✔➢➤❖\uf0b7\uf0a7]{1,3}\s*"
)
"""What stands before an item of a list."""
_EMPHASIS = re.compile(r"^[\s#*_`]+|[\s*_`]+$")

_OPENERS = (
    "Abilit(?:y|ies)|Able|Advanced|Bachelor|Build|Collaborate|Comfort(?:able)?|Create|Degree|Deep"
    "|Demonstrated|Deploy|Design|Develop|Excellent|Experienced?|Exposure|Expertise|Familiar(?:ity)?"
    "|Good|Hands|Implement|Knowledge|Manage|Master|Minimum|Must|Our|Previous|Proficien(?:t|cy)"
    "|Proven|Required|Solid|Strong|The|This|Understanding|We|Work|Working|You|Your"
)
"""Words that begin a sentence or an item of a list, also where it is glued to the one before."""

# A full stop ends a sentence before a space and a capital, or glued to a word of small letters
# (not in Node.js, ASP.NET, M.Sc). Scraping also glues items at a comma or with nothing between.
_END = re.compile(
    r"[.!?…]{1,4}[\"'”’)\]]{0,3}(?=\s{1,4}[\"'“‘(\[]?[^\Wa-z_])"
    r"|(?<=[a-zß-ÿ)\]%][a-zß-ÿ)\]%])[.!?]{1,3}(?=[A-Z][a-z]{1,20}[ ,])(?!\.(?:Js|Net|Ai|Co)\b)"
    r"|\.?,(?=[A-Z][a-z]{1,20} (?!(?:and|or|und|et|ou|oder)\b)[a-z])"
    rf"|(?<=[a-z)+#])(?=(?:{_OPENERS})\b[ ,])"
    r"|(?<=[A-Z][A-Z])(?=(?:Experience|Strong|Knowledge|Ability|Familiarity) )"
    r"|;(?=\s)|\s(?=[•●▪■‣✓✔➢➤❖◦]\s?)|\s{3,}"
)
_SHORT = re.compile(
    r"(?:\b(?i:e\.?g|i\.?e|vs|incl|approx|resp|no|nr|sr|jr|dr|mr|mrs|ms|inc|st|z\.\s?b|bzw|ca|inkl|u\.a"
    r"|d\.h|p\.\s?ex|[a-z])|[A-Z])$"
)
"""What a full stop may follow without ending a sentence."""

LONGEST_HEADING = 60
"""The most characters of a heading."""

_NOTICE = re.compile(
    r"equal[ -](?:employment )?opportunit|regardless of|without regard|sexual orientation"
    r"|discriminat(?:e|ion|ory)\b"
    r"|reasonable accommodation|protected veteran|gender identity|unabhängig von|schwerbehindert"
    r"|background check|affirmative action|all qualified applicants|privacy (?:policy|notice)",
    re.IGNORECASE,
)
_BENEFIT = re.compile(
    r"\b401\s?\(?k|paid time off|parental leave|health insurance|\bdental\b|\bPTO\b|we offer\b"
    r"|(?:competitive|base|annual) (?:salary|compensation|pay)\b|stock options"
    r"|wir bieten|free (?:lunch|food)"
    r"|bonus (?:scheme|program)|salary range|paid (?:vacation|holiday|leave)|pension\b"
    r"|nous offrons",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:is|we are) (?:a|an|the|one of)\b.{0,60}\b(?:lead(?:ing|er)|largest|company|start-?up"
    r"|provider|firm)\b|\bfounded in\b|headquarter|our mission is\b|backed by|fortune \d"
    r"|our (?:clients|customers) include",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\bexperience (?:with|in|of|using)\b|knowledge (?:of|in)\b|proficien\w+ (?:in|with)\b"
    r"|\bfamiliar"
    r"|\bdegree in\b|\byears[’']? of\b|\bunderstanding of\b|\bkenntnisse\b|\bresponsible for\b",
    re.IGNORECASE,
)
"""What is said of the work and of whoever is to do it."""

_CONTENT: tuple[tuple[Section, re.Pattern[str]], ...] = (
    ("equal opportunity", _NOTICE),
    ("benefits", _BENEFIT),
    ("about the firm", _FIRM),
)
"""What a sentence speaks of, whatever section it stands in."""


def read_document(text: str) -> Document:
    """Cut a text into sentences, each with the section that the heading above it opens.

    Lines that are only wrapped are one sentence. A heading inside a line ("Bonus: Docker") holds
    for that line if it is nice to have or boilerplate, else until the next heading.
    """
    return Document(text, tuple(_sentences(text)))


def _sentences(text: str) -> Iterator[Sentence]:
    section: Section = "none"
    for start, end, listed in _paragraphs(text):
        line = text[start:end]
        if opened := _heading(line, listed):
            section = _after(opened, section)
            yield Sentence(start, end, section, listed, True)
            continue
        here = section
        for first, last in _pieces(text, start, end):
            piece = text[first:last]
            own = (
                section_of(piece[:-1], True)
                if piece.endswith(":") and len(piece) < LONGEST_HEADING
                else None
            )
            if own:
                here = own
                if not listed and own not in BOILERPLATE and own != "nice to have":
                    section = own
                yield Sentence(first, last, here, listed, True)
                continue
            if here in BOILERPLATE and _ASKS.search(piece):
                here = section = "none"  # what was taken for boilerplate has ended unsaid
            said = next((name for name, told in _CONTENT if told.search(piece)), here)
            yield Sentence(first, last, said, listed)


def _after(opened: Section, before: Section) -> Section:
    """The section after a heading; one that is not known ("none") ends boilerplate alone."""
    return (
        "none"
        if opened == "none" and before in BOILERPLATE
        else before
        if opened == "none"
        else opened
    )


def _heading(line: str, listed: bool) -> Section | None:
    """The section that a line opens as a heading, "none" if it is one that is not known."""
    bare = _EMPHASIS.sub("", line) if len(line) < 2 * LONGEST_HEADING else ""
    if not 0 < len(bare) <= LONGEST_HEADING or bare[-1] in ".,;" or bare.count(" ") >= MOST_WORDS:
        return None
    title = bare.rstrip(":?! ")
    marked = bare[-1] == ":" or line[0] in "#" or (line[:2] in ("**", "__") and line != bare)
    if ": " in title and not marked:
        return None
    found = section_of(
        re.split(r"\s[-–—]\s", title)[0], marked or (title.isupper() and " " in title)
    )
    if found or (marked and not listed):
        return found or "none"
    return None


def _paragraphs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each line without its mark, wrapped lines joined, and if it is listed."""
    before: tuple[int, int, bool] | None = None
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            if before:
                yield before
                before = None
            continue
        mark = _MARK.match(text, start, end)
        if mark and mark.end() < end and not text.startswith("**", start):
            listed, start = True, mark.end()
        else:
            listed = False
        wrapped = (
            not listed
            and before
            and text[start].islower()
            and not text.startswith("http", start)
            and text[before[1] - 1] not in ".:!?;"
        )
        if wrapped and before and text.count("\n", before[1], start) == 1:
            before = before[0], end, before[2]
            continue
        if before:
            yield before
        before = start, end, listed
    if before:
        yield before


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a line, and the headings in it with their colons."""
    at = start
    for match in _END.finditer(text, start, end):
        if text[match.start()] == "." and _SHORT.search(
            text, max(at, match.start() - 8), match.start()
        ):
            continue
        yield from _headed(text, at, match.end())
        at = match.end()
    yield from _headed(text, at, end)


def _headed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece, or the heading that it begins with, with its colon, and the rest."""
    start, end = _trimmed(text, start, end)
    colon = text.find(":", start, min(end, start + LONGEST_HEADING)) + 1
    if 0 < colon < end and text[colon] != "/" and section_of(text[start : colon - 1], True):
        yield start, colon
        start, end = _trimmed(text, colon, end)
    if start < end:
        yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "•●▪■‣✓✔➢➤❖◦"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
