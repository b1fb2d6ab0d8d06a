"""Searching: what is found, in which order, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.search import completions, search
from strategies import catalogues


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("model deploy", "model-deployment"),
        ("mlops engineer", "mlops-engineer"),
        ("pyhton", "python"),
        ("kuberntes", "kubernetes"),
        ("powerbi", "power-bi"),
        ("machinelearning enginer", "ml-engineer"),
        ("k8s", "kubernetes"),
        ("c++", "c-plus-plus"),
        ("labelling data", "data-annotation"),
    ],
)
def test_what_is_meant_comes_first(bundled: Catalogue, query: str, first: str) -> None:
    """Beginnings, slips, missing spaces and short names lead to what is meant."""
    assert search(bundled.index, query)[0][0].id == first


def test_roles_are_found_by_what_they_need(bundled: Catalogue) -> None:
    """A role is there because of a skill it asks for, and the reason names the skill."""
    hits = {hit.id: hit for hit in search(bundled.index, "terraform", "role", 40)[0]}
    reasons = hits["devops-engineer"].reasons
    assert ("skill", "Terraform") in {(reason.field, reason.text) for reason in reasons}


@given(catalogues(), st.text(max_size=20))
def test_the_reasons_explain_the_score(catalogue: Catalogue, query: str) -> None:
    """A score lies between 0 and 1 and is the sum of its reasons; the best comes first."""
    hits, count = search(catalogue.index, query)
    assert len(hits) == min(10, count)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        assert 0 < hit.score <= 1 + 1e-9
        assert hit.score == pytest.approx(sum(reason.points for reason in hit.reasons))


def test_kinds_are_kept_apart(bundled: Catalogue) -> None:
    """Only roles or only skills, if asked so; together they are all."""
    both, roles, skills = (
        search(bundled.index, "data", kind, 999) for kind in (None, "role", "skill")
    )
    assert {hit.id for hit in roles[0]} <= set(bundled.roles)
    assert {hit.id for hit in skills[0]} <= set(bundled.skills)
    assert both[1] == len(both[0]) == roles[1] + skills[1]


@pytest.mark.parametrize("nonsense", ["zzzzqqq", "!!!", ""])
def test_nonsense_finds_nothing(bundled: Catalogue, nonsense: str) -> None:
    """The answer may be none."""
    assert search(bundled.index, nonsense) == ([], 0)


def test_a_tool_finds_the_roles_that_ask_for_it(bundled: Catalogue) -> None:
    """All of them, the more important it is to a role the higher."""
    for tool in ("kubernetes", "excel", "dbt", "k8s"):
        skill = bundled.skill(tool)
        importance = {role.id: need.importance for role, need in bundled.requirements(skill)}
        hits = [hit for hit in search(bundled.index, tool, "role", 99)[0] if hit.id in importance]
        assert {hit.id for hit in hits} == importance.keys()
        found = [importance[hit.id] for hit in hits]
        assert found == sorted(found, reverse=True)


def test_codes_are_a_way_in(bundled: Catalogue) -> None:
    """A code, or its beginning, finds the role that it matches best."""
    for code in ("15-2051.00", "15-2051"):
        hit = search(bundled.index, code)[0][0]
        assert hit.id == "data-scientist"
        assert "code" in {reason.field for reason in hit.reasons}
        assert bundled.role(code).id == "data-scientist"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("self driving cars", "robotics"),
        ("drones", "robotics"),
        ("on call", "incident-response"),
        ("RLHF", "fine-tuning"),
        ("deploys models to production", "model-deployment"),
        ("people who label images", "data-annotator"),
    ],
)
def test_everyday_words_of_duties(bundled: Catalogue, query: str, first: str) -> None:
    """What people call the work leads to who does it, or to what they must know."""
    assert search(bundled.index, query)[0][0].id == first


def test_what_is_typed_goes_on(bundled: Catalogue) -> None:
    """Ids first, then what entries are called, in words if a space was typed; else other names."""
    index = bundled.index
    offered = completions(index, "Machine L")
    assert offered[0] == ("machine learning", "skill", "Machine learning")
    assert ("machine learning engineer", "role", "Machine Learning Engineer") in offered
    assert completions(index, "data sc", "role") == [("data scientist", "role", "Data Scientist")]
    assert completions(index, "k8") == [("k8s", "skill", "Kubernetes")]
    ids = [id for id, _, _ in completions(index, "ml", "role")]
    assert ids[:3] == ["ml-engineer", "ml-engineering-manager", "ml-platform-engineer"]
    assert completions(index, "no such thing") == []


def test_the_best_ten(bundled: Catalogue) -> None:
    """So many are answered where no limit is given, and how many there are."""
    best, count = search(bundled.index, "data")
    assert len(best) == 10 < count
    every = search(bundled.index, "data", limit=count)[0]
    assert [hit.id for hit in best] == [hit.id for hit in every[:10]]
