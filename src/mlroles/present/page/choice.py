"""A part of a report: some sections, or some fields of its answer; and an answer as rows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.names import choose
from mlroles.core.model.vocabulary import replace
from mlroles.present.page.answer import (
    Answer,
    Scalar,
    Words,
    cell,
    columns,
    kept,
    paths,
    plain_data,
    rows_at,
    table_at,
    tables,
    value_at,
    without,
)
from mlroles.present.page.blocks import Page
from mlroles.present.page.report import Records, Report

OTHER_WORDS = {
    **dict.fromkeys(("salary", "salaries", "wage", "wages", "earnings"), "pay"),
    **dict.fromkeys(("duties", "tasks", "activities", "work"), "responsibilities"),
    **dict.fromkeys(("technologies", "software", "stack"), "tools"),
    **dict.fromkeys(("levels", "seniority"), "rungs"),
    **dict.fromkeys(("adverts", "market", "jobs"), "demand"),
}
"""What sections are called elsewhere -> the section."""


def in_part(report: Report, sections: Sequence[str], fields: Sequence[str]) -> Report:
    """The report with these sections and these fields of its answer only; all if none is named.

    A field is a path of keys joined by dots. Raises `AskedWrongly` for a section or a field that
    the answer does not have.
    """
    if not report.kinds:
        return report
    found = _sections(report)
    names = [section_named(one, found) for one in sections]
    kept_fields = {field for name in names for field in found[name]}
    left_out = {field for of in found.values() for field in of if names}
    left_out = {field for field in left_out if not any(_within(field, k) for k in kept_fields)}
    wanted: dict[str, Any] = {}
    for path in checked(fields, report.kinds, report.words):
        below = wanted
        for key in path.split("."):
            below = below.setdefault(key, {})

    def part(entry: object) -> Any:
        plain = plain_data(entry)
        for path in left_out:
            plain = without(plain, path.split("."))
        return kept(plain, wanted)

    def data() -> object:
        whole = report.data()
        parts = map(part, whole) if isinstance(whole, Iterable) else part(whole)
        return list(parts) if isinstance(parts, map) and not report.streams else parts

    def pages() -> tuple[Page, ...]:
        return tuple(_page(page, names) for page in report.pages())

    return replace(report, data=data, pages=pages) if names or fields else report


def as_rows(report: Report, sections: Sequence[str] = (), fields: Sequence[str] = ()) -> Records:
    """The rows of a report: those of the one section that is named, or of its only table.

    `fields` are the columns, paths within a row; by default all that fit into one. Raises
    `AskedWrongly` for a section or field that there is not, and where an answer has several
    tables and none is named.
    """
    if report.records:
        return _in_columns(report.records(), fields)
    table, kinds = _table(report, sections)
    names = checked(fields, kinds, report.words) or columns(kinds, report.words)
    of_entries = bool(table) and "id" in report.kinds[0].__struct_fields__
    places = [tuple(name.split(".")) for name in names]

    def rows() -> Iterator[tuple[Scalar, ...]]:
        found = report.data()
        for entry in map(plain_data, found if isinstance(found, Iterable) else [found]):
            for row in rows_at(entry, table) if table else (entry,):
                cells = (cell(value_at(row, place)) for place in places)
                yield (entry["id"], *cells) if of_entries else tuple(cells)

    return Records(columns=("entry", *names) if of_entries else tuple(names), rows=rows())


def _in_columns(records: Records, fields: Sequence[str]) -> Records:
    """Rows in these columns only; in all if none is named."""
    known = records.columns
    names = tuple(choose(field, known, "column here", known) for field in fields)
    places = [known.index(name) for name in names]
    rows = (tuple(row[place] for place in places) for row in records.rows)
    return Records(columns=names, rows=rows) if names else records


def section_named(typed: str, known: Iterable[str]) -> str:
    """The section that is meant. Raises `AskedWrongly` with the nearest one, or with all."""
    names = tuple(known)
    meant = OTHER_WORDS.get(typed.casefold())
    if meant in names and typed not in names:
        raise AskedWrongly(f"no section called {typed!r}", f"did you mean {meant!r}?")
    return choose(typed.replace("-", "_"), names, "section", names)


def _page(page: Page, names: Sequence[str]) -> Page:
    """The page with the sections of these names, if it has any of them."""
    found = tuple(section for section in page.sections if section.name in names)
    return replace(page, sections=found) if found else page


def checked(fields: Sequence[str], kinds: tuple[type[Answer], ...], words: Words) -> list[str]:
    """The fields as they are spelt in answers of some classes. Raises `AskedWrongly`."""
    known = paths(kinds, words) if fields else ()
    return [choose(field, known, "field", known) for field in fields]


def _within(field: str, other: str) -> bool:
    """Whether one of two paths is the other or leads through it."""
    return f"{field}.".startswith(f"{other}.") or other.startswith(f"{field}.")


def _sections(report: Report) -> dict[str, tuple[str, ...]]:
    """Section -> the fields of the answer that belong to it; by default each table by itself."""
    return dict(report.sections) or {name: (name,) for name in tables(report.kinds)}


def _table(report: Report, sections: Sequence[str]) -> tuple[str, tuple[type[Answer], ...]]:
    """The field that holds the rows, or "" for the entries themselves, and the rows' classes."""
    top = tables(report.kinds)
    deeper = [field for of in report.sections.values() for field in of if "." in field]
    known = {**top, **{field: table_at(report.kinds, field) for field in deeper}}
    parts = {**_sections(report), **{name: (name,) for name in top}}
    asked = [section_named(one, parts) for one in sections]
    names = list(dict.fromkeys(field for one in asked for field in parts[one] if field in known))
    if asked and not names:
        raise AskedWrongly(f"the section {asked[0]!r} is not a table", f"choose {' or '.join(top)}")
    if not names and report.document and len(top) > 1 and not report.table:
        told = f"this answer has several tables: {', '.join(top)}"
        raise AskedWrongly(told, "choose one with --section NAME")
    if len(names) > 1:
        raise AskedWrongly("these are several tables", "name one section")
    table = names[0] if names else report.table or (next(iter(top), "") * report.document)
    return table, table_at(report.kinds, table) if table else report.kinds
