"""What the program does to the system around it, in environments of all kinds, and when killed."""

import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from mlroles.catalogue.imports.folder import check_place, restored, write_folder
from mlroles.catalogue.imports.onet import import_onet
from mlroles.cli.table import COMMANDS
from publications import ESCO, ONET, PUBLISHED

PROGRAM = [sys.executable, "-m", "mlroles"]
CALLS = {name: next(iter(row.calls)).partition(" | ")[0] for name, row in COMMANDS.items()}
FEW = ("show", "match", "team plan", "normalize", "validate", "export json")
WRITES = re.compile(
    r'^\d+ +(?:openat|open|creat)\((?:\S+, )?"([^"]*)", [^)]*O_(?:WRONLY|RDWR|CREAT)'
)
CHANGES = re.compile(r'^\d+ +(?:mkdir|unlink|rename|link|symlink|chmod|truncate)\w*\(.*?"([^"]*)"')


def run(
    call: Sequence[str], environment: Mapping[str, str] | None = None, **options: object
) -> subprocess.CompletedProcess[bytes]:
    surroundings = {**os.environ, **(environment or {})}
    command = [*PROGRAM, *call]
    return subprocess.run(command, capture_output=True, env=surroundings, **options)  # type: ignore[call-overload,no-any-return]


def touches_nothing_else(tmp_path: Path, call: str) -> None:
    """A call opens no connection, and writes only into the cache and the file that is named."""
    cache, out = tmp_path / "caches", tmp_path / "answer.json"
    shutil.copytree(PUBLISHED, tmp_path / "here")
    (tmp_path / "here" / "titles.txt").write_text("MLOps\n")
    environment = {"XDG_CACHE_HOME": str(cache), "PYTHONDONTWRITEBYTECODE": "1"}
    words = shlex.split(call)[1:]
    if not {"-o", "new", "export"} & {*words} and words[:2] != ["profile", "new"]:
        words += ["-o", str(out)]
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-o", str(trace), "-e", "trace=network,file", *PROGRAM, *words]
    surroundings = {**os.environ, **environment}
    done = subprocess.run(command, capture_output=True, env=surroundings, cwd=tmp_path / "here")
    assert done.returncode in (0, 1, 2, 3), done.stderr
    lines = trace.read_text("utf-8", "replace").splitlines()
    assert len(lines) > 100
    assert not [line for line in lines if re.match(r"\d+ +(socket|connect|bind|sendto)\(", line)]
    touched = [
        found[1] for line in lines for one in (WRITES, CHANGES) if (found := one.match(line))
    ]
    allowed = (str(cache), str(tmp_path), "/dev/null", "/dev/tty")
    assert not [path for path in touched if path.startswith("/") and not path.startswith(allowed)]
    assert {path.name for path in tmp_path.iterdir()} <= {"caches", "answer.json", "trace", "here"}


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize("name", FEW)
def test_nothing_else_is_touched(tmp_path: Path, name: str) -> None:
    """No network, and no file but the cache and the one that is named."""
    touches_nothing_else(tmp_path, CALLS[name])


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize("name", CALLS)
def test_no_command_touches_anything_else(tmp_path: Path, name: str) -> None:
    """The same of every command."""
    touches_nothing_else(tmp_path, CALLS[name])


ENVIRONMENTS: dict[str, dict[str, str]] = {
    "plain C": {"LC_ALL": "C"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "no such locale": {"LC_ALL": "xx_XX.nothing"},
    "latin-1": {"PYTHONIOENCODING": "latin-1:strict"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
    "dumb terminal": {"TERM": "dumb"},
    "no such terminal": {"TERM": "nothing-at-all"},
    "no home": {"HOME": "", "XDG_CACHE_HOME": ""},
    "home nowhere": {"HOME": "/nonexistent", "XDG_CACHE_HOME": ""},
    "cache that is a device": {"XDG_CACHE_HOME": "/dev/null"},
    "cache that is not absolute": {"XDG_CACHE_HOME": "relative"},
    "no temporary folder": {"TMPDIR": "/nonexistent"},
    "warnings are errors": {"PYTHONWARNINGS": "error"},
    "developer": {"PYTHONDEVMODE": "1"},
    "optimised": {"PYTHONOPTIMIZE": "1"},
    "without docstrings": {"PYTHONOPTIMIZE": "2"},
    "other hashes": {"PYTHONHASHSEED": "12345"},
    "colour, coloured": {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"},
    "no pager": {"PAGER": "'unclosed", "MLROLES_PAGER": ""},
    "build server": {"CI": "true", "GITHUB_ACTIONS": "true", "TERM": "unknown"},
    "far away": {"TZ": "Nowhere/At_All:99"},
    "no catalogue": {"MLROLES_CATALOGUE": os.pathsep},
    "Rich and Typer as they like": {"TYPER_USE_RICH": "1", "_TYPER_FORCE_DISABLE_TERMINAL": "1"},
}


Call = tuple[str, ...]


@pytest.fixture(scope="module")
def usual() -> dict[Call, tuple[int, bytes]]:
    """Calls -> exit code and answer where nothing is special."""
    calls = (("show", "mlops", "--json"), ("normalize", "Ingénieur Données"), ("show", "mlop"))
    found = {call: run(call) for call in calls}
    return {call: (done.returncode, done.stdout) for call, done in found.items()}


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_environments(tmp_path: Path, usual: dict[Call, tuple[int, bytes]], name: str) -> None:
    """The answers are the same, and what is wrong is told in the same way."""
    for call, (code, out) in usual.items():
        done = run(call, ENVIRONMENTS[name], cwd=tmp_path)
        assert (done.returncode, done.stdout) == (code, out), done.stderr
        assert done.stderr.count(b"\n") == (2 if code else 0) or name == "developer"


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    """Who stands in a folder that somebody removed gets an answer."""
    line = (
        f'mkdir gone; cd gone; rmdir ../gone; exec "{sys.executable}" -m mlroles show mlops --json'
    )
    done = subprocess.run(["sh", "-c", line], capture_output=True, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, run(["show", "mlops", "--json"]).stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits here")
@pytest.mark.parametrize("most", [0, 1, 5000, 40_000])
def test_a_full_disk_at_any_write(tmp_path: Path, most: int) -> None:
    """Answers and imports that do not fit are told, and leave nothing behind."""
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    imported, answer = str(tmp_path / "esco"), str(tmp_path / "roles.json")
    calls: list[list[str]] = [["export", "json", "-o", answer]]
    calls += [["import", "esco", str(ESCO), "-o", imported]] if most < 100 else []
    for call in calls:
        done = run(call, preexec_fn=limit)
        assert (done.returncode, done.stdout) == (3, b"")
        assert b"cannot be written" in done.stderr
        assert list(tmp_path.iterdir()) == []


ON_A_SMALL_DISK = (
    'mount -t tmpfs -o size=$0 none "$1" && cd "$1" && shift && echo old > roles.json || exit 99;'
    '"$@"; code=$?; echo files:; find . ! -name . -printf "%p %s\\n" | sort; exit $code'
)
"""A call where the disk holds no more than a size; after its answer, what is on the disk then."""


def on_a_small_disk(
    size: int, disk: Path, call: Sequence[str], cache: Path
) -> tuple[int, list[str], list[str], list[str]]:
    """The exit code, the lines of both streams and the files of a call with so many kB of room."""
    line = ["unshare", "-rm", "sh", "-c", ON_A_SMALL_DISK, f"{size}k", str(disk), *PROGRAM, *call]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    done = subprocess.run(line, capture_output=True, env=environment)
    answer, _, files = done.stdout.decode().partition("files:\n")
    return (
        done.returncode,
        answer.splitlines(),
        done.stderr.decode().splitlines(),
        files.splitlines(),
    )


def mounts() -> bool:
    """Whether a test can have a disk of its own here."""
    if not shutil.which("unshare"):
        return False
    call = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(call, capture_output=True).returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(not mounts(), reason="no disk can be mounted for a test here")
@pytest.mark.parametrize(
    "call",
    [["list", "-o", "roles.json", "--force"], ["import", "esco", str(ESCO), "-o", "esco"]],
    ids=lambda call: call[0],
)
def test_a_disk_that_is_full_at_any_write(tmp_path: Path, call: list[str]) -> None:
    """Whatever write finds no room, what was there stays, and nothing else."""
    disk = tmp_path / "disk"
    disk.mkdir()
    for size in range(8, 4000, 4):
        code, answer, told, files = on_a_small_disk(size, disk, call, tmp_path)
        if code == 0:
            break
        assert (code, answer, len(told)) == (3, [], 2)
        assert "cannot be written" in told[0]
        assert files == ["./roles.json 4"], size
    assert size > 20
    assert code == 0
    assert not [name for name in files if ".mlroles" in name]


@pytest.mark.slow
@pytest.mark.skipif(not mounts(), reason="no disk can be mounted for a test here")
def test_a_cache_on_a_full_disk(tmp_path: Path) -> None:
    """A cache that finds no room costs no answer, and is whole or not there."""
    call = ["show", "mlops", "--json"]
    usual = run(call).stdout.decode().splitlines()
    sizes = set()
    for size in (8, 12, 20, 40, 100, 400, 1200, 2800, 4000, 4400, 4480, 4600, 5200, 9000):
        code, answer, told, files = on_a_small_disk(size, tmp_path, call, tmp_path)
        assert (code, answer, told) == (0, usual, [])
        copies = [name.split() for name in files if "/mlroles/" in name]
        assert all(name.endswith(".sqlite") for name, _ in copies)
        sizes |= {size for _, size in copies}
    assert len(sizes) == 1


def killed(call: Sequence[str], count: int, check: Callable[[], None]) -> None:
    """Kill a call at random moments of it, so often, and look each time at what is there."""
    chance = random.Random(1)
    start = time.monotonic()
    subprocess.run([*PROGRAM, *call], capture_output=True, check=True)
    whole = time.monotonic() - start
    for _ in range(count):
        process = subprocess.Popen(
            [*PROGRAM, *call], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(whole / 4, whole * 1.1))
        process.kill()
        process.wait()
        check()


def kill_writers(tmp_path: Path, count: int) -> None:
    """An output is the old or the new one; an imported folder is whole, or put back."""
    answer, folder = tmp_path / "roles.json", tmp_path / "esco"
    write_folder(str(folder), import_onet(str(ONET)))

    def output_is_whole() -> None:
        assert answer.read_bytes().endswith(b"]\n")
        assert {path.name[:9] for path in tmp_path.iterdir()} <= {"roles.jso", ".mlroles-", "esco"}

    def new_output_is_whole() -> None:
        if answer.exists():
            output_is_whole()
            answer.unlink()

    def folder_is_whole() -> None:
        restored(str(folder))
        check_place(str(folder), force=True)
        assert (folder / "SHA256SUMS").is_file()
        assert not list(tmp_path.glob(".mlroles-import-*"))

    killed(["list", "-o", str(answer), "--force"], count, output_is_whole)
    answer.unlink()
    killed(["list", "-o", str(answer)], count, new_output_is_whole)
    killed(["import", "esco", str(ESCO), "-o", str(folder), "--force"], count, folder_is_whole)


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """A few of each are killed."""
    kill_writers(tmp_path, 3)


@pytest.mark.slow
def test_killed_at_very_many_moments(tmp_path: Path) -> None:
    """So are three hundred."""
    kill_writers(tmp_path, 300)
