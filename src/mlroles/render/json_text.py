"""A report as JSON or as one line of JSON for each entry."""

from msgspec.json import encode
from msgspec.json import format as indented

from mlroles.present.report import Report
from mlroles.render.formats import Surface


def json(report: Report, _surface: Surface) -> str:
    """The report's data, indented, in UTF-8 as it is."""
    return indented(encode(report.data()), indent=2).decode() + "\n"


def jsonl(report: Report, _surface: Surface) -> str:
    """One line for each element of the report's data, or one line if it is not a list."""
    data = report.data()
    return "".join(
        encode(line).decode() + "\n" for line in (data if isinstance(data, list) else [data])
    )
