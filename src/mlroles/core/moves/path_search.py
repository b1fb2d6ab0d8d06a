"""Search for the stops that make the hardest move to a position easier, exactly."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.position import Position
from mlroles.core.moves.readiness import VIABLE, Essentials, most, score_of, share

PER_MOVE = 0.10
"""What each move after the first has to add to the readiness of the hardest, to be worth it."""

USUAL = 0.05
"""What a way is worth more, the more of its moves are known to be usual."""

YEARS_AT_A_STOP = 2
"""How long one stays at a stop; and, on average, how long one has been where one is."""

SLACK = 1e-9
"""Differences below this are rounding."""

Levels = Mapping[str, int]


class Stop(NamedTuple):
    """A position to stop at: what it needs, what it teaches, and from how many years of work."""

    position: Position
    essentials: Essentials
    teaches: Levels
    years_from: int
    chosen: bool = False
    """Whether it was asked for, so that one need not be ready for it."""


class Start(NamedTuple):
    """What is held, and the rung and years of work now; no rung is below the lowest."""

    held: Levels
    position: Position | None
    years: int

    @property
    def rung(self) -> Rung | None:
        """The rung of now."""
        return self.position.rung if self.position else None


class Candidate(NamedTuple):
    """Stops in their order, without the target, and what counts of them."""

    stops: tuple[Position, ...]
    hardest: float
    """The lowest readiness of all its moves, the last one to the target among them."""
    usual: float
    """The share of its moves that are usual, 0–1."""
    learning: int
    """How many levels of skills the stops teach in all."""
    named: tuple[tuple[str, int], ...]
    """The role of each stop, and how many rungs stand below its own."""
    fine: bool
    """Whether no move goes up more than one rung at once, or the target is not that far above.

    Of ways to a target that is, those count whose hardest move is viable.
    """

    @property
    def worth(self) -> float:
        """Hardest readiness − 0.10 per move after the first + 0.05 · the share of usual moves."""
        return self.hardest - PER_MOVE * len(self.stops) + USUAL * self.usual

    def rank(self) -> tuple[bool, float, int, int, tuple[tuple[str, int], ...]]:
        """What ways are ordered by, the best first: fine, worth, moves, learning, names."""
        return not self.fine, -round(self.worth, 9), len(self.stops), self.learning, self.named


class Search:
    """The best ways to a target with no stop, with one and with two.

    `usual` says whether a move from one position to another is usual. A way with more stops is
    one only if its hardest move is easier than without the last of them.
    """

    def __init__(
        self,
        ladder: Ladder,
        start: Start,
        target: Stop,
        stops: Sequence[Stop],
        usual: Callable[[Position | None, Position], bool],
        via: frozenset[str] = frozenset(),
        least: float = VIABLE,
    ) -> None:
        """Measure each stop by itself; `via` are roles to pass, `least` what viable begins at."""
        self.ladder = ladder
        self.start, self.target, self.stops, self.usual = start, target, stops, usual
        self.via, self.least = via, least
        now, end = start.position, target.position
        self.steep = now is not None and self.ladder.up(now.rung, end.rung) > 1
        self.promotion = now is not None and now.role == end.role
        self.direct = self._way((), score_of(target.essentials, start.held))

    def ways(self) -> list[Candidate]:
        """The best way for each number of stops, the fewest first."""
        found = [] if self.via else [self.direct]
        one = min(self._one_stop(), key=Candidate.rank, default=None)
        found += [one] if one else []
        best = one or self.direct
        two = self._two_stops(best.hardest if best.fine else 0.0)
        return [*found, two] if two else found

    def _first(self) -> Iterator[tuple[Stop, float]]:
        """The stops that can come first, with the readiness for each."""
        rung, years = self.start.rung, self.start.years + YEARS_AT_A_STOP
        for stop in self.stops:
            if self._step(rung, stop) and self._in_time(stop, years):
                ready = score_of(stop.essentials, self.start.held)
                if self._viable(stop, ready):
                    yield stop, ready

    def _viable(self, stop: Stop, ready: float) -> bool:
        return stop.chosen or round(ready, 2) >= self.least

    def _in_time(self, stop: Stop, years: int) -> bool:
        """Whether the years worked are enough; on one's own ladder one waits for the next rung."""
        own = self.promotion and stop.position.role == self.target.position.role
        return own or stop.years_from <= years

    def _leads_on(self, stop: Stop) -> bool:
        """Whether people are known to come to the target from there."""
        return stop.chosen or self.usual(stop.position, self.target.position)

    def _one_stop(self) -> Iterator[Candidate]:
        for stop, first in self._first():
            if self.via <= {stop.position.role} and self._leads_on(stop):
                then = gathered(self.start.held, stop.teaches)
                hardest = min(first, score_of(self.target.essentials, then))
                way = self._way((stop,), hardest)
                easier = hardest > self.direct.hardest + SLACK
                if self.via or easier or way.fine > self.direct.fine:
                    yield way

    def _two_stops(self, better_than: float) -> Candidate | None:
        """The best way with two stops; what cannot be as good by a bound is left aside."""
        needs, best = self.target.essentials, None
        least = 0.0 if self.via else better_than + SLACK
        adds = {stop.position: self._covers(stop.teaches) for stop in self.stops}
        now = self._covers(self.start.held)
        for one, first in sorted(self._first(), key=lambda pair: -pair[1]):
            if first < least:
                break
            then = gathered(self.start.held, one.teaches)
            with_one = list(map(max, now, adds[one.position]))
            for other in self._second(one):
                both = list(map(max, with_one, adds[other.position]))
                if min(first, share(needs, both)) < least:
                    continue
                levels = [credit.level for credit in most(other.essentials, then)]
                if not other.chosen and share(other.essentials, levels) < self.least - 0.005:
                    continue
                second = score_of(other.essentials, then)
                if second < least or not self._viable(other, second):
                    continue
                last = score_of(needs, gathered(then, other.teaches))
                hardest = min(first, second, last)
                if hardest < least:
                    continue
                way = self._way((one, other), hardest)
                if best is None or way.rank() < best.rank():
                    best = way
                if best.fine:
                    least = max(least, best.worth + 2 * PER_MOVE - USUAL - SLACK)
        return best

    def _second(self, one: Stop) -> Iterator[Stop]:
        """The stops that can follow a first one: no step back, and not both moves unusual."""
        years = self.start.years + 2 * YEARS_AT_A_STOP
        first_usual = self.usual(self.start.position, one.position)
        for other in self.stops:
            up = self.ladder.up(one.position.rung, other.position.rung)
            if (
                up <= 1
                and one.years_from <= other.years_from
                and self._in_time(other, years)
                and (up > 0 or other.position.role != one.position.role)
                and (first_usual or one.chosen or self.usual(one.position, other.position))
                and self.via <= {one.position.role, other.position.role}
                and self._leads_on(other)
            ):
                yield other

    def _covers(self, held: Levels) -> list[float]:
        """How far each need of the target is covered at best, if anything may stand in twice."""
        return [credit.level for credit in most(self.target.essentials, held)]

    def _way(self, stops: tuple[Stop, ...], hardest: float) -> Candidate:
        positions = [self.start.position, *(stop.position for stop in stops), self.target.position]
        moves = [(a, b) for a, b in pairwise(positions) if b]
        usual = sum(self.usual(a, b) for a, b in moves) / len(moves)
        held: Levels = self.start.held
        for stop in stops:
            held = gathered(held, stop.teaches)
        learning = sum(held.values()) - sum(self.start.held.values())
        last = self.ladder.up(moves[-1][0].rung, moves[-1][1].rung) if moves[-1][0] else 0
        fine = not self.steep or (round(hardest, 2) >= VIABLE and last <= 1)
        through = tuple(stop.position for stop in stops)
        named = tuple((stop.role, self.ladder.place(stop.rung)) for stop in through)
        return Candidate(through, hardest, usual, learning, named, fine)

    def _step(self, rung: Rung | None, stop: Stop) -> bool:
        """Whether a stop is at most one rung above; without a rung only the lowest is."""
        if rung is None:
            return stop.position.rung == self.ladder.lowest
        return self.ladder.up(rung, stop.position.rung) <= 1


def gathered(held: Levels, more: Levels) -> dict[str, int]:
    """What is held after a stop that teaches more: the higher level of each skill."""
    together = dict(held)
    for skill, level in more.items():
        if level > together.get(skill, 0):
            together[skill] = level
    return together
