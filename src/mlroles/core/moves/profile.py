"""What somebody can do: skills held with their levels, and the words that mean no skill."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.names import fold
from mlroles.core.model.vocabulary import LEVELS, Level, Part, Rung, Text, Value, about
from mlroles.core.moves.readiness import held_by

ASSUMED_LEVEL = 2
"""The level of a skill that is listed without one: 2, working, the least that a word promises."""

Listed = tuple[str, int | None]
"""A word for a skill and the level said of it, 1–4, or None where none is."""

# What résumés call the levels, besides the names that they have here.
_LEVEL_WORDS = {fold(name): level for level, (name, _) in LEVELS.items()} | {
    **dict.fromkeys(("aware", "basic", "beginner", "elementary", "novice"), 1),
    **dict.fromkeys(("competent", "foundation", "intermediate"), 2),
    **dict.fromkeys(("advanced", "experienced", "proficient", "senior"), 3),
    **dict.fromkeys(("guru", "master", "principal"), 4),
}


class UnknownWord(Value, frozen=True, kw_only=True):
    """A word that is the name of no skill, or of several, with the names that may be meant."""

    word: str
    suggestions: tuple[str, ...]


class Profile(Value, frozen=True, kw_only=True):
    """What somebody can do: skill id -> level 1–4, and what was said besides."""

    skills: dict[str, int]
    assumed: tuple[str, ...] = ()
    """Ids of the skills whose level was not said: `ASSUMED_LEVEL` stands for it."""
    unknown: tuple[UnknownWord, ...] = ()
    name: str | None = None
    role: str | None = None
    """The id of the role that they have now."""
    rung: Rung | None = None
    complete: bool = False
    """Whether what is not in it is not held; of a list that somebody typed nobody knows."""


def profile(
    catalogue: Catalogue,
    listed: Iterable[Listed],
    *,
    name: str | None = None,
    role: str | None = None,
    rung: Rung | None = None,
) -> Profile:
    """Make a profile of words for skills, in any of their names, and the levels said of them.

    Of a skill that is named twice the highest level counts, and a level that was said before one
    that was not. `role` is a role's name. Raises `AskedWrongly` where it is none.
    """
    said: dict[str, int] = {}
    unsaid: dict[str, None] = {}
    unknown: dict[str, UnknownWord] = {}
    for word, level in listed:
        called = catalogue.skills_called(word)
        by_id = [skill for skill in called if skill.id == word] or called
        if len(by_id) != 1:
            unknown[word] = UnknownWord(word=word, suggestions=_meant(catalogue, word))
        elif level is None:
            unsaid[by_id[0].id] = None
        else:
            said[by_id[0].id] = max(level, said.get(by_id[0].id, 0))
    assumed = tuple(skill for skill in unsaid if skill not in said)
    return Profile(
        skills={**said, **dict.fromkeys(assumed, ASSUMED_LEVEL)},
        assumed=assumed,
        unknown=tuple(unknown.values()),
        name=name,
        role=catalogue.role(role).id if role else None,
        rung=rung,
    )


def role_profile(role: Role, rung: Rung) -> Profile:
    """What somebody can do who works in a role at a rung."""
    return Profile(skills=held_by(role, rung), role=role.id, rung=rung, complete=True)


def split_list(text: str) -> Iterator[Listed]:
    """Take apart a list such as "python:3, sql, k8s:2", by commas, semicolons and line ends.

    A level is a number from 1 to 4 or one of the names of levels. Raises `AskedWrongly` for
    what stands behind a colon or an equals sign and is none.
    """
    for part in filter(None, map(str.strip, re.split(r"[,;\n]", text))):
        word, *said = map(str.strip, re.split("[:=]", part, maxsplit=1))
        level = level_said(said[0]) if said else None
        if said and level is None:
            raise AskedWrongly(f"{said[0]!r} in {part!r} is no level", f"write {levels_told()}")
        yield word, level


def level_said(said: object) -> int | None:
    """The level that a number or a word means, or None where it means none."""
    if isinstance(said, int) and not isinstance(said, bool):
        return said if said in LEVELS else None
    if not isinstance(said, str):
        return None
    return int(said) if said in map(str, LEVELS) else _LEVEL_WORDS.get(fold(said))


def levels_told() -> str:
    """The four levels with their names, in a line."""
    return ", ".join(f"{level} {name}" for level, (name, _) in LEVELS.items())


def remarks(catalogue: Catalogue, profile: Profile) -> tuple[str, ...]:
    """What has to be said of the words of a profile: unknown ones and assumed levels."""
    told = []
    for unknown in profile.unknown:
        meant = " or ".join(map(repr, unknown.suggestions))
        advice = f"; did you mean {meant}?" if meant else "; see 'mlroles list skills'"
        told.append(f"{unknown.word!r} is no skill and does not count{advice}")
    if profile.assumed:
        names = ", ".join(catalogue.skills[skill].name for skill in profile.assumed)
        level = f"{ASSUMED_LEVEL} ({LEVELS[ASSUMED_LEVEL][0]})"
        example = f"{profile.assumed[0]}:3"
        told.append(f"level {level} is assumed for {names}; to change it write {example!r}")
    return tuple(told)


def together(profiles: Sequence[Profile]) -> Profile:
    """Several profiles of one person as one: the highest level said counts, the first name stands.

    A level that is only assumed gives way to one that is said.
    """
    skills: dict[str, int] = {}
    assumed: dict[str, int] = {}
    for one in profiles:
        for skill, level in one.skills.items():
            known = assumed if skill in one.assumed else skills
            known[skill] = max(level, known.get(skill, 0))
    said_of_role = next((one for one in profiles if one.role), profiles[0])
    return Profile(
        skills={**assumed, **skills},
        assumed=tuple(skill for skill in assumed if skill not in skills),
        unknown=tuple(dict.fromkeys(word for one in profiles for word in one.unknown)),
        name=next((one.name for one in profiles if one.name), None),
        role=said_of_role.role,
        rung=said_of_role.rung,
    )


def _meant(catalogue: Catalogue, word: str) -> tuple[str, ...]:
    """The skills that may be meant by a word: those that claim it, or else the most alike."""
    if called := catalogue.skills_called(word):
        return tuple(skill.id for skill in called)
    from mlroles.core.finding.search import suggestions  # only a miss pays for it

    return tuple(suggestions(catalogue.index, word, "skill"))


class ProfileFile(Part, frozen=True, kw_only=True):
    """A profile as `mlroles profile new` writes it."""

    name: Annotated[Text | None, about("whose profile it is")] = None
    role: Annotated[Text | None, about("what they work as now, in any name of the role")] = None
    rung: Annotated[Rung | None, about("of that role; mid where it is left out")] = None
    skills: Annotated[
        dict[str, Level | None], about("skill, in any of its names -> level; 2 without one")
    ]


class ResumeSkill(Part, frozen=True, kw_only=True):
    """A skill of a JSON Resume, or a group of skills that are its keywords."""

    name: Annotated[Text | None, about("a skill, or what the keywords have in common")] = None
    level: Annotated[str | int | None, about("in the writer's own words, or a number")] = None
    keywords: Annotated[list[str], about("skills, all at this level")] = []


class ResumeFile(Part, frozen=True, kw_only=True):
    """What counts of a JSON Resume, or of a plain list of skills."""

    skills: list[ResumeSkill]
