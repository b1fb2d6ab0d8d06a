"""Which layer of a drawing each node of a graph stands in, and in which order.

The first steps of the method of Sugiyama, Tagawa and Toda (1981).
"""

from bisect import bisect, insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

Joined = tuple[str, str]
Neighbours = Mapping[str, list[str]]

WIDEST_LAYER = 8
"""Nodes, above which a layer goes on in the next one."""
SWEEPS = 12
"""How often the layers are gone through in either direction; more changes little."""


def without_circles(ids: Sequence[str], edges: Sequence[Joined]) -> list[Joined]:
    """The edges, those turned round that lead back in an order made for few of them to do so.

    The order is that of Eades, Lin and Smyth (1993): sinks go to its end, sources to its
    beginning, and where there are none, the node that leads to more than leads to it.
    """
    left, first, last = dict.fromkeys(ids), list[str](), list[str]()
    while left:
        leaving = dict.fromkeys(left, 0)
        entering = dict.fromkeys(left, 0)
        for a, b in edges:
            if a in left and b in left:
                leaving[a] += 1
                entering[b] += 1
        if sinks := [id for id in left if not leaving[id]]:
            last = sinks + last
            taken = sinks
        else:
            sources = [id for id in left if not entering[id]]
            taken = sources or [max(left, key=lambda node: leaving[node] - entering[node])]
            first += taken
        for id in taken:
            del left[id]
    rank = {id: position for position, id in enumerate(first + last)}
    return [(a, b) if rank[a] < rank[b] else (b, a) for a, b in edges]


def layers(ids: Sequence[str], edges: Sequence[Joined]) -> dict[str, int]:
    """The layer of each node, from 0: below all that lead to it, and none too wide."""
    above: dict[str, set[str]] = {id: set() for id in ids}
    below: dict[str, set[str]] = {id: set() for id in ids}
    for a, b in edges:
        above[b].add(a)
        below[a].add(b)
    layer_of: dict[str, int] = {}
    filled: dict[int, int] = {}
    waiting = list(ids)
    while waiting:
        ready = [id for id in waiting if above[id] <= layer_of.keys()]
        # Those that much hangs from come first, as they find room in the upper layers.
        for id in sorted(ready, key=lambda node: -len(below[node])):
            layer = max((layer_of[a] + 1 for a in above[id]), default=0)
            while filled.get(layer, 0) >= WIDEST_LAYER:
                layer += 1
            layer_of[id] = layer
            filled[layer] = filled.get(layer, 0) + 1
        waiting = [id for id in waiting if id not in layer_of]
    return layer_of


def ordered(layer_of: Mapping[str, int], chains: Iterable[Sequence[str]]) -> list[list[str]]:
    """The nodes of each layer in an order in which few edges cross.

    `chains` are runs of nodes from one layer to the next. Layer by layer, down and up, nodes are
    sorted by the mean place of their neighbours; the order with the fewest crossings is kept.
    """
    rows: list[list[str]] = [[] for _ in range(max(layer_of.values(), default=-1) + 1)]
    for id, layer in layer_of.items():
        rows[layer].append(id)
    above, below = neighbours(chains)
    best, fewest = [list(row) for row in rows], _crossings(rows, below)
    for _ in range(SWEEPS):
        for sweep, linked in ((rows, above), (rows[::-1], below)):
            for before, row in pairwise(sweep):
                place = {id: (position + 0.5) / len(before) for position, id in enumerate(before)}
                wanted = {id: position / len(row) for position, id in enumerate(row)}
                for id in row:
                    if near := linked.get(id):
                        wanted[id] = sum(place[n] for n in near) / len(near)
                row.sort(key=wanted.__getitem__)
        count = _crossings(rows, below)
        if count < fewest:
            best, fewest = [list(row) for row in rows], count
    return best


def neighbours(chains: Iterable[Sequence[str]]) -> tuple[Neighbours, Neighbours]:
    """Node -> those that it is joined to in the layer above, and those in the layer below."""
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for chain in chains:
        for upper, lower in pairwise(chain):
            above.setdefault(lower, []).append(upper)
            below.setdefault(upper, []).append(lower)
    return above, below


def _crossings(rows: Sequence[Sequence[str]], below: Neighbours) -> int:
    """How many pairs of edges between two layers cross."""
    count = 0
    for upper, lower in pairwise(rows):
        place = {id: position for position, id in enumerate(lower)}
        ends: list[int] = []
        for id in upper:
            its_ends = sorted(place[n] for n in below.get(id, ()))
            count += sum(len(ends) - bisect(ends, end) for end in its_ends)
            for end in its_ends:
                insort(ends, end)
    return count
