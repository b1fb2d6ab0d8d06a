"""What the people of a plan cost a year, with an assumption for pay that is not known."""

from collections.abc import Iterable

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role, TeamTemplate
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.pay.figures import pay_at
from mlroles.core.teams.team import Person


class Costs(Value, frozen=True, kw_only=True):
    """The cost of posts in one country, in its currency."""

    ladder: Ladder
    country: str
    assumed: dict[Rung, int]
    """For a full post whose pay is not known; empty where no pay of the template is."""

    def of_post(self, role: Role, rung: Rung, share: float = 1.0) -> float:
        """The median pay of a role at a rung by the share of a post, or what is assumed."""
        pay = pay_at(self.ladder, role, rung, self.country)
        return round((pay.amount if pay else self.assumed.get(rung, 0)) * share, 2)

    def of(self, people: Iterable[Person]) -> float:
        """What people cost together, by their shares of a post."""
        return sum(self.of_post(p.role, p.rung, p.share) for p in people)


def costs_of(catalogue: Catalogue, template: TeamTemplate | None, country: str) -> Costs:
    """The costs of a plan for a template.

    Where the pay of a role is not known, the median of the template's other roles at the rung is
    assumed; of two in the middle, the higher.
    """
    roles = {seat.role for seat in template.seats} if template else set()
    assumed: dict[Rung, int] = {}
    for rung in catalogue.ladder.ids:
        pays = [pay_at(catalogue.ladder, catalogue.roles[role], rung, country) for role in roles]
        if known := sorted(pay.amount for pay in pays if pay):
            assumed[rung] = known[len(known) // 2]
    return Costs(ladder=catalogue.ladder, country=country, assumed=assumed)
