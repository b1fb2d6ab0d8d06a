"""Careers in machine learning: `load()` gives the catalogue of roles and skills."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mlroles.catalogue.load import load
    from mlroles.core.catalogue import Catalogue

__version__ = "0.1.0"
__all__ = ["Catalogue", "__version__", "load"]


def __getattr__(name: str) -> Any:
    # On demand, so that 'mlroles --version' loads no catalogue.
    if name == "load":
        from mlroles.catalogue.load import load

        return load
    if name == "Catalogue":
        from mlroles.core.catalogue import Catalogue

        return Catalogue
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
