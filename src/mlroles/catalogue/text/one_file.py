"""Read one file of a user's own, such as a team or a profile, into a class of the model."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from mlroles.catalogue.files.whole_file import STANDARD_INPUT, read_whole
from mlroles.core.model.errors import InvalidFile
from mlroles.core.model.limits import FILE, PROBLEMS_SHOWN
from mlroles.core.model.problem import Problem, an_error
from mlroles.core.model.shape import Finding, convert, shape_problems

if TYPE_CHECKING:
    from mlroles.catalogue.text.document import Document

T = TypeVar("T")


def read_one(path: str, kind: type[T], names: Callable[[T], Iterable[Finding]] = lambda _: ()) -> T:
    """Read a YAML or JSON file (`-`: standard input) as a value of a class of the model.

    `names` finds what the value names that there is not. Raises `UnreadableFile` where the file
    cannot be read, and `InvalidFile` where it is not what it should be; its details name each
    problem with its place and remedy.
    """
    from mlroles.catalogue.text.reading import read_document  # few commands read a file

    name = "standard input" if path == STANDARD_INPUT else path
    document = read_document(read_whole(path, FILE), name)
    value = shaped(document, name, kind)
    problems = _told(document, "unknown-reference", names(value))
    if problems:
        raise invalid(name, problems)
    return value


def shaped(document: "Document", name: str, kind: type[T]) -> T:
    """What a file of a name holds, as a value of a class of the model. Raises `InvalidFile`."""
    if document.problems:
        raise invalid(name, list(document.problems))
    problems = _told(document, "shape", shape_problems(document.data, kind))
    if problems:
        raise invalid(name, problems)
    return convert(document.data, kind)


def _told(document: "Document", rule: str, findings: Iterable[Finding]) -> list[Problem]:
    return [an_error(document.place(at), rule, what, remedy) for at, what, remedy in findings]


def invalid(name: str, problems: list[Problem]) -> InvalidFile:
    """The error for a file with problems, each in two lines, in the order of their places."""
    count = f"{len(problems)} error{'s' if len(problems) > 1 else ''}"
    told = sorted(problems, key=Problem.order)[: PROBLEMS_SHOWN.most]
    details = [line for problem in told for line in problem.lines()]
    return InvalidFile(f"{name} has {count}", "fix the errors listed above", details)
