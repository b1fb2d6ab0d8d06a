"""Tell a CV from an advert, and make a profile of the skills that it names."""

import re
from collections.abc import Iterable
from typing import Literal

from mlroles.core.adverts.document import Document, Sentence
from mlroles.core.adverts.found import FoundSkill, Passage
from mlroles.core.moves.profile import ASSUMED_LEVEL, Profile

Kind = Literal["advert", "cv"]

_HEADING = re.compile(
    r"(?:work |professional |relevant |employment |key |technical |core )*(?:experience|employment"
    r"|education|skills|projects|certifications?|certificates|languages|publications|references"
    r"|interests|summary|profile|work history|career (?:history|summary)|volunteering|awards"
    r"|berufserfahrung|ausbildung|werdegang|bildungsweg|kenntnisse|sprachen|projekte|lebenslauf"
    r"|expériences?(?: professionnelles?)?|formations?|compétences|langues|projets"
    r"|curriculum vitae|cv|r[ée]sum[ée])(?: (?:history|and|&) .{0,30})?",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"\b(?:19|20)\d\d\b\s*(?:-|–|—|to|until|bis|à)\s*(?:[a-zé]{3,9}\.? )?"
    r"(?:(?:19|20)\d\d\b|present|now|today|current|heute|aujourd)",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|\blinkedin\.com/in/|\bgithub\.com/\w", re.IGNORECASE)
_EMPLOYER = re.compile(
    r"\bwe(?: are|'re|’re) (?:looking|hiring|seeking)|\byou(?: will|'ll|’ll) |\b(?:join|apply)\b"
    r"|\bwe offer\b|\b(?:ideal|successful) candidate|\bequal opportunit|\byour (?:role|profile"
    r"|responsibilities|tasks)\b|\bcandidates?\b|\bsalary\b|\bbenefits\b|\bresponsibilities\b"
    r"|\brequirements\b|\bqualifications\b|\bnice to have\b|\bwir (?:suchen|bieten)\b"
    r"|\b(?:deine|ihre) aufgaben\b|\bnous (?:recherchons|offrons)\b|\bvos missions\b",
    re.IGNORECASE,
)
"""What is said by those who look for somebody."""
FEWEST_SIGNS = 3
"""The signs of a CV that it has at least: headings, spans of years, a way to write to somebody."""


def kind_of(document: Document) -> Kind:
    """Whether a text is a CV: it has the signs of one, and more than of an advert."""
    text = document.text
    lines = (line.strip(" \t#*_:-=|").casefold() for line in text.splitlines())
    headings = {line for line in lines if len(line) < 60 and _HEADING.fullmatch(line)}
    signs = len(headings) + len(_DATES.findall(text)) + bool(_CONTACT.search(text))
    against = len({found.casefold() for found in _EMPLOYER.findall(text)})
    return "cv" if signs >= FEWEST_SIGNS and signs > 2 * against else "advert"


def cv_profile(
    document: Document, skills: Iterable[FoundSkill], name: str | None = None
) -> Profile:
    """The profile of a CV: the skills that it names, at the level that the text supports.

    Where it supports none, the one is assumed that stands for a skill without a level in every
    profile. What stands in headings alone is left out, and so is what is only suggested.
    """
    levels: dict[str, int | None] = {}
    evidence: dict[str, str] = {}
    for found in skills:
        shown = [s for p in found.evidence if (s := sentence_of(document, p)) and not s.heading]
        if found.finding == "named" and shown:
            levels[found.skill] = found.level
            evidence[found.skill] = " ".join(document.words(shown[0]).split())
    return Profile(
        skills={skill: level or ASSUMED_LEVEL for skill, level in levels.items()},
        assumed=tuple(skill for skill, level in levels.items() if level is None),
        name=name,
        evidence=evidence,
    )


def sentence_of(document: Document, passage: Passage) -> Sentence | None:
    """The sentence in which words of a text stand."""
    return next((s for s in document.sentences if s.start <= passage.start < s.end), None)
