"""A profile as a file to be filled in, and as a report on what was understood of one."""

from collections.abc import Iterator
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import LEVELS, Rung, about
from mlroles.core.moves.profile import ASSUMED_LEVEL, Profile, remarks, role_profile
from mlroles.present.moves.answers import ProfileAnswer, profile_answer
from mlroles.present.moves.start import quoted
from mlroles.present.page.blocks import Bullets, Fields, Page, Section, counted, short
from mlroles.present.page.report import Report
from mlroles.present.page.shapes import Named, extended, role_named
from mlroles.present.page.visible import visible


class CheckedProfile(ProfileAnswer, frozen=True, kw_only=True):
    """What was understood of a profile."""

    person: Annotated[str | None, about("the name in the profile")]
    role: Named | None
    rung: Rung | None
    headings: Annotated[list[str], about("names of skills that stand over others in a file")]


MOST_SHOWN = 80
"""The characters of a sentence that stand beside a skill that it names."""
EXAMPLE = Profile(skills={"communication": 3, "python": 3, "sql": 2})


def new_profile(ladder: Ladder, role: Role | None = None, rung: Rung | None = None) -> str:
    """A profile to be filled in: with what a role asks for at a rung, or with an example."""
    start = role_profile(role, rung or ladder.usual) if role else EXAMPLE
    return "\n".join(_lines(ladder, start)) + "\n"


def written_profile(ladder: Ladder, profile: Profile) -> str:
    """A profile as a file that is read as one; a level that was not said is left open."""
    return "\n".join(_lines(ladder, profile)) + "\n"


def profile_report(catalogue: Catalogue, profile: Profile, given: str) -> Report:
    """What was understood of a profile; the answer is "no" where a word is not a skill."""
    return Report(
        pages=lambda: (_page(catalogue, profile),),
        kinds=(CheckedProfile,),
        document=True,
        table="skills",
        data=lambda: _answer(catalogue, profile),
        yaml=lambda: written_profile(catalogue.ladder, profile),
        remarks=remarks(catalogue, profile),
        answer_is_no=bool(profile.unknown),
        next_steps=(
            (f"mlroles match --have {quoted(given)}", "the roles that you are nearest to"),
        ),
    )


def _lines(ladder: Ladder, start: Profile) -> Iterator[str]:
    yield "# What you can do. Check this file with 'mlroles profile check FILE', then ask"
    yield "# 'mlroles match --have FILE', 'mlroles gap --have FILE ROLE' and the like."
    yield ""
    name = (start.name or "").replace("'", "''")
    yield f"name: '{name}'" if name else "# name: Ada Example"
    yield "# Your role now, if there is one: for its pay, and the way back to it."
    yield f"role: {start.role}" if start.role else "# role: data-analyst"
    rungs = " or ".join(filter(None, [", ".join(ladder.ids[:-1]), ladder.highest]))
    yield f"rung: {start.rung}" if start.rung else f"# rung: {ladder.usual}  # {rungs}"
    yield ""
    yield "# A line for each skill or tool, by any of its names ('mlroles list skills'), and your"
    yield f"# level in it; without a level, {ASSUMED_LEVEL} is assumed:"
    for level, (name, told) in LEVELS.items():
        yield f"#   {level} {name}: {told}"
    yield "skills:"
    for skill, held in _sorted(start):
        words = visible(" ".join(start.evidence.get(skill, "").split()))
        if len(words) > MOST_SHOWN:
            words = f"{words[:MOST_SHOWN].rpartition(' ')[0]} …"
        shown = f"  # {words}" if words else ""
        yield f"  {skill}:{'' if skill in start.assumed else f' {held}'}{shown}"


def _sorted(profile: Profile) -> list[tuple[str, int]]:
    return sorted(profile.skills.items())


def _page(catalogue: Catalogue, profile: Profile) -> Page:
    """The skills by level, and the words that were not understood."""
    rows = []
    for level in reversed(LEVELS):
        name = f"{level} {LEVELS[level][0]}"
        held = [skill for skill, its in profile.skills.items() if its == level]
        said = [catalogue.skills[s].name for s in held if s not in profile.assumed]
        assumed = [catalogue.skills[s].name for s in held if s in profile.assumed]
        rows += [(name, ", ".join(sorted(said)))] if said else []
        rows += [(f"{name}, assumed", ", ".join(sorted(assumed)))] if assumed else []
    unknown = tuple(
        f"{one.word}: did you mean {' or '.join(one.suggestions)}?" if one.suggestions else one.word
        for one in profile.unknown
    )
    sections = (
        Section(title="", blocks=(Fields(rows=tuple(rows)),) if rows else (), name="skills"),
        Section(
            title="Not understood",
            blocks=(Bullets(items=unknown),) if unknown else (),
            name="unknown",
        ),
    )
    role = f"{short(catalogue.role_names[profile.role])}, {profile.rung}" if profile.role else ""
    told = counted(len(profile.skills), "skill", "skills")
    return Page(
        title=f"Profile of {profile.name}: {told}" if profile.name else f"Profile: {told}",
        fact=role,
        sections=tuple(section for section in sections if section.blocks),
    )


def _answer(catalogue: Catalogue, profile: Profile) -> CheckedProfile:
    return extended(
        CheckedProfile,
        profile_answer(catalogue, profile),
        person=profile.name,
        role=role_named(catalogue, profile.role) if profile.role else None,
        rung=profile.rung,
        headings=profile.headings,
    )
