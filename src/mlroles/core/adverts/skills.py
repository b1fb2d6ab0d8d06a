"""Find the skills that an advert or a CV names, each with the words that show it."""

from collections.abc import Iterator, Sequence

from mlroles.core.adverts.document import Document, Sentence
from mlroles.core.adverts.everyday import HEADS, OTHER_MEANINGS, OTHER_NOUNS, SKILL_WORDS
from mlroles.core.adverts.found import FoundSkill, Passage
from mlroles.core.adverts.naming import Match, Names, Words
from mlroles.core.adverts.sections import BOILERPLATE
from mlroles.core.adverts.wishes import Wish, joined, wishes
from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.words import word_set
from mlroles.core.model.vocabulary import Id

CERTAIN, LIKELY, SUPPORTED = 1.0, 0.9, 0.8
"""How sure a finding is: a name as written in the catalogue; in another form; an everyday word
that its surroundings show to be meant as a skill."""

NEAR = 5
"""How many words before a name a word such as "experience" speaks of it; three behind it."""

_HIRES = word_set("""
    aims announces believes builds delivers employees enables has helps hires inc limited llc ltd
    makes mission offers operates powers provides seeks serves ag gmbh sas
""")
_IS_HIRING = word_set(
    "hiring looking seeking searching recruiting the one proud committed on where"
)
_AT = word_set("about at bei chez join joining")
_DEGREES = word_set("""
    bachelor bachelors ba bs bsc degree degrees diploma diplome doctorate graduate hochschulstudium
    licence major master masters mba ms msc phd studium
""")
_OTHER_THAN_DEGREES = word_set("""
    ability background equivalent experience experienced expertise familiarity hands knowledge
    including plus proficiency related skills strong with years
""")
"""Words that end the list of fields in which a degree may be."""


class SkillFinder:
    """Finds skills in documents; made once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the catalogue whose skills are looked for."""
        self._names = Names(catalogue.skills.values())

    def __call__(self, document: Document) -> tuple[FoundSkill, ...]:
        """The skills that a document names: the most certain first, then in order of the text."""
        found: dict[Id, list[tuple[Match, Wish, float]]] = {}
        sentences = [(one, *self._candidates(document.text, one)) for one in document.sentences]
        firms = {
            match.name.skill
            for _, words, matches in sentences
            for match in matches
            if match.name.proper and _is_firm(words, match)
        }
        for sentence, words, matches in sentences:
            if not matches or sentence.section in BOILERPLATE:
                continue
            certain = list(_meant(document.text, sentence, words, matches, firms))
            told = wishes(document.text, words, [one for one, _ in certain], sentence.section)
            for (match, certainty), wish in zip(certain, told, strict=True):
                if not wish.denied:
                    found.setdefault(match.name.skill, []).append((match, wish, certainty))
        skills = [_skill(document.text, id, places) for id, places in found.items()]
        return tuple(sorted(skills, key=lambda one: (-one.certainty, one.evidence[0].start)))

    def _candidates(self, text: str, sentence: Sentence) -> tuple[Words, list[Match]]:
        """The words of a sentence, and the names in it that do not overlap, longest first."""
        words, found = self._names.find(text, sentence.start, sentence.end)
        matches: list[Match] = []
        behind = 0
        for options in found:
            if options[0].first >= behind:
                before = matches[-1].end if matches else -1
                match = next((one for one in options if _stands(text, words, one, before)), None)
                if match:
                    matches.append(match)
                    behind = match.last + 1
        return words, matches


def _skill(text: str, id: Id, places: Sequence[tuple[Match, Wish, float]]) -> FoundSkill:
    required = [wish.required for _, wish, _ in places]
    return FoundSkill(
        skill=id,
        finding="named",
        evidence=tuple(
            Passage(words=text[match.start : match.end], start=match.start, end=match.end)
            for match, _, _ in places
        ),
        required=True if True in required else False if False in required else None,
        level=max((wish.level for _, wish, _ in places if wish.level), default=None),
        certainty=max(certainty for _, _, certainty in places),
    )


def _stands(text: str, words: Words, match: Match, before: int) -> bool:
    """Whether a name stands by itself: in no compound, address or longer word."""
    start, end = match.start, match.end
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


_DOMAINS = word_set(".at .ai .ch .co.uk .com .de .edu .eu .fr .gov .io .net .org")


def _is_firm(words: Words, match: Match) -> bool:
    """Whether a name stands for a firm here: "Snowflake is hiring", "join Databricks"."""
    behind = words.folded[match.last + 1 : match.last + 3]
    before = words.folded[match.first - 1] if match.first else ""
    return (
        before in _AT
        or (len(behind) > 1 and behind[0] == "is" and behind[1] in _IS_HIRING)
        or (bool(behind) and behind[0] in _HIRES)
    )


def _meant(
    text: str,
    sentence: Sentence,
    words: Words,
    matches: Sequence[Match],
    firms: set[Id],
) -> Iterator[tuple[Match, float]]:
    """The names that are meant as skills, each with how certain that is."""
    said = words.folded
    field = -1
    for at, match in enumerate(matches):
        name = match.name
        field = _end_of_fields(said, match.first, field)
        if match.first < field or _means_other(said, match):
            continue
        listed = any(
            _vouches(other) and joined(text, *sorted((match, other), key=lambda one: one.start))
            for other in matches[max(0, at - 1) : at + 2]
            if other is not match
        )
        near = (
            said[max(0, match.first - NEAR) : match.first] + said[match.last + 1 : match.last + 4]
        )
        alone = match.last - match.first + 1 == len(said) and not sentence.heading
        supported = listed or alone or not SKILL_WORDS.isdisjoint(near)
        if name.proper and name.skill in firms and (_is_firm(words, match) or not supported):
            continue
        if not name.everyday:
            short = name.proper and len(name.written) < 5 and name.written.isupper()
            if match.as_written or not short or (supported and len(name.written) > 2):
                yield match, CERTAIN if match.as_written else LIKELY
        elif name.proper:
            long = len(name.written) > 2
            shown = match.as_written and (supported or (long and _within(sentence, words, match)))
            if shown or (listed and long):
                yield match, SUPPORTED
        else:
            behind = said[match.last + 1] if match.last + 1 < len(said) else ""
            asked = sentence.section in ("requirements", "nice to have")
            if behind not in OTHER_NOUNS and (supported or asked):
                yield match, SUPPORTED


def _vouches(match: Match) -> bool:
    """Whether a name shows that its neighbours in a list are skills too."""
    return not match.name.everyday or (match.name.proper and match.as_written)


def _within(sentence: Sentence, words: Words, match: Match) -> bool:
    """Whether a capital is the name's own: neither first in a sentence nor among other capitals."""
    if sentence.heading or match.first == 0:
        return False
    before = words.texts[match.first - 1]
    behind = "".join(words.texts[match.last + 1 : match.last + 2])
    return not (before[0].isupper() and match.first > 1) and not behind[:1].isupper()


def _means_other(said: Sequence[str], match: Match) -> bool:
    """Whether the words around a name show that it means something else: your CV."""
    others = OTHER_MEANINGS.get(said[match.first]) if match.first == match.last else None
    return others is not None and not others.isdisjoint(
        [*said[max(0, match.first - 3) : match.first], *said[match.last + 1 : match.last + 4]]
    )


def _end_of_fields(said: Sequence[str], first: int, known: int) -> int:
    """Where the list of fields of a degree ends, if a word is in one: a degree in statistics."""
    if first < known:
        return known
    for at in range(max(0, first - 8), first):
        if said[at] in _DEGREES:
            for end in range(at + 1, len(said)):
                if said[end] in _OTHER_THAN_DEGREES:
                    return end
            return len(said)
    return known
