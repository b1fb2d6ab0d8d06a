"""Write a file whole or not at all."""

import os
from collections.abc import Iterable
from contextlib import suppress


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
