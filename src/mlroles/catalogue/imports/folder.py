"""Write an imported catalogue into a folder, whole or not at all."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256

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
SUMS = "SHA256SUMS"
"""The list of all files of an import with the sum of each, as `sha256sum --check` reads it."""
OLD = "old"
"""What the folder that is replaced is called until the new one is in its place."""
NAMED = 3
"""How many files of somebody's own are named."""


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
        if own := _not_written_here(folder):
            more = f" and {len(own) - NAMED} more" if len(own) > NAMED else ""
            raise AskedWrongly(
                f"{folder!r} holds what no import wrote, or what was changed since:"
                f" {', '.join(own[:NAMED])}{more}",
                "move that elsewhere, or give the name of a new folder",
            )
    elif not os.path.isdir(_parent(folder)):
        raise AskedWrongly(f"there is no folder {_parent(folder)!r}", "create it first")


def restored(folder: str) -> str:
    """Tidy up after imports into a folder that were killed; what was done, where it matters.

    Of a catalogue that was to be replaced and is in its place no more, that it is there again.
    """
    told = ""
    prefix = _left_over(folder, "")
    names = [prefix + name for name in _listed(_parent(folder), os.path.basename(prefix))]
    for left in names:
        if left != _left_over(folder, str(os.getpid())) and _is_running(left.removeprefix(prefix)):
            continue
        if _tidied(folder, left):
            told = f"an import into {folder!r} was killed; what was there before is there again"
    return told


def write_folder(folder: str, imported: Imported, progress: Progress | None = None) -> None:
    """Write a catalogue as a folder; one that is there, as `check_place` allows, is replaced.

    It is written beside its place and moved once it is complete: who interrupts finds what was
    there before, and nothing else. Raises `UnreadableFile`, and `AskedWrongly` where something of
    somebody's own has come to be there meanwhile.
    """
    # The name is known before anything is made, so that an interruption at any time finds it.
    new = _left_over(folder, str(os.getpid()))
    complete = os.path.join(new, "new")
    try:
        for made in (new, complete, *(os.path.join(complete, name) for name in FOLDERS)):
            os.mkdir(made)
        files = list(texts(imported))
        sums = (f"{sha256(text.encode()).hexdigest()}  {path}\n" for path, text in files)
        for done, (path, text) in enumerate([*files, (SUMS, "".join(sums))]):
            if progress:
                progress("writing", done, len(files))
            with open(os.path.join(complete, path), "w", encoding="utf-8", newline="") as file:
                file.write(text)
        check_place(folder, force=True)
        if os.path.lexists(folder):
            os.rename(folder, os.path.join(new, OLD))
        os.rename(complete, folder)
    except OSError as error:
        raise UnreadableFile(
            f"{folder!r} cannot be written: {error.strerror}", "make room, or write elsewhere"
        ) from None
    finally:
        _tidied(folder, new)


def _tidied(folder: str, left: str) -> bool:
    """Remove what an import left; whether what it was to replace had to be put back first."""
    old = os.path.join(left, OLD)
    back = os.path.lexists(old) and not os.path.lexists(folder)
    if back:
        os.rename(old, folder)
    shutil.rmtree(left, ignore_errors=True)
    return back


def _not_written_here(folder: str) -> list[str]:
    """What in a folder is not as an import wrote it, by its path within; the folder if all."""
    if not os.path.isdir(folder) or os.path.islink(folder):
        return [folder]
    written: dict[str, str] = {}
    with (
        suppress(OSError, UnicodeDecodeError),
        open(os.path.join(folder, SUMS), encoding="utf-8") as file,
    ):
        written = {path: sum for sum, _, path in (line.rstrip().partition("  ") for line in file)}
    own = []
    for at, folders, files in os.walk(folder, onerror=_fail):
        below = os.path.relpath(at, folder)
        for name in folders:
            path = os.path.normpath(os.path.join(below, name))
            if path not in FOLDERS or os.path.islink(os.path.join(at, name)):
                own.append(path)
        for name in files:
            path = os.path.normpath(os.path.join(below, name)).replace(os.sep, "/")
            if path != SUMS and written.get(path) != _sum(os.path.join(at, name)):
                own.append(path)
    return sorted(own)


def _fail(error: OSError) -> None:
    raise error


def _sum(path: str) -> str:
    """The sum of a file; empty for what is none."""
    if os.path.islink(path) or not os.path.isfile(path):
        return ""
    with open(path, "rb") as file:
        return sha256(file.read()).hexdigest()


def _left_over(folder: str, process: str) -> str:
    """Where a process writes what is to be a folder."""
    name = os.path.basename(os.path.abspath(folder))
    return os.path.join(_parent(folder), f".mlroles-import-{name}-{process}")


def _listed(folder: str, prefix: str) -> list[str]:
    """What follows a prefix in the names of a folder's folders that begin with it."""
    with suppress(OSError), os.scandir(folder) as entries:
        found = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        return sorted(name.removeprefix(prefix) for name in found if name.startswith(prefix))
    return []


def _is_running(process: str) -> bool:
    """Whether there is a process of a number, as far as the system can say."""
    if not process.isdecimal() or os.name == "nt":  # not one of ours, or not to be known
        return True
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _parent(folder: str) -> str:
    return os.path.dirname(os.path.abspath(folder))


def _plain(entries: Sequence[Value], without: str = "") -> list[dict[str, object]]:
    """Entries as they stand in files, without the field that the file's name stands for."""
    data = plain(entries)
    for entry in data:
        entry.pop(without, None)
    return list(data)
