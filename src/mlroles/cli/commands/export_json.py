"""The command `export json`."""

from mlroles.catalogue.load import load
from mlroles.cli.answer import Where, writes
from mlroles.core.json_document import to_json


@writes
def export_json(where: Where) -> str:
    """Write the whole catalogue as one JSON document, an entry to a line."""
    return to_json(load(where))
