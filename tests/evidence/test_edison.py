"""What three roles stand out in agrees with EDISON, and two roles do more than one."""

from pathlib import Path

import pytest

from measure import edison, market
from mlroles.core.catalogue import Catalogue

pytestmark = pytest.mark.evidence


def test_emphasis_agrees_in_rank(bundled: Catalogue, evidence: Path) -> None:
    """Over three roles and three groups of competences: Spearman at least 0.65."""
    pairs = edison.pairs(bundled, evidence)
    assert len(pairs) == 9
    assert market.spearman(list(pairs.values())) >= 0.65


def test_what_a_role_stands_out_in(bundled: Catalogue, evidence: Path) -> None:
    """Scientists most in analytics and least in data management; engineers least in analytics."""
    pairs = edison.pairs(bundled, evidence)
    for side in (0, 1):
        scientist, engineer = (
            sorted(edison.GROUPS, key=lambda group: pairs[role, group][side])
            for role in ("data-scientist", "data-engineer")
        )
        assert scientist == ["data management", "engineering", "analytics"]
        assert engineer[0] == "analytics"


def test_data_management_ranks_the_roles_alike(bundled: Catalogue, evidence: Path) -> None:
    """Architects first, then engineers, then scientists, in EDISON as in the catalogue."""
    for matrix in (edison.rated(evidence), edison.engaged(bundled)):
        levels = [matrix[role, "data management"] for role in edison.PROFILES]
        assert levels == sorted(levels)


def test_where_they_agree_as_rated(bundled: Catalogue, evidence: Path) -> None:
    """Nothing subtracted: wholly on the engineer, the scientist's first, and data management."""
    theirs, ours = edison.rated(evidence), edison.engaged(bundled)
    agreed = edison.as_rated(theirs, ours)
    assert agreed["data-engineer"] == agreed["data management"] == 3
    for matrix in (theirs, ours):
        assert max(edison.GROUPS, key=lambda g: matrix["data-scientist", g]) == "analytics"


def test_together_they_do_more_of_the_running_of_models(bundled: Catalogue, evidence: Path) -> None:
    """As in adverts: DevOps alone least, an ML engineer alone more, both most."""
    alone_devops, alone_ml, both = edison.running_of_models(bundled).values()
    assert alone_devops < alone_ml < both
