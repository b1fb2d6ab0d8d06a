"""Read the terms that an advert states: rung, years, degree, pay and language."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Literal

from mlroles.core.adverts.document import Document, Sentence
from mlroles.core.adverts.found import Passage
from mlroles.core.adverts.language import language_of
from mlroles.core.adverts.sections import BOILERPLATE
from mlroles.core.adverts.stated_pay import StatedPay, pay_in
from mlroles.core.finding.title import LEVELS
from mlroles.core.model.vocabulary import Rung, Value

Term = Literal["rung", "years", "degree", "pay"]


class Stated(Value, frozen=True, kw_only=True):
    """The terms that a text states; None where it does not say."""

    rung: Rung | None
    """By a word of rank beside what somebody is to be."""
    years: int | None
    """Of experience, at least; the most of several, which is that for the work at large."""
    degree_required: bool | None
    """False where experience will do instead."""
    pay: StatedPay | None
    language: str | None
    """Two letters."""
    passages: Mapping[Term, Passage]
    """The words that say so."""

    @property
    def rung_by_years(self) -> Rung | None:
        """The rung that mostly asks for so many years; nobody is a lead by years alone."""
        if self.years is None:
            return None
        return "senior" if self.years >= 5 else "mid" if self.years >= 2 else "junior"


def stated_in(document: Document) -> Stated:
    """The terms that an advert states."""
    terms = _Terms(document)
    pay = pay_in(document.text)
    if pay:
        terms.keep("pay", *pay[1:])
    return Stated(
        rung=_rung(terms),
        years=_years(terms),
        degree_required=_degree(terms),
        pay=pay[0] if pay else None,
        language=language_of(document.text),
        passages=terms.passages,
    )


class _Terms:
    """A document in which terms are looked for, and the passages that state them."""

    def __init__(self, document: Document) -> None:
        """Take the document."""
        self.text = document.text
        self.lower = self.text.replace("\u0130", "I").lower()  # no other letter grows
        self.passages: dict[Term, Passage] = {}
        self._sentences = document.sentences
        self._starts = [sentence.start for sentence in document.sentences]

    def sentence(self, at: int) -> Sentence | None:
        """The sentence at a place, if it is about the work."""
        number = bisect_right(self._starts, at) - 1
        sentence = self._sentences[number] if number >= 0 else None
        return sentence if sentence and sentence.section not in BOILERPLATE else None

    def keep(self, term: Term, start: int, end: int) -> None:
        """Keep the place that states a term."""
        words = self.text[start:end].rstrip(" *\n")
        self.passages[term] = Passage(words=words, start=start, end=start + len(words))


# Rung.

_RANKS: dict[str, Rung] = {
    phrase: rung
    for rung, phrases in LEVELS.items()
    for word in phrases.split()
    if len(word) > 2 or word in ("jr", "sr")  # L3 and the like are said in titles alone
    for phrase in (word, word.replace("-", " "))
}
_BY_LETTER: dict[str, list[str]] = {}
"""First letter -> the ranks; this makes the search three times as fast."""
for _rank in _RANKS:
    _BY_LETTER.setdefault(_rank[0], []).append(_rank)
_GROUPS = (
    f"{letter}(?:{'|'.join(rank[1:] for rank in ranks)})" for letter, ranks in _BY_LETTER.items()
)
_BEGINS = re.compile(rf"[^a-z](?={'|'.join(_GROUPS)})")
"""What stands before a rank, and perhaps before a longer word that begins like one."""
_IS_TO_BE = re.compile(
    r"(?:\b(?:(?:looking|searching|opening|opportunity|need|hunt) for|seek(?:s|ing)?|hir(?:e|ing)"
    r"|needs?|recruiting|as|role of|position of|join us as|suchen|recherchons|recrutons|the)"
    r"|(?:title|position|role):|^)\s{0,3}(?:(?:an?|our|the|another|eine?n?|une?)\s)?"
    r"(?:[\w-]{1,20}\s){0,2}\**$"
)
"""What stands before the rank of whoever is sought."""
_SOMEBODY = re.compile(
    r"\.?[,/ ]\s?(?:[\w/&+-]{1,20}[,/ ]\s?){0,3}?(?:engineer|scientist|analyst|developer"
    r"|architect|researcher|manager|consultant|specialist|administrator|entwickler(?:in)?"
    r"|ingenieur|ingénieur|analyste)\b"
)
_A_LEVEL = re.compile(r"\b(?:seniority|experience|career|job) level\s?:?\s{0,3}$")
_A_ROLE = re.compile(r"(?:[ -]level)? (?:position|role)\b")
_OF_OTHERS = re.compile(
    r"\b(?:report(?:s|ing)? (?:directly )?(?:in)?to|(?:direction|guidance) of|supervis|support"
    r"|assist|collaborat|(?:work|partner)(?:s|ing)? (?:closely )?(?:with|under)|mentor|led by)"
)
"""What is said before somebody else's rank."""


def _rung(terms: _Terms) -> Rung | None:
    """The first rank that is said of whoever is sought."""
    lower = terms.lower
    for before in _BEGINS.finditer(f" {lower}"):
        start = before.start()
        for rank in _BY_LETTER[lower[start]]:
            end = start + len(rank)
            if not lower.startswith(rank, start) or lower[end : end + 1].isalnum():
                continue
            if last := _end_of_rank(terms, start, end):
                terms.keep("rung", start, last)
                return _RANKS[rank]
    return None


def _end_of_rank(terms: _Terms, start: int, end: int) -> int | None:
    """Where words end that say the rank of whoever is sought; None if a rank is not theirs."""
    sentence = terms.sentence(start)
    if sentence is None:
        return None
    before = terms.lower[max(sentence.start, start - _BEFORE) : start]
    if _OF_OTHERS.search(before):
        return None
    if _A_LEVEL.search(before):
        return end
    said = _A_ROLE.match(terms.lower, end)
    if said is None and _IS_TO_BE.search(before):
        said = _SOMEBODY.match(terms.lower, end, sentence.end)
    return said.end() if said else None


# Years of experience.

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)
_NUMBER = rf"\d{{1,2}}|{'|'.join(_NUMBERS)}"
_YEAR = re.compile(r"[yja](?<![a-z].)(?:ears?\b|rs?\b|oe\b|ahren?\b|ns\b)")
_YEARS = re.compile(
    rf"(?<![\d$£€])(?<!\d[.,])(?P<least>{_NUMBER})\s?(?:\(\s?\d{{1,2}}\s?\+?\)\s?)?"
    r"(?:\+|plus\b|or more\b)?"
    rf"\s?(?:(?:-|–|—|to|or|bis|à)\s?(?:{_NUMBER})\s?(?:\(\d{{1,2}}\)\s?)?\+?\s?)?"
    r"(?:or more |full |solid |plus )?(?:years?|yrs?|yoe|jahren?|ans)\b[’']?s?"
)
_OF_EXPERIENCE = re.compile(
    r"experien|\bexp\b|expertise|erfahrung|expérience|\bwork|\bhands|\btrack record|\bbackground"
    r"|\bas an? |\bin an? |\bbuilding|\bdevelop|\bdesign|\bmanag|\bprogramming|\bcoding"
    r"|\bprofession|\bindustry|\busing\b|^[’']?\s?(?:of|with) \w"
)
_NOT_OF_EXPERIENCE = re.compile(
    r"\s?(?:old|of age|ago|contract|college|university|degree|in a row|history|warranty|guarantee"
    r"|later|of (?:(?!exp)[\w-]{1,20} )?(?:age\b|history|innovation|growth|success|operation"
    r"|existence|tradition|leadership|data\b(?=[.,;]|$)))"
)
_OF_THE_FIRM = re.compile(
    r"\b(?:last|past|next|every|coming|within|first|recent|each|consecutive|for (?:over|more than)"
    r"|we (?:have|bring|are|ve)|with (?:over|more than)|our|company|founded|team has|letzten"
    r"|nächsten|dernières)\s(?:[\w’']{1,15}\s){0,3}$"
)
MOST_YEARS = 20
"""More years than these are somebody's history."""
_BEFORE, _BEHIND = 60, 70
"""How many characters around words show what they are about."""


def _years(terms: _Terms) -> int | None:
    most, behind = None, 0
    for unit in _YEAR.finditer(terms.lower):
        sentence = terms.sentence(unit.start())
        if sentence is None or sentence.section == "nice to have":
            continue
        first = max(sentence.start, behind, unit.start() - _BEFORE)
        found = _YEARS.search(terms.lower, first, unit.end() + 2)
        if found is None:
            continue
        start, behind = found.span()
        before = terms.lower[max(sentence.start, start - _BEFORE) : start]
        after = terms.lower[behind : min(sentence.end, behind + _BEHIND)]
        of_experience = (
            sentence.section == "requirements"
            or found[0].endswith("yoe")
            or _OF_EXPERIENCE.search(after)
            or _OF_EXPERIENCE.search(before)
        )
        if not of_experience or _NOT_OF_EXPERIENCE.match(after) or _OF_THE_FIRM.search(before):
            continue
        told = found["least"]
        years = int(told) if told.isdigit() else _NUMBERS.index(told) + 1
        if years <= MOST_YEARS and (most is None or years > most):
            most = years
            terms.keep("years", start, behind)
    return most


# Degree.

_DEGREE = re.compile(
    r"[bdmpuhlsé](?<![a-z].)(?:egrees?\b(?! of (?:autonomy|freedom|\w{1,20}ness))|ipl[oô]m|achelor"
    r"|ac\s?\+\s?[3-8]"
    r"|aster[’']s|(?<!scrum m)asters\b|h\.?\s?d\b|octora(?:l|te)|ndergraduate|\.?sc\b|\.?tech\b"
    r"|ba\b|\.?[as]\.?/[bm]\.?[as]|[as](?= (?:in|or|degree)\b)|ochschulstudium|icence|tudium\b"
    r"|cole d[’']ing|aurea\b)"
)
_NO_DEGREE = re.compile(r"\b(?:high|higher|some|large|great)\s$")
_INSTEAD = re.compile(
    r"(?<!foreign )equivalent(?!\s(?:[\w/]{1,20}\s){0,2}"
    r"(?:degree|field|discipline|qualification|subject|diploma|area|role|position))"
    r"|in lieu of|instead of a degree|comparable (?:work )?experience"
    r"|or (?:\w{1,20} ){0,2}(?:relevant|related|similar|practical|commensurate|demonstrated) "
    r"(?:\w{1,20} ){0,3}experience|degree or (?:at least )?\d{1,2}\+? years|no (?:formal )?degree"
    r"|without a (?:formal )?degree|ou expérience équivalente|experience will be considered"
    r"|(?:vergleichbar|gleichwertig)e[nrs]? (?:\w{1,20} )?(?:ausbildung|berufs|erfahrung|kenntnis"
    r"|praxis|qualifikation)"
    r"|not (?:required|necessary|essential|needed|a must)"
)
_PREFERRED = re.compile(
    r"prefer|desir|\ba plus\b|\bplus[.!)]|nice[- ]to[- ]have|ideally|bonus|advantage|beneficial"
    r"|a benefit|an asset|von vorteil|idealerweise|un plus|souhait"
)
_MUST = re.compile(r"required|requires?\b|\bmust\b|mandatory|minimum|at least|\bessential")
_HIGHER = re.compile(r"master|ph\.?\s?d|doctora|advanced|\bgraduate|\bm\.?s|mba|higher")
_LOWER = re.compile(r"bachelor|\bb\.?[ast]|undergraduate")
_OF_OTHER_PEOPLE = re.compile(
    r"\bour (?:team|people|founders|employees)|team members|students?\b|tuition|reimburs|founded by"
    r"|scholarship|certifications? (?:and|or) degrees"
)
_AROUND = 120
"""How many characters around a degree show whether it is required."""


def _degree(terms: _Terms) -> bool | None:
    """Whether a degree is required: not where one of several places says that it is not."""
    answer = None
    for found in _DEGREE.finditer(terms.lower):
        sentence = terms.sentence(found.start())
        if sentence is None or _NO_DEGREE.search(terms.lower, found.start() - 8, found.start()):
            continue
        start = max(sentence.start, found.start() - _AROUND)
        end = min(sentence.end, found.end() + _AROUND)
        required = _required(terms.lower[start:end], sentence.section == "nice to have")
        if required is not None and answer is not False and required is not answer:
            answer = required
            terms.keep("degree", start, end)
    return answer


def _required(said: str, nice_to_have: bool) -> bool | None:
    """Whether words about a degree require one; a higher one that is preferred says nothing."""
    if _OF_OTHER_PEOPLE.search(said):
        return None
    if _INSTEAD.search(said):
        return False
    if nice_to_have:
        return None if _HIGHER.search(said) else False
    if _PREFERRED.search(said) and not _MUST.search(said):
        higher = _HIGHER.search(said)
        return True if higher and _LOWER.search(said) else None if higher else False
    return True
