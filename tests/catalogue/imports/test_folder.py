"""An imported catalogue is written whole or not at all."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from mlroles.catalogue.imports.esco import import_esco
from mlroles.catalogue.imports.folder import check_place, restored, write_folder
from mlroles.catalogue.imports.onet import import_onet
from mlroles.core.model.errors import AskedWrongly, UnreadableFile
from mlroles.core.model.imported import Imported
from publications import ESCO, ONET


@pytest.fixture(scope="module")
def made() -> Imported:
    """A small catalogue to write."""
    return import_esco(str(ESCO))


def snapshot(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_text("utf-8") for file in files}


def interrupt(after: int, error: type[BaseException]) -> Callable[[str, int, int], None]:
    """Progress that is interrupted at a file."""

    def progress(_what: str, done: int, _total: int) -> None:
        if done == after:
            raise error

    return progress


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, MemoryError])
@pytest.mark.parametrize("after", [0, 3])
def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, made: Imported, after: int, error: type[BaseException]
) -> None:
    """Neither the folder nor anything beside it."""
    with pytest.raises(error):
        write_folder(str(tmp_path / "new"), made, interrupt(after, error))
    assert not list(tmp_path.iterdir())


def test_an_interruption_leaves_what_was_there(tmp_path: Path, made: Imported) -> None:
    """Who replaces a catalogue has the old one until the new one is complete."""
    folder = tmp_path / "there"
    write_folder(str(folder), made)
    before = snapshot(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        write_folder(str(folder), import_onet(str(ONET)), interrupt(3, KeyboardInterrupt))
    assert snapshot(tmp_path) == before


def test_a_catalogue_is_replaced_whole(tmp_path: Path, made: Imported) -> None:
    """Nothing of the old one stays."""
    folder = tmp_path / "there"
    write_folder(str(folder), made)
    check_place(str(folder), force=True)
    write_folder(str(folder), import_onet(str(ONET)))
    assert not (folder / "roles/model-gardener.yaml").exists()
    assert (folder / "roles/model-gardeners.yaml").exists()
    assert [entry.name for entry in tmp_path.iterdir()] == ["there"]


def test_what_is_there_is_safe(tmp_path: Path, made: Imported) -> None:
    """Without --force nothing is replaced; with it, only what an import wrote."""
    folder = tmp_path / "there"
    write_folder(str(folder), made)
    with pytest.raises(AskedWrongly, match="exists already"):
        check_place(str(folder), force=False)
    check_place(str(folder), force=True)
    (folder / "teams").mkdir()
    with pytest.raises(AskedWrongly, match=r"no import wrote.*: teams$"):
        check_place(str(folder), force=True)
    (folder / "teams").rmdir()
    for own in ("roles/mine.yaml", "note.txt", "skills/a/b.yaml", "catalogue.yaml"):
        file = folder / own
        before = file.read_text() if file.exists() else ""
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{before}# mine\n")
        with pytest.raises(AskedWrongly, match=f"no import wrote.*{own}"):
            check_place(str(folder), force=True)
        with pytest.raises(AskedWrongly, match=own):
            write_folder(str(folder), made)
        assert file.read_text() == f"{before}# mine\n"
        file.write_text(before) if before else file.unlink()
    (folder / "skills/a").rmdir()
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(folder)
    for name in ("file", "link"):
        with pytest.raises(AskedWrongly, match="no import wrote"):
            check_place(str(tmp_path / name), force=True)
    (tmp_path / "empty").mkdir()
    check_place(str(tmp_path / "empty"), force=True)


KILLED = """
import os, signal, sys
from mlroles.catalogue.imports import esco, folder

moves = iter(range(int(sys.argv[3])))
real = {"rename": os.rename, "rmtree": folder.shutil.rmtree}

def deadly(call):
    def done(*arguments, **options):
        if next(moves, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return real[call](*arguments, **options)
    return done

os.rename, folder.shutil.rmtree = deadly("rename"), deadly("rmtree")
folder.write_folder(sys.argv[1], esco.import_esco(sys.argv[2]))
"""


@pytest.mark.parametrize("moves", [0, 1, 2])
def test_killed_at_any_move(tmp_path: Path, moves: int) -> None:
    """What was to be replaced is there, or put back by the next import, which says so."""
    folder = tmp_path / "there"
    write_folder(str(folder), import_onet(str(ONET)))
    before = snapshot(folder)
    command = [sys.executable, "-c", KILLED, str(folder), str(ESCO), str(moves)]
    assert subprocess.run(command).returncode == -signal.SIGKILL
    told = restored(str(folder))
    assert bool(told) is (moves == 1)
    assert [entry.name for entry in tmp_path.iterdir()] == ["there"]
    assert snapshot(folder) == before or moves == 2
    check_place(str(folder), force=True)


def test_the_left_over_of_the_same_process(tmp_path: Path, made: Imported) -> None:
    """Numbers of processes come again: what one left is put back, not removed."""
    folder = tmp_path / "there"
    write_folder(str(folder), made)
    before = snapshot(folder)
    left = tmp_path / f".mlroles-import-there-{os.getpid()}"
    left.mkdir()
    folder.rename(left / "old")
    assert "there again" in restored(str(folder))
    assert snapshot(folder) == before
    left.mkdir()
    running = tmp_path / ".mlroles-import-there-1"
    running.mkdir()
    (tmp_path / ".mlroles-import-there-mine").mkdir()
    assert not restored(str(folder))
    assert len(list(tmp_path.iterdir())) == 3


def test_the_list_of_files_is_one_that_others_check(tmp_path: Path, made: Imported) -> None:
    """It names every file with its sum."""
    write_folder(str(tmp_path / "new"), made)
    sums = (tmp_path / "new/SHA256SUMS").read_text().splitlines()
    listed = {line.partition("  ")[2]: line.partition("  ")[0] for line in sums}
    files = snapshot(tmp_path / "new")
    assert {*listed, "SHA256SUMS"} == {*files}
    assert all(sha256(files[name].encode()).hexdigest() == sum for name, sum in listed.items())


def test_a_place_that_there_is_not(tmp_path: Path, made: Imported) -> None:
    """A folder for it is not made, and a disk that refuses is an error of its own."""
    with pytest.raises(AskedWrongly, match="there is no folder"):
        check_place(str(tmp_path / "no" / "such"), force=False)
    with pytest.raises(UnreadableFile, match="cannot be written"):
        write_folder(str(tmp_path / "no" / "such"), made)
