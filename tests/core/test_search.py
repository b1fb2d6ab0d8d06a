"""Searching: what is found, in which order, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles import Catalogue
from mlroles.core.search import search
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
        ("labelling data", "data-annotator"),
    ],
)
def test_what_is_meant_comes_first(bundled: Catalogue, query: str, first: str) -> None:
    """Beginnings, slips, missing spaces and short names lead to what is meant."""
    assert search(bundled, query)[0].entry.id == first


def test_roles_are_found_by_what_they_need(bundled: Catalogue) -> None:
    """A role is there because of a skill it asks for, and the reason names the skill."""
    hits = {hit.entry.id: hit for hit in search(bundled, "terraform", "role")}
    reason = hits["devops-engineer"].reasons[0]
    assert (reason.field, reason.text) == ("skill", "Terraform")


@given(catalogues(), st.text(max_size=20))
def test_the_reasons_explain_the_score(catalogue: Catalogue, query: str) -> None:
    """A score lies between 0 and 1 and is the sum of its reasons; the best comes first."""
    hits = search(catalogue, query)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        assert 0 < hit.score <= 1 + 1e-9
        assert hit.score == pytest.approx(sum(reason.points for reason in hit.reasons))


def test_kinds_are_kept_apart(bundled: Catalogue) -> None:
    """Only roles or only skills, if asked so; together they are all."""
    both, roles, skills = (search(bundled, "data", kind) for kind in (None, "role", "skill"))
    assert {hit.entry.id for hit in roles} <= set(bundled.roles)
    assert {hit.entry.id for hit in skills} <= set(bundled.skills)
    assert len(both) == len(roles) + len(skills)


@pytest.mark.parametrize("nonsense", ["zzzzqqq", "!!!", ""])
def test_nonsense_finds_nothing(bundled: Catalogue, nonsense: str) -> None:
    """The answer may be none."""
    assert search(bundled, nonsense) == []
