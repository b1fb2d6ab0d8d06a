"""Plain data into values of the model, and all that is wrong with its shape."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from mlroles.core.model.vocabulary import Value

T = TypeVar("T")

Path = tuple[str | int, ...]
"""Keys and positions that lead from the top of a document to a place in it."""

Finding = tuple[Path, str, str]
"""A place, what is wrong there, and what to do."""

_NOUNS: dict[Any, str] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
}

_HOW = {
    "a list": ": each item after '- ', or all of them between [ and ]",
    "a mapping": ": lines of the form 'field: value'",
}

LONGEST_QUOTE = 40
"""How much of a wrong text is shown."""


@cache  # looking at a class takes long, and a large catalogue has many entries of few classes
def fields(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """The fields of a class of the model, in order: name, type and whether each is required."""
    return msgspec.structs.fields(kind)


def class_within(kind: Any) -> type[Value] | None:
    """The class of the model that a type is, or that it lists; None where there is none."""
    bare = _bare(kind)[0]
    for part in (bare, *get_args(bare)):
        inner = _bare(part)[0]
        if isinstance(inner, type) and issubclass(inner, Value):
            return inner
    return None


def meaning(kind: Any) -> str:
    """What a type is there for, in a few words, and the words that it may be chosen from."""
    told = [meta.description for meta in _metas(kind) if meta.description][-1:]
    words, inner = choices(kind), class_within(kind)
    if not told and inner:
        summary = (inner.__doc__ or "").splitlines()[0].rstrip(".")
        told = [summary[0].lower() + summary[1:]]
    elif not told and not words:
        told = [expected(kind)]
    return "; ".join([*told, f"one of: {', '.join(words)}"] if words else told)


def convert(data: object, kind: type[T]) -> T:
    """Make a value of the model from plain data that has no `shape_problems`."""
    return msgspec.convert(data, kind)


def plain(value: object) -> Any:
    """A value of the model as plain data, to be changed and made a value again by `convert`."""
    return msgspec.to_builtins(value)


def shape_problems(data: object, kind: Any, path: Path = ()) -> Iterator[Finding]:
    """Everything in which plain data differs from a type of the model, not only the first."""
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError:
        yield from _differences(data, kind, path)


def _differences(data: object, kind: Any, path: Path) -> Iterator[Finding]:
    parts = _parts(kind)
    # What may be left out is checked like what may not, once it is there.
    bare, limits = _bare(parts[0] if data is not None and len(parts) == 1 else kind)
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct) and isinstance(data, dict):
        yield from _struct_problems(data, bare, path)
    elif get_origin(bare) is list and isinstance(data, list):
        yield from _leaf_problems(data, Annotated[list[Any], *limits] if limits else list, path)
        for position, item in enumerate(data):
            yield from shape_problems(item, get_args(bare)[0], (*path, position))
    elif get_origin(bare) is dict and isinstance(data, dict):
        for key, item in data.items():
            yield from shape_problems(key, get_args(bare)[0], (*path, key))
            yield from shape_problems(item, get_args(bare)[1], (*path, key))
    else:
        yield from _leaf_problems(data, kind, path)


def _struct_problems(
    data: dict[Any, Any], kind: type[msgspec.Struct], path: Path
) -> Iterator[Finding]:
    known = {field.name: field for field in fields(kind)}
    absent = [name for name in known if name not in data]
    misspelt = set()
    for key in data:
        if key not in known:
            meant = _closest(key, absent)
            misspelt.add(meant)
            yield (*path, key), f"no field called {key!r} here", _choose(meant, absent)
    for name, field in known.items():
        if name in data:
            yield from shape_problems(data[name], field.type, (*path, name))
        elif field.required and name not in misspelt:
            yield path, f"the field {name!r} is missing", f"add '{name}: …'{_about(field.type)}"


def _leaf_problems(data: object, kind: Any, path: Path) -> Iterator[Finding]:
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError:
        yield path, *_mismatch(data, kind)


def _mismatch(data: object, kind: Any) -> tuple[str, str]:
    """What is wrong with a value that does not fit a type, and what to do."""
    shown, wanted, limits = _shown(data), expected(kind), _limits(kind)
    about = _about(kind)
    if words := choices(kind):
        told = f"{shown} is not one of the allowed values"
        return told, _choose(_closest(data, words), words)
    if isinstance(data, str) and "text" in wanted:
        most = limits.get("max_length", len(data))
        if len(data) > most:
            return f"{shown} is too long", f"write at most {most} characters{about}"
        if not data:
            return "this text is empty", f"write it{about}"
        return f"{shown} does not have the right form", f"give it the right form{about}"
    if isinstance(data, int | float) and "text" in wanted:
        return f"{shown} is not text", "put quotes around it"
    how = _HOW.get(wanted.partition(" with")[0], about)
    return f"{shown} is not {wanted}", f"write {wanted}{how}"


def _bare(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(kind) is Annotated:
        bare, *limits = get_args(kind)
        return bare, tuple(limits)
    return kind, ()


def _parts(kind: Any) -> list[Any]:
    """The types that a union allows, but for null; or else the type by itself."""
    bare = _bare(kind)[0]
    if get_origin(bare) in (Union, UnionType):
        return [part for part in get_args(bare) if part is not type(None)]
    return [kind]


def _metas(kind: Any) -> list[msgspec.Meta]:
    """What is said of a type, the general before the particular."""
    metas = [*(meta for part in _parts(kind) for meta in _bare(part)[1]), *_bare(kind)[1]]
    return [meta for position, meta in enumerate(metas) if meta not in metas[:position]]


def _about(kind: Any) -> str:
    """What belongs here: where there is a form to keep to, both the form and the meaning."""
    metas = _metas(kind)
    told = [meta.description for meta in metas if meta.description]
    if not any(meta.pattern for meta in metas):
        told = told[-1:]
    return f" ({'; '.join(told)})" if told else ""


def _limits(kind: Any) -> dict[str, Any]:
    names = ("ge", "le", "min_length", "max_length")
    found = [(name, getattr(meta, name)) for meta in _metas(kind) for name in names]
    return {name: limit for name, limit in found if limit is not None}


def choices(kind: Any) -> list[str]:
    """All that may be written where there are words to choose from; else an empty list."""
    parts = [_bare(part)[0] for part in _parts(kind)]
    words = [str(word) for part in parts if get_origin(part) is Literal for word in get_args(part)]
    return ["true", "false", *words] if words and bool in parts else words


def expected(kind: Any) -> str:
    """What a type allows, in words."""
    limits = _limits(kind)
    told = []
    for part in _parts(kind):
        bare = _bare(part)[0]
        word = _NOUNS.get(get_origin(bare) or bare, "a mapping")
        if "number" in word and "le" in limits:
            word += (
                f" from {limits['ge']} to {limits['le']}"
                if "ge" in limits
                else (f" of at most {limits['le']}")
            )
        elif "number" in word and "ge" in limits:
            word += f" of at least {limits['ge']}"
        elif word == "a list" and "min_length" in limits:
            word += f" with at least {limits['min_length']} item"
        elif word == "a list" and "max_length" in limits:
            word += f" of at most {limits['max_length']} items"
        told.append(word)
    return " or ".join(told)


def _shown(data: object) -> str:
    if data is None:
        return "an empty value"
    if isinstance(data, bool):
        return str(data).lower()
    if isinstance(data, list | dict):
        kind = "list" if isinstance(data, list) else "mapping"
        return f"a {kind} of {len(data)} item{'s' if len(data) != 1 else ''}"
    if isinstance(data, str) and len(data) > LONGEST_QUOTE:
        return f"{data[:LONGEST_QUOTE] + '…'!r} ({len(data)} characters)"
    return repr(data)


def _closest(wrong: object, known: list[str]) -> str | None:
    # Only a mistake pays for loading the library that measures likeness.
    from mlroles.core.model.likeness import closest

    near = closest(str(wrong), {word: [word] for word in known})
    return near[0] if near else None


def _choose(meant: str | None, known: list[str]) -> str:
    if meant:
        return f"did you mean {meant!r}?"
    return f"choose from {', '.join(known)}" if known else "remove it"
