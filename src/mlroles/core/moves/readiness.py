"""How ready somebody who holds certain skills is for a role, and what is missing."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role, Skill
from mlroles.core.model.vocabulary import Rung, Value, replace
from mlroles.core.moves.assignment import best_assignment

Verdict = Literal["comfortable", "viable", "stretch"]

COMFORTABLE = 0.73
"""The mean readiness for the next rung up over the promotion steps of the UK Government Digital and
Data Profession Capability Framework (standard deviation 0.15); docs/evidence.md measures it."""
VIABLE = 0.58
"""That mean less one standard deviation."""

OPEN = 0.15
"""The standard deviation of those readinesses: by less than that people differ anyway."""

DECISIVE = 5
"""The importance of an essential skill without which nobody is comfortable."""


class Essential(NamedTuple):
    """One essential skill of a role, the level it asks for, and what can stand in for it."""

    skill: str
    importance: int
    level: int
    human: bool
    twins: tuple[str, ...]
    """Skills that cover this one in full: relations of weight 1."""
    related: tuple[tuple[str, float], ...]
    """(skill, weight of the relation) of all others that can stand in."""
    rated: bool
    """Whether the level is known; where it is not, 3 stands for it in every calculation."""


class Credit(NamedTuple):
    """The level that counts for an essential skill, and what it counts through, at what weight."""

    level: float
    through: str | None = None
    weight: float = 0.0


class Essentials(Value, frozen=True, kw_only=True):
    """The essential skills of a role at a rung; `total` is Σ importance · level needed."""

    role: str
    rung: Rung
    skills: tuple[Essential, ...]
    total: int

    def known(self, held: Mapping[str, int]) -> "Essentials":
        """These without the human skills that are not held: few people list those."""
        known = tuple(e for e in self.skills if not e.human or e.skill in held)
        total = sum(e.importance * e.level for e in known)
        return replace(self, skills=known, total=total)


def essentials_of(catalogue: Catalogue, role: Role, rung: Rung) -> Essentials:
    """What a role asks for as essential at a rung."""
    skills = tuple(
        essential(catalogue.skills[r.skill], r.importance, r.at(rung), bool(r.known(rung)))
        for r in role.requirements
        if r.essential_at(rung, catalogue.ladder)
    )
    total = sum(e.importance * e.level for e in skills)
    return Essentials(role=role.id, rung=rung, skills=skills, total=total)


def essential(skill: Skill, importance: int, level: int, rated: bool) -> Essential:
    """A skill that is asked for at a level, with what can stand in for it."""
    return Essential(
        skill.id,
        importance,
        level,
        skill.kind == "human",
        tuple(r.skill for r in skill.related if r.weight == 1),
        tuple((r.skill, r.weight) for r in skill.related if r.weight < 1),
        rated,
    )


def score_of(essentials: Essentials, held: Mapping[str, int]) -> float:
    """The readiness, 0 to 1, of `readiness`, without its parts; 0 over no essential skill."""
    return share(essentials, [credit.level for credit in credits_of(essentials, held)])


def share(essentials: Essentials, levels: list[float]) -> float:
    """The readiness that the levels that count for each essential skill come to."""
    if not essentials.total:
        return 0.0
    counted = sum(e[1] * level for e, level in zip(essentials.skills, levels, strict=True))
    return min(1.0, counted / essentials.total)


def credits_of(essentials: Essentials, held: Mapping[str, int]) -> list[Credit]:
    """How each essential skill is covered, where a related skill stands in at most once."""
    credits = most(essentials, held)
    through = [credit[1] for credit in credits if credit[1] and credit[2] < 1]
    if len(set(through)) == len(through):
        return credits
    chosen = best_assignment({e.skill: _gains(e, held) for e in essentials.skills})
    return [_credit(e, held, chosen.get(e.skill)) for e in essentials.skills]


def most(essentials: Essentials, held: Mapping[str, int]) -> list[Credit]:
    """How each essential skill would be covered if a skill could stand in any number of times.

    It is never less than the true coverage. What two people hold together covers each skill as
    well as the better of the two, which bounds a search.
    """
    credits = []
    for skill, _, needed, _, twins, related, _ in essentials.skills:
        counted: float = held.get(skill, 0)
        through, through_weight = None, 0.0
        if counted < needed:
            for twin in twins:
                if held.get(twin, 0) > counted:
                    counted, through, through_weight = held[twin], twin, 1.0
            for other, weight in related:
                if other in held and held[other] * weight > counted:
                    counted, through, through_weight = held[other] * weight, other, weight
        credits.append(Credit(min(counted, needed), through, through_weight))
    return credits


def _own(essential: Essential, held: Mapping[str, int]) -> Credit:
    """What the skill itself or its twin covers."""
    own = held.get(essential.skill, 0)
    twin = max(essential.twins, key=lambda twin: held.get(twin, 0), default="")
    if own < essential.level and held.get(twin, 0) > own:
        return Credit(min(held[twin], essential.level), twin, 1.0)
    return Credit(min(own, essential.level))


def _gains(essential: Essential, held: Mapping[str, int]) -> dict[str, float]:
    """What related skills would add: skill -> gain, in importance · level."""
    own = _own(essential, held).level
    levels = {
        other: min(float(essential.level), held[other] * weight)
        for other, weight in essential.related
        if other in held
    }
    return {
        other: essential.importance * (level - own)
        for other, level in levels.items()
        if level > own
    }


def _credit(essential: Essential, held: Mapping[str, int], through: str | None) -> Credit:
    if through is None:
        return _own(essential, held)
    weight = dict(essential.related)[through]
    return Credit(min(float(essential.level), held[through] * weight), through, weight)


class Coverage(Value, frozen=True, kw_only=True):
    """How one essential skill of the target is covered."""

    skill: str
    importance: int
    needed: int
    """The level that the target asks for, 1–4."""
    rated: bool
    """Whether that level is known."""
    held: int
    """The level held in the skill itself, 0–4."""
    through: str | None
    """The other skill that it counts through, if that covers more than the skill itself."""
    through_weight: float
    """How much of the other skill's level counts, 0–1."""
    counted: float
    """The level that counts: held, or through the other skill; at most what is needed."""
    share: float
    """This skill's part of the whole: importance · needed over the sum of these."""

    @property
    def shortfall(self) -> float:
        """What this skill takes from a readiness of 1."""
        return self.share * (1 - self.counted / self.needed)


class Readiness(Value, frozen=True, kw_only=True):
    """How ready somebody is for a role at a rung, from 0 to 1.

    The shortfalls of `parts` add up to 1 − score; the largest comes first.
    """

    target: str
    rung: Rung
    score: float | None
    """None where there is nothing to measure: the role calls no skill essential."""
    highest: float | None
    """What the score would be if all that was not said were held in full."""
    parts: tuple[Coverage, ...]
    unsaid: tuple[str, ...] = ()
    """The essential human skills that were not mentioned; they take no part in the score."""

    @property
    def uncovered(self) -> tuple[str, ...]:
        """The essential skills of importance 5 that nothing held covers even in part."""
        return tuple(p.skill for p in self.parts if p.importance >= DECISIVE and not p.counted)

    @property
    def verdict(self) -> Verdict | None:
        """What the score means for a move at the same rung."""
        return self.verdict_after(0)

    def verdict_after(self, rungs: int) -> Verdict | None:
        """What the score means for a move that goes up so many rungs; None without a score.

        It is at most viable while a skill of importance 5 is not covered at all.
        """
        if self.score is None:
            return None
        found = verdict(self.score, rungs)
        if found == "comfortable" and self.uncovered:
            return "viable" if rungs <= 1 else "stretch"
        return found

    @property
    def is_open(self) -> bool:
        """Whether what was not said could change much: the score may rise by `OPEN` or more."""
        return self.highest is not None and self.highest - (self.score or 0.0) >= OPEN


def verdict(score: float, rungs: int = 0) -> Verdict:
    """Say what a readiness from 0 to 1 means for a move that goes up so many rungs.

    The thresholds are known to two decimal places, so the score is rounded to two as well.
    `VIABLE` was measured on moves to the next rung: for more than one at once it is a stretch.
    """
    if round(score, 2) >= COMFORTABLE:
        return "comfortable"
    return "viable" if round(score, 2) >= VIABLE and rungs <= 1 else "stretch"


def held_by(role: Role, rung: Rung) -> dict[str, int]:
    """The skills and tools of somebody who works in a role at a rung: id -> level 1–4."""
    return {r.skill: r.at(rung) for r in role.requirements}


def with_twins(catalogue: Catalogue, held: Mapping[str, int]) -> dict[str, int]:
    """What is held, and what that implies in full: skills that cover each other with weight 1."""
    implied = dict(held)
    for skill, level in held.items():
        for twin in catalogue.skills[skill].related:
            if twin.weight == 1 and level > implied.get(twin.skill, 0):
                implied[twin.skill] = level
    return implied


def readiness(
    catalogue: Catalogue,
    held: Mapping[str, int],
    target: Role,
    rung: Rung | None = None,
    complete: bool = True,
) -> Readiness:
    """Measure skills held (id -> level 1–4) against a role at a rung.

    Over the essential skills of the target, Σ w·min(1, held/needed) / Σ w with
    w = importance · needed level. A skill counts in its full level, through a twin in full, or
    through one related skill at that relation's weight: a related skill stands in for at most
    one other, is not passed on further, and the assignment that gains most is taken, so that
    holding more never lowers the score.

    What is held is the whole truth where it is `complete`. Otherwise human skills that are not
    held are left out of the score, and `highest` is what it would be with all that is not held.
    """
    everything = essentials_of(catalogue, target, rung or catalogue.ladder.usual)
    return measured(everything, held, complete)


def measured(everything: Essentials, held: Mapping[str, int], complete: bool = True) -> Readiness:
    """The readiness for what `essentials_of` gave; see `readiness`."""
    essentials = everything if complete else everything.known(held)
    credits = credits_of(essentials, held)
    score = share(essentials, [c.level for c in credits]) if essentials.total else None
    parts = [
        Coverage(
            skill=essential.skill,
            importance=essential.importance,
            needed=essential.level,
            rated=essential.rated,
            held=held.get(essential.skill, 0),
            through=through,
            through_weight=weight,
            counted=level,
            share=essential.importance * essential.level / essentials.total,
        )
        for essential, (level, through, weight) in zip(essentials.skills, credits, strict=True)
    ]
    parts.sort(key=lambda part: (-part.shortfall, -part.share, part.skill))
    known = {essential.skill for essential in essentials.skills}
    highest = score
    if not complete and everything.total:
        short = sum(
            p.importance * (p.needed - p.counted) for p in parts if p.held or p.through_weight == 1
        )
        highest = 1 - short / everything.total
    return Readiness(
        target=everything.role,
        rung=everything.rung,
        score=score,
        highest=highest,
        parts=tuple(parts),
        unsaid=tuple(e.skill for e in everything.skills if e.skill not in known),
    )
