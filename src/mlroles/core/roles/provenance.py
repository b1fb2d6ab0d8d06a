"""Where each field of a role or skill comes from, and when."""

import re
from collections.abc import Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.names import Entry, choose
from mlroles.core.model.vocabulary import Id, Rung, Scheme, Value, replace

EDITORIAL = "editorial"
"""The source of what is the catalogue's own judgement."""

SCHEME_SOURCES: dict[Scheme, str] = {"onet-soc": "onet-", "esco": "esco-"}
"""Scheme -> how the ids of the sources begin that publish it."""

OWN_WORDS = (
    "alternate_names",
    "definition",
    "summary",
    "not_to_be_confused_with",
    "entry",
    "green",
    "industries",
)
JUDGEMENTS = ("lifecycle", "responsibilities", "skills", "tools", "rungs")


class Origin(Value, frozen=True, kw_only=True):
    """One source of one field: what of it comes from there, and the date that it speaks of."""

    field: str
    about: str
    """Which part of the field, where it has several sources; else empty."""
    source: Id
    date: str
    layer: str
    """The layer of the catalogue that says so."""


def provenance(catalogue: Catalogue, entry: Entry) -> list[Origin]:
    """Where the fields of a role or skill come from, in the order of its file."""
    if isinstance(entry, Role):
        return _of_role(catalogue, entry)
    layer = catalogue.layer_of(f"skills/{entry.id}")
    dates = {id: catalogue.sources[id].published for id in entry.sources}
    return [
        Origin(field="all fields", about="", source=id, date=date, layer=layer)
        for id, date in dates.items()
    ]


def origins_of(
    catalogue: Catalogue,
    entries: Sequence[Entry],
    fields: Sequence[str] = (),
    rung: Rung | None = None,
) -> list[list[Origin]]:
    """The origins of each entry's fields: all of them, or those of the fields named.

    Raises `AskedWrongly` for a field that none of the entries has sources of, and for a rung.
    """
    if rung:
        raise AskedWrongly("sources are the same at all levels of seniority", "leave out --rung")
    found = [provenance(catalogue, entry) for entry in entries]
    known = list(dict.fromkeys(origin.field for origins in found for origin in origins))
    wanted = [choose(field, known, "field with sources here", known) for field in fields] or known
    return [[origin for origin in origins if origin.field in wanted] for origins in found]


def _of_role(catalogue: Catalogue, role: Role) -> list[Origin]:
    """The origins of a role's fields.

    A field has the sources that `sources_of` names for it. Failing that, words have those of
    the role that no figure and no classification is taken from, and judgements are editorial.
    """
    figures = {pay.source for pay in role.pay} | {demand.source for demand in role.demand}
    figures |= {outlook.source for outlook in role.outlook}
    published = tuple(SCHEME_SOURCES.values())
    works = [id for id in role.sources if id not in figures and not id.startswith(published)]
    works = works or role.sources
    judgement = [EDITORIAL] if EDITORIAL in catalogue.sources else works
    found: list[Origin] = []
    for field in OWN_WORDS:
        if getattr(role, field):
            found += _of_words(catalogue, role, field, works)
    for code in role.codes:
        beginning = SCHEME_SOURCES.get(code.scheme, code.scheme)
        told = code.code or "no counterpart"
        for id in [id for id in role.sources if id.startswith(beginning)] or works:
            found.append(_origin(catalogue, role, "codes", id, told))
    for field in JUDGEMENTS:
        if getattr(role, field) not in ([], {}):
            found += _of_words(catalogue, role, field, judgement)
    for _, other, handoff in catalogue.handoffs_of(role):
        for id in handoff.sources:
            about = f"{handoff.artefact}, with {other}"
            from_layer = catalogue.layer_of(f"handoffs/{handoff.id}")
            found.append(replace(_origin(catalogue, role, "handoffs", id, about), layer=from_layer))
    for pay in role.pay:
        about = f"{pay.country}, {pay.basis}, {pay.rung if pay.rung != 'all' else 'all rungs'}"
        from_layer = catalogue.layer_of(f"pay/{role.id}/{pay.country}", f"roles/{role.id}")
        found.append(
            Origin(field="pay", about=about, source=pay.source, date=pay.year, layer=from_layer)
        )
    for demand in role.demand:
        origin = _origin(catalogue, role, "demand", demand.source, f"{demand.n:,} adverts")
        found.append(replace(origin, date=demand.period))
    for outlook in role.outlook:
        found.append(_origin(catalogue, role, "outlook", outlook.source, outlook.occupation))
    return found


def _of_words(
    catalogue: Catalogue, role: Role, field: str, otherwise: Sequence[Id]
) -> Iterator[Origin]:
    for id in role.sources_of.get(field, otherwise):
        yield _origin(catalogue, role, field, id)


def _origin(catalogue: Catalogue, role: Role, field: str, source: Id, about: str = "") -> Origin:
    date = role.reviewed if source == EDITORIAL else catalogue.sources[source].published
    layer = catalogue.layer_of(f"roles/{role.id}")
    return Origin(field=field, about=about, source=source, date=date, layer=layer)


_YEAR_AND_MONTH = re.compile(r"(\d{4})(?:-(\d{2})(?!\d))?")


def month_of(dates: str) -> int:
    """The month in which dates end, counted from the year 0.

    Takes days, months, years and spans as the catalogue writes them; what names no month ends
    with its year: "2024-2025" is December 2025. Raises `ValueError` where there is no year.
    """
    found = _YEAR_AND_MONTH.findall(dates)
    if not found:
        raise ValueError(f"{dates!r} names no year")
    year, month = found[-1]
    return int(year) * 12 + int(month or 12)


def age_in_years(dates: str, today: str) -> float:
    """How many years ago dates ended, in twelfths; 0 for those that have not ended."""
    return max(0, month_of(today) - month_of(dates)) / 12


def too_old(dates: str, horizon_years: int, today: str) -> bool:
    """Whether a fact of these dates is older than its source's facts may be."""
    return age_in_years(dates, today) > horizon_years
