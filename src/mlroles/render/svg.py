"""A report's graph as a drawing in SVG, made without another program."""

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap
from unicodedata import east_asian_width

from mlroles.present.page.blocks import Edge, EdgeKind, Graph
from mlroles.present.page.report import Report
from mlroles.render.formats import Surface
from mlroles.render.layout import Box, Point, Size, layered

LINE_LENGTH = 18
"""Characters after which a label goes on in the next line, if a word ends there."""
MOST_LABELS = 24
"""Edges, above which their labels are shown only where one points at them."""
MARGIN = 24.0
EM, LINE = 7.4, 16.0
"""The width of a character in a label, on average, and the height of a line."""
SMALL_EM = 6.2

FILLS = ("#e8f0fe", "#e6f4ea", "#fef7e0", "#fce8e6", "#f3e8fd", "#e4f7fb", "#f1f3f4", "#fdeedd")
"""What groups are filled with, in turn; each is light enough for black text."""
COLOURS: dict[EdgeKind, str] = {"plain": "#5f6b7a", "main": "#1a4fa3", "side": "#8a94a3"}
LEGEND_WIDTH = 240.0
STYLE = (
    "text{font:13px Helvetica,Arial,sans-serif;text-anchor:middle;fill:#1b1f24}"
    "text.label{font-size:11px;fill:#3c4654;stroke:#fff;stroke-width:5;paint-order:stroke}text.legend{text-anchor:start}"
    "text.strong{font-weight:bold}text.dim{fill:#5f6b7a}"
)


def svg(report: Report, _surface: Surface) -> str:
    """The report's graph; nothing where there is none to draw."""
    return "\n".join(drawing(report.graph())) + "\n" if report.graph else ""


def drawing(graph: Graph) -> Iterator[str]:
    """The lines of a graph's picture."""
    edges = [edge for edge in graph.edges if edge.start != edge.end]
    labelled = len(edges) <= MOST_LABELS and all(edge.label for edge in edges)
    sizes = {node.id: _size(_lines(node.label), EM, 10) for node in graph.nodes}
    label_sizes = [_size(_lines(e.label), SMALL_EM, 4) for e in edges] if labelled else []
    layout = layered(sizes, [(edge.start, edge.end) for edge in edges], label_sizes)
    legend = list(_legend(graph, labelled))
    top = layout.height + LINE * 2
    width = max(layout.width, LEGEND_WIDTH)
    across = int(width // LEGEND_WIDTH)
    yield from _head(width + 2 * MARGIN, top + -(-len(legend) // across) * LINE * 1.5 + MARGIN)
    for edge, line in zip(edges, layout.lines, strict=True):
        yield _edge(edge, line, graph.directed, "" if labelled else _told(graph, edge))
    for edge, box in zip(edges, layout.label_boxes, strict=False):
        yield from _texts(_lines(edge.label), box, 'class="label"')
    for node in graph.nodes:
        box = layout.boxes[node.id]
        x, y = box.x - box.width / 2, box.y - box.height / 2
        yield (
            f"<g><title>{_escaped(f'{node.label}, {node.group}' if node.group else node.label)}"
            f'</title><rect x="{x:.1f}" y="{y:.1f}" width="{box.width:.1f}"'
            f' height="{box.height:.1f}" rx="7" fill="{_fill(graph, node.group)}"'
            f' stroke="#5f6b7a" stroke-width="{2.2 if node.tone == "strong" else 1}"/>'
        )
        yield from _texts(_lines(node.label), box, f'class="{node.tone}"')
        yield "</g>"
    for position, (sample, text) in enumerate(legend):
        x, y = position % across * LEGEND_WIDTH, top + position // across * LINE * 1.5
        if sample:
            yield f'<g transform="translate({x:.0f} {y - 11:.0f})">{sample}</g>'
        x += 30 if sample else 0
        yield f'<text x="{x:.0f}" y="{y:.0f}" class="legend">{_escaped(text)}</text>'
    yield "</g></svg>"


def _head(width: float, height: float) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width:.0f}"'
        f' height="{height:.0f}" viewBox="{-MARGIN:.0f} {-MARGIN:.0f} {width:.0f} {height:.0f}">'
    )
    yield f"<style>{STYLE}</style>"
    for kind, colour in COLOURS.items():
        yield (
            f'<marker id="{kind}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="9"'
            ' markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">'
            f'<path d="M0 0L8 4L0 8z" fill="{colour}"/></marker>'
        )
    yield f'<rect x="{-MARGIN}" y="{-MARGIN}" width="100%" height="100%" fill="#ffffff"/>'
    yield "<g>"


def _edge(edge: Edge, line: Sequence[Point], directed: bool, told: str) -> str:
    (x, y), *rest = line
    path = [f"M{x:.1f} {y:.1f}"]
    for position, (to_x, to_y) in enumerate(rest):
        middle = (y + to_y) / 2
        curve = f"C{x:.1f} {middle:.1f} {to_x:.1f} {middle:.1f} {to_x:.1f} {to_y:.1f}"
        path.append(f"L{to_x:.1f} {to_y:.1f}" if position % 2 else curve)
        x, y = to_x, to_y
    dashes = ' stroke-dasharray="5 4"' if edge.kind == "side" else ""
    tip = f' marker-end="url(#{edge.kind})"' if directed else ""
    title = f"<title>{_escaped(told)}</title>" if told else ""
    return (
        f'<path d="{"".join(path)}" fill="none" stroke="{COLOURS[edge.kind]}"'
        f' stroke-width="{0.8 + 1.6 * edge.weight:.1f}"{dashes}{tip}>{title}</path>'
    )


def _legend(graph: Graph, labelled: bool) -> Iterator[tuple[str, str]]:
    """Samples and words below the drawing: what fills and lines stand for, where labels are."""
    for group in filter(None, graph.by_group()):
        box = f'<rect width="22" height="14" rx="4" fill="{_fill(graph, group)}" stroke="#5f6b7a"/>'
        yield box, group
    if graph.main and any(edge.kind == "main" for edge in graph.edges):
        yield f'<path d="M0 7H22" stroke="{COLOURS["main"]}" stroke-width="2"/>', graph.main
    if not labelled and any(edge.label for edge in graph.edges):
        yield "", "Point at a line to read what it stands for."


def _fill(graph: Graph, group: str) -> str:
    if not group:
        return "#ffffff"
    # More groups than fills look different only where those of this drawing are counted.
    known = graph.groups if len(graph.groups) <= len(FILLS) else ()
    groups = list(dict.fromkeys([*known, *filter(None, graph.by_group())]))
    return FILLS[groups.index(group) % len(FILLS)]


def _told(graph: Graph, edge: Edge) -> str:
    names = {node.id: node.label for node in graph.nodes}
    arrow = "→" if graph.directed else "–"
    return f"{names[edge.start]} {arrow} {names[edge.end]}: {edge.label}"


def _texts(lines: Sequence[str], box: Box, attributes: str) -> Iterator[str]:
    first = box.y - (len(lines) - 1) * LINE / 2 + LINE / 4
    for position, line in enumerate(lines):
        y = first + position * LINE
        yield f'<text x="{box.x:.1f}" y="{y:.1f}" {attributes}>{_escaped(line)}</text>'


def _lines(text: str) -> list[str]:
    return wrap(" ".join(text.split()), LINE_LENGTH, break_long_words=False) or [""]


def _size(lines: Sequence[str], em: float, padding: float) -> Size:
    widest = max(sum(2 if east_asian_width(c) in "WF" else 1 for c in line) for line in lines)
    return widest * em + 2 * padding, len(lines) * LINE + padding


def _escaped(text: str) -> str:
    """A text as XML holds it, without the control characters that it cannot hold."""
    held = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    return held.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
