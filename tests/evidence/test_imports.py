"""The real publications are imported whole."""

from pathlib import Path

import pytest

from mlroles.catalogue.imports.esco import import_esco
from mlroles.catalogue.imports.folder import write_folder
from mlroles.catalogue.imports.onet import import_onet
from mlroles.core.model.imported import Counts, Imported

pytestmark = pytest.mark.evidence


@pytest.fixture(scope="module")
def esco(evidence: Path) -> Imported:
    """ESCO 1.2.0, as published in English."""
    return import_esco(str(evidence / "data/esco-1.2.0"))


def test_esco_is_whole(esco: Imported) -> None:
    """3,039 occupations, 13,939 skills and 129,004 relations, 17 of which stand there twice."""
    counts = esco.counts()
    assert counts.roles == 3039
    assert counts.skills + counts.tools == 13939
    assert counts.essential_requirements == 51296 + 16326
    assert counts.essential_requirements + counts.other_requirements == 129004 - 17
    assert counts.role_names == 33303
    assert counts.families == 426
    assert [(f.count, f.fault) for f in esco.findings] == [(1, False), (17, False), (8, False)]


def test_onet_is_whole(evidence: Path) -> None:
    """1,016 occupations; 93 of them have no data, and 45 no ratings of skills."""
    onet = import_onet(str(evidence / "data/onet-29.2"))
    assert onet.counts() == Counts(
        roles=1016,
        role_names=61012,
        skills=68,
        tools=8767,
        essential_requirements=10979,
        other_requirements=40814,
        activities=2082,
        responsibilities=17806,
        families=23,
    )
    found = {finding.what: finding.count for finding in onet.findings}
    assert found["occupations of which O*NET has no data"] == 93
    assert found["occupations whose skills O*NET has not rated"] == 45
    roles = {role.id: role for role in onet.roles}
    for id in ("data-scientists", "software-developers"):
        assert not roles[id].skills
        assert len(roles[id].tools) > 50
        assert len(roles[id].responsibilities) > 10
    assert not [finding for finding in onet.findings if finding.fault]


def test_esco_is_written(esco: Imported, tmp_path: Path) -> None:
    """A file for each occupation, in a folder that is whole."""
    write_folder(str(tmp_path / "esco"), esco)
    assert len(list((tmp_path / "esco/roles").iterdir())) == 3039
    assert [entry.name for entry in tmp_path.iterdir()] == ["esco"]
