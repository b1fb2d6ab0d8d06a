"""Read the tables of a publication as they are published, or say what is wrong with them."""

import csv
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from mlroles.catalogue.files.progress import Progress
from mlroles.catalogue.files.whole_file import read_whole
from mlroles.catalogue.imports.wording import clean
from mlroles.core.model.errors import UnreadableFile
from mlroles.core.model.imported import Finding
from mlroles.core.model.limits import FILE, LARGE_FILE
from mlroles.core.model.vocabulary import Value

Row = dict[str, str]
"""Column -> value; empty where there is none."""

FEW = 4
"""How many repeated entries are named."""


class Publication(Value, frozen=True, kw_only=True):
    """A folder of tables that belong together."""

    folder: str
    title: str
    remedy: str
    """Where to get the files, for whoever has others."""
    tabbed: bool
    """Whether tabs part the values and quotes mean nothing; else commas do, and quotes count."""
    tables: tuple[str, ...]
    """All tables that are read, in their order."""
    progress: Progress | None
    partial: bool = True
    """Whether tables may be missing without which a whole kind of entries is."""

    def read(
        self, table: str, columns: Sequence[str], renamed: Mapping[str, str] | None = None
    ) -> list[Row]:
        """The rows of a table that must have these columns; others come along.

        `renamed` are columns that newer releases call otherwise: newer name -> the usual one.
        Raises `UnreadableFile` if it is not there, cannot be read, is another file or has no rows.
        """
        rows = self._read(table, columns, renamed or {})
        if not rows:
            told = f"{os.path.join(self.folder, table)!r} has a heading and no rows"
            raise UnreadableFile(told, self.remedy)
        return rows

    def _read(self, table: str, columns: Sequence[str], renamed: Mapping[str, str]) -> list[Row]:
        if self.progress:
            done = self.tables.index(table) if table in self.tables else 0
            self.progress(f"reading {table}", done, len(self.tables))
        path = os.path.join(self.folder, table)
        try:
            if not os.path.isfile(path):
                told = f"{self.folder!r} has no file {table!r}"
                if not os.path.isdir(self.folder):
                    told = f"there is no folder {self.folder!r}"
                raise UnreadableFile(told, self.remedy)
            text = StringIO(read_whole(path, LARGE_FILE).decode("utf-8-sig"), newline="")
            return list(self._rows(path, text, columns, renamed))
        except UnicodeDecodeError:
            raise UnreadableFile(f"{path!r} is not UTF-8 text", self.remedy) from None

    def has(self, table: str) -> bool:
        """Whether a table is there."""
        return os.path.isfile(os.path.join(self.folder, table))

    def read_if_there(
        self,
        table: str,
        columns: Sequence[str],
        findings: list[Finding],
        renamed: Mapping[str, str] | None = None,
        loses: str = "",
    ) -> list[Row]:
        """The rows of a table, as `read` gives them; where it is not there, none, and a finding.

        `loses` says what the catalogue would be without for want of the table, if that is a whole
        kind of entries. Raises `UnreadableFile`, also for such a table unless it is `partial`.
        """
        if os.path.isdir(self.folder) and not self.has(table):
            if loses and not self.partial:
                told = f"{self.folder!r} has no file {table!r}, and without it there are no {loses}"
                raise UnreadableFile(told, f"{self.remedy}; or add --partial to go without them")
            note(findings, 1, f"missing file: {table}", "done without", fault=True)
            return []
        if loses and not self.partial:
            return self.read(table, columns, renamed)
        return self._read(table, columns, renamed or {})

    def read_me(self) -> str:
        """The text that comes with the tables and names their release; empty if it is not there."""
        try:
            path = os.path.join(self.folder, "Read Me.txt")
            return read_whole(path, FILE).decode("utf-8-sig") if os.path.isfile(path) else ""
        except (UnreadableFile, UnicodeDecodeError):
            return ""

    def _rows(
        self, path: str, file: Iterable[str], columns: Sequence[str], renamed: Mapping[str, str]
    ) -> Iterator[Row]:
        tabs = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        lines = tabs if self.tabbed else csv.reader(file, strict=True)
        try:
            header = [renamed.get(column, column) for column in next(lines, [])]
            if lacking := [column for column in columns if column not in header]:
                told = f"{path!r} is not a file of {self.title}: it has no column {lacking[0]!r}"
                raise UnreadableFile(told, self.remedy)
            for line in lines:
                if line and len(line) != len(header):
                    raise csv.Error(f"{len(line)} values where there are {len(header)} columns")
                if line:
                    yield dict(zip(header, line, strict=True))
        except csv.Error as error:
            told = f"{path!r} is damaged in line {lines.line_num}: {error}"
            raise UnreadableFile(told, self.remedy) from None


def distinct(
    rows: Iterable[Row], table: str, key: str, name: str, findings: list[Finding]
) -> list[Row]:
    """The rows of a table that stand for one entry each, sorted by the column that is its key.

    Rows without a key or a name are left out, and of those that repeat a key all but the first.
    """
    kept: dict[str, Row] = {}
    repeated: list[str] = []
    nameless = 0
    for row in rows:
        if not (row[key].strip() and clean(row[name])):
            nameless += 1
        elif kept.setdefault(row[key], row) is not row:
            repeated.append(clean(row[name]))
    note(findings, nameless, f"rows of {table} without a name", "left out", fault=True)
    told = f"left out; the first of each is taken: {', '.join(repeated[:FEW])}"
    note(findings, len(repeated), f"rows of {table} that repeat an entry", told, fault=True)
    return [kept[value] for value in sorted(kept)]


def note(findings: list[Finding], count: int, what: str, done: str, *, fault: bool = False) -> None:
    """Add a finding, if there is anything of it."""
    if count:
        findings.append(Finding(count=count, what=what, done=done, fault=fault))


def number(row: Row, column: str, most: float) -> float:
    """A number from 0 to `most`. Raises `UnreadableFile` where something else stands."""
    try:
        value = float(row[column])
    except ValueError:
        value = -1
    if not 0 <= value <= most:
        told = f"{row[column]!r} stands in the column {column!r}, where a number belongs"
        raise UnreadableFile(told, "compare the file with the one that is published")
    return value
