"""Wrong input: two lines on standard error, the right exit code, nothing on standard output."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SOUND, Run

CASES = {
    "unknown name": (["show", "mlop"], 2, "no role or skill called 'mlop'", "MLOps Engineer"),
    "nonsense": (["show", "qwxyz"], 2, "no role or skill called 'qwxyz'", "mlroles search"),
    "no name": (["show"], 2, "NAME is missing", "for example: mlroles show mlops"),
    "unknown skill": (["list", "--skill", "pyhton"], 2, "no skill called 'pyhton'", "Python"),
    "unknown stage": (["list", "--stage", "destroy"], 2, "life-cycle stage", "deploy"),
    "unknown family": (["list", "--family", "circus"], 2, "no family", "operations"),
    "unknown kind": (["list", "skills", "--kind", "odd"], 2, "kind of skill", "database"),
    "unknown list": (["list", "jobs"], 2, "'jobs'", "skills, stages, families"),
    "a filter of another list": (
        ["list", "skills", "--stage", "data"],
        2,
        "--stage",
        "mlroles list",
    ),
    "unknown section": (
        ["show", "mlops", "--section", "x"],
        2,
        "no section called 'x'",
        "lifecycle",
    ),
    "a role's section": (
        ["show", "git", "--section", "pay"],
        2,
        "no section called 'pay'",
        "related",
    ),
    "unknown level": (
        ["show", "mlops", "--level", "boss"],
        2,
        "'boss'",
        "junior, mid, senior, lead",
    ),
    "unknown format": (["list", "--format", "xml"], 2, "'xml'", "auto, table, plain, tsv, json"),
    "two formats": (["list", "--json", "-f", "csv"], 2, "disagree", "one of the two"),
    "unknown option": (["list", "--formt", "csv"], 2, "--formt", "--format"),
    "unknown command": (["lst"], 2, "'lst'", "'list'"),
    "no number": (["search", "x", "--limit", "many"], 2, "'many'", "--help"),
    "limit too low": (["search", "x", "--limit", "-1"], 2, "--limit: -1 is less than 0", "--help"),
    "a role misspelt": (
        ["compare", "mlops", "devop"],
        2,
        "no role called 'devop'",
        "DevOps Engineer",
    ),
    "an empty path": (["list", "--catalogue", ""], 3, "no catalogue at ''", "--catalogue"),
    "one role": (["compare", "mlops"], 2, "needs two roles", "two or more"),
    "itself": (["compare", "mlops", "ML Ops"], 2, "compared with itself", "different"),
    "a skill": (["compare", "mlops", "git"], 2, "'git' is a skill", "mlroles show git"),
    "nothing found": (["search", "qqqqzzz"], 1, "no results for 'qqqqzzz'", "other"),
    "no such role": (["list", "--skill", "slurm", "--skill", "jira"], 1, "no role", "fewer"),
    "no catalogue": (["list", "--catalogue", "/no/such"], 3, "no catalogue at", "--catalogue"),
}


@pytest.mark.parametrize(("arguments", "code", "what", "remedy"), CASES.values(), ids=CASES)
def test_wrong_input(run: Run, arguments: list[str], code: int, what: str, remedy: str) -> None:
    """What happened, then what to do; standard output stays empty."""
    result = run(*arguments)
    assert result.stdout == ""
    first, second = result.stderr.splitlines()
    assert first.startswith("mlroles: ")
    assert what in first
    assert second.startswith("  ")
    assert remedy in second
    assert result.exit_code == code


def test_nothing_found_is_still_json(run: Run) -> None:
    """A script gets an empty list and exit code 1."""
    result = run("search", "qqqqzzz", "--json")
    assert (result.stdout, result.exit_code) == ("[]\n", 1)


def test_ambiguous_name(run: Run, sound_copy: Path) -> None:
    """A name that two entries of a user's catalogue claim lists both."""
    roles = sorted((sound_copy / "roles").iterdir())
    for file in roles[:2]:
        text = file.read_text("utf-8")
        name = next(line for line in text.splitlines() if line.startswith("name: "))
        file.write_text(text.replace(name, "name: Same Thing"), "utf-8")
    result = run("show", "same-thing", "--catalogue", str(sound_copy))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert all(f"{file.stem} (role)" in result.stderr for file in roles[:2])


def test_invalid_catalogue(run: Run, sound_copy: Path) -> None:
    """Every problem is told with its place and remedy, and the program ends with 3."""
    file = sorted((sound_copy / "roles").iterdir())[0]
    file.write_text(file.read_text("utf-8") + "\nshoe_size: 42\n", "utf-8")
    (sound_copy / "families.yaml").write_text("- id: [\n", "utf-8")
    result = run("list", "--catalogue", str(sound_copy))
    assert (result.exit_code, result.stdout) == (3, "")
    lines = result.stderr.splitlines()
    line = len(file.read_text("utf-8").splitlines())
    assert f"roles/{file.name}:{line}:1: error[shape]: no field called 'shoe_size' here" in lines
    assert any(told.startswith("families.yaml:2:") for told in lines)
    assert lines[-2].startswith("mlroles: the catalogue at ")


def test_a_bug_is_not_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw ends with 70 and says how to report it."""

    def broken(*_: object) -> None:
        raise RuntimeError("the sky is falling")

    monkeypatch.setattr("mlroles.cli.answer.load", broken)
    result = run("list")
    assert (result.exit_code, result.stdout) == (70, "")
    assert "RuntimeError: the sky is falling" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_interrupt_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the program quietly."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mlroles.cli.answer.load", interrupted)
    result = run("list")
    assert (result.exit_code, result.output) == (130, "")


def program(command: str) -> subprocess.CompletedProcess[str]:
    """Run a shell line in which `mlroles` is the program of this interpreter."""
    line = f'set -o pipefail; mlroles() {{ "{sys.executable}" -m mlroles "$@"; }}; {command}'
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)


def test_a_closed_pipe_is_silent() -> None:
    """`mlroles … | head -1` is no error."""
    done = program("mlroles list skills --json | head -1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "[\n", "")
    done = program("mlroles --help | head -1")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_a_full_disk_is_told() -> None:
    """An answer that cannot be written is an error of two lines."""
    done = program("mlroles list > /dev/full")
    assert done.returncode == 3
    assert "cannot be written" in done.stderr.splitlines()[0]
    assert len(done.stderr.splitlines()) == 2


@pytest.mark.parametrize("option", ["--help", "--version", "list --help"])
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_help_on_a_full_disk_is_no_bug(option: str) -> None:
    """Help and version that cannot be written are told in the same way."""
    done = program(f"mlroles {option} > /dev/full")
    assert done.returncode == 3
    assert "cannot be written" in done.stderr


def test_standard_error_may_be_closed() -> None:
    """The exit code is right even where nobody can be told why."""
    assert program("mlroles show mlop 2>&-").returncode == 2


INTERRUPT_AT_IMPORT = """
import os, signal, sys

class Interrupter:
    def find_spec(self, name, *_):
        if name == "typer":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupter())
from mlroles.__main__ import main
main()
"""


def test_an_early_interrupt_leaves_no_traceback() -> None:
    """Ctrl-C while the program is still being loaded ends it as quietly as later."""
    command = [sys.executable, "-c", INTERRUPT_AT_IMPORT]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_standard_output_may_be_closed() -> None:
    """Without a standard output there is a clear error."""
    done = program("mlroles list >&-")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 2


def test_the_sound_catalogue_is_another_catalogue(run: Run) -> None:
    """A user's catalogue can be given before or after the command, or by the environment."""
    after = run("list", "--json", "--catalogue", str(SOUND))
    before = run("--catalogue", str(SOUND), "list", "--json")
    around = run("list", "--json", MLROLES_CATALOGUE=SOUND)
    flag_wins = run("--catalogue", str(SOUND), "list", "--json", MLROLES_CATALOGUE="/no/such")
    assert flag_wins.stdout == around.stdout
    assert after.exit_code == before.exit_code == around.exit_code == 0
    assert after.stdout == before.stdout == around.stdout != run("list", "--json").stdout
