"""Tell a CV from an advert, and make a profile of the skills that it names."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal

from mlroles.core.adverts.document import LONGEST_HEADING, Document, Sentence
from mlroles.core.adverts.found import FoundSkill, Passage
from mlroles.core.model.vocabulary import replace
from mlroles.core.moves.profile import ASSUMED_LEVEL, Profile

Kind = Literal["advert", "cv"]

_HEADING = re.compile(
    r"(?:work |professional |relevant |employment |key |technical |core )*(?:experience|employment"
    r"|education|skills|competencies|achievements|courses|projects"
    r"|about me|certifications?|certificates|languages|publications|references"
    r"|interests|summary|profile|work history|career (?:history|summary)|volunteering|awards"
    r"|berufserfahrung|ausbildung|werdegang|bildungsweg|kenntnisse|sprachen|projekte|lebenslauf"
    r"|expériences?(?: professionnelles?)?|formations?|compétences|langues|projets"
    r"|curriculum vitae|cv|r[ée]sum[ée])(?: (?:history|and|&) .{0,30})?"
)
_DATES = re.compile(
    r"(?:19|20)(?<=\b\d\d)\d\d\s*(?:-|–|—|to|until|bis|à)\s*(?:[a-zé]{3,9}\.? )?"
    r"(?:(?:19|20)?\d\d\b|present|now|today|current|heute|aujourd|:)"
)
_DID = re.compile(
    r"(?:^|[.;•*–-] ?)(?:built|ran|wrote|led|moved|grew|introduced|designed|developed|managed"
    r"|set up|created|implemented|migrated|taught|replaced|reduced|improved|launched|automated"
    r"|trained|deployed|delivered|maintained|analy[sz]ed|published|won|shipped|cut|mentored|coached"
    r"|worked|was responsible|responsible for) ",
    re.MULTILINE,
)
"""What people say that they have done."""
_PERSONAL = re.compile(
    r"\babout me\b|\b(?:hobbies|interests):|\bdriving licen[cs]e\b|\bdate of birth\b|\bborn in\b"
    r"|\bgeburtsdatum\b|\bmy (?:own|portfolio|thesis|work|projects)\b|\bnationality:"
)
_CONTACT = re.compile(r"@[\w-]+\.\w|linkedin\.com/in/|github\.com/\w")
_EMPLOYER = re.compile(
    r"\bwe(?: are|'re|’re) (?:looking|hiring|seeking)|\byou(?: will|'ll|’ll) |\b(?:join|apply)\b"
    r"|\bwe offer\b|\b(?:ideal|successful) candidate|\bequal opportunit|\byour (?:role|profile"
    r"|responsibilities|tasks)\b|\bcandidates?\b|\bsalary\b|\bbenefits\b|\bresponsibilities\b"
    r"|\brequirements\b|\bqualifications\b|\bnice to have\b|\bwir (?:suchen|bieten)\b"
    r"|\b(?:deine|ihre) aufgaben\b|\bnous (?:recherchons|offrons)\b|\bvos missions\b"
)
"""What is said by those who look for somebody."""
_TITLE = re.compile(r"\W*(?:curriculum vitae|lebenslauf|r[ée]sum[ée]\b|cv\b(?! required))")
"""How a text begins that says itself what it is."""
FEWEST_SIGNS = 3
"""The signs of a CV that it has at least: headings, spans of years, what somebody did."""


def kind_of(document: Document) -> Kind:
    """Whether a text is a CV: it has the signs of one, and more than of an advert."""
    text = document.text.lower()
    lines = {line.strip(" \t#*_:-=|") for line in text.splitlines() if len(line) < LONGEST_HEADING}
    signs = sum(map(bool, map(_HEADING.fullmatch, lines))) + len(_DATES.findall(text))
    signs += FEWEST_SIGNS - 1 if _TITLE.match(text) else 0
    if not signs:
        return "advert"
    signs += len(set(_DID.findall(text))) + len(_PERSONAL.findall(text))
    signs += bool(_CONTACT.search(text))
    against = len(set(_EMPLOYER.findall(text)))
    return "cv" if signs >= FEWEST_SIGNS and signs > 2 * against else "advert"


def without_headings(document: Document, skills: Iterable[FoundSkill]) -> Iterator[FoundSkill]:
    """What is found beside the headings of a CV, which are no skills; nothing is asked for."""
    for found in skills:
        shown = tuple(p for p in found.evidence if not sentence_of(document, p).heading)
        if shown:
            yield replace(found, evidence=shown, required=None)


def cv_profile(
    document: Document, skills: Iterable[FoundSkill], name: str | None = None
) -> Profile:
    """The profile of a CV: the skills that it names, at the level that the text supports.

    Where it supports none, the one is assumed that stands for a skill without a level in every
    profile. What stands in headings alone is left out, and so is what is only suggested.
    """
    counted = [f for f in without_headings(document, skills) if f.finding == "named"]
    return Profile(
        skills={found.skill: found.level or ASSUMED_LEVEL for found in counted},
        assumed=tuple(found.skill for found in counted if found.level is None),
        name=name,
        evidence={
            found.skill: " ".join(document.words(sentence_of(document, found.place)).split())
            for found in counted
        },
    )


def sentence_of(document: Document, passage: Passage) -> Sentence:
    """The sentence in which words of a text stand."""
    at = bisect_right(document.sentences, passage.start, key=lambda sentence: sentence.start)
    return document.sentences[max(0, at - 1)]
