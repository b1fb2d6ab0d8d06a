"""A graph as the lines of a tree, for formats that draw with characters."""

from collections.abc import Iterator
from typing import NamedTuple

from mlroles.present.page.blocks import Edge, Graph, Node, Tone


class Branch(NamedTuple):
    """A line of a tree: what leads to the node, the node, and what is said of the way there."""

    guide: str
    below: str
    """What goes on beside the text where it takes more than one line."""
    text: str
    tone: Tone
    note: str


def tree(graph: Graph) -> Iterator[Branch]:
    """Every node and every edge once.

    A node that one edge leads to hangs from it, with all that it leads to itself. One that no
    edge leads to, or several, stands at the top, and the edges to it name it. Where the graph
    is not directed, edges are followed from the node that comes first.
    """
    nodes = {node.id: node for node in graph.nodes}
    edges = graph.edges if graph.directed else _from_the_first(graph)
    leaving: dict[str, list[Edge]] = {id: [] for id in nodes}
    entered: dict[str, int] = dict.fromkeys(nodes, 0)
    for edge in edges:
        leaving[edge.start].append(edge)
        entered[edge.end] += 1
    drawn: set[str] = set()

    def below(id: str, hang: str) -> Iterator[Branch]:
        drawn.add(id)
        for position, edge in enumerate(leaving[id]):
            last = position == len(leaving[id]) - 1
            guide, onward = ("└─ ", "   ") if last else ("├─ ", "│  ")
            grows = entered[edge.end] == 1 and edge.end not in drawn
            continued = onward + ("│  " if grows and leaving[edge.end] else "")
            yield _branch(hang + guide, hang + continued, nodes[edge.end], edge.label)
            if grows:
                yield from below(edge.end, hang + onward)

    # What hangs from nothing first; what is left after that hangs together in a ring.
    for id in [*(id for id in nodes if entered[id] != 1), *nodes]:
        if id not in drawn:
            if leaving[id] or not entered[id]:
                yield _branch("", "│  " if leaving[id] else "", nodes[id], "")
            yield from below(id, "")


def _branch(guide: str, below: str, node: Node, note: str) -> Branch:
    return Branch(guide, below, node.label, node.tone, note)


def _from_the_first(graph: Graph) -> list[Edge]:
    order = {node.id: position for position, node in enumerate(graph.nodes)}
    return [
        edge
        if order[edge.start] <= order[edge.end]
        else Edge(start=edge.end, end=edge.start, label=edge.label)
        for edge in graph.edges
    ]
