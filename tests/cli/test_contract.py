"""Every answer in JSON is what its class, and so its schema and docs/json.md, says."""

import csv
import io
import json
import shlex
import shutil
from pathlib import Path

import pytest

from conftest import HERE, Run
from contract import check, names
from documents import write_examples
from measure.json_calls import CALLS, MORE
from mlroles.cli.table import ANSWERS, COMMANDS
from mlroles.core.catalogue import Catalogue
from publications import PUBLISHED

GOLDEN = sorted(path.parent for path in HERE.glob("screens/*/command"))

WITHOUT_JSON = {"export json", "export schema", "profile new"} | {
    name for name in COMMANDS if name.startswith("new ")
}
"""Commands whose answer is a text of one form."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with made-up publications and titles, which is the current one."""
    shutil.copytree(PUBLISHED, tmp_path, dirs_exist_ok=True)
    (tmp_path / "titles.txt").write_text("Sr. MLE II (Remote, US)\nRegistered Nurse\n\n")
    write_examples(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_has_its_class() -> None:
    """A command that answers in JSON has a class, and every answer an example."""
    assert set(CALLS) == set(ANSWERS)
    assert all(names(name.split(), CALLS) for name in COMMANDS.keys() - WITHOUT_JSON)


@pytest.mark.parametrize("name", CALLS)
def test_examples(run: Run, here: Path, name: str) -> None:
    """What docs/json.md describes is what the program says."""
    assert name in names(CALLS[name])
    data = check(run, CALLS[name])
    assert data or name == "validate"


@pytest.mark.parametrize("call", MORE, ids=shlex.join)
def test_further_calls(run: Run, here: Path, call: list[str]) -> None:
    """Answers with other parts: nothing found, everything, skills of one's own."""
    check(run, call)


@pytest.mark.parametrize("name", ["show", "compare", "pay"])
def test_everything(run: Run, bundled: Catalogue, name: str) -> None:
    """All roles, and of `show` all skills, at once."""
    entries = [*bundled.roles, *(bundled.skills if name == "show" else ())]
    assert check(run, [name, *entries])


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.name)
def test_golden_calls(
    run: Run, folder: Path, sound_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each call that has a screen answers in JSON by its schema too."""
    arguments = shlex.split((folder / "command").read_text("utf-8"))
    for changes in folder.glob("changes"):
        shutil.copytree(changes, sound_copy, dirs_exist_ok=True)
    for file in folder.glob("input.*"):
        shutil.copy(file, sound_copy.parent)
    monkeypatch.chdir(sound_copy.parent)
    check(run, arguments, MLROLES_CATALOGUE=sound_copy.name)


def test_fields_are_kept_in_json(run: Run) -> None:
    """Paths joined by dots lead through lists and objects; other keys are gone."""
    fields = "id,figures.median,figures.source.id"
    (one,) = json.loads(run("pay", "mlops", "--json", "--fields", fields).stdout)
    assert list(one) == ["id", "figures"]
    assert {tuple(figure) for figure in one["figures"]} == {("median", "source")}
    assert {tuple(figure["source"]) for figure in one["figures"]} == {("id",)}
    (line,) = run("pay", "mlops", "-f", "jsonl", "--fields", fields).stdout.splitlines()
    assert json.loads(line) == one


def test_fields_are_columns_of_rows(run: Run) -> None:
    """In the order in which they are named; an option for each is the same as commas."""
    for fields in (["rung,median,source.id"], ["rung", "median", "source.id"]):
        options = [word for field in fields for word in ("--fields", field)]
        rows = run("pay", "mlops", "-f", "csv", *options).stdout
        first, *others = csv.reader(io.StringIO(rows))
        assert first == ["entry", "rung", "median", "source.id"]
        assert {row[0] for row in others} == {"mlops-engineer"}
        tabbed = run("pay", "mlops", "-f", "tsv", *options).stdout
        assert tabbed == rows.replace(",", "\t")
        assert run("pay", "mlops", *options).stdout == tabbed.split("\n", 1)[1]


def test_fields_of_titles_are_those_of_the_file_too(run: Run, tmp_path: Path) -> None:
    """`normalize` keeps the columns of the file; each can be chosen."""
    file = tmp_path / "titles.csv"
    file.write_text("number,title\n7,MLE\n")
    done = run("normalize", str(file), "-f", "csv", "--fields", "role.id,number")
    assert done.stdout == "role.id,number\nml-engineer,7\n"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["pay", "mlops", "--json", "--fields", "nmae"], "did you mean 'name'?"),
        (["pay", "mlops", "-f", "csv", "--fields", "medain"], "did you mean 'median'?"),
        (["pay", "mlops", "--json", "--fields", "figures.medain"], "'figures.median'?"),
        (["search", "sql", "-f", "jsonl", "--fields", "parts.scor"], "'parts.score'?"),
        (["validate", "--fields", "severty"], "did you mean 'severity'?"),
    ],
)
def test_an_unknown_field_is_refused(run: Run, call: list[str], told: str) -> None:
    """With the nearest one."""
    done = run(*call)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
