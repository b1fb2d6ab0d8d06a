"""A path as a report: the way that is advised, the direct move and other ways beside it."""

from collections.abc import Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.path import CareerPath, Move, Way
from mlroles.core.moves.profile import Profile, remarks
from mlroles.present.moves.path_answer import LEFT_OUT, PathAnswer, path_answer
from mlroles.present.moves.readiness import (
    gates_in_words,
    joined_names,
    pay_in_words,
    verdict_cell,
    why_section,
)
from mlroles.present.moves.start import (
    start_name,
    start_words,
)
from mlroles.present.page.blocks import (
    Block,
    Cell,
    Column,
    Edge,
    EdgeKind,
    Fields,
    Graph,
    Node,
    Page,
    Prose,
    Section,
    Table,
    Toned,
    strong,
)
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import in_words

SHOWN = 6
"""How many skills are named that are learned at a stop."""


def path_report(
    catalogue: Catalogue,
    path: CareerPath,
    have: Sequence[str] = (),
    why: bool = False,
    full: bool = False,
) -> Report:
    """A path; with `why` every number of the readiness for each move.

    `have` is what was typed for the skills held, where the start is no role.
    """
    target, moves = path.target, path.advised.moves

    def pages() -> tuple[Page, ...]:
        sections = [_first_words(path), _ways(path), _learned(catalogue, moves)]
        sections.append(_gates(catalogue, target))
        if why:
            worked_out = (*moves, path.direct)[: len(moves) + (len(moves) > 1)]
            sections += [
                why_section(catalogue, f"{move.role.name}, {move.rung}", move.readiness)
                for move in worked_out
            ]
        title = f"{_start(catalogue, path.start)} → {target.role.name}, {target.rung}"
        return (Page(title=title, sections=tuple(s for s in sections if s.blocks)),)

    said = list(remarks(catalogue, path.start))
    if path.pay_unknown:
        said.append(f"{len(path.pay_unknown)} stops are left out, since their pay is unknown")
    if path.roles_left_out:
        said.append(f"{path.roles_left_out} roles that share little were not weighed as stops")
    return Report(
        pages=pages,
        kinds=(PathAnswer,),
        document=True,
        table="moves",
        data=lambda: path_answer(catalogue, path, full),
        left_out="" if full else LEFT_OUT,
        graph=lambda: _graph(catalogue, path),
        remarks=tuple(said),
        next_step=f"mlroles gap {start_words(path.start, have)} {moves[0].role.id}@{moves[0].rung}",
    )


def _start(catalogue: Catalogue, start: Profile) -> str:
    name = start_name(catalogue, start)
    return f"{name}, {start.rung}" if start.role else name


def _first_words(path: CareerPath) -> Section:
    """Where even the best way has a step below viable, that comes first."""
    if path.advised.passable:
        return Section(title="", blocks=())
    words = f"No short way: the hardest step has readiness {in_words(path.advised.hardest)}."
    if path.bridge:
        stops = " and ".join(f"{m.role.name}, {m.rung}" for m in path.bridge.moves[:-1])
        words += f" The easiest bridge is {stops}, with {in_words(path.bridge.hardest)}."
    return Section(title="", blocks=(Prose(text=words),))


def _ways(path: CareerPath) -> Section:
    """The way that is advised, the direct move and the others, one below the other."""
    rows: list[tuple[Cell, ...]] = list(_way_rows("advised", path.advised))
    if len(path.advised.moves) > 1:
        rows += _way_rows("direct", Way(moves=(path.direct,)))
    for way in path.alternatives:
        rows += _way_rows("or", way)
    columns = (
        Column(keep=True),
        Column(),
        Column(keep=True),
        Column(title="readiness", align="right", keep=True),
        Column(keep=True),
        Column(title="years", align="right", keep=True),
        Column(title="pay"),
    )
    note = "readiness with what was learned at the stops before; years from now"
    return Section(title="", blocks=(Table(columns=columns, rows=tuple(rows)),), note=note)


def _way_rows(label: str, way: Way) -> Iterator[tuple[Cell, ...]]:
    for number, move in enumerate(way.moves):
        yield (
            Toned(text="" if number else label, tone="dim"),
            strong(move.role.name),
            move.rung,
            in_words(move.readiness.score),
            verdict_cell(move.verdict),
            str(move.years),
            pay_in_words(move.pay),
        )


def _learned(catalogue: Catalogue, moves: Sequence[Move]) -> Section:
    rows = []
    for number, move in enumerate(moves, start=1):
        names = [
            f"{catalogue.skills[one.skill].name} {one.before}→{one.after}" for one in move.learned
        ]
        rows.append((f"{number} {move.role.name}", joined_names(names, SHOWN) or "nothing new"))
    note = "essential skills first"
    return Section(title="Learned at each stop", blocks=(Fields(rows=tuple(rows)),), note=note)


def _gates(catalogue: Catalogue, target: Move) -> Section:
    blocks: list[Block] = [Prose(text=w) for w in gates_in_words(catalogue, target.gates)]
    return Section(title="Mind", blocks=tuple(blocks))


def _graph(catalogue: Catalogue, path: CareerPath) -> Graph:
    """The path, and the direct move as a side way."""
    nodes = [Node(id="start", label=_start(catalogue, path.start), tone="strong")]
    edges = []
    for move in path.advised.moves:
        id = f"{move.role.id}-{move.rung}"
        edges.append(_edge(nodes[-1].id, id, move, "main"))
        nodes.append(Node(id=id, label=f"{move.role.name}, {move.rung}"))
    if len(path.advised.moves) > 1:
        edges.append(_edge("start", nodes[-1].id, path.direct, "side"))
    return Graph(nodes=tuple(nodes), edges=tuple(edges))


def _edge(start: str, end: str, move: Move, kind: EdgeKind) -> Edge:
    label = f"{in_words(move.readiness.score)} {move.verdict or ''}".strip()
    return Edge(start=start, end=end, label=label, weight=move.readiness.score or 0.0, kind=kind)
