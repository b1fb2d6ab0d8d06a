"""Take entries of lower layers away, and with them every place at which others name them."""

from typing import Any, NamedTuple

from mlroles.catalogue.reading.draft import Draft
from mlroles.catalogue.reading.files import TYPES
from mlroles.catalogue.reading.references import SINGULAR, named_by
from mlroles.catalogue.text.document import Document
from mlroles.core.model.entries import HandOff, TeamTemplate
from mlroles.core.model.layer import Removals
from mlroles.core.model.likeness import suggest
from mlroles.core.model.shape import Path, convert, plain
from mlroles.core.model.vocabulary import replace
from mlroles.core.roles.guide import unlinked

Gone = set[tuple[str, str]]
"""(collection, id) of what is there no more."""


LINKED_AS = {
    "roles": "role",
    "skills": "skill",
    "topics": "topic",
    "activities": "",
    "handoffs": "",
    "teams": "",
}
"""Collection -> how a link of the guide calls an entry of it; empty where none leads there."""


class Removed(NamedTuple):
    """What was taken away; see `Layer`."""

    removed: list[str]
    dropped: list[str]
    mentions: int


def take_away(draft: Draft, removals: Removals, document: Document | None) -> Removed:
    """Remove entries from a draft, and report ids that it does not have.

    Hand-offs from or to a removed role go with it, and teams of nobody else; in all other
    entries only the place that names it goes.
    """
    gone: Gone = set()
    for collection in Removals.__struct_fields__:
        for position, id in enumerate(getattr(removals, collection)):
            if id in draft.entries[collection]:
                draft.remove(collection, id)
                gone.add((collection, id))
            elif document and draft.lacks(collection, id):
                place = document.place(("removes", collection, position))
                rule, told = "repeated-item", f"{id!r} stands in this list twice"
                remedy = "keep one of them"
                if (collection, id) not in gone:
                    rule, told = (
                        "unknown-reference",
                        f"no {SINGULAR[collection]} called {id!r} below",
                    )
                    remedy = suggest(id, draft.entries[collection], "remove it here")
                draft.report(place, rule, told, remedy)
    dropped, mentions = [], 0
    for collection in TYPES if gone else ():
        for entry in list(draft.entries[collection].values()):
            if _must_go(entry, gone):
                draft.remove(collection, entry.id)
                dropped.append(f"{collection}/{entry.id}")
                continue
            mentions += _without(draft, collection, entry, gone)
    return Removed(sorted(f"{collection}/{id}" for collection, id in gone), dropped, mentions)


def _must_go(entry: object, gone: Gone) -> bool:
    """Whether nothing is left of a hand-off or a team."""
    if isinstance(entry, HandOff):
        return ("roles", entry.from_role) in gone or ("roles", entry.to_role) in gone
    if isinstance(entry, TeamTemplate):
        return all(("roles", seat.role) in gone for seat in entry.seats)
    return False


def _without(draft: Draft, collection: str, entry: Any, gone: Gone) -> int:
    """Remove from an entry what names something that is gone; in how many places."""
    if collection == "topics":
        text, count = unlinked(entry.text, {(LINKED_AS[sort], id) for sort, id in gone})
        if count:
            draft.change(collection, replace(entry, text=text), {})
        return count
    named = [
        (path, target)
        for sort, path, target in named_by(collection, entry)
        if (sort, target) in gone
    ]
    if collection == "teams":  # who answers for an activity is named by the value, not the key
        named += [
            (("accountable", activity), activity)
            for activity, role in entry.accountable.items()
            if ("roles", role) in gone and ("activities", activity) not in gone
        ]
    data = plain(entry)
    items: dict[Path, set[int]] = {}
    for path, target in named:
        holder = _at(data, path[:-1])
        places = [at for at, key in enumerate(path) if isinstance(key, int)]
        if places and holder[path[-1]] == target:  # a field of an item: all of the item goes
            items.setdefault(path[: places[-1]], set()).add(int(path[places[-1]]))
        else:  # a key, or a field that may be left out
            del holder[path[-1]]
    moved: dict[Path, tuple[Document, Path]] = {}
    for path, positions in items.items():
        whole = _at(data, path)
        kept = [position for position in range(len(whole)) if position not in positions]
        for new, old in enumerate(kept):
            moved[*path, new] = draft.locate(collection, entry.id, (*path, old))
        whole[:] = [whole[position] for position in kept]
    if named:
        draft.change(collection, convert(data, type(entry)), moved)
    return len(named)


def _at(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data
