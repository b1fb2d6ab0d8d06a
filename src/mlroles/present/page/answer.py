"""The base of the classes that answers are made of, and what follows from such a class."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from mlroles.core.model.vocabulary import Value

Scalar = str | int | float | bool | None
Refer = Callable[[str, str], "Answer"]
"""Makes a reference of the name of a field and an id."""

AnswerT = TypeVar("AnswerT", bound="Answer")

Words = Mapping[Any, tuple[str, ...]]
"""Type of the keys of a mapping -> the keys that a catalogue has, such as its rungs."""

SHORT = 60
"""The most characters of a field that a class shows of itself."""


class Answer(Value, frozen=True, kw_only=True):
    """An object of the JSON contract. Every field is always there: null or [] where unknown.

    What a field means stands at the field, as `Annotated[…, about("…")]`; the schema and
    docs/json.md are made from it.
    """

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, exactly as in JSON."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain

    def __repr__(self) -> str:
        """The class with the fields that are short."""
        found = {k: v for k, v in self.to_dict().items() if not isinstance(v, dict | list)}
        shown = (f"{k}={v!r}" for k, v in found.items() if len(str(v)) <= SHORT)
        return f"{type(self).__name__}({', '.join(shown)})"

    def _repr_html_(self) -> str:
        """The answer as a table for notebooks."""
        return _html(self.to_dict())


def filled(
    kind: type[AnswerT], result: object, refer: Refer | None = None, /, **given: object
) -> AnswerT:
    """An answer with the fields that are given, and all others by their names from a result.

    The result is an object or a dict. Objects within it become answers too; ids become references
    where `refer` makes them.
    """
    values = given if not isinstance(result, Mapping) else {**result, **given}
    found = {}
    for name, inner in _inner(kind).items():
        value = values[name] if name in values else getattr(result, name)
        found[name] = _filled(inner, name, value, refer)
    return kind(**found)


def _filled(kind: type[Answer] | None, key: str, value: Any, refer: Refer | None) -> Any:
    if isinstance(value, list | tuple):
        return [_filled(kind, key, one, refer) for one in value]
    if kind is None or value is None or isinstance(value, Answer):
        return value
    return refer(key, value) if refer and isinstance(value, str) else filled(kind, value, refer)


@cache
def _inner(kind: type[Answer]) -> dict[str, type[Answer] | None]:
    """Field -> the class of the answers in it, or None."""
    fields = msgspec.structs.fields(kind)
    return {field.name: next(iter(classes_within(field.type)), None) for field in fields}


class Answers(list[AnswerT]):
    """Several answers; in a notebook, a table of them."""

    def to_dict(self) -> list[dict[str, Any]]:
        """The answers as plain data, exactly as in JSON."""
        return [answer.to_dict() for answer in self]

    def _repr_html_(self) -> str:
        return _html(self.to_dict())


def plain_data(data: object) -> Any:
    """An answer, or a list of answers, as dicts, lists and scalars."""
    return msgspec.to_builtins(data)


def classes_within(kind: Any) -> tuple[type[Answer], ...]:
    """The classes that a type is, may be or lists; none for numbers and text."""
    if isinstance(kind, type) and issubclass(kind, Answer):
        return (kind,)
    args = get_args(kind)[:1] if get_origin(kind) is Annotated else get_args(kind)
    return tuple(dict.fromkeys(found for arg in args for found in classes_within(arg)))


def tables(kinds: tuple[type[Answer], ...]) -> dict[str, tuple[type[Answer], ...]]:
    """The lists of objects in answers of some classes: field -> the classes of its rows."""
    found: dict[str, tuple[type[Answer], ...]] = {}
    for kind in kinds:
        for field in msgspec.structs.fields(kind):
            if _is_list(field.type) and (rows := classes_within(field.type)):
                before = found.get(field.encode_name, ())
                found[field.encode_name] = tuple(dict.fromkeys((*before, *rows)))
    return found


def table_at(kinds: tuple[type[Answer], ...], path: str) -> tuple[type[Answer], ...]:
    """The classes of the rows of a list deeper in answers: its path is keys joined by dots."""
    for key in path.split("."):
        kinds = tuple(
            inner
            for kind in kinds
            for field in msgspec.structs.fields(kind)
            if field.encode_name == key
            for inner in classes_within(field.type)
        )
    return kinds


def columns(kinds: tuple[type[Answer], ...], words: Words) -> tuple[str, ...]:
    """The columns of rows of some classes, as paths of keys joined by dots.

    An object in a row becomes columns of its own, a list of text or of references one column. A
    list of other objects is a table of its own and no part of the row.
    """
    return tuple(dict.fromkeys(path for kind in kinds for path in _columns(kind, words)))


def _columns(kind: type[Answer], words: Words) -> Iterator[str]:
    for field in msgspec.structs.fields(kind):
        inner = classes_within(field.type)
        keys = _keys(field.type, words)
        if keys:
            yield from (f"{field.encode_name}.{key}" for key in keys)
        elif not inner or (_is_list(field.type) and all(map(_is_reference, inner))):
            yield field.encode_name
        elif not _is_list(field.type):
            yield from (f"{field.encode_name}.{path}" for path in columns(inner, words))


def paths(kinds: tuple[type[Answer], ...], words: Words) -> tuple[str, ...]:
    """Every path of keys in answers of some classes; lists are passed through."""
    tags = (kind.__struct_config__.tag_field for kind in kinds)
    found: dict[str, None] = dict.fromkeys(filter(None, tags))
    for kind in kinds:
        for field in msgspec.structs.fields(kind):
            found[field.encode_name] = None
            below = (*paths(classes_within(field.type), words), *_keys(field.type, words))
            found |= dict.fromkeys(f"{field.encode_name}.{path}" for path in below)
    return tuple(found)


def value_at(data: Any, path: tuple[str, ...]) -> Any:
    """What stands at a path in plain data; None where nothing does. Lists are passed through."""
    for position, key in enumerate(path):
        if isinstance(data, list):
            return [value_at(item, path[position:]) for item in data]
        data = data.get(key) if isinstance(data, dict) else None
    return data


def rows_at(data: Any, path: str) -> list[Any]:
    """The objects in the lists at a path of keys joined by dots."""
    found = value_at(data, tuple(path.split("."))) or []
    return (
        [row for rows in found for row in rows] if found and isinstance(found[0], list) else found
    )


def cell(value: Any) -> Scalar:
    """A value in a cell of a table: the items of a list one after another, objects by their id."""
    if isinstance(value, list):
        return "; ".join(str(shown) for item in value if (shown := cell(item)) is not None)
    return value.get("id") if isinstance(value, dict) else value


def json_text(value: object) -> str:
    """Plain data as JSON on one line."""
    return msgspec.json.encode(value).decode()


def kept(data: Any, wanted: Mapping[str, Any]) -> Any:
    """Plain data with the wanted keys only: key -> what is wanted below it, or {} for all."""
    if isinstance(data, list):
        return [kept(item, wanted) for item in data]
    if not isinstance(data, dict) or not wanted:
        return data
    return {key: kept(data[key], below) for key, below in wanted.items() if key in data}


def without(data: Any, path: Sequence[str]) -> Any:
    """Plain data without what stands at a path. Lists are passed through."""
    if isinstance(data, list):
        return [without(item, path) for item in data]
    if not isinstance(data, dict):
        return data
    key, *below = path
    return {k: without(v, below) if k == key else v for k, v in data.items() if below or k != key}


def _is_list(kind: Any) -> bool:
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if get_origin(bare) in (Union, UnionType):
        return any(map(_is_list, get_args(bare)))
    return get_origin(bare) in (list, tuple)


def _is_reference(kind: type[Answer]) -> bool:
    return kind.__struct_fields__ == ("id", "name")


def _keys(kind: Any, words: Words) -> tuple[str, ...]:
    """The keys of a mapping from one of a few words, such as the rungs, to a number or text."""
    if get_origin(kind) is dict:
        key, values = get_args(kind)
        known = get_args(key) if get_origin(key) is Literal else words.get(key, ())
        return () if classes_within(values) else known
    return next((keys for arg in get_args(kind) if (keys := _keys(arg, words))), ())


def _html(data: Any) -> str:
    from html import escape  # only notebooks need it

    if isinstance(data, dict):
        rows = "".join(f"<tr><th>{escape(k)}</th><td>{_html(v)}</td></tr>" for k, v in data.items())
        return f"<table>{rows}</table>"
    if isinstance(data, list) and data and isinstance(data[0], dict):
        head = "".join(f"<th>{escape(key)}</th>" for key in data[0])
        rows = "".join(
            f"<tr>{''.join(f'<td>{_html(v)}</td>' for v in item.values())}</tr>" for item in data
        )
        return f"<table><tr>{head}</tr>{rows}</table>"
    if isinstance(data, list):
        return "; ".join(map(_html, data))
    return "" if data is None else escape(str(data))
