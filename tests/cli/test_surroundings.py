"""Surroundings that are not kind: closed streams, odd encodings and widths, early signals."""

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import Run
from mlroles.cli.help.page import TOPICS
from mlroles.cli.table import COMMANDS, GROUPS

PAGES = ["--help", *(f"{name} --help" for name in (*GROUPS, *COMMANDS))]
PAGES += [f"help {topic}" for topic in TOPICS]
READERS = [
    "team check -",
    "team plan product --team -",
    "match --have -",
    "gap --have - mlops",
    "path --have - mlops",
    "next-skill --have -",
    "profile check -",
    "normalize -",
    "decode -",
]
"""A call of every command that reads standard input."""


def program(
    line: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program with arguments and redirections as a shell reads them."""
    command = ["sh", "-c", f'"{sys.executable}" -m mlroles {line}']
    return subprocess.run(command, capture_output=True, env={**os.environ, **(environment or {})})


def told(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize("page", ["list --help", "--help", "help output"])
def test_help_in_another_encoding(page: str, encoding: str) -> None:
    """Help is written in UTF-8 as the answers are, whatever the stream was made for."""
    done = program(page, {"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == program(page, {"PYTHONIOENCODING": "utf-8"}).stdout


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_help_in_another_encoding(page: str, encoding: str) -> None:
    """No page of the help is a bug."""
    assert program(page, {"PYTHONIOENCODING": encoding}).returncode == 0


@pytest.mark.parametrize("columns", ["99999999999", "9" * 30, "0", "-1", "many", ""])
def test_help_at_an_impossible_width(run: Run, columns: str) -> None:
    """Whatever COLUMNS says, there is help."""
    for page in PAGES:
        assert run(*page.split(), COLUMNS=columns).exit_code == 0


@pytest.mark.parametrize("call", READERS)
def test_closed_standard_input(call: str) -> None:
    """Whoever reads it says that it is closed."""
    done = program(f"{call} <&-")
    assert (done.returncode, done.stdout) == (3, b"")
    assert told(done).splitlines()[0] == "mlroles: standard input is closed"


@pytest.mark.parametrize("call", ["--help", "list --help", "--version", "help output", "list"])
def test_closed_standard_output(call: str) -> None:
    """Help that cannot be written fails as an answer does."""
    done = program(f"{call} >&-")
    assert done.returncode == 3
    assert told(done).splitlines()[0] == "mlroles: standard output is closed"


@pytest.mark.slow
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_at_closed_streams(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, closed: str
) -> None:
    """No command is a bug where a stream is closed; without standard output it cannot answer."""
    call = shlex.split(next(iter(COMMANDS[name].calls)).partition(" | ")[0])[1:]
    monkeypatch.chdir(tmp_path)
    done = program(f"{shlex.join(call)} {closed}")
    assert done.returncode in ((2, 3) if ">&-" in closed.split() else (0, 1, 2, 3))
    assert not any(tmp_path.iterdir())


def test_no_answer_goes_into_another_file(tmp_path: Path) -> None:
    """What is opened while a stream is closed does not stand in for it."""
    file = tmp_path / "roles.json"
    done = program(f"list -o {file} <&- >&- 2>&-")
    assert (done.returncode, file.read_bytes()) == (0, program("list --json").stdout)


AT_AN_IMPORT = """
import os, signal, sys

class Interrupter:
    def find_spec(self, name, *_):
        if name == {name!r}:
            os.kill(os.getpid(), signal.{signal})

sys.meta_path.insert(0, Interrupter())
from mlroles.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "name", ["mlroles.cli", "typer", "mlroles.cli.group", "mlroles.cli.answer"]
)
def test_an_interrupt_at_any_import(name: str) -> None:
    """From the first line of the program on, Ctrl-C ends it without a word."""
    code = AT_AN_IMPORT.format(name=name, signal="SIGINT")
    done = subprocess.run([sys.executable, "-c", code, "list"], capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_request_to_end_is_followed(name: str) -> None:
    """The code says which signal it was."""
    code = AT_AN_IMPORT.format(name="mlroles.cli.commands.listing", signal=name)
    done = subprocess.run([sys.executable, "-c", code, "list"], capture_output=True)
    assert (done.returncode, done.stdout) == (128 + getattr(signal, name), b"")


def test_a_signal_that_is_ignored_stays_so() -> None:
    """nohup is obeyed."""
    code = AT_AN_IMPORT.format(name="mlroles.cli.commands.listing", signal="SIGHUP")
    command = ["sh", "-c", 'trap "" HUP; "$0" -c "$1" list', sys.executable, code]
    assert subprocess.run(command, capture_output=True).returncode == 0
