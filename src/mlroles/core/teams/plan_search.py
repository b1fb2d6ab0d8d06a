"""The roles that could sit in a team, as sets of bits, and what a team of them is worth."""

from functools import cache
from math import floor
from typing import NamedTuple

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Activity, Role, Skill
from mlroles.core.model.vocabulary import RUNGS, Rung, Value
from mlroles.core.moves.readiness import held_by
from mlroles.core.pay.figures import PayAt, pay_at
from mlroles.core.teams.mentoring import can_teach
from mlroles.core.teams.scope import Scope
from mlroles.core.teams.set_cover import Candidate, Chosen, Worth, best_choice

TINY = 1e-9
"""What the product of a share and a number may lack of a whole."""


class PlannedSeat(Value, frozen=True, kw_only=True):
    """A seat of a planned team."""

    role: Role
    rung: Rung
    answers: tuple[Activity, ...]
    """What this role answers for; where several could, the first of the plan does."""
    pay: PayAt | None


class Plan(Value, frozen=True, kw_only=True):
    """A team, and what of the template it covers and what it gives up."""

    seats: tuple[PlannedSeat, ...]
    given_up: tuple[Activity, ...]
    skills_given_up: tuple[Skill, ...]
    single_points: int
    """The activities that one person alone could do."""

    @property
    def cost(self) -> int | None:
        """The sum of the medians, a year; None where one of them is unknown."""
        medians = [seat.pay.amount for seat in self.seats if seat.pay]
        return sum(medians) if len(medians) == len(self.seats) else None


class _Junior(NamedTuple):
    """A junior beside a seat, sorted by what speaks against it."""

    cost: int
    """See `PlanSearch._taught`."""
    kept_risk: int
    """Less the activities that no longer hang on one person."""
    position: int
    teaching_rung: Rung


class PlanSearch:
    """Teams under a scope: their worth, the best of them, and the plan that a choice means."""

    def __init__(
        self, catalogue: Catalogue, scope: Scope, country: str, junior_share: float
    ) -> None:
        """Take what has to be covered, where pay is looked up, and the share of juniors."""
        self._catalogue, self._scope, self._country = catalogue, scope, country
        self._share = junior_share
        self._skills = scope.template_skills
        self._own = {seat.role for seat in scope.template.seats} if scope.template else set()
        self._everything = (1 << len(scope.activities) + len(self._skills)) - 1
        self.seatings = []
        """The roles that cover something, each with the rung it sits at."""
        self._covers, self._able = list[int](), list[int]()
        for role in catalogue.roles.values():
            rung = scope.rung(role.id)
            covers, able = self._bits(role, rung)
            if covers:
                self.seatings.append((role, rung))
                self._covers.append(covers)
                self._able.append(able)

    def best(self, most: int, budget: int | None, other_than: Chosen | None = None) -> Worth | None:
        """The best choice of roles for a team of at most `most` seats, juniors among them."""
        costs = [0] * len(self.seatings)
        if budget is not None:
            paid = [self._pay(role, rung) for role, rung in self.seatings]
            costs = [pay.amount if pay else budget + 1 for pay in paid]

        def worth(chosen: Chosen, missed: int) -> Worth | None:
            risk = self._alone(chosen).bit_count()
            count = self._juniors(len(chosen))
            juniors = self._beside(chosen, budget is not None)[:count]
            cost = sum(costs[i] for i in chosen) + sum(j.cost for j in juniors)
            fits = len(juniors) == count and (budget is None or cost <= budget)
            if not fits or chosen == other_than:
                return None
            return Worth(
                missed=missed,
                seats=len(chosen),
                cost=cost,
                strangers=sum(self.seatings[i][0].id not in self._own for i in chosen),
                risk=risk + sum(j.kept_risk for j in juniors),
                chosen=chosen,
            )

        others = max(n for n in range(most + 1) if n + self._juniors(n) <= most)
        candidates = []
        for position, (covers, cost) in enumerate(zip(self._covers, costs, strict=True)):
            # Where figures are odd, a teacher at a higher rung may cost less.
            taught = self._taught(position, paid=True) if budget and self._share else None
            candidates.append(Candidate(covers, cost + min(0, taught[0]) if taught else cost))
        return best_choice(candidates, self._everything, others, worth, budget)

    def plan(self, worth: Worth, budget: int | None) -> Plan:
        """The seats of a choice, and what it gives up."""
        juniors = self._beside(worth.chosen, budget is not None)
        taught = {j.position: j for j in juniors[: self._juniors(len(worth.chosen))]}
        roles = [self.seatings[i][0].id for i in worth.chosen]
        answering = {a.id: self._scope.accountable(roles, a.id) for a in self._scope.activities}
        seats = []
        for position in worth.chosen:
            role, rung = self.seatings[position]
            rung = taught[position].teaching_rung if position in taught else rung
            answers = [a for a in self._scope.activities if answering[a.id][:1] == [role.id]]
            seats.append(self._seat(role, rung, answers))
        seats += [self._seat(self.seatings[position][0], "junior", []) for position in taught]
        covered = 0
        for position in worth.chosen:
            covered |= self._covers[position]
        count = len(self._scope.activities)
        missed_skills = [
            skill for i, skill in enumerate(self._skills) if not covered >> count + i & 1
        ]
        return Plan(
            seats=tuple(seats),
            given_up=tuple(a for a in self._scope.activities if not answering[a.id]),
            skills_given_up=tuple(self._catalogue.skills[skill] for skill in missed_skills),
            single_points=worth.risk,
        )

    def unpaid(self) -> tuple[Role, ...]:
        """The roles whose pay is not known."""
        return tuple(role for role, rung in self.seatings if not self._pay(role, rung))

    def _seat(self, role: Role, rung: Rung, answers: list[Activity]) -> PlannedSeat:
        pay = self._pay(role, rung)
        return PlannedSeat(role=role, rung=rung, answers=tuple(answers), pay=pay)

    def _pay(self, role: Role, rung: Rung) -> PayAt | None:
        return pay_at(role, rung, self._country)

    def _bits(self, role: Role, rung: Rung) -> tuple[int, int]:
        """What a role covers, and what it could do: activities, then the skills asked for."""
        covers = able = 0
        for position, activity in enumerate(self._scope.activities):
            covers |= self._scope.answers(role.id, activity.id) << position
            able |= self._scope.does(role.id, activity.id) << position
        held = held_by(role, rung)
        for position, (skill, level) in enumerate(
            self._skills.items(), len(self._scope.activities)
        ):
            covers |= (held.get(skill, 0) >= level) << position
        return covers, able

    def _juniors(self, others: int) -> int:
        """How many juniors make a team with so many others have its share, rounded down."""
        count = 0
        while floor(self._share * (others + count) + TINY) > count:
            count += 1
        return count

    def _alone(self, chosen: Chosen) -> int:
        """The activities that one role alone of a choice could do, as bits."""
        once = twice = 0
        for position in chosen:
            twice |= once & self._able[position]
            once |= self._able[position]
        return once & ~twice

    def _beside(self, chosen: Chosen, paid: bool) -> list[_Junior]:
        """The juniors that a choice could carry, one beside each seat, the best first.

        What hangs on one person hangs on one seat, so each junior takes its own share of the risk.
        """
        if not self._share:
            return []
        alone = self._alone(chosen)
        juniors = []
        for position in chosen:
            if taught := self._taught(position, paid):
                relieved = (alone & self._able[position]).bit_count()
                juniors.append(_Junior(taught[0], -relieved, position, taught[1]))
        return sorted(juniors)

    # The search lives no longer than the command.
    @cache  # noqa: B019
    def _taught(self, position: int, paid: bool) -> tuple[int, Rung] | None:
        """What a junior beside a seat costs and the rung that teaches it, or None if none does.

        The cost is what it and a teacher at a higher rung are paid more or, where pay does not
        matter, 1 for the higher rung.
        """
        role, rung = self.seatings[position]
        ladder = RUNGS[max(1, RUNGS.index(rung)) :]
        teaching = next((r for r in ladder if can_teach(held_by(role, r), role)), None)
        if teaching is None:
            return None
        if not paid:
            return int(teaching != rung), teaching
        junior, before, after = (self._pay(role, r) for r in ("junior", rung, teaching))
        if junior and before and after:
            return junior.amount + after.amount - before.amount, teaching
        return None
