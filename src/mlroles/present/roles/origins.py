"""Where each field of roles and skills comes from, as a report."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.names import Entry, choose
from mlroles.core.model.vocabulary import Rung
from mlroles.core.roles.provenance import Origin, age_in_years, provenance, too_old
from mlroles.present.page.answer import Scalar
from mlroles.present.page.blocks import Cell, Column, Page, Section, Table, Toned
from mlroles.present.page.report import Records, Report

MOST_NAMED = 2
"""The parts of a field that are named beside one source; of more the page says how many."""

Item = dict[str, Scalar]

COLUMNS = ("id", "field", "about", "source", "date", "age_years", "too_old", "layer")


def origins_report(
    catalogue: Catalogue,
    entries: Sequence[Entry],
    today: str,
    fields: Sequence[str] = (),
    rung: Rung | None = None,
) -> Report:
    """Field by field the source, its date and its age on the day `today` (YYYY-MM-DD).

    Of all fields, or of those chosen. Raises `AskedWrongly` for a field that has no sources of
    its own, and for a rung, since sources are the same for all.
    """
    if rung:
        raise AskedWrongly("--sources speaks of all rungs at once", "leave out --level")
    known = dict.fromkeys(o.field for entry in entries for o in provenance(catalogue, entry))
    wanted = [choose(field, known, "field with sources here") for field in fields]

    def items(entry: Entry) -> list[Item]:
        return [
            _item(catalogue, origin, today)
            for origin in provenance(catalogue, entry)
            if not wanted or origin.field in wanted
        ]

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
        "layer": origin.layer,
    }


def _page(entry: Entry, items: Sequence[Item]) -> Page:
    """A section for all fields that come from the same sources.

    Layers are told only where there are several.
    """
    layered = len({item["layer"] for item in items}) > 1
    abouts: dict[Scalar, dict[tuple[Scalar, ...], list[Scalar]]] = {}
    for item in items:
        source = tuple(item[name] for name in ("source", "date", "age_years", "too_old", "layer"))
        abouts.setdefault(item["field"], {}).setdefault(source, []).append(item["about"])
    fields: dict[tuple[tuple[Cell, ...], ...], list[str]] = {}
    for field, sources in abouts.items():
        rows = tuple(_row(source, told, layered) for source, told in sources.items())
        fields.setdefault(rows, []).append(str(field).replace("_", " "))
    columns = (Column(keep=True), Column(keep=True), Column(align="right", keep=True), Column())
    return Page(
        title=entry.name,
        subtitle="where each field comes from",
        sections=tuple(
            Section(title=", ".join(names), blocks=(Table(columns=columns, rows=rows),))
            for rows, names in fields.items()
        ),
    )


def _row(source: tuple[Scalar, ...], abouts: Sequence[Scalar], layered: bool) -> tuple[Cell, ...]:
    id, date, age, old, layer = source
    told_abouts = [str(about) for about in abouts if about]
    about = "; ".join(told_abouts) if len(told_abouts) <= MOST_NAMED else f"{len(abouts)} of them"
    told = Toned(text=f"{age} years, too old", tone="poor") if old else f"{age} years"
    where = f"{layer}: {about}" if layered and about else layer if layered else about
    return (str(id), str(date), told, Toned(text=str(where), tone="dim"))
