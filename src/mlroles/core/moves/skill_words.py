"""Read what people write for a skill: "SQL (advanced)", "AWS/GCP", "Machine learning (ML)"."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.names import fold
from mlroles.core.model.vocabulary import LEVELS

IsSkill = Callable[[str], bool]
"""Says whether a text is the name of a skill."""


class Said(NamedTuple):
    """What somebody wrote for a skill."""

    word: str
    level: int | None = None
    """1–4, or None where none is given."""
    heading: bool = False
    """Whether it stands over other skills, and so may be no skill itself."""
    evidence: str = ""
    """The sentence that it was found in, where it was not listed."""


# What résumés call the levels, besides the names that they have here. A word of seniority, such
# as "senior", is none: it speaks of a person.
_SAID_OF_LEVELS = {
    1: "aware, basic, beginner, elementary, novice, some, Grundkenntnisse, notions, débutant",
    2: "competent, foundation, good, intermediate, gut, gute Kenntnisse, intermédiaire",
    3: "advanced, excellent, experienced, proficient, strong, very good, "
    "sehr gut, sehr gute Kenntnisse, fortgeschritten, avancé",
    4: "guru, master, Experte, Expertin",
}
_CALLED = {name: level for level, (name, _) in LEVELS.items()} | {
    word: level for level, words in _SAID_OF_LEVELS.items() for word in words.split(", ")
}
_LEVEL_WORDS = {fold(word): level for word, level in _CALLED.items()}
_LEVEL = "|".join(("[1-4]", *sorted({*_CALLED, *_LEVEL_WORDS}, key=len, reverse=True)))
_BRACKETS = re.compile(r"([^()\[\]]*)[(\[]([^()\[\]]+)[)\]](.*)")
_LEVEL_BEHIND = re.compile(rf"(.*?[^\s:=–—-])(?:\s*[:=–—-]\s*|\s+)({_LEVEL})", re.IGNORECASE)
_LEVEL_BEFORE = re.compile(
    rf"({_LEVEL})\s+(?:(?:knowledge|level)\s+)?(?:(?:of|in|with)\s+)?(\D.*)", re.IGNORECASE
)
_YEARS = r"\d+\+?\s*(?:years?|yrs?|months?)\b"
_YEARS_BEHIND = re.compile(rf"(.*[^\s:=,–—-])(?:\s*[:=,–—-]\s*|\s+){_YEARS}.*", re.IGNORECASE)
_YEARS_BEFORE = re.compile(
    rf"{_YEARS}\s+(?:of\s+)?(?:experience\s+)?(?:(?:of|in|with|using)\s+)?(\D.*)", re.IGNORECASE
)
_VERSION_BEHIND = re.compile(r"(.*\S)\s+v?\d+(?:\.(?:\d+|x))*\+?", re.IGNORECASE)
_COLON = re.compile(r"([^:=]+)[:=](.*)")
_JOINTS = (r"\s*[|•·]\s*", r"\s*/\s*", r"\s*&\s*|\s+(?:and|or|with|using)\s+", r"\s+\+\s+")
"""What joins two skills, the loosest first."""

DEEPEST, LONGEST = 5, 300
"""How often what was written is taken apart, and the characters of what is taken apart at all."""

_PIECES = re.compile(r"(?:[^,;\n()]|\([^()\n]*\)|[()])+")
_BULLET = re.compile(r"\s*(?:[-*•–]\s+|\d{1,2}[.)]\s+)?")


def split_list(text: str) -> Iterator[Said]:
    """Take apart a list such as "python:3, sql, AWS (EC2, S3)", by commas, semicolons and lines.

    Commas in brackets part nothing; bullets, numbers of lines and emphasis are set aside, and so
    are lines that begin with "#", which are headings.
    """
    for line in text.splitlines():
        begun = _BULLET.match(line)
        rest = line[begun.end() if begun else 0 :].replace("**", "").replace("`", "")
        if not re.match(r"#+\s", rest):
            yield from (Said(piece) for piece in map(str.strip, _PIECES.findall(rest)) if piece)


def skills_in(is_skill: IsSkill, said: Said, depth: int = DEEPEST) -> Iterator[Said]:
    """The names of skills in what was written for one, each with its level.

    A text in which nothing is a skill comes back as it is. Raises `AskedWrongly` where what
    follows a colon or an equals sign is not a level.
    """
    for parts in _ways(is_skill, said, depth):
        if any(is_skill(part.word) for part in parts):
            yield from parts
            return
    word, colon, level = said.word.rpartition(":")
    yield said._replace(word=word, level=level_said(level)) if colon and level_said(level) else said


def _ways(is_skill: IsSkill, said: Said, depth: int) -> Iterator[list[Said]]:
    """The ways to read a text, the closest to what is written first."""

    def parts(text: str, level: int | None = said.level) -> list[Said]:
        part = said._replace(word=text.strip(), level=level)
        return list(skills_in(is_skill, part, depth - 1)) if part.word else []

    word = said.word.strip()
    if not depth or len(word) > LONGEST:
        yield [said._replace(word=word)]
        return
    for name, level in _levels_told(word):
        # The "4" of "Web 4" belongs to the name; of "Python 3" nobody knows, and both are names.
        if not is_skill(word) or is_skill(name):
            yield parts(name, level)
    yield [said._replace(word=word)]
    if found := _BRACKETS.fullmatch(word):
        before, inside, after = found.groups()
        inner = [part for one in re.split("[,;]", inside) for part in parts(one)]
        outer = parts(f"{before} {after}")
        if len(inner) == 1 and not is_skill(inner[0].word):
            inner = []  # a remark, such as "(Programming Language)"
        elif inner and not any(is_skill(part.word) for part in outer):
            outer = []  # an abbreviation that is known, behind a name that is not
        yield [*outer, *inner]
    for no_level in (_YEARS_BEHIND, _YEARS_BEFORE, _VERSION_BEHIND):
        if without := no_level.fullmatch(word):
            yield parts(without[1])
    if pair := _COLON.fullmatch(word):
        yield _under_heading(is_skill, parts, pair[1].strip(), pair[2].strip())
    for joint in _JOINTS:
        if len(joined := re.split(joint, word)) > 1:
            yield [part for one in joined for part in parts(one)]


def _levels_told(word: str) -> Iterator[tuple[str, int | None]]:
    """What is left of a text without the level that is given in it, and the level."""
    if behind := _LEVEL_BEHIND.fullmatch(word):
        yield behind[1], level_said(behind[2])
    if (found := _BRACKETS.fullmatch(word)) and level_said(found[2]):
        yield f"{found[1]} {found[3]}".strip(), level_said(found[2])
    if before := _LEVEL_BEFORE.fullmatch(word):
        yield before[2], level_said(before[1])


def _under_heading(
    is_skill: IsSkill, parts: Callable[[str], list[Said]], before: str, behind: str
) -> list[Said]:
    """What "Languages: Python" names. Raises `AskedWrongly` for "Python: quite good"."""
    below = parts(behind)
    if any(is_skill(part.word) for part in below):
        return [Said(before, heading=True), *below]
    if not any(is_skill(part.word) for part in parts(before)):
        return []
    raise AskedWrongly(
        f"{behind!r} in '{before}:{behind}' is not a level", f"write {levels_told()}"
    )


def level_said(said: object) -> int | None:
    """The level that a number or a word means, or None where it means none."""
    if isinstance(said, int) and not isinstance(said, bool):
        return said if said in LEVELS else None
    if not isinstance(said, str):
        return None
    said = said.strip()
    return int(said) if said in map(str, LEVELS) else _LEVEL_WORDS.get(fold(said))


def levels_told() -> str:
    """The four levels with their names, in a line."""
    return ", ".join(f"{level} {name}" for level, (name, _) in LEVELS.items())
