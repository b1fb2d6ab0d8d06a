"""O*NET's files: what is read of them in each release, and what is no such file."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mlroles.catalogue.imports.onet import OTHERS, import_onet
from mlroles.catalogue.imports.onet_tools import short_names
from mlroles.core.model.errors import UnreadableFile
from mlroles.core.model.imported import Imported
from mlroles.core.roles.similarity import similarity
from publications import ONET, catalogue_of, changed

TECHNOLOGIES = "Technology Skills.txt"


@pytest.fixture(scope="module")
def onet() -> Imported:
    """The made-up O*NET as entries."""
    return import_onet(str(ONET))


def test_names_have_their_kinds(onet: Imported) -> None:
    """A short title leaves its brackets; what was reported is an employer's; no name is twice."""
    role = catalogue_of(onet).role("CMG")
    assert {name.name: name.kind for name in role.alternate_names} == {
        "CMG": "abbreviation",
        "Chief Model Gardener": "synonym",
        "Model Caretaker": "employer-variant",
    }
    assert role.codes[0].code == "15-2099.09"
    assert role.entry is not None
    assert role.entry.education.startswith("Zone Four: Much Preparation. Most have studied")


def test_ratings_are_requirements(onet: Imported) -> None:
    """Importance is rounded, levels are quarters; what is unimportant or unsure is left out."""
    role = catalogue_of(onet).role("model-gardeners")
    asked = {
        need.skill: (need.importance, need.essential, tuple(need.levels.values()))
        for need in role.skills
    }
    assert asked == {
        "botany": (4, True, (4, 4, 4, 4)),  # 3.50 and 7.00, the ends of what may stand there
        "mathematics": (4, True, (4, 4, 4, 4)),  # 4.12 and 5.25, where the last quarter begins
        "social-perceptiveness": (3, False, (1, 1, 1, 1)),  # 3.00 and 1.74, just under a quarter
    }
    found = {finding.what: finding.count for finding in onet.findings}
    assert found["ratings that O*NET recommends to suppress"] == 1


def test_technologies_are_tools(onet: Imported) -> None:
    """In demand, hot, other; the kind is that of the commodity where its title tells one."""
    catalogue = catalogue_of(onet)
    gardener, keeper = catalogue.role("model-gardeners"), catalogue.role("platform-keepers")
    used = {need.skill: (need.importance, need.essential) for need in gardener.tools}
    assert used == {"c-plus-plus": (2, False), "greenbase": (3, False), "seedql": (4, True)}
    assert {need.skill: need.importance for need in keeper.tools}["greenbase"] == 4
    kinds = {id: catalogue.skills[id].kind for id in ("c-plus-plus", "greenbase")}
    assert kinds == {"c-plus-plus": "tool", "greenbase": "database"}
    assert [code.code for code in catalogue.skills["greenbase"].codes] == ["43232304", "43232311"]
    named = [catalogue.skills[id].name for id in ("mathematics", "mathematics-43232605")]
    assert named == ["Mathematics (practice)", "Mathematics (tool)"]


def test_tasks_tell_what_is_done_in_an_activity(onet: Imported) -> None:
    """The first core task that is short enough, or else the activity's own words."""
    role = catalogue_of(onet).role("model-gardeners")
    assert {duty.activity: duty.statement for duty in role.responsibilities} == {
        "prune-models-for-growth": "Cut what a model does not need, to let in light",
        "write-reports-on-a-harvest": "Write reports on a harvest",
    }
    assert {duty.raci for duty in role.responsibilities} == {"R"}


def test_what_has_no_ratings_has_tools_and_work(onet: Imported) -> None:
    """An occupation that is not rated is carried by the other two; one without data is named."""
    catalogue = catalogue_of(onet)
    keeper, managers = catalogue.role("platform-keepers"), catalogue.role("managers-all-other")
    assert (len(keeper.skills), len(keeper.tools), len(keeper.responsibilities)) == (0, 3, 1)
    assert (managers.skills, managers.tools, managers.responsibilities) == ([], [], [])
    keepers, gardeners = map(catalogue.role, ("platform-keepers", "model-gardeners"))
    assert similarity(catalogue, keepers, gardeners).parts[0].name == "tools"


def test_releases_before_27_1_know_no_demand(tmp_path: Path) -> None:
    """Without the column what is hot counts as hot, and nothing is essential by it."""

    def older(text: str) -> str:
        return "".join(line.rpartition("\t")[0] + "\r\n" for line in text.splitlines())

    made = import_onet(str(changed(ONET, tmp_path, TECHNOLOGIES, older)))
    used = {need.skill: need.importance for need in catalogue_of(made).role("CMG").tools}
    assert used == {"c-plus-plus": 2, "greenbase": 3, "seedql": 3}


def test_line_ends_do_not_matter(onet: Imported, tmp_path: Path) -> None:
    """With and without a carriage return, and with a byte-order mark."""

    def change(text: str) -> str:
        return "\ufeff" + text.replace("\r\n", "\n")

    assert import_onet(str(changed(ONET, tmp_path, "Task Statements.txt", change))) == onet


@pytest.mark.parametrize("file", sorted(OTHERS))
def test_a_missing_table_is_said(tmp_path: Path, file: str) -> None:
    """Every table but the first may be absent."""
    copy = changed(ONET, tmp_path, file, str)
    (copy / file).unlink()
    made = import_onet(str(copy))
    assert f"missing file: {file}" in {finding.what for finding in made.findings}
    assert len(made.roles) == 3


def test_the_names_of_30_3(onet: Imported, tmp_path: Path) -> None:
    """Files and columns were renamed, and skills parted in two files; the entries are the same."""
    copy = Path(shutil.copytree(ONET, tmp_path / "onet-30.3"))

    def rename(old: str, new: str, **columns: str) -> None:
        head, _, rows = (copy / old).read_text("utf-8").partition("\n")
        names = [columns.get(name.replace(" ", "_"), name) for name in head.split("\t")]
        (copy / old).unlink()
        (copy / new).write_text("\t".join(names) + "\n" + rows, "utf-8")

    rename("Alternate Titles.txt", "Job Titles.txt", Alternate_Title="Job Title")
    tool = {"Commodity_Code": "Element ID", "Commodity_Title": "Element Name"}
    rename("Technology Skills.txt", "Software Skills.txt", Example="Workplace Example", **tool)
    dwa = {"DWA_ID": "DWA Element ID", "DWA_Title": "DWA Element Name"}
    old = {"Element_ID": "GWA Element ID", "Element_Name": "GWA Element Name"}
    rename("DWA Reference.txt", "GWAs to IWAs to DWAs.txt", **old, **dwa)
    rename("Tasks to DWAs.txt", "Tasks to DWAs.txt", **dwa)
    head, *rows = (copy / "Skills.txt").read_text("utf-8").splitlines(keepends=True)
    (copy / "Skills.txt").unlink()
    for file, begin in (("Essential", "2.A"), ("Transferable", "2.B")):
        kept = [row for row in rows if row.split("\t")[1].startswith(begin)]
        (copy / f"{file} Skills.txt").write_text("".join([head, *kept]), "utf-8")
    made = import_onet(str(copy), partial=False)
    assert made.findings == onet.findings
    assert (made.skills, made.activities, made.roles) == (onet.skills, onet.activities, onet.roles)
    (copy / "Transferable Skills.txt").unlink()
    with pytest.raises(UnreadableFile, match=r"no file 'Transferable Skills\.txt'.*no skills"):
        import_onet(str(copy), partial=False)


def test_facts_without_a_date_are_refused(tmp_path: Path) -> None:
    """No date is made up."""
    copy = changed(ONET, tmp_path, "Occupation Data.txt", str)
    for file in OTHERS:
        (copy / file).unlink()
    with pytest.raises(UnreadableFile, match="has a date"):
        import_onet(str(copy))


def test_short_names_of_technologies() -> None:
    """An abbreviation, what it stands for, no "software" and no maker; where nobody has them."""
    names = [
        "Amazon Web Services AWS software",
        "Microsoft Excel",
        "Structured query language SQL",
        "Structured quality ledger SQL",
        "Oracle Database",
        "Common database tool",
        "Stanford Business Software SNOPT",
        "Epicor WMS",
        "Labs WMS 2",
    ]
    assert short_names(names) == {
        names[0]: ["Amazon Web Services AWS", "AWS", "Amazon Web Services"],
        names[1]: ["Excel"],
        names[2]: ["SQL", "Structured query language"],
        names[3]: ["Structured quality ledger"],
        names[6]: ["SNOPT"],
    }


def test_without_a_read_me_the_release_is_unknown(onet: Imported, tmp_path: Path) -> None:
    """Then the newest date stands for it."""
    copy = changed(ONET, tmp_path, "Read Me.txt", str)
    (copy / "Read Me.txt").unlink()
    made = import_onet(str(copy))
    assert (onet.version, made.version) == ("29.2", "2024-11")
    assert "O*NET® Database by the U.S. Department of Labor" in str(made.sources[1].credit)


@pytest.mark.parametrize(
    ("file", "change", "told"),
    [
        ("Occupation Data.txt", lambda text: text.replace("Title", "Name"), "no column 'Title'"),
        ("Skills.txt", lambda text: text.replace("\t", ","), "no column 'O*NET-SOC Code'"),
        ("Skills.txt", lambda text: text.replace("\tN\r\n", "\r\n", 1) + "x\ty\r\n", "damaged"),
        ("Knowledge.txt", lambda text: text.replace("3.50", "much", 1), "'much' stands in"),
        ("Knowledge.txt", lambda text: text.replace("7.00", "9.00", 1), "'9.00' stands in"),
    ],
)
def test_another_file_is_an_error(
    tmp_path: Path, file: str, change: Callable[[str], str], told: str
) -> None:
    """It is said what is wrong."""
    with pytest.raises(UnreadableFile) as caught:
        import_onet(str(changed(ONET, tmp_path, file, change)))
    assert told in caught.value.what


def test_a_folder_of_something_else_is_an_error(tmp_path: Path) -> None:
    """It names the file that is missing, or the folder."""
    with pytest.raises(UnreadableFile, match=r"no file 'Occupation Data\.txt'"):
        import_onet(str(tmp_path))
    with pytest.raises(UnreadableFile, match="there is no folder"):
        import_onet(str(tmp_path / "nowhere"))


def test_links_to_nothing_are_said(onet: Imported, tmp_path: Path) -> None:
    """A task that no table describes, and rows about an occupation that there is not."""
    links = "links between tasks and activities of which one is in no file"
    assert links in {finding.what for finding in onet.findings if finding.fault}

    def add(text: str) -> str:
        return text + "99-9999.99\tKeeper\t\t10\r\n15-2099.09\t \t\t10\r\n"

    made = import_onet(str(changed(ONET, tmp_path, "Alternate Titles.txt", add)))
    told = {finding.what: finding.count for finding in made.findings}
    what = "rows of Alternate Titles.txt that are incomplete, or about no known occupation"
    assert told[what] == 2
