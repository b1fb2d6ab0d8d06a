"""Find the skills that an advert or a CV names, each with the words that show it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import pairwise

from mlroles.core.adverts.document import Document, Sentence
from mlroles.core.adverts.everyday import (
    FOLLOWED_BY,
    HEADS,
    NEEDED,
    OTHER_MEANINGS,
    OTHER_NOUNS,
    SKILL_WORDS,
    USERS,
    WISHED,
)
from mlroles.core.adverts.found import FoundSkill, Passage
from mlroles.core.adverts.naming import Match, Names, Words
from mlroles.core.adverts.sections import BOILERPLATE
from mlroles.core.adverts.suggest import Suggester
from mlroles.core.adverts.wishes import TIMES, Wish, joined, wishes
from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.words import plain, word_set
from mlroles.core.model.vocabulary import Id
from mlroles.core.moves.skill_words import level_said

CERTAIN, LIKELY, SUPPORTED = 1.0, 0.9, 0.8
"""How sure a finding is: a name as written in the catalogue; in another form; an everyday word
that its surroundings show to be meant as a skill."""

MOST_SUGGESTED = 10
"""The most skills that are suggested for a document."""

FEW_SENTENCES = 5
"""The most sentences of a text that is searched for suggestions as one."""

LEAST_CERTAIN = 0.5
"""What is suggested with less certainty in a longer text is mostly there by chance."""

_OF_WORK = frozenset(["requirements", "nice to have", "duties"])

NEAR = 5
"""How many words before a name a word such as "experience" speaks of it; three behind it."""

_HIRES = word_set("""
    ag aims announces believes employees gmbh hires inc limited llc ltd mission operates seeks
    serves
""")
_IS_HIRING = word_set(
    "hiring looking seeking searching recruiting the one proud committed on where"
)
_AT = word_set("at bei chez join joining")
_KINDS = ("bibliothek", "datenbank", "framework", "plattform", "software", "sprache", "tool")
"""How words end that say of the name behind them that it is a tool's: Analysetool Tableau."""
_VERBS = word_set("build design")
_BEFORE_VERBS = word_set("and can help ll or to we will you")
"""Words behind which "build" is what somebody does: "to build systems"."""
_DEGREES = word_set("""
    bachelor bachelors beng bsc btech degree degrees diploma diplome doctorate hochschulstudium
    licence masters mba meng msc mtech phd studium
""")
_MAYBE_DEGREES = word_set("ba bs master ms")
_OF_DEGREES = word_set("degree degrees in of or s")
"""Words behind "MS" and the like that show that it is a degree, and not MS SQL Server."""
_OTHER_THAN_DEGREES = word_set("""
    ability background but connaissance connaissances equivalent erfahrung erfahrungen experience
    experienced expertise familiarity fundierte fundiertes gute gutes hands idealerweise kenntnisse
    knowledge including maitrise mit must plus preferred previous proficiency related required sehr
    skills sowie strong vorteil who with work working years
""")
"""Words that end the list of fields in which a degree may be."""
MOST_FIELDS = 20
"""The most words of such a list."""
_QUALITIES = word_set("excellent exceptional good outstanding strong superb")


class SkillFinder:
    """Finds skills in documents; made once for a catalogue."""

    def __init__(self, catalogue: Catalogue, suggest: bool = False) -> None:
        """Take the catalogue whose skills are looked for, and whether to suggest skills too."""
        self._names = Names(list(catalogue.skills.values()))
        self._suggester = Suggester(catalogue.index) if suggest else None

    def __call__(self, document: Document) -> tuple[FoundSkill, ...]:
        """The skills that a document names: the most certain first, then in order of the text.

        Behind them, if asked for, those that it suggests.
        """
        found: dict[Id, list[tuple[Match, Wish, float]]] = {}
        unsaid: set[Id] = set()
        sentences = [
            (one, *self._candidates(document.text, one))
            for one in document.sentences
            if one.section not in BOILERPLATE
        ]
        firms = self._firms(document, [(words, found) for _, words, found in sentences])
        for sentence, words, matches in sentences:
            if not matches:
                continue
            certain = list(_meant(document.text, sentence, words, matches, firms))
            unsaid.update(match.name.skill for match in matches if match.name.proper)
            told = wishes(document.text, words, [one for one, _ in certain], sentence.section)
            for (match, certainty), wish in zip(certain, told, strict=True):
                if wish.denied:
                    unsaid.add(match.name.skill)
                else:
                    found.setdefault(match.name.skill, []).append((match, wish, certainty))
        skills = [_skill(document.text, id, places) for id, places in found.items()]
        skills.sort(key=lambda one: (-one.certainty, one.evidence[0].start))
        return (*skills, *self._suggested(document, skills, unsaid))

    def _firms(
        self, document: Document, read: Sequence[tuple[Words, list[Match]]]
    ) -> set[tuple[str, ...]]:
        """The names that stand for firms, in what was read or in boilerplate, as their words."""
        begin = {match.name.words[0] for _, found in read for match in found if match.name.proper}
        boilerplate = [
            self._candidates(document.text, one)
            for one in document.sentences
            if one.section in BOILERPLATE
            and any(map(plain(document.words(one)).__contains__, begin))
        ]
        return {
            match.name.words
            for words, matches in (*read, *boilerplate)
            for match in matches
            if match.name.proper and _is_firm(words, match)
        }

    def _suggested(
        self, document: Document, named: Sequence[FoundSkill], unsaid: set[Id]
    ) -> Iterator[FoundSkill]:
        """The skills that sentences on the work are most about, without those denied.

        In a text of more than a few sentences those that name a skill are passed over, if there
        are others, and so is what is hardly certain.
        """
        if not self._suggester:
            return
        every = document.sentences
        read = [one for one in every if one.section not in BOILERPLATE] or list(every)
        of_work = [one for one in read if one.section in _OF_WORK and not one.heading]
        starts = sorted(place.start for one in named for place in one.evidence)
        silent = [
            one for one in of_work if bisect_left(starts, one.start) == bisect_left(starts, one.end)
        ]
        known = unsaid.union(one.skill for one in named)
        best: dict[Id, tuple[float, Sentence]] = {}
        short = len(read) <= FEW_SENTENCES
        whole = [Sentence(read[0].start, read[-1].end)] if read and short else []
        for sentence in whole or silent or of_work or read:
            for skill, certainty in self._suggester(document.words(sentence), MOST_SUGGESTED):
                if skill not in known and certainty > best.get(skill, (0.0,))[0]:
                    best[skill] = certainty, sentence
        for skill in nlargest(MOST_SUGGESTED, best, key=lambda one: best[one][0]):
            certainty, sentence = best[skill]
            if certainty < LEAST_CERTAIN and not short:
                break
            place = Passage(words=document.words(sentence), start=sentence.start, end=sentence.end)
            yield FoundSkill(
                skill=skill, finding="suggested", evidence=(place,), certainty=certainty
            )

    def _candidates(self, text: str, sentence: Sentence) -> tuple[Words, list[Match]]:
        """The words of a sentence, and the names in it that do not overlap, longest first."""
        words, found = self._names.find(text, sentence.start, sentence.end)
        matches: list[Match] = []
        behind = 0
        for options in found:
            for match in options if options[0].first >= behind else ():
                if _stands(text, words, match, matches[-1].end if matches else -1):
                    matches.append(match)
                    behind = match.last + 1
                    break
        return words, matches


def _skill(text: str, id: Id, places: Sequence[tuple[Match, Wish, float]]) -> FoundSkill:
    required = [wish.required for _, wish, _ in places]
    evidence = tuple(
        Passage(words=text[match.start : match.end], start=match.start, end=match.end)
        for match, _, _ in places
    )
    levels = [wish.level or 0 for _, wish, _ in places]
    level = max(levels)
    return FoundSkill(
        skill=id,
        finding="named",
        evidence=evidence,
        required=True if True in required else False if False in required else None,
        level=level or None,
        level_place=evidence[levels.index(level)] if level else None,
        certainty=max(certainty for _, _, certainty in places),
    )


def _stands(text: str, words: Words, match: Match, before: int) -> bool:
    """Whether a name stands by itself: in no compound, address or longer expression."""
    start, end = match.start, match.end
    if words.folded[match.first] == "edge" and words.folded[match.first - 1] in _EDGES:
        return False
    hyphen = text[start - 1 : start] in ("-", "\u2011") and start > 1 and text[start - 2].isalnum()
    if hyphen and before != start - 1:
        return False
    if text[end : end + 1] in ("-", "\u2011") and text[end + 1 : end + 2].isalnum():
        head = "".join(words.texts[match.last + 1 : match.last + 2])
        german = head.istitle() and len(head) > 4 and not match.name.everyday
        if not german and head.lower() not in HEADS:
            return False
    return not _in_address(text, start, end)


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether a place is within an e-mail address, a web address or a handle."""
    first, last = start, end
    while (
        first > start - 80
        and first
        and not (text[first - 1].isspace() or text[first - 1] in "(<[\"'|,;")
    ):
        first -= 1
    while last < min(end + 80, len(text)) and not (
        text[last].isspace() or text[last] in ")>]\"'|,;"
    ):
        last += 1
    if last - first == end - start:
        return False
    before, behind = text[first:start], text[end:last].rstrip(".:!?")
    return (
        "@" in before + behind
        or "://" in before + behind
        or before.startswith(("www.", "#"))
        or behind.split("/")[0].lower() in _DOMAINS
    )


_EDGES = word_set("bleeding competitive cutting leading")
_DOMAINS = word_set(".at .ai .ch .co.uk .com .de .edu .eu .fr .gov .io .net .org")


def _is_firm(words: Words, match: Match) -> bool:
    """Whether a name stands for a firm here: "Snowflake is hiring", "join Databricks"."""
    behind = words.folded[match.last + 1 : match.last + 3]
    before = words.folded[match.first - 1] if match.first else ""
    return (
        before in _AT
        or (before == "about" and match.first == 1)
        or (len(behind) > 1 and behind[0] == "is" and behind[1] in _IS_HIRING)
        or (bool(behind) and behind[0] in _HIRES)
    )


def _meant(
    text: str,
    sentence: Sentence,
    words: Words,
    matches: Sequence[Match],
    firms: set[tuple[str, ...]],
) -> Iterator[tuple[Match, float]]:
    """The names that are meant as skills, each with how certain that is."""
    said = words.folded
    sure = [_sureness(text, sentence, words, matches, at, firms) for at in range(len(matches))]
    if None in sure:
        _decide_by_lists(text, matches, sure)
    field = -1
    of_degrees = not (_DEGREES.isdisjoint(said) and _MAYBE_DEGREES.isdisjoint(said))
    for match, certainty in zip(matches, sure, strict=True):
        if of_degrees:
            field = _end_of_fields(said, match.first, field)
        if certainty and match.first >= field:
            yield match, certainty


def _decide_by_lists(text: str, matches: Sequence[Match], sure: list[float | None]) -> None:
    """Replace None by how certain it is that a name is meant which stands in a list with others."""
    for at, (one, two) in enumerate(pairwise(matches)):
        if all(_is_as_written(match) for match in (one, two)) and joined(text, one, two):
            sure[at : at + 2] = [SUPPORTED if it is None else it for it in sure[at : at + 2]]
    for order in (range(1, len(matches)), range(len(matches) - 2, -1, -1)):
        for at in order:  # what is listed with a skill is one too
            other = at - 1 if order.step > 0 else at + 1
            pair = matches[min(at, other)], matches[max(at, other)]
            if sure[at] is None and sure[other] and joined(text, *pair):
                sure[at] = SUPPORTED


def _sureness(
    text: str,
    sentence: Sentence,
    words: Words,
    matches: Sequence[Match],
    at: int,
    firms: set[tuple[str, ...]],
) -> float | None:
    """How certain it is that a name is meant as a skill: 0 if not, None if its list decides."""
    said, match = words.folded, matches[at]
    name, first, last = match.name, match.first, match.last
    firm = name.proper and name.words in firms
    if _means_other(said, match) or (firm and _is_firm(words, match)):
        return 0.0
    if match.as_written and not name.everyday and not firm:
        return CERTAIN
    supported = _is_supported(sentence, said, match)
    if firm and not supported:
        return None
    long = len(name.written) > 2
    if not name.everyday:
        short = name.proper and len(name.written) < 5 and name.written.isupper()
        if match.as_written:
            return CERTAIN
        return LIKELY if not short or (supported and long) else None if long else 0.0
    if name.proper:
        if not match.as_written:  # solid skills are no SOLID
            acronym = name.written.isupper() and name.written.isalpha()
            return None if long and not acronym else 0.0
        own = long and _within(text, sentence, words, match)
        return SUPPORTED if supported or own else None
    behind = said[last + 1 : last + 2]
    if behind and behind[0] in OTHER_NOUNS and text[match.end : words.start(last + 1)].isspace():
        return 0.0
    tools = (
        other
        for other in matches[max(0, at - 1) : at + 2]
        if other.name.proper and other.name.words not in firms
    )
    beside = any(0 < max(first - one.last, one.first - last) <= 2 for one in tools)
    asked = sentence.section in ("requirements", "nice to have")
    return SUPPORTED if supported or beside or asked else None


def _is_supported(sentence: Sentence, said: Sequence[str], match: Match) -> bool:
    """Whether something beside a name shows that a skill is meant: "experience", "Go services"."""
    first, last, proper = match.first, match.last, match.name.proper
    if not SKILL_WORDS.isdisjoint(_near(said, match)) or (
        first and (said[first - 1].endswith(_KINDS) or said[first - 1] in _QUALITIES)
    ):
        return True
    behind = said[last + 1 : last + 3]
    if len(behind) > 1 and behind[0].rstrip("+").isdigit() and behind[1] in TIMES:
        return True  # Excel: 8 years
    if proper and not (USERS.isdisjoint(said[last + 1 : last + 2]) and WISHED.isdisjoint(said)):
        return True
    rest = [*said[:first], *said[last + 1 :]]
    item = sentence.listed or (proper and not sentence.heading)
    return item and all(one.isdigit() or level_said(one) for one in rest)


def _near(said: Sequence[str], match: Match) -> list[str]:
    """The words near a name, which may say what it means."""
    return [*said[max(0, match.first - NEAR) : match.first], *said[match.last + 1 : match.last + 4]]


def _is_as_written(match: Match) -> bool:
    return match.name.proper and match.as_written


def _within(text: str, sentence: Sentence, words: Words, match: Match) -> bool:
    """Whether a capital is the name's own: neither first in a sentence nor among other capitals."""
    if match.name.written.isupper():
        return not text[sentence.start : sentence.end].isupper()
    if sentence.heading or match.first == 0:
        return False
    before = words.texts[match.first - 1]
    behind = "".join(words.texts[match.last + 1 : match.last + 2])
    if sentence.section in _OF_WORK and text[words.end(match.first - 1) : match.start].strip():
        return True  # in a list of other tools
    return not (before[0].isupper() and match.first > 1) and not behind[:1].isupper()


def _means_other(said: Sequence[str], match: Match) -> bool:
    """Whether the words around a name show that it means something else: your CV."""
    first, last = match.first, match.last
    if match.name.words[0] in _VERBS and (not first or said[first - 1] in _BEFORE_VERBS):
        return True  # "to build systems"
    name = " ".join(said[first : last + 1])
    if name in NEEDED and NEEDED[name].isdisjoint(_near(said, match)):
        return True
    if name in FOLLOWED_BY and not FOLLOWED_BY[name].isdisjoint(said[last + 1 : last + 2]):
        return True
    near = [*said[max(0, first - 3) : first], *said[last + 1 : last + 4]]
    return name in OTHER_MEANINGS and not OTHER_MEANINGS[name].isdisjoint(near)


def _end_of_fields(said: Sequence[str], first: int, known: int) -> int:
    """Where the list of fields of a degree ends, if a word is in one: a degree in statistics."""
    if first < known:
        return known
    for at in range(max(0, first - 8), first):
        if said[at] in _DEGREES or (said[at] in _MAYBE_DEGREES and said[at + 1] in _OF_DEGREES):
            behind = min(len(said), at + MOST_FIELDS)
            for end in range(at + 1, behind):
                if said[end] in _OTHER_THAN_DEGREES:
                    return end
            return behind
    return known
