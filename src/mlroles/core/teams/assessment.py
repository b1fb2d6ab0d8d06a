"""All that is asked of a team at once: its check, whom to hire, what it is paid, and changes."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Activity, Role
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import Value
from mlroles.core.pay.figures import PayAt, known_country, pay_at
from mlroles.core.teams.check import GreenSkill, TeamCheck, check, green_skills
from mlroles.core.teams.file import TeamFile
from mlroles.core.teams.nearest import Nearest, scope_for
from mlroles.core.teams.next_hire import Hire, next_hires
from mlroles.core.teams.team import Team, changed, team_of


class TeamPay(Value, frozen=True, kw_only=True):
    """What the people of a team are paid together, a year: medians by their share of a post."""

    country: str
    people: tuple[PayAt | None, ...]
    """What each of them is paid for a full post, in the order of the team."""
    currency: str | None
    total: int
    unknown: tuple[Role, ...]
    """The roles in it that no figure is known of, which the total is without."""


class Change(Value, frozen=True, kw_only=True):
    """A team after changes, and what became of its holes."""

    said: str
    after: TeamCheck
    pay: TeamPay
    filled: tuple[Activity, ...]
    """What nobody answered for before, and somebody does now."""
    opened: tuple[Activity, ...]
    """What nobody answers for any more."""


class Assessment(Value, frozen=True, kw_only=True):
    """A team measured, with what to do about it."""

    check: TeamCheck
    nearest: Nearest | None
    """The template it is measured against, where nobody named one."""
    hires: tuple[Hire, ...]
    """The one with the highest score first."""
    pay: TeamPay
    green: tuple[GreenSkill, ...]
    """Empty where nobody asked for them."""
    change: Change | None


def assess(
    catalogue: Catalogue,
    file: TeamFile,
    template: str | None = None,
    changes: str | None = None,
    country: str | None = None,
    green: bool = False,
) -> Assessment:
    """Measure a team, and changes to it, against a template.

    That is the one named, else the file's, else the nearest; none where the catalogue has none.

    Green skills are looked at where it is wanted or the template asks for skills: finding them
    means looking at all skills.

    Raises `AskedWrongly` for names and changes that there are not, and `NothingFound` where the
    catalogue knows no activities.
    """
    country = known_country(catalogue, country)
    team = team_of(catalogue, file)
    scope, nearest = scope_for(catalogue, file, team, template)
    checked = check(catalogue, team, scope)
    change = None
    if changes is not None:
        after = check(catalogue, changed(catalogue, checked.team, changes), scope)
        change = Change(
            said=changes,
            after=after,
            pay=team_pay(catalogue.ladder, after.team, country),
            filled=tuple(hole for hole in checked.holes if hole not in after.holes),
            opened=tuple(hole for hole in after.holes if hole not in checked.holes),
        )
    return Assessment(
        check=checked,
        nearest=nearest,
        hires=tuple(next_hires(catalogue, checked, country)),
        pay=team_pay(catalogue.ladder, checked.team, country),
        green=green_skills(catalogue, checked) if green or scope.template_skills else (),
        change=change,
    )


def team_pay(ladder: Ladder, team: Team, country: str) -> TeamPay:
    """What a team is paid in a country; figures of one country are in one currency."""
    pays = [pay_at(ladder, person.role, person.rung, country) for person in team.people]
    paid = list(zip(team.people, pays, strict=True))
    unknown = {person.role.id: person.role for person, pay in paid if not pay}
    return TeamPay(
        country=country,
        people=tuple(pays),
        currency=next((pay.figure.currency for pay in pays if pay), None),
        total=round(sum(pay.amount * person.share for person, pay in paid if pay)),
        unknown=tuple(unknown.values()),
    )
