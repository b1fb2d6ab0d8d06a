"""The classes of the model as JSON Schema, which editors and other programs know."""

from collections.abc import Collection
from typing import Any, get_args, get_origin

import msgspec

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: Any, name: str, leave_out: Collection[str] = ()) -> dict[str, Any]:
    """The JSON Schema, by the name `urn:mlroles:NAME`, of a class of the model or a list of one.

    Fields of the class in `leave_out` are not part of it.
    """
    (top,), parts = msgspec.json.schema_components((kind,), ref_template="#/$defs/{name}")
    entry = parts[get_args(kind)[0].__name__ if get_origin(kind) is list else kind.__name__]
    for field in leave_out:
        del entry["properties"][field]
        entry["required"] = [other for other in entry["required"] if other != field]
    head = {"$schema": DIALECT, "$id": f"urn:mlroles:{name}", "title": name}
    return {**head, **_without_defaults({**top, "$defs": parts})}


def _without_defaults(schema: Any) -> Any:
    """A schema that does not tell what the program takes for what is left out.

    It is null or empty or, as for levels, stands for "unknown"; an editor would write it down.
    """
    if isinstance(schema, list):
        return [_without_defaults(part) for part in schema]
    if isinstance(schema, dict):
        return {key: _without_defaults(part) for key, part in schema.items() if key != "default"}
    return schema
