"""The command `match`."""

from mlroles.cli.answer import answers
from mlroles.cli.have import Held, Limit, skills_held
from mlroles.cli.options import Country, Families, Full, PayFloor, Why, split
from mlroles.core.catalogue import Catalogue
from mlroles.core.moves import match as core
from mlroles.core.roles.listing import list_roles
from mlroles.present.moves.match import match_report
from mlroles.present.page.report import Report


@answers
def match(
    catalogue: Catalogue,
    have: Held,
    family: Families = None,
    country: Country = None,
    pay_floor: PayFloor = None,
    limit: Limit = None,
    why: Why = False,
    full: Full = False,
) -> Report:
    """Find the roles that fit your skills."""
    roles = list_roles(catalogue, split(family)) if family else None
    most = core.MOST_ROLES if limit is None else limit
    found = core.match(catalogue, skills_held(catalogue, have), roles, country, pay_floor, most)
    return match_report(catalogue, found, have, limit, why, full)
