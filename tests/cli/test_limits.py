"""More than there may be of anything is refused, at once and in a few words."""

import json
import os
import random
import string
import time
from pathlib import Path

import pytest

from conftest import Run
from mlroles.cli.help.page import topic
from mlroles.core.model.limits import (
    AMOUNT,
    FILE,
    LAYERS,
    LIMITS,
    LINE,
    MESSAGE,
    PEOPLE,
    PROBLEMS_LISTED,
    PROBLEMS_SHOWN,
    SKILLS,
    TITLE,
    UNTITLED,
    WORDS_SHOWN,
)
from publications import ESCO

READERS = ["match --have", "profile check", "team check", "gap mlops --have", "validate"]
SECONDS = 20
"""More than any refusal takes, on whatever machine; without a limit it would take minutes."""


@pytest.fixture(autouse=True)
def _soon() -> object:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < SECONDS


def refused(run: Run, code: int, told: str, *call: str) -> None:
    done = run(*call)
    assert (done.exit_code, done.stdout) == (code, "")
    assert told in done.stderr
    assert len(done.stderr) < 5 * MESSAGE.most


def test_the_documents_name_every_limit() -> None:
    """In the help, and so in the manual page and docs/cli.md."""
    lines = topic("limits").splitlines()
    for limit in LIMITS:
        assert any(line.split() == f"{limit} {limit.of}".split() for line in lines)


@pytest.mark.parametrize("call", READERS)
def test_large_files(run: Run, tmp_path: Path, call: str) -> None:
    """A file, and a link to a device that has no end."""
    large, endless = tmp_path / "large.yaml", tmp_path / "endless.txt"
    large.write_bytes(b"# " + b"x" * FILE.most)
    refused(run, 3, "large.yaml' is larger than 5 MB", *call.split(), str(large))
    if os.path.exists("/dev/zero") and call != "validate":
        endless.symlink_to("/dev/zero")
        refused(run, 3, "endless.txt' is larger than 5 MB", *call.split(), str(endless))


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="this system has no such device")
@pytest.mark.parametrize("name", ["titles.txt", "titles.csv", "titles.json", "titles"])
def test_titles_without_end(run: Run, tmp_path: Path, name: str) -> None:
    """A line without an end is no line."""
    (tmp_path / name).symlink_to("/dev/zero")
    refused(run, 3, f"is longer than {LINE}", "normalize", str(tmp_path / name))


def test_lines_and_titles(run: Run, tmp_path: Path) -> None:
    """A long title comes back without a role; a line that is longer than any is refused."""
    file = tmp_path / "titles.txt"
    file.write_text(f"MLOps\n{'x' * (TITLE.most + 1)}\nSRE\n")
    done = run("normalize", str(file), "-f", "jsonl")
    roles = [json.loads(line)["role"] for line in done.stdout.splitlines()]
    assert [bool(role) for role in roles] == [True, False, True]
    assert f"title 2 is longer than {TITLE}" in done.stderr
    file.write_text(f"MLOps\n{'x' * (LINE.most + 1)}\n")
    assert "line 2 of" in run("normalize", str(file)).stderr
    titles = ["Data Engineer"] * 100_000
    (tmp_path / "titles.json").write_text(json.dumps(titles))  # one line, and no harm in it
    done = run("normalize", str(tmp_path / "titles.json"), "-f", "plain")
    assert len(done.stdout.splitlines()) == len(titles)
    refused(run, 2, str(TITLE), "search", "x" * (TITLE.most + 1))


def test_records_without_titles(run: Run, tmp_path: Path) -> None:
    """A file of something else is given up before all of it is kept in mind."""
    (tmp_path / "log.jsonl").write_text('{"level": "info"}\n' * (UNTITLED.most + 10))
    refused(run, 3, "has a key 'title'", "normalize", str(tmp_path / "log.jsonl"))
    header = ",".join(f"column {number}" for number in range(50_000))
    (tmp_path / "wide.csv").write_text(f"{header}\n1\n")
    refused(run, 2, "49980 more", "normalize", str(tmp_path / "wide.csv"))


def words(count: int) -> str:
    chance = random.Random(1)
    return ",".join("".join(chance.choices(string.ascii_lowercase, k=7)) for _ in range(count))


def test_skills(run: Run, tmp_path: Path) -> None:
    """400 kB of words that mean nothing are refused; of a few, some are named."""
    text = words(50_000)
    (tmp_path / "skills.txt").write_text(text)
    refused(run, 2, f"more than {SKILLS}", "match", "--have", text)
    refused(run, 2, f"more than {SKILLS}", "profile", "check", str(tmp_path / "skills.txt"))
    start = time.monotonic()
    done = run("match", "--have", f"python:3, {words(SKILLS.most - 1)}")
    assert time.monotonic() - start < 10
    assert len(done.stderr.splitlines()) < WORDS_SHOWN.most + 10
    assert f"{SKILLS.most - 1 - WORDS_SHOWN.most:,} more words are not skills" in done.stderr


@pytest.mark.parametrize(
    "piece", ["1 ", "a:", "3 years ", "(a)(1)", "a/", "a & ", "1 in a:", "advanced ", "sql (1) / "]
)
@pytest.mark.parametrize("length", [250, 20_000])
def test_a_skill_that_goes_on_and_on(run: Run, piece: str, length: int) -> None:
    """What is written for one skill is taken apart a few times and no more."""
    done = run("match", "--have", f"python:3, {piece * (length // len(piece))}zz")
    assert done.exit_code in (0, 2)


def test_people(run: Run, tmp_path: Path) -> None:
    """In a line of seats, in a file, and by a change."""
    seats = f"mlops:50 {'devops ' * (PEOPLE.most - 49)}"
    file = tmp_path / "team.yaml"
    file.write_text("seats:\n" + "- {role: mlops, people: 50}\n" * 20)
    refused(run, 2, str(PEOPLE), "team", "check", "--seats", seats)
    refused(run, 2, str(PEOPLE), "team", "check", str(file))
    refused(
        run, 2, str(PEOPLE), "team", "check", "--seats", "mlops", "--what-if", "+mlops:50 " * 10
    )
    refused(run, 2, "not a seat", "team", "check", "--seats", f"mlops:{'9' * 5000}")
    refused(run, 2, "mlxops", "team", "check", "--seats", "mlxops " * 20_000)


@pytest.mark.parametrize("typed", ["9" * 400, "9" * 5000, f"{AMOUNT.most}k"])
def test_amounts(run: Run, typed: str) -> None:
    """A number that no machine holds is no bug."""
    refused(run, 2, str(AMOUNT), "team", "plan", "first-model", "--budget", typed)


@pytest.mark.parametrize("typed", ["nan", "NaN%", "-nan", "inf", "-1"])
def test_shares_that_are_no_numbers(run: Run, typed: str) -> None:
    """Nothing is more or less than what is no number."""
    refused(run, 2, "not a share", "path", "data-analyst", "ml-engineer", f"--keep-pay={typed}")
    refused(run, 2, "not a share", "normalize", "x", f"--threshold={typed}")


def test_layers(run: Run, tmp_path: Path) -> None:
    """A chain that is too long, and one in which each lies over two by ways without number."""
    for number in range(LAYERS.most + 2):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        below = f"[../{number + 1}, ../{number + 1}/.]" if number < LAYERS.most + 1 else "bundled"
        (folder / "catalogue.yaml").write_text(f"extends: {below}\n")
    refused(run, 3, str(LAYERS), "list", "--catalogue", str(tmp_path / "0"))
    last = str(tmp_path / str(LAYERS.most - 8))
    assert run("list", "--catalogue", last).exit_code == 0


def test_errors(run: Run, tmp_path: Path) -> None:
    """The first are shown and all are counted; JSON has every one."""
    team, whole = tmp_path / "team.yaml", tmp_path / "whole.yaml"
    count = PROBLEMS_LISTED.most + 100
    team.write_text("seats:\n" + "- {role: mlops, rong: mid}\n" * count)
    refused(run, 3, f"has {count} errors", "team", "check", str(team))
    whole.write_text("roles:\n" + "".join(f"- {{id: r{n}, shoe: 1}}\n" for n in range(count)))
    done = run("list", "--catalogue", str(whole))
    assert len(done.stderr.splitlines()) == 2 * PROBLEMS_SHOWN.most + 2
    pages = [run("validate", str(whole), "-f", format).stdout for format in ("plain", "table")]
    assert all(page.count("error[") == PROBLEMS_LISTED.most for page in pages)
    assert "--json" in pages[1]
    assert len(json.loads(run("validate", str(whole), "--json").stdout)) > count


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
@pytest.mark.parametrize("name", ["catalogue.yaml", "roles/pipe.yaml", "handoff.yaml", "pay.yaml"])
def test_pipes_in_a_catalogue(run: Run, sound_copy: Path, name: str) -> None:
    """Nobody waits for what is no file."""
    (sound_copy / name).unlink(missing_ok=True)
    os.mkfifo(sound_copy / name)
    assert run("list", "--catalogue", str(sound_copy)).exit_code in (0, 3)
    assert run("validate", str(sound_copy)).exit_code in (0, 1, 3)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_pipes_in_a_publication(run: Run, tmp_path: Path) -> None:
    """A table that is a pipe is not there."""
    for table in ESCO.iterdir():
        os.mkfifo(tmp_path / table.name)
    refused(run, 3, "has no file", "import", "esco", str(tmp_path), "-o", str(tmp_path / "new"))


def test_a_link_in_a_circle_is_named(run: Run, sound_copy: Path) -> None:
    """The file, and not the catalogue alone."""
    link = sound_copy / "roles" / "circle.yaml"
    link.symlink_to(link.name)
    done = run("list", "--catalogue", str(sound_copy))
    assert done.exit_code == 3
    assert str(link) in done.stderr


@pytest.mark.parametrize("table", ["occupations_en.csv", "skills_en.csv"])
def test_a_table_without_rows(run: Run, tmp_path: Path, table: str) -> None:
    """An import never ends in a catalogue that cannot be read."""
    for file in ESCO.iterdir():
        text = file.read_text("utf-8")
        (tmp_path / file.name).write_text(text.split("\n")[0] if file.name == table else text)
    call = ["import", "esco", str(tmp_path), "-o", str(tmp_path / "new"), "--partial"]
    refused(run, 3, f"{table}' has a heading and no rows", *call)
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_pipes_and_links_in_a_folder_of_adverts(run: Run, tmp_path: Path) -> None:
    """Files are read; what has no end, and a link to itself, is not waited for."""
    (tmp_path / "b.txt").write_text("Data Engineer\nPython, SQL, Spark, Airflow and Kafka.\n")
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "c.txt").symlink_to("/dev/zero")
    (tmp_path / "d.txt").symlink_to("d.txt")
    (tmp_path / "e").symlink_to(tmp_path)
    done = run("decode", str(tmp_path), "-f", "jsonl")
    assert (done.exit_code, len(done.stdout.splitlines())) == (0, 1)
    if os.path.exists("/dev/zero"):
        refused(run, 3, "larger than 5 MB", "decode", str(tmp_path / "c.txt"))
