"""Keep compiled catalogues in the user's cache folder; whatever goes wrong costs only time."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from stat import S_ISREG
from zlib import crc32

import mlroles
from mlroles import __version__
from mlroles.catalogue.files.paths import Found, cache_folder
from mlroles.catalogue.store.compiled import Damaged, read_compiled, write_compiled
from mlroles.core.catalogue import Catalogue

COPY, SUFFIX, NEW = "catalogue-", ".sqlite", ".new"
"""How the name of a compiled copy begins and ends, and that of a file still being written."""

MOST_COPIES, MOST_BYTES = 12, 500_000_000
"""How many copies are kept, and how large they may be together."""

ABANDONED = 3600
"""The seconds after which nobody is still writing a new file."""


def cache_key(found: Sequence[Found]) -> str:
    """What a compiled catalogue depends on: the program, and the catalogue's files.

    Of a file that is its path, size and times. The program is its version; in a checkout, where
    it changes without a new version, its files too. The order of bytes is that of the index.
    """
    package = os.path.dirname(os.path.abspath(mlroles.__file__))
    parts = [__version__, sys.byteorder]
    if os.path.isfile(os.path.join(package, "..", "..", "pyproject.toml")):
        parts += sorted(_modules(package))
    for layer_found in found:
        parts.append(os.path.abspath(layer_found.path))
        parts += [f"{file} {_stamp(stat)}" for file, stat in layer_found.files.items()]
    return ascii(parts)


def copy_of(found: Sequence[Found]) -> tuple[str, os.stat_result] | None:
    """The file of a compiled catalogue and its stat; None where no file of the user's own is."""
    try:
        path = _copy_file(found)
        stat = os.lstat(path)
    except (OSError, RuntimeError):  # RuntimeError: no home folder
        return None
    return (path, stat) if _is_own(stat) and S_ISREG(stat.st_mode) else None


def read_copy(
    found: Sequence[Found], key: str, otherwise: Callable[[], Catalogue]
) -> Catalogue | None:
    """The compiled catalogue of this key, or None if there is none.

    What of it turns out to be damaged once it is looked at comes from `otherwise`.
    """
    existing = copy_of(found)
    if existing is None:
        return None
    path, stat = existing
    try:
        catalogue = read_compiled(path, key, otherwise)
    except Damaged:
        return None
    with suppress(OSError):  # what is not used is removed first
        os.utime(path, ns=(time.time_ns(), stat.st_mtime_ns))
    return catalogue


def write_copy(found: Sequence[Found], key: str, catalogue: Catalogue) -> None:
    """Store a compiled catalogue, whole or not at all; do nothing where that is impossible."""
    try:
        path = _copy_file(found)
        folder = os.path.dirname(path)
        os.makedirs(folder, 0o700, exist_ok=True)
        if _is_own(os.stat(folder)):  # it may be older than this rule
            os.chmod(folder, 0o700)
        new = f"{path}.{os.urandom(8).hex()}{NEW}"
        try:
            os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            write_compiled(new, key, catalogue)
            os.replace(new, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(new)
            raise
        _remove_old(folder)
    except (OSError, RuntimeError):  # RuntimeError: no home folder
        pass


def files_in(folder: str) -> list[os.DirEntry[str]]:
    """The compiled copies in a cache folder, and what is left of those not finished."""
    if not os.path.isdir(folder):
        return []
    with os.scandir(folder) as entries:
        return [
            e for e in entries if e.name.startswith(COPY) and not e.is_dir(follow_symlinks=False)
        ]


def _is_own(stat: os.stat_result) -> bool:
    """Whether a file or folder is the user's, as far as this system knows owners."""
    return not hasattr(os, "geteuid") or stat.st_uid == os.geteuid()


def _remove_old(folder: str) -> None:
    """Remove the copies used least recently, those of version 0.3, and abandoned new files."""
    copies, gone = [], []
    for entry in files_in(folder):
        stat = entry.stat(follow_symlinks=False)
        if entry.name.endswith(SUFFIX):
            copies.append((stat.st_atime_ns, stat.st_size, entry.path))
        elif len(entry.name) == len(COPY) + 8 or (
            entry.name.endswith(NEW) and time.time() - stat.st_mtime > ABANDONED
        ):
            gone.append(entry.path)
    total = 0
    for number, (_, size, path) in enumerate(sorted(copies, reverse=True)):
        total += size
        if number and (number >= MOST_COPIES or total > MOST_BYTES):
            gone.append(path)
    for path in gone:
        with suppress(OSError):
            os.unlink(path)


def _copy_file(found: Sequence[Found]) -> str:
    paths = "\n".join(os.path.abspath(layer_found.path) for layer_found in found)
    name = crc32(paths.encode("utf-8", "backslashreplace"))
    return os.path.join(cache_folder(), f"{COPY}{name:08x}{SUFFIX}")


def _modules(folder: str) -> Iterator[str]:
    """The program's files, each with its stamp."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield f"{entry.path} {_stamp(entry.stat())}"
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _modules(entry.path)


def _stamp(stat: os.stat_result) -> str:
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"
