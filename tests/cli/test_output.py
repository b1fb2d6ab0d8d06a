"""Where an answer goes and how it is drawn: files, colour, width, terminals."""

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from mlroles.cli.output import use_colour, use_links
from mlroles.core.catalogue import Catalogue

LISTS = ["list", "list skills", "list stages", "list families", "search model deploy"]
PAGES = ["show mlops", "show git mlops", "compare devops mlops"]
PAGES += ["compare devops mlops 'ml engineer'", "boundary devops mlops", "guide working-together"]
COMMANDS = [*LISTS, *PAGES]
ESCAPE = "\x1b"


def split(command: str) -> list[str]:
    return [part.strip("'") for part in re.findall(r"'[^']*'|\S+", command)]


@pytest.mark.parametrize("command", LISTS)
def test_formats_agree(run: Run, command: str) -> None:
    """Every list answers in every format; CSV and plain text hold the same rows."""
    _, *rows = csv.reader(io.StringIO(run(*split(command), "-f", "csv").stdout))
    assert rows == [line.split("\t") for line in run(*split(command)).stdout.splitlines()]
    assert len(json.loads(run(*split(command), "--json").stdout)) == len(rows)


@pytest.mark.parametrize("command", PAGES)
def test_a_pipe_gets_the_page_of_a_document(run: Run, command: str) -> None:
    """In a pipe a document is the page that a terminal has, 80 columns wide, without colour."""
    piped = run(*split(command))
    assert piped.stdout == run(*split(command), "-f", "table", COLUMNS=80).stdout
    assert "since 0.4.0 a pipe gets this page" in piped.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_format_is_there(run: Run, command: str) -> None:
    """Pages, lines of JSON and JSON; a line holds an entry of a list, or the object."""
    for format in ("table", "markdown"):
        assert run(*split(command), "-f", format).stdout.endswith("\n")
    data = json.loads(run(*split(command), "--json").stdout)
    lines = [json.loads(line) for line in run(*split(command), "-f", "jsonl").stdout.splitlines()]
    assert lines == (data if isinstance(data, list) else [data])


@pytest.mark.parametrize(
    ("command", "section", "first"),
    [
        ("show mlops", "tools", ["entry", "id", "name", "kind"]),
        ("show mlops", "entry", ["entry", "role.id"]),
        ("show mlops git", "codes", ["entry", "scheme"]),
        ("compare devops mlops", "moves", ["from.id", "from.name", "to.id"]),
        ("boundary devops mlops", "activities", ["id", "name", "stage.id"]),
        ("graph routes", "edges", ["from.id", "from.name"]),
    ],
)
def test_a_section_is_a_table(run: Run, command: str, section: str, first: list[str]) -> None:
    """--section names the table that csv writes; each row has all columns."""
    asked = [*split(command), "--section", section, "-f", "csv"]
    header, *rows = csv.reader(io.StringIO(run(*asked).stdout))
    assert header[: len(first)] == first
    assert rows
    assert all(len(row) == len(header) for row in rows)
    without = run(*split(command), "-f", "csv")
    assert without.exit_code == (0 if command == "graph routes" else 2)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("columns", [40, 60, 80, 120, 160, 250])
def test_tables_keep_within_the_terminal(run: Run, command: str, columns: int) -> None:
    """No line is wider than the terminal, and prose is at most 100 columns wide."""
    text = run(*split(command), "-f", "table", COLUMNS=columns).stdout
    assert max(map(len, text.splitlines())) <= columns
    assert ESCAPE not in text


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_no_word_of_a_table_is_lost(run: Run, columns: int) -> None:
    """Narrower tables wrap; they do not cut."""
    wide = run("show", "mlops", "--full", "-f", "table", COLUMNS=400).stdout
    narrow = run("show", "mlops", "--full", "-f", "table", COLUMNS=columns).stdout
    assert sorted("".join(narrow.split())) == sorted("".join(wide.split()))


def test_a_pipe_gets_plain_text(run: Run) -> None:
    """In a pipe: tabs, no header, no colour, no wrapping, nothing to do next."""
    first = run("list", COLUMNS=20, FORCE_COLOR=1).stdout.splitlines()[0]
    assert first.split("\t")[:2] == ["analytics-engineer", "Analytics Engineer"]
    assert ESCAPE not in first
    assert first.split("\t")[4].endswith(".")


def test_prose_is_at_most_100_columns_wide(run: Run) -> None:
    """On a wide screen the lines of a text stay as long as an eye can follow."""
    for command in (["show", "mlops"], ["list"], ["show", "git"]):
        text = run(*command, "-f", "table", COLUMNS=240).stdout
        for line in text.splitlines():
            assert max(map(len, re.split(r" {2,}", line))) <= 100


def test_a_rung_holds_in_every_format(run: Run) -> None:
    """--rung leaves out the others in rows as well."""
    asked = ["show", "mlops", "--rung", "senior", "-f", "csv", "--section"]
    for row in csv.DictReader(io.StringIO(run(*asked, "skills").stdout)):
        assert row["levels.senior"] in "1234"
        assert not row["levels.mid"]
    assert len(run(*asked, "rungs").stdout.splitlines()) == 2


def test_a_full_comparison_gives_every_skill_a_row(run: Run, bundled: Catalogue) -> None:
    """--full leaves no skill without its levels."""
    brief = run("compare", "devops", "mlops", "-f", "table", COLUMNS=160).stdout
    full = run("compare", "devops", "mlops", "-f", "table", "--full", COLUMNS=160).stdout
    assert " more" in brief
    assert len(full.splitlines()) > 3 * len(brief.splitlines())
    for need in [*bundled.role("devops").skills, *bundled.role("devops").tools]:
        name = re.escape(bundled.skills[need.skill].name)
        assert re.search(rf"{name} +\d \d \d \d", full)


def test_what_is_not_known_is_said(run: Run) -> None:
    """A section that is asked for and has nothing to say says so."""
    assert "unknown" in run("show", "delivery-manager", "--section", "pay", "-f", "table").stdout


def test_web_addresses_are_whole(run: Run) -> None:
    """Nothing is cut from an address, however narrow the terminal."""
    for columns in (60, 80):
        text = run("show", "devops", "--section", "codes", "-f", "table", COLUMNS=columns).stdout
        assert "cc867bee-ab5c-427f-9244-f7a204d9574b" in "".join(text.split())


def test_an_impossible_width_is_none(run: Run) -> None:
    """Whatever COLUMNS says, there is a table."""
    for columns in ("0", "1", "-5", "many", "9" * 20):
        assert run("list", "-f", "table", COLUMNS=columns).exit_code == 0


@pytest.mark.parametrize(
    ("flag", "environment", "terminal", "drawn"),
    [
        (None, {}, True, True),
        (None, {}, False, False),
        (None, {"TERM": "dumb"}, True, False),
        (None, {"NO_COLOR": "1"}, True, False),
        (None, {"NO_COLOR": ""}, True, True),
        (None, {"FORCE_COLOR": "1"}, False, True),
        (None, {"FORCE_COLOR": "0"}, False, False),
        (None, {"FORCE_COLOR": "0"}, True, True),
        (None, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        (True, {"NO_COLOR": "1"}, False, True),
        (False, {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_what_decides_on_colour(
    flag: bool | None, environment: dict[str, str], terminal: bool, drawn: bool
) -> None:
    """The flag, then NO_COLOR if it is not empty, then FORCE_COLOR, then the terminal."""
    assert use_colour(flag, environment, terminal) is drawn


def test_colour_adds_nothing_but_colour(run: Run) -> None:
    """Without its escape sequences a coloured screen is the plain one."""
    drawn = run("compare", "devops", "mlops", "-f", "table", "--color").stdout
    plain = run("compare", "devops", "mlops", "-f", "table", "--no-color").stdout
    assert ESCAPE in drawn
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", drawn)
    assert [line.rstrip() for line in stripped.splitlines()] == plain.splitlines()


def test_names_lead_to_web_pages_where_that_works(run: Run) -> None:
    """Tools and sources are links if a terminal is known for them or it is forced."""
    link = f"{ESCAPE}]8;"
    for call in ("show mlops", "show mlops --section sources", "show kubernetes --full"):
        page = run(*call.split(), "-f", "table")
        coloured = run(*call.split(), "-f", "table", "--color").stdout
        linked = run(*call.split(), "-f", "table", "--color", FORCE_HYPERLINK=1).stdout
        assert link not in page.stdout + coloured
        assert re.search(rf"{ESCAPE}\]8;id=\d+;https?://\S+{ESCAPE}", linked)
        shown = re.sub(rf"{ESCAPE}\]8;[^{ESCAPE}]*{ESCAPE}\\", "", linked)
        assert re.sub(r" +\n", "\n", shown) == coloured
    assert '<a href="https://' in run("show", "mlops", "-f", "html").stdout


@pytest.mark.parametrize(
    ("environment", "coloured_terminal", "links"),
    [
        ({}, True, False),
        ({"VTE_VERSION": "7200"}, True, True),
        ({"TERM_PROGRAM": "WezTerm"}, True, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, True, False),
        ({"VTE_VERSION": "7200"}, False, False),
        ({"VTE_VERSION": "7200", "FORCE_HYPERLINK": "0"}, True, False),
        ({"FORCE_HYPERLINK": "1"}, False, True),
    ],
)
def test_what_decides_on_links(
    environment: dict[str, str], coloured_terminal: bool, links: bool
) -> None:
    """FORCE_HYPERLINK before what is known of the terminal; without it none in a pipe."""
    assert use_links(environment, coloured_terminal) is links


def test_a_terminal_gets_the_table_and_the_next_step() -> None:
    """On a terminal: drawn, coloured, and the next command in a last line."""
    parent, child = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"}
    command = [sys.executable, "-m", "mlroles", "search", "kubernetes"]
    with subprocess.Popen(command, stdout=child, env=environment) as process:
        os.close(child)
        shown = b""
        try:
            while block := os.read(parent, 4096):
                shown += block
        except OSError:  # how a terminal says on Linux that the other side has gone
            pass
        assert process.wait() == 0
    os.close(parent)
    lines = shown.decode().splitlines()
    assert ESCAPE in lines[-1]
    assert lines[-1].endswith("   mlroles show kubernetes")


class TestFiles:
    def test_the_ending_chooses_the_format(self, run: Run, tmp_path: Path) -> None:
        """-o roles.json writes JSON, and says so on standard error only."""
        for ending, format in [("json", "json"), ("csv", "csv"), ("md", "markdown")]:
            file = tmp_path / f"roles.{ending}"
            result = run("list", "-o", str(file))
            assert (result.stdout, result.stderr) == ("", f"wrote {file}\n")
            assert file.read_text("utf-8") == run("list", "-f", format).stdout

    @pytest.mark.parametrize("ending", [".mmd", ".dot", ".gv", ".svg"])
    def test_a_drawing_needs_a_graph(self, run: Run, tmp_path: Path, ending: str) -> None:
        """What has no graph is not drawn, and nothing is written."""
        file = tmp_path / f"list{ending}"
        refused = run("list", "-o", str(file))
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert "has no graph" in refused.stderr
        assert not file.exists()

    def test_a_file_is_replaced_only_by_force(self, run: Run, tmp_path: Path) -> None:
        """Without --force the file stays as it was; with it, its permissions stay."""
        file = tmp_path / "roles.csv"
        file.write_text("precious")
        file.chmod(0o600)
        refused = run("list", "-o", str(file))
        assert refused.exit_code == 2
        assert "--force" in refused.stderr
        assert file.read_text() == "precious"
        assert run("list", "-o", str(file), "--force").exit_code == 0
        assert file.read_text("utf-8").startswith("id,name")
        assert file.stat().st_mode & 0o777 == 0o600

    def test_whole_or_not_at_all(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A disk that fills up leaves the old file and no half-written one."""

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        file = tmp_path / "roles.csv"
        file.write_text("precious")
        monkeypatch.setattr(os, "fsync", full)
        result = run("list", "-o", str(file), "--force")
        assert (result.exit_code, result.stdout) == (3, "")
        assert "No space left" in result.stderr
        assert file.read_text() == "precious"
        assert list(tmp_path.iterdir()) == [file]

    def test_a_dash_is_standard_output(self, run: Run) -> None:
        """-o - is as if it were not there."""
        assert run("list", "-o", "-").stdout == run("list").stdout

    def test_a_link_is_followed(self, run: Run, tmp_path: Path) -> None:
        """A symbolic link stays one; what it points to is replaced."""
        target, link = tmp_path / "target.json", tmp_path / "link.json"
        target.write_text("old")
        link.symlink_to(target)
        assert run("list", "-o", str(link), "--force").exit_code == 0
        assert link.is_symlink()
        assert json.loads(target.read_text("utf-8"))

    def test_places_that_are_no_file(self, run: Run, tmp_path: Path) -> None:
        """A folder, and a folder that is not there, are asked wrongly; a device is written to."""
        assert run("list", "-o", str(tmp_path)).exit_code == 2
        assert run("list", "-o", str(tmp_path / "no" / "file")).exit_code == 2
        assert run("list", "-o", os.devnull).exit_code == 0
        assert not os.path.isfile(os.devnull)

    def test_a_pipe_by_name_is_written_to(self) -> None:
        """/dev/stdout and the like are no files to be replaced."""
        command = [sys.executable, "-m", "mlroles", "list", "-o", "/dev/stdout"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout.startswith("analytics-engineer\t")

    def test_a_link_to_nothing_is_not_filled(self, run: Run, tmp_path: Path) -> None:
        """What a link points to is made only with --force, as it may be anywhere."""
        link = tmp_path / "link.json"
        link.symlink_to(tmp_path / "elsewhere.json")
        refused = run("list", "-o", str(link))
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert list(tmp_path.iterdir()) == [link]
        assert run("list", "-o", str(link), "--force").exit_code == 0
        assert json.loads((tmp_path / "elsewhere.json").read_text("utf-8"))

    @pytest.mark.parametrize("links", [True, False])
    def test_the_second_of_two_writers_is_refused(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
    ) -> None:
        """A file that came to be there meanwhile is not replaced, on any disk."""
        file = tmp_path / "roles.json"
        sync = os.fsync

        def slow(number: int) -> None:
            file.write_text("theirs")
            sync(number)

        def no_links(*_: object) -> None:
            raise OSError(95, "Operation not supported")

        monkeypatch.setattr(os, "fsync", slow)
        if not links:
            monkeypatch.setattr(os, "link", no_links)
        refused = run("list", "-o", str(file))
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert "exists already" in refused.stderr
        assert [file.read_text(), *tmp_path.iterdir()] == ["theirs", file]
        file.unlink()
        monkeypatch.setattr(os, "fsync", sync)
        assert run("list", "-o", str(file)).exit_code == 0
        assert json.loads(file.read_text("utf-8"))
        assert list(tmp_path.iterdir()) == [file]

    def test_many_writers_at_once(self, tmp_path: Path) -> None:
        """One says that it wrote the file; all others are refused."""
        command = [sys.executable, "-m", "mlroles", "list", "-o", str(tmp_path / "roles.json")]
        running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(6)]
        told = [process.communicate()[1] for process in running]
        assert sorted(process.returncode for process in running) == [0, 2, 2, 2, 2, 2]
        assert sum("wrote" in one for one in told) == 1
        assert len(list(tmp_path.iterdir())) == 1

    @pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
    def test_what_is_left_after_a_signal(self, tmp_path: Path, name: str) -> None:
        """Nothing where the program can tidy up; else a file that says whose it is."""
        code = (
            "import os, signal, sys; from mlroles.__main__ import main;"
            f"os.fsync = lambda _: os.kill(os.getpid(), signal.{name}); main()"
        )
        command = [sys.executable, "-c", code, "list", "-o", str(tmp_path / "roles.json")]
        done = subprocess.run(command, capture_output=True, text=True)
        number = getattr(signal, name)
        assert done.returncode == (-number if name == "SIGKILL" else 128 + number)
        assert done.stderr == ""
        left = [file.name for file in tmp_path.iterdir()]
        assert [one[:9] for one in left] == [".mlroles-"] * (name == "SIGKILL")
