"""How long work says how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Takes what is being done, how much of it is done and how much there is of it."""


def silent(_what: str, _done: int, _total: int) -> None:
    """Say nothing."""
