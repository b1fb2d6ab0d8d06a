"""What nobody is hired without: years of work, and what they say of who has worked."""

import pytest

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import replace
from mlroles.core.moves.gates import gates, is_entry
from mlroles.core.moves.readiness import readiness


def with_years(role: Role, **years: tuple[int, int | None]) -> Role:
    """The role with the years from and to of some of its rungs."""
    rungs = [
        replace(told, years_from=years[told.rung][0], years_to=years[told.rung][1])
        if told.rung in years
        else told
        for told in role.rungs
    ]
    return replace(role, rungs=rungs)


@pytest.mark.parametrize(("years", "entry"), [(0, True), (2, True), (3, False), (8, False)])
def test_a_way_into_the_field(bundled: Catalogue, years: int, entry: bool) -> None:
    """A first rung that asks for three years of work is none."""
    role = with_years(bundled.roles["data-engineer"], junior=(years, years + 2))
    assert is_entry(bundled.ladder, role) is entry


@pytest.mark.parametrize(
    ("worked", "asked", "met"),
    [
        ((3, 5), 3, True),
        ((4, 5), 3, True),
        ((1, 3), 3, None),
        ((1, 2), 3, False),
        ((1, None), 3, None),
        ((0, 2), 0, None),
    ],
)
def test_years_of_work(
    bundled: Catalogue, worked: tuple[int, int | None], asked: int, met: bool | None
) -> None:
    """They are met surely, perhaps (None) or surely not; where none are asked for, no gate."""
    target = with_years(bundled.roles["ml-engineer"], senior=(asked, None))
    origin = with_years(bundled.roles["data-engineer"], mid=worked)
    ready = readiness(bundled, {}, target, "senior")
    found = [
        (gate.what, gate.met)
        for gate in gates(target, "senior", ready, (origin, "mid"))
        if gate.kind == "years"
    ]
    assert found == ([(asked, met)] if asked else [])
