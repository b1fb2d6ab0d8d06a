"""Which one skill, raised to its next level, brings somebody furthest towards their goals."""

from collections.abc import Iterable, Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.gates import is_entry
from mlroles.core.moves.likeness import Rarity
from mlroles.core.moves.position import years_from
from mlroles.core.moves.profile import Profile
from mlroles.core.moves.readiness import (
    Essentials,
    Readiness,
    essentials_of,
    measured,
    score_of,
    with_twins,
)
from mlroles.core.moves.standing import nearest, position_now, stands_at
from mlroles.core.pay.change import pay_change
from mlroles.core.pay.figures import country_for

READY = 0.9
"""The readiness at one's own rung from which on the next one is the goal."""

NEAR = 0.5
"""The likeness, as a share of that to the first role, from which on a role is a goal as well."""

COMMON = 0.5
"""The share of roles that ask for what nobody who works in one would be taught first."""

MOST_OTHERS = 4
OTHER_WEIGHT = 0.5
"""What another role weighs beside the first, if one's skills were as like it."""

KEPT_PAY = 0.9
"""The least share of the pay of now that another role pays, where both are known."""


class Goal(Value, frozen=True, kw_only=True):
    """A position that somebody works towards, and what it weighs, above 0 and at most 1."""

    role: Role
    rung: Rung
    weight: float
    readiness: Readiness
    """That of now."""


class GoalGain(Value, frozen=True, kw_only=True):
    """How much readier for one goal somebody becomes."""

    goal: Goal
    after: Readiness
    levels: int
    """How many levels the skill is raised by."""

    @property
    def gain(self) -> float:
        """What each level adds to readiness, times what the goal weighs."""
        added = (self.after.score or 0.0) - (self.goal.readiness.score or 0.0)
        return self.goal.weight * added / self.levels

    @property
    def opens(self) -> bool:
        """Whether the goal becomes viable, or comfortable, by it."""
        return self.goal.readiness.verdict != self.after.verdict


class NextSkill(Value, frozen=True, kw_only=True):
    """One skill raised to its next level, and what that gains."""

    skill: str
    level: int
    """The level that it is raised to."""
    gains: tuple[GoalGain, ...]
    """The goals that it brings nearer, in the order of the goals."""

    @property
    def gain(self) -> float:
        """The sum of the weighted gains, for each level."""
        return sum(gain.gain for gain in self.gains)

    @property
    def opens(self) -> tuple[Goal, ...]:
        """The goals that become viable, or comfortable, by it."""
        return tuple(gain.goal for gain in self.gains if gain.opens)


class NextSkills(Value, frozen=True, kw_only=True):
    """The skills to raise next, the best first, and what they are measured on."""

    profile: Profile
    goals: tuple[Goal, ...]
    skills: tuple[NextSkill, ...]
    ask: tuple[str, ...]
    """What the goals call essential and nothing was said of, the weightiest first.

    Human skills, and what most roles ask for.
    """


def next_skills(
    catalogue: Catalogue,
    start: Profile,
    goal: tuple[Role, Rung] | None = None,
    country: str | None = None,
) -> NextSkills:
    """The essential skills of the goals, each raised to its next level, the best first.

    The goals are `goal` alone, or else those of `goals_of`. Human skills that nothing was said
    of are asked for, not advised, and where no goal is named so is what most roles ask for, of
    whoever works in a role already. The next level is mostly one above what is held. Where a
    related skill already stands in for that it is higher, and the gain is that of each level.
    Of gains that are equal to two decimal places those of the first goal's skills come first,
    human ones aside, then those of skills that fewer roles ask for.
    """
    named = [_goal(catalogue, start, *goal, 1.0)] if goal else None
    all_goals = named or goals_of(catalogue, start, country)
    goals = [goal for goal in all_goals if goal.readiness.score is not None]
    needs = [_known(catalogue, start, goal) for goal in goals]
    found = []
    levels = _next_levels(goals)
    common = set() if start.complete or goal else _taken_for_granted(catalogue, start, levels)
    levels = {skill: level for skill, level in levels.items() if skill not in common}
    for skill, touched in _touched(needs, levels).items():
        level, held = levels[skill], start.skills.get(skill, 0)
        more = {**start.skills, skill: level}
        gains = [
            GoalGain(goal=goals[n], after=measured(needs[n], more), levels=level - held)
            for n in touched
            if score_of(needs[n], more) - (goals[n].readiness.score or 0.0) > 1e-9
        ]
        if gains:
            found.append(NextSkill(skill=skill, level=level, gains=tuple(gains)))
    own, rarity = {e.skill for n in needs[:1] for e in n.skills}, Rarity(catalogue)

    def rank(one: NextSkill) -> tuple[float, bool, float, str]:
        later = one.skill not in own or catalogue.skills[one.skill].kind == "human"
        return -round(one.gain, 2), later, -rarity(one.skill), one.skill

    found.sort(key=rank)
    unsaid: dict[str, float] = {}
    for one in goals:
        asked = [part.skill for part in one.readiness.parts if part.skill in common]
        for skill in (*one.readiness.unsaid, *asked):
            unsaid[skill] = unsaid.get(skill, 0.0) + one.weight
    return NextSkills(
        profile=start,
        goals=tuple(goals),
        skills=tuple(_without_twins(catalogue, found)),
        ask=tuple(sorted(unsaid, key=lambda skill: (-unsaid[skill], skill))),
    )


def goals_of(catalogue: Catalogue, start: Profile, country: str | None = None) -> list[Goal]:
    """What somebody works towards who names no goal.

    First their own role at the rung where they stand, or at the next one where they are ready
    for that (0.9); who stands nowhere yet works towards the lowest rung of the nearest role. Then
    at most four roles, at the rung where they stand, whose likeness is at least half of the
    first's and whose pay is not below 0.9 of it where both are known, each with half the weight
    of that share. A role that asks for years of work is one only from the rung of its first years.
    """
    like = nearest(catalogue, start)
    own = catalogue.roles[start.role] if start.role else like[0].role if like else None
    if own is None:
        return []
    country = country_for(catalogue, country, [one.role for one in like])
    stands = stands_at(catalogue, start, own)
    goals = [_own_goal(catalogue, start, own, stands)]
    scores = {one.role.id: one.score for one in like}
    first = scores.get(own.id) or max(scores.values(), default=0.0)
    for one in like:
        share = one.score / first
        rung = stands or catalogue.ladder.lowest
        if len(goals) > MOST_OTHERS or share < NEAR:
            break
        if one.role.id != own.id and _suits(catalogue.ladder, own, stands, one.role, rung, country):
            goals.append(_goal(catalogue, start, one.role, rung, OTHER_WEIGHT * min(1.0, share)))
    return goals


def _own_goal(catalogue: Catalogue, start: Profile, own: Role, stands: Rung | None) -> Goal:
    goal = _goal(catalogue, start, own, stands or catalogue.ladder.lowest, 1.0)
    ready = (goal.readiness.score or 0.0) >= READY
    above = catalogue.ladder.from_on(stands)[1:]
    if stands and ready and above:
        return _goal(catalogue, start, own, above[0], 1.0)
    return goal


def _suits(
    ladder: Ladder, own: Role, stands: Rung | None, other: Role, rung: Rung, country: str
) -> bool:
    """Whether another role pays enough, and its years of work are reached."""
    if not is_entry(ladder, other):
        worked = (years_from(own, stands) or 0) if stands else 0
        if not stands or worked < (years_from(other, rung) or 0):
            return False
    change = pay_change((own, rung), (other, rung), country) if stands else None
    return change is None or round(change.ratio, 2) >= KEPT_PAY


def _goal(catalogue: Catalogue, start: Profile, role: Role, rung: Rung, weight: float) -> Goal:
    everything = essentials_of(catalogue, role, rung)
    ready = measured(everything, start.skills, start.complete)
    return Goal(role=role, rung=rung, weight=weight, readiness=ready)


def _known(catalogue: Catalogue, start: Profile, goal: Goal) -> Essentials:
    everything = essentials_of(catalogue, goal.role, goal.rung)
    return everything if start.complete else everything.known(start.skills)


def _next_levels(goals: Iterable[Goal]) -> dict[str, int]:
    """Skill -> the next level of it that counts for more, of all that are too low for some goal.

    That is one above what is held, or above what a related skill already stands in for. A skill
    that no goal calls essential is not advised for what it would itself stand in for.
    """
    levels: dict[str, int] = {}
    for goal in goals:
        for part in goal.readiness.parts:
            if part.counted < part.needed:
                level = int(part.counted + 1e-9) + 1
                levels[part.skill] = min(level, levels.get(part.skill, level))
    return levels


def _taken_for_granted(catalogue: Catalogue, start: Profile, skills: Iterable[str]) -> set[str]:
    """What most roles ask for and somebody who works in one is likely to have left out of a list.

    Nothing for whoever stands nowhere yet: they may well have to learn it.
    """
    if position_now(catalogue, start) is None:
        return set()
    held = with_twins(catalogue, start.skills)
    most = len(catalogue.roles) * COMMON
    return {s for s in skills if s not in held and len(catalogue.uses.get(s, ())) >= most}


def _touched(needs: Sequence[Essentials], skills: Iterable[str]) -> dict[str, list[int]]:
    """Skill -> the goals that more of it can bring nearer."""
    found: dict[str, list[int]] = {}
    for skill in skills:
        for number, essentials in enumerate(needs):
            if any(skill in (e.skill, *e.twins, *dict(e.related)) for e in essentials.skills):
                found.setdefault(skill, []).append(number)
    return found


def _without_twins(catalogue: Catalogue, skills: Iterable[NextSkill]) -> Iterator[NextSkill]:
    """The skills without those that a better one covers in full."""
    covered: set[str] = set()
    for one in skills:
        if one.skill not in covered:
            yield one
        covered.update(r.skill for r in catalogue.skills[one.skill].related if r.weight == 1)
