"""Read a profile: typed as a list, or in a file of ours, a JSON Resume, a CV, a table or a list."""

import os
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from mlroles.catalogue.files.whole_file import STANDARD_INPUT, read_whole
from mlroles.catalogue.text.one_file import invalid, shaped
from mlroles.catalogue.text.plain_text import kind_of_binary, readable_text, rows_of
from mlroles.catalogue.text.resume_text import sentences
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly, UnreadableFile
from mlroles.core.model.limits import FILE, SKILLS
from mlroles.core.model.names import fold
from mlroles.core.model.problem import Problem, an_error
from mlroles.core.model.shape import Path
from mlroles.core.moves.position import rung_typed
from mlroles.core.moves.profile import Profile, ProfileFile, profile
from mlroles.core.moves.skill_words import (
    Said,
    level_said,
    levels_told,
    skills_in,
    split_list,
)

if TYPE_CHECKING:
    from mlroles.catalogue.text.document import Document

DATA, TABLES = (".yaml", ".yml", ".json"), (".csv", ".tsv")
ENDINGS = (*DATA, *TABLES, ".txt", ".md", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html")
"""What the name of a file ends with, whether there is one or not."""
NAMES = ("name", "skill", "title", "label")
LEVEL_KEYS = ("level", "proficiency")
LISTS = ("keywords", "skills", "items", "technologies", "tools")
"""What others call the fields of a skill, or of a group of skills; the first counts."""
RESUME = ("$schema", "basics", "education", "projects", "volunteer", "work")
"""Fields by which a file is a JSON Resume."""

_OURS = re.compile(r"^\s*skills\s*:", re.MULTILINE)
_JSON = re.compile(r"\s*[\[{]")
_PROSE = re.compile(
    r"\b(?:I|my|we|our|the|an?|with|for|to|was|were|have|has|is|are|in|at|on|ich|und|der|die|le|les"
    r"|des|el|los|una?)\b"
)
"""Words that sentences have and lists of skills lack."""


def read_profile(catalogue: Catalogue, given: str) -> Profile:
    """The profile that is meant by a list of skills, the name of a file, or `-`: standard input.

    A list may name files too. Words that mean no skill are in `unknown`. Raises `UnreadableFile`
    where there is no such file, or one that is not read, `InvalidFile` where it is not what it
    should be, and `AskedWrongly` where a list holds what is not a level, or nothing at all.
    """
    listed: list[Said] = []
    about: dict[str, Any] = {}
    for piece in [Said(given)] if _is_file(catalogue, given) else _split(given):
        if _is_file(catalogue, piece.word):
            said, told = _of_file(catalogue, piece.word)
            listed += said
            about = {**told, **about}
        else:
            listed.append(piece)
    if len(listed) > SKILLS.most:
        raise AskedWrongly(f"these are more than {SKILLS}", "leave out those that matter least")
    found = profile(catalogue, listed, **about)
    if not found.skills and not found.unknown:
        raise AskedWrongly("no skill is named", "name some, such as 'python:3, sql, k8s:2'")
    return found


def _split(text: str) -> Iterator[Said]:
    """The pieces of a list, and one more than there may be where there are too many."""
    return islice(split_list(text), SKILLS.most + 1)


def _is_file(catalogue: Catalogue, given: str) -> bool:
    """Whether a file is meant, and not a skill of that name."""
    if given == STANDARD_INPUT or (os.sep in given and os.path.isfile(given)):
        return True
    meant = given.lower().endswith(ENDINGS) and not re.search("[,;:\n]", given)
    return (meant or os.path.isfile(given)) and not catalogue.is_skill(given)


def _of_file(catalogue: Catalogue, path: str) -> tuple[list[Said], dict[str, Any]]:
    """What a file says of skills, and of the person."""
    content = read_whole(path, FILE)
    name = "standard input" if path == STANDARD_INPUT else path
    text = readable_text(content, name)
    if kind_of_binary(content):
        return list(_of_text(catalogue, text)), {}
    ending = os.path.splitext(path)[1].lower()
    if ending in DATA or (ending not in TABLES and (_OURS.search(text) or _JSON.match(text))):
        from mlroles.catalogue.text.reading import read_document  # few profiles are files

        return _of_document(catalogue, read_document(text.encode(), name), name)
    records = rows_of(text)
    rows = [row.cells for row in records]
    if ending in TABLES or (rows and _column(rows[0], NAMES[:2]) is not None and len(rows[0]) > 1):
        for row in records:
            if row.problem:
                told = f"line {row.line} of {name} cannot be read: {row.problem}"
                raise UnreadableFile(told, "correct the line, or give one skill a line")
        return list(_of_table(rows)), {}
    listed = list(_split(text))
    if any(_is_prose(said.word) for said in listed):
        return list(_of_text(catalogue, text)), {}
    return listed, {}


def _of_text(catalogue: Catalogue, text: str) -> Iterator[Said]:
    """The skills that sentences name, as those of a CV do."""
    from mlroles.core.adverts.cv import cv_profile  # lists need no sentences to be read
    from mlroles.core.adverts.document import read_document
    from mlroles.core.adverts.skills import SkillFinder

    document = read_document(text)
    found = cv_profile(document, SkillFinder(catalogue)(document))
    for skill, level in found.skills.items():
        said = None if skill in found.assumed else level
        yield Said(skill, said, evidence=found.evidence[skill])


def _is_prose(piece: str) -> bool:
    words = len(piece.split())
    return words > 8 or (words > 3 and bool(_PROSE.search(piece)))


def _column(header: list[str], names: tuple[str, ...]) -> int | None:
    folded = [fold(cell).removesuffix("s") for cell in header]
    return next((folded.index(name) for name in names if name in folded), None)


def _of_table(rows: list[list[str]]) -> Iterator[Said]:
    """The skills of a table; without a heading, a level belongs to the cell before it."""
    skill, level = (_column(rows[0], names) for names in (NAMES, LEVEL_KEYS)) if rows else (0, None)
    for row in rows if skill is None else rows[1:]:
        if skill is None:
            for cell, behind in zip(row, [*row[1:], ""], strict=True):
                if cell.strip() and not level_said(cell):
                    yield Said(cell, level_said(behind))
        elif skill < len(row) and row[skill].strip():
            told = row[level] if level is not None and level < len(row) else None
            yield from (said._replace(level=level_said(told)) for said in split_list(row[skill]))


def _of_document(
    catalogue: Catalogue, document: "Document", name: str
) -> tuple[list[Said], dict[str, Any]]:
    """What a document of YAML or JSON says. Raises `InvalidFile`, with a place for each problem."""
    data, about = document.data, {}
    if not isinstance(data, dict):
        data = {"skills": data}
    resume = isinstance(data.get("skills"), list) or any(key in data for key in RESUME)
    if document.problems or not resume:
        document.data = {**data, "skills": {}} if "skills" in data else data
        ours = shaped(document, name, ProfileFile)
        about = {"name": ours.name, "role": ours.role}
        about["rung"] = ours.rung or (catalogue.ladder.usual if ours.role else None)
    elif isinstance(basics := data.get("basics"), dict) and isinstance(basics.get("name"), str):
        about = {"name": basics["name"]}
    reader = _Reader(catalogue, document)
    place: Path = ("skills",) if isinstance(document.data, dict) else ()
    listed = list(reader.skills(data.get("skills"), place))
    for part in ("work", "projects", "volunteer") if resume else ():
        for position, item in enumerate(data.get(part) or ()):
            if isinstance(item, dict):
                listed += reader.keywords(item, (part, position))
    if resume and (told := "\n".join(sentences(data))):
        listed += _of_text(catalogue, told)
    if rung := about.get("rung"):
        try:
            about["rung"] = rung_typed(catalogue.ladder, rung)
        except AskedWrongly as error:
            reader.report(("rung",), error.what, error.remedy, "unknown-reference")
    if role := about.get("role"):
        try:
            catalogue.role(role)
        except AskedWrongly as error:
            reader.report(("role",), error.what, error.remedy, "unknown-reference")
    if reader.problems:
        raise invalid(name, reader.problems)
    return listed, about


class _Reader:
    """Reads skills in whatever shape they stand, and keeps what cannot be used as problems."""

    def __init__(self, catalogue: Catalogue, document: "Document") -> None:
        self.problems: list[Problem] = []
        self._catalogue = catalogue
        self._document = document

    def report(self, path: Path, what: str, remedy: str, rule: str = "shape") -> None:
        self.problems.append(an_error(self._document.place(path), rule, what, remedy))

    def skills(
        self, data: object, path: Path, level: int | None = None, heading: bool = False
    ) -> Iterator[Said]:
        """What a text, a list or a mapping says of skills, all at one level if none is given."""
        if isinstance(data, str):
            for said in split_list(data):
                try:
                    written = said._replace(level=level, heading=heading)
                    yield from skills_in(self._catalogue.is_skill, written)
                except AskedWrongly as error:
                    self.report(path, error.what, error.remedy)
        elif isinstance(data, list):
            for position, item in enumerate(data):
                yield from self.skills(item, (*path, position), level)
        elif isinstance(data, dict):
            yield from self._mapping(data, path, level)
        elif data is not None:
            self.report(path, f"{data!r} is not the name of a skill", "write the name of a skill")

    def keywords(self, item: dict[str, Any], path: Path) -> Iterator[Said]:
        """The skills that an entry of a résumé lists as keywords."""
        for key in LISTS:
            yield from self.skills(item.get(key), (*path, key))

    def _mapping(self, data: dict[str, Any], path: Path, level: int | None) -> Iterator[Said]:
        keys = {fold(key): key for key in reversed(data)}
        name = next((keys[word] for word in NAMES if word in keys), None)
        told = next((keys[word] for word in LEVEL_KEYS if word in keys), None)
        if name is None and not keys.keys() <= {*LEVEL_KEYS, LISTS[0]}:
            for key, value in data.items():
                yield from self._pair(key, value, (*path, key), level)
            return
        level = level_said(data[told]) if told else level
        lists = [keys[word] for word in LISTS if word in keys]
        below = [said for key in lists for said in self.skills(data[key], (*path, key), level)]
        if name:
            yield from self.skills(data[name], (*path, name), level, heading=bool(below))
        yield from below

    def _pair(self, key: str, value: object, path: Path, level: int | None) -> Iterator[Said]:
        """A skill with its level, or a heading with what stands below it."""
        if value is None or level_said(value):
            yield from self.skills(key, path, level_said(value) or level)
        elif isinstance(value, list | dict):
            below = list(self.skills(value, path, level))
            yield from self.skills(key, path, level, heading=bool(below))
            yield from below
        elif isinstance(value, str):
            yield from self.skills(f"{key}: {value}", path, level)
        else:
            self.report(path, f"{value!r} is not a level from 1 to 4", f"write {levels_told()}")
