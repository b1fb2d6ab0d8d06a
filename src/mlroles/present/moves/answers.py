"""The objects that answers on moves share, and how they are made of results."""

from collections.abc import Sequence
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Importance, Level, Rung, Share, about
from mlroles.core.moves.gates import Gate, GateKind
from mlroles.core.moves.profile import Profile
from mlroles.core.moves.readiness import Readiness
from mlroles.present.page.answer import Answer
from mlroles.present.page.rounding import DIGITS, rounded, rounded_parts
from mlroles.present.page.shapes import Named, Score, named_in, role_named

Range = Annotated[
    list[Score | None],
    about("the readiness, and what it would be if everything not mentioned were held in full"),
]


class UnknownAnswer(Answer, frozen=True, kw_only=True):
    """A word that is the name of no skill, or of several."""

    word: str
    suggestions: Annotated[list[str], about("what may be meant, the likeliest first")]


class HeldAnswer(Answer, frozen=True, kw_only=True):
    """A skill that somebody holds."""

    skill: Named
    level: Level
    assumed: Annotated[bool, about("whether no level was given and 2 is assumed")]
    evidence: Annotated[str | None, about("the sentence that names it, where none listed it")]


class ProfileAnswer(Answer, frozen=True, kw_only=True):
    """What somebody can do."""

    skills: Annotated[list[HeldAnswer], about("the highest level first; by default 25 at most")]
    unknown: Annotated[list[UnknownAnswer], about("the words that do not count")]
    assumed: Annotated[list[Named], about("the skills without a level")]


class StartAnswer(Answer, frozen=True, kw_only=True):
    """Where somebody starts: a role at a rung, or skills of their own."""

    role: Named | None
    rung: Rung | None
    person: Annotated[str | None, about("the name in the profile")]
    unknown: Annotated[list[UnknownAnswer], about("the words that do not count")]
    assumed: Annotated[list[Named], about("the skills without a level")]


class GateAnswer(Answer, frozen=True, kw_only=True):
    """A condition of a position; the field of its kind holds what is asked for."""

    kind: GateKind
    skill: Annotated[Named | None, about("essential, of importance 5, and not covered at all")]
    degree: Annotated[str | None, about("what the role says of education")]
    years: Annotated[int | None, about("of work, from which on the rung is usual")]
    met: Annotated[bool | None, about("null where it is not known")]


class ShortfallAnswer(Answer, frozen=True, kw_only=True):
    """What an essential skill costs: readiness is 1 less the sum of the shortfalls."""

    skill: Named
    importance: Importance
    needed: Level
    held: Annotated[int, about("0 if it is not held")]
    weight: Annotated[int, about("importance times the level needed")]
    through: Annotated[Named | None, about("the related skill that counts in its place")]
    through_weight: Annotated[Share | None, about("how much of the related skill's level counts")]
    counted: Annotated[float, about("the level that counts as held")]
    shortfall: Score


def profile_answer(catalogue: Catalogue, start: Profile, most: int | None = None) -> ProfileAnswer:
    """What somebody can do: at most so many skills, and all words that were not understood."""
    return ProfileAnswer(
        skills=held_answers(catalogue, start)[:most],
        unknown=unknown_answers(start),
        assumed=skills_named(catalogue, start.assumed),
    )


def held_answers(catalogue: Catalogue, start: Profile) -> list[HeldAnswer]:
    """The skills held, the highest level first."""
    return [
        HeldAnswer(
            skill=named_in(catalogue.skills, skill),
            level=level,
            assumed=skill in start.assumed,
            evidence=start.evidence.get(skill),
        )
        for skill, level in sorted(start.skills.items(), key=lambda held: (-held[1], held[0]))
    ]


def unknown_answers(start: Profile) -> list[UnknownAnswer]:
    """The words that mean no skill."""
    return [UnknownAnswer(word=u.word, suggestions=list(u.suggestions)) for u in start.unknown]


def start_answer(catalogue: Catalogue, start: Profile) -> StartAnswer:
    """Where somebody starts."""
    return StartAnswer(
        role=role_named(catalogue, start.role) if start.role else None,
        rung=start.rung,
        person=start.name,
        unknown=unknown_answers(start),
        assumed=skills_named(catalogue, start.assumed),
    )


def skills_named(catalogue: Catalogue, ids: Sequence[str]) -> list[Named]:
    """References to skills."""
    return [named_in(catalogue.skills, id) for id in ids]


def gate_answers(catalogue: Catalogue, gates: Sequence[Gate]) -> list[GateAnswer]:
    """The conditions of a position, and whether they are met."""
    return [
        GateAnswer(
            kind=gate.kind,
            skill=named_in(catalogue.skills, str(gate.what)) if gate.kind == "skill" else None,
            degree=str(gate.what) if gate.kind == "degree" else None,
            years=int(gate.what) if gate.kind == "years" else None,
            met=gate.met,
        )
        for gate in gates
    ]


def range_of(ready: Readiness) -> list[Score | None]:
    """The readiness, and what it would be if all that was not said were held."""
    return [rounded(ready.score), rounded(ready.highest)]


def shortfalls(ready: Readiness, digits: int = DIGITS) -> list[float]:
    """The rounded shortfalls, in the order of the parts; they add up to 1 − readiness."""
    parts = [part.shortfall for part in ready.parts]
    return rounded_parts(parts, 1 - round(ready.score or 0.0, digits), digits)


def shortfall_answers(
    catalogue: Catalogue, ready: Readiness, most: int | None = None
) -> list[ShortfallAnswer]:
    """The parts of a readiness, or so many of those that cost something; the largest first."""
    found = [
        ShortfallAnswer(
            skill=named_in(catalogue.skills, part.skill),
            importance=part.importance,
            needed=part.needed,
            held=part.held,
            weight=part.importance * part.needed,
            through=named_in(catalogue.skills, part.through) if part.through else None,
            through_weight=part.through_weight if part.through else None,
            counted=round(part.counted, DIGITS),
            shortfall=shortfall,
        )
        for part, shortfall in zip(ready.parts, shortfalls(ready), strict=True)
    ]
    return found if most is None else [one for one in found if one.shortfall][:most]
