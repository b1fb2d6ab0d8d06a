"""The compiled catalogue saves time, and never anything else: no error, no wrong answer."""

import json
import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from mlroles.catalogue.files.paths import find
from mlroles.catalogue.load import load
from mlroles.catalogue.store import cache
from mlroles.catalogue.store.cache import cache_key, read_cache
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
    return read_cache(found, cache_key(found), never)


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


def key_and_rest(content: bytes) -> list[bytes]:
    return content.split(b"\n", 1)


def with_head(content: bytes, head: bytes) -> bytes:
    """A whole file, with the right key and checksum, whose head says something else."""
    key, rest = key_and_rest(content)
    body = rest.split(b"\n", 2)[2]
    return b"%s\n%08x\n%s\n%s" % (key, zlib.crc32(head), head, body)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "one line": lambda content: b"\n",
    "key alone": lambda content: key_and_rest(content)[0],
    "key line alone": lambda content: key_and_rest(content)[0] + b"\n",
    "cut in the head": lambda content: content[: content.index(b"sections")],
    "cut in the middle": lambda content: content[: len(content) // 2],
    "cut at the end": lambda content: content[:-1],
    "longer": lambda content: content + b" ",
    "foreign key": lambda content: b"another" + content,
    "no key": lambda content: b"\n" + key_and_rest(content)[1],
    "no text": lambda content: bytes(range(256)) * 10,
    "other JSON": lambda content: with_head(content, b"[1, 2]"),
    "no sections": lambda content: with_head(content, b'{"sections": {}, "layers": []}'),
    "JSON that is cut": lambda content: with_head(content, b'{"sections": {'),
    "JSON that is no text": lambda content: with_head(content, b'{"sections": {"\xff": 1}}'),
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
    new = cached.with_suffix(".new")
    new.write_bytes(content)
    new.rename(cached)


def test_no_flipped_bit_gets_through(sound: str, cached: Path) -> None:
    """With a wrong byte, wherever in the file it is, the answers are right all the same."""
    catalogue, content = load(sound), cached.read_bytes()
    for position in range(0, len(content), 101):
        wrong = content[position] ^ 1 << position % 8
        replace(cached, content[:position] + bytes([wrong]) + content[position + 1 :])
        assert load(sound) == catalogue, f"byte {position}"
        assert cached.read_bytes() == content, f"byte {position} is not mended"


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


@pytest.mark.parametrize("step", ["replace", "makedirs"])
def test_full_disk(step: str, sound: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a step of writing fails, the catalogue is there and no half file stays behind."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"mlroles.catalogue.store.cache.os.{step}", fail)
    assert load(sound).roles
    assert files(home) == []


def test_processes_that_start_at_once(sound: str, home: Path) -> None:
    """Eight first runs give the same answer and leave one whole file and nothing else."""
    command = [sys.executable, "-m", "mlroles", "--catalogue", sound, "list", "--json"]
    pipe = subprocess.PIPE
    processes = [subprocess.Popen(command, stdout=pipe, stderr=pipe) for _ in range(8)]
    answers = {(*process.communicate(), process.returncode) for process in processes}
    ((answer, told, code),) = answers
    assert len(json.loads(answer)) == 3
    assert (told, code) == (b"", 0)
    assert len(files(home)) == 1
    assert kept(sound) == load(sound)


def test_no_home_folder_is_no_error(sound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a home folder, as in some containers, there is no cache and no error."""

    def homeless(*_: object, **__: object) -> str:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_cache_dir", homeless)
    assert load(sound).roles


def test_a_full_disk_leaves_nothing_behind(
    sound: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that cannot be written whole is not written, and that is no error."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert load(sound).roles
    assert files(home) == []
