"""The house: which floor may import which, and which file may open the door to a library."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "mlroles"
FILES = sorted(SOURCE.rglob("*.py"))

FLOORS = {
    "core": {"core"},
    "catalogue": {"core", "catalogue"},
    "present": {"core", "present"},
    "render": {"present", "render"},
    "cli": {"core", "catalogue", "present", "render", "cli"},
}
"""Floor -> the floors that it may import."""

DOORS = {
    "msgspec": {"core/vocabulary.py", "core/shape.py", "render/json_text.py"},
    "rapidfuzz": {"core/likeness.py"},
    "yaml": {"catalogue/yaml_text.py"},
    "platformdirs": {"catalogue/paths.py"},
    "rich": {"render/terminal.py"},
    "typer": {"cli/"},
    "click": set(),
}
"""Library -> the files, or the floor, that may import it."""

LONGEST = 260


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            # What is imported from a package may be one of its modules.
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def name(file: Path) -> str:
    return file.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("file", FILES, ids=name)
def test_imports_go_down_only(file: Path) -> None:
    """A floor imports itself and the floors below it."""
    floor = file.relative_to(SOURCE).parts[0]
    if floor in FLOORS:
        for imported in imports(file):
            package, *parts = imported.split(".")
            if package == "mlroles" and parts[0] not in ("__version__",):
                assert parts[0] in FLOORS[floor], f"{name(file)} imports {imported}"


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
    assert len(text.splitlines()) <= LONGEST
    told = ast.get_docstring(ast.parse(text))
    assert told, f"{name(file)} does not say what it is for"
    assert told.splitlines()[0].endswith(".")


@pytest.mark.parametrize("file", FILES, ids=name)
def test_core_and_present_touch_nothing_outside(file: Path) -> None:
    """The lower floors are pure: no files, no printing, no clock, no environment."""
    if name(file).split("/")[0] not in ("core", "present"):
        return
    forbidden = {"os", "io", "sys", "pathlib", "time", "datetime", "random", "subprocess"}
    assert not forbidden & {imported.split(".")[0] for imported in imports(file)}
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "print", "input"}


def test_commands_are_plain() -> None:
    """A command asks core and returns a report: no try, no exit, no print."""
    for file in sorted((SOURCE / "cli" / "commands").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            assert not isinstance(node, ast.Try), f"{name(file)}:{node.lineno}"
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("print", "exit"), f"{name(file)}:{node.lineno}"
