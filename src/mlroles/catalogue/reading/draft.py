"""Assemble what a catalogue's files say, entry by entry, with the place of each."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from mlroles.catalogue.files.paths import ADVERTS, ENDINGS, meant_by_name
from mlroles.catalogue.files.progress import Progress
from mlroles.catalogue.reading.files import (
    FILES,
    FORMER_FIELDS,
    ONE_EACH,
    REQUIRED,
    TYPES,
    WholeFile,
    collections,
)
from mlroles.catalogue.text.document import Document
from mlroles.catalogue.text.reading import read_document
from mlroles.core.catalogue import Catalogue, assemble
from mlroles.core.model.advert_figures import AdvertFigures
from mlroles.core.model.entries import RolePay, Skill
from mlroles.core.model.ladder import LADDER
from mlroles.core.model.layer import Layer
from mlroles.core.model.problem import Place, Problem, an_error
from mlroles.core.model.shape import Path, convert, shape_problems
from mlroles.core.model.vocabulary import SKILL_KINDS


class Draft:
    """The entries that could be read, their places, and the problems met so far.

    `entries` is collection -> id -> value. Beside it stands what is there but cannot be read for
    a problem, so that references to it are not reported as well: single entries (`_broken`), and
    collections of which nobody can say which entries they hold (`_unread`).
    """

    def __init__(self, texts: Mapping[str, bytes] | None = None, today: str | None = None) -> None:
        """Read the files of a catalogue, path within its folder -> content, if there are any.

        `today` (YYYY-MM-DD; by default the clock's) is what the age of its facts is counted to.
        """
        self.today = today or date.today().isoformat()
        self.entries: dict[str, dict[str, Any]] = {collection: {} for collection in TYPES}
        self.problems: list[Problem] = []
        self.ladder = LADDER
        self.layers: list[Layer] = []
        self.origins: dict[str, int] = {}
        self.pay: list[tuple[Document, Path, RolePay]] = []
        self.adverts: AdvertFigures | None = None
        self._origins: dict[tuple[str, str], tuple[Document, Path]] = {}
        self._moved: dict[tuple[str, str], dict[Path, tuple[Document, Path]]] = {}
        self._layer_of: dict[tuple[str, str], int] = {}
        self._broken: set[tuple[str, str]] = set()
        self._unread: set[str] = set()
        self._prefix = ""
        self._whole: Document | None = None
        if texts is not None:
            self.add(texts)
            self.require(texts)

    def add(
        self, texts: Mapping[str, bytes], prefix: str = "", progress: Progress | None = None
    ) -> None:
        """Read the files of one layer; what they hold takes the place of what is there so far.

        `prefix` stands before the names of files in problems.
        """
        self._prefix, self._whole = prefix, None
        for number, file in enumerate(sorted(texts)):
            if progress:
                progress("reading the catalogue", number, len(texts))
            self._add_file(file, texts[file], prefix)

    def add_whole(self, document: Document) -> None:
        """Take the collections of a catalogue that lies in one file."""
        self._whole = document
        where: dict[str, Path] = {collection: (collection,) for collection in TYPES}
        self._add_lists(document, WholeFile, where)
        self._keep_pay(document, ("pay",))

    def require(self, texts: Mapping[str, bytes], prefix: str = "") -> None:
        """Report the files that the lowest layer lacks."""
        for file in REQUIRED:
            held = collections(file.removesuffix(".yaml"))
            there = file in texts or file.replace(".yaml", ".yml") in texts
            if not there and self._unread.isdisjoint(held):
                remedy = "add it, or write 'extends: bundled' in catalogue.yaml"
                place = Place(file=prefix + file)
                self.report(place, "missing-file", "this file is missing", remedy)
                self._unread.update(held)

    def leave_unread(self, *collections: str) -> None:
        """Take note that nobody can say which entries there are in collections, by default any."""
        self._unread.update(collections or (*TYPES, "rungs"))

    def catalogue(self) -> Catalogue:
        """The entries as a catalogue; only meaningful where there are no errors."""
        adverts = {"roles": self.adverts} if self.adverts else None
        return assemble(self.entries, self.layers, self.origins, self.ladder, adverts)

    def place(self, collection: str, id: str, *path: str | int) -> Place:
        """Where a part of an entry stands."""
        document, full = self.locate(collection, id, path)
        return document.place(full)

    def there(self, file: str) -> Place:
        """Where a file of the layer that was added last is, or would be."""
        return self._whole.place(()) if self._whole else Place(file=self._prefix + file)

    def locate(self, collection: str, id: str, path: Path) -> tuple[Document, Path]:
        """The document and the path in it of a part of an entry."""
        moved = self._moved.get((collection, id), {})
        for end in range(len(path), 0, -1):
            if path[:end] in moved:
                document, start = moved[path[:end]]
                return document, (*start, *path[end:])
        document, start = self._origins[collection, id]
        return document, (*start, *path)

    def change(
        self, collection: str, entry: Any, moved: Mapping[Path, tuple[Document, Path]]
    ) -> None:
        """Put an entry in the place of the one with its id; `moved` says what stands elsewhere."""
        self.entries[collection][entry.id] = entry
        if moved:
            self._moved.setdefault((collection, entry.id), {}).update(moved)

    def mark(self, known: str) -> None:
        """Note that something, such as "roles/ml-engineer", comes from the layer being added."""
        if self.layers:
            self.origins[known] = len(self.layers)

    def is_of_this_layer(self, collection: str, id: str) -> bool:
        """Whether an entry comes from the layer being added."""
        return self._layer_of.get((collection, id)) == len(self.layers)

    def remove(self, collection: str, id: str) -> None:
        """Take an entry away."""
        self._forget(collection, id)
        del self.entries[collection][id]

    def _forget(self, collection: str, id: str) -> None:
        """Forget where an entry that goes, or gives way to another, comes from."""
        for pay in getattr(self.entries[collection].get(id), "pay", ()):
            self.origins.pop(f"pay/{id}/{pay.country}", None)
        self.origins.pop(f"{collection}/{id}", None)
        self._moved.pop((collection, id), None)

    def lacks(self, collection: str, id: str) -> bool:
        """Whether there is no such entry, not even one that could not be read for a problem."""
        known = id in self.entries[collection] or (collection, id) in self._broken
        return not known and collection not in self._unread

    def lacks_rung(self, rung: str) -> bool:
        """Whether the career ladder has no such rung, as far as it could be read."""
        return rung not in self.ladder.ids and "rungs" not in self._unread

    def has_no(self, collection: str) -> bool:
        """Whether a collection has no entry, not even one that could not be read."""
        broken = any(sort == collection for sort, _ in self._broken)
        return not (self.entries[collection] or broken or collection in self._unread)

    def _add_file(self, file: str, content: bytes, prefix: str) -> None:
        if file == ADVERTS:
            self._take_adverts(Place(file=prefix + file), content)
            return
        folder, _, name = file.rpartition("/")
        if meant := meant_by_name(folder or name):
            told = f"nothing is read from {folder or name!r}"
            place = Place(file=prefix + (folder or name))
            if all(problem.place != place for problem in self.problems):
                self.report(place, "unread-file", told, f"rename it to {meant}")
            held = meant.removesuffix("/").removesuffix(".yaml")
            self._unread.update(
                [ONE_EACH.get(held, held)] if meant[-1] == "/" else collections(held)
            )
            return
        ending = ENDINGS.get(folder, ".yaml")
        stem = name.removesuffix(ending)
        if stem == name:
            stem = name.rpartition(".")[0]
            told = f"the file's name does not end in {ending}"
            remedy = f"rename it to {stem}{ending}"
            self.report(Place(file=prefix + file), "ending", told, remedy)
            self._unread.update([ONE_EACH.get(folder, folder)] if folder else collections(stem))
            return
        document = self.read(prefix + file, content)
        if folder in ONE_EACH:
            self._add_one(document, ONE_EACH[folder], stem)
        elif folder == "skills" and stem not in SKILL_KINDS:
            told = f"no kind of skill called {stem!r}"
            remedy = f"name the file after one of {', '.join(SKILL_KINDS)}"
            self.report(Place(file=prefix + file), "unknown-kind", told, remedy)
            self._unread.add("skills")
        elif folder == "skills":
            for path, skill in document.items(()):
                self._name_by_file(document, skill, path, "kind", stem)
            self._add_lists(document, list[Skill], {"skills": ()})
        elif file == "activities.yaml":
            where: dict[str, Path] = {"stages": ("stages",), "activities": ("activities",)}
            self._add_lists(document, FILES[file], where)
        elif file == "pay.yaml":
            self._misshapen(document, FILES[file])
            self._keep_pay(document, ())
        else:
            self._add_lists(document, FILES[file], {stem: ()})

    def read(self, file: str, content: bytes) -> Document:
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
                self.report(place, "named-by-file", told, f"remove the field {key!r}")
            data[key] = name

    def _add_one(self, document: Document, collection: str, id: str) -> None:
        self._name_by_file(document, document.data, (), "id", id)
        self._rename(document, collection, ())
        wrong = self._misshapen(document, TYPES[collection])
        if ("id",) in wrong:
            self._unread.add(collection)
        elif wrong:
            self._broken.add((collection, id))
        else:
            self._add_entry(document, collection, (), document.data)
            document.data = None  # the entry has it all

    def _add_lists(self, document: Document, shape: Any, where: Mapping[str, Path]) -> None:
        """Check a document against its shape; take the entries that are sound.

        `where` is collection -> the path at which the list of its entries stands.
        """
        for collection, start in where.items():
            for path, _ in document.items(start) if collection in FORMER_FIELDS else ():
                self._rename(document, collection, path)
        wrong = self._misshapen(document, shape)
        for collection, start in where.items():
            items = document.part(start)
            broken = {found[: len(start) + 1] for found in wrong}
            if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
                self._unread.add(collection)
            for path, data in document.items(start):
                if "id" not in data or (*path, "id") in wrong:
                    self._unread.add(collection)
                elif path in broken or () in broken:
                    self._broken.add((collection, data["id"]))
                else:
                    self._add_entry(document, collection, path, data)
                    data.clear()  # the entry has it all

    def _rename(self, document: Document, collection: str, path: Path) -> None:
        """Give the fields of an entry that had other names before their present ones."""
        for below, names in FORMER_FIELDS.get(collection, {}).items():
            document.rename((*path, *below), names)

    def _misshapen(self, document: Document, shape: Any) -> list[Path]:
        """Report where a document differs from its shape; all of it where it cannot be read."""
        if document.problems:
            return [()]
        findings = list(shape_problems(document.data, shape))
        for path, message, remedy in findings:
            self.report(document.place(path), "shape", message, remedy)
        return [path for path, _, _ in findings]

    def _add_entry(self, document: Document, collection: str, path: Path, data: object) -> None:
        entry: Any = convert(data, TYPES[collection])
        known, layer = (collection, entry.id), len(self.layers)
        if known in self._origins and self._layer_of[known] == layer:
            first = self.place(collection, entry.id)
            told = f"the id {entry.id!r} is taken"
            self.report(document.place(path), "repeated-id", told, f"it stands at {first} too")
            return
        self._forget(collection, entry.id)
        self.entries[collection][entry.id] = entry
        self._origins[known] = (document, path)
        self._layer_of[known] = layer
        self.mark(f"{collection}/{entry.id}")

    def _keep_pay(self, document: Document, start: Path) -> None:
        """Keep the pay of a layer until all its roles are known."""
        for path, data in document.items(start):
            if not list(shape_problems(data, RolePay)):
                self.pay.append((document, path, convert(data, RolePay)))

    def _take_adverts(self, place: Place, content: bytes) -> None:
        """Take the figures of a layer, in the place of those below; too many to read as YAML."""
        try:
            data = json.loads(content)
        except (ValueError, RecursionError) as error:
            self.report(place, "shape", f"not valid JSON: {error}", "write the file again")
            return
        findings = list(shape_problems(data, AdvertFigures))
        for path, message, remedy in findings[:1]:
            told = f"{'.'.join(map(str, path))}: {message}"
            self.report(place, "shape", told, remedy)
        if not findings:
            self.adverts = convert(data, AdvertFigures)

    def report(self, place: Place, rule: str, message: str, remedy: str) -> None:
        """Note a problem that makes the catalogue unusable."""
        self.problems.append(an_error(place, rule, message, remedy))
