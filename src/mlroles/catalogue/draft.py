"""Assemble what a catalogue's files say, entry by entry, with the place of each."""

from collections.abc import Iterator, Mapping
from typing import Any

from mlroles.catalogue.problem import Place, Problem
from mlroles.catalogue.yaml_text import Document, read
from mlroles.core.catalogue import Catalogue
from mlroles.core.model import Activity, Family, HandOff, Role, Skill, Source, Stage
from mlroles.core.shape import Path, convert, shape_problems
from mlroles.core.vocabulary import SKILL_KINDS, Part


class ActivitiesFile(Part, frozen=True, kw_only=True):
    """What activities.yaml holds."""

    stages: list[Stage]
    activities: list[Activity]


TYPES: dict[str, type] = {
    "roles": Role,
    "skills": Skill,
    "families": Family,
    "stages": Stage,
    "activities": Activity,
    "handoffs": HandOff,
    "sources": Source,
}
"""What the entries of each collection of the catalogue are."""

FILES: dict[str, Any] = {
    "activities.yaml": ActivitiesFile,
    "families.yaml": list[Family],
    "handoffs.yaml": list[HandOff],
    "sources.yaml": list[Source],
}
"""The shape of each file beside the folders `roles` and `skills`."""


class Draft:
    """The entries that could be read, their places, and the problems met so far.

    `entries` is collection -> id -> value. `broken` holds the (collection, id) of entries that
    are there but out of shape, so that references to them are not reported as well.
    """

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        """Read the files of a catalogue: path within its folder -> content."""
        self.entries: dict[str, dict[str, Any]] = {collection: {} for collection in TYPES}
        self.broken: set[tuple[str, str]] = set()
        self.problems: list[Problem] = []
        self._origins: dict[tuple[str, str], tuple[Document, Path]] = {}
        for file in sorted(texts):
            self._add_file(file, texts[file])

    def catalogue(self) -> Catalogue:
        """The entries as a catalogue; only meaningful where there are no errors."""
        return Catalogue(**self.entries)

    def place(self, collection: str, id: str, *path: str | int) -> Place:
        """Where a part of an entry stands."""
        document, start = self._origins[collection, id]
        return document.place((*start, *path))

    def _add_file(self, file: str, content: bytes) -> None:
        try:
            document = read(content.decode("utf-8-sig"), file)
        except UnicodeDecodeError as error:
            place = Place(file=file, line=content.count(b"\n", 0, error.start) + 1)
            self._report(
                place, "encoding", f"this is not UTF-8: {error.reason}", "save it as UTF-8"
            )
            return
        self.problems += document.problems
        if document.problems and document.data is None:
            return
        folder, _, stem = file.removesuffix(".yaml").rpartition("/")
        if folder == "roles":
            self._name_by_file(document, document.data, (), "id", stem)
            self._add_entries(document, Role, {"roles": ()})
        elif folder == "skills" and stem in SKILL_KINDS:
            for path, item in _entries(document.data, ()):
                self._name_by_file(document, item, path, "kind", stem)
            self._add_entries(document, list[Skill], {"skills": ()})
        elif folder == "skills":
            kinds = ", ".join(SKILL_KINDS)
            place = Place(file=file)
            self._report(place, "unknown-kind", f"{stem!r} is no kind of skill", f"use {kinds}")
        elif file == "activities.yaml":
            where: dict[str, Path] = {"stages": ("stages",), "activities": ("activities",)}
            self._add_entries(document, FILES[file], where)
        else:
            self._add_entries(document, FILES[file], {file.removesuffix(".yaml"): ()})

    def _name_by_file(self, document: Document, data: Any, path: Path, key: str, name: str) -> None:
        """Give an entry the field that the name of its file stands for."""
        if isinstance(data, dict):
            if key in data:
                place = document.place((*path, key))
                told = f"the {key} is the file's name, {name!r}"
                self._report(place, "named-by-file", told, f"remove the field {key!r}")
            data[key] = name

    def _add_entries(self, document: Document, shape: Any, where: Mapping[str, Path]) -> None:
        """Check a document against its shape; take the entries that are sound.

        `where` is collection -> the path at which its entry, or the list of them, stands.
        """
        findings = list(shape_problems(document.data, shape))
        for path, message, remedy in findings:
            self._report(document.place(path), "shape", message, remedy)
        for collection, start in where.items():
            for path, data in _entries(document.data, start):
                if any(found[: len(path)] == path for found, _, _ in findings):
                    self.broken.add((collection, str(data.get("id"))))
                else:
                    self._add_entry(document, collection, path, data)

    def _add_entry(self, document: Document, collection: str, path: Path, data: object) -> None:
        entry: Any = convert(data, TYPES[collection])
        if entry.id in self.entries[collection]:
            first = self.place(collection, entry.id)
            told = f"the id {entry.id!r} is taken"
            self._report(document.place(path), "repeated-id", told, f"it stands at {first} too")
            return
        self.entries[collection][entry.id] = entry
        self._origins[collection, entry.id] = (document, path)

    def _report(self, place: Place, rule: str, message: str, remedy: str) -> None:
        self.problems.append(
            Problem(place=place, severity="error", rule=rule, message=message, remedy=remedy)
        )


def _entries(data: Any, start: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for key in start:
        data = data.get(key) if isinstance(data, dict) else None
    if isinstance(data, dict):
        yield start, data
    elif isinstance(data, list):
        for position, item in enumerate(data):
            if isinstance(item, dict):
                yield (*start, position), item
