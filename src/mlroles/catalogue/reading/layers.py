"""Lay catalogues over each other: each adds, replaces and takes away entries of those below."""

import os
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from mlroles import __version__
from mlroles.catalogue.files.paths import (
    BUNDLED,
    MANIFEST,
    WHOLE_ENDINGS,
    Found,
    bundled_folder,
    catalogue_paths,
    find,
    read_files,
)
from mlroles.catalogue.files.progress import Progress
from mlroles.catalogue.reading.draft import Draft
from mlroles.catalogue.reading.files import TYPES, entry_like
from mlroles.catalogue.reading.kind_layer import sort_by_kind
from mlroles.catalogue.reading.pay_layer import replace_pay
from mlroles.catalogue.reading.removal import take_away
from mlroles.catalogue.reading.rung_layer import rename_rungs
from mlroles.catalogue.text.document import Document
from mlroles.core.model.ladder import LADDER, Ladder, ladder_of
from mlroles.core.model.layer import Layer, Manifest
from mlroles.core.model.shape import convert, shape_problems

Texts = Mapping[str, bytes]

ACTIVITIES = "activities.yaml"
"""The file that holds the stages, and the activities of each."""


class _Opened(NamedTuple):
    """A catalogue of which it is known what it says of itself."""

    path: str | None
    texts: Texts
    prefix: str
    """What stands before the names of its files in problems."""
    whole: Document | None = None
    """All of it, where it lies in one file."""
    manifest: Manifest = Manifest()
    says_so: Document | None = None
    """Where it says something of itself."""


def lay(
    bundled: Callable[[], Texts],
    others: Sequence[tuple[str, Texts]],
    progress: Progress | None = None,
    full_names: bool = False,
) -> Draft:
    """The draft of catalogues, the lowest first: each its path, and file -> content.

    The bundled one is below them if one of them extends it, and stands alone if there is none.
    Problems name files within the catalogue where one is enough; with `full_names`, never.
    """
    draft = Draft()
    alone = len(others) == 1 and not full_names
    opened = [_open(draft, path, texts, alone) for path, texts in others]
    if not opened or any(BUNDLED in _below(one) for one in opened):
        named = Manifest(name=BUNDLED, version=__version__)
        prefix = f"{BUNDLED}/" if opened else ""
        prefix = os.path.join(bundled_folder(), "") if full_names else prefix
        opened.insert(0, _Opened(None, bundled(), prefix, manifest=named))
    draft.ladder = _ladder(opened)
    for one in opened:
        if not (draft.layers or one.whole):
            draft.require(one.texts, one.prefix)
        draft.layers.append(_lay_one(draft, one, progress))
    for collection in ("roles", "teams", "topics"):
        draft.entries[collection] = dict(sorted(draft.entries[collection].items()))
    return draft


def _below(one: _Opened) -> list[str]:
    """What a catalogue says that it lies over."""
    told = one.manifest.extends or []
    return [told] if isinstance(told, str) else told


def _open(draft: Draft, path: str, texts: Texts, alone: bool) -> _Opened:
    """Read what a catalogue says of itself; report what is wrong with that."""
    name = os.path.basename(path)
    whole = path.endswith(WHOLE_ENDINGS) and list(texts) == [name]
    folder = os.path.normpath(os.path.dirname(path) if whole else path)
    prefix = "" if alone or folder == os.curdir else os.path.join(folder, "")
    file = name if whole else MANIFEST
    if file not in texts:
        return _Opened(path, texts, prefix)
    document = draft.read(prefix + file, texts[file])
    data = document.data or {}
    if whole and (like := entry_like(data)):
        told, remedy = f"this looks like {like[0]}", f"put it under {like[1]} in a catalogue"
        draft.report(document.place(()), "shape", told, remedy)
        draft.leave_unread()
        return _Opened(path, {}, prefix)
    if whole and isinstance(data, dict):
        # What is wrong in the rest is found when the whole is taken.
        data = {key: data[key] for key in Manifest.__struct_fields__ if key in data}
    problems = [] if document.problems else list(shape_problems(data, Manifest))
    for at, message, remedy in problems if not whole else ():
        draft.report(document.place(at), "shape", message, remedy)
    wrong = {at[0] if at else None for at, _, _ in problems}
    if document.problems or not wrong <= {"name", "version", "removes"}:
        draft.leave_unread()  # what lies below is not known
    # One wrong field does not make the others unknown.
    sound = {} if None in wrong else {key: data[key] for key in data if key not in wrong}
    manifest = convert(sound, Manifest)
    ids = [rung.id for rung in manifest.rungs]
    for position, id in enumerate(ids):
        if id in ids[:position] or id == "all":
            place = document.place(("rungs", position, "id"))
            told = "taken" if id != "all" else "what figures of all rungs together are called"
            draft.report(place, "repeated-id", f"the id {id!r} is {told}", "choose another")
    return _Opened(path, texts, prefix, document if whole else None, manifest, document)


def _ladder(opened: Sequence[_Opened]) -> Ladder:
    """That of the highest layer which names rungs, or else the bundled one."""
    named = (one.manifest.rungs for one in reversed(opened) if one.manifest.rungs)
    return ladder_of(next(named, LADDER.rungs))


class Words(NamedTuple):
    """What a catalogue calls its rungs and stages, in their order."""

    rungs: Sequence[str]
    stages: Sequence[str]


def words_at(paths: str | Sequence[str] | None) -> Words:
    """The rungs and stages of catalogues, sound or not, of which no more is read than that.

    Raises `UnreadableFile`.
    """
    draft, opened = Draft(), []
    bundled, *others = find(catalogue_paths(paths))
    for path, files in others:
        texts = read_files(path, [f for f in files if "/" not in f])
        opened.append(_open(draft, path, texts, False))
    if not opened or any(BUNDLED in _below(one) for one in opened):
        opened.insert(0, _Opened(None, read_files(bundled.path, [ACTIVITIES]), ""))
    for one in opened:
        if one.whole:
            draft.add_whole(one.whole)
        elif ACTIVITIES in one.texts:
            draft.add({ACTIVITIES: one.texts[ACTIVITIES]})
    return Words(_ladder(opened).ids, list(draft.entries["stages"]))


def _lay_one(draft: Draft, one: _Opened, progress: Progress | None) -> Layer:
    """Add a layer to a draft, and say what it changes."""
    removed = take_away(draft, one.manifest.removes, one.says_so)
    if draft.layers and one.manifest.rungs:
        rename_rungs(draft, one.manifest.rungs, one.says_so)
    below = {collection: set(entries) for collection, entries in draft.entries.items()}
    if one.whole:
        draft.add_whole(one.whole)
    else:
        texts = {file: text for file, text in one.texts.items() if file != MANIFEST}
        draft.add(texts, one.prefix, progress)
    added: dict[str, int] = {}
    replaced = replace_pay(draft)
    if draft.layers:
        sort_by_kind(draft)
    for collection in TYPES:
        entries = draft.entries[collection]
        added[collection] = len(entries.keys() - below[collection])
        replaced += [
            f"{collection}/{id}"
            for id in sorted(below[collection])
            if draft.is_of_this_layer(collection, id)
        ]
    return Layer(
        name=one.manifest.name or _name_of(one.path or BUNDLED),
        path=one.path,
        version=one.manifest.version,
        added=added,
        replaced=replaced,
        removed=removed.removed,
        dropped=removed.dropped,
        mentions=removed.mentions,
    )


def _name_of(path: str) -> str:
    name = os.path.basename(os.path.abspath(path))
    return name.rpartition(".")[0] if name.endswith(WHOLE_ENDINGS) else name


def draft_of(
    paths: str | Sequence[str] | None = None,
    progress: Progress | None = None,
    full_names: bool = False,
) -> Draft:
    """What the files of a catalogue say, sound or not. Raises `UnreadableFile`.

    With `full_names` problems name the files as they can be opened from the working folder.
    """
    return draft_from(find(catalogue_paths(paths)), progress, full_names)


def draft_from(
    found: Sequence[Found], progress: Progress | None, full_names: bool = False
) -> Draft:
    """What files that were found say: those of the bundled catalogue, then those of each layer."""
    bundled, *others = found
    read = [(one.path, read_files(one.path, one.files)) for one in others]
    return lay(lambda: read_files(bundled.path, bundled.files), read, progress, full_names)
