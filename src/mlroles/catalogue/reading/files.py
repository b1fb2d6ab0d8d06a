"""What the files of a catalogue hold."""

from typing import Any

from mlroles.catalogue.files.paths import ADVERTS, MANIFEST
from mlroles.core.model.advert_figures import AdvertFigures
from mlroles.core.model.entries import (
    Activity,
    Family,
    HandOff,
    Role,
    RolePay,
    Skill,
    Source,
    Stage,
    TeamTemplate,
    Topic,
)
from mlroles.core.model.layer import Manifest
from mlroles.core.model.shape import Path
from mlroles.core.model.vocabulary import Part


class ActivitiesFile(Part, frozen=True, kw_only=True):
    """What activities.yaml holds."""

    stages: list[Stage] = []
    activities: list[Activity] = []


class WholeFile(Manifest, frozen=True, kw_only=True):
    """A catalogue in one file: what it says of itself, and all collections."""

    roles: list[Role] = []
    skills: list[Skill] = []
    families: list[Family] = []
    stages: list[Stage] = []
    activities: list[Activity] = []
    handoffs: list[HandOff] = []
    teams: list[TeamTemplate] = []
    topics: list[Topic] = []
    pay: list[RolePay] = []
    sources: list[Source] = []


TYPES: dict[str, type] = {
    "roles": Role,
    "skills": Skill,
    "families": Family,
    "stages": Stage,
    "activities": Activity,
    "handoffs": HandOff,
    "teams": TeamTemplate,
    "topics": Topic,
    "sources": Source,
}
"""What the entries of each collection of the catalogue are."""

FORMER_FIELDS: dict[str, dict[Path, dict[str, str]]] = {
    "roles": {(): {"levels": "rungs"}, ("sources_of",): {"levels": "rungs"}},
}
"""Collection -> path in an entry -> former name of a field there, still read -> its name."""

FILES: dict[str, Any] = {
    "activities.yaml": ActivitiesFile,
    ADVERTS: AdvertFigures,
    MANIFEST: Manifest,
    "families.yaml": list[Family],
    "handoffs.yaml": list[HandOff],
    "pay.yaml": list[RolePay],
    "sources.yaml": list[Source],
}
"""The shape of each file that is not in a folder."""

ONE_EACH = {"roles": "roles", "teams": "teams", "guide": "topics"}
"""Folder whose files hold one entry each -> the collection that the entries belong to."""

_OWN: tuple[tuple[str, str, set[str]], ...] = (
    ("a role", "roles/", {"family"}),
    ("a role", "roles/", {"lifecycle"}),
    ("a role", "roles/", {"responsibilities"}),
    ("a team template", "teams/", {"seats", "goal"}),
)
_LISTED: tuple[tuple[str, str, set[str]], ...] = (
    ("a list of hand-offs", "handoffs.yaml", {"from_role"}),
    ("a list of sources", "sources.yaml", {"publisher"}),
    ("a list of pay", "pay.yaml", {"role", "pay"}),
    ("a list of skills", "skills/<kind>.yaml", {"level_statements"}),
    ("a list of skills", "skills/<kind>.yaml", {"related"}),
    ("a list of families", "families.yaml", {"id", "name", "definition"}),
)


def entry_like(data: object) -> tuple[str, str] | None:
    """What the data of a file are that is part of a catalogue, and where it belongs; else None."""
    if isinstance(data, dict) and "roles" not in data:
        keys, known = data.keys(), _OWN
    elif isinstance(data, list) and data and isinstance(data[0], dict):
        keys, known = data[0].keys(), _LISTED
    else:
        return None
    return next(((kind, place) for kind, place, own in known if own <= keys), None)


REQUIRED = ("activities.yaml", "families.yaml", "sources.yaml")
"""Files without which no role is complete."""


def collections(stem: str) -> list[str]:
    """What a file outside of folders holds; `stem` is its name without the ending."""
    return ["stages", "activities"] if stem == "activities" else [stem]
