"""Whom to hire next: what each role would fill in a team, and the score that this adds up to."""

from collections.abc import Iterator

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Activity, HandOff, Role
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.readiness import held_by
from mlroles.core.pay.figures import PayAt, pay_at
from mlroles.core.teams.check import MissingSkill, TeamCheck, handoffs_missing

WEIGHTS = {"holes": 1.0, "skills": 0.5, "single_points": 0.25, "handoffs": 0.25}
"""What one of each that a hire fills adds to the score; a judgement.

What nobody answers for is lost for sure; the others are a risk or a delay.
"""


class Hire(Value, frozen=True, kw_only=True):
    """A role that would fill something in a team, at the rung that it is wanted at."""

    role: Role
    rung: Rung
    holes: tuple[Activity, ...]
    """What nobody answers for now, and this role would."""
    single_points: tuple[Activity, ...]
    """What one person could do now, and then two."""
    skills: tuple[MissingSkill, ...]
    """Missing skills that it brings at the level that is needed."""
    handoffs: tuple[HandOff, ...]
    """Missing hand-offs that would take place; the new role may open others."""
    pay: PayAt | None
    """What such a role is paid at the rung."""

    def parts(self) -> dict[str, float]:
        """What each kind of filling adds to the score."""
        return {kind: WEIGHTS[kind] * len(getattr(self, kind)) for kind in WEIGHTS}

    @property
    def score(self) -> float:
        """The sum of the parts, 0 or more."""
        return sum(self.parts().values())


def next_hires(catalogue: Catalogue, check: TeamCheck, country: str) -> list[Hire]:
    """The roles that would fill something, the one with the highest score first.

    Specialities are left out, unless the team or its template has them. So are other roles that
    neither has and that would do no more than be a second person for what one could do.
    Where two score alike, the one of which less pay is known comes first, unknown pay last.
    """

    def order(hire: Hire) -> tuple[float, float, str]:
        return -hire.score, hire.pay.amount if hire.pay else float("inf"), hire.role.id

    return sorted(_hires(catalogue, check, country), key=order)


def _hires(catalogue: Catalogue, check: TeamCheck, country: str) -> Iterator[Hire]:
    scope = check.scope
    present = {person.role.id for person in check.team.people if person.counts}
    alone = [activity for point in check.single_points for activity in point.activities]
    holes = check.holes
    familiar = {person.role.id for person in check.team.people}
    if template := scope.template:
        familiar |= {seat.role for seat in template.seats}
        familiar |= {seat.role for seat in template.later_seats}
    for role in catalogue.roles.values():
        if role.speciality_of and role.id not in familiar:
            continue
        rung = scope.rung(role.id)
        held = held_by(role, rung)
        after = handoffs_missing(present | {role.id}, scope) if role.id not in present else ()
        hire = Hire(
            role=role,
            rung=rung,
            holes=tuple(a for a in holes if scope.answers(role.id, a.id)),
            single_points=tuple(a for a in alone if scope.does(role.id, a.id)),
            skills=tuple(m for m in check.missing_skills if held.get(m.skill.id, 0) >= m.needed),
            handoffs=tuple(
                handoff
                for handoff in check.handoffs_missing
                if role.id not in present and handoff not in after
            ),
            pay=pay_at(catalogue.ladder, role, rung, country),
        )
        if hire.score > (0 if role.id in familiar else hire.parts()["single_points"]):
            yield hire
