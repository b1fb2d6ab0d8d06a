"""The advice on moves is what a mentor would say, measured as docs/evidence.md tells."""

from pathlib import Path

import pytest

from measure import advice
from mlroles.core.catalogue import Catalogue

HERE = Path(__file__).parent

LEAST_FIRST = 0.9
"""Of all people: the right role first."""
LEAST_RUNG = 0.86
"""Of those with full lists: the right rung."""


def check_people(catalogue: Catalogue, file: Path) -> None:
    """The right role first, the right rung, and no generic advice to more than a third."""
    found = advice.people(catalogue, file)
    assert found.role.right >= LEAST_FIRST * found.role.of
    assert found.rung.right >= LEAST_RUNG * found.rung.of
    assert 3 * found.generic.right <= found.generic.of


def test_own_profiles(bundled: Catalogue) -> None:
    """Whoever can do what a role asks for is told that role, and the rung."""
    assert advice.own_profiles(bundled) == ((140, 140), (140, 140))


@pytest.mark.evidence
def test_people_given(bundled: Catalogue, evidence: Path) -> None:
    """Twenty people with a mentor's answers."""
    check_people(bundled, evidence / advice.PEOPLE[0])


@pytest.mark.skipif(not advice.PEOPLE[1].exists(), reason="there are no people of our own")
def test_people_of_our_own(bundled: Catalogue) -> None:
    """Twenty more."""
    check_people(bundled, advice.PEOPLE[1])


def test_routes_in_are_answered_by_themselves(bundled: Catalogue) -> None:
    """Nearly every route that a role names needs no detour."""
    answered, others = advice.routes(bundled)
    assert answered.right >= 0.95 * answered.of, others


def test_paths_keep_the_rules(bundled: Catalogue) -> None:
    """No comfortable move and none down is lengthened, and every stop is one people make."""
    wrong = {
        f"{a.id}@{rung_a} → {b.id}@{rung_b}": faults
        for a, rung_a, b, rung_b in advice.pairs(bundled)
        if (faults := advice.faults(bundled, (a, rung_a, b, rung_b)))
    }
    assert not wrong


def test_next_skills_stay_near(bundled: Catalogue) -> None:
    """Who names no goal is led along their own ladder or to a near role, most by an essential."""
    assert advice.strayed(bundled) == []
    own = advice.own_essential_first(bundled)
    assert own.right >= 29
