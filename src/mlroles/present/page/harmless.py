"""A report without what would harm where it is shown: in a terminal, or in a spreadsheet."""

from typing import Any

from mlroles.core.model.formulas import guarded
from mlroles.core.model.vocabulary import Value, replace
from mlroles.present.page.answer import Scalar
from mlroles.present.page.report import Records, Report
from mlroles.present.page.visible import visible, without_controls


def for_terminals(report: Report) -> Report:
    """The report with pages and a graph in which no character is obeyed or unseen."""
    graph = report.graph
    return replace(
        report,
        pages=lambda: _visible(report.pages()),
        graph=graph and (lambda: _visible(graph())),
        more=visible(report.more),
        next_step=visible(report.next_step),
        next_steps=_visible(tuple(report.next_steps)),
    )


def for_spreadsheets(records: Records) -> Records:
    """Rows in which no text is taken for a formula, and none holds control characters."""

    def safe(cell: Scalar) -> Scalar:
        return guarded(without_controls(cell)) if isinstance(cell, str) else cell

    return Records(
        columns=tuple(map(guarded, map(without_controls, records.columns))),
        rows=(tuple(map(safe, row)) for row in records.rows),
    )


def _visible(part: Any) -> Any:
    """A part of a page with its texts made visible."""
    if isinstance(part, str):
        return visible(part, "\t\r\n")
    if isinstance(part, tuple):
        return tuple(map(_visible, part))
    if isinstance(part, Value):
        fields = part.__struct_fields__
        return type(part)(**{field: _visible(getattr(part, field)) for field in fields})
    return part
