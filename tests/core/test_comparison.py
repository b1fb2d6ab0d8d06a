"""Roles side by side."""

import pytest
from hypothesis import given

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.roles.comparison import compare, differences
from mlroles.core.roles.listing import list_roles, list_skills
from strategies import catalogues


@given(catalogues())
def test_every_skill_stands_in_one_place(catalogue: Catalogue) -> None:
    """What the roles ask for is shared by all, by some, or asked for by one: never twice."""
    roles = list(catalogue.roles.values())
    found = compare(catalogue, roles)
    placed = [s.skill.id for s in [*found.shared, *found.partly]]
    placed += [s.skill.id for only in found.only.values() for s in only]
    asked = {r.skill for role in roles for r in [*role.skills, *role.tools]}
    assert sorted(placed) == sorted(asked)
    assert all(len(s.requirements) == len(roles) for s in found.shared)


@given(catalogues())
def test_differences_leave_out_what_is_the_same(catalogue: Catalogue) -> None:
    """No shared skill is left that all ask for alike, and nothing else goes."""
    found = compare(catalogue, list(catalogue.roles.values()))
    left = differences(found)
    gone = [s for s in found.shared if s not in left.shared]
    for shared in left.shared:
        asked = [(r.importance, r.essential, r.levels) for r in shared.requirements.values()]
        assert any(a != asked[0] for a in asked)
    for shared in gone:
        asked = [(r.importance, r.essential, r.levels) for r in shared.requirements.values()]
        assert all(a == asked[0] for a in asked)
    assert left.only == found.only
    for activity in found.activities:
        letters = [activity.letters.get(role.id) for role in found.roles]
        assert (activity in left.activities) == (len(set(letters)) > 1)


def test_the_difference_in_a_sentence(bundled: Catalogue) -> None:
    """Two roles that are easily confused come with the sentence that tells them apart."""
    pair = compare(bundled, [bundled.role(name) for name in ["devops", "mlops"]]).pairs[0]
    assert pair.difference
    assert "DevOps" in pair.difference
    assert "MLOps" in pair.difference


def test_three_roles_make_three_pairs(bundled: Catalogue) -> None:
    """Every two of the roles are measured against each other, both ways."""
    found = compare(bundled, [bundled.role(name) for name in ["devops", "mlops", "data engineer"]])
    assert [(p.a.id, p.b.id) for p in found.pairs] == [
        ("devops-engineer", "mlops-engineer"),
        ("devops-engineer", "data-engineer"),
        ("mlops-engineer", "data-engineer"),
    ]


@pytest.mark.parametrize("names", [["mlops"], ["mlops", "MLOps Engineer"], ["mlops", "python"]])
def test_what_cannot_be_compared(bundled: Catalogue, names: list[str]) -> None:
    """One role alone, a role with itself, or a role with a skill."""
    with pytest.raises(AskedWrongly):
        compare(bundled, [bundled.role(name) for name in names])


def test_the_accountable_are_named(bundled: Catalogue) -> None:
    """Each activity says which role of the catalogue answers for it."""
    for shared in compare(bundled, [bundled.role(name) for name in ["devops", "mlops"]]).activities:
        assert shared.accountable
        for role_id, letter in shared.letters.items():
            assert (letter == "A") == (role_id in {role.id for role in shared.accountable})


def test_filters_narrow_the_list(bundled: Catalogue) -> None:
    """Family, skill and stage together: each must hold; kinds of skill are kept apart."""
    assert {r.id for r in list_roles(bundled, families=["Operations"])} == {
        "cloud-engineer",
        "devops-engineer",
        "ml-platform-engineer",
        "mlops-engineer",
        "site-reliability-engineer",
    }
    for role in list_roles(bundled, skills=["k8s", "python"], stages=["Deploy"]):
        assert {"kubernetes", "python"} <= {r.skill for r in role.tools}
        assert role.lifecycle["deploy"]
    assert {s.kind for s in list_skills(bundled, ["database"])} == {"database"}
