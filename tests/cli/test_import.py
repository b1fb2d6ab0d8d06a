"""Importing a publication: what is written, said and shown, and what an interruption leaves."""

import io
import json
import os
import signal
import sys
from pathlib import Path

import pytest

from conftest import Run
from mlroles.catalogue.load import load
from mlroles.cli.progress import progress_shown
from mlroles.cli.signals import SIGNALS, undone_when_interrupted
from publications import ESCO, ONET, changed

CALLS = {"esco": ("import", "esco", str(ESCO)), "onet": ("import", "onet", str(ONET))}


@pytest.mark.parametrize("name", CALLS)
def test_what_is_imported_answers(run: Run, tmp_path: Path, name: str) -> None:
    """Every command works on it; the report says how much there is."""
    folder = str(tmp_path / "new")
    done = run(*CALLS[name], "-o", folder, "--json")
    assert done.exit_code == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["folder"] == folder
    assert report["counts"]["roles"] == len(list((tmp_path / "new/roles").iterdir()))
    assert done.stderr.endswith(f"wrote {folder}\n")
    listed = json.loads(run("list", "--catalogue", folder, "--json").stdout)
    assert len(listed) == report["counts"]["roles"]
    for role in listed:
        for call in (["show", role["id"]], ["show", role["id"], "--sources"]):
            for format in ("json", "table"):
                shown = run(*call, "--catalogue", folder, "-f", format)
                assert shown.exit_code == 0, shown.stderr
    compared = run("compare", *[role["id"] for role in listed], "--catalogue", folder)
    assert compared.exit_code == 0, compared.stderr
    assert run("search", "models", "--catalogue", folder).exit_code == 0
    skills = run("list", "skills", "--catalogue", folder).stdout.splitlines()
    assert len(skills) == report["counts"]["skills"] + report["counts"]["tools"]
    pages = [
        json.loads(run("show", r["id"], "--catalogue", folder, "--json").stdout) for r in listed
    ]
    names = sum(1 + len(page["alternate_names"]) for page in pages)
    assert names == report["counts"]["role_names"]
    asked = [need["essential"] for page in pages for need in (*page["skills"], *page["tools"])]
    assert sum(asked) == report["counts"]["essential_requirements"]
    assert len(asked) - sum(asked) == report["counts"]["other_requirements"]


@pytest.mark.parametrize("name", CALLS)
def test_an_import_is_exported_and_the_same(run: Run, tmp_path: Path, name: str) -> None:
    """`export json` of it loads again to the same entries."""
    folder, file = str(tmp_path / "new"), str(tmp_path / "new.json")
    assert run(*CALLS[name], "-o", folder).exit_code == 0
    assert run("export", "json", "--catalogue", folder, "-o", file).exit_code == 0
    one, other = load(folder), load(file)
    for collection in ("roles", "skills", "activities", "families", "sources", "names"):
        assert dict(getattr(one, collection)) == dict(getattr(other, collection))


def test_faults_are_told_on_standard_error(run: Run, tmp_path: Path) -> None:
    """An occupation that stands twice is taken once; a table that is missing is done without."""
    told = run(*CALLS["esco"], "-o", str(tmp_path / "one")).stderr
    assert "mlroles: rows of occupations_en.csv that repeat an entry (1): left out;" in told
    copy = changed(ONET, tmp_path, "Knowledge.txt", str)
    (copy / "Knowledge.txt").unlink()
    told = run("import", "onet", str(copy), "-o", str(tmp_path / "two")).stderr
    assert "missing file: Knowledge.txt (1): done without" in told


@pytest.mark.parametrize(
    ("name", "file", "loses"),
    [
        ("onet", "Technology Skills.txt", "tools"),
        ("onet", "Tasks to DWAs.txt", "activities"),
        ("esco", "digitalSkillsCollection_en.csv", "tools"),
    ],
)
def test_a_table_that_much_hangs_on(
    run: Run, tmp_path: Path, name: str, file: str, loses: str
) -> None:
    """Without it nothing is imported, unless that is asked for."""
    copy = changed(ONET if name == "onet" else ESCO, tmp_path, file, str)
    (copy / file).unlink()
    call = ("import", name, str(copy), "-o", str(tmp_path / "new"))
    done = run(*call)
    assert (done.exit_code, done.stdout) == (3, "")
    assert f"without it there are no {loses}" in done.stderr
    assert not (tmp_path / "new").exists()
    assert run(*call, "--partial").exit_code == 0


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_report_keeps_within_the_terminal(run: Run, tmp_path: Path, columns: int) -> None:
    """It reads at any width."""
    call = (*CALLS["onet"], "-o", str(tmp_path / "new"), "-f", "table")
    text = run(*call, COLUMNS=columns).stdout
    assert max(map(len, text.splitlines())) <= columns
    assert "3  activities" in text


def test_rows_are_what_was_not_taken_over(run: Run, tmp_path: Path) -> None:
    """In a pipe the page is printed; rows are the findings, one each."""
    new = str(tmp_path / "new")
    assert "ENTRIES\n        4  roles\n" in run(*CALLS["esco"], "-o", new).stdout
    rows = run(*CALLS["esco"], "-o", new, "--force", "-f", "tsv").stdout.splitlines()
    assert rows[0].split("\t") == ["count", "what", "done", "fault"]
    assert rows[-1].startswith("1\tentries with hidden labels\t")


def test_wrong_calls_are_two_lines(run: Run, tmp_path: Path) -> None:
    """What happened and what to do, the right exit code, nothing written and nothing shown."""
    there = tmp_path / "there"
    there.mkdir()
    new = str(tmp_path / "new")
    cases: list[tuple[list[str], int, str]] = [
        (["esco", str(ESCO), "-o", str(there)], 2, "add --force"),
        (["esco", str(ESCO)], 2, "--output"),
        (["esco", str(ESCO), "-o", f"{new}/below"], 2, "create it first"),
        (["esco", str(ONET), "-o", new], 3, "download ESCO 1.2 in English as CSV"),
        (["onet", str(ESCO), "-o", new], 3, "download the O*NET database"),
        (["onet", f"{new}/nowhere", "-o", new], 3, "there is no folder"),
        (["onet", str(ONET / "Occupation Data.txt"), "-o", new], 3, "there is no folder"),
        (["esko", str(ESCO), "-o", new], 2, "esco"),
        (["esco", str(ESCO), "-o", new, "--json", "-f", "csv"], 2, "one of the two"),
    ]
    for arguments, code, told in cases:
        done = run("import", *arguments)
        assert (done.exit_code, done.stdout) == (code, ""), arguments
        assert told in done.stderr
        assert len(done.stderr.splitlines()) == 2
    assert [entry.name for entry in tmp_path.iterdir()] == ["there"]


def test_force_replaces(run: Run, tmp_path: Path) -> None:
    """A folder that an import wrote."""
    new = str(tmp_path / "new")
    assert run(*CALLS["esco"], "-o", new).exit_code == 0
    assert run(*CALLS["onet"], "-o", new, "--force").exit_code == 0
    assert run("show", "Model Gardeners", "--catalogue", new).exit_code == 0


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Whether it is one."""
        return True


def test_progress_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that is written over and gone at the end, with a rate and the time left."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    seconds = iter((0.0, 0.0, 0.01, 2.0))
    monkeypatch.setattr("mlroles.cli.progress.monotonic", lambda: next(seconds))
    with progress_shown() as progress:
        progress("writing", 1, 4)
        progress("writing", 2, 4)  # too soon after the last for anybody to see
        progress("writing", 3, 4)
    shown = terminal.getvalue()
    assert " 25%  writing" in shown
    assert " 75%  writing …  2 a second, 1 s left" in shown
    assert " 50%" not in shown
    assert "\n" not in shown
    assert not shown.split("\r")[-2].strip()


def test_only_long_work_is_told_of_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plain line for each part of it that begins after a while."""
    told = io.StringIO()
    monkeypatch.setattr(sys, "stderr", told)
    seconds = iter((0.0, 0.1, 6.0, 7.0, 8.0))
    monkeypatch.setattr("mlroles.cli.progress.monotonic", lambda: next(seconds))
    with progress_shown() as progress:
        progress("reading", 1, 2)
        progress("checking", 0, 0)
        progress("checking", 0, 0)
        progress("compiling", 0, 0)
    assert told.getvalue() == "mlroles: checking …\nmlroles: compiling …\n"


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_unwinds(number: signal.Signals) -> None:
    """What is being done tidies up, even if the signal comes twice; the code says which it was."""
    before = [signal.getsignal(other) for other in SIGNALS]
    tidied = []

    def interrupted() -> None:
        with undone_when_interrupted():
            try:
                os.kill(os.getpid(), number)
            finally:
                os.kill(os.getpid(), number)
                tidied.append(number)

    with pytest.raises((KeyboardInterrupt, SystemExit)) as caught:
        interrupted()
    assert tidied == [number]
    assert getattr(caught.value, "code", 130) == 128 + number
    assert [signal.getsignal(other) for other in SIGNALS] == before
