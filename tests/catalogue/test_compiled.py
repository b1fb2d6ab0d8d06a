"""The compiled form of a catalogue says the same as the catalogue, whatever becomes of its file."""

import pickle
import random
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from mlroles.catalogue.load import load
from mlroles.catalogue.store.compiled import FIELDS, Damaged, read_compiled, write_compiled
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.names import claims
from strategies import catalogues

KEY = "what it depends on"


def never() -> Catalogue:
    raise AssertionError("nothing is damaged")


@pytest.fixture(scope="module")
def small() -> Catalogue:
    """A small catalogue."""
    return load(str(Path(__file__).parent / "sound"))


@pytest.fixture
def file(small: Catalogue, tmp_path: Path) -> Path:
    """The compiled form of the small catalogue."""
    path = tmp_path / "compiled"
    write_compiled(str(path), KEY, small)
    return path


def same(found: Catalogue, catalogue: Catalogue) -> bool:
    """Whether two catalogues hold the same in the same order, by whatever way one looks."""
    for field in FIELDS:
        here, there = getattr(found, field), getattr(catalogue, field)
        if not all(key in here for key in there) or "no such key" in here:
            return False
        if list(here) != list(there) or len(here) != len(there):
            return False
    return found == catalogue


@given(catalogues())
def test_round_trip(catalogue: Catalogue) -> None:
    """Written and read again it is equal, entry by entry and name by name."""
    with TemporaryDirectory() as folder:
        write_compiled(f"{folder}/file", KEY, catalogue)
        again = read_compiled(f"{folder}/file", KEY, never)
        assert same(again, catalogue)
        del again


def test_bundled_names_are_found(bundled: Catalogue) -> None:
    """Every name has its claims, and nothing else has any."""
    named = claims(bundled.roles.values(), bundled.skills.values())
    assert dict(bundled.names) == named
    for wrong in ("", "xyzzy", "mlops\t", "\n", "mlops\nmlops", "\udcff", "\0"):
        assert wrong not in bundled.names


def test_another_key_is_not_read(file: Path) -> None:
    """What was compiled for one key is of no use to another."""
    with pytest.raises(Damaged):
        read_compiled(str(file), KEY + "!", never)


@pytest.mark.parametrize("name", ["a?b", "a#b", "a%20b", "a b", "é", "a'b"])
def test_names_that_mean_something_in_an_address(
    name: str, small: Catalogue, tmp_path: Path
) -> None:
    """A file is found whatever its path holds."""
    path = str(tmp_path / name)
    write_compiled(path, KEY, small)
    assert read_compiled(path, KEY, never) == small


def test_pickled_and_used_without_the_file(file: Path, small: Catalogue) -> None:
    """A pickled catalogue holds all values."""
    pickled = pickle.dumps(read_compiled(str(file), KEY, never))
    file.unlink()
    assert same(pickle.loads(pickled), small)


def test_used_from_threads(file: Path, small: Catalogue) -> None:
    """Several threads can look at one catalogue."""
    found = read_compiled(str(file), KEY, never)
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda _: same(found, small), range(40)))


def readable(path: Path, small: Catalogue) -> bool:
    """Whether a file is believed; if so, it must say what it should, or notice that it cannot."""
    try:
        found = read_compiled(str(path), KEY, lambda: small)
    except Damaged:
        return False
    assert same(found, small)
    return True


def test_no_flipped_bit_gets_through(file: Path, small: Catalogue) -> None:
    """With a wrong bit, wherever in the file it is, the answers are right all the same."""
    content = file.read_bytes()
    heads = [start + at for start in range(0, len(content), 8192) for at in range(0, 100, 3)]
    with file.open("r+b", buffering=0) as opened:
        for position in sorted({*range(0, len(content), 509), *heads}):
            right = content[position]
            for byte in (right ^ 1 << position % 8, right):
                opened.seek(position)
                opened.write(bytes([byte]))
                if byte != right:
                    readable(file, small)


def test_no_lost_page_gets_through(file: Path, small: Catalogue) -> None:
    """Pages that are blank, or in the place of others, never make a wrong answer."""
    content, size = file.read_bytes(), 8192
    for start in range(0, len(content), size):
        for page in (
            bytes(size),
            content[:size],
            content[-size:],
            random.Random(1).randbytes(size),
        ):
            file.write_bytes(content[:start] + page + content[start + size :])
            readable(file, small)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: b"\n",
        lambda content: content[:16],
        lambda content: content[:4096],
        lambda content: content[: len(content) // 2],
        lambda content: content[:-8192],
        lambda content: b"another" + content,
        lambda content: bytes(range(256)) * 100,
        lambda content: b"x" * len(content),
    ],
)
def test_files_of_something_else(
    damage: Callable[[bytes], bytes], file: Path, small: Catalogue
) -> None:
    """A file that is cut or holds anything else is not read."""
    file.write_bytes(damage(file.read_bytes()))
    assert not readable(file, small)


CHANGES = [
    "DELETE FROM part",
    "DELETE FROM part WHERE name = x''",
    "DELETE FROM part WHERE name LIKE 'roles/%'",
    "DELETE FROM part WHERE name = CAST('names' AS BLOB)",
    "DELETE FROM part WHERE name LIKE 'index/%'",
    "DELETE FROM part WHERE length(name) > 0",
    "UPDATE part SET content = NULL",
    "UPDATE part SET content = 1 WHERE length(name) > 0",
    "UPDATE part SET content = 'text' WHERE length(name) > 0",
    "UPDATE part SET content = zeroblob(length(content)) WHERE length(name) > 0",
    "UPDATE part SET content = zeroblob(3000000) WHERE name = CAST('names' AS BLOB)",
    "UPDATE part SET checksum = NULL WHERE length(name) > 0",
    "UPDATE part SET checksum = 'text' WHERE length(name) > 0",
    "UPDATE part SET name = name || 'x' WHERE name LIKE 'roles/%'",
    "UPDATE part SET name = x'726f6c65732f78' WHERE name = "
    "(SELECT name FROM part WHERE name LIKE 'roles/%' LIMIT 1)",
    "CREATE TABLE other (a)",
    "DROP TABLE part",
    "DROP TABLE part; CREATE TABLE part (name BLOB, content BLOB, checksum INTEGER)",
    "DROP TABLE part; CREATE VIEW part AS WITH RECURSIVE n(i) AS "
    "(SELECT 1 UNION ALL SELECT i + 1 FROM n) "
    "SELECT i AS name, x'' AS content, 1 AS checksum FROM n",
    "PRAGMA journal_mode = WAL",
    "PRAGMA user_version = 7",
]


@pytest.mark.parametrize("change", CHANGES)
def test_crafted_files(change: str, file: Path, small: Catalogue) -> None:
    """A file that somebody changed with SQLite gives no error and no wrong answer."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(change)
    readable(file, small)


def test_values_with_a_right_checksum_that_are_of_another_kind(
    file: Path, small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts that are whole and still are not what they should be are made anew."""
    monkeypatch.setitem(FIELDS, "roles", list[int])
    found = read_compiled(str(file), KEY, lambda: small)
    assert found.roles == small.roles
