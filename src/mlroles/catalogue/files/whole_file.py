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
    return UnreadableFile(told, "check its permissions")


def too_large(path: str, limit: Limit) -> UnreadableFile:
    """The error for a file that is larger than a limit."""
    return UnreadableFile(f"{named(path)} is larger than {limit}", "remove what is not needed")


NEW = ".mlroles-"
"""How the name of a file begins that is still being written."""


def write_whole(
    path: str, parts: Iterable[bytes | memoryview], mode: int = 0o600, replace: bool = True
) -> None:
    """Write a file of these parts, with these permissions; another there is replaced or not.

    It is written beside its place under another name, and moved once it is complete. Raises
    `OSError`, and then leaves what was there and nothing else: `FileExistsError` where another
    must not be replaced, even if it came to be there meanwhile.
    """
    new = os.path.join(os.path.dirname(path), f"{NEW}{os.urandom(8).hex()}")
    try:
        with open(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(new, mode)
        if replace or not _linked(new, path):
            os.replace(new, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(new)
        raise


def _linked(new: str, path: str) -> bool:
    """Whether a file got the name that nothing has yet; where that cannot be, the name is kept.

    Raises `FileExistsError`.
    """
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:  # not every disk has such links
        os.close(os.open(path, os.O_CREAT | os.O_EXCL))
        return False
    os.unlink(new)
    return True
