"""Where the catalogue's files and the compiled copy of them are."""

import os
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import mlroles
from mlroles.catalogue.files.whole_file import read_whole
from mlroles.core.model.errors import UnreadableFile
from mlroles.core.model.limits import LARGE_FILE, LAYERS

VARIABLE = "MLROLES_CATALOGUE"
"""The environment variable that names other catalogues than the one that comes along."""


class Found(NamedTuple):
    """A catalogue's folder or file, and the files of it: path within, with '/', -> its stat."""

    path: str
    files: dict[str, os.stat_result]


def catalogue_paths(given: str | Sequence[str] | None = None) -> list[str]:
    """The folders and files to read, the lowest first: those given, else those of the variable.

    The variable separates several as PATH does. None at all: the bundled one. A folder may be
    named by its manifest.
    """
    if not given:
        given = [path for path in os.environ.get(VARIABLE, "").split(os.pathsep) if path]
    paths = [given] if isinstance(given, str) else given
    return [_meant_by(path) for path in paths] or [bundled_folder()]


def _meant_by(path: str) -> str:
    """The folder of a manifest, unless all of a catalogue lies in the file of that name."""
    folder, name = os.path.split(path)
    if name != MANIFEST or not os.path.isfile(path):
        return path
    folder = folder or os.curdir
    return folder if len(catalogue_files(folder)) > 1 else path


def find(paths: Sequence[str]) -> list[Found]:
    """The files of catalogues, and first those of the bundled one, which they may extend."""
    laid: dict[str, None] = {}
    for path in paths:
        _add_with_below(path, (), laid)
    others = [path for path in laid if path != bundled_folder()]
    return [Found(path, catalogue_files(path)) for path in [bundled_folder(), *others]]


BUNDLED = "bundled"
"""What stands for the bundled catalogue where a catalogue says what it extends."""

_EXTENDS = re.compile(
    r"""(?:^extends|"extends")[ ]*:[ ]*(\[[^\]]*\]|[^\n,}#]*(?:\n[ ]*-[^\n#]*)*)""",
    re.MULTILINE,
)
_BEGINNING = 8192
"""The bytes at the beginning of a catalogue in which it says what it extends."""


def extended(path: str) -> list[str]:
    """The catalogues that one lies over, as it says in its manifest or its single file."""
    file = path if os.path.isfile(path) else os.path.join(path, MANIFEST)
    if not os.path.isfile(file):  # a pipe would let us wait
        return []
    try:
        with open(file, encoding="utf-8", errors="replace") as opened:
            told = _EXTENDS.search(opened.read(_BEGINNING))
    except OSError:
        return []
    words = re.split(r"[\[\],\n]", told[1]) if told else []
    names = (re.sub("^- *", "", word.strip()).strip("\"' ") for word in words)
    return [name for name in names if name not in ("", "null", "~")]


def _add_with_below(path: str, above: tuple[str, ...], laid: dict[str, None]) -> None:
    """Add a catalogue, and before it all that it lies over, unless it is there already.

    Raises `UnreadableFile` for a circle, and for more than there may be.
    """
    if path in laid:
        return
    place = os.path.abspath(path)
    if place in above:
        raise UnreadableFile(f"{path!r} extends itself", "take it out of 'extends'")
    if max(len(above), len(laid)) >= LAYERS.most:
        raise UnreadableFile(f"these are more than {LAYERS}", "layer fewer")
    for name in extended(path):
        if name != BUNDLED:
            folder = path if os.path.isdir(path) else os.path.dirname(path)
            below = os.path.normpath(os.path.join(folder, name))
            _add_with_below(below, (*above, place), laid)
    laid[path] = None


def bundled_folder() -> str:
    """The folder of the catalogue that comes with the program."""
    return os.path.join(os.path.dirname(os.path.abspath(mlroles.__file__)), "data")


def cache_folder() -> str:
    """The folder in which the user's programs keep what can be made anew; it may not exist."""
    import platformdirs

    return platformdirs.user_cache_dir("mlroles", appauthor=False)


def catalogue_files(path: str) -> dict[str, os.stat_result]:
    """The files of a catalogue: path within its folder, with '/', -> size and times.

    A catalogue in one file has that file alone. Raises `UnreadableFile` if there is none or it
    may not be read.
    """
    found: dict[str, os.stat_result] = {}
    try:
        if path.endswith(WHOLE_ENDINGS) and os.path.isfile(path):
            return {os.path.basename(path): os.stat(path)}
        _collect(path, "", found)
    except FileNotFoundError:
        raise UnreadableFile(
            "a catalogue cannot be read from standard input"
            if path == "-"
            else f"there is no catalogue at {path!r}",
            f"give the path of a folder or file with --catalogue or {VARIABLE}",
        ) from None
    except NotADirectoryError:
        raise UnreadableFile(
            f"{path!r} is not a catalogue",
            f"give a folder, or a file that ends in {', '.join(WHOLE_ENDINGS)}",
        ) from None
    except OSError as error:
        raise UnreadableFile(
            f"{error.filename or path!r} cannot be read: {error.strerror}", "check its permissions"
        ) from None
    return dict(sorted(found.items()))


WHOLE_ENDINGS = (".yaml", ".yml", ".json")
"""What a file ends with that holds a whole catalogue."""

MANIFEST = "catalogue.yaml"
"""What a catalogue says of itself."""

ADVERTS = "adverts.json"
"""The figures counted from adverts; a script writes and nobody edits them."""

KNOWN_FILES = frozenset(
    {
        *("activities.yaml", ADVERTS, MANIFEST, "families.yaml", "handoffs.yaml"),
        *("pay.yaml", "sources.yaml"),
    }
)

ENDINGS = {"roles": ".yaml", "skills": ".yaml", "teams": ".yaml", "guide": ".md"}
"""Folder of a catalogue -> what the files in it end with."""


def catalogue_around(path: str) -> str | None:
    """The folder of the catalogue that a file is a part of; None for whatever else a path is."""
    folder, name = os.path.split(path)
    if not os.path.isfile(path):
        return None
    if os.path.basename(os.path.abspath(folder)) in ENDINGS:
        return os.path.normpath(os.path.join(folder, os.pardir))
    return (folder or os.curdir) if name in KNOWN_FILES else None


def _collect(folder: str, prefix: str, found: dict[str, os.stat_result]) -> None:
    # What is nearly right is taken too, to say what is wrong with it instead of passing it over.
    endings: tuple[str, ...] = (".yaml", ".yml") if prefix else (".yaml", ".yml", ".json")
    if prefix == "guide/":
        endings = (".md", ".markdown")
    with os.scandir(folder) as entries:
        for entry in entries:
            if prefix or entry.name.replace(".yml", ".yaml") in KNOWN_FILES:
                if entry.name.endswith(endings) and entry.is_file():
                    found[prefix + entry.name] = entry.stat()
            elif entry.name in ENDINGS and entry.is_dir():
                _collect(entry.path, f"{entry.name}/", found)
            elif meant_by_name(entry.name):
                if entry.is_dir():
                    _collect(entry.path, f"{entry.name}/", found)
                elif entry.name.endswith(endings) and entry.is_file():
                    found[entry.name] = entry.stat()


def meant_by_name(name: str) -> str | None:
    """The file or folder that one of nearly that name would be, such as handoffs.yaml.

    None for a name that is right, and for one that is like none.
    """
    known = {_plain(one): one for one in (*sorted(KNOWN_FILES), *(f"{one}/" for one in ENDINGS))}
    known |= {"catalog": MANIFEST, "topic": "guide/"}
    meant = known.get(_plain(name))
    return None if meant in (name.replace(".yml", ".yaml"), f"{name}/") else meant


def _plain(name: str) -> str:
    """A name without what people write differently: signs, case, plural and ending."""
    stem = re.sub("[^a-z]", "", re.sub(r"\.ya?ml$", "", name.lower()))
    return re.sub("ies$", "y", stem).removesuffix("s")


def read_files(path: str, files: Iterable[str]) -> dict[str, bytes]:
    """The content of the files of a catalogue. Raises `UnreadableFile`."""
    folder = os.path.dirname(path) if os.path.isfile(path) else path
    return {file: read_whole(os.path.join(folder, file), LARGE_FILE) for file in files}
