"""Entries into a catalogue: adds what follows from them, so that nothing has to be looked for."""

from collections.abc import Mapping, Sequence
from typing import Any

from mlroles.core.catalogue import Catalogue
from mlroles.core.index import IndexBytes
from mlroles.core.layer import Layer
from mlroles.core.names import claims
from mlroles.core.vocabulary import Id, RaciLetter


def assemble(
    entries: Mapping[str, Mapping[Id, Any]],
    layers: Sequence[Layer] = (),
    origins: Mapping[str, int] | None = None,
) -> Catalogue:
    """The catalogue of these entries: collection -> id -> entry; all collections are there.

    `layers` are what it was laid out of, lowest first, and `origins` tells of each entry that
    is not from the lowest which one it is from.
    """
    uses: dict[Id, list[Id]] = {}
    duties: dict[Id, list[tuple[Id, RaciLetter]]] = {}
    for role in entries["roles"].values():
        for requirement in (*role.skills, *role.tools):
            uses.setdefault(requirement.skill, []).append(role.id)
        for duty in role.responsibilities:
            duties.setdefault(duty.activity, []).append((role.id, duty.raci))

    def index() -> memoryview:
        from mlroles.core.indexing import build_index  # only what is compiled needs it

        parts = (entries[name] for name in ("roles", "skills", "activities", "families"))
        return memoryview(build_index(*parts))

    return Catalogue(
        **entries,
        index=IndexBytes(index),
        names=claims(entries["roles"].values(), entries["skills"].values()),
        role_names={id: role.name for id, role in entries["roles"].items()},
        uses=uses,
        duties=duties,
        layers=list(layers),
        origins=dict(origins or {}),
    )
