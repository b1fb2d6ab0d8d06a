"""The compiled catalogue saves time, and never anything else: no error, no wrong answer."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from mlroles.catalogue.copies import clear_cache
from mlroles.catalogue.files.paths import find
from mlroles.catalogue.load import load
from mlroles.catalogue.store import cache
from mlroles.catalogue.store.cache import MOST_COPIES, cache_key, read_copy
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import InvalidCatalogue


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for caches, of this test alone."""
    folder = tmp_path / "caches"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def sound(sound_copy: Path) -> str:
    return str(sound_copy)


@pytest.fixture
def cached(sound: str, home: Path) -> Path:
    """The file that holds the compiled catalogue once it has been loaded."""
    load(sound)
    (file,) = files(home)
    return file


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def kept(sound: str) -> Catalogue | None:
    """What the cache holds for a catalogue as it now is."""
    found = find([sound])
    return read_copy(found, cache_key(found), never)


def never() -> Catalogue:
    raise AssertionError("nothing is damaged")


def forbid_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(text: str, file: str) -> None:
        raise AssertionError(f"{file} is read")

    monkeypatch.setattr("mlroles.catalogue.reading.draft.read_document", read)


def test_second_load_reads_no_yaml(sound: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first load writes one file, from which the second takes the same catalogue."""
    first = load(sound)
    assert [file.name[:10] for file in files(home)] == ["catalogue-"]
    forbid_yaml(monkeypatch)
    assert load(sound) == first


@pytest.mark.usefixtures("cached")
def test_second_run_does_not_even_import_yaml(sound: str) -> None:
    """A run with a compiled catalogue loads neither the YAML library nor the validator."""
    unwanted = "{'yaml', 'mlroles.catalogue.reading.draft', 'mlroles.catalogue.checking.validate'}"
    program = (
        "import sys; from mlroles.catalogue.load import load; load(sys.argv[1]);"
        f"print({unwanted} & {{*sys.modules}})"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, sound], capture_output=True, text=True, check=True
    )
    assert (ran.stdout, ran.stderr) == ("set()\n", "")


def test_edited_file_is_seen(sound: str, cached: Path) -> None:
    """A change that keeps a file's size is seen, and so is the next one."""
    file = Path(sound, "families.yaml")
    text = file.read_text("utf-8")
    for name in ("Beta", "Zeta"):
        file.write_text(text.replace("name: Data", f"name: {name}"), "utf-8")
        assert load(sound).families["data"].name == name
    assert files(cached.parent) == [cached]


def test_edit_with_the_old_time_is_seen(sound: str, cached: Path) -> None:
    """A file that is put back with its old time, as archives and synchronisers do, is read."""
    file = Path(sound, "families.yaml")
    before = file.stat()
    text = file.read_text("utf-8")
    file.write_text(text.replace("name: Data", "name: Beta"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert load(sound).families["data"].name == "Beta"
    assert cached.exists()


def test_added_and_removed_files_are_seen(sound: str, cached: Path) -> None:
    """A role that comes or goes is seen at once."""
    assert "data-analyst" not in load(sound).roles
    new = Path(sound, "roles", "data-analyst.yaml")
    text = Path(sound, "roles", "data-scientist.yaml").read_text("utf-8")
    new.write_text(text.replace("name: Data Scientist", "name: Data Analyst"), "utf-8")
    assert "data-analyst" in load(sound).roles
    new.rename(new.with_stem("analyst"))
    assert {"data-analyst", "analyst"} & load(sound).roles.keys() == {"analyst"}
    new.with_stem("analyst").unlink()
    assert len(load(sound).roles) == 3
    assert files(cached.parent) == [cached]


def test_error_is_seen_again(sound: str, cached: Path) -> None:
    """An invalid catalogue is not kept: each load reports it, until it is mended."""
    file = Path(sound, "families.yaml")
    text = file.read_text("utf-8")
    file.write_text("oops", "utf-8")
    for _ in range(2):
        with pytest.raises(InvalidCatalogue):
            load(sound)
    file.write_text(text, "utf-8")
    assert load(sound).families
    assert kept(sound) == load(sound)
    assert files(cached.parent) == [cached]


def test_two_catalogues_do_not_disturb_each_other(
    sound: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each catalogue has a compiled copy of its own."""
    other = shutil.copytree(sound, tmp_path / "other")
    file = other / "families.yaml"
    file.write_text(file.read_text("utf-8").replace("name: Data", "name: Other"), "utf-8")
    load(sound)
    load(str(other))
    assert len(files(home)) == 2
    forbid_yaml(monkeypatch)
    assert load(sound).families["data"].name == "Data"
    assert load(str(other)).families["data"].name == "Other"


@pytest.mark.usefixtures("cached")
def test_another_version_reads_the_files_again(sound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one version of the program has compiled is of no use to another."""
    assert kept(sound)
    monkeypatch.setattr(cache, "__version__", "999")
    assert kept(sound) is None
    assert load(sound) == kept(sound)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "one line": lambda content: b"\n",
    "head alone": lambda content: content[:100],
    "cut in the middle": lambda content: content[: len(content) // 2],
    "foreign beginning": lambda content: b"another" + content,
    "other bytes": lambda content: bytes(range(256)) * 10,
    "zeros": lambda content: bytes(len(content)),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damaged_cache_is_written_again(
    damage: Callable[[bytes], bytes], sound: str, cached: Path
) -> None:
    """A damaged file is no error: the catalogue is compiled anew, and the file is whole again."""
    catalogue, content = load(sound), cached.read_bytes()
    replace(cached, damage(content))
    assert kept(sound) is None
    assert load(sound) == catalogue
    assert cached.read_bytes() == content


def replace(cached: Path, content: bytes) -> None:
    """Put a file in the place of one that is still read, as a synchroniser would."""
    new = cached.with_suffix(".elsewhere")
    new.write_bytes(content)
    new.rename(cached)


def test_damage_inside_is_mended(sound: str, cached: Path) -> None:
    """Where a value is damaged, the answer is right and the file is whole again."""
    catalogue, content = load(sound), cached.read_bytes()
    replace(cached, content.replace(b"Data Scientist", b"Data Scintiest"))
    assert load(sound) == catalogue
    assert cached.read_bytes() == content


def put_fifo(path: Path) -> None:
    os.mkfifo(path)


def put_link_to_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def put_link_to_nothing(path: Path) -> None:
    path.symlink_to("nowhere")


def put_link_to_another(path: Path) -> None:
    other = path.parent.parent / "another"
    other.write_text("mine")
    path.symlink_to(other)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
@pytest.mark.parametrize(
    "put", [put_fifo, put_link_to_zeros, put_link_to_nothing, put_link_to_another]
)
def test_what_is_no_file(put: Callable[[Path], None], sound: str, cached: Path) -> None:
    """What is no file of its own is not opened; a file takes its place."""
    catalogue = load(sound)
    cached.unlink()
    put(cached)
    assert kept(sound) is None
    assert load(sound) == catalogue
    assert cached.is_file()
    assert not cached.is_symlink()
    assert kept(sound) == catalogue
    assert {file.read_text() for file in cached.parent.parent.glob("another")} <= {"mine"}


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")
def test_a_file_of_another_user(sound: str, cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the user's own files are believed."""
    catalogue = load(sound)
    if os.geteuid() == 0:
        os.chown(cached, 12345, 12345)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert kept(sound) is None
    assert load(sound) == catalogue
    if os.geteuid() == 0:
        assert cached.stat().st_uid == 0


@pytest.mark.usefixtures("cached")
def test_nobody_else_reads_the_folder(home: Path) -> None:
    """The folder and the files in it are for the user alone."""
    (file,) = files(home)
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600


def test_folder_in_place_of_the_cache(sound: str, cached: Path) -> None:
    """A folder where the file should be is left alone, with nothing beside it."""
    catalogue = load(sound)
    cached.unlink()
    cached.mkdir()
    assert load(sound) == catalogue
    assert cached.is_dir()
    assert files(cached.parent) == []


@pytest.mark.parametrize("part", ["caches", "caches/mlroles"])
def test_file_in_place_of_the_folder(part: str, sound: str, tmp_path: Path) -> None:
    """A cache folder that is a file is left alone."""
    file = tmp_path / part
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine")
    assert load(sound) == load(sound)
    assert file.read_text() == "mine"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="there is no /proc here")
def test_folder_that_cannot_be_made(sound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no cache folder can be made, not even by an administrator, all works without."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/caches")
    assert load(sound) == load(sound)


@pytest.mark.parametrize("step", ["replace", "makedirs", "open", "urandom"])
def test_full_disk(step: str, sound: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a step of writing fails, the catalogue is there and no half file stays behind."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"mlroles.catalogue.store.cache.os.{step}", fail)
    assert load(sound).roles
    assert files(home) == []


def command(sound: str) -> list[str]:
    return [sys.executable, "-m", "mlroles", "--catalogue", sound, "list", "--json"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits here")
@pytest.mark.parametrize("most", [0, 1, 5000, 100_000])
def test_no_room_for_the_file(most: int, sound: str, home: Path) -> None:
    """Where the file cannot be written to its end, it is not there, and that is no error."""
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    ran = subprocess.run(command(sound), capture_output=True, preexec_fn=limit)
    assert (len(json.loads(ran.stdout)), ran.stderr, ran.returncode) == (3, b"", 0)
    assert files(home) == []


def start_at_once(count: int, sound: str, home: Path) -> None:
    """Start first runs together: they give one answer, and one whole file is left."""
    pipe = subprocess.PIPE
    processes = [subprocess.Popen(command(sound), stdout=pipe, stderr=pipe) for _ in range(count)]
    ends = [(*process.communicate(), process.returncode) for process in processes]
    ((answer, code),) = {(answer, code) for answer, _, code in ends}
    assert len(json.loads(answer)) == 3
    assert code == 0
    # Where so many wait for a processor, some tell after a while what they are doing.
    told = {line for _, lines, _ in ends for line in lines.decode().splitlines()}
    assert all(re.fullmatch(r"mlroles: \w+ the catalogue …", line) for line in told)
    assert len(files(home)) == 1
    assert kept(sound) == load(sound)


def test_processes_that_start_at_once(sound: str, home: Path) -> None:
    """Eight first runs give the same answer and leave one whole file and nothing else."""
    start_at_once(8, sound, home)


@pytest.mark.slow
def test_two_hundred_processes_that_start_at_once(sound: str, home: Path) -> None:
    """So do two hundred."""
    start_at_once(200, sound, home)


def kill_at_random(count: int, sound: str, home: Path) -> None:
    """Kill first runs at any moment; what comes after answers rightly and leaves a whole file."""
    chance, catalogue = random.Random(1), load(sound)
    start = time.monotonic()
    clear_cache()
    subprocess.run(command(sound), stdout=subprocess.DEVNULL, check=True)
    whole = time.monotonic() - start
    for _ in range(count):
        clear_cache()
        process = subprocess.Popen(
            command(sound), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(whole / 3, whole))
        process.kill()
        assert process.communicate()[1] in (b"", None)
        assert kept(sound) in (None, catalogue)
        assert load(sound) == catalogue
        assert kept(sound) == catalogue
    clear_cache()
    assert files(home) == []


def test_killed_at_any_moment(sound: str, home: Path) -> None:
    """A few runs are killed, some of them while they write."""
    kill_at_random(4, sound, home)


@pytest.mark.slow
def test_killed_at_very_many_moments(sound: str, home: Path) -> None:
    """So are three hundred."""
    kill_at_random(300, sound, home)


@pytest.mark.parametrize("moment", ["write_compiled", "os.replace"])
def test_killed_while_writing(moment: str, sound: str, home: Path) -> None:
    """What a killed run leaves is no error, and is removed when nobody can be writing it still."""
    program = (
        "import os, signal, sys; from mlroles.catalogue.load import load;"
        "from mlroles.catalogue.store import cache;"
        f"cache.{moment} = lambda *_: os.kill(os.getpid(), signal.SIGKILL);"
        "load(sys.argv[1])"
    )
    assert subprocess.run([sys.executable, "-c", program, sound]).returncode == -9
    (left,) = files(home)
    assert kept(sound) is None
    load(sound)
    assert left in files(home)
    assert len(files(home)) == 2
    long_ago = time.time() - 7200
    os.utime(left, (long_ago, long_ago))
    Path(sound, "families.yaml").touch()
    load(sound)
    assert left not in files(home)
    assert len(files(home)) == 1


def test_copies_of_old_versions_are_cleared(sound: str, home: Path) -> None:
    """The copies that version 0.3 left go when a new one is written; nothing else does."""
    folder = home / "mlroles"
    folder.mkdir(parents=True)
    (folder / "catalogue-1f2e3d4c").write_bytes(b"key\ntext")
    (folder / "catalogue-of-mine.txt").write_text("mine")
    (folder / "catalogue-abcdabcd.d").mkdir()
    load(sound)
    names = sorted(path.name for path in folder.iterdir() if path.suffix != ".sqlite")
    assert names == ["catalogue-abcdabcd.d", "catalogue-of-mine.txt"]


def test_no_more_than_a_dozen_copies(sound: str, home: Path, tmp_path: Path) -> None:
    """Of too many copies those go that were used least recently."""
    others = [str(shutil.copytree(sound, tmp_path / f"{n}")) for n in range(MOST_COPIES + 2)]
    for other in others[:MOST_COPIES]:
        load(other)
    assert len(files(home)) == MOST_COPIES
    assert kept(others[0])
    for other in others[MOST_COPIES:]:
        load(other)
    assert len(files(home)) == MOST_COPIES
    assert kept(others[0])
    assert [other for other in others if kept(other) is None] == others[1:3]


def test_no_more_than_so_many_bytes(
    sound: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of too large copies those go that were used least recently, but never the newest."""
    monkeypatch.setattr(cache, "MOST_BYTES", 10)
    other = str(shutil.copytree(sound, tmp_path / "other"))
    load(sound)
    load(other)
    assert len(files(home)) == 1
    assert kept(other)


def test_a_change_of_the_program_is_seen_in_a_checkout(
    sound: str, cached: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In a checkout the program's own files count; installed, its version alone does."""
    package = tmp_path / "src" / "mlroles"
    shutil.copytree(Path(cache.mlroles.__file__).parent / "core", package / "core")
    found = find([sound])
    monkeypatch.setattr(cache.mlroles, "__file__", str(package / "__init__.py"))
    installed = cache_key(found)
    (package / "core" / "catalogue.py").touch()
    assert cache_key(found) == installed
    (tmp_path / "pyproject.toml").touch()
    before = cache_key(found)
    assert before != installed
    (package / "core" / "__pycache__").mkdir(exist_ok=True)
    (package / "core" / "__pycache__" / "catalogue.pyc").touch()
    assert cache_key(found) == before
    (package / "core" / "catalogue.py").write_text("changed")
    assert cache_key(found) != before


def test_no_home_folder_is_no_error(sound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a home folder, as in some containers, there is no cache and no error."""

    def homeless(*_: object, **__: object) -> str:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_cache_dir", homeless)
    assert load(sound).roles


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders have no owner here")
def test_an_open_folder_is_closed(sound: str, home: Path) -> None:
    """A cache folder that others may write to is the user's alone from the next copy on."""
    folder = home / "mlroles"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    load(sound)
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_while_writing_leaves_nothing(name: str, sound: str, home: Path) -> None:
    """Who asks the program to end gets no half copy."""
    program = (
        "import os, signal, sys; from mlroles.catalogue.store import cache;"
        f"cache.write_compiled = lambda *_: os.kill(os.getpid(), signal.{name});"
        "from mlroles.__main__ import main; main()"
    )
    command = [sys.executable, "-c", program, "list", "--catalogue", sound]
    ran = subprocess.run(command, capture_output=True)
    assert (ran.returncode, ran.stdout, ran.stderr) == (128 + getattr(signal, name), b"", b"")
    assert files(home) == []


def test_what_a_killed_run_left_is_cleared(sound: str, home: Path, cached: Path) -> None:
    """--clear-cache takes copies and what was to become one, and nothing else."""
    cached.with_name(f"{cached.name}.0123456789abcdef.new").write_text("half")
    (cached.parent / "note.txt").write_text("mine")
    assert clear_cache().files == 2
    assert [file.name for file in files(home)] == ["note.txt"]
