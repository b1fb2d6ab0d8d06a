"""Choose the seats of a team: an exact search over what each would cover and cost."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

Chosen = tuple[tuple[int, int], ...]
"""(position of a seat, position of one of its options), seats ascending."""


class Option(NamedTuple):
    """A rung that a seat may be filled at."""

    covers: int
    """What it covers, as bits."""
    cost: float = 0
    below: int = 0
    """1 where the rung is below the one that is wanted."""
    beside: bool = False
    """Whether it takes another of the role who needs nobody beside, as a junior has to learn."""


class OpenSeat(NamedTuple):
    """A seat that may be filled once, at one of its options."""

    options: tuple[Option, ...]
    wanted: int = 0
    """1 where the team lacks somebody if it stays empty, whatever others cover."""
    stranger: int = 0
    """1 where one would rather fill another."""
    place: int = 0
    """How many seats of the same role stand directly before it, the higher ones first."""
    follows: bool = False
    """Whether it may be filled only if the seat before it is, as of seats that are alike."""


class Worth(NamedTuple):
    """How good a choice is; the smallest, compared field by field, is the best."""

    missed: int
    """Elements that are not covered."""
    absent: int
    """Wanted seats that stay empty."""
    below: int
    """Seats below the rung that is wanted."""
    seats: int
    passed_over: int
    """Empty seats that stand before a filled one of the same role."""
    cost: float
    strangers: int
    chosen: Chosen = ()


Rank = Callable[[Worth], tuple[float, ...]]


def by_worth(worth: Worth) -> tuple[float, ...]:
    """Compare choices field by field."""
    return worth[:-1]


def by_cost(worth: Worth) -> tuple[float, ...]:
    """Compare choices by cost before all else."""
    return worth.cost, *worth[:-1]


def best_choice(
    seats: Sequence[OpenSeat],
    elements: int,
    most: int | None = None,
    budget: float | None = None,
    most_missed: int | None = None,
    rank: Rank = by_worth,
) -> Worth | None:
    """The best choice of at most `most` seats within a budget, or None where none fits.

    `elements` are the bits to be covered; a choice that misses more than `most_missed` of them
    does not fit. `rank` must not fall where a field of a worth rises. Depth first: a branch is
    left where not even a bound on each field of what it could still become is better than the
    best that is known. Seats that cover most come first, so that a good choice is known early.
    """
    sizes = [seat.options[0].covers.bit_count() for seat in seats]
    firsts = [i - seat.place for i, seat in enumerate(seats)]  # where the seats of a role begin
    order = sorted(range(len(seats)), key=lambda i: (-sizes[firsts[i]], firsts[i]))
    seats = [seats[i] for i in order]
    most = len(seats) if most is None else most
    reach = [0] * (len(seats) + 1)  # what the seats from here on cover together
    wanted = [0] * (len(seats) + 1)
    for i in reversed(range(len(seats))):
        covers = [option.covers & elements for option in seats[i].options]
        reach[i] = reach[i + 1] | covers[0] | covers[-1]
        wanted[i] = wanted[i + 1] + seats[i].wanted
    all_wanted = wanted[0]
    cheapest = [min(option.cost for option in seat.options) for seat in seats]
    best: Worth | None = None

    def search(start: int, known: Worth, missing: int, filled: int, alone: bool) -> None:
        """Try the seats from `start` on; `alone` if the last role has only people to be taught."""
        nonlocal best
        fits = most_missed is None or known.missed <= most_missed
        if fits and not alone and (best is None or rank(known) < rank(best)):
            best = known
        for i in range(start, len(seats)):
            if known.seats >= most or not hopeful(i, known, missing, filled):
                return
            seat = seats[i]
            if seat.follows and not (known.chosen and i == start):
                continue
            last = known.chosen[-1][0] if known.chosen else -1
            beside = last >= 0 and firsts[last] == firsts[order[i]]
            if alone and not beside:
                return
            skipped = order[i] - last - 1 if beside else seat.place
            for number, option in enumerate(seat.options):
                if budget is None or known.cost + option.cost <= budget:
                    left = missing & ~option.covers
                    worth = Worth(
                        missed=left.bit_count(),
                        absent=all_wanted - filled - seat.wanted,
                        below=known.below + option.below,
                        seats=known.seats + 1,
                        passed_over=known.passed_over + skipped,
                        cost=known.cost + option.cost,
                        strangers=known.strangers + seat.stranger,
                        chosen=(*known.chosen, (order[i], number)),
                    )
                    untaught = option.beside and (alone or not beside)
                    search(i + 1, worth, left, filled + seat.wanted, untaught)

    def hopeful(start: int, known: Worth, missing: int, filled: int) -> bool:
        """Whether more seats from `start` on could make a choice that is better than the best."""
        room = most - known.seats
        if budget is not None:
            costs = accumulate(sorted(cheapest[start:]))
            room = min(room, sum(known.cost + cost <= budget for cost in costs))
        gains = [max((o.covers & missing).bit_count() for o in s.options) for s in seats[start:]]
        gains = sorted(gains, reverse=True)[:room]
        out_of_reach = (missing & ~reach[start]).bit_count()
        least = max(out_of_reach, known.missed - sum(gains))
        if most_missed is not None and least > most_missed:
            return False
        if best is None:
            return room > 0
        aim = best.missed if rank is by_worth else most_missed
        aim = known.missed if aim is None else aim
        reached = accumulate(gains, initial=0)
        fewest = next((n for n, all in enumerate(reached) if known.missed - all <= aim), room + 1)
        bound = Worth(
            missed=least,
            absent=all_wanted - filled - min(wanted[start], room),
            below=known.below,
            seats=known.seats + max(fewest, 1),
            passed_over=known.passed_over,
            cost=known.cost + sum(sorted(cheapest[start:])[: max(fewest, 1)]),
            strangers=known.strangers,
        )
        return rank(bound) < rank(best)

    empty = Worth(elements.bit_count(), all_wanted, 0, 0, 0, 0, 0)
    search(0, empty, elements, 0, False)
    return best
