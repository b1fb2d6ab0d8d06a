"""How a readiness comes about, number by number, so that it can be worked out by hand."""

from collections.abc import Sequence
from typing import TypeVar

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.gates import Gate
from mlroles.core.moves.readiness import COMFORTABLE, VIABLE, Readiness, Verdict
from mlroles.core.pay.figures import PayAt
from mlroles.present.moves.answers import shortfalls
from mlroles.present.page.blocks import (
    Block,
    Cell,
    Column,
    Fields,
    Prose,
    Section,
    Table,
    Tone,
    Toned,
    strong,
)
from mlroles.present.page.rounding import DIGITS

T = TypeVar("T")

VERDICT_TONES: dict[str, Tone] = {"comfortable": "good", "viable": "fair", "stretch": "poor"}

THRESHOLDS = (
    f"comfortable from {COMFORTABLE}, with nothing missing that nobody is hired without;"
    f" viable from {VIABLE} and at most one rung up"
)

FORMULA = (
    "weight = importance · needed; counted = the level held, or that of a related skill times the"
    " weight of the relation, at most what is needed; shortfall = weight / Σ weight ·"
    " (1 − counted / needed); readiness = 1 − Σ shortfall"
)


def why_section(catalogue: Catalogue, title: str, ready: Readiness) -> Section:
    """The parts of a readiness as a table, with the formula below."""
    rows: list[tuple[Cell, ...]] = [
        (
            catalogue.skills[cover.skill].name,
            str(cover.importance),
            str(cover.needed),
            str(cover.importance * cover.needed),
            str(cover.held),
            f"{cover.counted:.4g}",
            f"{takes:.{DIGITS}f}",
        )
        for cover, takes in zip(ready.parts, shortfalls(ready), strict=True)
    ]
    weight = sum(cover.importance * cover.needed for cover in ready.parts)
    missing = f"{1 - round(ready.score or 0.0, DIGITS):.{DIGITS}f}"
    rows.append((strong("Σ"), "", "", strong(str(weight)), "", "", strong(missing)))
    numbers = ("importance", "needed", "weight", "held", "counted", "shortfall")
    columns = (
        Column(),
        *(Column(title=name, align="right", keep=True) for name in numbers),
    )
    blocks: list[Block] = [Table(columns=columns, rows=tuple(rows)), *standing_in(catalogue, ready)]
    told = f"readiness 1 − {missing} = {ready.score or 0.0:.{DIGITS}f}; {THRESHOLDS}"
    return Section(title=title, blocks=(*blocks, Prose(text=told)), note=FORMULA)


def standing_in(catalogue: Catalogue, ready: Readiness) -> list[Block]:
    """The related skills that stand in for others, each with the weight of the relation."""
    names = catalogue.skills
    rows = [
        (names[c.skill].name, f"by {names[c.through].name} × {c.through_weight:g}")
        for c in ready.parts
        if c.through
    ]
    return [Fields(rows=tuple(rows))] if rows else []


def verdict_cell(verdict: Verdict | None) -> Cell:
    """A verdict in its colour; nothing where there is none."""
    return Toned(text=verdict, tone=VERDICT_TONES[verdict]) if verdict else ""


def gates_in_words(catalogue: Catalogue, found: Sequence[Gate]) -> list[str]:
    """The conditions that are not known to be met, a sentence each."""
    words = []
    for gate in found:
        if gate.kind == "skill":
            words.append(
                f"{catalogue.skills[str(gate.what)].name} is a must, and nothing covers it"
            )
        elif gate.kind == "degree" and not gate.met:
            words.append(f"asks for a degree: {gate.what}")
        elif not gate.met:
            words.append(f"usually from {gate.what} years of work on")
    return words


def pay_in_words(pay: PayAt | None) -> str:
    """What is paid at a rung, in a few words."""
    if pay is None:
        return "pay unknown"
    bound = f"{pay.bound} " if pay.bound else ""
    return f"{bound}{pay.figure.currency} {pay.amount:,}{' over all rungs' if pay.pooled else ''}"


def first(found: Sequence[T], limit: int | None, usual: int) -> Sequence[T]:
    """The first of what was found: so many as are wanted, 0 for all, or else as is usual."""
    return found[: (usual if limit is None else limit) or None]


def joined_names(names: Sequence[str], most: int) -> str:
    """Names in a row; of more than `most` the rest are counted."""
    rest = len(names) - most
    shown = names if rest <= 0 else [*names[:most], f"and {rest} more"]
    return ", ".join(shown)
