"""Choose few roles that together cover most: an exact search over sets as bits of numbers."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

Chosen = tuple[int, ...]
"""Positions of candidates, ascending."""


class Candidate(NamedTuple):
    """What could be chosen: the elements that it covers, as bits, and what it costs at least."""

    covers: int
    cost: int = 0


class Worth(NamedTuple):
    """How good a choice is; the smallest, compared field by field, is the best."""

    missed: int
    """Elements that are not covered."""
    seats: int
    """How many are chosen."""
    cost: int
    strangers: int
    """Those among them that one would rather not choose."""
    risk: int
    chosen: Chosen


def best_choice(
    candidates: Sequence[Candidate],
    elements: int,
    most: int,
    worth: Callable[[Chosen, int], Worth | None],
    most_cost: int | None = None,
) -> Worth | None:
    """The best non-empty choice of at most `most` candidates, or None where there is none.

    `elements` are the bits to be covered. `worth` values a choice, given how many elements it
    misses, and returns None for one that must not be. Depth first with a bound: what the
    candidates that are left could cover at best. Those that cover most come first, so that a
    good choice is known early.
    """
    order = sorted(range(len(candidates)), key=lambda i: -candidates[i].covers.bit_count())
    sets = [candidates[i].covers & elements for i in order]
    costs = [candidates[i].cost for i in order]
    left_over = [0] * (len(sets) + 1)
    for position in reversed(range(len(sets))):
        left_over[position] = left_over[position + 1] | sets[position]
    best: Worth | None = None

    def search(start: int, chosen: Chosen, missing: int, cost: int) -> None:
        nonlocal best
        if chosen and (best is None or missing.bit_count() <= best.missed):
            value = worth(tuple(sorted(order[i] for i in chosen)), missing.bit_count())
            if value and (best is None or value < best):
                best = value
        room = most - len(chosen)
        for position in range(start, len(sets)):
            if not room or (best and not hopeful(best, position, len(chosen), missing)):
                return
            total = cost + costs[position]
            if most_cost is None or total <= most_cost:
                search(position + 1, (*chosen, position), missing & ~sets[position], total)

    def hopeful(known: Worth, start: int, count: int, missing: int) -> bool:
        """Whether more from `start` on could make a choice that is as good as the known one."""
        gains = sorted(((s & missing).bit_count() for s in sets[start:]), reverse=True)
        gains = gains[: most - count]
        out_of_reach = (missing & ~left_over[start]).bit_count()
        least = max(out_of_reach, missing.bit_count() - sum(gains))
        if least != known.missed:
            return least < known.missed
        reached = accumulate(gains, initial=known.missed)
        fewest = next(n for n, total in enumerate(reached) if total >= missing.bit_count())
        return count + max(fewest, 1) <= known.seats

    search(0, (), elements, 0)
    return best
