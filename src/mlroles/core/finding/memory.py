"""Remember what was worked out, as far as there is room."""

from collections.abc import Callable
from typing import TypeVar

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")

ROOM = 10_000
"""Keys that are remembered unless another number is given."""


class Remembered(dict[KeyT, ValueT]):
    """What a function returns for each key, worked out once; when full, it starts afresh."""

    def __init__(self, work_out: Callable[[KeyT], ValueT], room: int = ROOM) -> None:
        """Take the function, and how many keys there is room for."""
        super().__init__()
        self._work_out, self._room = work_out, room

    def __missing__(self, key: KeyT) -> ValueT:
        """Work out the value of a new key."""
        if len(self) >= self._room:
            self.clear()
        value = self[key] = self._work_out(key)
        return value
