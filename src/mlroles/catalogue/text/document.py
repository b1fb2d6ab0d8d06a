"""A file as plain data, and the place of every value in it once somebody asks."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from mlroles.core.model.problem import Place, Problem
from mlroles.core.model.shape import Path

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""Characters that no text may hold."""


class Document:
    """Plain data (dicts, lists, str, int, float, bool, None); None where there are `problems`."""

    def __init__(
        self,
        data: object,
        problems: Sequence[Problem],
        places: Callable[[], dict[Path, Place]],
    ) -> None:
        """Take the data, what is wrong, and what finds the places of the values."""
        self.data: Any = data
        self.problems = tuple(problems)
        self._find_places = places
        self._former: dict[Path, Path] = {}

    def rename(self, path: Path, fields: Mapping[str, str]) -> None:
        """Give fields of the mapping at a path their present names: former name -> present one."""
        data = self.part(path)
        for former, name in fields.items() if isinstance(data, dict) else ():
            if former in data and name not in data:
                data[name] = data.pop(former)
                self._former[*path, name] = (*path, former)

    def part(self, path: Path) -> Any:
        """The value at a path, or None."""
        data = self.data
        for key in path:
            if isinstance(data, dict):
                data = data.get(key)
            else:
                data = data[key] if isinstance(data, list) and isinstance(key, int) else None
        return data

    def items(self, start: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
        """The mappings in the list that stands at a path, each with its own path."""
        items = self.part(start)
        for position, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict):
                yield (*start, position), item

    @cached_property
    def places(self) -> dict[Path, Place]:
        """Path of a value -> where it stands."""
        return self._find_places()

    def place(self, path: Path) -> Place:
        """Where a value stands, or, if it is not there, the nearest thing around it."""
        for end in range(len(path), 0, -1):
            if path[:end] in self._former:
                path = (*self._former[path[:end]], *path[end:])
        while path not in self.places:
            path = path[:-1]
        return self.places[path]
