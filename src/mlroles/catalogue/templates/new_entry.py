"""The template of a new entry, to be filled in, for the catalogue that it will be part of."""

import re
from collections.abc import Collection, Sequence
from typing import Any

from mlroles.catalogue.checking.lints import WANTED
from mlroles.catalogue.files.paths import (
    bundled_folder,
    catalogue_files,
    catalogue_paths,
    read_files,
)
from mlroles.catalogue.reading.layers import words_at
from mlroles.catalogue.templates.template import template
from mlroles.catalogue.text.yaml_text import read
from mlroles.core.model.entries import (
    Activity,
    Family,
    HandOff,
    Role,
    Skill,
    Source,
    TeamTemplate,
    Topic,
)
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.layer import Manifest
from mlroles.core.model.shape import shape_problems
from mlroles.core.model.vocabulary import Id, Value
from mlroles.core.roles.provenance import EDITORIAL
from mlroles.core.teams.file import TeamFile

EXAMPLE = "roles/devops-engineer.yaml"
"""The file of the bundled catalogue from which the examples are."""

WANTED_OF_ROLES = {*WANTED["roles"], "skills", "tools", "levels"}
"""What a role has blanks for, though it may be left out."""

ITEMS: dict[str, tuple[str, type[Value], Collection[str]]] = {
    "skill": ("skills/<kind>.yaml", Skill, {"kind"}),
    "activity": ("activities.yaml", Activity, ()),
    "handoff": ("handoffs.yaml", HandOff, ()),
    "family": ("families.yaml", Family, ()),
    "source": ("sources.yaml", Source, ()),
}
"""Kind of entry -> the file that it goes into, its class, and what its name gives."""

WANTED_OF_ITEMS = {*WANTED["activities"], "level_statements"}
"""What an item has blanks for, though it may be left out."""

TEAM = {
    "name": "My team",
    "template": "first-model",
    "seats": [{"role": "data-engineer", "rung": "mid"}, {"role": "ml-engineer", "rung": "senior"}],
}
"""What a new team file holds."""

TEAM_EXAMPLE = {
    "seats": [{"people": 2, "share": 0.5, "name": "Ada", "skills": {"python": 4, "sql": 1}}],
    "stages": ["build", "deploy"],
    "accountable": {"deploy-models": "ml-engineer"},
    "leaves_out": ["publish-research"],
}
"""What is shown in its comments."""


def new_role(id: str, paths: Sequence[str] | None = None) -> str:
    """The text of roles/<id>.yaml with blanks, for a catalogue, as `load` takes it.

    It is for the highest layer, which may put a role in the place of one of those below.

    Raises `AskedWrongly` where the id is invalid or taken, `UnreadableFile` where there is no
    catalogue.
    """
    check_id(id)
    folder, file = catalogue_paths(paths)[-1], f"roles/{id}.yaml"
    if file in catalogue_files(folder):
        raise AskedWrongly(
            f"there is a role {id!r} already", f"choose another id, or edit {file} of {folder!r}"
        )
    example: Any = read(read_files(bundled_folder(), [EXAMPLE])[EXAMPLE].decode(), EXAMPLE).data
    rungs, stages = words_at(paths)
    need = [{"levels": dict.fromkeys(rungs)}]
    values = {
        "skills": need,
        "tools": need,
        "rungs": [{"rung": rung} for rung in rungs],
        "lifecycle": dict.fromkeys(stages),
        "sources": [EDITORIAL],
    }
    return (
        schema_line("role", file)
        + head(file)
        + template(Role, values, example, {"id"}, WANTED_OF_ROLES)
    )


def new_item(kind: str, id: str) -> str:
    """The text of an entry, of a kind of `ITEMS`, of a file that holds a list of them.

    Raises `AskedWrongly` where the id is invalid.
    """
    check_id(id)
    file, entry, leave_out = ITEMS[kind]
    text = template(entry, {"id": id, "sources": [EDITORIAL]}, None, leave_out, WANTED_OF_ITEMS)
    item = "- " + text.replace("\n", "\n  ").rstrip()
    if kind == "activity":
        item = "activities:\n  " + item.replace("\n", "\n  ")
    return f"{schema_line(kind, file)}{head(file)}{item}\n"


def new_template(id: str) -> str:
    """The text of teams/<id>.yaml, a team template. Raises `AskedWrongly` where the id is none."""
    check_id(id)
    file, values = f"teams/{id}.yaml", {"seats": [{}], "sources": [EDITORIAL]}
    return (
        schema_line("team-template", file)
        + head(file)
        + template(TeamTemplate, values, None, {"id"})
    )


def new_topic(id: str) -> str:
    """The text of guide/<id>.md, a page of the guide. Raises `AskedWrongly` where the id is none.

    What has to be filled in stands in its head, between the lines of hyphens.
    """
    check_id(id)
    values = {"sources": [EDITORIAL]}
    told = head(f"guide/{id}.md") + template(Topic, values, None, {"id", "text"})
    return f"---\n{told}---\n\nWhat somebody should know, in paragraphs.\n"


def new_catalogue(name: str) -> str:
    """The text of catalogue.yaml, which makes a folder a catalogue over the bundled one."""
    values = {"name": name, "version": "1", "extends": "bundled"}
    return (
        schema_line("manifest", "catalogue.yaml")
        + head("catalogue.yaml")
        + template(Manifest, values)
    )


def new_team() -> str:
    """The text of a team file: a small team that can be checked as it is, and what else fits."""
    return (
        "# A team: change what is here, and take the '# ' away before what else you can tell.\n"
        "# 'mlroles team check' reads it; 'mlroles list' names the roles.\n\n"
    ) + template(TeamFile, TEAM, TEAM_EXAMPLE)


def schema_line(kind: str, file: str) -> str:
    """The line by which an editor finds the schema of a file, once it is in the catalogue."""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{kind}.schema.json\n"


def head(file: str) -> str:
    """The lines above a template that say what to do with it."""
    return (
        f"# {file}: fill in what is empty, and take the '# ' away before what else you can tell.\n"
        "# What is wanted may be removed where nobody knows it; 'mlroles validate --strict' then\n"
        "# misses it. 'mlroles validate' says what has to be there.\n\n"
    )


def check_id(id: str) -> None:
    """Raise `AskedWrongly` where a text cannot be the id of an entry."""
    if any(shape_problems(id, Id)):
        near = "-".join(re.findall("[a-z0-9]+", id.lower()))
        remedy = f"did you mean {near!r}?" if near else "write lower-case words joined by hyphens"
        raise AskedWrongly(f"{id!r} cannot be an id", remedy)
