"""Where each field of roles and skills comes from, as a report."""

from collections.abc import Sequence
from typing import Annotated

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.names import Entry
from mlroles.core.model.vocabulary import Id, Rung, about
from mlroles.core.roles.provenance import Origin, age_in_years, origins_of, too_old
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.blocks import Cell, Column, Page, Section, Toned, dim, tabled
from mlroles.present.page.report import Report
from mlroles.present.page.shapes import Named, answered

MOST_NAMED = 2
"""The parts of a field that are named beside one source; of more the page says how many."""


class OriginAnswer(Answer, frozen=True, kw_only=True):
    """One source of one field."""

    field: str
    part: Annotated[str | None, about("the part of the field, where it has several sources")]
    source: Named
    date: Annotated[str, about("the date that the source speaks of")]
    age_years: float
    too_old: Annotated[bool, about("whether its age exceeds the horizon of its source")]
    layer: Annotated[str | None, about("the catalogue that says so")]


class OriginsAnswer(Answer, frozen=True, kw_only=True):
    """Where the fields of a role or skill come from."""

    id: Id
    name: str
    fields: list[OriginAnswer]


def origins_report(
    catalogue: Catalogue,
    entries: Sequence[Entry],
    today: str,
    fields: Sequence[str] = (),
    rung: Rung | None = None,
) -> Report:
    """Field by field the source, its date and its age on the day `today` (YYYY-MM-DD).

    Of all fields, or of those named. Raises `AskedWrongly` as `origins_of` does.
    """
    found = origins_of(catalogue, entries, fields, rung)
    answers = [
        filled(OriginsAnswer, entry, fields=[_origin(catalogue, one, today) for one in origins])
        for entry, origins in zip(entries, found, strict=True)
    ]
    return Report(
        kinds=(OriginsAnswer,),
        document=True,
        data=lambda: answers[0] if len(answers) == 1 else answers,
        pages=lambda: tuple(map(_page, answers)),
        sections=dict.fromkeys(fields, ("fields",)),
        next_step="mlroles guide sources",
    )


def _origin(catalogue: Catalogue, origin: Origin, today: str) -> OriginAnswer:
    horizon = catalogue.sources[origin.source].horizon_years
    return answered(
        catalogue,
        OriginAnswer,
        origin,
        part=origin.about or None,
        age_years=round(age_in_years(origin.date, today), 1),
        too_old=too_old(origin.date, horizon, today),
        layer=origin.layer or None,
    )


def _page(answer: OriginsAnswer) -> Page:
    """A section for all fields that come from the same sources.

    Layers are named only where there are several.
    """
    layered = len({origin.layer for origin in answer.fields}) > 1
    by_field: dict[str, dict[tuple[str, ...], list[OriginAnswer]]] = {}
    for origin in answer.fields:
        source = (origin.source.id, origin.date, origin.layer or "")
        by_field.setdefault(origin.field, {}).setdefault(source, []).append(origin)
    fields: dict[tuple[tuple[Cell, ...], ...], list[str]] = {}
    for field, sources in by_field.items():
        rows = tuple(_row(origins, layered) for origins in sources.values())
        fields.setdefault(rows, []).append(field.replace("_", " "))
    columns = (Column(keep=True), Column(keep=True), Column(align="right", keep=True), Column())
    return Page(
        title=answer.name,
        subtitle="where each field comes from",
        sections=tuple(
            Section(title=", ".join(names), blocks=tabled(columns, rows))
            for rows, names in fields.items()
        ),
    )


def _row(origins: Sequence[OriginAnswer], layered: bool) -> tuple[Cell, ...]:
    first = origins[0]
    parts = [origin.part for origin in origins if origin.part]
    age = f"{first.age_years} years"
    told = Toned(text=f"{age}, too old", tone="poor") if first.too_old else age
    part = "; ".join(parts) if len(parts) <= MOST_NAMED else f"{len(origins)} of them"
    where = ": ".join(filter(None, [first.layer if layered else "", part]))
    return (first.source.id, first.date, told, dim(where))
