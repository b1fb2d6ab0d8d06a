"""Plan a team: whom to hire to cover what a template asks for, and the next best."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil, floor, inf
from typing import Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Activity, Role, Seat, Skill
from mlroles.core.model.errors import AskedWrongly, NothingFound
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.gates import is_entry
from mlroles.core.pay.figures import PayAt, known_country, pay_at
from mlroles.core.teams.costs import Costs
from mlroles.core.teams.mentoring import mentoring
from mlroles.core.teams.open_seats import OpenSeats, Sitter, newcomer
from mlroles.core.teams.scope import Scope
from mlroles.core.teams.seat_search import Worth, by_cost, by_worth
from mlroles.core.teams.team import Person, Team

MOST_JUNIORS = 0.5
"""The largest share of juniors: each learns from somebody of their own who is not a junior."""
TINY = 1e-9
"""What the product of a share and a number may lack of a whole."""

Difference = Literal["missed", "absent", "below", "seats", "cost", "strangers", "nothing"]
"""In what the next best is worse: the first field of its worth that is."""

Reason = Literal["no teacher", "budget", "most people"]
"""Why no junior more fits: nobody can teach one of their own role, or a limit is reached."""


class PlannedSeat(Value, frozen=True, kw_only=True):
    """People of one role at one rung in a planned team."""

    role: Role
    rung: Rung
    wanted_rung: Rung
    """The rung that the template wants here; the own one of who is there already."""
    people: int
    share: float
    """Of a full post, of each of them."""
    activities: tuple[Activity, ...]
    """What this role answers for; where it has several seats, the first does."""
    pay: PayAt | None
    """Of one of them with a full post."""
    cost: float
    """Of all of them by their shares; where pay is not known, what is assumed (see `costs_of`)."""
    there: bool
    """Whether they are in the team already."""
    taught: bool
    """Whether they are juniors who learn beside others."""


class Juniors(Value, frozen=True, kw_only=True):
    """The juniors of a plan, those that the template asks for included."""

    share: float
    """The share that was asked for."""
    seats: int
    """Those beside somebody of the same role who is not a junior."""
    reason: Reason | None
    """Why there are fewer than that share; None where there are enough."""
    alone: tuple[Role, ...]
    """The role of each junior whom nobody in the plan is left to teach."""


class Plan(Value, frozen=True, kw_only=True):
    """A team, and what of the template it does not cover."""

    seats: tuple[PlannedSeat, ...]
    not_covered: tuple[Activity, ...]
    skills_not_covered: tuple[Skill, ...]
    single_points: int
    """The activities that one person alone could do."""
    juniors: Juniors

    @property
    def people(self) -> int:
        """How many people it has."""
        return sum(seat.people for seat in self.seats)

    @property
    def cost(self) -> int | None:
        """What they are paid a year together, as far as it is known; None where nothing is."""
        known = [seat.cost for seat in self.seats if seat.pay]
        return round(sum(known)) if known else None

    @property
    def assumed(self) -> int:
        """What is assumed in addition for people whose pay is not known; the budget covers it."""
        return round(sum(seat.cost for seat in self.seats if not seat.pay))

    @property
    def currency(self) -> str | None:
        """The currency of the pay; None where none is known."""
        return next((seat.pay.figure.currency for seat in self.seats if seat.pay), None)

    @property
    def pay_unknown(self) -> tuple[Role, ...]:
        """The roles in it that the cost is without, as their pay is not known."""
        return tuple({seat.role.id: seat.role for seat in self.seats if not seat.pay}.values())


class TeamPlan(Value, frozen=True, kw_only=True):
    """The best team within limits, the next best, and what separates them."""

    scope: Scope
    most: int | None
    budget: int | None
    country: str
    best: Plan
    runner_up: Plan | None
    difference: Difference | None
    to_cover_everything: Plan | None
    """The best team without limits, where the limits leave something out."""
    least_budget: int | None
    """Where a budget leaves something uncovered, the least that covers more of it."""
    left_out: tuple[tuple[Seat, int], ...]
    """Seats of the template and how many people of each the plan does without."""


def plan(
    catalogue: Catalogue,
    scope: Scope,
    most: int | None = None,
    budget: int | None = None,
    country: str | None = None,
    junior_share: float = 0.0,
    team: Team | None = None,
) -> TeamPlan:
    """The best team to cover what a template asks for, with the people of `team` in it.

    Covered is an activity that somebody can answer for, and a skill that the template asks for
    at its level. Where the template has several people of a role, for the amount of work, they
    are wanted too. A seat may stand at the rung that the template wants or one below, but a
    junior sits only beside somebody of the role who is not a junior, unless the template wants
    only juniors of it; roles that are not the template's stand at the usual rung and are no
    specialities. Compared are, in this order: what is not covered, wanted people who are missing,
    seats below the wanted rung, seats, higher seats passed over for lower ones of the same role,
    cost, and roles that are not the template's.

    The cost is the median pay of each rung by the share of a post. The template's roles are
    planned even if their pay is not known, at a cost that is assumed (see `costs_of`); others
    under a budget only if it is known. With `junior_share` above 0 to 0.5 at least one junior,
    and that share rounded down, is added beside others of the same role who can teach them, as
    far as the limits allow; nobody is dropped for that.

    Raises `AskedWrongly` for limits out of range and `NothingFound` where no team fits them.
    """
    if most is not None and most < 1:
        raise AskedWrongly("a team needs somebody", "give --max a number of 1 or more")
    if budget is not None and budget < 1:
        raise AskedWrongly(f"a budget of {budget:,} hires nobody", "give an amount a year")
    if not 0 <= junior_share <= MOST_JUNIORS:
        raise AskedWrongly(
            f"a share of juniors of {junior_share:g} cannot be taught",
            f"give a share from 0 to {MOST_JUNIORS:g}, as each junior learns from one other",
        )
    country = known_country(catalogue, country)
    open_seats = OpenSeats(catalogue, scope, country, team, paid_only=budget is not None)
    found = open_seats.best(most, budget)
    if found is None or not (found.chosen or team):
        raise _nothing_fits(open_seats, most, budget)
    sitters = open_seats.sitters(found.chosen)
    worth = open_seats.worth(sitters)
    others = [(open_seats.worth(other), other) for other in _alternatives(open_seats, sitters)]
    fitting = [pair for pair in others if budget is None or pair[0].cost <= budget]
    runner_up = min(fitting, key=lambda pair: by_worth(pair[0]), default=None)

    def planned(of: Sequence[Sitter], most: int | None, budget: int | None) -> Plan:
        return _plan(catalogue, scope, open_seats.costs, of, junior_share, most, budget)

    best = planned(sitters, most, budget)
    whole = more = None
    if worth.missed or worth.absent:
        unlimited = OpenSeats(catalogue, scope, country, team)
        if all_of_it := unlimited.best():
            whole = planned(unlimited.sitters(all_of_it.chosen), None, None)
    if budget is not None and worth.missed:
        more = open_seats.best(most, None, worth.missed - 1, by_cost)
    return TeamPlan(
        scope=scope,
        most=most,
        budget=budget,
        country=country,
        best=best,
        runner_up=planned(runner_up[1], most, budget) if runner_up else None,
        difference=_difference(worth, runner_up[0]) if runner_up else None,
        to_cover_everything=whole,
        least_budget=ceil(more.cost + open_seats.cost) if more else None,
        left_out=tuple(_left_out(scope, best)),
    )


def _nothing_fits(open_seats: OpenSeats, most: int | None, budget: int | None) -> NothingFound:
    there = len(open_seats.people)
    if most is not None and there > most:
        return NothingFound(
            f"the team has {there} people already, more than {most}", f"allow at least {there}"
        )
    least = open_seats.best(most, None, open_seats.elements.bit_count() - 1, by_cost)
    enough = ceil(open_seats.cost + (least.cost if least else 0))
    if budget is not None and open_seats.cost > budget:
        cost = round(open_seats.cost)
        what = f"the people there cost {cost:,} a year already, more than {budget:,}"
    elif budget is None or least is None:
        return NothingFound("no role covers anything that is left", "choose another template")
    else:
        what = f"no team fits a budget of {budget:,}"
    remedy = "the least that helps costs" if least else "allow at least"
    return NothingFound(what, f"{remedy} {enough:,}")


def _alternatives(open_seats: OpenSeats, sitters: Sequence[Sitter]) -> Iterator[list[Sitter]]:
    """Teams with one new role fewer, or with another role of the same family in its place.

    A role that several people have stays. The other role is one that the plan could have had.
    """
    count = Counter(sitter.person.role.id for sitter in sitters)
    posts = {post.role.id: post for post in reversed(open_seats.posts)}  # the highest of each role
    for place, sitter in enumerate(sitters):
        role = sitter.person.role
        if sitter.there or count[role.id] > 1:
            continue
        before, after = list(sitters[:place]), list(sitters[place + 1 :])
        if before or after:
            yield before + after
        for post in posts.values():
            if post.role.family == role.family and post.role.id not in count:
                yield [*before, newcomer(post.role, post.rung, post.share), *after]


def _difference(best: Worth, other: Worth) -> Difference:
    fields: Sequence[Difference] = ("missed", "absent", "below", "seats", "cost", "strangers")
    return next((f for f in fields if getattr(other, f) > getattr(best, f)), "nothing")


def _plan(
    catalogue: Catalogue,
    scope: Scope,
    costs: Costs,
    sitters: Sequence[Sitter],
    share: float,
    most: int | None,
    budget: int | None,
) -> Plan:
    """The plan that a team makes, with the juniors that it can take within limits."""
    added, juniors = _juniors(scope, costs, sitters, share, most, budget)
    together = [*sitters, *added]
    people = [sitter.person for sitter in together]
    able = [person for person in people if person.counts]
    roles = list(dict.fromkeys(person.role.id for person in able))
    answering = {a.id: scope.accountable(roles, a.id)[:1] for a in scope.activities}
    alike: dict[tuple[object, ...], list[Sitter]] = {}
    for sitter in together:
        person = sitter.person
        who = (person.role.id, person.rung, person.share)
        key = (*who, sitter.wanted_rung, sitter.there, sitter.taught)
        alike.setdefault(key, []).append(sitter)
    seats: list[PlannedSeat] = []
    for first, *others in alike.values():
        role = first.person.role
        named = any(seat.role.id == role.id for seat in seats)
        seats.append(
            PlannedSeat(
                role=role,
                rung=first.person.rung,
                wanted_rung=first.wanted_rung,
                people=1 + len(others),
                share=first.person.share,
                activities=tuple(
                    a for a in scope.activities if answering[a.id] == [role.id] and not named
                ),
                pay=pay_at(scope.ladder, role, first.person.rung, costs.country),
                cost=costs.of_post(role, first.person.rung, first.person.share) * (1 + len(others)),
                there=first.there,
                taught=first.taught,
            )
        )
    return Plan(
        seats=tuple(seats),
        not_covered=tuple(a for a in scope.activities if not answering[a.id]),
        skills_not_covered=tuple(
            catalogue.skills[skill]
            for skill, level in scope.template_skills.items()
            if all(person.held.get(skill, 0) < level for person in able)
        ),
        single_points=len(_alone(scope, people)),
        juniors=juniors,
    )


def _alone(scope: Scope, people: Sequence[Person]) -> list[Person]:
    """For each activity that one person alone could do, who that is."""
    able = (
        [p for p in people if p.counts and scope.does(p.role.id, a.id)] for a in scope.activities
    )
    return [them[0] for them in able if len(them) == 1]


def _juniors(
    scope: Scope,
    costs: Costs,
    sitters: Sequence[Sitter],
    share: float,
    most: int | None,
    budget: int | None,
) -> tuple[list[Sitter], Juniors]:
    """The juniors to add for a share, and why there are no more; see `plan`.

    Those beside a teacher with a full post come first; then the cheapest, unknown pay last; then
    those who take most of what one person alone could do. Roles that ask for years of work from
    the first rung on have no juniors. A junior without anybody else of the role is not counted
    for the share.
    """
    people = [sitter.person for sitter in sitters]
    ladder = scope.ladder
    elders = {person.role.id for person in people if person.rung not in ladder.mentored}
    there = sum(p.rung in ladder.mentored and p.role.id in elders for p in people)
    lacking = int(share > 0 and not there)
    while floor(share * (len(people) + lacking) + TINY) > there + lacking:
        lacking += 1
    team = Team(name="", people=tuple(people))
    teachers = [
        person
        for person, roles in mentoring(ladder, team).room
        if person.role in roles and is_entry(ladder, person.role)
    ]
    alone = [id(person) for person in _alone(scope, people)]

    def order(teacher: Person) -> tuple[bool, float, int, str]:
        pay = pay_at(ladder, teacher.role, ladder.mentored[0], costs.country)
        cost = pay.amount if pay else inf
        return teacher.share < 1, cost, -alone.count(id(teacher)), teacher.role.id

    added: list[Sitter] = []
    reason: Reason = "no teacher"
    for teacher in sorted(teachers, key=order):
        if len(added) == lacking:
            break
        junior = newcomer(teacher.role, ladder.mentored[0], taught=True)
        cost = costs.of([*people, *(a.person for a in added), junior.person])
        if most is not None and len(people) + len(added) >= most:
            reason = "most people"
        elif budget is not None and cost > budget:
            reason = "budget"
        else:
            added.append(junior)
    together = [*people, *(sitter.person for sitter in added)]
    untaught = mentoring(ladder, Team(name="", people=tuple(together))).alone
    return added, Juniors(
        share=share,
        seats=there + len(added),
        reason=None if len(added) == lacking else reason,
        alone=tuple(person.role for person in untaught),
    )


def _left_out(scope: Scope, best: Plan) -> Iterator[tuple[Seat, int]]:
    """The seats of the template that a plan leaves empty, with how many people of each."""
    have: Counter[str] = Counter()
    for planned in best.seats:
        have[planned.role.id] += 0 if planned.taught else planned.people
    for seat in scope.template.seats if scope.template else ():
        empty = max(0, seat.people - have[seat.role])
        have[seat.role] -= seat.people - empty
        if empty:
            yield seat, empty
