"""Keep the compiled catalogue in the user's cache folder; whatever goes wrong costs only time."""

import os
import zlib
from collections.abc import Mapping

from mlroles import __version__
from mlroles.catalogue.paths import cache_folder
from mlroles.catalogue.whole_file import write_whole
from mlroles.core import (
    catalogue,
    compiled,
    guide,
    market,
    model,
    names,
    requirement,
    team,
    vocabulary,
)
from mlroles.core.catalogue import Catalogue
from mlroles.core.compiled import from_text, to_text

SHAPE = (catalogue, compiled, guide, market, model, names, requirement, team, vocabulary)


def cache_key(folder: str, files: Mapping[str, os.stat_result]) -> bytes:
    """What a compiled catalogue depends on, as one line.

    That is the program (its version and the files that define the shape) and the catalogue's
    files by path, size and times.
    """
    parts = [__version__, *(_stamp_of(str(module.__file__)) for module in SHAPE)]
    parts.append(os.path.abspath(folder))
    parts += [f"{file} {_stamp(stat)}" for file, stat in files.items()]
    return repr(parts).encode("utf-8", "backslashreplace")


def read_cache(folder: str, key: bytes) -> Catalogue | None:
    """The compiled catalogue of this key, or None if there is none that is whole.

    A file holds the key, on the next line a checksum of what follows, and the catalogue's text.
    """
    try:
        with open(_file_of(folder), "rb") as file:
            if file.readline() == key + b"\n":
                checksum, content = file.readline(), file.read()
                if checksum == _checksum(content) + b"\n":
                    return from_text(content)
    except (OSError, RuntimeError, ValueError):  # RuntimeError: no home folder
        pass
    return None


def write_cache(folder: str, key: bytes, loaded: Catalogue) -> None:
    """Store a compiled catalogue, whole or not at all; do nothing where that is impossible."""
    try:
        path = _file_of(folder)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        content = to_text(loaded)
        write_whole(path, b"\n".join([key, _checksum(content), content]))
    except (OSError, RuntimeError):  # RuntimeError: no home folder
        pass


def _file_of(folder: str) -> str:
    name = zlib.crc32(os.path.abspath(folder).encode("utf-8", "backslashreplace"))
    return os.path.join(cache_folder(), f"catalogue-{name:08x}.json")


def _checksum(content: bytes) -> bytes:
    return b"%08x" % zlib.crc32(content)


def _stamp_of(path: str) -> str:
    try:
        return _stamp(os.stat(path))
    except OSError:  # not a file of its own, as in a zip archive
        return path


def _stamp(stat: os.stat_result) -> str:
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"
