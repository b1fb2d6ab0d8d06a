"""Where each field of roles and skills comes from, as a report."""

from collections.abc import Sequence

from mlroles.core.age import age_in_years, too_old
from mlroles.core.catalogue import Catalogue
from mlroles.core.names import Entry
from mlroles.core.provenance import Origin, provenance
from mlroles.present.blocks import Cell, Column, Page, Section, Table, Toned
from mlroles.present.report import Records, Report, Scalar

Item = dict[str, Scalar]

COLUMNS = ("id", "field", "about", "source", "date", "age_years", "too_old")


def origins_report(catalogue: Catalogue, entries: Sequence[Entry], today: str) -> Report:
    """Field by field the source, its date and its age on the day `today` (YYYY-MM-DD)."""

    def items(entry: Entry) -> list[Item]:
        return [_item(catalogue, origin, today) for origin in provenance(catalogue, entry)]

    return Report(
        pages=lambda: tuple(_page(entry, items(entry)) for entry in entries),
        data=lambda: [
            {"id": entry.id, "name": entry.name, "fields": items(entry)} for entry in entries
        ],
        records=lambda: Records(
            columns=COLUMNS,
            rows=tuple(
                (entry.id, *(item[name] for name in COLUMNS[1:]))
                for entry in entries
                for item in items(entry)
            ),
        ),
        next_step="mlroles guide sources",
    )


def _item(catalogue: Catalogue, origin: Origin, today: str) -> Item:
    horizon = catalogue.sources[origin.source].horizon_years
    return {
        "field": origin.field,
        "about": origin.about,
        "source": origin.source,
        "date": origin.date,
        "age_years": round(age_in_years(origin.date, today), 1),
        "too_old": too_old(origin.date, horizon, today),
    }


def _page(entry: Entry, items: Sequence[Item]) -> Page:
    rows: list[tuple[Cell, ...]] = []
    for position, item in enumerate(items):
        repeated = position and items[position - 1]["field"] == item["field"]
        rows.append(
            (
                Toned(text="" if repeated else str(item["field"]), tone="strong"),
                str(item["about"]),
                str(item["source"]),
                str(item["date"]),
                f"{item['age_years']} years",
                Toned(text="too old", tone="poor") if item["too_old"] else "",
            )
        )
    columns = (
        Column(keep=True),
        Column(),
        Column(title="source"),
        Column(title="of", keep=True),
        Column(title="age", align="right", keep=True),
        Column(keep=True),
    )
    table = Table(columns=columns, rows=tuple(rows))
    return Page(
        title=entry.name,
        subtitle="where each field comes from",
        sections=(Section(title="", blocks=(table,)),),
    )
