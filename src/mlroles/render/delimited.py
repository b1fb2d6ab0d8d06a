"""The rows of a report as CSV or as tab-separated text."""

from collections.abc import Iterable, Iterator
from itertools import chain

from mlroles.present.page.answer import Scalar
from mlroles.present.page.choice import as_rows
from mlroles.present.page.report import Records, Report
from mlroles.render.formats import Surface

_NO_SEPARATORS = str.maketrans("\t\r\n", "   ")


def csv(report: Report, _surface: Surface) -> Iterator[str]:
    """Comma-separated values after RFC 4180 with a header, but lines end in one line feed."""
    import csv as writer  # what a pipe gets by itself does not need it
    from io import StringIO

    text = StringIO()
    lines = writer.writer(text, lineterminator="\n")
    records = rows_of(report)
    lines.writerow(records.columns)
    yield text.getvalue()
    for row in records.rows:
        text.seek(0)
        text.truncate()
        lines.writerow([*map(_written, row)])
        yield text.getvalue()


def tsv(report: Report, _surface: Surface) -> Iterator[str]:
    """One line for each row, cells separated by tabs, below a header; nothing is cut or wrapped."""
    records = rows_of(report)
    yield from (_tabbed(row) for row in chain([records.columns], records.rows))


def plain(report: Report, _surface: Surface) -> Iterator[str]:
    """The same without a header, or the lines that other programs know a form of."""
    if report.lines:
        yield from (f"{line}\n" for line in report.lines())
    else:
        yield from map(_tabbed, rows_of(report).rows)


def rows_of(report: Report) -> Records:
    """The rows that were chosen, or those of the report's only table."""
    return report.records() if report.records else as_rows(report)


def _tabbed(row: Iterable[Scalar]) -> str:
    return "\t".join(_written(cell).translate(_NO_SEPARATORS) for cell in row) + "\n"


def _written(cell: Scalar) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)
