"""Entries of one name are told apart, and the name leads to the one that it means most."""

from mlroles.core.catalogue import Catalogue, assemble
from mlroles.core.model.entries import Skill
from mlroles.core.model.names import pick, told_apart
from mlroles.core.model.vocabulary import SkillKind, replace
from mlroles.core.moves.profile import profile, remarks
from mlroles.core.moves.skill_words import Said


def skill(id: str, name: str, kind: SkillKind, *others: str) -> Skill:
    return Skill(
        id=id,
        name=name,
        kind=kind,
        definition=f"{name}.",
        sources=["s"],
        alternate_names=list(others),
    )


def names(*skills: Skill) -> list[str]:
    return [one.name for one in told_apart({one.id: one for one in skills}).values()]


def test_two_of_one_name_are_told_apart() -> None:
    """By their kind where that differs, and else by their id; others keep their names."""
    maths = skill("mathematics", "Mathematics", "practice")
    knowledge = skill("mathematics-2", "mathematics", "concept")
    assert names(maths, skill("sql", "SQL", "language")) == ["Mathematics", "SQL"]
    assert names(maths, knowledge) == ["Mathematics (practice)", "mathematics (concept)"]
    other = replace(knowledge, kind="practice")
    assert names(maths, other) == ["Mathematics (mathematics)", "mathematics (mathematics-2)"]


def with_skills(catalogue: Catalogue, *skills: Skill) -> Catalogue:
    empty = ("roles", "families", "stages", "activities", "handoffs", "teams", "topics", "sources")
    entries = {**{name: {} for name in empty}, "skills": {one.id: one for one in skills}}
    return assemble(entries)


def test_a_name_leads_to_what_it_means_most(bundled: Catalogue) -> None:
    """An id goes before a name, that before a former id, and that before any other name."""
    one = skill("mining", "Data mining", "concept")
    other = skill("exploration", "Exploration", "concept", "data mining", "mining")
    former = replace(skill("digging", "Digging", "concept"), former_ids=["old-mining"])
    catalogue = with_skills(bundled, one, other, former)
    assert catalogue.skill("Data Mining").id == "mining"
    assert catalogue.skill("mining").id == "mining"
    assert pick([other, former], "old mining", "skill", list).id == "digging"
    held = profile(catalogue, [Said("Data Mining", 3)])
    assert held.skills == {"mining": 3}
    told = "'Data Mining' is taken as mining; others have the name too: exploration"
    assert told in remarks(catalogue, held)
    assert remarks(catalogue, profile(catalogue, [Said("mining", 3)])) == ()
