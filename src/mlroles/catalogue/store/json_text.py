"""Write a catalogue as one JSON file, which is a catalogue again."""

import msgspec

from mlroles.catalogue.reading.files import TYPES
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.ladder import LADDER


def to_json(catalogue: Catalogue) -> str:
    """Every entry with every field that is not at its default, an entry to a line.

    Rungs that the catalogue names itself come last. Ids and kinds stand inside the entries, as in
    any catalogue in one file. A line break is at the end.
    """
    encode = msgspec.json.Encoder().encode
    parts = []
    for collection in TYPES:
        entries = b",\n".join(map(encode, getattr(catalogue, collection).values()))
        parts.append(b'"%s":[\n%s\n]' % (collection.encode(), entries))
    if catalogue.ladder != LADDER:
        parts.append(b'"rungs":%s' % encode(catalogue.ladder.rungs))
    return (b"{" + b",\n".join(parts) + b"}\n").decode()
