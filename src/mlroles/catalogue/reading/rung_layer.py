"""Put the rungs of a layer's own ladder in the place of those that the layers below name."""

from collections.abc import Mapping, Sequence
from typing import Any

from mlroles.catalogue.reading.draft import Draft
from mlroles.catalogue.reading.references import rungs_named_by
from mlroles.catalogue.text.document import Document
from mlroles.core.model.ladder import LadderRung
from mlroles.core.model.shape import convert, plain

Ids = Mapping[str, str]


def rename_rungs(draft: Draft, rungs: Sequence[LadderRung], document: Document | None) -> None:
    """Rename the rungs that the entries of a draft name, as a layer's own ladder says.

    Where one rung stands for several of those below, the last of them tells what it asks for.
    Reports once those that no rung stands for.
    """
    ids = {former: rung.id for rung in rungs for former in (*rung.former_ids, rung.id)}
    unknown: dict[str, None] = {}
    for collection in ("roles", "teams"):
        for id, entry in draft.entries[collection].items():
            named = {rung for _, rung in rungs_named_by(collection, entry)} - {"all"}
            unknown |= dict.fromkeys(sorted(named - ids.keys()))
            if any(ids.get(rung, rung) != rung for rung in named):
                data = _renamed(plain(entry), ids)
                draft.entries[collection][id] = convert(data, type(entry))
    if unknown and document:
        told = f"no rung stands for {', '.join(unknown)}, which the catalogue below names"
        remedy = "name each in the 'former_ids' of one, or keep it as a rung"
        draft.report(document.place(("rungs",)), "unknown-rung", told, remedy)
        draft.leave_unread("rungs")  # said once is enough


def _renamed(data: Any, ids: Ids) -> Any:
    """Plain data of an entry with other names of rungs, each at most once in a list."""
    if isinstance(data, list):
        items = [_renamed(item, ids) for item in data]
        ladder = [item for item in items if isinstance(item, dict) and "years_from" in item]
        last = {item["rung"]: item for item in ladder}
        return list(last.values()) if ladder else items
    if not isinstance(data, dict):
        return data
    found = {key: _renamed(value, ids) for key, value in data.items()}
    for key in ("rung", "essential_from"):
        if isinstance(found.get(key), str):
            found[key] = ids.get(found[key], found[key])
    if isinstance(levels := found.get("levels"), dict):
        found["levels"] = {ids.get(rung, rung): level for rung, level in levels.items()}
    return found
