"""The way to a position in at most three moves whose hardest move is as easy as it can be."""

from collections.abc import Iterable, Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.errors import AskedWrongly, NothingFound
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.path_search import easiest, field_of, gathered
from mlroles.core.moves.position import Position, rungs_up
from mlroles.core.moves.profile import Profile
from mlroles.core.moves.readiness import Readiness, Verdict, held_by, readiness, verdict
from mlroles.core.pay.change import PayChange, pay_change
from mlroles.core.pay.figures import known_country

MOST_STOPS = 2
"""The stops of three moves."""


class Learned(Value, frozen=True, kw_only=True):
    """A skill whose level rises at a stop."""

    skill: str
    before: int
    after: int
    essential: bool
    """Whether the role there cannot do without it."""
    importance: int


class Move(Value, frozen=True, kw_only=True):
    """One move: to a role at a rung, how ready one is for it, and what is learned there."""

    role: Role
    rung: Rung
    rungs: int
    """How many rungs it goes up from the position before; 0 where that is no role."""
    readiness: Readiness
    learned: tuple[Learned, ...]
    """Essential skills first, then by importance."""
    pay: PayChange | None
    """Beside the start; None where it is unknown."""

    @property
    def verdict(self) -> Verdict:
        """What the readiness means for this move."""
        return verdict(self.readiness.score, self.rungs)


class CareerPath(Value, frozen=True, kw_only=True):
    """Moves to a target, and the direct move beside them."""

    start: Profile
    moves: tuple[Move, ...]
    direct: Move
    learning: int
    """How many levels of skills are learned on the way in all."""
    pay_unknown: tuple[Position, ...]
    """Stops left out since their pay is unknown; only where a floor is set."""

    @property
    def above(self) -> tuple[Move, ...]:
        """The stops that stand above the rungs of both the start and the target."""
        ends = [self.moves[-1].rung, *([self.start.rung] if self.start.rung else [])]
        stops = self.moves[:-1]
        return tuple(m for m in stops if all(rungs_up(end, m.rung) > 0 for end in ends))

    @property
    def hardest(self) -> float:
        """The lowest readiness of all moves."""
        return min(move.readiness.score for move in self.moves)


def find_path(
    catalogue: Catalogue,
    start: Profile,
    target: tuple[Role, Rung],
    avoid: Iterable[Role] = (),
    via: Iterable[Role] = (),
    floor: float | None = None,
    highest: Rung | None = None,
    country: str | None = None,
) -> CareerPath:
    """The best of all ways of at most three moves to a role at a rung.

    The hardest move of a way is the one of lowest readiness, with the skills gathered at the
    stops before it. That way is best whose hardest move is easiest, where each further move has
    to gain `WORTH`; of equal ones that on which least is learned. Roles to `avoid` are no stops,
    and all those of `via` are. No stop stands above the `highest` rung. With a `floor`, each
    position pays at least that share of what the start pays; where pay is unknown it is left out.

    Raises `AskedWrongly` for conditions that contradict each other or cannot be checked, and
    `NothingFound` where no way fulfils them.
    """
    avoided, passed = {role.id for role in avoid}, frozenset(role.id for role in via)
    end = Position(target[0].id, target[1])
    its_country = known_country(catalogue, country)
    _check(catalogue, start, avoided, passed, floor)
    field = field_of(catalogue)
    stops = [p for p in field.needs if p != end and p != (start.role, start.rung)]
    stops = [stop for stop in stops if stop.role not in avoided]
    if highest:
        stops = [stop for stop in stops if rungs_up(highest, stop.rung) <= 0]
    unknown: list[Position] = []
    if floor is not None:
        ratios = {p: _ratio(catalogue, start, p, its_country) for p in (*stops, end)}
        unknown = [stop for stop in stops if ratios[stop] is None]
        stops = [stop for stop in stops if (ratios[stop] or 0) >= floor]
        if (ratios[end] or 0) < floor:
            raise _target_below(catalogue, end, ratios[end], floor)
    way = easiest(field, start.skills, end, stops, passed)
    if way is None:
        names = " and ".join(catalogue.role_names[role] for role in sorted(passed))
        raise NothingFound(f"no way over {names} fulfils the conditions", "ask for less of them")
    return CareerPath(
        start=start,
        moves=tuple(_moves(catalogue, start, (*way.stops, end), its_country)),
        direct=next(_moves(catalogue, start, (end,), its_country)),
        learning=way.learning,
        pay_unknown=tuple(unknown),
    )


def _check(
    catalogue: Catalogue, start: Profile, avoid: set[str], via: frozenset[str], floor: float | None
) -> None:
    if both := sorted(avoid & via):
        name = catalogue.role_names[both[0]]
        raise AskedWrongly(f"{name} is to be avoided and passed", "give one of the two")
    if len(via) > MOST_STOPS:
        told = f"{len(via)} roles to pass are more than the {MOST_STOPS} stops of three moves"
        raise AskedWrongly(told, f"name at most {MOST_STOPS}")
    if floor is not None and not (start.role and start.rung):
        told = "a floor for pay needs a role to start from"
        raise AskedWrongly(told, "add role and rung to the profile, or start from a role")


def _ratio(catalogue: Catalogue, start: Profile, position: Position, country: str) -> float | None:
    change = _pay(catalogue, start, position, country)
    return change.ratio if change else None


def _pay(
    catalogue: Catalogue, start: Profile, position: Position, country: str
) -> PayChange | None:
    if start.role is None or start.rung is None:
        return None
    origin = (catalogue.roles[start.role], start.rung)
    return pay_change(origin, (catalogue.roles[position.role], position.rung), country)


def _target_below(
    catalogue: Catalogue, target: Position, ratio: float | None, floor: float
) -> NothingFound:
    name = f"{catalogue.role_names[target.role]} at {target.rung} level"
    told = f"the pay of {name} is unknown"
    if ratio is not None:
        told = f"{name} pays {ratio:.2f} of the start, and the floor is {floor:.2f}"
    return NothingFound(told, "choose another target, or leave out --floor-pay")


def _moves(
    catalogue: Catalogue, start: Profile, positions: Sequence[Position], country: str
) -> Iterator[Move]:
    held: dict[str, int] = start.skills
    before = start.rung if start.role else None
    for position in positions:
        role = catalogue.roles[position.role]
        yield Move(
            role=role,
            rung=position.rung,
            rungs=rungs_up(before, position.rung) if before else 0,
            readiness=readiness(catalogue, held, role, position.rung),
            learned=tuple(_learned(role, position.rung, held)),
            pay=_pay(catalogue, start, position, country),
        )
        held, before = gathered(held, held_by(role, position.rung)), position.rung


def _learned(role: Role, rung: Rung, held: dict[str, int]) -> list[Learned]:
    learned = [
        Learned(
            skill=r.skill,
            before=held.get(r.skill, 0),
            after=r.levels.at(rung),
            essential=r.essential,
            importance=r.importance,
        )
        for r in (*role.skills, *role.tools)
        if r.levels.at(rung) > held.get(r.skill, 0)
    ]
    learned.sort(key=lambda one: (not one.essential, -one.importance, one.skill))
    return learned
