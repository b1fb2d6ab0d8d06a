"""Keep the compiled catalogue in the user's cache folder; whatever goes wrong costs only time."""

import mmap
import os
import sys
import zlib
from collections.abc import Callable, Sequence

import mlroles
from mlroles import __version__
from mlroles.catalogue.files.paths import Found, cache_folder
from mlroles.catalogue.files.whole_file import write_whole
from mlroles.catalogue.store.compiled import from_text, to_parts
from mlroles.core.catalogue import Catalogue

COPY = "catalogue-"
"""How the names of compiled copies begin."""


def cache_key(found: Sequence[Found]) -> bytes:
    """What a compiled catalogue depends on, as one line.

    That is the program (its version and the files that define the shape), the order of bytes
    on this machine, and the catalogue's files by path, size and times.
    """
    package = os.path.dirname(os.path.abspath(mlroles.__file__))
    files = sorted(os.path.join(f, n) for f, _, ns in os.walk(package) for n in ns)
    parts = [__version__, sys.byteorder, *map(_stamp_of, files)]
    for layer_found in found:
        parts.append(os.path.abspath(layer_found.path))
        parts += [f"{file} {_stamp(stat)}" for file, stat in layer_found.files.items()]
    return repr(parts).encode("utf-8", "backslashreplace")


def read_cache(
    found: Sequence[Found], key: bytes, otherwise: Callable[[], Catalogue]
) -> Catalogue | None:
    """The compiled catalogue of this key, or None if there is none.

    A file holds the key and, from the next line on, the catalogue's text. What of it turns out
    to be damaged once it is looked at comes from `otherwise`.
    """
    try:
        with open(cache_file(found), "rb") as file:
            if file.readline() != key + b"\n":
                return None
            start = file.tell()
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return from_text(memoryview(content)[start:], otherwise)
    except (OSError, RuntimeError, ValueError):  # RuntimeError: no home folder
        return None


def write_cache(found: Sequence[Found], key: bytes, loaded: Catalogue) -> None:
    """Store a compiled catalogue, whole or not at all; do nothing where that is impossible."""
    try:
        path = cache_file(found)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        write_whole(path, [key + b"\n", *to_parts(loaded)])
    except (OSError, RuntimeError):  # RuntimeError: no home folder
        pass


def cache_file(found: Sequence[Found]) -> str:
    """Where the compiled copy of a catalogue lies, if there is one. Raises `RuntimeError`."""
    paths = "\n".join(os.path.abspath(layer_found.path) for layer_found in found)
    name = zlib.crc32(paths.encode("utf-8", "backslashreplace"))
    return os.path.join(cache_folder(), f"{COPY}{name:08x}")


def _stamp_of(path: str) -> str:
    try:
        return _stamp(os.stat(path))
    except OSError:  # not a file of its own, as in a zip archive
        return path


def _stamp(stat: os.stat_result) -> str:
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"
