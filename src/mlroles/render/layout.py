"""Where the nodes and edges of a graph are drawn: in layers from top to bottom."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from mlroles.render.layers import Joined, layers, neighbours, ordered, without_circles

Size = tuple[float, float]
Point = tuple[float, float]

GAP = 20.0
"""Between two boxes of a layer."""
LAYER_GAP = 46.0
ALIGNMENTS = 60
"""How often nodes are moved to where their neighbours are; more changes little."""
STRAIGHT = 8.0
"""How much more the inner part of a long edge pulls than a node: bends are what one sees."""

INNER = "\0"
"""What the ids of the inner parts of edges begin with, and no node's id does."""
PORTS = 0.8
"""The share of a box's side at which edges meet it."""


class Box(NamedTuple):
    """A rectangle by its middle and its size."""

    x: float
    y: float
    width: float
    height: float


class Layout(NamedTuple):
    """Where everything is.

    An edge is a line of points from its start to its end: a curve to every second point, and
    straight on from there. `label_boxes` has the room that is kept for each edge's label.
    """

    boxes: dict[str, Box]
    lines: list[list[Point]]
    label_boxes: list[Box]
    width: float
    height: float


def layered(
    sizes: Mapping[str, Size], edges: Sequence[Joined], label_sizes: Sequence[Size] = ()
) -> Layout:
    """Lay out nodes (id -> width and height) and edges (start and end, two different nodes).

    With `label_sizes`, one for each edge, room for a label is kept half-way along each.
    """
    turned = without_circles(list(sizes), edges)
    step = 2 if label_sizes else 1
    layer_of = {id: layer * step for id, layer in layers(list(sizes), turned).items()}
    held = dict(sizes)
    chains, labels = [], []
    for position, (upper, lower) in enumerate(turned):
        passed = []
        between = range(layer_of[upper] + 1, layer_of[lower])
        for layer in between:
            passed.append(f"{INNER}{position} {layer}")
            layer_of[passed[-1]] = layer
            held[passed[-1]] = (2.0, 0.0)
        if label_sizes:
            labels.append(passed[len(passed) // 2])
            held[labels[-1]] = label_sizes[position]
        chains.append([upper, *passed, lower])
    boxes = _placed(ordered(layer_of, chains), held, chains)
    down = _points(chains, boxes)
    return Layout(
        boxes={id: boxes[id] for id in sizes},
        lines=[
            line if edge == pair else line[::-1]
            for line, edge, pair in zip(down, edges, turned, strict=True)
        ],
        label_boxes=[boxes[id] for id in labels],
        width=max((box.x + box.width / 2 for box in boxes.values()), default=0.0),
        height=max((box.y + box.height / 2 for box in boxes.values()), default=0.0),
    )


def _points(chains: Sequence[Sequence[str]], boxes: Mapping[str, Box]) -> list[list[Point]]:
    """The points of each chain from top to bottom; those at one side of a box stand apart."""
    out: dict[str, list[tuple[float, int]]] = {}
    into: dict[str, list[tuple[float, int]]] = {}
    for position, chain in enumerate(chains):
        out.setdefault(chain[0], []).append((boxes[chain[1]].x, position))
        into.setdefault(chain[-1], []).append((boxes[chain[-2]].x, position))

    def port(ends: dict[str, list[tuple[float, int]]], id: str, position: int) -> float:
        order = [other for _, other in sorted(ends[id])]
        share = (order.index(position) + 1) / (len(order) + 1) - 0.5
        return boxes[id].x + share * boxes[id].width * PORTS

    lines = []
    for position, (first, *inner, last) in enumerate(chains):
        line = [(port(out, first, position), boxes[first].y + boxes[first].height / 2)]
        for box in (boxes[id] for id in inner):
            line += [(box.x, box.y - box.height / 2), (box.x, box.y + box.height / 2)]
        line.append((port(into, last, position), boxes[last].y - boxes[last].height / 2))
        lines.append(line)
    return lines


def _placed(
    rows: Sequence[Sequence[str]], sizes: Mapping[str, Size], chains: Iterable[Sequence[str]]
) -> dict[str, Box]:
    """The box of each node: rows one below the other, nodes near the mean of their neighbours."""
    above, below = neighbours(chains)
    middles: dict[str, float] = {}
    for row in rows:
        ends = accumulate(sizes[id][0] + GAP for id in row)
        middles |= {id: end - sizes[id][0] / 2 for id, end in zip(row, ends, strict=True)}
    for turn in range(ALIGNMENTS):
        for row in rows if turn % 2 else rows[::-1]:
            wanted, pull = [], []
            for id in row:
                near = [*above.get(id, ()), *below.get(id, ())]
                weights = [STRAIGHT if n.startswith(INNER) else 1.0 for n in near]
                total = sum(weights)
                pairs = zip(near, weights, strict=True)
                mean = sum(middles[n] * w for n, w in pairs) / total if near else middles[id]
                wanted.append(mean)
                pull.append(STRAIGHT if id.startswith(INNER) else 1.0)
            moved = _apart(wanted, pull, [sizes[id][0] for id in row])
            middles |= dict(zip(row, moved, strict=True))
    left = min((middles[id] - sizes[id][0] / 2 for id in middles), default=0.0)
    boxes, top = {}, 0.0
    for row in rows:
        height = max((sizes[id][1] for id in row), default=0.0)
        for id in row:
            boxes[id] = Box(middles[id] - left, top + height / 2, *sizes[id])
        top += height + LAYER_GAP
    return boxes


def _apart(wanted: Sequence[float], pull: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Middles nearest to the wanted ones, by the pull of each, at which boxes keep their gap.

    Less the room that the boxes before take, the middles must not fall: the weighted least
    squares under that condition are those of isotonic regression, by pooling adjacent violators.
    """
    taken = [0.0, *accumulate((a + b) / 2 + GAP for a, b in pairwise(widths))]
    pools: list[tuple[float, float, int]] = []
    for goal, weight, room in zip(wanted, pull, taken, strict=False):
        pool = (goal - room, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, heavy, count = pools.pop()
            together = heavy + pool[1]
            pool = ((mean * heavy + pool[0] * pool[1]) / together, together, count + pool[2])
        pools.append(pool)
    flat = [mean for mean, _, count in pools for _ in range(count)]
    return [mean + room for mean, room in zip(flat, taken, strict=False)]
