"""How alike two roles are."""

from itertools import combinations
from math import log

import pytest
from hypothesis import given

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Rung, replace
from mlroles.core.roles.similarity import PARTS, demand, ranks, similarity
from strategies import catalogues, rungs

NEAR = 1e-9


@given(catalogues(), rungs)
def test_it_is_symmetric(catalogue: Catalogue, rung: Rung) -> None:
    """A is as alike to B as B to A, part by part."""
    a, b, *_ = catalogue.roles.values()
    there, back = similarity(catalogue, a, b, rung), similarity(catalogue, b, a, rung)
    assert there.score == pytest.approx(back.score, abs=NEAR)
    assert [p.score for p in there.parts] == pytest.approx([p.score for p in back.parts])


@given(catalogues(), rungs)
def test_it_lies_between_0_and_1(catalogue: Catalogue, rung: Rung) -> None:
    """So does each of its parts."""
    a, b, *_ = catalogue.roles.values()
    found = similarity(catalogue, a, b, rung)
    for score in [found.score, *(part.score for part in found.parts)]:
        assert -NEAR <= score <= 1 + NEAR


@given(catalogues(), rungs)
def test_a_role_is_like_itself(catalogue: Catalogue, rung: Rung) -> None:
    """A role that asks for anything has similarity 1 with itself."""
    role = next(iter(catalogue.roles.values()))
    if role.skills or role.tools or role.responsibilities:
        assert similarity(catalogue, role, role, rung).score == pytest.approx(1)


@given(catalogues(), rungs)
def test_the_parts_explain_the_score(catalogue: Catalogue, rung: Rung) -> None:
    """The score is the mean of its parts, and a part the sum of what its items add."""
    a, b, *_ = catalogue.roles.values()
    found = similarity(catalogue, a, b, rung)
    names = [p for p in PARTS if demand(a, p, rung) and demand(b, p, rung)]
    assert [part.name for part in found.parts] == names
    if found.parts:
        mean = sum(part.score for part in found.parts) / len(found.parts)
        assert found.score == pytest.approx(mean)
    else:
        assert found.score == 0
    for part in found.parts:
        assert part.added() == sorted(part.added(), key=lambda item: (-item[1], item[0]))
        united = sum(overlap.united for overlap in part.overlaps)
        added = sum(overlap.shared / united for overlap in part.overlaps)
        assert part.score == pytest.approx(added)


def test_demand(bundled: Catalogue) -> None:
    """What is accountable, or most important at the highest level, is demanded in full."""
    role = bundled.roles["ml-engineer"]
    letters = {
        (r.raci, demand(one, "activities", "mid")[r.activity])
        for one in bundled.roles.values()
        for r in one.responsibilities
    }
    assert letters == {("I", 0.25), ("C", 0.5), ("R", 0.75), ("A", 1.0)}
    for part in ("skills", "tools"):
        asked = demand(role, part, "lead")
        needs = role.skills if part == "skills" else role.tools
        full = {r.skill: r.importance / 5 * r.at("lead") / 4 for r in needs}
        assert asked == pytest.approx(full)


@given(catalogues(), rungs)
def test_a_rank_counts_the_pairs_that_are_less_alike(catalogue: Catalogue, rung: Rung) -> None:
    """It is a share of the other pairs; what two roles have nothing of counts for neither."""
    found = ranks(catalogue, rung)
    scores = {
        pair: similarity(catalogue, *(catalogue.roles[id] for id in pair), rung).score
        for pair in found
    }
    assert all(scores.get(frozenset(pair), 0.0) >= 0 for pair in combinations(catalogue.roles, 2))
    for pair, score in scores.items():
        less = sum(other < score - NEAR for other in scores.values())
        alike = sum(abs(other - score) <= NEAR for other in scores.values())
        others = max(1, len(scores) - 1)
        assert less / others - NEAR <= found[pair] <= (less + alike - 1) / others + NEAR


def test_a_large_catalogue_has_no_ranks(bundled: Catalogue) -> None:
    """Where all pairs would take seconds, none is ranked."""
    many = {f"{id}-{n}": role for n in range(3) for id, role in bundled.roles.items()}
    assert ranks(replace(bundled, roles=many), "mid") == {}


def test_the_formula_by_hand(bundled: Catalogue) -> None:
    """One pair of the catalogue, worked out anew from the formula in its plainest form."""
    a, b = bundled.role("devops"), bundled.role("mlops")
    count = len(bundled.roles)

    def d(role: object, skill: str) -> float:
        asked = [r for r in role.tools if r.skill == skill]  # type: ignore[attr-defined]
        return asked[0].importance * asked[0].levels["mid"] / 20 if asked else 0

    above = below = 0.0
    for skill in {r.skill for r in [*a.tools, *b.tools]}:
        asking = sum(any(r.skill == skill for r in role.tools) for role in bundled.roles.values())
        idf = log((1 + count) / (1 + asking))
        above += idf * min(d(a, skill), d(b, skill))
        below += idf * max(d(a, skill), d(b, skill))
    tools = next(p for p in similarity(bundled, a, b).parts if p.name == "tools")
    assert tools.score == pytest.approx(above / below)


def test_what_all_roles_share_says_nothing(bundled: Catalogue) -> None:
    """A skill that every role asks for adds nothing to the likeness of two of them."""
    found = similarity(bundled, bundled.role("mlops"), bundled.role("devops"))
    skills = next(part for part in found.parts if part.name == "skills")
    assert [o.shared for o in skills.overlaps if o.id == "communication"] == [0]
