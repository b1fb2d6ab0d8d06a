"""Read a profile: typed as a list, or in a file of ours, a JSON Resume or a list of skills."""

import os
import re
from collections.abc import Iterator, Sequence
from typing import Any

from mlroles.catalogue.text.one_file import STANDARD_INPUT, invalid, read_content, shaped
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.problem import an_error
from mlroles.core.model.vocabulary import replace
from mlroles.core.moves.position import USUAL_RUNG
from mlroles.core.moves.profile import (
    ASSUMED_LEVEL,
    Listed,
    Profile,
    ProfileFile,
    ResumeFile,
    ResumeSkill,
    level_said,
    profile,
    split_list,
)

ENDINGS = (".yaml", ".yml", ".json", ".txt")
"""What the name of a file ends with; anything else is a list of skills."""

_OURS = re.compile(r"^\s*skills\s*:", re.MULTILINE)
_JSON = re.compile(r"\s*[\[{]")


def read_profile(catalogue: Catalogue, given: str) -> Profile:
    """The profile that is meant by a list of skills, the name of a file, or `-`: standard input.

    Files may stand in a list, as in "profile.yaml, sql:3"; all add up.
    Words that mean no skill are in `unknown`. Raises `UnreadableFile` where there is no such
    file, `InvalidFile` where it is not what it should be, and `AskedWrongly` where a list holds
    what is no level, or nothing at all.
    """
    parts = [given] if os.path.exists(given) else [part.strip() for part in given.split(",")]
    files = [one for one in parts if one == STANDARD_INPUT or one.lower().endswith(ENDINGS)]
    typed = ",".join(part for part in parts if part not in files)
    listed = [profile(catalogue, split_list(typed))] if typed or not files else []
    found = _added_up([*(_of_file(catalogue, file) for file in files), *listed])
    if not found.skills and not found.unknown:
        raise AskedWrongly("no skill is named", "name some, such as 'python:3, sql, k8s:2'")
    return found


def _added_up(profiles: Sequence[Profile]) -> Profile:
    """Several profiles as one: of a skill the highest level, and one that was said before others.

    Who it is and what they are tells the first that says so.
    """
    if len(profiles) == 1:
        return profiles[0]
    said: dict[str, int] = {}
    for one in profiles:
        for skill in one.skills.keys() - set(one.assumed):
            said[skill] = max(one.skills[skill], said.get(skill, 0))
    assumed = tuple(dict.fromkeys(s for one in profiles for s in one.assumed if s not in said))
    return replace(
        next((one for one in profiles if one.role), profiles[0]),
        skills={**said, **dict.fromkeys(assumed, ASSUMED_LEVEL)},
        assumed=assumed,
        unknown=tuple(word for one in profiles for word in one.unknown),
        name=next((one.name for one in profiles if one.name), None),
    )


def _of_file(catalogue: Catalogue, path: str) -> Profile:
    from mlroles.catalogue.text.reading import read_document  # few profiles are files

    content = read_content(path)
    text = content.decode(errors="replace")
    name = "standard input" if path == STANDARD_INPUT else path
    if not (path.lower().endswith((".yaml", ".yml", ".json")) or _is_data(text)):
        return profile(catalogue, split_list(text))
    document = read_document(content, name)
    if isinstance(document.data, list):
        document.data = {"skills": document.data}
    if isinstance(document.data, dict) and isinstance(document.data.get("skills"), list):
        basics = document.data.get("basics")
        document.data = _skills_alone(document.data["skills"])
        resume = shaped(document, name, ResumeFile)
        who = basics.get("name") if isinstance(basics, dict) else None
        listed = [said for skill in resume.skills for said in _listed(skill)]
        return profile(catalogue, listed, name=who if isinstance(who, str) else None)
    ours = shaped(document, name, ProfileFile)
    try:
        return profile(
            catalogue,
            ours.skills.items(),
            name=ours.name,
            role=ours.role,
            rung=ours.rung or (USUAL_RUNG if ours.role else None),
        )
    except AskedWrongly as error:
        place = document.place(("role",))
        problem = an_error(place, "unknown-reference", error.what, error.remedy)
        raise invalid(name, [problem]) from None


def _is_data(text: str) -> bool:
    return bool(_OURS.search(text) or _JSON.match(text))


def _skills_alone(skills: list[Any]) -> dict[str, Any]:
    """The part of a résumé that counts: others write many other fields."""
    fields = ResumeSkill.__struct_fields__
    return {
        "skills": [
            {"name": one}
            if isinstance(one, str)
            else {key: one[key] for key in one if key in fields}
            if isinstance(one, dict)
            else one
            for one in skills
        ]
    }


def _listed(skill: ResumeSkill) -> Iterator[Listed]:
    """The words that a résumé's skill stands for; a level in words that mean none is not said."""
    level = level_said(skill.level)
    for word in (skill.name, *skill.keywords):
        if word and word.strip():
            yield word.strip(), level
