"""The compiled form of a catalogue says the same as the catalogue."""

from hypothesis import given

from mlroles.catalogue.store.compiled import from_text, to_parts
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.names import claims
from strategies import catalogues


def never() -> Catalogue:
    raise AssertionError("nothing is damaged")


@given(catalogues())
def test_round_trip(catalogue: Catalogue) -> None:
    """Written and read again it is equal, entry by entry and name by name."""
    again = from_text(memoryview(b"".join(to_parts(catalogue))), never)
    assert again == catalogue
    assert dict(again.names) == dict(catalogue.names)
    assert len(again.names) == len(catalogue.names)


def test_bundled_names_are_found(bundled: Catalogue) -> None:
    """Every name has its claims, and nothing else has any."""
    named = claims(bundled.roles.values(), bundled.skills.values())
    assert dict(bundled.names) == named
    for wrong in ("", "xyzzy", "mlops\t", "\n", "mlops\nmlops"):
        assert wrong not in bundled.names
