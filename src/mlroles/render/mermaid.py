"""A report's graph as a Mermaid flowchart."""

import re
from collections.abc import Iterator

from mlroles.present.page.blocks import EdgeKind, Graph, Node
from mlroles.present.page.report import Report
from mlroles.render.formats import Surface

ARROWS: dict[tuple[bool, EdgeKind], str] = {
    (True, "plain"): "-->",
    (True, "main"): "==>",
    (True, "side"): "-.->",
    (False, "plain"): "---",
    (False, "main"): "===",
    (False, "side"): "-.-",
}
"""Whether the graph is directed, and the kind of an edge -> how it is written."""

_SPECIAL = re.compile(r'[#"&<>|`\\\[\]{}]')


def mermaid(report: Report, _surface: Surface) -> str:
    """The report's graph; nothing where there is none to draw."""
    return "\n".join(mermaid_lines(report.graph())) + "\n" if report.graph else ""


def mermaid_lines(graph: Graph) -> Iterator[str]:
    """The lines of a flowchart, nodes of a group in a subgraph.

    Ids are the nodes' own as far as Mermaid can read them; texts stand in quotes with what
    Mermaid or HTML would take for more than text written as numbered entities.
    """
    ids = _ids(graph.nodes)
    yield "flowchart LR"
    for position, (group, nodes) in enumerate(graph.by_group().items()):
        indent = "    " if group else ""
        if group:
            yield f"    subgraph group_{position}[{_quoted(group)}]"
        for node in nodes:
            yield f"    {indent}{ids[node.id]}[{_quoted(node.label)}]"
        if group:
            yield "    end"
    for edge in graph.edges:
        arrow = ARROWS[graph.directed, edge.kind]
        label = f"|{_quoted(edge.label)}|" if edge.label else ""
        yield f"    {ids[edge.start]} {arrow}{label} {ids[edge.end]}"


def _ids(nodes: tuple[Node, ...]) -> dict[str, str]:
    """An id for each node, which is not a keyword and which no other node has."""
    ids: dict[str, str] = {}
    for node in nodes:
        id = re.sub(r"[^A-Za-z0-9]", "_", node.id)
        # Keywords such as "end" have no underscore.
        while "_" not in id or id in ids.values():
            id += "_"
        ids[node.id] = id
    return ids


def _quoted(text: str) -> str:
    """A text in quotes; the numbered entities are Mermaid's own, `#` and a code point."""
    one_line = " ".join(text.split())
    return '"' + _SPECIAL.sub(lambda found: f"#{ord(found[0])};", one_line) + '"'
