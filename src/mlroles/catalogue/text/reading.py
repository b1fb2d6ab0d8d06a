"""Read a file's content as a document: YAML, JSON, or a text with a head."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable

from mlroles.catalogue.text.document import CONTROL, Document
from mlroles.catalogue.text.yaml_text import Unusual, read, read_quickly
from mlroles.core.model.limits import NESTING
from mlroles.core.model.problem import Place, an_error

_ESCAPED = re.compile(r"\\(?:u(?:00[0189]|007[fF]|202[89]|[dD][89a-fA-F])|[bfr])")
"""What stands in JSON for control characters, or for halves of a character."""


def read_document(content: bytes, file: str) -> Document:
    """Read a file's content: YAML, JSON or, where the name ends in .md, a text with a head.

    Most files have no problem and nobody asks for a place in them, so they are read quickly
    first, and once more with all places if there is a need.
    """
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].split(b"\n")
        place = Place(file=file, line=len(before), column=len(before[-1].decode()) + 1)
        told, remedy = "the text is not UTF-8 from here on", "save the file as UTF-8"
        return Document(None, [an_error(place, "encoding", told, remedy)], dict)
    if file.endswith(".md"):
        return _read_with_head(text, file)
    try:
        data = _read_json(text) if file.endswith(".json") else read_quickly(text)
    except (Unusual, ValueError, RecursionError):
        return read(text, file)
    # What was read is kept as bytes alone: a large catalogue has many texts.
    return Document(data, (), lambda: read(content.decode(), file).places)


def _read_json(text: str) -> object:
    """The data of a JSON text. Raises `ValueError` where the thorough reader has to judge."""
    import json  # only catalogues in one file need it

    if _ESCAPED.search(text):
        raise ValueError(text)
    data = json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    if _is_deep(data):
        raise ValueError(text)
    return data


def json_value(text: str) -> object:
    """The value of a JSON text. Raises `JSONDecodeError`, or `RecursionError` if it is too deep.

    Python itself may read what is deeper, by its version.
    """
    import json

    data: object = json.loads(text)
    if text.count("[") + text.count("{") > NESTING.most and _is_deep(data):
        raise RecursionError
    return data


def _is_deep(data: object) -> bool:
    """Whether values stand in one another deeper than they may."""
    level = [data] if isinstance(data, dict | list) else []
    for _ in range(NESTING.most):
        inner = (v for of in level for v in (of.values() if isinstance(of, dict) else of))
        level = [value for value in inner if isinstance(value, dict | list)]
    return any(level)


def _without_repeats(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(key)
        found[key] = value
    return found


def _no_constant(word: str) -> object:
    raise ValueError(word)


def _read_with_head(text: str, file: str) -> Document:
    """Read a text with a head: YAML between two lines of '---', and below it prose.

    The prose is the value of `text` in the data. Whatever is wrong is in `problems`.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"][:2]
    if len(ends) < 2 or ends[0]:
        told, remedy = "this file has no head", "begin it with '---', fields, and another '---'"
        problem = an_error(Place(file=file), "head", told, remedy)
        return Document(None, (problem,), lambda: {(): problem.place})
    head = read("\n".join(["", *lines[1 : ends[1]], ""]), file)  # the first line keeps its number
    if not isinstance(head.data, dict):
        return head
    first = ends[1] + 1
    while first < len(lines) - 1 and not lines[first].strip():
        first += 1
    problems = []
    if "text" in head.data:
        told, remedy = "the text stands below the head", "remove the field 'text'"
        problems.append(an_error(head.place(("text",)), "head", told, remedy))
    for number, line in enumerate(lines[first:], start=first + 1):
        if found := CONTROL.search(line):
            place = Place(file=file, line=number, column=found.start() + 1)
            told = f"the text holds the control character {found[0]!r}"
            problems.append(an_error(place, "control-character", told, "remove it"))
    head.data["text"] = "\n".join(lines[first:]).strip()
    head.places["text",] = Place(file=file, line=first + 1)
    return Document(None if problems else head.data, problems, lambda: head.places)
