"""An entry of the catalogue as YAML in which a comment says of every field what it means."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from textwrap import shorten, wrap
from typing import Any

from mlroles.catalogue.text.yaml_text import written
from mlroles.core.model.shape import choices, class_within, expected, fields, meaning
from mlroles.core.model.vocabulary import Value

FEW = 2
"""How many items of a list the template keeps, unless the list is one of WHOLE."""

WHOLE = {"rungs", "level_statements"}

WIDTH = 96
"""The columns of a line, apart from its indentation, where it can be broken."""

LONGEST_EXAMPLE = 72

EMPTY: tuple[Any, ...] = (None, [], {})


def template(
    kind: type[Value],
    values: Mapping[str, Any],
    example: Mapping[str, Any] | None = None,
    leave_out: Collection[str] = (),
    wanted: Collection[str] = (),
) -> str:
    """An entry of a class of the model, field by field, each with a comment above it.

    What `values` holds, as plain data, is written, long lists cut to their first items. Every
    other mandatory field, and at all depths those that are `wanted`, is left blank, to be filled
    in; every other optional one is commented out. What `example` holds is shown in short beside
    the blanks and in the comments. Fields in `leave_out` are skipped.
    """
    return "\n".join(_entry(kind, values, example or {}, wanted, leave_out)) + "\n"


def _entry(
    kind: type[Value],
    values: Mapping[str, Any],
    example: Mapping[str, Any],
    wanted: Collection[str],
    leave_out: Collection[str] = (),
) -> Iterator[str]:
    before: list[str] = []
    for field in fields(kind):
        if field.name in leave_out:
            continue
        value, shown = values.get(field.name), example.get(field.name)
        comment = list(_comment(field, shown if value in EMPTY else None, wanted))
        if comment != before:  # what is said of the field above need not be said again
            yield from comment
        before = comment
        yield from _field(field, value, shown, wanted)


def _comment(field: Any, shown: Any, wanted: Collection[str]) -> Iterator[str]:
    need = "mandatory" if field.required else "wanted" if field.name in wanted else "optional"
    told = f"# {need}, {meaning(field.type)}"
    yield from wrap(told, WIDTH, subsequent_indent="#   ")
    plain = not class_within(field.type) and not choices(field.type)
    if need != "optional" and shown and plain and "number" not in expected(field.type):
        listed = isinstance(shown, list)
        told = f"[{', '.join(map(str, shown[:FEW]))}]" if listed else _brief(field.type, shown)
        yield f"# such as: {told}"


def _field(field: Any, value: Any, shown: Any, wanted: Collection[str]) -> Iterable[str]:
    """The lines of a field: its value, blanks to be filled in, or an example commented out."""
    inner = class_within(field.type)
    if value in EMPTY:
        if not field.required and field.name not in wanted:
            told = written({field.name: _brief(field.type, shown)}, WIDTH) if shown else None
            return _indented((told or f"{field.name}:").split("\n"), "# ")
        if inner is None:
            return [f"{field.name}:"]
        value = [{}] if expected(field.type).startswith("a list") else {}
    if inner is None:
        return written({field.name: _few(field.name, value)}, WIDTH).split("\n")
    if isinstance(value, list):
        lines = _items(inner, _few(field.name, value), (shown or [{}])[0], wanted)
        return [f"{field.name}:", *_indented(lines, "  ")]
    return [f"{field.name}:", *_indented(_entry(inner, value, shown or {}, wanted), "  ")]


def _items(
    kind: type[Value], values: list[Any], example: Mapping[str, Any], wanted: Collection[str]
) -> Iterator[str]:
    """The first item with comments, the others with no more than their values and blanks."""
    for position, value in enumerate(values):
        lines = list(_entry(kind, value, example, wanted))
        if position:
            lines = [line for line in lines if not line.lstrip().startswith("#")]
        first = next(i for i, line in enumerate(lines) if not line.startswith("#"))
        yield from _indented(lines[:first], "  ")
        yield f"- {lines[first]}"
        yield from _indented(lines[first + 1 :], "  ")


def _few(name: str, value: Any) -> Any:
    return value[:FEW] if isinstance(value, list) and name not in WHOLE else value


def _brief(kind: Any, value: Any) -> Any:
    """An example cut to the first item of each list and the beginning of each text."""
    inner = class_within(kind)
    if isinstance(value, list):
        return [_brief(kind, item) for item in value[:1]]
    if isinstance(value, dict) and inner:
        types = {field.name: field.type for field in fields(inner)}
        return {name: _brief(types[name], item) for name, item in value.items()}
    if isinstance(value, dict):
        return dict(list(value.items())[:FEW])
    if isinstance(value, str):
        return shorten(value, LONGEST_EXAMPLE, placeholder=" …")
    return value


def _indented(lines: Iterable[str], indent: str) -> Iterator[str]:
    return (indent + line for line in lines)
