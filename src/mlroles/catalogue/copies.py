"""Look at the compiled copies of catalogues in the user's cache folder, and remove them."""

import os
import time
from collections.abc import Sequence
from contextlib import suppress

from mlroles.catalogue.files.paths import cache_folder, catalogue_paths, find
from mlroles.catalogue.files.progress import Progress
from mlroles.catalogue.load import load
from mlroles.catalogue.store.cache import copy_of, files_in
from mlroles.core.model.errors import UnreadableFile
from mlroles.core.state import Cleared, CompiledCopy, State, state


def state_of(paths: str | Sequence[str] | None, progress: Progress | None = None) -> State:
    """Load a catalogue and describe it with its compiled copy. Raises what `load` raises."""
    catalogue = load(paths, progress)
    return state(catalogue, _copy(paths))


def clear_cache() -> Cleared:
    """Remove the compiled copies of all catalogues. Raises `UnreadableFile`."""
    try:
        folder = cache_folder()
        removed = []
        for entry in files_in(folder):
            with suppress(FileNotFoundError):  # somebody else has removed it
                size = entry.stat(follow_symlinks=False).st_size
                os.unlink(entry.path)
                removed.append(size)
    except RuntimeError:
        raise UnreadableFile(
            "there is no home folder, and so no cache folder", "there is nothing to remove"
        ) from None
    except OSError as error:
        raise UnreadableFile(
            f"{error.filename!r} cannot be removed: {error.strerror}", "check its permissions"
        ) from None
    return Cleared(folder=folder, files=len(removed), bytes=sum(removed))


def _copy(paths: str | Sequence[str] | None) -> CompiledCopy | None:
    existing = copy_of(find(catalogue_paths(paths)))
    if existing is None:
        return None
    file, found = existing
    age = max(0, int(time.time() - found.st_mtime))
    return CompiledCopy(file=file, bytes=found.st_size, age_seconds=age)
