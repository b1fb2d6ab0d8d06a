"""A report's graph in the DOT language of Graphviz."""

from collections.abc import Iterator

from mlroles.present.page.blocks import EdgeKind, Graph
from mlroles.present.page.report import Report
from mlroles.render.formats import Surface

STYLES: dict[EdgeKind, str] = {"plain": "solid", "main": "bold", "side": "dashed"}


def dot(report: Report, _surface: Surface) -> str:
    """The report's graph; nothing where there is none to draw."""
    return "\n".join(_lines(report.graph())) + "\n" if report.graph else ""


def _lines(graph: Graph) -> Iterator[str]:
    """A graph with the nodes' own ids, nodes of a group in a cluster, all texts in quotes."""
    yield "digraph {" if graph.directed else "graph {"
    yield "  rankdir=LR; newrank=true"  # or clusters that are connected in a circle are an error
    yield '  node [shape=box, style=rounded, fontname="Helvetica"]'
    yield '  edge [fontname="Helvetica", fontsize=10]'
    for position, (group, nodes) in enumerate(graph.by_group().items()):
        indent = "    " if group else "  "
        if group:
            yield f"  subgraph cluster_{position} {{"
            yield f"    label={_quoted(group)}"
        for node in nodes:
            yield f"{indent}{_quoted(node.id)} [label={_quoted(node.label)}]"
        if group:
            yield "  }"
    arrow = "->" if graph.directed else "--"
    for edge in graph.edges:
        label = f"label={_quoted(edge.label)}, " if edge.label else ""
        style = f"style={STYLES[edge.kind]}, penwidth={1 + 2 * edge.weight:.2f}"
        yield f"  {_quoted(edge.start)} {arrow} {_quoted(edge.end)} [{label}{style}]"
    yield "}"


def _quoted(text: str) -> str:
    """A text in quotes; labels would read a backslash as an escape and & as an entity."""
    one_line = " ".join(text.split())
    for special, written in (("\\", "\\\\"), ('"', '\\"'), ("&", "&amp;")):
        one_line = one_line.replace(special, written)
    return f'"{one_line}"'
