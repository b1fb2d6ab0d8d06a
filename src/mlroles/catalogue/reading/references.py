"""Every place at which one entry of the catalogue names another."""

from collections.abc import Iterator

from mlroles.catalogue.reading.draft import Draft
from mlroles.core.model.shape import Path
from mlroles.core.model.vocabulary import Value


class Reference(Value, frozen=True, kw_only=True):
    """An entry (`collection`, `id`) names, at `path`, the entry `target` of `target_collection`."""

    collection: str
    id: str
    path: Path
    target_collection: str
    target: str


SINGULAR = {
    "roles": "role",
    "skills": "skill",
    "families": "family",
    "stages": "stage",
    "activities": "activity",
    "sources": "source",
    "handoffs": "hand-off",
    "teams": "team",
    "topics": "topic",
}


def references(draft: Draft) -> Iterator[Reference]:
    """All references of a draft, in the order of its entries."""
    for collection, entries in draft.entries.items():
        for id, entry in entries.items():
            for target_collection, path, target in named_by(collection, entry):
                yield Reference(
                    collection=collection,
                    id=id,
                    path=path,
                    target_collection=target_collection,
                    target=target,
                )


def named_by(collection: str, entry: object) -> Iterator[tuple[str, Path, str]]:
    """What an entry names: the collection, the path of the place, and the id named there."""
    for position, source in enumerate(getattr(entry, "sources", ())):
        yield "sources", ("sources", position), source
    for target_collection, path in _REFERENCES.get(collection, ()):
        yield from _follow(target_collection, entry, path, ())


def _follow(
    target_collection: str, value: object, path: tuple[str, ...], walked: Path
) -> Iterator[tuple[str, Path, str]]:
    if isinstance(value, list):
        for position, item in enumerate(value):
            yield from _follow(target_collection, item, path, (*walked, position))
    elif isinstance(value, dict):
        for key in value:
            yield target_collection, (*walked, key), key
    elif path and value is not None:
        yield from _follow(target_collection, getattr(value, path[0]), path[1:], (*walked, path[0]))
    elif isinstance(value, str):
        yield target_collection, walked, value


def rungs_named_by(collection: str, entry: object) -> Iterator[tuple[Path, str]]:
    """The rungs that an entry names: the path of the place, and the rung."""
    for path in _RUNGS.get(collection, ()):
        for _, at, rung in _follow("rungs", entry, path, ()):
            yield at, rung


_RUNGS: dict[str, tuple[tuple[str, ...], ...]] = {
    "roles": (
        *((part, field) for part in ("skills", "tools") for field in ("levels", "essential_from")),
        ("rungs", "rung"),
        ("pay", "rung"),
    ),
    "teams": (("seats", "rung"), ("later_seats", "rung")),
}
"""Collection -> fields that name rungs of the career ladder."""

_REFERENCES: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "roles": (
        ("families", ("family",)),
        ("roles", ("speciality_of",)),
        ("roles", ("not_to_be_confused_with", "role")),
        ("roles", ("entry", "routes_in", "role")),
        ("stages", ("lifecycle",)),
        ("activities", ("responsibilities", "activity")),
        ("skills", ("skills", "skill")),
        ("skills", ("tools", "skill")),
        ("sources", ("pay", "source")),
        ("sources", ("demand", "source")),
        ("skills", ("demand", "shares")),
        ("sources", ("outlook", "source")),
    ),
    "skills": (("skills", ("related", "skill")), ("sources", ("effort", "source"))),
    "activities": (("stages", ("stage",)),),
    "handoffs": (("roles", ("from_role",)), ("roles", ("to_role",)), ("stages", ("stage",))),
    "teams": (
        ("roles", ("seats", "role")),
        ("roles", ("later_seats", "role")),
        ("stages", ("stages",)),
        ("activities", ("accountable",)),
        ("activities", ("leaves_out", "activity")),
        ("skills", ("skills",)),
    ),
}
"""Collection -> (collection that is named, field that names it), besides `sources`."""
