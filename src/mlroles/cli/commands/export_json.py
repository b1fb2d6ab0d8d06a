"""The command `export json`."""

from mlroles.catalogue.load import load
from mlroles.catalogue.store.json_text import to_json
from mlroles.cli.answer import Where, writes


@writes
def export_json(where: Where) -> str:
    """Write the whole catalogue as JSON."""
    return to_json(load(where))
