"""Plain data into values of the model and back, and all that is wrong with its shape."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

import msgspec

T = TypeVar("T")

Path = tuple[str | int, ...]
"""Keys and positions that lead from the top of a document to a place in it."""

Finding = tuple[Path, str, str]
"""A place, what is wrong there, and what to do."""


def encode(value: object) -> bytes:
    """Write a value of the model as compact JSON."""
    return msgspec.json.encode(value)


def decode(text: bytes, kind: type[T]) -> T:
    """Read what `encode` wrote. Raises `ValueError` where the text is no such value."""
    return msgspec.json.decode(text, type=kind)


def convert(data: object, kind: type[T]) -> T:
    """Make a value of the model from plain data that has no `shape_problems`."""
    return msgspec.convert(data, kind)


def shape_problems(data: object, kind: Any, path: Path = ()) -> Iterator[Finding]:
    """Everything in which plain data differs from a type of the model, not only the first."""
    bare, limits = _bare(kind)
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct) and isinstance(data, dict):
        yield from _struct_problems(data, bare, path)
    elif get_origin(bare) is list and isinstance(data, list):
        yield from _leaf_problems(data, Annotated[list[Any], *limits] if limits else list, path)
        for position, item in enumerate(data):
            yield from shape_problems(item, get_args(bare)[0], (*path, position))
    elif get_origin(bare) is dict and isinstance(data, dict):
        for key, item in data.items():
            yield from shape_problems(item, get_args(bare)[1], (*path, key))
    else:
        yield from _leaf_problems(data, kind, path)


def _struct_problems(
    data: dict[Any, Any], kind: type[msgspec.Struct], path: Path
) -> Iterator[Finding]:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    for key in data:
        if key not in fields:
            yield (*path, key), f"{key!r} is no field here", _nearest(str(key), list(fields))
    for name, field in fields.items():
        if name in data:
            yield from shape_problems(data[name], field.type, (*path, name))
        elif field.required:
            yield path, f"the field {name!r} is missing", f"add '{name}: …'{_meaning(field.type)}"


def _leaf_problems(data: object, kind: Any, path: Path) -> Iterator[Finding]:
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        choices = _choices(kind)
        if choices and isinstance(data, str):
            yield path, f"{data!r} is not one of the allowed values", _nearest(data, choices)
        else:
            told = str(error).split(" - at ")[0].replace("`", "'")
            shown = repr(data) if isinstance(data, str | int | float | None) else "this value"
            yield path, f"{shown} does not fit: {told}", f"mend it{_meaning(kind)}"


def _bare(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(kind) is Annotated:
        bare, *limits = get_args(kind)
        return bare, tuple(limits)
    return kind, ()


def _choices(kind: Any) -> list[str]:
    bare = _bare(kind)[0]
    if get_origin(bare) is Literal:
        return [str(choice) for choice in get_args(bare)]
    return [choice for part in get_args(bare) for choice in _choices(part)]


def _meaning(kind: Any) -> str:
    told = [meta.description for meta in _bare(kind)[1] if getattr(meta, "description", None)]
    return f" ({told[-1]})" if told else ""


def _nearest(wrong: str, known: list[str]) -> str:
    # Only a mistake pays for loading the library that measures likeness.
    from mlroles.core.likeness import closest

    near = closest(wrong, {word: [word] for word in known}, limit=1)
    return f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(known)}"
