"""The seats that a plan may fill: what each covers and costs, at which rungs."""

from collections.abc import Sequence
from typing import NamedTuple

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role, Seat
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import Id, Rung, Value
from mlroles.core.moves.readiness import held_by
from mlroles.core.pay.figures import pay_at
from mlroles.core.teams.costs import costs_of
from mlroles.core.teams.scope import Scope
from mlroles.core.teams.seat_search import (
    Chosen,
    OpenSeat,
    Option,
    Rank,
    Worth,
    best_choice,
    by_worth,
)
from mlroles.core.teams.team import Person, Team


class Sitter(Value, frozen=True, kw_only=True):
    """Somebody in a team that is planned, there already or to be hired."""

    person: Person
    wanted_rung: Rung
    """The rung that is wanted here; the own one of who is there already."""
    there: bool = False
    """Whether they are in the team already."""
    taught: bool = False
    """Whether this is a junior who learns beside another."""


class _Post(NamedTuple):
    """A post that may be filled."""

    role: Role
    rung: Rung
    """The rung that is wanted."""
    share: float


class OpenSeats:
    """The seats that a scope and the people there leave to be filled."""

    def __init__(
        self,
        catalogue: Catalogue,
        scope: Scope,
        country: str,
        team: Team | None = None,
        paid_only: bool = False,
    ) -> None:
        """Take what has to be covered, where pay is looked up, and who is there already.

        Seats are those of the template that nobody of the team sits on, each at its rung or one
        below, and one at the usual rung for each role that is neither in the template nor a
        speciality; with `paid_only` only if its pay is known. A junior sits only beside somebody of
        the role to learn from, unless juniors are all that the template wants of it.
        """
        self.scope = scope
        self.ladder = ladder = catalogue.ladder
        self.costs = costs_of(catalogue, scope.template, country)
        self.people = team.people if team else ()
        self._skills = scope.template_skills
        wanted = people_wanted(scope)
        self.posts: list[_Post] = []
        self.seats: list[OpenSeat] = []
        others = [role for role in catalogue.roles.values() if role.id not in wanted]
        known = [pay for role in others if (pay := pay_at(ladder, role, ladder.usual, country))]
        dearest = max((pay.amount for pay in known), default=0)
        for id, seats in wanted.items():
            role, several = catalogue.roles[id], len(seats) > 1
            there = [person.rung for person in self.people if person.role.id == id]
            teachers = any(rung not in ladder.mentored for rung in there)
            all_mentored = all(seat.rung in ladder.mentored for seat in seats)
            to_teach = () if teachers or all_mentored else ladder.mentored
            left = _left(ladder, seats, there)
            for place, seat in enumerate(left):
                options = tuple(
                    Option(
                        covers=self._covers(role, held_by(role, rung)),
                        cost=self.costs.of_post(role, rung, seat.share),
                        below=below,
                        beside=rung in to_teach,
                    )
                    for below, rung in enumerate(_rungs(ladder, seat.rung))
                )
                if options[0].covers or several:
                    follows = place > 0 and _kind(ladder, seat) == _kind(ladder, left[place - 1])
                    self.posts.append(_Post(role, seat.rung, seat.share))
                    self.seats.append(OpenSeat(options, int(several), 0, place, follows))
        for role in others:
            pay = pay_at(ladder, role, ladder.usual, country)
            covers = self._covers(role, held_by(role, ladder.usual))
            if covers and not role.speciality_of and (pay or not paid_only):
                self.posts.append(_Post(role, ladder.usual, 1.0))
                option = Option(covers, pay.amount if pay else dearest)
                self.seats.append(OpenSeat((option,), stranger=1))
        self.elements = (1 << len(scope.activities) + len(self._skills)) - 1
        for person in self.people:
            if person.counts:
                self.elements &= ~self._covers(person.role, person.held)
        self.cost = self.costs.of(self.people)

    def best(
        self,
        most: int | None = None,
        budget: float | None = None,
        most_missed: int | None = None,
        rank: Rank = by_worth,
    ) -> Worth | None:
        """The best choice within limits of all people, those there included; None if none fits."""
        most = None if most is None else most - len(self.people)
        budget = None if budget is None else budget - self.cost
        if (most or 0) < 0 or (budget or 0) < 0:
            return None
        return best_choice(self.seats, self.elements, most, budget, most_missed, rank)

    def worth(self, sitters: Sequence[Sitter]) -> Worth:
        """What a team of the people there and others is worth, the cost of all counted.

        Seats that are passed over are not counted: teams are compared that are alike in this.
        """
        missing, new = self.elements, [sitter for sitter in sitters if not sitter.there]
        for sitter in new:
            missing &= ~self._covers(sitter.person.role, sitter.person.held)
        roles = [sitter.person.role.id for sitter in sitters]
        wanted = {id: len(seats) for id, seats in people_wanted(self.scope).items()}
        return Worth(
            missed=missing.bit_count(),
            absent=sum(max(0, n - roles.count(id)) for id, n in wanted.items() if n > 1),
            below=sum(sitter.person.rung != sitter.wanted_rung for sitter in new),
            seats=len(new),
            passed_over=0,
            cost=self.costs.of(sitter.person for sitter in sitters),
            strangers=sum(sitter.person.role.id not in wanted for sitter in new),
        )

    def _covers(self, role: Role, held: dict[str, int]) -> int:
        """What somebody covers, as bits: activities, then the skills asked for."""
        covers = 0
        for position, activity in enumerate(self.scope.activities):
            covers |= self.scope.answers(role.id, activity.id) << position
        count = len(self.scope.activities)
        for position, (skill, level) in enumerate(self._skills.items(), count):
            covers |= (held.get(skill, 0) >= level) << position
        return covers

    def sitters(self, chosen: Chosen) -> list[Sitter]:
        """The people there, and those that a choice adds."""
        there = [Sitter(person=p, wanted_rung=p.rung, there=True) for p in self.people]
        posts = [(self.posts[post], at) for post, at in sorted(chosen)]
        return there + [
            newcomer(post.role, _rungs(self.ladder, post.rung)[at], post.share, post.rung)
            for post, at in posts
        ]


def newcomer(
    role: Role,
    rung: Rung,
    share: float = 1.0,
    wanted_rung: Rung | None = None,
    taught: bool = False,
) -> Sitter:
    """Somebody to be hired, with just what the role asks for at the rung."""
    person = Person(name=None, role=role, rung=rung, share=share, held=held_by(role, rung))
    return Sitter(person=person, wanted_rung=wanted_rung or rung, taught=taught)


def people_wanted(scope: Scope) -> dict[Id, list[Seat]]:
    """The roles of the template, each with a seat for each of its people, the highest first."""
    wanted: dict[Id, list[Seat]] = {}
    for seat in scope.template.seats if scope.template else ():
        wanted.setdefault(seat.role, []).extend([seat] * seat.people)
    for seats in wanted.values():
        seats.sort(key=lambda seat: _kind(scope.ladder, seat), reverse=True)
    return wanted


def _kind(ladder: Ladder, seat: Seat) -> tuple[int, float]:
    """What tells apart the seats of a role."""
    return ladder.place(seat.rung), seat.share


def _rungs(ladder: Ladder, wanted: Rung) -> tuple[Rung, ...]:
    """The rungs that a seat may stand at, the wanted one first."""
    place = ladder.place(wanted)
    return (wanted, ladder.ids[place - 1]) if place else (wanted,)


def _left(ladder: Ladder, seats: Sequence[Seat], there: Sequence[Rung]) -> list[Seat]:
    """The seats that are still open where some people are there, each on the seat nearest."""
    left = list(seats)
    for rung in sorted(there, key=ladder.place, reverse=True):
        if left:
            left.remove(min(left, key=lambda seat: abs(ladder.up(rung, seat.rung))))
    return left
