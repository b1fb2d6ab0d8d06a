"""Counterparts in public classifications, as a role's and a skill's page show them."""

from collections.abc import Sequence

from mlroles.core.model import Code
from mlroles.present.blocks import Block, Fields

CLASSIFICATIONS = {
    "onet-soc": "O*NET-SOC",
    "esco": "ESCO",
    "onet-technology": "O*NET",
    "esco-skill": "ESCO",
}


def codes_block(codes: Sequence[Code], brief: bool) -> list[Block]:
    """A line for each code; in brief without web addresses and notes."""
    rows = []
    for code in codes:
        told = []
        if code.code and not (brief and code.label and code.code.startswith("http")):
            told.append(code.code)
        if code.label:
            told.append(code.label)
        match = "no counterpart" if code.match == "none" else f"{code.match} match"
        text = f"{' '.join(told)} ({match})" if told else match
        note = f"; {code.note}" if code.note and not brief else ""
        rows.append((CLASSIFICATIONS[code.scheme], text + note))
    return [Fields(rows=tuple(rows))] if rows else []
