"""What is shown of which role."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.model import Role
from mlroles.core.vocabulary import Rung, Value


class View(Value, frozen=True, kw_only=True):
    """What is shown of which role: one rung or all, the whole page (in brief) or parts in full."""

    catalogue: Catalogue
    role: Role
    rung: Rung | None
    brief: bool
