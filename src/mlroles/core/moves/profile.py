"""What somebody can do: skills held with their levels, and the words that mean no skill."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.limits import WORDS_SHOWN
from mlroles.core.model.names import fold, meant, names_of
from mlroles.core.model.vocabulary import LEVELS, Level, Part, Rung, Text, Value, about
from mlroles.core.moves.readiness import held_by
from mlroles.core.moves.skill_words import Said, skills_in

ASSUMED_LEVEL = 2
"""The level of a skill that is listed without one: 2, working, the least that a word promises."""

LETTERS_A_SLIP = 6
"""How many letters a word has for each slip in it; shorter words are not guessed at."""

SHORTEST_PART = 4
"""How many letters a name has that is taken for part of what was written."""


class UnknownWord(Value, frozen=True, kw_only=True):
    """A word that is the name of no skill, or of several, with the names that may be meant."""

    word: str
    suggestions: tuple[str, ...]
    role: str | None = None
    """The id of the role that is called so, if there is one."""


class Profile(Value, frozen=True, kw_only=True):
    """What somebody can do: skill id -> level 1–4, and what was said besides."""

    skills: dict[str, int]
    assumed: tuple[str, ...] = ()
    """Ids of the skills without a level: `ASSUMED_LEVEL` stands for it."""
    unknown: tuple[UnknownWord, ...] = ()
    name: str | None = None
    role: str | None = None
    """The id of the role that they have now."""
    rung: Rung | None = None
    headings: tuple[str, ...] = ()
    """Names of skills that stood over others; they count as skills, or as headings alone."""
    shared: tuple[str, ...] = ()
    """What has to be said of names that other skills have too."""
    evidence: dict[str, str] = {}
    """Skill id -> the sentence that it was found in, for those that were not listed."""
    complete: bool = False
    """Whether what is not in it is not held; of a list that somebody typed nobody knows."""


def profile(
    catalogue: Catalogue,
    listed: Iterable[Said],
    *,
    name: str | None = None,
    role: str | None = None,
    rung: Rung | None = None,
) -> Profile:
    """Make a profile of what somebody wrote for skills, in any of their names.

    Of a skill that is named twice the highest level counts, and a level that was said before one
    that was not. A heading counts as a skill only by the skill's own name or id; one that means
    no skill is set aside. `role` is a role's name. Raises `AskedWrongly` where it is not, or
    where what is given as a level is not one.
    """
    said: dict[str, int] = {}
    unsaid: dict[str, None] = {}
    unknown: dict[str, UnknownWord] = {}
    headings: dict[str, None] = {}
    evidence: dict[str, str] = {}
    shared: dict[str, None] = {}
    explain = _Unknown(catalogue)
    for written in listed:
        for word, level, heading, sentence in skills_in(catalogue.is_skill, written):
            called = catalogue.skills_called(word)
            fits = meant(called, word)
            if heading and called:
                headings[word] = None
            if len(fits) != 1:
                if not heading and word not in unknown:
                    unknown[word] = explain(word)
                continue
            skill = fits[0]
            if heading and fold(word) not in (fold(skill.name), fold(skill.id)):
                continue
            if others := catalogue.shared_name(word, skill, {"skill"}):
                shared[others] = None
            if level is None:
                unsaid[skill.id] = None
            else:
                said[skill.id] = max(level, said.get(skill.id, 0))
            if sentence:
                evidence.setdefault(skill.id, sentence)
    assumed = tuple(skill for skill in unsaid if skill not in said)
    return Profile(
        skills={**said, **dict.fromkeys(assumed, ASSUMED_LEVEL)},
        assumed=assumed,
        unknown=tuple(unknown.values()),
        name=name,
        role=catalogue.role(role).id if role else None,
        rung=rung,
        headings=tuple(headings),
        shared=tuple(shared),
        evidence=evidence,
    )


def role_profile(role: Role, rung: Rung) -> Profile:
    """What somebody can do who works in a role at a rung."""
    return Profile(skills=held_by(role, rung), role=role.id, rung=rung, complete=True)


def remarks(catalogue: Catalogue, profile: Profile) -> tuple[str, ...]:
    """What has to be said of the words of a profile: unknown ones and assumed levels."""
    told = []
    for unknown in profile.unknown[: WORDS_SHOWN.most]:
        if unknown.role:
            see = f"'mlroles show {unknown.role} --section skills'"
            told.append(f"{unknown.word!r} is a role and does not count; its skills: {see}")
            continue
        meant = " or ".join(map(repr, unknown.suggestions))
        advice = f"; did you mean {meant}?" if meant else "; see 'mlroles list skills'"
        told.append(f"no skill called {unknown.word!r}; it does not count{advice}")
    if (more := len(profile.unknown) - WORDS_SHOWN.most) > 0:
        words = "word is not a skill and does" if more == 1 else "words are not skills and do"
        told.append(f"{more:,} more {words} not count")
    for heading in profile.headings[: WORDS_SHOWN.most]:
        skill = catalogue.skills_called(heading)[0]
        how = "and counts" if skill.id in profile.skills else "and does not count"
        told.append(f"{heading!r} is a heading over other skills {how} as {skill.name}")
    told += profile.shared
    if profile.evidence:
        names = ", ".join(catalogue.skills[skill].name for skill in profile.evidence)
        told.append(f"found in the text of the résumé: {names}")
    if profile.assumed:
        names = ", ".join(catalogue.skills[skill].name for skill in profile.assumed)
        level = f"{ASSUMED_LEVEL} ({LEVELS[ASSUMED_LEVEL][0]})"
        example = f"{profile.assumed[0]}:3"
        told.append(f"level {level} is assumed for {names}; to change it write {example!r}")
    return tuple(told)


class _Unknown:
    """Says of words that are no skills what may be meant by them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def __call__(self, word: str) -> UnknownWord:
        """Those that claim a word, or else those that may be meant."""
        called = [skill.id for skill in self._catalogue.skills_called(word)]
        role = next((role.id for role in self._catalogue.roles_called(word)), None)
        if not called and not role:
            near = self._near(word)
            called = [name for name in near if _is_near(self._catalogue, word, name)]
        return UnknownWord(word=word, suggestions=tuple(called), role=role)

    @cached_property
    def _near(self) -> Callable[[str], list[str]]:
        from mlroles.core.finding.engine import Engine  # only a miss pays for it
        from mlroles.core.finding.index import Index
        from mlroles.core.finding.search import suggestions

        engine = Engine(Index(self._catalogue.index))
        return lambda word: suggestions(engine, word, "skill")


def _is_near(catalogue: Catalogue, word: str, name: str) -> bool:
    """Whether a skill may be meant by a word: it is a slip for one of its names, or holds one."""
    from mlroles.core.model.likeness import edits

    folded = fold(word)
    slips = len(folded) // LETTERS_A_SLIP
    words = f" {word.casefold()} "
    for skill in catalogue.skills_called(name):
        for known in names_of(skill):
            if slips and edits(folded, fold(known), slips) <= slips:
                return True
            if len(known) >= SHORTEST_PART and f" {known.casefold()} " in words:
                return True
    return False


class ProfileFile(Part, frozen=True, kw_only=True):
    """A profile as `mlroles profile new` writes it."""

    name: Annotated[Text | None, about("whose profile it is")] = None
    role: Annotated[Text | None, about("what they work as now, in any name of the role")] = None
    rung: Annotated[Rung | None, about("of that role; mid where it is left out")] = None
    skills: Annotated[
        dict[str, Level | None], about("skill, in any of its names -> level; 2 without one")
    ]
