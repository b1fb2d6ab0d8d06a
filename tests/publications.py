"""Made-up publications in the layout of the real ones, and what they become."""

import shutil
from collections.abc import Callable
from pathlib import Path

from mlroles.core.catalogue import Catalogue, assemble
from mlroles.core.model.imported import Imported

PUBLISHED = Path(__file__).parent / "catalogue" / "imports" / "published"
ESCO, ONET = PUBLISHED / "esco-1.2.0", PUBLISHED / "onet-29.2"


def catalogue_of(imported: Imported) -> Catalogue:
    """What was imported as a catalogue, without writing it."""
    entries = {
        collection: {entry.id: entry for entry in getattr(imported, collection)}
        for collection in ("roles", "skills", "activities", "families", "sources")
    }
    return assemble({**entries, "stages": {}, "handoffs": {}, "teams": {}, "topics": {}})


def changed(published: Path, folder: Path, file: str, change: Callable[[str], str]) -> Path:
    """A copy of a publication in which the text of one file is changed."""
    copy = Path(shutil.copytree(published, folder / published.name))
    text = (copy / file).read_bytes().decode("utf-8-sig")
    (copy / file).write_bytes(change(text).encode())
    return copy
