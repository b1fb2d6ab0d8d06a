"""A graph drawn as SVG: it can be read by others, nothing is lost, and nothing lies on another."""

from itertools import combinations
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from test_graph import AWKWARD, drawn, graph_of

from mlroles.present.page.blocks import Edge, Graph, Node
from mlroles.render.layout import Box, layered

SVG = "{http://www.w3.org/2000/svg}"

names = st.sampled_from("abcdefghijklmnop")
pairs = st.tuples(names, names).filter(lambda pair: pair[0] != pair[1])


def overlap(a: Box, b: Box) -> bool:
    return abs(a.x - b.x) < (a.width + b.width) / 2 and abs(a.y - b.y) < (a.height + b.height) / 2


@given(st.lists(pairs, min_size=1, max_size=40), st.booleans())
def test_nothing_lies_on_another(edges: list[tuple[str, str]], labelled: bool) -> None:
    """Boxes and labels keep apart, lie in the drawing, and edges run from border to border."""
    sizes = {id: (40.0 + 10 * (ord(id) % 7), 20.0) for edge in edges for id in edge}
    layout = layered(sizes, edges, [(60.0, 16.0)] * len(edges) if labelled else [])
    assert list(layout.boxes) == list(sizes)
    boxes = [*layout.boxes.values(), *layout.label_boxes]
    assert not any(overlap(a, b) for a, b in combinations(boxes, 2))
    for box in boxes:
        assert box.x - box.width / 2 >= -1e-6
        assert box.x + box.width / 2 <= layout.width + 1e-6
        assert box.y - box.height / 2 >= 0
        assert box.y + box.height / 2 <= layout.height
    for (start, end), line in zip(edges, layout.lines, strict=True):
        for id, (x, y) in ((start, line[0]), (end, line[-1])):
            box = layout.boxes[id]
            assert abs(x - box.x) <= box.width / 2
            assert abs(abs(y - box.y) - box.height / 2) < 1e-6


def test_a_line_of_nodes_stands_in_one_column() -> None:
    """Where nothing is in the way, edges are straight."""
    layout = layered(dict.fromkeys("abc", (50.0, 20.0)), [("a", "b"), ("b", "c")])
    assert {box.x for box in layout.boxes.values()} == {25.0}
    assert [box.y for box in layout.boxes.values()] == sorted(b.y for b in layout.boxes.values())


def test_names_and_edges_are_in_the_drawing() -> None:
    """It is XML, whatever names hold; groups have a legend, and edges end in a tip."""
    graph = Graph(
        nodes=(Node(id="a", label=AWKWARD + "\x00", group="<G>"), Node(id="b", label="B")),
        edges=(Edge(start="a", end="b", label="x & y", kind="side"), Edge(start="b", end="b")),
    )
    root = ElementTree.fromstring(drawn(graph, "svg"))
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert " ".join(AWKWARD.split()) in " ".join(filter(None, texts)).replace("\ufffd", "")
    assert "<G>" in texts
    (line,) = [path for path in root.iter(f"{SVG}path") if path.get("fill") == "none"]
    assert line.get("marker-end") == "url(#side)"
    assert line.get("stroke-dasharray")


def test_labels_of_many_edges_show_when_pointed_at() -> None:
    """A drawing of many edges is not covered by words; each edge still says what it is."""
    many = graph_of(*combinations("abcdefgh", 2), directed=False)
    root = ElementTree.fromstring(drawn(many, "svg"))
    told = [title.text for path in root.iter(f"{SVG}path") for title in path]
    assert len(told) == len(many.edges)
    assert told[0] == "A – B: a to b"
    assert not root.findall(f".//{SVG}path[@marker-end]")


def test_a_group_looks_the_same_in_every_drawing() -> None:
    """Its fill follows from all groups that there are; heavy lines are explained."""

    def fills(*nodes: Node) -> list[str | None]:
        edges = (Edge(start="a", end=nodes[-1].id, kind="main"),)
        graph = Graph(nodes=nodes, edges=edges, groups=("G", "H"), main="much")
        root = ElementTree.fromstring(drawn(graph, "svg"))
        assert "much" in [text.text for text in root.iter(f"{SVG}text")]
        boxes = [group for group in root.iter(f"{SVG}g") if group.find(f"{SVG}title") is not None]
        return [box[1].get("fill") for box in boxes]

    first, second = Node(id="a", label="A", group="H"), Node(id="b", label="B", group="G")
    here, there = fills(first, second)
    assert here != there
    assert fills(first) == [here]
