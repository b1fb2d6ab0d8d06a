"""How a readiness is calculated, with every number, so that it can be checked by hand."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.vocabulary import LEVELS, Rung
from mlroles.core.moves.gates import Gate
from mlroles.core.moves.readiness import COMFORTABLE, VIABLE, Coverage, Readiness, Verdict
from mlroles.core.pay.figures import PayAt
from mlroles.present.moves.answers import shortfalls
from mlroles.present.page.blocks import (
    Block,
    Cell,
    Column,
    Fields,
    Meter,
    Prose,
    Section,
    Table,
    Tone,
    Toned,
    counted,
    joined,
    short,
    strong,
)
from mlroles.present.page.rounding import DIGITS, in_words
from mlroles.present.pay.bar import thousands

T = TypeVar("T")

VERDICT_TONES: dict[str, Tone] = {"comfortable": "good", "viable": "fair", "stretch": "poor"}

LEVELS_TOLD = "  ".join(f"{level} {name}" for level, (name, _) in LEVELS.items())
"""What the levels are called."""

SCALE, BAR, NAME, MOST_NAMED = 16, 9, 22, 3

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


def position_words(role: Role, rung: Rung) -> str:
    """A role at a rung, as it stands in a sentence."""
    return f"{rung} {short(role.name)}"


def readiness_words(ready: Readiness, verdict: Verdict | None) -> str:
    """A readiness with its verdict, or with its range where much was not said."""
    if ready.score is None:
        return "nothing is essential here, so there is nothing to judge by"
    score = round(ready.score, 2)
    if ready.is_open:
        return f"{score:.2f}, up to {ready.highest:.2f} if you hold what you did not list"
    drawn = Meter(share=score).drawn(SCALE).ljust(SCALE, "░")
    return f"{score:.2f} {drawn} {verdict} (viable {VIABLE}, comfortable {COMFORTABLE})"


def bar(share: float) -> Toned:
    """A share of the longest bar, drawn."""
    return Toned(text=Meter(share=share).drawn(BAR), tone="accent")


def cost_columns(headed: bool = True) -> tuple[Column, ...]:
    """The columns of skills that cost something: name, levels, cost, bar, and a remark."""
    titles = ("have", "need", "costs") if headed else ("", "", "")
    return (
        Column(least_width=NAME),
        *(Column(title=t, align="right", keep=True, least_width=4) for t in titles),
        Column(keep=True, least_width=BAR, optional=True),
        Column(),
    )


def through_words(catalogue: Catalogue, part: Coverage) -> str:
    """What counts in a skill's place; empty where nothing does."""
    if not part.through:
        return ""
    return short(f"{catalogue.skills[part.through].name} counts {part.through_weight:.0%}")


def cost_rows(catalogue: Catalogue, ready: Readiness, most: int) -> list[tuple[Cell, ...]]:
    """The skills that cost most, a row each for `cost_columns`, and the rest in one."""
    costly = [(p, c) for p, c in zip(ready.parts, shortfalls(ready, 2), strict=True) if c]
    shown = costly if len(costly) <= most + 1 else costly[:most]
    rows: list[tuple[Cell, ...]] = [
        (
            short(catalogue.skills[part.skill].name),
            str(part.held or "–"),
            str(part.needed) if part.rated else "?",
            f"{cost:.2f}",
            bar(cost / shown[0][1]),
            through_words(catalogue, part),
        )
        for part, cost in shown
    ]
    if rest := costly[len(shown) :]:
        told = f"{sum(cost for _, cost in rest):.2f}"
        rows.append((f"and {len(rest)} more", "", "", told, "", ""))
    return rows


def line(title: str, text: str, name: str = "skills") -> Section:
    """A section of one text, its title beside it."""
    return Section(title=title, blocks=(Prose(text=text),), name=name, layout="label")


def range_words(ready: Readiness) -> str:
    """A readiness, or its range where much was not said."""
    score = in_words(ready.score)
    return f"{score} to {ready.highest:.2f}" if ready.is_open else score


def gates_in_words(catalogue: Catalogue, found: Sequence[Gate]) -> list[str]:
    """The conditions that are not known to be met, a sentence each."""
    names = [short(catalogue.skills[str(g.what)].name) for g in found if g.kind == "skill"]
    if len(names) > MOST_NAMED:
        names[MOST_NAMED - 1 :] = [f"{len(names) - MOST_NAMED + 1} more"]
    words = [f"nobody is hired without {joined(names)}"] if names else []
    for gate in found:
        if gate.kind == "degree" and not gate.met:
            words.append(str(gate.what)[:1].lower() + str(gate.what)[1:])
        elif gate.kind == "years" and not gate.met:
            words.append(f"usually {counted(int(gate.what), 'year', 'years')} of work")
    return words


def pay_in_words(pay: PayAt | None, currency: bool = True) -> str:
    """What is paid at a rung, in a few words."""
    if pay is None:
        return "unknown" if currency else "–"
    told = f"{pay.figure.currency} " * currency + thousands(pay.amount)
    pooled = (", all levels" if currency else "*") * pay.pooled
    return f"{pay.bound or ''} {told}{pooled}".lstrip()


def pay_note(pays: Iterable[PayAt | None]) -> str:
    """What amounts without a currency are, and what the star at one of them means."""
    known = [pay for pay in pays if pay]
    if not known:
        return ""
    figure = known[0].figure
    told = f"pay: {figure.country} median, {figure.currency}"
    return told + "; * over all levels" * any(pay.pooled for pay in known)


def first(found: Sequence[T], limit: int | None, usual: int) -> Sequence[T]:
    """The first of what was found: so many as are wanted, 0 for all, or else as is usual."""
    return found[: (usual if limit is None else limit) or None]


def joined_names(names: Sequence[str], most: int) -> str:
    """Names in a row; of more than `most` the rest are counted."""
    rest = len(names) - most
    shown = names if rest <= 0 else [*names[:most], f"and {rest} more"]
    return ", ".join(shown)
