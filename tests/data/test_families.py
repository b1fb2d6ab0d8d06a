"""The families of the bundled catalogue hold together."""

from itertools import combinations

from mlroles.core.catalogue import Catalogue
from mlroles.core.roles.similarity import similarity


def test_kin_have_something_in_common(bundled: Catalogue) -> None:
    """No two roles of one family are wholly unlike."""
    for a, b in combinations(bundled.roles.values(), 2):
        if a.family == b.family:
            assert similarity(bundled, a, b).score > 0, (a.id, b.id)
