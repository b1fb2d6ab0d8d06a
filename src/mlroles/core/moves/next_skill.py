"""Which one skill, raised by one level, opens most doors."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Literal

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import LEVELS, Rung, Value, replace
from mlroles.core.moves.readiness import Needs, needs_of, score_of, verdict
from mlroles.core.pay.figures import most_adverts

Reason = Literal["newly viable", "gain", "adverts", "name"]


class RoleGain(Value, frozen=True, kw_only=True):
    """How much readier for one role somebody becomes."""

    role: str
    before: float
    after: float

    @property
    def opens(self) -> bool:
        """Whether the role becomes viable by it."""
        return verdict(self.before) == "stretch" != verdict(self.after)


class Raise(Value, frozen=True, kw_only=True):
    """One skill raised by one level, and what that changes at one rung."""

    skill: str
    level: int
    """The level that it is raised to."""
    gains: tuple[RoleGain, ...]
    """The roles that it brings nearer, those that become viable first, then by the gain."""
    adverts: float | None
    """The share, 0–1, of the adverts counted for these roles that name it; None where none does.

    It is the least that it can be: of each role only the tools named most were counted.
    """
    behind_by: Reason | None = None
    """What puts it behind the one before; "name" is a tie in all that counts."""

    @property
    def newly_viable(self) -> tuple[str, ...]:
        """Ids of the roles that become viable by it."""
        return tuple(gain.role for gain in self.gains if gain.opens)

    @property
    def gain(self) -> float:
        """What it adds to the readiness for all roles together."""
        return sum(gain.after - gain.before for gain in self.gains)

    def rank(self) -> tuple[int, float, float]:
        """What counts, the better the lower; gains and shares to two places, as they are shown."""
        return -len(self.newly_viable), -round(self.gain, 2), -round(self.adverts or 0, 2)


def next_skills(catalogue: Catalogue, held: Mapping[str, int], rung: Rung) -> list[Raise]:
    """All skills that gain something if they are raised by one level, the best first.

    `held` is skill id -> level. They are ordered by how many roles become viable at the rung,
    then by the gain in readiness, by the share of adverts that name them, and by id.
    """
    needs = [needs_of(catalogue, role, rung) for role in catalogue.roles.values()]
    now = {its.role: score_of(its, held) for its in needs}
    found = []
    for skill, touched in _touched(needs, held).items():
        level = held.get(skill, 0) + 1
        more = {**held, skill: level}
        gains = [
            RoleGain(role=t.role, before=now[t.role], after=score_of(t, more)) for t in touched
        ]
        gains = [gain for gain in gains if gain.after - gain.before > 1e-9]
        if gains:
            gains.sort(key=lambda gain: (not gain.opens, gain.before - gain.after, gain.role))
            share = _adverts(catalogue, skill, gains)
            found.append(Raise(skill=skill, level=level, gains=tuple(gains), adverts=share))
    found.sort(key=lambda one: (one.rank(), one.skill))
    behind = [None, *(_behind(better, worse) for better, worse in pairwise(found))]
    return [replace(one, behind_by=why) for one, why in zip(found, behind, strict=False)]


def _touched(needs: Iterable[Needs], held: Mapping[str, int]) -> dict[str, list[Needs]]:
    """Skill -> the needs that one level more of it can change: its own, or by standing in."""
    found: dict[str, list[Needs]] = {}
    for its in needs:
        skills = set()
        for need in its.places:
            own = held.get(need.skill, 0)
            if own < need.level:
                skills.add(need.skill)
                skills.update(
                    o for o, weight in need.related if (held.get(o, 0) + 1) * weight > own
                )
        for skill in sorted(skills):
            if held.get(skill, 0) + 1 in LEVELS:
                found.setdefault(skill, []).append(its)
    return found


def _adverts(catalogue: Catalogue, skill: str, gains: Iterable[RoleGain]) -> float | None:
    counted = [most_adverts(catalogue.roles[gain.role]) for gain in gains]
    adverts = [one for one in counted if one]
    naming = sum(one.n * one.shares.get(skill, 0) for one in adverts)
    return naming / sum(one.n for one in adverts) if naming else None


def _behind(better: Raise, worse: Raise) -> Reason:
    reasons: tuple[Reason, ...] = ("newly viable", "gain", "adverts")
    for reason, a, b in zip(reasons, better.rank(), worse.rank(), strict=True):
        if a != b:
            return reason
    return "name"
