"""Write an imported catalogue into a folder, whole or not at all."""

import os
import shutil
from collections.abc import Iterator, Sequence

from mlroles.catalogue.files.paths import MANIFEST
from mlroles.catalogue.files.progress import Progress
from mlroles.catalogue.text.yaml_writing import listing, mapping
from mlroles.core.model.errors import AskedWrongly, UnreadableFile
from mlroles.core.model.imported import Imported
from mlroles.core.model.layer import Manifest
from mlroles.core.model.shape import plain
from mlroles.core.model.vocabulary import SKILL_KINDS, Value

MARK = "# Written by mlroles import"
"""How the manifest of an imported catalogue begins."""
FOLDERS = ("roles", "skills")
WRITTEN = {MANIFEST, "activities.yaml", "families.yaml", "sources.yaml", *FOLDERS}
"""All that an import writes into its folder."""


def texts(imported: Imported) -> Iterator[tuple[str, str]]:
    """Path within the folder -> text, of all files of the catalogue."""
    notes = [f"#   {f.count} {f.what}: {f.done}\n" for f in imported.findings]
    head = [f"{MARK}.\n", *(["# Not taken over as it is:\n"] if notes else []), *notes]
    manifest = Manifest(name=imported.publication, version=imported.version)
    yield MANIFEST, "".join([*head, *mapping(plain(manifest))])
    yield "sources.yaml", "".join(listing(_plain(imported.sources)))
    yield "families.yaml", "".join(listing(_plain(imported.families)))
    activities = "".join(listing(_plain(imported.activities), "  ")) or "  []\n"
    yield "activities.yaml", f"stages: []\nactivities:\n{activities}"
    for kind in SKILL_KINDS:
        skills = _plain([skill for skill in imported.skills if skill.kind == kind], "kind")
        if skills:
            yield f"skills/{kind}.yaml", "".join(listing(skills))
    for role, data in zip(imported.roles, _plain(imported.roles, "id"), strict=True):
        yield f"roles/{role.id}.yaml", "".join(mapping(data))


def check_place(folder: str, force: bool) -> None:
    """Make sure that a folder can be written, before any work is done.

    Raises `AskedWrongly`: something is there that must not be replaced, or nothing to put it in.
    """
    if os.path.lexists(folder):
        if not force:
            raise AskedWrongly(f"{folder!r} exists already", "add --force to replace it")
        if not _is_written_here(folder):
            raise AskedWrongly(
                f"{folder!r} holds other things than an imported catalogue",
                "give the name of a new folder, or remove this one yourself",
            )
    elif not os.path.isdir(_parent(folder)):
        raise AskedWrongly(f"there is no folder {_parent(folder)!r}", "create it first")


def write_folder(folder: str, imported: Imported, progress: Progress | None = None) -> None:
    """Write a catalogue as a folder; one that is there, as `check_place` allows, is replaced.

    It is written beside its place and moved once it is complete: who interrupts finds what was
    there before, and nothing else. Raises `UnreadableFile`.
    """
    # The name is known before anything is made, so that an interruption at any time finds it.
    new = os.path.join(_parent(folder), f".mlroles-import-{os.getpid()}")
    complete = os.path.join(new, "new")
    try:
        for made in (new, complete, *(os.path.join(complete, name) for name in FOLDERS)):
            os.mkdir(made)
        files = list(texts(imported))
        for done, (path, text) in enumerate(files):
            if progress:
                progress("writing", done, len(files))
            with open(os.path.join(complete, path), "w", encoding="utf-8", newline="") as file:
                file.write(text)
        _move(complete, folder, os.path.join(new, "old"))
    except OSError as error:
        raise UnreadableFile(
            f"{folder!r} cannot be written: {error.strerror}", "make room, or write elsewhere"
        ) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _move(complete: str, folder: str, old: str) -> None:
    if os.path.lexists(folder):
        os.rename(folder, old)
    try:
        os.rename(complete, folder)
    except BaseException:
        if os.path.exists(old) and not os.path.exists(folder):
            os.rename(old, folder)
        raise


def _is_written_here(folder: str) -> bool:
    """Whether a folder is empty, or holds what an import writes and nothing else."""
    if not os.path.isdir(folder) or os.path.islink(folder):
        return False
    found = set(os.listdir(folder))
    if not found:
        return True
    try:
        with open(os.path.join(folder, MANIFEST), encoding="utf-8") as file:
            return file.read(len(MARK)) == MARK and found <= WRITTEN
    except (OSError, UnicodeDecodeError):
        return False


def _parent(folder: str) -> str:
    return os.path.dirname(os.path.abspath(folder))


def _plain(entries: Sequence[Value], without: str = "") -> list[dict[str, object]]:
    """Entries as they stand in files, without the field that the file's name stands for."""
    data = plain(entries)
    for entry in data:
        entry.pop(without, None)
    return list(data)
