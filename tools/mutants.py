"""Change one thing in the core at a time, and see whether a test notices.

    python tools/mutants.py [--count N] [--seed S] [--under FOLDER]

Places are drawn at random from src/mlroles/core. A change is killed if any test fails: the recorded
answers run first, then the tests that name its module, those of the core, and all others. What
survives is printed, to be read: a missing test, or a change that changes nothing. Works in a copy.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).parent.parent
CORE = Path("src/mlroles/core")
FIRST = ("tests/core/test_values.py", "tests/answers")
SECONDS, ALL_SECONDS = 400, 1800
"""After so long a run counts as killed: the change made it endless."""

OPERATORS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
}
"""Operator -> how it is written, and what takes its place."""

ASIDE = ("maxsize", "strict")
"""Arguments that no answer depends on: the size of a memory, and a guard against unequal lists."""


class Mutant(NamedTuple):
    """A change of one place of a file, in characters from its start."""

    file: Path
    line: int
    start: int
    end: int
    new: str

    def text(self, source: str) -> str:
        """The file with the change."""
        return source[: self.start] + self.new + source[self.end :]

    def told(self, source: str) -> str:
        """The change in a line."""
        line = source.splitlines()[self.line - 1].strip()
        return (
            f"{self.file}:{self.line}: {source[self.start : self.end]!r} -> {self.new!r} in {line}"
        )


def mutants(file: Path, source: str) -> Iterator[Mutant]:
    """All changes of a file: operators, numbers, truth values, and what is negated."""
    lengths = [0]
    for line in source.splitlines(keepends=True):
        lengths.append(lengths[-1] + len(line))

    def at(line: int, column: int) -> int:
        text = source[lengths[line - 1] : lengths[line]].encode()[:column].decode()
        return lengths[line - 1] + len(text)

    def start(node: ast.expr) -> int:
        return at(node.lineno, node.col_offset)

    def end(node: ast.expr) -> int:
        return at(node.end_lineno or 0, node.end_col_offset or 0)

    def between(left: ast.expr, operator: ast.AST, right: ast.expr) -> Iterator[Mutant]:
        old, new = OPERATORS.get(type(operator), ("", ""))
        place = source.find(old, end(left), start(right)) if old else -1
        if place >= 0:
            yield Mutant(file, left.end_lineno or 0, place, place + len(old), new)

    for node in _code(ast.parse(source)):
        match node:
            case ast.Compare(left=left, ops=operators, comparators=others):
                for one, operator, two in zip([left, *others], operators, others, strict=False):
                    yield from between(one, operator, two)
            case ast.BinOp(left=left, op=operator, right=right):
                yield from between(left, operator, right)
            case ast.BoolOp(op=operator, values=[left, right, *_]):
                yield from between(left, operator, right)
            case ast.UnaryOp(op=ast.Not()):
                yield Mutant(file, node.lineno, start(node), start(node) + len("not"), "")
            case ast.Constant(value=bool(value)):
                yield Mutant(file, node.lineno, start(node), end(node), str(not value))
            case ast.Constant(value=int(value)):
                yield Mutant(file, node.lineno, start(node), end(node), str(value + 1))


def _code(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a tree that are run, without annotations and what no answer depends on."""
    for field, value in ast.iter_fields(tree):
        if field not in ("annotation", "returns"):
            for child in value if isinstance(value, list) else [value]:
                aside = isinstance(child, ast.keyword) and child.arg in ASIDE
                if isinstance(child, ast.AST) and not aside:
                    yield child
                    yield from _code(child)


def survives(copy: Path, file: Path) -> bool:
    """Whether all tests pass with a change of a file: first those that name its module."""
    module = ".".join(file.with_suffix("").parts[1:])
    tests = sorted((copy / "tests").rglob("test_*.py"))
    near = [path for path in tests if module in path.read_text("utf-8")]
    environment = os.environ | {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    for paths in filter(None, (FIRST, near, ["tests/core"], ["tests"])):
        processes, seconds = ("auto", ALL_SECONDS) if paths == ["tests"] else ("0", SECONDS)
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", processes, *map(str, paths)]
        try:
            done = subprocess.run(
                command, cwd=copy, env=environment, capture_output=True, timeout=seconds
            )
        except subprocess.TimeoutExpired:
            return False
        if done.returncode:
            return False
    return True


def main() -> None:
    """Draw changes, try them and print what survives."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--under", type=Path, default=CORE)
    options = parser.parse_args()
    survived = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"  # what is edited meanwhile changes nothing here
        left_out = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__")
        shutil.copytree(TOP, copy, ignore=left_out)
        files = [path.relative_to(copy) for path in sorted((copy / options.under).rglob("*.py"))]
        every = [one for file in files for one in mutants(file, (copy / file).read_text("utf-8"))]
        drawn = random.Random(options.seed).sample(every, min(options.count, len(every)))
        if not survives(copy, drawn[0].file):
            sys.exit("The tests fail without any change.\nMend them first.")
        for number, mutant in enumerate(drawn, 1):
            source = (copy / mutant.file).read_text("utf-8")
            (copy / mutant.file).write_text(mutant.text(source), "utf-8")
            if survives(copy, mutant.file):
                survived += 1
                print(mutant.told(source), flush=True)
            (copy / mutant.file).write_text(source, "utf-8")
            print(f"{number} of {len(drawn)}, {survived} survived", end="\r", file=sys.stderr)
    print(f"{len(drawn) - survived} of {len(drawn)} killed, of {len(every):,} changes", flush=True)


if __name__ == "__main__":
    main()
