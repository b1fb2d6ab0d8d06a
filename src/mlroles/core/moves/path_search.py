"""Search for the stops between two positions that make the hardest move easiest, exactly."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import RUNGS, Value
from mlroles.core.moves.position import Position
from mlroles.core.moves.readiness import Needs, held_by, most, needs_of, score_of, share

WORTH = 0.02
"""What one more move has to add to the readiness of the hardest, to be worth it."""

SLACK = 1e-9
"""Differences below this are rounding."""

Levels = Mapping[str, int]


class Field(Value, frozen=True, kw_only=True):
    """Where one can stand: what each position needs, and what it teaches (skill -> level)."""

    needs: Mapping[Position, Needs]
    teaches: Mapping[Position, Levels]


class Way(NamedTuple):
    """Stops in their order, without the target, and what counts of them."""

    stops: tuple[Position, ...]
    hardest: float
    """The lowest readiness of all its moves, the last one to the target among them."""
    learning: int
    """How many levels of skills are learned on the way in all."""

    def rank(self) -> tuple[float, int, int, list[tuple[str, int]]]:
        """What ways are ordered by, the best first.

        It is the hardest move, where each further move has to gain `WORTH`; then less learning;
        then the names of the stops, the lowest rung first.
        """
        worth = self.hardest - WORTH * len(self.stops)
        named = [(stop.role, RUNGS.index(stop.rung)) for stop in self.stops]
        return -round(worth, 9), -len(self.stops), self.learning, named


def field_of(catalogue: Catalogue) -> Field:
    """All roles of a catalogue at all rungs."""
    all_roles = [(role, rung) for role in catalogue.roles.values() for rung in RUNGS]
    return Field(
        needs={Position(r.id, rung): needs_of(catalogue, r, rung) for r, rung in all_roles},
        teaches={Position(r.id, rung): held_by(r, rung) for r, rung in all_roles},
    )


def gathered(held: Levels, more: Levels) -> dict[str, int]:
    """What is held after a stop that teaches more: the higher level of each skill."""
    together = dict(held)
    for skill, level in more.items():
        if level > together.get(skill, 0):
            together[skill] = level
    return together


def easiest(
    field: Field,
    held: Levels,
    target: Position,
    stops: Sequence[Position],
    via: frozenset[str] = frozenset(),
) -> Way | None:
    """The best way to a target with at most two stops, each of `stops` at most once.

    Every role of `via` has to be a stop. None where there is no such way. It is the best of all
    ways by `Way.rank`; ways are left aside only where a bound shows that they cannot be.
    """
    search = _Search(field, held, target, _distinct(field, stops))
    best: Way | None = None
    for ways in (search.direct, search.one_stop, search.two_stops):
        for way in ways(via, best):
            if best is None or way.rank() < best.rank():
                best = way
    return best


class _Search:
    """What is worked out once for all ways from what is held to a target."""

    def __init__(
        self, field: Field, held: Levels, target: Position, stops: Sequence[Position]
    ) -> None:
        self.field, self.held, self.target = field, held, target
        self.last = field.needs[target]
        self.first = {stop: score_of(field.needs[stop], held) for stop in stops}
        self.now = self._useful(held)
        self.adds = {stop: self._useful(field.teaches[stop]) for stop in stops}
        start = share(self.last, self.now)
        gains = {stop: share(self.last, _both(self.now, self.adds[stop])) - start for stop in stops}
        self.by_gain = sorted(gains.items(), key=lambda pair: -pair[1])

    def direct(self, via: frozenset[str], best: Way | None) -> Iterator[Way]:
        if not via:
            yield self._way((), score_of(self.last, self.held))

    def one_stop(self, via: frozenset[str], best: Way | None) -> Iterator[Way]:
        for stop, first in self.first.items():
            if via <= {stop.role} and first >= self._least(best, 1):
                last = self._last(gathered(self.held, self.field.teaches[stop]))
                yield self._way((stop,), min(first, last))

    def two_stops(self, via: frozenset[str], best: Way | None) -> Iterator[Way]:
        least = self._least(best, 2)
        for one in sorted(self.first, key=lambda stop: -self.first[stop]):
            if self.first[one] < least:
                break
            then = gathered(self.held, self.field.teaches[one])
            useful = _both(self.now, self.adds[one])
            bound = share(self.last, useful)
            for other, gain in self.by_gain:
                # What two stops add to the last move is at most what each of them adds alone.
                if bound + gain < least:
                    break
                if other == one or not via <= {one.role, other.role}:
                    continue
                if share(self.last, _both(useful, self.adds[other])) < least:
                    continue
                second = _score_above(self.field.needs[other], then, least)
                if second < least:
                    continue
                last = self._last(gathered(then, self.field.teaches[other]))
                hardest = min(self.first[one], second, last)
                if hardest >= least:
                    least = hardest - SLACK
                    yield self._way((one, other), hardest)

    def _least(self, best: Way | None, stops: int) -> float:
        """What the hardest move of a way with so many stops must reach to be as good as one."""
        if best is None:
            return 0.0
        return best.hardest + WORTH * (stops - len(best.stops)) - SLACK

    def _useful(self, held: Levels) -> list[float]:
        """How far each need of the target is covered at best, if anything may stand in twice."""
        return [credit.level for credit in most(self.last, held)]

    def _last(self, held: Levels) -> float:
        return score_of(self.last, held)

    def _way(self, stops: tuple[Position, ...], hardest: float) -> Way:
        held: Levels = self.held
        for stop in (*stops, self.target):
            held = gathered(held, self.field.teaches[stop])
        learning = sum(held.values()) - sum(self.held.values())
        return Way(stops, hardest, learning)


def _distinct(field: Field, stops: Sequence[Position]) -> list[Position]:
    """The stops without rungs that ask for the same as a lower one: its ways are as good."""
    found: dict[str, list[Position]] = {}
    for stop in sorted(stops, key=lambda stop: RUNGS.index(stop.rung)):
        lower = found.setdefault(stop.role, [])
        if all(field.teaches[stop] != field.teaches[other] for other in lower):
            lower.append(stop)
    return [stop for stops_of_role in found.values() for stop in stops_of_role]


def _both(a: list[float], b: list[float]) -> list[float]:
    return list(map(max, a, b))


def _score_above(needs: Needs, held: Levels, least: float) -> float:
    """The readiness, or a bound of it where that is below what it has to reach."""
    bound = share(needs, [credit.level for credit in most(needs, held)])
    return score_of(needs, held) if bound >= least else bound
