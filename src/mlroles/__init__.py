"""Careers in machine learning: `load()` gives the catalogue of roles and skills."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mlroles.api import Catalogue, Normaliser, load
    from mlroles.core.model.errors import MlrolesError

__version__ = "0.4.0"
__all__ = ["Catalogue", "MlrolesError", "Normaliser", "__version__", "load"]


def __getattr__(name: str) -> Any:
    # On demand, so that 'mlroles --version' loads no catalogue.
    if name in ("Catalogue", "Normaliser", "load"):
        from mlroles import api

        return getattr(api, name)
    if name == "MlrolesError":
        from mlroles.core.model.errors import MlrolesError

        return MlrolesError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
