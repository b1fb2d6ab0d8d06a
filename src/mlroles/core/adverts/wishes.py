"""What a sentence says of the skills that it names: asked for, how well, or not needed at all."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mlroles.core.adverts.naming import Match, Words
from mlroles.core.adverts.sections import Section
from mlroles.core.finding.words import plain, word_set
from mlroles.core.moves.skill_words import level_said

Phrases = dict[tuple[str, ...], int]
"""Folded words -> what they say."""


def _phrases(texts: dict[int, str]) -> Phrases:
    return {
        tuple(phrase.split()): says
        for says, phrases in texts.items()
        for phrase in re.split(r",\s*", phrases.strip())
    }


_ASKED, _NICE, _UNNEEDED = 1, 0, -1
_WISHES = _phrases(
    {
        _ASKED: """
            must, must have, a must, required, mandatory, essential, needed, need, necessary,
            minimum, zwingend, erforderlich, vorausgesetzt, notwendig, exige, exigee, exigees,
            indispensable, indispensables, requis, requise, requises
        """,
        _NICE: """
            a plus, big plus, huge plus, strong plus, definite plus, plus if, a bonus, bonus if,
            bonus points, bonus for, advantage, advantageous, not mandatory,
            but not required, but not necessary, though not required, not required but,
            nice to have, good to have, great to have, preferred, preferably, prefer, ideally,
            desirable, desired,
            optional, would be nice, would be great, helpful, beneficial, von vorteil,
            wunschenswert,
            idealerweise, un plus, atout, apprecie, appreciee, appreciees, apprecies, souhaite,
            souhaitee, souhaitees, idealement, gradita, gradito, preferibile, un vantaggio
        """,
        _UNNEEDED: """
            not required, not needed, not necessary, not a must, nicht erforderlich,
            nicht notwendig, nicht zwingend, pas necessaire, pas requis, pas indispensable
        """,
    }
)
_AHEAD = word_set("""
bonus gradita gradito idealement idealerweise ideally minimum must need prefer preferably
preferibile
""")
"""Words that speak of what comes behind them, even where something stands before them too."""

_LEVELS = _phrases(
    {
        1: """
            basic, basics of, awareness, aware of, exposure to, some exposure, introductory,
            grundkenntnisse, grundlegende, erste kenntnisse, notions
        """,
        2: """
            familiar, familiarity, working knowledge, good working knowledge, intermediate,
            comfortable, good knowledge, good understanding, gute kenntnisse, bonne connaissance,
            bonnes connaissances
        """,
        3: """
            strong, solid, proficient, proficiency, advanced, fluent, fluency, extensive, excellent,
            thorough, fundierte, sehr gute, sichere, sicherer, solide, solides, maitrise, maitrisez,
            tres bonne, tres bonnes
        """,
        4: """
            expert, expert level, mastery, deep knowledge, deep understanding, deep expertise,
            deep experience, deep technical, in depth, tiefe, tiefgehende, experte, approfondie,
            approfondies
        """,
    }
)
_STARTS = frozenset(phrase[0] for phrases in (_WISHES, _LEVELS) for phrase in phrases)
_LONGEST = 4
REACH = 6
"""The most words between a level or a number of years and the first skill that it speaks of."""

_YEARS = re.compile(
    r"(\d{1,2})\s*(?:\+|plus|or more)?\s*(?:(?:-|–|to|bis|à)\s*\d{1,2}\s*\+?\s*)?"
    r"(?:years?\b|yrs?\b|jahren?\b|ans\b)",
    re.IGNORECASE,
)
TIMES = word_set("an ans jahr jahre jahren year years yr yrs")
FEW_YEARS = 3
"""Fewer years than these are working knowledge."""

_GAP = r"[^\S\r\n]{0,3}"
_BEHIND = re.compile(rf"{_GAP}[(:–-]{_GAP}([A-Za-zäöüéè]{{3,15}}(?: [A-Za-z]{{3,11}}){{0,2}})")
_STARS = re.compile(rf"{_GAP}([★⭐●]{{1,5}})([☆○]{{0,4}})")
"""Stars behind a name, those that are filled and those that are not, of five."""
_LIST = re.compile(
    r"[\s,/;|&+•·()]*(?:(?:and|or|und|oder|et|ou|e\.g\.?|as well as|and/or)\b[\s(]*)?",
    re.IGNORECASE,
)
_REMARK = re.compile(r"^\s?\([^()\n]{1,30}\)")
"""What may be said of a name in a list: Snowflake (3+ years), dbt."""
_NEW_CLAUSE = re.compile(
    r"(?:[^()]*\))?+(?:[^,(]|\([^)]*\))*,\s+"
    r"(?!(?:or|and|etc|und|oder|et|ou|is|are|would|which|was|wäre|ist|sind|est|sont)\b|.*\betc)\w"
)
"""From a name to a comma behind which something else is spoken of, which is no list."""
MOST_OF_ITEM = 2
"""The most words of what may be the name of a skill that is not known."""
_KNOWING = word_set("""
conoscenza connaissance connaissances erfahrung erfahrungen esperienza experience expertise
exposure familiarity kenntnisse knowledge maitrise understanding
""")
"""Words that begin a clause of their own: Python, knowledge of Spark a plus."""
_NEGATIONS = word_set("""
    no not without never neither nor isn doesn don kein keine keinen keinerlei ohne nicht sans pas
    aucun aucune
""")
_STILL = word_set("only just limited merely necessarily but sondern nur seulement matter more less")
"""Words behind "no" or "not" after which nothing is denied: not only Python, no matter."""

_CLAUSE = re.compile(r"[.;:!?]|,\s+but\b|\bbut\b|\baber\b|\bmais\b")
NEGATED_REACH = 5
"""The most words between a negation and what it denies."""


class Wish(NamedTuple):
    """What is said of one skill."""

    required: bool | None
    level: int | None
    denied: bool


def joined(text: str, before: Match, after: Match) -> bool:
    """Whether two names stand side by side in a list."""
    gap = _REMARK.sub("", text[before.end : after.start], count=1)
    return len(gap) < 16 and not gap.isspace() and _LIST.fullmatch(gap) is not None


def wishes(text: str, words: Words, matches: Sequence[Match], section: Section) -> list[Wish]:
    """What a sentence says of each name in it, in order.

    Asked for or not: by the section, then by words such as "required" and "a plus", which speak
    of the names before them, or of those behind them if there are none before them.

    The level is what the text itself says, else None: "basic" and "exposure" are 1, "familiar" and
    "working knowledge" 2, "strong", "solid" and "proficient" 3, "expert", "deep" and "mastery" 4;
    "experience with" means none. It holds for the next skill and those listed with it. Fewer than
    three years of a skill are 2 and more are 3, never 4: time says what was used, not how well.
    """
    said = words.folded
    required: list[bool | None] = [
        True if section == "requirements" else False if section == "nice to have" else None
    ] * len(matches)
    levels: list[int | None] = [None] * len(matches)
    denied = [False] * len(matches)
    if not _STARTS.isdisjoint(said):
        for places, value in _wished(text, words, said, matches):
            for at in places:
                denied[at] = value == _UNNEEDED
                required[at] = bool(value) if value != _UNNEEDED else required[at]
        _level(text, words, said, matches, required, levels)
    _years(text, words, matches, required, levels)
    for at, match in enumerate(matches):
        if behind := _BEHIND.match(text, match.end, match.end + 24):
            said_behind = level_said(behind[1]) or level_said(behind[1].split()[0])
            levels[at] = said_behind or levels[at]
        elif stars := _STARS.match(text, match.end):
            filled, of = len(stars[1]), max(5, len(stars[1] + stars[2]))
            levels[at] = max(1, round(filled * 4 / of))
    if not _NEGATIONS.isdisjoint(said):
        _deny(text, words, said, matches, denied)
    return [Wish(*one) for one in zip(required, levels, denied, strict=True)]


def _said(phrases: Phrases, said: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Where phrases stand in words, the longest first: first word, word behind it, what it says."""
    behind = 0
    for at in [at for at, word in enumerate(said) if word in _STARTS]:
        for end in range(min(len(said), at + _LONGEST), at, -1) if at >= behind else ():
            says = phrases.get(tuple(said[at:end]))
            if says is not None:
                yield at, end, says
                behind = end
                break


def _wished(
    text: str, words: Words, said: Sequence[str], matches: Sequence[Match]
) -> Iterator[tuple[range | list[int], int]]:
    """Which names are asked for, nice to have or not needed, in the order in which it is said."""
    found = list(_said(_WISHES, said))
    done = 0
    for number, (first, end, value) in enumerate(found):
        until = found[number + 1][0] if number + 1 < len(found) else len(said)
        before = [
            at for at, match in enumerate(matches) if done <= match.first and match.last < first
        ]
        behind = [at for at, match in enumerate(matches) if end <= match.first < until]
        if before and text[words.start(first) - 1] == "(":
            before = before[-1:]
        elif before:
            start = _clause(text, words.start(done), words.start(first), matches)
            before = [at for at in before if matches[at].start >= start]
            if not before and text[words.end(end - 1) :][:1] in (",", "."):
                behind = []  # what is desirable has no name here
        ahead = said[first] in _AHEAD and said[end - 1] != "a" and said[first - 1 : first] != ["a"]
        yield (behind if (ahead and behind) or not before else before), value
        done = end


def _clause(text: str, start: int, end: int, matches: Sequence[Match]) -> int:
    """Where the last clause before `end` begins: behind a semicolon or a comma that lists nothing.

    Short pieces between names are taken for other names of a list, unless they speak of knowing.
    """
    start = max(start, text.rfind(";", start, end) + 1)
    inside = [match for match in matches if start <= match.start < end]
    for one, two in pairwise(inside):
        pieces = [plain(piece).split() for piece in text[one.end : two.start].split(",")]
        if len(pieces) > 1 and any(
            len(piece) > MOST_OF_ITEM or not _KNOWING.isdisjoint(piece) for piece in pieces
        ):
            start = two.start
    if inside and _NEW_CLAUSE.match(text, inside[-1].end, end):
        return end
    return start


def _level(
    text: str,
    words: Words,
    said: Sequence[str],
    matches: Sequence[Match],
    required: Sequence[bool | None],
    levels: list[int | None],
) -> None:
    for first, end, level in _said(_LEVELS, said):
        if text[words.start(first) - 1] == "(" and text[words.end(end - 1) :][:1] == ")":
            continue  # it is of the name before it
        for at, match in enumerate(matches):
            if match.first <= first <= match.last:  # advanced SQL
                if said[first] == "advanced":
                    levels[at] = level
                break
            if match.first >= end:
                if match.first - end <= REACH:
                    _spread(text, matches, required, at, level, levels)
                break


def _years(
    text: str,
    words: Words,
    matches: Sequence[Match],
    required: Sequence[bool | None],
    levels: list[int | None],
) -> None:
    if not matches or TIMES.isdisjoint(words.folded):
        return
    ends = {match.end: at for at, match in enumerate(matches)}
    for years in _YEARS.finditer(text, words.start(0), words.end(-1)):
        level = 2 if int(years[1]) < FEW_YEARS else 3
        gap = text[max(0, years.start() - 6) : years.start()]
        name = ends.get(years.start() - len(gap) + len(gap.rstrip(" (:–-")))
        if name is not None:  # Snowflake (3+ years)
            levels[name] = levels[name] or level
            continue
        behind = sum(start < years.end() for start, _ in words.spans)
        for at, match in enumerate(matches):
            if match.start >= years.end():
                if match.first - behind <= 3 and levels[at] is None:
                    _spread(text, matches, required, at, level, levels)
                break


def _spread(
    text: str,
    matches: Sequence[Match],
    required: Sequence[bool | None],
    at: int,
    level: int,
    levels: list[int | None],
) -> None:
    """Set a level for a name and those listed behind it, unless they are wanted otherwise."""
    first = at
    while at == first or (
        at < len(matches)
        and required[at] == required[first]
        and joined(text, matches[at - 1], matches[at])
    ):
        levels[at] = level
        at += 1


def _deny(
    text: str,
    words: Words,
    said: Sequence[str],
    matches: Sequence[Match],
    denied: list[bool],
) -> None:
    """Mark the names behind a negation, and those listed with them: no Java or Scala needed."""
    for at, match in enumerate(matches):
        if at and denied[at - 1] and joined(text, matches[at - 1], match):
            denied[at] = True
            continue
        for place in range(max(0, match.first - NEGATED_REACH), match.first):
            if (
                said[place] in _NEGATIONS
                and said[place + 1] not in _STILL
                and text[words.end(place)] not in "-."
                and not _CLAUSE.search(text, words.end(place), match.start)
                and not any(one.last > place for one in matches[:at])
            ):
                denied[at] = True
