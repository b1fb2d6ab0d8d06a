"""Load a catalogue: from its compiled copy, or else from its files, validated."""

import os
from collections.abc import Iterable

from mlroles.catalogue.cache import cache_key, read_cache, write_cache
from mlroles.catalogue.paths import catalogue_files, catalogue_folder
from mlroles.core.catalogue import Catalogue
from mlroles.core.errors import InvalidCatalogue, UnreadableFile


def load(folder: str | None = None) -> Catalogue:
    """Load the catalogue in a folder, or the user's, or the bundled one.

    Raises `UnreadableFile` where its files cannot be read and `InvalidCatalogue` where they
    hold errors; its details name each with its place and remedy.
    """
    folder = catalogue_folder(folder)
    files = catalogue_files(folder)
    key = cache_key(folder, files)
    catalogue = read_cache(folder, key)
    if catalogue is None:
        catalogue = _compile(folder, files)
        write_cache(folder, key, catalogue)
    return catalogue


def read_files(folder: str, files: Iterable[str]) -> dict[str, bytes]:
    """The content of a catalogue's files. Raises `UnreadableFile`."""
    texts = {}
    for file in files:
        path = os.path.join(folder, file)
        try:
            with open(path, "rb") as opened:
                texts[file] = opened.read()
        except OSError as error:
            raise UnreadableFile(
                f"{path!r} cannot be read: {error.strerror}", "check its permissions"
            ) from None
    return texts


def _compile(folder: str, files: Iterable[str]) -> Catalogue:
    # Only a catalogue that is not compiled yet pays for loading YAML and the validator.
    from mlroles.catalogue.draft import Draft
    from mlroles.catalogue.validate import validate

    draft = Draft(read_files(folder, files))
    problems = validate(draft)
    if problems:
        count = f"{len(problems)} error{'s' if len(problems) > 1 else ''}"
        raise InvalidCatalogue(
            f"the catalogue at {folder!r} has {count}",
            "mend the places named above, then run this again",
            [line for problem in problems for line in problem.lines()],
        )
    return draft.catalogue()
