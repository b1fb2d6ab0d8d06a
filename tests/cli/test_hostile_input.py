"""What others wrote: it must not steer the terminal, run in a spreadsheet, or break the program."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from mlroles.catalogue.text.plain_text import records_of
from mlroles.core.model.formulas import guarded, without_guard
from mlroles.core.model.limits import NESTING
from mlroles.present.page.visible import CONTROLS, UNSEEN, visible

DEEP = 5_000
NESTED = {
    "a.json": "[" * DEEP + "]" * DEEP,
    "b.json": '{"a":' * DEEP + "1" + "}" * DEEP,
    "unclosed.json": "[" * DEEP,
    "resume.json": '{"basics": {}, "skills": ["Python"], "meta": %s}' % ("[" * DEEP + "]" * DEEP),
    "a.yaml": "seats: " + "[" * DEEP + "]" * DEEP,
    "block.yaml": "\n".join(" " * n + "a:" for n in range(NESTING.most + 2)),
    "shallow.json": "[" * (NESTING.most + 2) + "]" * (NESTING.most + 2),
}
CALLS = ["match --have", "profile check", "team check", "list --catalogue", "gap mlops --have"]

HARM = "\x1b[2J\x1b]52;c;aGk=\x07\x1b]8;;http://x\x1b\\\x9b31m\u202eevil\u200b\ufeff\u2066\x7f"
TITLES = f'title,note\nData Engineer {HARM},"=1+1"\nMLOps,@SUM(A1)\n'


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", NESTED)
def test_deep_nesting_is_refused_with_its_place(
    run: Run, tmp_path: Path, name: str, call: str
) -> None:
    """Neither reader of JSON nor that of YAML gives up at brackets in brackets."""
    file = tmp_path / name
    file.write_text(NESTED[name])
    done = run(*call.split(), str(file))
    assert (done.exit_code, done.stdout) == (3, "")
    assert f"{name}:" in done.stderr
    assert str(NESTING) in done.stderr


def test_deep_titles(run: Run, tmp_path: Path) -> None:
    """A record that is too deep comes back without a role; a text of JSON is refused."""
    rows = [
        '{"title": "MLOps"}',
        '{{"title": "x", "y": {}}}'.format(NESTED["a.json"]),
        '{"title": "SRE"}',
    ]
    file = tmp_path / "titles.jsonl"
    file.write_text("\n".join(rows))
    done = run("normalize", str(file), "-f", "jsonl")
    assert [bool(json.loads(line)["role"]) for line in done.stdout.splitlines()] == [
        True,
        False,
        True,
    ]
    assert "line 2" in done.stderr
    for name in NESTED:
        if name.endswith(".json"):
            (tmp_path / name).write_text(NESTED[name])
            done = run("normalize", str(tmp_path / name))
            assert (done.exit_code, done.stdout) == (3, "")


def harmless(text: str) -> bool:
    return visible(text, "\t\n\r") == text


@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_pages_show_escapes(run: Run, tmp_path: Path, format: str) -> None:
    """What a terminal would obey is shown, whether a terminal is there or not."""
    (tmp_path / "titles.csv").write_text(TITLES)
    shown = run("normalize", str(tmp_path / "titles.csv"), "-f", format).stdout
    assert harmless(shown)
    assert ("\\x1b[2J" if format != "markdown" else "x1b\\[2J") in shown
    assert "u202eevil" in shown


def test_pages_of_own_catalogues_show_escapes(run: Run, sound_copy: Path) -> None:
    """Names that turn what is written round cannot pass for other names."""
    role = sorted((sound_copy / "roles").iterdir())[0]
    text = role.read_text("utf-8")
    name = next(line for line in text.splitlines() if line.startswith("name: "))
    role.write_text(text.replace(name, f"{name}\u202e\u200b", 1), "utf-8")
    for call in ("list", f"show {role.stem}", f"search {role.stem}", "graph similarity"):
        for format in ("table", "markdown"):
            done = run(*call.split(), "-f", format, "--catalogue", str(sound_copy))
            assert harmless(done.stdout + done.stderr), call
    assert "\u202e" in run("list", "--json", "--catalogue", str(sound_copy)).stdout


def test_data_formats_keep_the_data(run: Run, tmp_path: Path) -> None:
    """JSON, and rows that are asked for as they are, hold what came in."""
    (tmp_path / "titles.csv").write_text(TITLES)
    call = ["normalize", str(tmp_path / "titles.csv")]
    title = f"Data Engineer {HARM}"
    assert json.loads(run(*call, "--json").stdout)[0]["title"] == title
    rows = list(csv.DictReader(io.StringIO(run(*call, "-f", "csv", "--raw").stdout)))
    assert [rows[0]["title"], rows[0]["note"], rows[1]["note"]] == [title, "=1+1", "@SUM(A1)"]


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_spreadsheets_get_text(run: Run, tmp_path: Path, format: str) -> None:
    """No cell is a formula or holds a control character; read again it is what it was."""
    file, again = tmp_path / "titles.csv", tmp_path / f"again.{format}"
    file.write_text(TITLES)
    assert run("normalize", str(file), "-o", str(again)).exit_code == 0
    text = again.read_text("utf-8")
    assert "'=1+1" in text
    assert "'@SUM(A1)" in text
    assert not set(map(chr, CONTROLS)) & set(text) - set("\t\n")
    read = json.loads(run("normalize", str(again), "--json").stdout)
    assert [row["input"]["note"] for row in read] == ["=1+1", "@SUM(A1)"]


@given(st.text(alphabet="'=+-@\t\n a1.,%", max_size=6))
def test_a_guard_comes_off_again(text: str) -> None:
    """Whatever a cell holds, it is the same after writing and reading."""
    assert without_guard(guarded(text)) == text
    assert not guarded(text).startswith(("=", "@")) or len(text) == 1


@pytest.mark.parametrize("number", ["-5", "+3", "-1,234.5", "-3%", "12"])
def test_numbers_are_left_alone(number: str) -> None:
    """What can be summed up stays so."""
    assert guarded(number) == number


@pytest.mark.parametrize("format", ["table", "plain", "csv", "tsv", "json", "jsonl", "markdown"])
def test_nothing_reaches_a_terminal(tmp_path: Path, format: str) -> None:
    """On a terminal no format passes on what it would obey, even where the data are wanted."""
    (tmp_path / "titles.csv").write_text(TITLES)
    call = ["normalize", str(tmp_path / "titles.csv"), "-f", format, "--no-color"]
    call += ["--raw"] if format in ("csv", "tsv") else []
    parent, child = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "mlroles", *call], stdout=child) as process:
        os.close(child)
        shown = b""
        try:
            while block := os.read(parent, 4096):
                shown += block
        except OSError:  # how a terminal says on Linux that the other side has gone
            pass
        assert process.wait() == 0
    os.close(parent)
    assert harmless(shown.decode().replace("\r\n", "\n"))


@pytest.mark.parametrize(
    "call",
    [
        ["normalize", "FILE", "--column", "x"],
        ["team check", "NAME.yaml"],
        ["show", HARM],
        ["match", "--have", f"python, {HARM}"],
        ["list", "--catalogue", "NAME"],
        ["validate -f table", "NAME.yaml"],
        ["list", "-f", HARM],
        ["-" + HARM],
    ],
)
def test_errors_show_escapes(run: Run, tmp_path: Path, call: list[str]) -> None:
    """Names of files, of columns, and what was typed."""
    (tmp_path / "titles.csv").write_text(f"name{HARM},note\nx,y\n")
    (tmp_path / f"{HARM}.yaml".replace("/", "")).write_text("seats: {}\nname: x\nodd: 1")
    named = str(tmp_path / HARM.replace("/", ""))
    known = {"FILE": str(tmp_path / "titles.csv"), "NAME": named, "NAME.yaml": f"{named}.yaml"}
    words = [*call[0].split(), *call[1:]] if "\x1b" not in call[0] else call
    done = run(*(known.get(word, word) for word in words))
    assert done.exit_code in (0, 1, 2, 3)
    assert harmless(done.stdout + done.stderr)


def test_a_bug_shows_escapes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of a library too."""

    def broken(*_: object) -> None:
        raise RuntimeError(HARM)

    monkeypatch.setattr("mlroles.cli.answer.load", broken)
    done = run("list", MLROLES_TRACEBACK=1)
    assert done.exit_code == 70
    assert harmless(done.stderr)


def test_every_escape_is_shown() -> None:
    """No character of the two kinds is left, and what is printable stays as it is."""
    codes = [*CONTROLS, *(code for first, last in UNSEEN for code in range(first, last + 1))]
    assert visible("".join(map(chr, codes))).isascii()
    assert (
        visible("Ünïcode – “日本”, \N{NO-BREAK SPACE}!") == "Ünïcode – “日本”, \N{NO-BREAK SPACE}!"
    )


TABLE = ["title,note\n", '"open,1\n', "SRE,2\n", '"a\n', 'b",3\n', '"open,"x"\n', 'MLOps,"end\n']


def test_an_unclosed_quotation_mark_spoils_one_line() -> None:
    """All other rows are read, one of several lines among them."""
    found = [(row.line, row.cells) for row in records_of(TABLE, ",")]
    assert found == [
        (1, ["title", "note"]),
        (2, []),
        (3, ["SRE", "2"]),
        (4, ["a\nb", "3"]),
        (6, ['open,x"']),
        (7, []),
    ]


def test_titles_behind_an_unclosed_quotation_mark(run: Run, tmp_path: Path) -> None:
    """One row out for each in; the spoilt line is named."""
    (tmp_path / "titles.csv").write_text("".join(TABLE))
    done = run("normalize", str(tmp_path / "titles.csv"), "-f", "jsonl")
    assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == [
        "",
        "SRE",
        "a\nb",
        'open,x"',
        "",
    ]
    assert [line.split()[2] for line in done.stderr.splitlines()] == ["2", "7"]


def test_skills_behind_an_unclosed_quotation_mark(run: Run, tmp_path: Path) -> None:
    """A table of skills is refused with the line; none of them is lost unsaid."""
    (tmp_path / "skills.csv").write_text('skill,level\nsql,2\n"python,3\ngit,4\n')
    done = run("profile", "check", str(tmp_path / "skills.csv"))
    assert (done.exit_code, done.stdout) == (3, "")
    assert "line 3" in done.stderr


@pytest.mark.parametrize("amount", ["$180,00.0", "$150 000 81", "€1.5.5 - €9,9,9", "$1'0'0 a year"])
def test_amounts_that_are_written_oddly(run: Run, tmp_path: Path, amount: str) -> None:
    """An advert's pay is read or left out, and is never a bug."""
    (tmp_path / "advert.txt").write_text(f"Data Engineer\nPython, SQL. Salary: {amount} a year.\n")
    assert run("decode", str(tmp_path / "advert.txt")).exit_code in (0, 1)
