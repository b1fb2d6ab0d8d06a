"""A path as a report: the direct move and the best ways with stops, beside each other."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.path import CareerPath, Move, Way
from mlroles.core.moves.profile import Profile, remarks
from mlroles.present.moves.path_answer import LEFT_OUT, PathAnswer, path_answer
from mlroles.present.moves.readiness import (
    gates_in_words,
    joined_names,
    line,
    pay_in_words,
    pay_note,
    position_words,
    verdict_cell,
    why_section,
)
from mlroles.present.moves.start import start_name, start_words
from mlroles.present.page.blocks import (
    UNBROKEN,
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
    counted,
    short,
    strong,
)
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import in_words

MOST_NAMES = 6
"""How many skills are named that are learned at a stop."""

STOPS = ("Direct", "One stop", "Two stops")


def path_report(
    catalogue: Catalogue,
    path: CareerPath,
    have: Sequence[str] = (),
    why: bool = False,
    full: bool = False,
) -> Report:
    """The ways to a position; with `why` every number of the readiness, with `full` all skills.

    `have` is what was typed for the skills held, where the start is not a role.
    """
    moves = path.advised.moves

    def pages() -> tuple[Page, ...]:
        sections = [_first_words(path), _ways(path), _learned(catalogue, moves, full)]
        if conditions := gates_in_words(catalogue, path.target.gates):
            sections.append(line("Conditions", "; ".join(conditions), "direct"))
        if why:
            worked_out = (*moves, path.direct)[: len(moves) + (len(moves) > 1)]
            sections += [
                why_section(catalogue, position_words(move.role, move.rung), move.readiness)
                for move in worked_out
            ]
        years = counted(path.advised.years, "year", "years")
        fact = f"hardest step {in_words(path.advised.hardest)}, {years}"
        title = f"{_start(catalogue, path.start)} → {_position(path.target)}"
        return (Page(title=title, fact=fact, sections=tuple(s for s in sections if s.blocks)),)

    said = list(remarks(catalogue, path.start))
    if path.pay_unknown:
        said.append(f"{len(path.pay_unknown)} stops are left out, since their pay is unknown")
    if path.roles_left_out:
        said.append(f"{path.roles_left_out} roles that share little were not weighed as stops")
    aim = catalogue.ladder.typed(moves[0].role.id, moves[0].rung)
    step = f"mlroles gap {start_words(catalogue, path.start, have)} {aim}"
    return Report(
        pages=pages,
        kinds=(PathAnswer,),
        document=True,
        table="moves",
        data=lambda: path_answer(catalogue, path, full),
        left_out="" if full else LEFT_OUT,
        graph=lambda: _graph(catalogue, path),
        remarks=tuple(said),
        more="--full every skill   --why the calculation   --avoid ROLE   --via ROLE",
        next_steps=((step, "what the first move takes"),),
    )


def _start(catalogue: Catalogue, start: Profile) -> str:
    name = short(start_name(catalogue, start))
    return f"{name}, {start.rung}" if start.role else name


def _position(move: Move) -> str:
    return f"{short(move.role.name)}, {move.rung}"


def _first_words(path: CareerPath) -> Section:
    """What is advised; where even that has a step below viable, it says so."""
    stops = " and ".join(position_words(m.role, m.rung) for m in path.advised.moves[:-1])
    words = f"Advised: by way of {stops}." if stops else "Advised: the direct move."
    if not path.advised.passable:
        words = f"No short way: the hardest step has readiness {in_words(path.advised.hardest)}."
        if path.bridge:
            stops = " and ".join(position_words(m.role, m.rung) for m in path.bridge.moves[:-1])
            hardest = in_words(path.bridge.hardest)
            words += f" The easiest bridge is {stops}, whose hardest step has {hardest}."
    return Section(title="", blocks=(Prose(text=words),), name="moves")


def _ways(path: CareerPath) -> Section:
    """The direct move, the best way with one stop and with two, one below the other."""
    ways = {len(way.moves): way for way in (path.bridge or path.advised, *path.alternatives)}
    ways |= {1: Way(moves=(path.direct,)), len(path.advised.moves): path.advised}
    pays = [move.pay for way in ways.values() for move in way.moves]
    rows: list[tuple[Cell, ...]] = []
    for _, way in sorted(ways.items()):
        label = STOPS[len(way.moves) - 1]
        for number, move in enumerate(way.moves):
            name = position_words(move.role, move.rung)
            rows.append(
                (
                    Toned(text="" if number else label, tone="dim"),
                    strong(name) if way.moves == path.advised.moves else name,
                    in_words(move.readiness.score),
                    verdict_cell(move.verdict),
                    "now" if not move.years else f"in {counted(move.years, 'year', 'years')}",
                    pay_in_words(move.pay, currency=False),
                )
            )
    columns = (
        Column(keep=True),
        Column(),
        Column(title="ready", align="right", keep=True),
        Column(keep=True),
        Column(title="when", align="right", keep=True),
        Column(title="pay", keep=True),
    )
    note = f"ready: counting what earlier moves taught    {pay_note(pays)}"
    return Section(
        title="Ways",
        blocks=(Table(columns=columns, rows=tuple(rows)),),
        note=note.rstrip(),
        name="moves",
    )


def _learned(catalogue: Catalogue, moves: Sequence[Move], full: bool) -> Section:
    rows = []
    for move in moves:
        names = [
            f"{short(catalogue.skills[one.skill].name)}{UNBROKEN}{one.before or ''}→{one.after}"
            for one in move.learned
        ]
        told = joined_names(names, len(names) if full else MOST_NAMES) or "nothing new"
        rows.append((_position(move), told))
    note = "essential skills first; levels before and after"
    return Section(
        title="What each move teaches", blocks=(Fields(rows=tuple(rows)),), note=note, name="moves"
    )


def _graph(catalogue: Catalogue, path: CareerPath) -> Graph:
    """The path, and the direct move as a side way."""
    nodes = [Node(id="start", label=_start(catalogue, path.start), tone="strong")]
    edges = []
    for move in path.advised.moves:
        id = f"{move.role.id}-{move.rung}"
        edges.append(_edge(nodes[-1].id, id, move, "main"))
        nodes.append(Node(id=id, label=_position(move)))
    if len(path.advised.moves) > 1:
        edges.append(_edge("start", nodes[-1].id, path.direct, "side"))
    return Graph(nodes=tuple(nodes), edges=tuple(edges))


def _edge(start: str, end: str, move: Move, kind: EdgeKind) -> Edge:
    label = f"{in_words(move.readiness.score)} {move.verdict or ''}".strip()
    return Edge(start=start, end=end, label=label, weight=move.readiness.score or 0.0, kind=kind)
