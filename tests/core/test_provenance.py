"""Every field of a role says where it comes from."""

import pytest

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import replace
from mlroles.core.roles.provenance import EDITORIAL, provenance


def test_every_field_of_every_role_has_an_origin(bundled: Catalogue) -> None:
    """Nothing stands in a role without a source and a date."""
    always = {"definition", "summary", "skills", "tools", "rungs", "lifecycle", "codes"}
    for role in bundled.roles.values():
        origins = provenance(bundled, role)
        fields = {origin.field for origin in origins}
        assert always <= fields, role.id
        assert {field for field in ("pay", "demand", "outlook") if getattr(role, field)} <= fields
        assert all(origin.source in bundled.sources and origin.date for origin in origins)


def test_all_sources_of_a_role_stand_behind_something(bundled: Catalogue) -> None:
    """No source is listed for show."""
    for role in bundled.roles.values():
        behind = {origin.source for origin in provenance(bundled, role)}
        assert set(role.sources) <= behind, role.id


@pytest.mark.parametrize("skill", ["python", "model-monitoring"])
def test_skills_have_their_sources(bundled: Catalogue, skill: str) -> None:
    """A skill inherits the sources of its entry."""
    origins = provenance(bundled, bundled.skills[skill])
    assert [origin.source for origin in origins] == bundled.skills[skill].sources


def test_judgements_are_those_of_the_catalogue(bundled: Catalogue) -> None:
    """Where a catalogue has no judgement of its own, they come from the works behind the role."""
    role = replace(bundled.roles["mlops-engineer"], sources_of={})
    others = {id: source for id, source in bundled.sources.items() if id != EDITORIAL}
    for catalogue, own in ((bundled, True), (replace(bundled, sources=others), False)):
        sources = {one.source for one in provenance(catalogue, role) if one.field == "lifecycle"}
        assert (sources == {EDITORIAL}) == own
