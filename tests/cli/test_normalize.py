"""`normalize`: rows in, records out, in order, whatever the rows are like."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from mlroles.cli import progress
from mlroles.cli.titles import read_titles

PROGRAM = [sys.executable, "-m", "mlroles"]


def test_one_record_for_each_line(run: Run, tmp_path: Path) -> None:
    """Every line has its record, in order; null where no role fits, and for an empty line."""
    file = tmp_path / "titles.txt"
    file.write_text("Sr. MLE II (Remote, US)\n\nRegistered Nurse\nData Scientist")
    found = json.loads(run("normalize", str(file), "--json").stdout)
    assert [one["title"] for one in found] == file.read_text().split("\n")
    assert [one["role"] and one["role"]["id"] for one in found] == [
        "ml-engineer",
        None,
        None,
        "data-scientist",
    ]
    assert [one["rung"] for one in found] == ["senior", None, None, None]
    assert found[0]["frame"]["place"] == "Remote, US"
    assert found[1] == found[2] | {"title": ""}
    assert all(one["matches"][0]["role"] == one["role"] for one in found if one["role"])
    lines = run("normalize", str(file), "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == found


def test_a_table_keeps_its_columns(run: Run, tmp_path: Path) -> None:
    """CSV with a byte-order mark, CRLF, quotes and a line break in a cell gains our columns."""
    file = tmp_path / "adverts.csv"
    rows = '\ufeffscore,job title\r\n1,"Data Engineer, ""Ads"""\r\n2,"Sous\r\nChef"\r\n'
    file.write_bytes(rows.encode())
    done = run("normalize", str(file), "--column", "JOB TITLE", "--format", "csv")
    head, first, second, third = done.stdout.splitlines()
    assert head == (
        "score,job title,role.id,role.name,mlroles_score,rung,frame.contract,frame.place,"
        "frame.team,frame.code,frame.gender,matches"
    )
    assert first.startswith('1,"Data Engineer, ""Ads""",data-engineer,Data Engineer,')
    assert (second, third) == ('2,"Sous', 'Chef",,,,,,,,,,')
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("name", "rows", "bad"),
    [
        ("a.csv", "id,title\n1,MLE\n1,2,3\n2,Sous Chef\n", 3),
        ("a.jsonl", '{"title": "MLE", "id": 1}\n{broken\n{"title": "Sous Chef", "id": 2}\n', 2),
        ("b.jsonl", '{"title": "MLE", "id": 1}\n[1]\n{"title": "Sous Chef", "id": 2}\n', 2),
        ("d.txt", "MLE\n\0\nSous Chef\n", 2),
    ],
)
def test_a_bad_row_is_told_and_comes_back(
    run: Run, tmp_path: Path, name: str, rows: str, bad: int
) -> None:
    """What cannot be read is named by the number of its line, and keeps its place."""
    file = tmp_path / name
    file.write_bytes(rows.encode())
    done = run("normalize", str(file), "--json")
    assert [one["title"] for one in json.loads(done.stdout)] == ["MLE", "", "Sous Chef"]
    assert f" {bad} comes back without a role: " in done.stderr
    assert done.exit_code == 0


@pytest.mark.parametrize(
    ("rows", "inputs"),
    [
        ('[{"title": "MLE", "id": 1},\n {"id": 2, "Job Title": "DBA"}]', [{"id": 1}, {"id": 2}]),
        ('{"jobs": [{"title": "MLE"}, {"title": "DBA"}]}', [{}, {}]),
        ('["MLE", "DBA"]', [{}, {}]),
        ('{"title": "MLE", "at": {"x": [1]}}\n{"title": "DBA"}\n', [{"at": {"x": [1]}}, {}]),
        ("id;title;x\n1;MLE;Bonn\n2;DBA\n", [{"id": "1", "x": "Bonn"}, {"id": "2", "x": ""}]),
        ("id\tjob_title\n1\tMLE\n2\tDBA\n", [{"id": "1"}, {"id": "2"}]),
        ("\ntitle\nMLE\nDBA\n", [{}, {}]),
        ("MLE\nDBA\n", [{}, {}]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_told_by_its_content(
    run: Run, tmp_path: Path, rows: str, inputs: list[dict[str, object]], encoding: str
) -> None:
    """Whatever it is called; every row comes back with its fields."""
    file = tmp_path / "titles"
    file.write_bytes(rows.encode(encoding))
    done = run("normalize", str(file), "--json")
    found = json.loads(done.stdout)
    assert [one["role"]["id"] for one in found] == ["ml-engineer", "database-administrator"]
    assert [one["input"] for one in found] == inputs
    assert done.stderr == ""


def test_a_record_without_a_title_keeps_its_place(run: Run, tmp_path: Path) -> None:
    """The key may be missing in the first record, and columns are those of all."""
    file = tmp_path / "jobs.jsonl"
    file.write_text('{"id": 1}\n{"id": 2, "title": "MLE", "firm": "A, B"}\n')
    rows = run("normalize", str(file), "--format", "csv").stdout.splitlines()
    assert rows[0].startswith("id,title,firm,role.id,")
    assert rows[1].startswith("1,,,,")
    assert rows[2].startswith('2,MLE,"A, B",ml-engineer,')


def test_encodings(run: Run, tmp_path: Path) -> None:
    """A line that is not UTF-8 is read as Windows-1252, and that is said; or as it is asked."""
    file = tmp_path / "titles.txt"
    file.write_bytes("MLE\nIngénieur Data\n".encode("cp1252"))
    done = run("normalize", str(file), "--json")
    assert [one["title"] for one in json.loads(done.stdout)] == ["MLE", "Ingénieur Data"]
    assert "line 2 is not utf-8, and is read as cp1252" in done.stderr
    done = run("normalize", str(file), "--json", "--encoding", "latin-1")
    assert (len(json.loads(done.stdout)), done.stderr) == (2, "")


@pytest.mark.parametrize(
    ("name", "rows", "arguments", "code", "told"),
    [
        ("a.csv", "id,name\n1,x\n", [], 2, "none of the columns is called title"),
        ("a.csv", "id,name\n1,x\n", ["--column", "job"], 2, "there is no column 'job'"),
        ("a.csv", "\0\0,\n1,x\n", [], 3, "the heading cannot be read"),
        ("a.jsonl", '{"id": 1}\n', [], 3, "has a key 'title'"),
        ("a.jsonl", '{"id": 1}\n', ["--column", "job"], 2, "there is no column 'job'"),
        ("a.json", '[{"title": ', [], 3, "is not valid JSON"),
        ("a.xlsx", "PK\3\4", [], 3, "is a file of Word, Excel"),
        ("a.txt", "MLE\n", ["--encoding", "klingon"], 2, "there is no encoding"),
        ("a.txt", "", [], 1, "there are no titles"),
        ("a.csv", "title\n", [], 1, "there are no titles"),
        ("a.txt", "MLE\n", ["--top", "0"], 2, "--top: 0 is less than 1"),
        (
            "a.txt",
            "MLE\n",
            ["--threshold", "1.5"],
            2,
            "no score reaches 1.5",
        ),
    ],
)
def test_wrong_input(
    run: Run, tmp_path: Path, name: str, rows: str, arguments: list[str], code: int, told: str
) -> None:
    """Two lines say what is wrong; nothing is written."""
    file = tmp_path / name
    file.write_text(rows)
    done = run("normalize", str(file), *arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 2


def test_files_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    """A missing file and a folder end with exit code 3."""
    for file in (tmp_path / "missing.csv", tmp_path):
        done = run("normalize", str(file))
        assert (done.exit_code, done.stdout) == (3, "")
        assert "cannot be read" in done.stderr or "there is no file" in done.stderr


def test_a_file_is_written_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    """The ending chooses the format; what is there is replaced only with --force."""
    file, out = tmp_path / "titles.txt", tmp_path / "roles.csv"
    file.write_text("MLE\nSous Chef\n")
    assert run("normalize", str(file), "-o", str(out)).exit_code == 0
    assert out.read_text().splitlines()[2] == "Sous Chef,,,,,,,,,,"
    out.write_text("kept")
    assert run("normalize", str(file), "-o", str(out)).exit_code == 2
    assert out.read_text() == "kept"
    assert {path.name for path in tmp_path.iterdir()} == {"titles.txt", "roles.csv"}


def test_records_come_one_by_one() -> None:
    """A record is written as soon as its line is there; a closed pipe ends it silently."""
    with subprocess.Popen(
        [*PROGRAM, "normalize", "--format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        for title, role in (("MLE", "ml-engineer"), ("DBA", "database-administrator")):
            process.stdin.write(f"{title}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["role"]["id"] == role
        process.stdout.close()
        process.stdin.write(b"MLE\n" * 9)
        process.stdin.close()
        assert process.stderr.read() == b""


def test_progress_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Titles are counted on standard error if that is a terminal and the output is not."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(progress, "PAUSE", 0)
    for terminal, told in (
        (Terminal(), ["1 title …", "2 title …", "3 title …"]),
        (io.StringIO(), []),
    ):
        monkeypatch.setattr(sys, "stderr", terminal)
        assert list(progress.counted(iter("abc"), "title")) == ["a", "b", "c"]
        lines = [line.strip() for line in terminal.getvalue().split("\r")]
        assert [line for line in lines if line] == told


def test_standard_input_may_be_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first line tells the layout, whether a column is named or not."""
    for rows, columns in (
        ("a,title\n1,MLE\n", ("a", "title")),
        ("a\ttitle\n1\tMLE\n", ("a", "title")),
        ('{"title": "MLE", "a": {"b": 1}}\n', ("title", "a")),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rows.encode())))
        titles = read_titles("-", "title")
        assert titles.columns == columns
        assert [row.title for row in titles.rows] == ["MLE"]
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rows.encode())))
        assert [row.title for row in read_titles("-").rows] == ["MLE"]


def test_memory_stays_flat(tmp_path: Path) -> None:
    """Ten times as many titles take hardly more memory."""
    peaks = []
    for count in (500, 5000):
        file = tmp_path / f"{count}.txt"
        file.write_text(
            "".join(f"Data Engineer {number}x, Team {number}\n" for number in range(count))
        )
        code = (
            "import resource, sys; from mlroles.core.finding.normalise import Normaliser;"
            "from mlroles.catalogue.load import load; normalise = Normaliser(load().index);"
            "[normalise(line) and None for line in open(sys.argv[1])];"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(file)],
            capture_output=True,
            text=True,
            check=True,
            env=dict(os.environ),
        )
        peaks.append(int(done.stdout))
    assert peaks[1] < 1.3 * peaks[0]
