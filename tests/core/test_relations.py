"""Hand-offs, routes and likeness between roles: all that there are, the weak ones counted."""

from typing import get_args

import pytest

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly, NothingFound
from mlroles.core.moves.readiness import held_by, readiness
from mlroles.core.roles.relations import LEAST, RelationKind, relations
from mlroles.core.roles.similarity import similarity

KINDS: tuple[RelationKind, ...] = get_args(RelationKind)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost(bundled: Catalogue, kind: RelationKind) -> None:
    """What is kept and what is counted are together what there is."""
    found = relations(bundled, kind)
    whole = relations(bundled, kind, least=0.0)
    assert len(found.relations) + found.left_out == len(whole.relations)
    assert all(r.weight is None or r.weight >= LEAST[kind] for r in found.relations)
    kept = {(r.start.id, r.end.id) for r in found.relations}
    weak = [r for r in whole.relations if (r.start.id, r.end.id) not in kept]
    assert all(r.weight is not None and r.weight < LEAST[kind] for r in weak)


def test_weights_are_the_scores(bundled: Catalogue) -> None:
    """Likeness and readiness are those that compare tells; around a role the heaviest is first."""
    for relation in relations(bundled, "similarity").relations[:10]:
        score = similarity(
            bundled, bundled.role(relation.start.id), bundled.role(relation.end.id)
        ).score
        assert relation.weight == pytest.approx(score)
    for relation in relations(bundled, "routes").relations[:10]:
        ready = readiness(
            bundled, held_by(bundled.role(relation.start.id), "mid"), bundled.role(relation.end.id)
        ).score
        assert relation.weight == pytest.approx(ready)
    around = relations(bundled, "similarity", bundled.role("mlops")).relations
    weights = [relation.weight or 0 for relation in around]
    assert weights == sorted(weights, reverse=True)
    handed = [h.id for r in relations(bundled, "handoffs").relations for h in r.handoffs]
    assert sorted(handed) == sorted(bundled.handoffs)


@pytest.mark.parametrize("kind", KINDS)
def test_filters(bundled: Catalogue, kind: RelationKind) -> None:
    """Around a role, of a family, in a stage."""
    mlops = bundled.role("mlops")
    around = relations(bundled, kind, mlops, least=0.0)
    assert all(mlops in (r.start, r.end) for r in around.relations)
    family = relations(bundled, kind, families=["Operations"], least=0.0)
    assert all("operations" in (r.start.family, r.end.family) for r in family.relations)
    stage = relations(bundled, kind, stages=["deploy"], least=0.0)
    for relation in stage.relations:
        if kind == "handoffs":
            assert {h.stage for h in relation.handoffs} == {"deploy"}
        else:
            assert relation.start.lifecycle["deploy"]
            assert relation.end.lifecycle["deploy"]


def test_nothing_left(bundled: Catalogue) -> None:
    """Where all is weak it is said how many; what is asked wrongly is told."""
    with pytest.raises(NothingFound, match="weigh less than 1"):
        relations(bundled, "similarity", bundled.role("mlops"), least=1.0)
    with pytest.raises(AskedWrongly, match="not a weight"):
        relations(bundled, "similarity", least=2.0)
    with pytest.raises(AskedWrongly, match="life-cycle stage"):
        relations(bundled, "routes", stages=["deplyo"])


def test_too_many_pairs_are_not_compared(
    bundled: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Large catalogues are narrowed first."""
    monkeypatch.setattr("mlroles.core.roles.relations.MOST_PAIRS", 40)
    with pytest.raises(AskedWrongly, match="595 pairs of roles are too many"):
        relations(bundled, "similarity")
    assert relations(bundled, "similarity", bundled.role("mlops")).relations
