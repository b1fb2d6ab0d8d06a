"""Read a file within a limit, and write one whole or not at all."""

import os
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from errno import EBADF
from typing import BinaryIO

from mlroles.core.model.errors import UnreadableFile
from mlroles.core.model.limits import Limit

STANDARD_INPUT = "-"


def named(path: str) -> str:
    """What a path is called where something is said of its file."""
    return "standard input" if path == STANDARD_INPUT else repr(path)


def opened(path: str) -> AbstractContextManager[BinaryIO]:
    """A file, or standard input for `-`, to be read as bytes. Raises `OSError`."""
    return nullcontext(sys.stdin.buffer) if path == STANDARD_INPUT else open(path, "rb")


def read_whole(path: str, limit: Limit) -> bytes:
    """The content of a file, or of standard input for `-`. Raises `UnreadableFile`."""
    try:
        with opened(path) as file:
            content = file.read(limit.most + 1)
    except OSError as error:
        raise unreadable(path, error) from None
    if len(content) > limit.most:
        raise too_large(path, limit)
    return content


def unreadable(path: str, error: OSError) -> UnreadableFile:
    """The error for a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        where = os.path.dirname(os.path.abspath(path))
        return UnreadableFile(f"there is no file {path!r}", f"looked in {where}")
    if error.errno == EBADF and path == STANDARD_INPUT:
        return UnreadableFile("standard input is closed", "open it, or name a file")
    told = f"{named(path)} cannot be read: {error.strerror}"
    return UnreadableFile(told, "give a file that may be read")


def too_large(path: str, limit: Limit) -> UnreadableFile:
    """The error for a file that is larger than a limit."""
    return UnreadableFile(f"{named(path)} is larger than {limit}", "take out what is not needed")


def write_whole(path: str, parts: Iterable[bytes | memoryview], mode: int = 0o600) -> None:
    """Put a file of these parts, with these permissions, in the place of what is there.

    It is written beside its place under another name, and moved once it is complete. Raises
    `OSError`, and then leaves what was there and nothing else.
    """
    from tempfile import NamedTemporaryFile  # most runs write no file

    new = NamedTemporaryFile(dir=os.path.dirname(path), delete=False)  # noqa: SIM115
    try:
        with new:
            new.writelines(parts)
            new.flush()
            os.fsync(new.fileno())
        os.chmod(new.name, mode)
        os.replace(new.name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(new.name)
        raise
