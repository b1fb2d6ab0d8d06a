"""The JSON Schema of each kind of file that a catalogue has."""

import json
from collections.abc import Collection, Mapping, Sequence
from inspect import cleandoc
from typing import Any, NamedTuple, get_args, get_origin

import msgspec

from mlroles.catalogue.load import load
from mlroles.catalogue.reading.files import FILES, WholeFile
from mlroles.core.model.entries import Role, Skill, TeamTemplate, Topic
from mlroles.core.model.errors import InvalidCatalogue
from mlroles.core.teams.file import TeamFile


class Shape(NamedTuple):
    """What stands in a kind of file."""

    file: str
    kind: Any
    """A class of the model, or a list of one."""
    leave_out: Collection[str] = ()
    """Fields that come from the file's name, or do not stand in its head."""


SHAPES: dict[str, Shape] = {
    "catalogue": Shape("a catalogue in one file, as export json writes it", WholeFile),
    "manifest": Shape("catalogue.yaml", FILES["catalogue.yaml"]),
    "role": Shape("roles/<id>.yaml", Role, {"id"}),
    "skill": Shape("skills/<kind>.yaml", list[Skill], {"kind"}),
    "activity": Shape("activities.yaml", FILES["activities.yaml"]),
    "handoff": Shape("handoffs.yaml", FILES["handoffs.yaml"]),
    "family": Shape("families.yaml", FILES["families.yaml"]),
    "team": Shape("a team file, as team check reads it", TeamFile),
    "team-template": Shape("teams/<id>.yaml", TeamTemplate, {"id"}),
    "topic": Shape("the head of guide/<topic>.md", Topic, {"id", "text"}),
    "pay": Shape("pay.yaml", FILES["pay.yaml"]),
    "source": Shape("sources.yaml", FILES["sources.yaml"]),
}
"""Name of a schema -> what it describes."""


def schema_text(name: str, answer: Any = None, paths: Sequence[str] | None = None) -> str:
    """A schema as JSON, indented: of a kind of file, or of the class of an answer in JSON.

    The rungs and stages in it are those of the catalogue at these paths, as `load` takes them.
    """
    file, kind, leave_out = SHAPES[name] if answer is None else Shape("a JSON answer", answer)
    schema = {"$comment": file, **_with_words(json_schema(kind, name, leave_out), _words(paths))}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


UNSETTLED = ("default", "propertyNames")
"""Keys that are left out of schemas: newer versions of the library alone know the second."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: Any, name: str, leave_out: Collection[str] = ()) -> dict[str, Any]:
    """The JSON Schema, by the name `urn:mlroles:NAME`, of a class of the model or a list of one.

    Fields of the class in `leave_out` are not part of it.
    """
    (top,), parts = msgspec.json.schema_components((kind,), ref_template="#/$defs/{name}")
    for field in leave_out:
        entry = parts[get_args(kind)[0].__name__ if get_origin(kind) is list else kind.__name__]
        del entry["properties"][field]
        entry["required"] = [other for other in entry["required"] if other != field]
    head = {"$schema": DIALECT, "$id": f"urn:mlroles:{name}", "title": name}
    return {**head, **_settled({**top, "$defs": parts})}


def _words(paths: Sequence[str] | None) -> Mapping[str, Sequence[str]]:
    """What a catalogue, sound or not, calls its rungs and stages."""
    try:
        catalogue = load(paths)
    except InvalidCatalogue:
        from mlroles.catalogue.reading.layers import words_at  # a sound one need not be read

        rungs, stages = words_at(paths)
        return {"rung": rungs, "stage": stages}
    return {"rung": catalogue.ladder.ids, "stage": list(catalogue.stages)}


def _with_words(schema: Any, words: Mapping[str, Sequence[str]]) -> Any:
    """A schema in which the words that a catalogue has are listed, instead of what they are."""
    if isinstance(schema, list):
        return [_with_words(part, words) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _with_words(part, words) for key, part in schema.items()}
    if isinstance(kind := schema.get("format"), str) and kind in words:
        pooled = ["all"] if "all:" in schema.get("description", "") else []
        found["enum"] = [*words[kind], *pooled]
        del found["format"]
    return found


def _settled(schema: Any) -> Any:
    """A schema that is the same whichever version of the library made it, and has no defaults.

    What the program takes for what is left out is null or empty or, as for levels, stands for
    "unknown"; an editor would write it down.
    """
    if isinstance(schema, list):
        return [_settled(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _settled(part) for key, part in schema.items() if key not in UNSETTLED}
    if isinstance(told := found.get("description"), str):
        found["description"] = cleandoc(told)
    if isinstance(options := found.get("anyOf"), list):
        found["anyOf"] = sorted(options, key=lambda option: option == {"type": "null"})
    return found
