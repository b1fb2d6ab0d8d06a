"""The house: which floor may import which, and which file may open the door to a library."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import msgspec
import pytest

from mlroles.catalogue.files.paths import KNOWN_FILES
from mlroles.catalogue.reading.files import FILES as FILES_READ
from mlroles.catalogue.reading.files import TYPES
from mlroles.catalogue.reading.references import _REFERENCES

SOURCE = Path(__file__).parent.parent / "src" / "mlroles"
FILES = sorted(SOURCE.rglob("*.py"))

FLOORS = {
    "core": {"core"},
    "catalogue": {"core", "catalogue"},
    "present": {"core", "present"},
    "render": {"present", "render"},
    "cli": {"core", "catalogue", "present", "render", "cli"},
    "api.py": {"core", "catalogue", "present"},
}
"""Floor -> the floors that it may import."""

ROOMS = {
    "core": (
        "model",
        "finding",
        "catalogue.py",
        "state.py",
        "pay",
        "moves",
        "adverts",
        "roles",
        "teams",
    ),
    "catalogue": (
        "files",
        "text",
        "reading",
        "checking",
        "store",
        "load.py",
        "copies.py",
        "imports",
        "templates",
    ),
    "present": ("page", "finding", "pay", "catalogue", "moves", "roles", "teams", "adverts"),
}
"""Floor -> its rooms in order: each may import those that stand before it, and no other."""

DOORS = {
    "msgspec": {
        "catalogue/store/",
        "catalogue/templates/schemas.py",
        "core/model/",
        "present/page/",
        "render/json_text.py",
    },
    "sqlite3": {"catalogue/store/compiled.py"},
    "rapidfuzz": {"core/model/likeness.py"},
    "yaml": {"catalogue/text/yaml_text.py"},
    "pypdf": {"catalogue/text/pdf_text.py"},
    "platformdirs": {"catalogue/files/paths.py"},
    "rich": {"render/terminal.py", "render/terminal_table.py", "render/terminal_text.py"},
    "typer": {"cli/"},
    "click": set(),
}
"""Library -> the files, or the rooms, that may import it."""

MOST_FILES = 20
"""The most files in one folder, beside the commands."""

LONGEST = 400


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            # What is imported from a package may be one of its modules.
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def modules(file: Path) -> Iterator[Path]:
    """The files of the program that a file imports."""
    for imported in imports(file):
        *parts, last = imported.split(".")[1:] if imported.startswith("mlroles.") else [""]
        for path in (SOURCE.joinpath(*parts, last), SOURCE.joinpath(*parts)):
            for module in (path.with_suffix(".py"), path / "__init__.py"):
                if module in FILES and module != file:
                    yield module


def name(file: Path) -> str:
    return file.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("file", FILES, ids=name)
def test_imports_go_down_only(file: Path) -> None:
    """A floor imports itself and the floors below it."""
    floor = file.relative_to(SOURCE).parts[0]
    assert floor in FLOORS or floor in ("__init__.py", "__main__.py"), f"{floor} is no floor"
    if floor in FLOORS:
        for imported in imports(file):
            package, *parts = imported.split(".")
            if package == "mlroles" and parts and parts[0] != "__version__":
                assert parts[0] in FLOORS[floor], f"{name(file)} imports {imported}"


@pytest.mark.parametrize("floor", ROOMS)
def test_rooms_stand_in_their_order(floor: str) -> None:
    """A room imports itself and the rooms before it, on demand and for types included."""
    order = ("__init__.py", *ROOMS[floor])
    for file in sorted((SOURCE / floor).rglob("*.py")):
        room = file.relative_to(SOURCE / floor).parts[0]
        assert room in order, f"{name(file)} is in no room of the table"
        for imported in modules(file):
            if imported.is_relative_to(SOURCE / floor):
                other = imported.relative_to(SOURCE / floor).parts[0]
                assert order.index(other) <= order.index(room), f"{name(file)} imports {other}"


def test_no_imports_in_a_circle() -> None:
    """No file imports, however indirectly, what imports it."""
    graph = {file: set(modules(file)) - {SOURCE / "__init__.py"} for file in FILES}
    done: set[Path] = set()

    def visit(file: Path, above: tuple[Path, ...]) -> None:
        assert file not in above, " -> ".join(map(name, (*above[above.index(file) :], file)))
        if file not in done:
            for other in sorted(graph[file]):
                visit(other, (*above, file))
            done.add(file)

    for file in FILES:
        visit(file, ())


def test_folders_are_small() -> None:
    """A room can be seen at a glance."""
    for folder in {file.parent for file in FILES} - {SOURCE / "cli" / "commands"}:
        assert len(list(folder.glob("*.py"))) <= MOST_FILES, name(folder)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_each_library_has_its_door(file: Path) -> None:
    """A library is imported only where the table says."""
    for imported in imports(file):
        doors = DOORS.get(imported.split(".")[0])
        if doors is not None:
            allowed = any(
                name(file) == d or (d[-1] == "/" and name(file).startswith(d)) for d in doors
            )
            assert allowed, f"{name(file)} imports {imported}"


@pytest.mark.parametrize("file", FILES, ids=name)
def test_files_are_short_and_say_what_they_are_for(file: Path) -> None:
    """A file begins with one sentence about its single job, and can be read in one go."""
    text = file.read_text("utf-8")
    told = ast.get_docstring(ast.parse(text)) or ""
    assert len(text.splitlines()) <= LONGEST or "Longer than other files" in told
    assert told, f"{name(file)} does not say what it is for"
    assert told.splitlines()[0].endswith(".")


PURE = [file for file in FILES if name(file).split("/")[0] in ("core", "present")]
ALLOWED_IN_PURE = {
    "bisect",
    "heapq",
    *(
        "array",
        "collections",
        "functools",
        "itertools",
        "math",
        "operator",
        "re",
        "typing",
        "types",
    ),
    *("html", "shlex", "unicodedata", "zlib", "mlroles", "msgspec", "rapidfuzz"),
}


@pytest.mark.parametrize("file", PURE, ids=name)
def test_core_and_present_touch_nothing_outside(file: Path) -> None:
    """The lower floors are pure: no files, no printing, no clock, no environment."""
    assert {imported.split(".")[0] for imported in imports(file)} <= ALLOWED_IN_PURE
    assert not set(called(file)) & {"open", "print", "input", "exit"}


def called(file: Path) -> Iterator[str]:
    """The names of the functions that a file calls, without what they are attributes of."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr


COMMAND_FILES = sorted((SOURCE / "cli" / "commands").glob("*.py"))


@pytest.mark.parametrize("file", COMMAND_FILES, ids=name)
def test_commands_are_plain(file: Path) -> None:
    """A command asks core and returns a report: no try, no raise, no exit, no writing."""
    assert not set(called(file)) & {"print", "exit", "echo", "secho", "write", "Exit"}
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        assert not isinstance(node, ast.Try | ast.Raise), f"{name(file)}:{node.lineno}"
        if isinstance(node, ast.FunctionDef):
            assert len(node.body) <= 6, f"{name(file)}:{node.lineno} is more than a few lines"


def test_the_tables_of_the_validator_agree_with_the_model() -> None:
    """Every field that names another entry is followed, and every file that is read is known."""
    followed = {
        (collection, path[-1]) for collection, rows in _REFERENCES.items() for _, path in rows
    }
    told = {"a role", "a skill", "a source", "a family of families.yaml"}
    told |= {"an activity of activities.yaml", "the role that this one is a speciality of"}
    for collection, kind in TYPES.items():
        for path, description in described(kind):
            if description in told or description.startswith("a skill;"):
                assert (collection, path) in followed, f"{kind.__name__}: {path}"
    assert set(KNOWN_FILES) == set(FILES_READ)


def described(kind: Any) -> Iterator[tuple[str, str]]:
    """The fields below a class of the model that hold text, with what is said of each."""
    for field in msgspec.structs.fields(kind):
        bare = get_args(field.type)[0] if get_origin(field.type) is Annotated else field.type
        inner = [a for a in (bare, *get_args(bare)) if isinstance(a, type)]
        for struct in [a for a in inner if issubclass(a, msgspec.Struct)]:
            yield from described(struct)
        notes = get_args(field.type)[1:] if get_origin(field.type) is Annotated else ()
        yield from ((field.name, note.description) for note in notes if note.description)
