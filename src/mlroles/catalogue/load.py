"""Load a catalogue: from its compiled copy, or else from its files, validated."""

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from mlroles.catalogue.cache import cache_key, read_cache, write_cache
from mlroles.catalogue.paths import Found, catalogue_paths, find
from mlroles.core.catalogue import Catalogue
from mlroles.core.errors import InvalidCatalogue, UnreadableFile

if TYPE_CHECKING:
    from mlroles.catalogue.draft import Draft

MOST_TOLD = 20
"""The problems that a command tells which needs a sound catalogue; `validate` tells all."""

Progress = Callable[[str, int, int], None]
"""What is told of long work: what is being done, how much of it is done, and how much there is.

There is 0 where nobody knows.
"""


def load(paths: str | Sequence[str] | None = None, progress: Progress | None = None) -> Catalogue:
    """Load a catalogue in a folder or file, or several that lie over each other, lowest first.

    None: those that the environment names, or else the bundled one. Raises `UnreadableFile`
    where its files cannot be read and `InvalidCatalogue` where they hold errors; its details
    name each with its place and remedy.
    """
    found = find(catalogue_paths(paths))
    key = cache_key(found)

    def compiled() -> Catalogue:
        catalogue = _compile(found, progress)
        if progress:
            progress("compiling the catalogue", 0, 0)
        write_cache(found, key, catalogue)
        return catalogue

    return read_cache(found, key, compiled) or compiled()


def draft_of(
    paths: str | Sequence[str] | None = None,
    progress: Progress | None = None,
    full_names: bool = False,
) -> "Draft":
    """What the files of a catalogue say, sound or not. Raises `UnreadableFile`.

    With `full_names` problems name the files as they can be opened from the working folder.
    """
    return _draft(find(catalogue_paths(paths)), progress, full_names)


def read_files(path: str, files: Iterable[str]) -> dict[str, bytes]:
    """The content of the files of a catalogue. Raises `UnreadableFile`."""
    folder = os.path.dirname(path) if os.path.isfile(path) else path
    texts = {}
    for file in files:
        full = os.path.join(folder, file)
        try:
            with open(full, "rb") as opened:
                texts[file] = opened.read()
        except OSError as error:
            raise UnreadableFile(
                f"{full!r} cannot be read: {error.strerror}", "check its permissions"
            ) from None
    return texts


def _draft(found: Sequence[Found], progress: Progress | None, full_names: bool = False) -> "Draft":
    # Only a catalogue that is not compiled yet pays for loading YAML and the validator.
    from mlroles.catalogue.layers import lay

    bundled, *others = found
    read = [(one.path, read_files(one.path, one.files)) for one in others]
    return lay(lambda: read_files(bundled.path, bundled.files), read, progress, full_names)


def _compile(found: Sequence[Found], progress: Progress | None) -> Catalogue:
    from mlroles.catalogue.validate import validate

    draft = _draft(found, progress)
    if progress:
        progress("checking the catalogue", 0, 0)
    problems = validate(draft)
    if problems:
        count = f"{len(problems)} error{'s' if len(problems) > 1 else ''}"
        where = " over ".join(repr(one.path) for one in reversed(found[1:] or found))
        told, rest = problems[:MOST_TOLD], len(problems) - MOST_TOLD
        raise InvalidCatalogue(
            f"the catalogue at {where} has {count}",
            "mend the places named above, then run this again"
            if rest <= 0
            else f"see 'mlroles validate' for the {rest} that are not named above",
            [line for problem in told for line in problem.lines()],
        )
    return draft.catalogue()
