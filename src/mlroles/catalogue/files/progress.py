"""How long-running work reports its progress."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""What is said of long work: what is being done, how much of it is done, and how much there is.

There is 0 where nobody knows.
"""
