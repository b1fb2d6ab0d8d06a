"""A whole catalogue as one JSON document, in the shape of its files."""

from types import GenericAlias

import msgspec

from mlroles.core.catalogue import Catalogue
from mlroles.core.compiled import COLLECTIONS

DOCUMENT = msgspec.defstruct(
    "Catalogue",
    [(collection, GenericAlias(list, kind), []) for collection, kind in COLLECTIONS.items()],
    forbid_unknown_fields=True,
)
"""What the document is: a list of entries for each collection; any of them may be left out."""


def to_json(catalogue: Catalogue) -> str:
    """Every entry with every field that is not at its default, an entry to a line.

    Unlike in files, ids and kinds stand inside the entries. A line break is at the end.
    """
    encode = msgspec.json.Encoder().encode
    parts = []
    for collection in COLLECTIONS:
        entries = b",\n".join(map(encode, getattr(catalogue, collection).values()))
        parts.append(b'"%s":[\n%s\n]' % (collection.encode(), entries))
    return (b"{" + b",\n".join(parts) + b"}\n").decode()
