"""Assemble what a catalogue's files say, entry by entry, with the place of each."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from mlroles.catalogue.document import Document, read_document
from mlroles.catalogue.paths import ENDINGS
from mlroles.catalogue.problem import Place, Problem, an_error
from mlroles.core.catalogue import Catalogue
from mlroles.core.guide import Topic
from mlroles.core.model import Activity, Family, HandOff, Role, Skill, Source, Stage
from mlroles.core.names import claims
from mlroles.core.shape import Path, convert, shape_problems
from mlroles.core.team import TeamTemplate
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
    "teams": TeamTemplate,
    "topics": Topic,
    "sources": Source,
}
"""What the entries of each collection of the catalogue are."""

FILES: dict[str, Any] = {
    "activities.yaml": ActivitiesFile,
    "families.yaml": list[Family],
    "handoffs.yaml": list[HandOff],
    "sources.yaml": list[Source],
}
"""The shape of each file that is not in a folder."""

ONE_EACH = {"roles": "roles", "teams": "teams", "guide": "topics"}
"""Folder whose files hold one entry each -> the collection that the entries belong to."""

REQUIRED = ("activities.yaml", "families.yaml", "sources.yaml")
"""Files without which no role is complete."""


class Draft:
    """The entries that could be read, their places, and the problems met so far.

    `entries` is collection -> id -> value. Beside it stands what is there but cannot be read for
    a problem, so that references to it are not reported as well: single entries (`_broken`), and
    collections of which nobody can say which entries they hold (`_unread`).
    """

    def __init__(self, texts: Mapping[str, bytes], today: str | None = None) -> None:
        """Read the files of a catalogue: path within its folder -> content.

        `today` (YYYY-MM-DD; by default the clock's) is what the age of its facts is counted to.
        """
        self.today = today or date.today().isoformat()
        self.entries: dict[str, dict[str, Any]] = {collection: {} for collection in TYPES}
        self.problems: list[Problem] = []
        self._origins: dict[tuple[str, str], tuple[Document, Path]] = {}
        self._broken: set[tuple[str, str]] = set()
        self._unread: set[str] = set()
        for file in sorted(texts):
            self._add_file(file, texts[file])
        for file in REQUIRED if texts else ():
            if file not in texts and file.replace(".yaml", ".yml") not in texts:
                told, remedy = (
                    "this file is missing",
                    "add it; docs/catalogue.md shows what it holds",
                )
                self._report(Place(file=file), "missing-file", told, remedy)
                self._unread.update(_collections(file.removesuffix(".yaml")))

    def catalogue(self) -> Catalogue:
        """The entries as a catalogue; only meaningful where there are no errors."""
        names = claims(self.entries["roles"].values(), self.entries["skills"].values())
        role_names = {id: role.name for id, role in self.entries["roles"].items()}
        return Catalogue(**self.entries, names=names, role_names=role_names)

    def place(self, collection: str, id: str, *path: str | int) -> Place:
        """Where a part of an entry stands."""
        document, start = self._origins[collection, id]
        return document.place((*start, *path))

    def lacks(self, collection: str, id: str) -> bool:
        """Whether there is no such entry, not even one that could not be read for a problem."""
        known = id in self.entries[collection] or (collection, id) in self._broken
        return not known and collection not in self._unread

    def has_no(self, collection: str) -> bool:
        """Whether a collection has no entry, not even one that could not be read."""
        broken = any(sort == collection for sort, _ in self._broken)
        return not (self.entries[collection] or broken or collection in self._unread)

    def _add_file(self, file: str, content: bytes) -> None:
        folder, _, name = file.rpartition("/")
        ending = ENDINGS.get(folder, ".yaml")
        stem = name.removesuffix(ending)
        if stem == name:
            stem = name.rpartition(".")[0]
            told = f"the file's name does not end in {ending}"
            self._report(Place(file=file), "ending", told, f"rename it to {stem}{ending}")
            self._unread.update([ONE_EACH.get(folder, folder)] if folder else _collections(stem))
            return
        document = self._read(file, content)
        if folder in ONE_EACH:
            self._add_one(document, ONE_EACH[folder], stem)
        elif folder == "skills" and stem not in SKILL_KINDS:
            told = f"{stem!r} is no kind of skill"
            remedy = f"name the file after one of {', '.join(SKILL_KINDS)}"
            self._report(Place(file=file), "unknown-kind", told, remedy)
            self._unread.add("skills")
        elif folder == "skills":
            for path, skill in _items(document.data, ()):
                self._name_by_file(document, skill, path, "kind", stem)
            self._add_lists(document, list[Skill], {"skills": ()})
        elif file == "activities.yaml":
            where: dict[str, Path] = {"stages": ("stages",), "activities": ("activities",)}
            self._add_lists(document, FILES[file], where)
        else:
            self._add_lists(document, FILES[file], {stem: ()})

    def _read(self, file: str, content: bytes) -> Document:
        """Read a file; where it cannot be read, report why."""
        document = read_document(content, file)
        self.problems += document.problems
        return document

    def _name_by_file(self, document: Document, data: Any, path: Path, key: str, name: str) -> None:
        """Give an entry the field that the name of its file stands for."""
        if isinstance(data, dict):
            if key in data:
                place = document.place((*path, key))
                told = f"the {key} comes from the file's name, {name!r}"
                self._report(place, "named-by-file", told, f"remove the field {key!r}")
            data[key] = name

    def _add_one(self, document: Document, collection: str, id: str) -> None:
        self._name_by_file(document, document.data, (), "id", id)
        wrong = self._misshapen(document, TYPES[collection])
        if ("id",) in wrong:
            self._unread.add(collection)
        elif wrong:
            self._broken.add((collection, id))
        else:
            self._add_entry(document, collection, (), document.data)

    def _add_lists(self, document: Document, shape: Any, where: Mapping[str, Path]) -> None:
        """Check a document against its shape; take the entries that are sound.

        `where` is collection -> the path at which the list of its entries stands.
        """
        wrong = self._misshapen(document, shape)
        for collection, start in where.items():
            items = _part(document.data, start)
            if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
                self._unread.add(collection)
            for path, data in _items(document.data, start):
                if "id" not in data or (*path, "id") in wrong:
                    self._unread.add(collection)
                elif any(found[: len(path)] == path for found in wrong):
                    self._broken.add((collection, data["id"]))
                else:
                    self._add_entry(document, collection, path, data)

    def _misshapen(self, document: Document, shape: Any) -> list[Path]:
        """Report where a document differs from its shape; all of it where it cannot be read."""
        if document.problems:
            return [()]
        findings = list(shape_problems(document.data, shape))
        for path, message, remedy in findings:
            self._report(document.place(path), "shape", message, remedy)
        return [path for path, _, _ in findings]

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
        self.problems.append(an_error(place, rule, message, remedy))


def _collections(file: str) -> list[str]:
    """What the file of this name, without its ending, holds."""
    return ["stages", "activities"] if file == "activities" else [file]


def _part(data: Any, path: Path) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _items(data: Any, start: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The mappings in the list that stands at a path, each with its own path."""
    items = _part(data, start)
    for position, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield (*start, position), item
