"""What is loaded: the layers of a catalogue, how much is in them, and the compiled copy."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Source
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.layer import Layer
from mlroles.core.model.vocabulary import Value

COUNTED = (
    *("roles", "skills", "families", "stages", "activities"),
    *("handoffs", "teams", "topics", "sources"),
)
"""The collections of a catalogue, in the order in which they are shown."""


class CompiledCopy(Value, frozen=True, kw_only=True):
    """The file from which a catalogue is read that has been read before."""

    file: str
    bytes: int
    age_seconds: int


class LayerState(Value, frozen=True, kw_only=True):
    """A layer, and the sources that it brings."""

    layer: Layer
    sources: tuple[Source, ...]


class State(Value, frozen=True, kw_only=True):
    """A loaded catalogue as a whole; `copy` is None where none could be kept."""

    layers: tuple[LayerState, ...]
    ladder: Ladder
    counts: dict[str, int]
    names: int
    """How many names, as they are folded, lead to a role or skill."""
    copy: CompiledCopy | None


class Cleared(Value, frozen=True, kw_only=True):
    """The compiled copies that were removed."""

    folder: str
    files: int
    bytes: int


def state(catalogue: Catalogue, copy: CompiledCopy | None) -> State:
    """Describe a catalogue, lowest layer first."""
    sources: dict[int, list[Source]] = {}
    for id, source in catalogue.sources.items():
        number = catalogue.origins.get(f"sources/{id}", 0)
        sources.setdefault(number, []).append(source)
    return State(
        layers=tuple(
            LayerState(layer=layer, sources=tuple(sources.get(number, ())))
            for number, layer in enumerate(catalogue.layers)
        ),
        ladder=catalogue.ladder,
        counts={collection: len(getattr(catalogue, collection)) for collection in COUNTED},
        names=len(catalogue.names),
        copy=copy,
    )
