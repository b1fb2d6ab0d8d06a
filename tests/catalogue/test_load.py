"""Loading a catalogue: which one, and what is said where that is impossible."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from mlroles.catalogue.checking.validate import validate
from mlroles.catalogue.files.paths import catalogue_files, read_files
from mlroles.catalogue.load import load
from mlroles.catalogue.reading.draft import Draft
from mlroles.core.model.errors import InvalidCatalogue, UnreadableFile

Run = Callable[..., Result]

RULES = Path(__file__).parent / "rules"


@pytest.fixture
def broken(sound_copy: Path) -> Path:
    """A catalogue with three errors in two files, one of them in a role."""
    shutil.copytree(RULES / "unknown-reference", sound_copy, dirs_exist_ok=True)
    shutil.copytree(RULES / "self-reference--hand-off", sound_copy, dirs_exist_ok=True)
    return sound_copy


def refusal(folder: Path | str) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        load(str(folder))
    assert caught.value.exit_code == 3
    return caught.value


def test_entries_are_there_by_id(sound_copy: Path) -> None:
    """All collections are filled, in the order of the files."""
    catalogue = load(str(sound_copy))
    assert list(catalogue.roles) == ["data-engineer", "data-scientist", "ml-engineer"]
    assert list(catalogue.families) == ["data", "modelling"]
    assert list(catalogue.stages)[:3] == ["frame", "data", "label"]
    assert list(catalogue.activities)[-1] == "deploy-model"
    assert list(catalogue.handoffs) == ["clean-tables"]
    assert list(catalogue.sources) == ["editorial", "example-survey-2024"]
    assert list(catalogue.skills) == [
        "statistics",
        "postgresql",
        "communication",
        "python",
        "sql",
        "data-cleaning",
        "model-evaluation",
        "docker",
    ]


def test_file_names_give_ids_and_kinds(sound_copy: Path) -> None:
    """A role has the id, and a skill the kind, that the name of its file says."""
    catalogue = load(str(sound_copy))
    assert catalogue.roles["ml-engineer"].id == "ml-engineer"
    assert catalogue.skills["docker"].kind == "tool"


def test_values_are_those_of_the_file(sound_copy: Path) -> None:
    """Numbers, defaults and dates come through as they are written."""
    role = load(str(sound_copy)).roles["data-scientist"]
    assert role.reviewed == "2025-01-31"
    assert role.entry.degree_required is True
    assert role.pay[0].median == 125_000
    assert role.outlook[0].change_percent == 33.5
    assert role.speciality_of is None
    assert [need.skill for need in role.skills if need.essential] == [
        "model-evaluation",
        "statistics",
    ]


def test_the_former_name_of_rungs_is_read(sound_copy: Path) -> None:
    """`levels` of a role, and of its sources, mean its rungs; what is wrong there has its place."""
    file, now = sound_copy / "roles" / "ml-engineer.yaml", load(str(sound_copy))
    text = file.read_text("utf-8").replace("\nrungs:", "\nlevels:")
    file.write_text(text, "utf-8")
    assert load(str(sound_copy)).roles == now.roles
    file.write_text(text.replace("rung: mid", "rung: middle"), "utf-8")
    line = next(n for n, row in enumerate(text.split("\n"), start=1) if "rung: mid" in row)
    assert f"roles/ml-engineer.yaml:{line}:" in refusal(sound_copy).details[0]


def test_other_files_do_not_matter(sound_copy: Path) -> None:
    """Notes, drafts and folders beside the catalogue's files are no part of it."""
    before = load(str(sound_copy))
    for file in ("README.md", "notes.yaml", "roles/README.md", "roles/draft.yaml.bak"):
        (sound_copy / file).write_text("not a catalogue: [")
    (sound_copy / "drafts").mkdir()
    (sound_copy / "drafts" / "role.yaml").write_text("[")
    assert load(str(sound_copy)) == before


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    """A missing folder is named, with the ways to give another one."""
    error = refusal(tmp_path / "missing")
    assert "no catalogue at" in error.what
    assert "missing" in error.what
    assert "--catalogue" in error.remedy


def test_file_in_place_of_a_folder(sound_copy: Path) -> None:
    """A file of another kind cannot be a catalogue, nor can one part of a folder."""
    (sound_copy / "README.md").write_text("Read me", "utf-8")
    error = refusal(sound_copy / "README.md")
    assert "is not a catalogue" in error.what
    assert "folder" in error.remedy
    error = refusal(sound_copy / "families.yaml")
    assert "families.yaml:1:1: error[shape]: this looks like a list of families" in error.details


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without roles is no catalogue; all that it lacks is said in one round."""
    error = refusal(tmp_path)
    told = "\n".join(error.details)
    assert all(lacking in told for lacking in ("activities.yaml", "the catalogue has no roles"))
    assert len(error.details) == 8


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no /proc here")
def test_file_that_cannot_be_read(sound_copy: Path) -> None:
    """A file that is there but cannot be read is named."""
    (sound_copy / "handoffs.yaml").unlink()
    (sound_copy / "handoffs.yaml").symlink_to("/proc/self/mem")
    error = refusal(sound_copy)
    assert "handoffs.yaml' cannot be read" in error.what
    assert not isinstance(error, InvalidCatalogue)


@pytest.mark.parametrize(
    ("file", "rule"), [("families.yaml", "missing-file"), ("skills/tool.yaml", "unknown-reference")]
)
def test_folder_in_place_of_a_file(file: str, rule: str, sound_copy: Path) -> None:
    """A folder where a file is expected is a file that is missing: what it held is missed."""
    (sound_copy / file).unlink()
    (sound_copy / file).mkdir()
    error = refusal(sound_copy)
    assert isinstance(error, InvalidCatalogue)
    assert all(rule in line for line in error.details[::2])


def test_invalid_catalogue_names_every_problem(broken: Path) -> None:
    """The details are the two lines of each error that the validator finds, in its order."""
    error = refusal(broken)
    assert isinstance(error, InvalidCatalogue)
    problems = validate(Draft(read_files(str(broken), catalogue_files(str(broken)))))
    assert len(problems) == 3
    assert error.details == tuple(line for problem in problems for line in problem.lines())
    assert error.what.endswith("has 3 errors")


def test_one_error_is_one_error(sound_copy: Path) -> None:
    """The count agrees with its noun."""
    (sound_copy / "handoffs.yaml").write_text("oops")
    assert refusal(sound_copy).what.endswith("has 1 error")


def test_warnings_do_not_stop_anybody(sound_copy: Path) -> None:
    """What only the strict mode reports is no reason not to load a catalogue."""
    shutil.copytree(RULES / "unused-skill", sound_copy, dirs_exist_ok=True)
    assert "git" in load(str(sound_copy)).skills


def test_variable_names_the_catalogue(
    sound_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MLROLES_CATALOGUE is read where no folder is given; empty, it counts as not set."""
    monkeypatch.setenv("MLROLES_CATALOGUE", str(sound_copy))
    assert len(load().roles) == 3
    monkeypatch.setenv("MLROLES_CATALOGUE", "")
    assert len(load().roles) > 3
    monkeypatch.setenv("MLROLES_CATALOGUE", str(tmp_path / "missing"))
    assert len(load(str(sound_copy)).roles) == 3
    with pytest.raises(UnreadableFile):
        load()


def test_relative_folder(sound_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder may be given from where one is."""
    monkeypatch.chdir(sound_copy.parent)
    assert load(sound_copy.name) == load(str(sound_copy))


@pytest.mark.parametrize("way", ["option before", "option after", "variable"])
def test_own_catalogue_on_the_command_line(way: str, run: Run, sound_copy: Path) -> None:
    """All three ways to name a catalogue lead to it."""
    option = ["--catalogue", str(sound_copy)]
    before, after, variables = {
        "option before": (option, [], {}),
        "option after": ([], option, {}),
        "variable": ([], [], {"MLROLES_CATALOGUE": sound_copy}),
    }[way]
    result = run(*before, "list", *after, **variables)
    assert result.exit_code == 0
    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == [
        "data-engineer",
        "data-scientist",
        "ml-engineer",
    ]


def test_errors_on_the_command_line(run: Run, broken: Path) -> None:
    """Exit 3, nothing on stdout, and on stderr each error as file:line:column."""
    result = run("--catalogue", str(broken), "list")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.splitlines() == [
        "handoffs.yaml:4:3: error[self-reference]: 'clean-tables' goes from a role to itself",
        "  name two different roles",
        "roles/ml-engineer.yaml:30:6: error[unknown-reference]: no skill called 'pyhton'",
        "  did you mean 'python'?",
        "roles/ml-engineer.yaml:58:8: error[unknown-reference]: no role called 'baker'",
        "  add it to the catalogue, or name another",
        f"mlroles: the catalogue at {str(broken)!r} has 3 errors",
        "  fix the errors listed above, then try again",
    ]


def test_missing_catalogue_on_the_command_line(run: Run, tmp_path: Path) -> None:
    """Exit 3, nothing on stdout, and two lines on stderr."""
    result = run("list", MLROLES_CATALOGUE=tmp_path / "missing")
    assert (result.exit_code, result.stdout) == (3, "")
    assert len(result.stderr.splitlines()) == 2
    assert result.stderr.startswith("mlroles: there is no catalogue at ")
