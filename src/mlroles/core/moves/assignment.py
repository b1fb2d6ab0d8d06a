"""The best one-to-one assignment of things to places."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import inf


def best_assignment(gains: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """Give each place at most one thing and each thing at most one place, for the most gain.

    `gains` is place -> thing -> gain, 0 or more; what is absent cannot be assigned. Returns
    place -> thing. The Hungarian method with potentials (Kuhn 1955; Munkres 1957), on costs
    that are the negated gains; a spare thing per place, of no gain, lets a place stay empty.
    """
    useful = {p: {t: gain for t, gain in offers.items() if gain > 0} for p, offers in gains.items()}
    contested = {place: offers for place, offers in useful.items() if offers}
    chosen: dict[str, str] = {}
    while settled := _uncontested(contested):
        chosen |= settled
        contested = {place: contested[place] for place in contested if place not in settled}
    return chosen | _hungarian(contested) if contested else chosen


def _uncontested(gains: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """The places whose best thing no other place could use: there is nothing to weigh up."""
    wanted = Counter(thing for offers in gains.values() for thing in offers)
    best = {place: max(offers, key=offers.__getitem__) for place, offers in gains.items()}
    return {place: thing for place, thing in best.items() if wanted[thing] == 1}


def _hungarian(gains: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    places = sorted(gains)
    things = sorted({thing for place in places for thing in gains[place]})
    costs = [
        [-gains[place].get(thing, 0.0) for thing in things] + [0.0] * len(places)
        for place in places
    ]
    chosen = _cheapest_columns(costs)
    return {
        place: things[column]
        for place, column in zip(places, chosen, strict=True)
        if column < len(things) and gains[place].get(things[column], 0.0) > 0
    }


def _cheapest_columns(costs: Sequence[Sequence[float]]) -> list[int]:
    """The columns, one a row and all different, of least total cost; there are enough of them."""
    rows, columns = len(costs), len(costs[0])
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_in = [0] * (columns + 1)  # row (from 1) that holds a column; column 0 is the one to place
    for row in range(1, rows + 1):
        row_in[0], column = row, 0
        reach, came_from = [inf] * (columns + 1), [0] * (columns + 1)
        visited = [False] * (columns + 1)
        while row_in[column]:
            visited[column] = True
            current, step, nearest = row_in[column], inf, 0
            for other in range(1, columns + 1):
                if visited[other]:
                    continue
                cost = costs[current - 1][other - 1]
                reduced = cost - row_potential[current] - column_potential[other]
                if reduced < reach[other]:
                    reach[other], came_from[other] = reduced, column
                if reach[other] < step:
                    step, nearest = reach[other], other
            for other in range(columns + 1):
                if visited[other]:
                    row_potential[row_in[other]] += step
                    column_potential[other] -= step
                else:
                    reach[other] -= step
            column = nearest
        while column:
            row_in[column], column = row_in[came_from[column]], came_from[column]
    chosen = [0] * rows
    for column in range(1, columns + 1):
        if row_in[column]:
            chosen[row_in[column] - 1] = column - 1
    return chosen
