"""The people against whom advice is measured are written in words that the catalogue knows."""

from pathlib import Path

import pytest
import yaml

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.ladder import LADDER

PEOPLE = yaml.safe_load((Path(__file__).parent / "people.yaml").read_text("utf-8"))


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["who"])
def test_a_person_is_told_in_known_words(person: dict[str, str], bundled: Catalogue) -> None:
    """Skills, roles and rungs exist, and each skill is told once, at a level from 1 to 4."""
    told = [skill.strip().rpartition(":") for skill in person["have"].split(",")]
    skills = [bundled.skill(name).id for name, _, _ in told]
    assert len(skills) == len(set(skills))
    assert {int(level) for _, _, level in told} <= {1, 2, 3, 4}
    assert person["list"] in ("full", "short")
    target, _, rung = person["towards"].partition("@")
    assert {*person["first"], target} <= bundled.roles.keys()
    assert {*person["stands_at"], rung or "mid"} <= {*LADDER.ids, "none"}
