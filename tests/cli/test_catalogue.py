"""`catalogue` says what is loaded, and clears away what has been compiled."""

import json
from pathlib import Path

import pytest

from conftest import SOUND, Run


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test alone."""
    folder = tmp_path / "caches"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder / "mlroles"


@pytest.fixture
def layered(tmp_path: Path) -> str:
    """A layer that takes a role away from the bundled catalogue."""
    folder = tmp_path / "acme"
    folder.mkdir()
    text = "name: Acme\nversion: '7'\nextends: bundled\nremoves: {roles: [prompt-engineer]}\n"
    (folder / "catalogue.yaml").write_text(text, "utf-8")
    return str(folder)


def test_layers_counts_and_copy(run: Run, layered: str, cache: Path) -> None:
    """Where each layer lies, what it changes, and the file that saves reading it all again."""
    data = json.loads(run("--catalogue", layered, "catalogue", "--json").stdout)
    lower, upper = data["layers"]
    assert (lower["name"], lower["path"]) == ("bundled", None)
    assert (upper["name"], upper["version"], upper["path"]) == ("Acme", "7", layered)
    assert upper["removed"] == ["roles/prompt-engineer"]
    assert data["counts"]["roles"] == lower["added"]["roles"] - 1
    (copy,) = cache.iterdir()
    assert data["compiled_copy"]["file"] == str(copy)
    assert data["compiled_copy"]["bytes"] == copy.stat().st_size
    assert sum(len(layer["sources"]) for layer in data["layers"]) == data["counts"]["sources"]


def test_the_page_says_what_a_layer_changes(run: Run, layered: str) -> None:
    """In words, within the terminal's width."""
    told = run("--catalogue", layered, "catalogue", "-f", "table", COLUMNS=80).stdout
    assert "bundled 0" in told
    assert "Acme takes away" in told
    assert "roles/prompt-engineer" in told
    assert all(len(line) <= 80 for line in told.splitlines() if "catalogue-" not in line)


def test_one_is_singular_and_small_is_not_nothing(run: Run, tmp_path: Path) -> None:
    """A catalogue of one role is told in the words for one."""
    source = "{id: s, title: S, publisher: S, published: '2026', horizon_years: 1, licence: own}"
    role = "{id: baker, name: Baker, definition: Bakes., family: f, sources: [s], reviewed: '2026'}"
    file = tmp_path / "one.yaml"
    family = "{id: f, name: F, definition: A family.}"
    file.write_text(f"roles: [{role}]\nfamilies: [{family}]\nsources: [{source}]\n", "utf-8")
    told = run("--catalogue", str(file), "catalogue", "-f", "table", COLUMNS=120).stdout
    assert "1 role, 1 family, 1 source\n" in told
    assert "Facts   dated 2026; see" in told
    assert " kB, " in told


def test_a_catalogue_without_a_name_is_called_like_its_folder(run: Run) -> None:
    """It stands alone; nothing of it is replaced or removed."""
    (layer,) = json.loads(run("--catalogue", str(SOUND), "catalogue", "--json").stdout)["layers"]
    assert (layer["name"], layer["version"], layer["removed"]) == ("sound", None, [])


def test_compiled_copies_are_removed_and_nothing_else(run: Run, cache: Path) -> None:
    """Other files in the folder stay; a second time there is nothing to remove."""
    run("list")
    run("--catalogue", str(SOUND), "list")
    (cache / "mine.txt").write_text("mine")
    told = json.loads(run("catalogue", "--clear-cache", "--json").stdout)
    assert (told["folder"], told["removed"]) == (str(cache), 2)
    assert [file.name for file in cache.iterdir()] == ["mine.txt"]
    assert json.loads(run("catalogue", "--clear-cache", "--json").stdout)["removed"] == 0
    assert run("list").exit_code == 0


def test_where_nothing_can_be_kept(run: Run, cache: Path) -> None:
    """It is said, and is no error."""
    cache.parent.mkdir()
    cache.write_text("a file")
    told = run("catalogue", "-f", "table")
    assert told.exit_code == 0
    assert "Compiled copy  none" in told.stdout
