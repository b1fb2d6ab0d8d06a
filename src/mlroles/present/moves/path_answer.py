"""A path as `path` answers with it: the classes, and what fills them."""

from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Level, Rung, about
from mlroles.core.moves.path import CareerPath, Learned, Move, Way
from mlroles.core.moves.readiness import Verdict
from mlroles.present.moves.answers import (
    GateAnswer,
    ShortfallAnswer,
    StartAnswer,
    gate_answers,
    shortfall_answers,
    start_answer,
)
from mlroles.present.page.answer import Answer
from mlroles.present.page.rounding import rounded
from mlroles.present.page.shapes import (
    Named,
    PayFigure,
    Position,
    Score,
    extended,
    named,
    named_in,
    pay_at_rung,
    position_of,
)

MOST = 4
"""How many skills that are learned, and shortfalls, there are of each move unless it is full."""

LEFT_OUT = "small shortfalls and some skills that are learned are left out; --full gives all"


class LearnedAnswer(Answer, frozen=True, kw_only=True):
    """A skill whose level rises at a stop."""

    skill: Named
    before: Annotated[int, about("the level, 0 if it is not held")]
    after: Level
    essential: bool


class StepAnswer(Answer, frozen=True, kw_only=True):
    """A move: how ready somebody is for it then, and what is learned there."""

    role: Named
    rung: Rung
    readiness: Annotated[Score | None, about("with what was learned at the stops before")]
    verdict: Verdict | None
    learned: Annotated[
        list[LearnedAnswer], about("essential skills first; by default 4, with --full all")
    ]
    years: Annotated[int, about("after how many years from now it is usual")]
    pay: PayFigure | None


class MoveOfPath(StepAnswer, frozen=True, kw_only=True):
    """A move of the way that is advised, or the direct one."""

    gates: list[GateAnswer]
    shortfalls: Annotated[
        list[ShortfallAnswer], about("what costs most first; by default 4, with --full all")
    ]


class WayAnswer(Answer, frozen=True, kw_only=True):
    """Another way to the target."""

    moves: list[StepAnswer]
    hardest: Annotated[Score | None, about("the lowest readiness of its moves")]
    years: int


class PathAnswer(Answer, frozen=True, kw_only=True, rename={"origin": "from", "target": "to"}):
    """The way that is advised, and the others beside it."""

    origin: StartAnswer
    target: Position
    moves: Annotated[list[MoveOfPath], about("what is advised; without the start")]
    hardest: Annotated[Score | None, about("the lowest readiness of the moves")]
    years: int
    no_short_way: Annotated[bool, about("whether even what is advised has a step below viable")]
    bridge: Annotated[list[Position], about("then the way whose hardest move is easiest")]
    direct: MoveOfPath
    alternatives: Annotated[
        list[WayAnswer], about("the best other ways with one stop and with two")
    ]
    pay_unknown: Annotated[list[Position], about("stops left out because of --keep-pay")]


def path_answer(catalogue: Catalogue, path: CareerPath, full: bool = False) -> PathAnswer:
    """The ways to a position; with `full` all skills of each move."""
    most = None if full else MOST
    target = path.target
    return PathAnswer(
        origin=start_answer(catalogue, path.start),
        target=position_of(catalogue, target.role.id, target.rung),
        moves=[_move(catalogue, move, most) for move in path.advised.moves],
        hardest=rounded(path.advised.hardest),
        years=path.advised.years,
        no_short_way=not path.advised.passable,
        bridge=_positions(catalogue, path.bridge) if path.bridge else [],
        direct=_move(catalogue, path.direct, most),
        alternatives=[
            WayAnswer(
                moves=[_step(catalogue, move, most) for move in way.moves],
                hardest=rounded(way.hardest),
                years=way.years,
            )
            for way in path.alternatives
        ],
        pay_unknown=[position_of(catalogue, stop.role, stop.rung) for stop in path.pay_unknown],
    )


def _positions(catalogue: Catalogue, way: Way) -> list[Position]:
    return [position_of(catalogue, move.role.id, move.rung) for move in way.moves]


def _move(catalogue: Catalogue, move: Move, most: int | None) -> MoveOfPath:
    return extended(
        MoveOfPath,
        _step(catalogue, move, most),
        gates=gate_answers(catalogue, move.gates),
        shortfalls=shortfall_answers(catalogue, move.readiness, most),
    )


def _step(catalogue: Catalogue, move: Move, most: int | None) -> StepAnswer:
    return StepAnswer(
        role=named(move.role),
        rung=move.rung,
        readiness=rounded(move.readiness.score),
        verdict=move.verdict,
        learned=[_learned(catalogue, one) for one in move.learned[:most]],
        years=move.years,
        pay=pay_at_rung(catalogue, move.pay) if move.pay else None,
    )


def _learned(catalogue: Catalogue, one: Learned) -> LearnedAnswer:
    return LearnedAnswer(
        skill=named_in(catalogue.skills, one.skill),
        before=one.before,
        after=one.after,
        essential=one.essential,
    )
