"""Remember what was worked out, as far as there is room."""

from collections.abc import Callable
from typing import TypeVar

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")

ROOM = 10_000
"""Keys that are remembered unless another number is given."""

ALL = 2**31
"""Room for every key there can be, of a function that has few."""


class Remembered(dict[KeyT, ValueT]):
    """What a function returns for each key, worked out once.

    When it is full, what was not asked for since it was last half full is forgotten.
    """

    def __init__(self, work_out: Callable[[KeyT], ValueT], room: int = ROOM) -> None:
        """Take the function, and how many keys there is room for."""
        super().__init__()
        self._work_out, self._half = work_out, max(1, room // 2)
        self._older: dict[KeyT, ValueT] = {}

    def __missing__(self, key: KeyT) -> ValueT:
        """Work out the value of a new key."""
        if len(self) >= self._half:
            self._older = dict(self)
            self.clear()
        value = self[key] = self._older.pop(key) if key in self._older else self._work_out(key)
        return value
