"""A report's records as CSV with a header, or as tab-separated text without one."""

from collections.abc import Iterator

from mlroles.present.page.report import Report, Scalar
from mlroles.render.formats import Surface

_NO_SEPARATORS = str.maketrans("\t\r\n", "   ")


def csv(report: Report, _surface: Surface) -> Iterator[str]:
    """Comma-separated values after RFC 4180 with a header, but lines end in one line feed."""
    import csv as writer  # what a pipe gets by itself does not need it
    from io import StringIO

    text = StringIO()
    lines = writer.writer(text, lineterminator="\n")
    records = report.records()
    lines.writerow(records.columns)
    yield text.getvalue()
    for row in records.rows:
        text.seek(0)
        text.truncate()
        lines.writerow([*map(_written, row)])
        yield text.getvalue()


def plain(report: Report, _surface: Surface) -> Iterator[str]:
    """One line for each record, cells separated by tabs; nothing is cut, wrapped or coloured."""
    if report.lines:
        yield from (f"{line}\n" for line in report.lines())
        return
    for row in report.records().rows:
        yield "\t".join(_written(cell).translate(_NO_SEPARATORS) for cell in row) + "\n"


def _written(cell: Scalar) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)
