"""The command `validate`: exit codes, formats, and what it does with wrong input."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from conftest import HERE, SOUND, Run
from mlroles.catalogue.checking.explain import explanations
from mlroles.catalogue.files.paths import bundled_folder
from mlroles.cli.complete import codes

CHANGES = HERE / "screens" / "validate-strict" / "changes"
"""Files with one error and two warnings."""


@pytest.fixture
def flawed(sound_copy: Path) -> Path:
    """A catalogue with one error and two warnings."""
    return Path(shutil.copytree(CHANGES, sound_copy, dirs_exist_ok=True))


def test_a_single_entry_is_checked_as_one(run: Run, tmp_path: Path) -> None:
    """A file that lies in no catalogue is told for what it is, and checked over the bundled one."""
    role = (Path(bundled_folder()) / "roles/mlops-engineer.yaml").read_text("utf-8")
    file = tmp_path / "new.yaml"
    file.write_text(role, "utf-8")
    done = run("validate", str(file))
    assert done.exit_code == 0
    assert "this looks like a role: put it under roles/" in done.stderr
    file.write_text(role.replace("skill: kubernetes,", "skill: kubernets,"), "utf-8")
    done = run("validate", str(file))
    assert done.exit_code == 1
    line = 1 + file.read_text("utf-8")[: file.read_text("utf-8").index("kubernets")].count("\n")
    assert f"{file}:{line}:6: error[unknown-reference]: no skill called 'kubernets'" in done.stdout
    assert done.stdout.count("error[") == 1


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("roles/mlops-engineer.yaml", "a role: put it under roles/"),
        ("teams/first-model.yaml", "a team template: put it under teams/"),
        ("skills/practice.yaml", "a list of skills: put it under skills/<kind>.yaml"),
        ("skills/tool.yaml", "a list of skills: put it under skills/<kind>.yaml"),
        ("handoffs.yaml", "a list of hand-offs: put it under handoffs.yaml"),
        ("sources.yaml", "a list of sources: put it under sources.yaml"),
        ("families.yaml", "a list of families: put it under families.yaml"),
    ],
)
def test_a_part_is_told_for_what_it_is(run: Run, tmp_path: Path, part: str, kind: str) -> None:
    """Whatever part of a catalogue a file is; where a catalogue is needed it is one error."""
    file = tmp_path / "mine.yaml"
    shutil.copy(Path(bundled_folder(), part), file)
    done = run("validate", str(file))
    assert done.exit_code == 0
    assert f"this looks like {kind}" in done.stderr
    listed = run("list", "--catalogue", str(file))
    assert (listed.exit_code, listed.stdout) == (3, "")
    assert listed.stderr.count("error[") == 1
    assert f"this looks like {kind.partition(':')[0]}" in listed.stderr


def test_an_empty_folder_takes_one_round(run: Run, tmp_path: Path) -> None:
    """All that it lacks is told at once."""
    (tmp_path / "new").mkdir()
    told = run("validate", str(tmp_path / "new")).stdout
    for missing in (
        "activities.yaml",
        "families.yaml",
        "sources.yaml",
        "the catalogue has no roles",
    ):
        assert missing in told


def test_errors_are_no_and_warnings_only_with_strict(run: Run, flawed: Path) -> None:
    """Errors end with 1; warnings do with --strict and are not looked for without."""
    assert run("validate", str(flawed)).stdout.splitlines()[-1] == "1 error"
    strict = run("validate", str(flawed), "--strict")
    assert strict.stdout.splitlines()[-1] == "1 error, 2 warnings"
    assert strict.exit_code == run("validate", str(flawed)).exit_code == 1
    role = flawed / "roles" / "data-engineer.yaml"
    role.write_text(role.read_text("utf-8").replace("pyhton", "python"), "utf-8")
    assert run("validate", str(flawed)).exit_code == 0
    assert run("validate", str(flawed), "--strict").exit_code == 1


def test_the_catalogue_in_use_is_the_default(run: Run, flawed: Path) -> None:
    """A path goes before --catalogue, and that before the variable and what comes along."""
    assert run("validate", "--catalogue", str(flawed)).exit_code == 1
    assert run("validate", MLROLES_CATALOGUE=flawed).exit_code == 1
    sound = run("validate", str(SOUND), "--catalogue", str(flawed), MLROLES_CATALOGUE=flawed)
    assert (sound.exit_code, sound.stdout) == (0, "no errors in 3 roles, 8 skills, 4 activities\n")
    assert "35 roles" in run("validate").stdout


def test_a_file_within_a_catalogue(run: Run, flawed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file its own problems are told, wherever one is; the rest is read to judge it."""
    (flawed / "families.yaml").write_text("- id: data\n", "utf-8")
    told = run("validate", str(flawed / "roles" / "data-engineer.yaml"))
    assert told.exit_code == 1
    assert "no skill called 'pyhton'" in told.stdout
    assert "families" not in told.stdout
    sound = flawed / "skills" / "tool.yaml"
    assert run("validate", str(sound)).stdout == f"no errors in {sound}\n"
    assert run("validate", str(flawed / "families.yaml")).stdout.endswith("2 errors\n")
    monkeypatch.chdir(flawed / "roles")
    assert "data-engineer.yaml:32:6: error" in run("validate", "data-engineer.yaml").stdout
    monkeypatch.chdir(flawed)
    assert run("validate", "roles/data-engineer.yaml").stdout.startswith("roles/data-engineer")
    assert run("validate", "families.yaml").stdout.startswith("families.yaml:1:3: error[shape]")


def test_places_in_layers_can_be_opened(run: Run, tmp_path: Path) -> None:
    """In an overlay the problems are its own, also those that are of no file in particular."""
    (tmp_path / "catalogue.yaml").write_text("extends: bundled\n", "utf-8")
    (tmp_path / "roles").mkdir()
    file = tmp_path / "roles" / "llm-engineer.yaml"
    file.write_text("name: LLM Engineer\nfamily: none\n", "utf-8")
    found = json.loads(run("validate", str(tmp_path), "--json").stdout)
    assert {problem["file"] for problem in found} == {str(file)}
    (tmp_path / "catalogue.yaml").unlink()
    file.unlink()
    found = json.loads(run("validate", str(tmp_path), "--json").stdout)
    (empty,) = [problem for problem in found if problem["code"] != "missing-file"]
    assert (empty["file"], empty["code"]) == (str(tmp_path / "roles"), "empty-catalogue")


def test_what_could_be_better_below_is_not_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who lays a catalogue over the bundled one need not mend that one as it grows old."""
    monkeypatch.setattr("mlroles.catalogue.checking.freshness.too_old", lambda *_: True)
    assert "[outdated]" in run("validate", "--strict").stdout
    (tmp_path / "catalogue.yaml").write_text("extends: bundled\n", "utf-8")
    assert run("validate", str(tmp_path), "--strict").exit_code == 0


def test_formats_say_the_same(run: Run, flawed: Path) -> None:
    """Lines, JSON and CSV hold the same problems; their places can be opened."""
    found = json.loads(run("validate", str(flawed), "--strict", "--json").stdout)
    assert [problem["severity"] for problem in found] == ["warning", "error", "warning"]
    lines = run("validate", str(flawed), "--strict").stdout.splitlines()[:-1]
    for problem, told, remedy in zip(found, lines[::2], lines[1::2], strict=True):
        assert Path(problem["file"]).is_file()
        place = f"{problem['file']}:{problem['line']}:{problem['column']}"
        message = f"{problem['severity']}[{problem['code']}]: {problem['message']}"
        assert told == f"{place}: {message}"
        assert remedy == f"  {problem['remedy']}"
    table = run("validate", str(flawed), "--strict", "-f", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(table)))
    assert rows == [{key: str(value) for key, value in problem.items()} for problem in found]


def test_a_sound_catalogue_is_an_empty_list(run: Run) -> None:
    """A script gets an array whatever there is to say."""
    result = run("validate", str(SOUND), "--strict", "--json")
    assert (result.exit_code, result.stdout) == (0, "[]\n")


def test_an_answer_of_no_is_written_to_a_file(run: Run, flawed: Path, tmp_path: Path) -> None:
    """With -o the problems are in the file, and the exit code is the same."""
    file = tmp_path / "problems.json"
    result = run("validate", str(flawed), "-o", str(file))
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(json.loads(file.read_text("utf-8"))) == 1


def test_severities_are_coloured(run: Run, flawed: Path) -> None:
    """Colour stands on the severity alone, which is a word too."""
    told = run("validate", str(flawed), "--strict", "-f", "table", "--color", COLUMNS=200).stdout
    assert "\x1b[38;5;131merror\x1b[0m[unknown-reference]: no skill called 'pyhton'" in told
    assert "\x1b[38;5;163mwarning\x1b[0m[unsorted]" in told


def test_an_explanation_as_json(run: Run) -> None:
    """One code gives an object, all of them an array of the same objects."""
    every = json.loads(run("validate", "--explain", "all", "--json").stdout)
    assert [told["code"] for told in every] == list(explanations())
    assert json.loads(run("validate", "--explain", "unsorted", "--json").stdout) in every


@pytest.mark.parametrize(
    ("arguments", "code", "what", "remedy"),
    [
        (["--explain", "unsortd"], 2, "no code 'unsortd'", "did you mean 'unsorted'?"),
        (["--explain", "E501"], 2, "no code 'E501'", "--explain all"),
        (["/no/such/folder"], 3, "no catalogue at '/no/such/folder'", "--catalogue"),
    ],
)
def test_wrong_input(run: Run, arguments: list[str], code: int, what: str, remedy: str) -> None:
    """Two lines on standard error, nothing on standard output."""
    result = run("validate", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    first, second = result.stderr.splitlines()
    assert what in first
    assert remedy in second


def test_codes_are_completed() -> None:
    """The shell offers the codes with what they demand."""
    offers = dict(codes(None, "un"))  # type: ignore[arg-type]
    assert {"unknown-reference", "unknown-kind", "unsorted", "unused-skill"} <= offers.keys()
    assert offers["unused-skill"] == "Every skill is asked for by some role"
