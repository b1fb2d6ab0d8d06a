"""A path as a report: its moves, what is learned at each stop, and the direct move beside it."""

from collections.abc import Iterator

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.path import MOST_STOPS, CareerPath, Learned, Move
from mlroles.core.moves.path_search import WORTH
from mlroles.core.moves.profile import Profile
from mlroles.present.moves.readiness import VERDICT_TONES, covers_payload, joined_names, why_section
from mlroles.present.moves.start import (
    change_payload,
    position_payload,
    remarks,
    start_name,
    start_payload,
    start_words,
)
from mlroles.present.page.answer import Scalar
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
    joined,
    strong,
)
from mlroles.present.page.common import Payload
from mlroles.present.page.report import Records, Report
from mlroles.present.page.rounding import DIGITS

SHOWN = 6
"""How many skills are named that are learned at a stop."""

COLUMNS = ("move", "role", "name", "level", "readiness", "class", "pay_ratio", "learned")


def path_report(
    catalogue: Catalogue, path: CareerPath, have: str | None = None, why: bool = False
) -> Report:
    """A path; with `why` every number of the readiness for each move.

    `have` is what was typed for the skills held, where the start is no role.
    """
    target = path.moves[-1]

    def pages() -> tuple[Page, ...]:
        sections = [_moves(path), _learned(catalogue, path), _weighed(path)]
        if why:
            sections += [
                why_section(catalogue, f"{move.role.name}, {move.rung}", move.readiness)
                for move in (*path.moves, path.direct)[: len(path.moves) + (len(path.moves) > 1)]
            ]
        title = f"{_start(catalogue, path.start)} → {target.role.name}, {target.rung}"
        return (Page(title=title, sections=tuple(s for s in sections if s.blocks)),)

    told = list(remarks(catalogue, path.start))
    if path.pay_unknown:
        count = len(path.pay_unknown)
        told.append(f"{count} stops are left out, since their pay is unknown; --json names them")
    first = path.moves[0]
    return Report(
        pages=pages,
        data=lambda: _payload(catalogue, path),
        records=lambda: Records(columns=COLUMNS, rows=tuple(_rows(path))),
        graph=lambda: _graph(catalogue, path),
        remarks=tuple(told),
        next_step=f"mlroles gap {start_words(path.start, have)} {first.role.id}@{first.rung}",
    )


def _start(catalogue: Catalogue, start: Profile) -> str:
    name = start_name(catalogue, start)
    return f"{name}, {start.rung}" if start.role else name


def _moves(path: CareerPath) -> Section:
    rows: list[tuple[Cell, ...]] = [
        _row(f"{number}", move, path.start) for number, move in enumerate(path.moves, start=1)
    ]
    if len(path.moves) > 1:
        rows.append(_row("direct", path.direct, path.start))
    columns = (
        Column(keep=True),
        Column(),
        Column(keep=True),
        Column(title="readiness", align="right", keep=True),
        Column(keep=True),
        *([Column(title="pay", keep=True)] if path.start.role else []),
    )
    note = "readiness with what was learned at the stops before; pay beside that of the start"
    if not path.start.role:
        note = "readiness with what was learned at the stops before"
    return Section(title="", blocks=(Table(columns=columns, rows=tuple(rows)),), note=note)


def _row(label: str, move: Move, start: Profile) -> tuple[Cell, ...]:
    told: tuple[Cell, ...] = (
        Toned(text=label, tone="dim"),
        strong(move.role.name),
        move.rung,
        f"{move.readiness.score:.2f}",
        Toned(text=move.verdict, tone=VERDICT_TONES[move.verdict]),
    )
    if not start.role:
        return told
    pooled = " pooled" if move.pay and move.pay.pooled else ""
    return (*told, f"× {move.pay.ratio:.2f}{pooled}" if move.pay else "unknown")


def _learned(catalogue: Catalogue, path: CareerPath) -> Section:
    rows = []
    for number, move in enumerate(path.moves, start=1):
        names = [
            f"{catalogue.skills[one.skill].name} {one.before}→{one.after}" for one in move.learned
        ]
        rows.append((f"{number} {move.role.name}", joined_names(names, SHOWN) or "nothing new"))
    note = f"essential skills first; {path.learning} levels of skills in all"
    return Section(title="Learned at each stop", blocks=(Fields(rows=tuple(rows)),), note=note)


def _weighed(path: CareerPath) -> Section:
    """What the path gains over the direct move, and whether more moves would be worth it."""
    told = []
    hardest, direct = path.hardest, path.direct.readiness.score
    if len(path.moves) > 1:
        easier = f"The hardest move has readiness {hardest:.2f}; the direct one has {direct:.2f}"
        more = ", and is comfortable already" if path.direct.verdict == "comfortable" else ""
        told.append(f"{easier}{more}.")
    if not_worth_it(path):
        told.append(f"Not worth it: with one more move the hardest gains less than {WORTH:.2f}.")
    if path.above:
        names = joined([f"{move.role.name}, {move.rung}" for move in path.above])
        rung = path.moves[-1].rung
        told.append(f"Above where it leads: {names}. Leave such stops out with --highest {rung}.")
    blocks: tuple[Block, ...] = tuple(Prose(text=text) for text in told)
    return Section(title="", blocks=blocks)


def not_worth_it(path: CareerPath) -> bool:
    """Whether one more move could be made, but gains too little."""
    return len(path.moves) <= MOST_STOPS


def _rows(path: CareerPath) -> Iterator[tuple[Scalar, ...]]:
    numbered = [*enumerate(path.moves, start=1), ("direct", path.direct)]
    for number, move in numbered:
        yield (
            str(number),
            move.role.id,
            move.role.name,
            move.rung,
            round(move.readiness.score, DIGITS),
            move.verdict,
            round(move.pay.ratio, DIGITS) if move.pay else None,
            " ".join(f"{one.skill}:{one.after}" for one in move.learned),
        )


def _graph(catalogue: Catalogue, path: CareerPath) -> Graph:
    """The path, and the direct move as a side way."""
    nodes = [Node(id="start", label=_start(catalogue, path.start), tone="strong")]
    edges = []
    for move in path.moves:
        id = f"{move.role.id}-{move.rung}"
        edges.append(_edge(nodes[-1].id, id, move, "main"))
        nodes.append(Node(id=id, label=f"{move.role.name}, {move.rung}"))
    if len(path.moves) > 1:
        edges.append(_edge("start", nodes[-1].id, path.direct, "side"))
    return Graph(nodes=tuple(nodes), edges=tuple(edges))


def _edge(start: str, end: str, move: Move, kind: EdgeKind) -> Edge:
    label = f"{move.readiness.score:.2f} {move.verdict}"
    return Edge(start=start, end=end, label=label, weight=move.readiness.score, kind=kind)


def _payload(catalogue: Catalogue, path: CareerPath) -> Payload:
    return {
        "from": start_payload(catalogue, path.start),
        "to": position_payload(path.moves[-1].role, path.moves[-1].rung),
        "moves": [_move(catalogue, move) for move in path.moves],
        "hardest": round(path.hardest, DIGITS),
        "direct": _move(catalogue, path.direct),
        "learning": path.learning,
        "one_more_move": "not worth it" if not_worth_it(path) else None,
        "pay_unknown": [
            position_payload(catalogue.roles[stop.role], stop.rung) for stop in path.pay_unknown
        ],
    }


def _move(catalogue: Catalogue, move: Move) -> Payload:
    return {
        **position_payload(move.role, move.rung),
        "readiness": round(move.readiness.score, DIGITS),
        "class": move.verdict,
        "parts": covers_payload(catalogue, move.readiness),
        "learned": [_learned_payload(catalogue, one) for one in move.learned],
        "pay": change_payload(move.pay),
    }


def _learned_payload(catalogue: Catalogue, one: Learned) -> Payload:
    return {
        "skill": one.skill,
        "name": catalogue.skills[one.skill].name,
        "before": one.before,
        "after": one.after,
        "essential": one.essential,
    }
