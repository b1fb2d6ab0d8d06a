"""The way to a position: the direct move, or the stops that make it one that people take."""

from collections.abc import Iterable, Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.errors import AskedWrongly, NothingFound
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.gates import Gate, asks_for_degree, gates, is_entry
from mlroles.core.moves.likeness import Rarity
from mlroles.core.moves.path_search import (
    YEARS_AT_A_STOP,
    Candidate,
    Levels,
    Search,
    Start,
    Stop,
    gathered,
)
from mlroles.core.moves.position import Position, years_from
from mlroles.core.moves.profile import Profile
from mlroles.core.moves.readiness import VIABLE, Readiness, Verdict, essentials_of, measured
from mlroles.core.moves.standing import position_now
from mlroles.core.pay.change import PayChange, pay_change
from mlroles.core.pay.figures import PayAt, country_for, pay_at

MOST_STOPS = 2
"""The stops of three moves."""

KEPT_PAY = 0.9
"""The least share of the pay of now that a stop pays, where both are known."""

TAUGHT = 4
"""The importance from which on a stop teaches a skill that is not essential to it."""

MOST_ROLES = 120
"""How many roles are weighed as stops; in a larger catalogue those that share most."""


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
    """How many rungs it goes up from the position before; 0 where that is not a role."""
    readiness: Readiness
    """With what was learned at the stops before."""
    gates: tuple[Gate, ...]
    learned: tuple[Learned, ...]
    """Essential skills first, then by importance; at the target all that it asks for."""
    years: int
    """After how many years from now it is usual."""
    pay: PayAt | None
    change: PayChange | None
    """The pay beside that of the start; None where the two cannot be compared."""

    @property
    def verdict(self) -> Verdict | None:
        """What the readiness means for this move."""
        return self.readiness.verdict_after(self.rungs)


class Way(Value, frozen=True, kw_only=True):
    """Moves to the target, which is the last of them."""

    moves: tuple[Move, ...]

    @property
    def hardest(self) -> float | None:
        """The lowest readiness of all moves; None where there is none for the target."""
        scores = [m.readiness.score for m in self.moves if m.readiness.score is not None]
        return min(scores) if len(scores) == len(self.moves) else None

    @property
    def years(self) -> int:
        """After how many years from now the target is usually reached."""
        return self.moves[-1].years

    @property
    def passable(self) -> bool:
        """Whether no move of it is a stretch."""
        return all(move.verdict != "stretch" for move in self.moves)


class CareerPath(Value, frozen=True, kw_only=True):
    """The way that is advised, and the others beside it."""

    start: Profile
    origin: tuple[Role, Rung] | None
    """The position of now, named or as what is held fits best."""
    advised: Way
    direct: Move
    alternatives: tuple[Way, ...]
    """The best of the other ways with one stop and with two, the fewest moves first."""
    bridge: Way | None
    """Where even the advised way has a step below viable: the way whose hardest move is easiest."""
    roles_left_out: int
    """How many roles of a large catalogue were not weighed as stops."""
    pay_unknown: tuple[Position, ...]
    """Stops left out since their pay is unknown; only where a floor is set."""

    @property
    def target(self) -> Move:
        """The last move."""
        return self.advised.moves[-1]


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
    """The best way of at most three moves to a role at a rung.

    A direct move that is comfortable, or goes down, is the answer. Otherwise it is the way of
    most worth: the readiness for its hardest move, less 0.10 for each move after the first, plus
    0.05 · the share of its moves that the roles themselves name or that stay in one role.
    To a target two rungs up or more, a viable way that goes up one at a time comes before others.

    A stop is viable with what is held by then; stands neither above the target's rung nor, save
    in the target's own role, below the start's, and at most one rung above the position before;
    pays at least 0.9 of the start where both are known; is usual after the years worked by then
    (those of the start and two, and two more for each stop); asks for no degree that the start
    does not; and its first rung asks for less than three years. On one's own ladder the next rung
    only takes the years that it takes. A stop teaches its essential skills
    and those of importance 4 and 5.

    Roles to `avoid` are no stops, and all those of `via` are, ready for them or not. No stop
    stands above the `highest` rung. With a `floor`, each position is known to pay at least that
    share of what the start pays.

    Raises `AskedWrongly` for conditions that contradict each other or cannot be checked, and
    `NothingFound` where no way fulfils them.
    """
    field = _Field(
        catalogue, start, target, country_for(catalogue, country, target[:1]), floor, highest
    )
    passed, avoided = frozenset(role.id for role in via), {role.id for role in avoid}
    _check(catalogue, start, avoided, passed, floor)
    field.check_floor()
    direct = field.way(())
    only_direct = not passed and field.needs_no_stop(direct.moves[0])
    roles = [] if only_direct else field.roles(avoided)
    stops = [] if only_direct else list(field.stops(roles, passed))
    found = [direct]
    bridge = None
    if not only_direct:
        ways = field.search(stops, passed).ways()
        if not ways:
            names = " and ".join(catalogue.role_names[role] for role in sorted(passed))
            raise NothingFound(
                f"no route by way of {names} meets the conditions", "try fewer conditions"
            )
        best = min(ways, key=Candidate.rank)
        ways.sort(key=lambda way: (way is not best, len(way.stops)))
        found = [field.way(way.stops) for way in ways]
        if not found[0].passable:
            bridge = field.bridge(ways, stops, passed)
    return CareerPath(
        start=start,
        origin=field.origin,
        advised=found[0],
        direct=direct.moves[0],
        alternatives=tuple(way for way in found[1:] if len(way.moves) > 1),
        bridge=bridge,
        roles_left_out=0 if only_direct else len(catalogue.roles) - len(roles) - len(avoided),
        pay_unknown=tuple(field.pay_unknown),
    )


class _Field:
    """What is worked out once for all ways from a start to a target."""

    def __init__(
        self,
        catalogue: Catalogue,
        start: Profile,
        target: tuple[Role, Rung],
        country: str,
        floor: float | None,
        highest: Rung | None,
    ) -> None:
        self.catalogue, self.profile, self.target = catalogue, start, target
        self.ladder = catalogue.ladder
        self.country, self.floor = country, floor
        self.origin = position_now(catalogue, start)
        self.top = min(map(self.ladder.place, (target[1], highest or self.ladder.highest)))
        self.pay_unknown: list[Position] = []
        now = Position(self.origin[0].id, self.origin[1]) if self.origin else None
        years = (years_from(self.origin[0], self.origin[1]) or 0) if self.origin else 0
        self.start = Start(start.skills, now, years)
        self.end = self._stop(*target)

    def _stop(self, role: Role, rung: Rung, chosen: bool = False) -> Stop:
        essentials = essentials_of(self.catalogue, role, rung)
        if not self.profile.complete:
            essentials = essentials.known(self.profile.skills)
        return Stop(
            Position(role.id, rung),
            essentials,
            self._teaches(role, rung),
            years_from(role, rung) or 0,
            chosen,
        )

    def _teaches(self, role: Role, rung: Rung) -> Levels:
        """What is learned at a stop; of human skills that nothing was said of nobody knows."""
        return {
            r.skill: r.at(rung)
            for r in role.requirements
            if (r.essential or r.importance >= TAUGHT) and self._said(r.skill)
        }

    def _said(self, skill: str) -> bool:
        known = self.profile.complete or skill in self.profile.skills
        return known or self.catalogue.skills[skill].kind != "human"

    def needs_no_stop(self, direct: Move) -> bool:
        """Whether the direct move is comfortable, goes down, or cannot be measured."""
        return direct.verdict in ("comfortable", None) or direct.rungs < 0

    def roles(self, avoided: set[str]) -> list[str]:
        """The roles to weigh as stops: those that share most with what is held and wanted."""
        rest = [id for id in self.catalogue.roles if id not in avoided]
        if len(rest) <= MOST_ROLES:
            return rest
        rarity = Rarity(self.catalogue)
        sharing = dict.fromkeys(rest, 0.0)
        wanted = [essential.skill for essential in self.end.essentials.skills]
        for skill in (*self.profile.skills, *wanted):
            for role in self.catalogue.uses.get(skill, ()):
                if role in sharing:
                    sharing[role] += rarity(skill)
        return sorted(rest, key=lambda role: (-sharing[role], role))[:MOST_ROLES]

    def stops(self, roles: Iterable[str], passed: frozenset[str]) -> Iterator[Stop]:
        """The positions where one may stop, whatever comes before."""
        for id in roles:
            role = self.catalogue.roles[id]
            told = role.rungs_told(self.ladder)
            for rung in told or [self.target[1]]:
                if told and self.ladder.place(rung) > self.top:
                    break
                if Position(id, rung) in (self.start.position, self.end.position):
                    continue
                if id in passed or self._suits(role, rung):
                    stop = self._stop(role, rung, id in passed)
                    if stop.essentials.total and self._pays(role, rung):
                        yield stop

    def _suits(self, role: Role, rung: Rung) -> bool:
        """Whether people stop there on the way to something else, or begin the target there."""
        if role.id == self.target[0].id:
            return True
        has_degree = bool(self.origin and asks_for_degree(self.origin[0]))
        below = self.start.rung is not None and self.ladder.up(self.start.rung, rung) < 0
        return (
            is_entry(self.ladder, role) and not below and (has_degree or not asks_for_degree(role))
        )

    def _pays(self, role: Role, rung: Rung) -> bool:
        change = self._change(role, rung)
        if change is None and self.floor is not None:
            self.pay_unknown.append(Position(role.id, rung))
            return False
        least = KEPT_PAY if self.floor is None else self.floor
        return change is None or round(change.ratio, 2) >= least

    def _change(self, role: Role, rung: Rung) -> PayChange | None:
        return pay_change(self.origin, (role, rung), self.country) if self.origin else None

    def check_floor(self) -> None:
        """Raise `NothingFound` where the target itself pays less than the floor."""
        if self.floor is None:
            return
        change = self._change(*self.target)
        name = f"{self.target[0].name} at {self.target[1]} level"
        if change is None or change.ratio < self.floor:
            found = f"the pay of {name} is unknown"
            if change:
                pays, floor = int(100 * change.ratio), 100 * self.floor
                found = f"{name} pays {pays}% of the start, less than {floor:g}%"
            raise NothingFound(found, "choose another target, or leave out --keep-pay")

    def search(
        self, stops: Sequence[Stop], passed: frozenset[str], least: float = VIABLE
    ) -> Search:
        """The search over these stops."""
        return Search(self.ladder, self.start, self.end, stops, self._usual, passed, least)

    def _usual(self, before: Position | None, after: Position) -> bool:
        """Whether a role names the one before as a way in, or is the same."""
        if before is None:
            return False
        entry = self.catalogue.roles[after.role].entry
        named = [route.role for route in entry.routes_in] if entry else []
        return before.role in (after.role, *named)

    def bridge(
        self, ways: Sequence[Candidate], stops: Sequence[Stop], passed: frozenset[str]
    ) -> Way | None:
        """The way with a stop whose hardest move is easiest, even if no stop of it is viable."""
        found = [way for way in ways if way.stops]
        found = found or [w for w in self.search(stops, passed, 0.0).ways() if len(w.stops) == 1]
        best = max(found, key=lambda way: way.hardest, default=None)
        return self.way(best.stops) if best else None

    def way(self, stops: Sequence[Position]) -> Way:
        """Stops with the target as moves, each measured with what was learned before it."""
        moves, held, before = [], dict(self.profile.skills), self.start.rung
        years, worked = 0, self.start.years + YEARS_AT_A_STOP
        for number, (id, rung) in enumerate((*stops, self.end.position)):
            role = self.catalogue.roles[id]
            years = max(YEARS_AT_A_STOP * number, years, (years_from(role, rung) or 0) - worked)
            ready = measured(essentials_of(self.catalogue, role, rung), held, self.profile.complete)
            moves.append(
                Move(
                    role=role,
                    rung=rung,
                    rungs=self.ladder.up(before, rung) if before else 0,
                    readiness=ready,
                    gates=gates(role, rung, ready, self.origin),
                    learned=self._learned(role, rung, held, number == len(stops)),
                    years=years,
                    pay=pay_at(self.ladder, role, rung, self.country),
                    change=self._change(role, rung),
                )
            )
            held, before = gathered(held, self._teaches(role, rung)), rung
        return Way(moves=tuple(moves))

    def _learned(self, role: Role, rung: Rung, held: Levels, last: bool) -> tuple[Learned, ...]:
        taught = self._teaches(role, rung)
        learned = [
            Learned(
                skill=r.skill,
                before=held.get(r.skill, 0),
                after=r.at(rung),
                essential=r.essential,
                importance=r.importance,
            )
            for r in role.requirements
            if r.at(rung) > held.get(r.skill, 0)
            and (r.skill in taught or (last and self._said(r.skill)))
        ]
        learned.sort(key=lambda one: (not one.essential, -one.importance, one.skill))
        return tuple(learned)


def _check(
    catalogue: Catalogue, start: Profile, avoid: set[str], via: frozenset[str], floor: float | None
) -> None:
    if both := sorted(avoid & via):
        name = catalogue.role_names[both[0]]
        raise AskedWrongly(f"both --avoid and --via name {name}", "give one of the two")
    if len(via) > MOST_STOPS:
        what = f"{len(via)} roles to pass are more than the {MOST_STOPS} stops of three moves"
        raise AskedWrongly(what, f"name at most {MOST_STOPS}")
    if floor is not None and not (start.role and start.rung):
        what = "a floor for pay needs a role to start from"
        raise AskedWrongly(what, "add role and rung to the profile, or start from a role")
