"""The JSON that commands have in common, key by key; docs/json.md describes all of it."""

from collections.abc import Iterable

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import (
    Activity,
    HandOff,
    Pay,
    Role,
    Skill,
)
from mlroles.core.pay.figures import PayAt

Payload = dict[str, object]


def names_payload(entries: Iterable[Role | Skill | Activity]) -> list[Payload]:
    """Ids with the names beside them."""
    return [{"id": entry.id, "name": entry.name} for entry in entries]


def figure_payload(pay: Pay) -> Payload:
    """What is paid, by country and rung."""
    return {
        "country": pay.country,
        "currency": pay.currency,
        "basis": pay.basis,
        "rung": pay.rung,
        "year": pay.year,
        "n": pay.n,
        "p10": pay.p10,
        "p25": pay.p25,
        "median": pay.median,
        "p75": pay.p75,
        "p90": pay.p90,
        "source": pay.source,
        "note": pay.note,
    }


def pay_payload(pay: PayAt) -> Payload:
    """What is paid at one rung: the figure it rests on, and how."""
    bound = {"bound": pay.bound, "pooled": pay.pooled}
    return {**figure_payload(pay.figure), "rung": pay.rung, **bound}


def named_payload(catalogue: Catalogue, role: str | None) -> Payload | None:
    """A role's id with its name beside it, or None."""
    return {"id": role, "name": catalogue.role_names[role]} if role else None


def handoffs_payload(catalogue: Catalogue, handoffs: Iterable[HandOff]) -> list[Payload]:
    """What changes hands, between whom, and when it counts as accepted."""
    return [
        {
            "id": handoff.id,
            "artefact": handoff.artefact,
            "from": named_payload(catalogue, handoff.from_role),
            "to": named_payload(catalogue, handoff.to_role),
            "stage": handoff.stage,
            "accepted_when": handoff.accepted_when,
        }
        for handoff in handoffs
    ]
