"""A graph as a tree, as Mermaid and as DOT: every node and edge once, whatever they are called."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.present.page.blocks import Edge, Graph, Node, Page, Section
from mlroles.present.page.report import Records, Report
from mlroles.render.formats import Surface, render
from mlroles.render.tree import tree

AWKWARD = 'A "B" [c] {d} (e) | `f` <g> #h & \\i ü 役\nend'


def drawn(graph: Graph, format: str, width: int = 80) -> str:
    report = Report(
        pages=lambda: (Page(title="T", sections=(Section(title="", blocks=(graph,)),)),),
        data=dict,
        records=lambda: Records(columns=(), rows=()),
        graph=lambda: graph,
    )
    return render(report, format, Surface(width=width))


def graph_of(*edges: tuple[str, str], directed: bool = True, **labels: str) -> Graph:
    ids = dict.fromkeys(id for edge in edges for id in edge)
    return Graph(
        nodes=tuple(Node(id=id, label=labels.get(id, id.title())) for id in ids),
        edges=tuple(Edge(start=a, end=b, label=f"{a} to {b}") for a, b in edges),
        directed=directed,
    )


CHAIN = graph_of(("a", "b"), ("b", "c"), ("a", "d"))
RING = graph_of(("a", "b"), ("b", "c"), ("c", "a"))


def test_a_chain_hangs_from_its_beginning() -> None:
    """What one edge leads to stands below where that edge begins."""
    assert drawn(CHAIN, "table").splitlines()[2:] == [
        "A",
        "├─ B  a to b",
        "│  └─ C  b to c",
        "└─ D  a to d",
    ]


def test_what_several_lead_to_stands_by_itself() -> None:
    """A node with two edges to it is named at both, and shows its own further down."""
    crossing = graph_of(("a", "c"), ("b", "c"), ("c", "d"))
    assert [f"{b.guide}{b.text}" for b in tree(crossing)] == [
        *("A", "└─ C", "C", "└─ D", "B", "└─ C"),
    ]


def test_a_ring_has_a_beginning() -> None:
    """Edges in a circle begin at the first node, and end with its name."""
    assert [f"{b.guide}{b.text}" for b in tree(RING)] == ["A", "└─ B", "   └─ C", "      └─ A"]


def test_a_long_note_goes_on_beside_the_guide() -> None:
    """A narrow terminal breaks texts, and the lines of the tree stay whole."""
    assert drawn(CHAIN, "table", width=12).splitlines()[2:] == [
        "A",
        "├─ B  a",
        "│  │  to b",
        "│  └─ C  b",
        "│     to c",
        "└─ D  a to d",
    ]


names = st.text("abc", min_size=1, max_size=2)


@given(st.lists(st.tuples(names, names), min_size=1, max_size=12), st.booleans())
def test_every_edge_is_drawn_once(edges: list[tuple[str, str]], directed: bool) -> None:
    """No edge and no node is left out, in a circle or to itself, and no edge comes twice."""
    graph = graph_of(*edges, directed=directed)
    branches = list(tree(graph))
    assert sorted(b.note for b in branches if b.guide) == sorted(e.label for e in graph.edges)
    assert {b.text for b in branches} == {node.label for node in graph.nodes}
    assert drawn(graph, "mermaid").count(" to ") == len(edges)
    assert drawn(graph, "dot").count(" to ") == len(edges)


def test_mermaid() -> None:
    """A flowchart with texts in quotes; nodes of a group stand in a subgraph."""
    graph = Graph(
        nodes=(
            Node(id="data-engineer", label="Data Engineer", group="Data"),
            Node(id="end", label="End"),
        ),
        edges=(
            Edge(start="data-engineer", end="end", label="table"),
            Edge(start="end", end="data-engineer", kind="side"),
        ),
    )
    assert drawn(graph, "mermaid") == (
        "flowchart LR\n"
        '    subgraph group_0["Data"]\n'
        '        data_engineer["Data Engineer"]\n'
        "    end\n"
        '    end_["End"]\n'
        '    data_engineer -->|"table"| end_\n'
        "    end_ -.-> data_engineer\n"
    )
    assert "```mermaid\nflowchart LR\n" in drawn(graph, "markdown")


def test_mermaid_ids_stay_apart() -> None:
    """Two ids that look alike to Mermaid are two nodes."""
    text = drawn(graph_of(("a-b", "a_b"), ("a b", "a-b")), "mermaid")
    assert len(set(re.findall(r"^    (\w+)\[", text, re.MULTILINE))) == 3


@pytest.mark.parametrize("directed", [True, False])
def test_awkward_names(directed: bool) -> None:
    """Quotes, brackets, pipes and letters of any language are text, and stay on a line."""
    graph = graph_of(("a", "b"), directed=directed, a=AWKWARD)
    node = drawn(graph, "mermaid").splitlines()[1]
    inner = node.removeprefix('    a_["').removesuffix('"]')
    assert not re.search(r'[\[\]"|<>{}`\\]', inner)
    read = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), inner)
    assert read == " ".join(AWKWARD.split())
    (line,) = [line for line in drawn(graph, "dot").splitlines() if line.startswith('  "a" [')]
    written = line.removeprefix('  "a" [label="').removesuffix('"]')
    assert not re.search(r'(?<!\\)"', written)
    assert written.replace("\\\\", "\\").replace('\\"', '"').replace("&amp;", "&") == read
    assert ("--" if directed else "---") in drawn(graph, "mermaid")
    assert ('"a" -> "b"' if directed else '"a" -- "b"') in drawn(graph, "dot")
