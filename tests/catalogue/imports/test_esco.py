"""ESCO's files: what is read of them, what is left out, and what is no such file."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mlroles.catalogue.imports.esco import import_esco
from mlroles.core.model.errors import UnreadableFile
from mlroles.core.model.imported import Imported
from publications import ESCO, catalogue_of, changed


@pytest.fixture(scope="module")
def esco() -> Imported:
    """The made-up ESCO as entries."""
    return import_esco(str(ESCO))


def test_an_occupation_is_a_role(esco: Imported) -> None:
    """Labels, description, group and links each find their field."""
    role = catalogue_of(esco).role("tender of models")
    assert (role.id, role.name, role.family) == (
        "model-gardener",
        "model gardener",
        "2512-growers-of-models",
    )
    assert role.definition.endswith("e.g. those of small shops.")
    assert role.summary == (
        'They work with "platform keepers" and report on every harvest. In winter they mend tools'
        " & rest. Excludes platform keeper."
    )
    assert [distinction.role for distinction in role.not_to_be_confused_with] == ["platform-keeper"]
    assert catalogue_of(esco).role("greenhouse model gardener").speciality_of == role.id
    assert [code.code for code in role.codes] == [
        "http://data.europa.eu/esco/occupation/00000001-aaaa-4bbb-8ccc-000000000001"
    ]


def test_relations_are_requirements(esco: Imported) -> None:
    """Essential is 4, optional 2, and no level is made up; essential wins where both are said."""
    role = catalogue_of(esco).role("model-gardener")
    asked = {need.skill: (need.importance, need.essential) for need in role.skills + role.tools}
    assert asked == {
        "explain-a-harvest": (4, True),
        "prune-models": (4, True),
        "seedql": (2, False),
        "soil-statistics": (2, False),
    }
    assert all(not need.levels for need in role.skills)


def test_kinds_are_those_that_the_source_tells(esco: Imported) -> None:
    """Knowledge, skills, transversal skills, and tools by their broader concept."""
    kinds = {skill.id: skill.kind for skill in esco.skills}
    assert kinds["soil-statistics"] == "concept"
    assert kinds["prune-models"] == "practice"
    assert kinds["explain-a-harvest"] == "human"
    assert kinds["seedql"] == "language"
    assert kinds["green-sharp-base-database-management-systems"] == "database"


def test_ids_are_short_and_nobody_elses(esco: Imported) -> None:
    """A label that an occupation has too gets a mark, and a long one is cut between words."""
    ids = [entry.id for entry in (*esco.roles, *esco.skills)]
    assert len(set(ids)) == len(ids)
    assert max(map(len, ids)) <= 60
    assert "harvest-auditor-00000006" in ids
    assert "watch-the-weather-from-a-very-high-tower-while-writing-down" in ids


def test_faults_are_said(esco: Imported) -> None:
    """A repeated occupation is taken once; a relation to nothing is left out."""
    faults = {finding.what: finding for finding in esco.findings if finding.fault}
    assert faults.keys() == {
        "rows of occupations_en.csv that repeat an entry",
        "relations whose occupation or skill is in no file",
    }
    assert "model gardener" in faults["rows of occupations_en.csv that repeat an entry"].done
    assert len(esco.roles) == 4


def test_the_order_of_rows_does_not_matter(esco: Imported, tmp_path: Path) -> None:
    """The same rows in another order are the same catalogue."""

    def reverse(text: str) -> str:
        header, *rows = text.splitlines(keepends=True)
        return "".join([header, *reversed(rows)])

    turned = changed(ESCO, tmp_path, "occupationSkillRelations_en.csv", reverse)
    skills = turned / "skills_en.csv"
    header, _, rows = skills.read_bytes().decode().partition("\r\n")
    first, second, *others = rows.split("KnowledgeSkillCompetence,")[1:]
    moved = "".join(f"KnowledgeSkillCompetence,{row}" for row in (*others, second, first))
    skills.write_bytes(f"{header}\r\n{moved}".encode())
    assert import_esco(str(turned)) == esco


def test_columns_may_come_and_go(esco: Imported, tmp_path: Path) -> None:
    """A new column, as naceCode in 1.2.1, and one that is not needed change nothing."""

    def add(text: str) -> str:
        return text.replace("\r\n", ",new\r\n")

    relations = "occupationSkillRelations_en.csv"
    assert import_esco(str(changed(ESCO, tmp_path, relations, add))) == esco

    def without_collection(text: str) -> str:
        return text.replace("status", "no-status", 1)

    more = tmp_path / "more"
    assert import_esco(str(changed(ESCO, more, "ISCOGroups_en.csv", without_collection))) == esco


def test_missing_collections_are_said(tmp_path: Path) -> None:
    """Without the digital skills there are no tools, without what is broader no specialities."""
    copy = changed(ESCO, tmp_path, "skills_en.csv", str)
    (copy / "digitalSkillsCollection_en.csv").unlink()
    (copy / "broaderRelationsOccPillar_en.csv").unlink()
    made = import_esco(str(copy))
    assert made.counts().tools == 0
    assert not any(role.speciality_of for role in made.roles)
    assert sum(finding.what.startswith("missing file") for finding in made.findings) == 2


def without_a_quote(text: str) -> str:
    return text.replace('"', "", 1)


@pytest.mark.parametrize(
    ("file", "change", "told"),
    [
        ("skills_en.csv", lambda text: text.replace("skillType", "kind"), "no column 'skillType'"),
        ("skills_en.csv", lambda text: "", "no column 'conceptUri'"),
        ("occupations_en.csv", lambda text: text.replace(",2522.9", ""), "is damaged in line"),
        ("occupations_en.csv", without_a_quote, "is damaged in line"),
        ("ISCOGroups_en.csv", lambda text: text + '"', "is damaged in line"),
    ],
)
def test_another_file_is_an_error(
    tmp_path: Path, file: str, change: Callable[[str], str], told: str
) -> None:
    """It names the file and what is wrong with it."""
    with pytest.raises(UnreadableFile) as caught:
        import_esco(str(changed(ESCO, tmp_path, file, change)))
    assert file in caught.value.what
    assert told in caught.value.what
    assert "ESCO 1.2" in caught.value.remedy


@pytest.mark.parametrize(
    "file",
    [
        "occupations_en.csv",
        "skills_en.csv",
        "occupationSkillRelations_en.csv",
        "ISCOGroups_en.csv",
    ],
)
def test_a_missing_file_is_an_error(tmp_path: Path, file: str) -> None:
    """Without one of the four there is no catalogue."""
    copy = changed(ESCO, tmp_path, file, str)
    (copy / file).unlink()
    with pytest.raises(UnreadableFile, match=f"no file '{file}'"):
        import_esco(str(copy))


def test_text_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    """As from a spreadsheet that saved it again."""
    copy = changed(ESCO, tmp_path, "skills_en.csv", str)
    (copy / "skills_en.csv").write_bytes("conceptUri,Prüfer".encode("latin-1"))
    with pytest.raises(UnreadableFile, match="not UTF-8"):
        import_esco(str(copy))


def test_a_row_without_a_label_is_left_out(tmp_path: Path) -> None:
    """What nobody can name is no entry."""
    copy = changed(ESCO, tmp_path, "skills_en.csv", lambda text: text.replace("SeedQL", ""))
    made = import_esco(str(copy))
    assert "seedql" not in {skill.id for skill in made.skills}
    assert "rows of skills_en.csv without a name" in {finding.what for finding in made.findings}


def test_no_date_is_made_up(tmp_path: Path) -> None:
    """Facts of which nobody knows how old they are are refused; one dated row tells of all."""
    undated = tmp_path / "esco"
    shutil.copytree(ESCO, undated)
    for file in undated.iterdir():
        text = file.read_bytes().decode("utf-8-sig")
        file.write_text(re.sub(r"20\d\d-\d\d-\d\dT[\d:.]*Z", "", text), "utf-8")
    with pytest.raises(UnreadableFile, match="nobody knows how old the facts are"):
        import_esco(str(undated))
