"""The skills to learn next, as `next-skill` answers with them."""

from collections.abc import Sequence
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Level, Rung, about
from mlroles.core.moves.next_skill import NextSkill, NextSkills
from mlroles.present.moves.answers import skills_named
from mlroles.present.page.answer import Answer
from mlroles.present.page.rounding import DIGITS, rounded, rounded_parts
from mlroles.present.page.shapes import Named, Position, Score, named, named_in, position_of


class GoalAnswer(Answer, frozen=True, kw_only=True):
    """A position that somebody works towards."""

    role: Named
    rung: Rung
    weight: Annotated[float, about("above 0, at most 1")]
    readiness: Score | None


class GoalGainAnswer(Answer, frozen=True, kw_only=True):
    """How much nearer one goal comes."""

    role: Named
    rung: Rung
    readiness: Annotated[Score | None, about("with the skill raised")]
    score: Annotated[float, about("what that adds to the gain")]


class NextSkillAnswer(Answer, frozen=True, kw_only=True):
    """A skill raised to its next level."""

    skill: Named
    level: Annotated[Level, about("the level that it is raised to")]
    gain: Annotated[float, about("in readiness for the goals, by their weights, for each level")]
    parts: Annotated[list[GoalGainAnswer], about("the goals that come nearer; add up to the gain")]
    opens: Annotated[list[Position], about("the goals that become viable, or comfortable, by it")]


class NextSkillsAnswer(Answer, frozen=True, kw_only=True):
    """The skills to raise next, and what they are measured on."""

    goals: list[GoalAnswer]
    skills: Annotated[list[NextSkillAnswer], about("the best first; by default the first 8")]
    ask: Annotated[list[Named], about("essential human skills that were not mentioned")]


def next_skills_answer(
    catalogue: Catalogue, found: NextSkills, shown: Sequence[NextSkill]
) -> NextSkillsAnswer:
    """Those skills that are to be shown, with all goals."""
    return NextSkillsAnswer(
        goals=[
            GoalAnswer(
                role=named(goal.role),
                rung=goal.rung,
                weight=round(goal.weight, DIGITS),
                readiness=rounded(goal.readiness.score),
            )
            for goal in found.goals
        ],
        skills=[_skill(catalogue, one) for one in shown],
        ask=skills_named(catalogue, found.ask),
    )


def parts_of(one: NextSkill) -> list[float]:
    """What each goal gains, rounded so that it adds up to the gain as it is shown."""
    return rounded_parts([gain.gain for gain in one.gains], one.gain)


def _skill(catalogue: Catalogue, one: NextSkill) -> NextSkillAnswer:
    return NextSkillAnswer(
        skill=named_in(catalogue.skills, one.skill),
        level=one.level,
        gain=round(one.gain, DIGITS),
        parts=[
            GoalGainAnswer(
                role=named(gain.goal.role),
                rung=gain.goal.rung,
                readiness=rounded(gain.after.score),
                score=score,
            )
            for gain, score in zip(one.gains, parts_of(one), strict=True)
        ],
        opens=[position_of(catalogue, goal.role.id, goal.rung) for goal in one.opens],
    )
