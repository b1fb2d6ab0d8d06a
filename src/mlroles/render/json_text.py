"""A report as JSON or as one line of JSON for each entry."""

import json as encoder

from mlroles.present.report import Report
from mlroles.render.formats import Surface


def json(report: Report, _surface: Surface) -> str:
    """The report's data, indented, in UTF-8 as it is."""
    return encoder.dumps(report.data, ensure_ascii=False, indent=2) + "\n"


def jsonl(report: Report, _surface: Surface) -> str:
    """One line for each element of the report's data, or one line if it is not a list."""
    lines = report.data if isinstance(report.data, list) else [report.data]
    return "".join(encoder.dumps(line, ensure_ascii=False) + "\n" for line in lines)
