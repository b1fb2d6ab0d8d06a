"""The JSON of a gap, key by key."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.gap import Gap, Item
from mlroles.core.readiness import verdict
from mlroles.present.moves import change_payload, position_payload, start_payload
from mlroles.present.payload import Payload
from mlroles.present.rounding import DIGITS
from mlroles.present.why import shortfalls


def gap_payload(catalogue: Catalogue, gap: Gap) -> Payload:
    """What lies between a start and a position."""
    move = gap.transition
    return {
        "from": start_payload(catalogue, gap.start),
        "to": position_payload(gap.target, gap.rung),
        "readiness": round(gap.readiness.score, DIGITS),
        "class": gap.verdict,
        "items": items_payload(gap),
        "adverts": (
            {"n": gap.adverts.n, "period": gap.adverts.period, "source": gap.adverts.source}
            if gap.adverts
            else None
        ),
        "reverse": (
            {
                "readiness": round(gap.reverse.score, DIGITS),
                "class": verdict(gap.reverse.score, -move.rungs),
            }
            if gap.reverse and move
            else None
        ),
        "transition": (
            {
                "class": move.kind,
                "same_family": move.same_family,
                "rungs": move.rungs,
                "pay": change_payload(move.pay),
                "desirable": move.desirable(gap.verdict),
            }
            if move
            else None
        ),
    }


def items_payload(gap: Gap) -> list[Payload]:
    """The skills of a gap; the shortfalls add up to 1 − readiness."""
    covers = zip(gap.readiness.covers, shortfalls(gap.readiness), strict=True)
    taken = {cover.skill: takes for cover, takes in covers}
    return [_item(item, taken.get(item.skill.id, 0.0)) for item in gap.items]


def _item(item: Item, shortfall: float) -> Payload:
    cover = item.cover
    return {
        "skill": item.skill.id,
        "name": item.skill.name,
        "kind": item.skill.kind,
        "status": item.status,
        "needed": item.needed,
        "held": item.held,
        "importance": item.importance,
        "essential": cover is not None,
        "weight": item.weight,
        "counted": round(cover.counted, DIGITS) if cover else None,
        "through": cover.through if cover else None,
        "through_weight": cover.through_weight if cover and cover.through else None,
        "shortfall": shortfall,
        "adverts": item.adverts,
        "hours": item.hours,
    }
