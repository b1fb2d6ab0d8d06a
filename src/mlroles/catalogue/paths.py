"""Where the catalogue's files and the compiled copy of them are."""

import os

from mlroles.core.errors import UnreadableFile

VARIABLE = "MLROLES_CATALOGUE"
"""The environment variable that names another catalogue than the one that comes along."""


def catalogue_folder(given: str | None = None) -> str:
    """The folder to read: the one given, else that of the variable, else the bundled one."""
    return os.environ.get(VARIABLE) or bundled_folder() if given is None else given


def bundled_folder() -> str:
    """The folder of the catalogue that comes with the program."""
    return os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data")


def cache_folder() -> str:
    """The folder in which the user's programs keep what can be made anew; it may not exist."""
    import platformdirs

    return platformdirs.user_cache_dir("mlroles", appauthor=False)


def catalogue_files(folder: str) -> dict[str, os.stat_result]:
    """The YAML files of a catalogue: path within the folder, with '/', -> size and times.

    Raises `UnreadableFile` if the folder is none or may not be read.
    """
    found: dict[str, os.stat_result] = {}
    try:
        _collect(folder, "", found)
    except FileNotFoundError:
        raise UnreadableFile(
            f"there is no catalogue at {folder!r}",
            f"give the path of a folder with --catalogue or {VARIABLE}",
        ) from None
    except NotADirectoryError:
        raise UnreadableFile(
            f"{folder!r} is a file, not a catalogue", "give the folder that holds the files"
        ) from None
    except OSError as error:
        raise UnreadableFile(
            f"{folder!r} cannot be read: {error.strerror}", "check its permissions"
        ) from None
    return dict(sorted(found.items()))


KNOWN_FILES = frozenset({"activities.yaml", "families.yaml", "handoffs.yaml", "sources.yaml"})

ENDINGS = {"roles": ".yaml", "skills": ".yaml", "teams": ".yaml", "guide": ".md"}
"""Folder of a catalogue -> what the files in it end with."""


def _collect(folder: str, prefix: str, found: dict[str, os.stat_result]) -> None:
    # What is nearly right is taken too, to say what is wrong with it instead of passing it over.
    endings = (".md", ".markdown") if prefix == "guide/" else (".yaml", ".yml")
    with os.scandir(folder) as entries:
        for entry in entries:
            if prefix or entry.name.replace(".yml", ".yaml") in KNOWN_FILES:
                if entry.name.endswith(endings) and entry.is_file():
                    found[prefix + entry.name] = entry.stat()
            elif entry.name in ENDINGS and entry.is_dir():
                _collect(entry.path, f"{entry.name}/", found)
