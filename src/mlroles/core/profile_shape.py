"""The shape of the files that a profile is read from: our own, and the skills of a JSON Resume."""

from typing import Annotated

from mlroles.core.vocabulary import Level, Part, Rung, Text, about


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
