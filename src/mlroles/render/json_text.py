"""A report as JSON or as one line of JSON for each entry."""

from collections.abc import Iterable, Iterator

from msgspec.json import encode
from msgspec.json import format as indented

from mlroles.present.page.report import Report
from mlroles.render.formats import Surface


def json(report: Report, _surface: Surface) -> Iterator[str]:
    """The report's data, indented, in UTF-8 as it is."""
    data = report.data()
    if report.streams and isinstance(data, Iterable):
        yield from _array(data)
    else:
        yield _indented(data) + "\n"


def jsonl(report: Report, _surface: Surface) -> Iterator[str]:
    """One line for each element of the report's data, or one line if it is not a list."""
    data = report.data()
    listed = data if report.streams or isinstance(data, list) else [data]
    for line in listed if isinstance(listed, Iterable) else ():
        yield encode(line).decode() + "\n"


def _array(data: Iterable[object]) -> Iterator[str]:
    """An array, element by element, as it would be written whole."""
    empty = True
    for element in data:
        yield ("[\n  " if empty else ",\n  ") + _indented(element).replace("\n", "\n  ")
        empty = False
    yield "[]\n" if empty else "\n]\n"


def _indented(data: object) -> str:
    return indented(encode(data), indent=2).decode()
