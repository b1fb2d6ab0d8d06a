"""A whole catalogue as one JSON document, in the shape of its files."""

import msgspec

from mlroles.core.catalogue import Catalogue
from mlroles.core.compiled import COLLECTIONS


def to_json(catalogue: Catalogue) -> str:
    """Every entry with every field that is not at its default, an entry to a line.

    Ids and kinds stand inside the entries, as in any catalogue in one file, which this is. A line
    break is at the end.
    """
    encode = msgspec.json.Encoder().encode
    parts = []
    for collection in COLLECTIONS:
        entries = b",\n".join(map(encode, getattr(catalogue, collection).values()))
        parts.append(b'"%s":[\n%s\n]' % (collection.encode(), entries))
    return (b"{" + b",\n".join(parts) + b"}\n").decode()
