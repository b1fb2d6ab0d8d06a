"""What must hold for the figures of a good catalogue: enough behind each, and none too old."""

from collections.abc import Iterator

from mlroles.catalogue.checking.rules import Breach
from mlroles.catalogue.reading.draft import Draft
from mlroles.core.model.problem import Place
from mlroles.core.pay.figures import FEWEST
from mlroles.core.roles.provenance import EDITORIAL, too_old


def too_few(draft: Draft) -> Iterator[Breach]:
    """Enough adverts or people stand behind a figure."""
    for id, role in draft.entries["roles"].items():
        for field in ("pay", "demand"):
            for position, figure in enumerate(getattr(role, field)):
                if figure.n < FEWEST:
                    place = draft.place("roles", id, field, position, "n")
                    told = f"n is {figure.n}, and under {FEWEST} a figure says too little"
                    yield place, told, "pool it with its neighbours, or remove it"


def outdated(draft: Draft) -> Iterator[Breach]:
    """No fact is older than the facts of its source may be."""
    for place, source, date in _dated(draft):
        found = draft.entries["sources"].get(source)
        if found and too_old(date, found.horizon_years, draft.today):
            told = f"this is of {date}, and facts from {source!r} hold {found.horizon_years} years"
            yield place, told, "look it up again, or remove it"


def _dated(draft: Draft) -> Iterator[tuple[Place, str, str]]:
    """Place, source and date of every fact that has a date of its own."""
    for id, source in draft.entries["sources"].items():
        if id != EDITORIAL:
            yield draft.place("sources", id, "published"), id, source.published
    for id, role in draft.entries["roles"].items():
        yield draft.place("roles", id, "reviewed"), EDITORIAL, role.reviewed
        for position, pay in enumerate(role.pay):
            yield draft.place("roles", id, "pay", position, "year"), pay.source, pay.year
        for position, demand in enumerate(role.demand):
            place = draft.place("roles", id, "demand", position, "period")
            yield place, demand.source, demand.period
    for collection in ("teams", "topics"):
        for id, entry in draft.entries[collection].items():
            yield draft.place(collection, id, "reviewed"), EDITORIAL, entry.reviewed
