"""An imported catalogue is written whole or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mlroles.catalogue.imports.esco import import_esco
from mlroles.catalogue.imports.folder import check_place, write_folder
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
    with pytest.raises(AskedWrongly, match="other things"):
        check_place(str(folder), force=True)
    (folder / "teams").rmdir()
    (folder / "catalogue.yaml").write_text("name: my own\n")
    with pytest.raises(AskedWrongly, match="other things"):
        check_place(str(folder), force=True)
    (tmp_path / "file").write_text("mine")
    with pytest.raises(AskedWrongly, match="other things"):
        check_place(str(tmp_path / "file"), force=True)
    (tmp_path / "link").symlink_to(folder)
    with pytest.raises(AskedWrongly, match="other things"):
        check_place(str(tmp_path / "link"), force=True)
    (tmp_path / "empty").mkdir()
    check_place(str(tmp_path / "empty"), force=True)


def test_a_place_that_there_is_not(tmp_path: Path, made: Imported) -> None:
    """A folder for it is not made, and a disk that refuses is an error of its own."""
    with pytest.raises(AskedWrongly, match="there is no folder"):
        check_place(str(tmp_path / "no" / "such"), force=False)
    with pytest.raises(UnreadableFile, match="cannot be written"):
        write_folder(str(tmp_path / "no" / "such"), made)
