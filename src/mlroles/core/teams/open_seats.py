"""The seats that a plan may fill: what each covers and costs, at which rungs."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import RUNGS, Id, Rung, Value
from mlroles.core.moves.readiness import held_by
from mlroles.core.pay.figures import pay_at
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
    """A post that may be filled, and the rungs it may stand at, the wanted one first."""

    role: Role
    rungs: tuple[Rung, ...]


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
        below, and one at mid for each role that is neither in the template nor a speciality;
        with `paid_only` only if its pay is known.
        """
        self.scope, self.country = scope, country
        self.people = team.people if team else ()
        self._skills = scope.template_skills
        wanted = people_wanted(scope)
        self.posts: list[_Post] = []
        self.seats: list[OpenSeat] = []
        others = [role for role in catalogue.roles.values() if role.id not in wanted]
        known = [pay for role in others if (pay := pay_at(role, "mid", country))]
        dearest = max((pay.amount for pay in known), default=0)
        for id, rungs in wanted.items():
            left = _left(rungs, [p.rung for p in self.people if p.role.id == id])
            for number, rung in enumerate(left):
                several, follows = len(rungs) > 1, rung in left[:number]
                self._add(catalogue.roles[id], rung, wanted=several, follows=follows)
        for role in others:
            if not role.speciality_of and not (paid_only and pay_at(role, "mid", country) is None):
                self._add(role, "mid", stranger=True, unknown_cost=dearest)
        self.elements = (1 << len(scope.activities) + len(self._skills)) - 1
        for person in self.people:
            if person.counts:
                self.elements &= ~self._covers(person.role, person.held)
        self.cost = people_cost(self.people, country) or 0

    def _add(
        self,
        role: Role,
        rung: Rung,
        *,
        wanted: bool = False,
        stranger: bool = False,
        follows: bool = False,
        unknown_cost: int = 0,
    ) -> None:
        place = RUNGS.index(rung)
        rungs = (rung, RUNGS[place - 1]) if place and not stranger else (rung,)
        options = []
        for number, at in enumerate(rungs):
            pay = pay_at(role, at, self.country)
            cost = pay.amount if pay else unknown_cost
            options.append(Option(self._covers(role, held_by(role, at)), cost, number))
        if options[0].covers or wanted:
            self.posts.append(_Post(role, rungs))
            self.seats.append(OpenSeat(tuple(options), int(wanted), int(stranger), follows))

    def best(
        self,
        most: int | None = None,
        budget: int | None = None,
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
        """What a team of the people there and others is worth, the cost of all counted."""
        missing, new = self.elements, [sitter for sitter in sitters if not sitter.there]
        for sitter in new:
            missing &= ~self._covers(sitter.person.role, sitter.person.held)
        roles = [sitter.person.role.id for sitter in sitters]
        wanted = {id: len(rungs) for id, rungs in people_wanted(self.scope).items()}
        return Worth(
            missed=missing.bit_count(),
            absent=sum(max(0, n - roles.count(id)) for id, n in wanted.items() if n > 1),
            below=sum(sitter.person.rung != sitter.wanted_rung for sitter in new),
            seats=len(new),
            cost=people_cost((sitter.person for sitter in sitters), self.country) or 0,
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
        return there + [
            newcomer(self.posts[post].role, self.posts[post].rungs[at], self.posts[post].rungs[0])
            for post, at in sorted(chosen)
        ]


def people_cost(people: Iterable[Person], country: str) -> int | None:
    """What people are paid a year by their shares of a post; None where no pay is known."""
    known = [(pay.amount, p.share) for p in people if (pay := pay_at(p.role, p.rung, country))]
    return round(sum(amount * share for amount, share in known)) if known else None


def newcomer(role: Role, rung: Rung, wanted_rung: Rung, taught: bool = False) -> Sitter:
    """Somebody to be hired, with a full post and just what the role asks for at the rung."""
    person = Person(name=None, role=role, rung=rung, share=1.0, held=held_by(role, rung))
    return Sitter(person=person, wanted_rung=wanted_rung, taught=taught)


def people_wanted(scope: Scope) -> dict[Id, list[Rung]]:
    """The roles of the template, each with the rungs of its people, the highest first."""
    wanted: dict[Id, list[Rung]] = {}
    for seat in scope.template.seats if scope.template else ():
        wanted.setdefault(seat.role, []).extend([seat.rung] * seat.people)
    return {role: sorted(rungs, key=RUNGS.index, reverse=True) for role, rungs in wanted.items()}


def _left(rungs: Iterable[Rung], there: Sequence[Rung]) -> list[Rung]:
    """The rungs that are still open where some people are there, each on the seat nearest."""
    left = list(rungs)
    for rung in sorted(there, key=RUNGS.index, reverse=True):
        if left:
            place = RUNGS.index(rung)
            left.remove(min(left, key=lambda r: abs(RUNGS.index(r) - place)))
    return left
