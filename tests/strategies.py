"""Small catalogues made up by Hypothesis: sound, but nothing that anybody would write."""

from hypothesis import strategies as st

from mlroles.core.catalogue import Catalogue, assemble
from mlroles.core.model.entries import (
    Activity,
    EntryRequirements,
    Requirement,
    Responsibility,
    Role,
    Skill,
)
from mlroles.core.model.ladder import LADDER
from mlroles.core.model.learning import Related

ROLES = [f"role-{letter}" for letter in "abcd"]
SKILLS = [f"skill-{number}" for number in range(8)]
TOOLS = [f"tool-{number}" for number in range(5)]
ACTIVITIES = [f"activity-{number}" for number in range(5)]

levels = st.lists(st.integers(1, 4), min_size=4, max_size=4).map(
    lambda four: dict(zip(LADDER.ids, sorted(four), strict=True))
)
rungs = st.sampled_from(LADDER.ids)
weights = st.floats(0, 1, allow_nan=False).map(lambda weight: round(weight, 2))
held = st.dictionaries(st.sampled_from(SKILLS + TOOLS), st.integers(1, 4))


def some(ids: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), unique=True).map(sorted)


@st.composite
def requirements(draw: st.DrawFn, ids: list[str]) -> list[Requirement]:
    return [
        Requirement(
            skill=id,
            importance=draw(st.integers(1, 5)),
            essential=draw(st.booleans()),
            levels=draw(levels),
        )
        for id in draw(some(ids))
    ]


@st.composite
def roles(draw: st.DrawFn, id: str) -> Role:
    return Role(
        id=id,
        name=id.replace("-", " ").title(),
        definition="A role.",
        summary="A role.",
        family="family",
        not_to_be_confused_with=[],
        codes=[],
        lifecycle={stage: draw(st.integers(0, 3)) for stage in ("build", "deploy")},
        responsibilities=[
            Responsibility(activity=a, raci=draw(st.sampled_from("RACI")), statement="Do it")
            for a in draw(some(ACTIVITIES))
        ],
        skills=draw(requirements(SKILLS)),
        tools=draw(requirements(TOOLS)),
        rungs=[],
        entry=EntryRequirements(education="Any.", degree_required=False, routes_in=[]),
        industries=[],
        sources=["editorial"],
        reviewed="2026",
    )


@st.composite
def skills(draw: st.DrawFn, id: str, others: list[str]) -> Skill:
    return Skill(
        id=id,
        name=id,
        kind="tool" if id in TOOLS else "concept",
        definition="A skill.",
        related=[
            Related(skill=other, weight=draw(weights), reason="It helps")
            for other in draw(some([other for other in others if other != id]))
        ],
        sources=["editorial"],
    )


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    drawn_roles = {id: draw(roles(id)) for id in ROLES[: draw(st.integers(2, len(ROLES)))]}
    drawn_skills = {id: draw(skills(id, SKILLS + TOOLS)) for id in SKILLS + TOOLS}
    return assemble(
        {
            "roles": drawn_roles,
            "skills": drawn_skills,
            "teams": {},
            "topics": {},
            "families": {},
            "stages": {},
            "handoffs": {},
            "sources": {},
            "activities": {
                id: Activity(
                    id=id,
                    name=id,
                    stage="build",
                    statement="Do it",
                    artefact="thing",
                    sources=["editorial"],
                )
                for id in ACTIVITIES
            },
        }
    )
