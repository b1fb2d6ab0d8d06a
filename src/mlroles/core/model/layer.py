"""The layers that a catalogue is made of: what each adds, replaces and takes away."""

from typing import Annotated

from mlroles.core.model.ladder import LadderRung
from mlroles.core.model.vocabulary import Id, Part, Text, Value, about


class Removals(Part, frozen=True, kw_only=True):
    """Entries of the layers below that a layer does without, by collection."""

    roles: list[Id] = []
    skills: list[Id] = []
    activities: list[Id] = []
    handoffs: list[Id] = []
    teams: list[Id] = []
    topics: list[Id] = []


class Manifest(Part, frozen=True, kw_only=True):
    """What a catalogue says of itself."""

    name: Annotated[Text | None, about("what to call it; else its folder's name")] = None
    version: Annotated[Text | None, about("put it in quotes: '2026.1'")] = None
    extends: Annotated[
        Text | list[Text] | None,
        about("bundled, or paths of catalogues below, from here; left out: it stands alone"),
    ] = None
    rungs: Annotated[
        list[LadderRung],
        about("the career ladder, lowest first; left out: that of the catalogue below"),
    ] = []
    removes: Annotated[Removals, about("ids of entries below that this one does without")] = (
        Removals()
    )


class Layer(Value, frozen=True, kw_only=True):
    """One of the layers of a catalogue, the lowest first.

    Entries are written as "roles/ml-engineer": the collection and the id.
    """

    name: str
    path: str | None
    """Where it is; None for the catalogue that comes with the program."""
    version: str | None
    added: dict[str, int]
    """Collection -> how many entries it brings that no layer below has."""
    replaced: list[str]
    """Entries of layers below in whose place it puts its own; "pay/ml-engineer" for pay alone."""
    removed: list[str]
    """Entries of layers below that it takes away."""
    dropped: list[str]
    """What went with them, since it cannot be without them."""
    mentions: int
    """In how many places of other entries they were named, and are no more."""
