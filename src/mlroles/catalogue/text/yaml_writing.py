"""Write plain data as YAML that `yaml_text` reads back to the same."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

_PLAIN = re.compile(r"[A-Za-z][\w./()+'’-]*( [\w./()+'’-]+)*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def mapping(data: Mapping[str, object], indent: str = "") -> Iterator[str]:
    """The lines of a mapping: a field on each, and an item on each where a list holds mappings."""
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{key}:\n"
            for item in value:
                yield f"{indent}  - {inline(item)}\n"
        else:
            yield f"{indent}{key}: {inline(value)}\n"


def listing(items: Sequence[Mapping[str, object]], indent: str = "") -> Iterator[str]:
    """The lines of a list of mappings."""
    for item in items:
        lines = mapping(item, f"{indent}  ")
        yield f"{indent}- {next(lines).lstrip()}"
        yield from lines


def inline(value: object) -> str:
    """A value on one line; text is quoted where it could be taken for something else."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)
