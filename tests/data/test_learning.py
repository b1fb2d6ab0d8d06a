"""What nobody is hired without can be rated by its own words and learned somewhere."""

from collections.abc import Iterator

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Skill
from mlroles.core.model.vocabulary import TOOL_KINDS


def essential_skills(catalogue: Catalogue) -> Iterator[Skill]:
    ids = {
        need.skill
        for role in catalogue.roles.values()
        for need in role.requirements
        if need.essential
    }
    return (catalogue.skills[id] for id in sorted(ids))


def test_essential_skills_have_level_statements(bundled: Catalogue) -> None:
    """People rate themselves by them, so those of an essential tool are its own too."""
    assert [s.id for s in essential_skills(bundled) if not s.level_statements] == []


def test_essential_concepts_and_practices_can_be_learned_somewhere(bundled: Catalogue) -> None:
    """Each names one place or two, at an address of its own."""
    for skill in essential_skills(bundled):
        if skill.kind not in TOOL_KINDS and skill.kind != "human":
            assert 1 <= len({place.url for place in skill.learn}) == len(skill.learn) <= 2, skill.id


def test_a_place_is_called_the_same_everywhere(bundled: Catalogue) -> None:
    """One address has one title and one licence."""
    told: dict[str, tuple[str, str]] = {}
    for skill in bundled.skills.values():
        for place in skill.learn:
            assert told.setdefault(place.url, (place.title, place.licence)) == (
                place.title,
                place.licence,
            )
