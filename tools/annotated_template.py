"""An entry of the catalogue as YAML in which every field says what it means."""

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

import msgspec
import yaml

from mlroles.core.shape import choices, expected

FEW = 2
"""How many items of a list the template keeps, unless the list is one of WHOLE."""

WHOLE = {"levels", "level_statements"}


def annotated(data: Any, kind: Any, leave_out: frozenset[str] = frozenset()) -> str:
    """Write plain data, which has the shape of a class of the model, with a comment per field.

    Fields in `leave_out` are skipped. Long lists are cut to their first items.
    """
    return "\n".join(_struct(data, kind, 0, leave_out)) + "\n"


def _struct(data: Any, kind: Any, depth: int, leave_out: frozenset[str]) -> Iterator[str]:
    for field in msgspec.structs.fields(kind):
        if field.name in leave_out:
            continue
        bare = _bare(field.type)
        comment = f"# {'mandatory' if field.required else 'optional'}, {_told(field.type)}"
        yield " " * depth + comment
        value = data.get(field.name)
        inner = next((a for a in (bare, *get_args(bare)) if _is_struct(_bare(a))), None)
        if value is None or value == []:
            yield f"{' ' * depth}# {field.name}:"
        elif inner is not None and isinstance(value, dict):
            yield f"{' ' * depth}{field.name}:"
            yield from _struct(value, _bare(inner), depth + 2, frozenset())
        elif inner is not None:
            yield f"{' ' * depth}{field.name}:"
            yield from _items(value, _bare(inner), field.name, depth + 2)
        else:
            shown = value if field.name in WHOLE or not isinstance(value, list) else value[:FEW]
            yield from _plain({field.name: shown}, depth)


def _items(values: list[Any], kind: Any, name: str, depth: int) -> Iterator[str]:
    """The first item with comments, the others as they are."""
    first, *rest = values if name in WHOLE else values[:FEW]
    lines = list(_struct(first, kind, depth + 2, frozenset()))
    position = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from lines[:position]
    yield f"{' ' * depth}- {lines[position].lstrip()}"
    yield from lines[position + 1 :]
    for item in rest:
        yield from _plain([item], depth)


def _plain(data: Any, depth: int) -> Iterator[str]:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=96 - depth)
    yield from (" " * depth + line for line in text.rstrip("\n").split("\n"))


def _told(kind: Any) -> str:
    notes = [meta.description for meta in get_args(kind)[1:] if hasattr(meta, "description")]
    listed = [] if get_origin(_bare(kind)) is list else choices(kind)
    meaning = notes[-1] if get_origin(kind) is Annotated and notes else expected(kind)
    return f"{meaning}; one of: {', '.join(listed)}" if listed else meaning


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)
