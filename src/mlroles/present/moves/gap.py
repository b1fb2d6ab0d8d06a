"""A gap as a report: readiness, what is missing skill by skill, the way back and the pay."""

from collections.abc import Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import LEVELS
from mlroles.core.moves.gap import LEARN, Gap, Item, Status
from mlroles.core.moves.profile import remarks
from mlroles.core.moves.readiness import Verdict
from mlroles.present.moves.answers import shortfalls
from mlroles.present.moves.gap_answer import GapAnswer, gap_answer, left_out
from mlroles.present.moves.readiness import (
    gates_in_words,
    joined_names,
    standing_in,
    why_section,
)
from mlroles.present.moves.start import (
    change_told,
    start_name,
    start_words,
)
from mlroles.present.page.blocks import (
    Block,
    Cell,
    Column,
    Fields,
    Page,
    Prose,
    Section,
    Table,
    Tone,
    Toned,
    joined,
)
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import in_words

TONES: dict[Status, Tone] = {
    "MISSING": "poor",
    "RAISE": "fair",
    "SUBSTITUTED": "accent",
    "UNSAID": "dim",
    "ENOUGH": "good",
    "SURPLUS": "dim",
}
LABELS: dict[Status, str] = {
    "MISSING": "Missing",
    "RAISE": "To raise",
    "ENOUGH": "Held enough",
    "SURPLUS": "Not asked for",
}
"""What stands before the names of skills that are not essential, by status."""

SHOWN = 7
"""How many names stand in such a line."""

WORDS: dict[Status, str] = {
    "MISSING": "missing",
    "RAISE": "to raise",
    "SUBSTITUTED": "covered by another",
    "UNSAID": "not said",
    "ENOUGH": "held enough",
}
KINDS = {
    "advancement": "up within the family of roles",
    "lateral advancement": "up into another family of roles",
    "similar": "no step up, within the family of roles",
    "lateral": "no step up, into another family of roles",
    "down": "to a lower level",
}


def gap_report(
    catalogue: Catalogue,
    gap: Gap,
    have: Sequence[str] = (),
    why: bool = False,
    full: bool = False,
) -> Report:
    """A gap; with `why` every number of the readiness, with `full` every skill in a row.

    `have` is what was typed for the skills held, where the start is no role.
    """

    def pages() -> tuple[Page, ...]:
        sections = [Section(title="", blocks=(Fields(rows=tuple(_summary(catalogue, gap))),))]
        if why:
            sections.append(why_section(catalogue, "Readiness, worked out", gap.readiness))
        else:
            sections.append(_essential(catalogue, gap))
        sections.append(_besides(gap, full))
        title = f"{start_name(catalogue, gap.start)} → {gap.target.name}"
        page = Page(
            title=title, subtitle=_rungs(gap), sections=tuple(s for s in sections if s.blocks)
        )
        return (page,)

    target = f"{gap.target.id}@{gap.rung}"
    return Report(
        pages=pages,
        kinds=(GapAnswer,),
        document=True,
        table="skills",
        data=lambda: gap_answer(catalogue, gap, full),
        left_out="" if full else left_out(gap),
        remarks=remarks(catalogue, gap.start),
        next_step=f"mlroles path {start_words(gap.start, have)} {target}",
    )


def _rungs(gap: Gap) -> str:
    if gap.start.role and gap.start.rung != gap.rung:
        return f"from {gap.start.rung} to {gap.rung} level"
    return f"at {gap.rung} level"


def _summary(catalogue: Catalogue, gap: Gap) -> Iterator[tuple[str, str]]:
    counts = dict.fromkeys(TONES, 0)
    for item in gap.items:
        if item.essential:
            counts[item.status] += 1
    told = [f"{counts[status]} {word}" for status, word in WORDS.items() if counts[status]]
    essential = sum(counts.values())
    yield "Readiness", _score(gap.readiness.score, gap.verdict)
    yield "Rests on", f"{essential} essential skills: {joined(told)}" if essential else "nothing"
    if gap.readiness.highest != gap.readiness.score:
        yield "At most", f"{in_words(gap.readiness.highest)}, if you hold what you left out"
    for words in gates_in_words(catalogue, gap.gates):
        yield "Mind", words
    if gap.by_way:
        stops = " and ".join(f"{m.role.name}, {m.rung}" for m in gap.by_way.moves[:-1])
        hardest = f"hardest step {in_words(gap.by_way.hardest)}"
        yield "Shorter way in", f"by way of {stops}: {hardest}"
    if gap.lowest:
        yield "Shorter way in", f"as {gap.lowest.rung}: {in_words(gap.lowest.score)}"
    if gap.reverse:
        yield "The way back", _score(gap.reverse.score, gap.verdict_back)
    if move := gap.transition:
        yield "Kind of move", f"{move.kind}: {KINDS[move.kind]}{_rungs_told(move.rungs)}"
        yield (
            "Pay",
            change_told(move.pay)
            + _desirable(move.desirable(gap.verdict) if gap.verdict else None),
        )
    yield "Effort", _effort(gap.items)


def _score(score: float | None, verdict: Verdict | None) -> str:
    return f"{in_words(score)}, {verdict}" if verdict else "nothing is essential here"


def _rungs_told(rungs: int) -> str:
    if abs(rungs) < 2:
        return ""
    return f"; {abs(rungs)} rungs {'up' if rungs > 0 else 'down'} at once, which few do"


def _desirable(desirable: bool | None) -> str:
    return "; desirable" if desirable else ""


def _effort(items: Sequence[Item]) -> str:
    to_learn = [item for item in items if item.essential and item.status in LEARN]
    if not to_learn:
        return "none for what is essential"
    hours = [item.hours for item in to_learn if item.hours is not None]
    if not hours:
        return "no estimate"
    return f"{sum(hours)} hours for {len(hours)} of {len(to_learn)} essential skills to learn"


def _essential(catalogue: Catalogue, gap: Gap) -> Section:
    items = [item for item in gap.items if item.coverage]
    unsaid = [item.skill.name for item in gap.items if item.status == "UNSAID"]
    taken = shortfalls(gap.readiness, 2)
    rows: list[tuple[Cell, ...]] = [
        (*_cells(item), f"{takes:.2f}" if takes else "", _share(item))
        for item, takes in zip(items, taken, strict=True)
    ]
    columns = (
        Column(least_width=24),
        Column(keep=True),
        *(Column(title=t, align="right", keep=True) for t in ("needed", "held", "weight", "takes")),
        Column(title="adverts", align="right", keep=True),
    )
    blocks: list[Block] = [Table(columns=columns, rows=tuple(rows))] if rows else []
    blocks += standing_in(catalogue, gap.readiness)
    if unsaid:
        blocks.append(Prose(text=f"Say too how good you are at {joined(unsaid)}."))
    note = "takes: from a readiness of 1; --why works it out"
    return Section(title="Essential skills", blocks=tuple(blocks), note=_note(gap, note))


def _note(gap: Gap, note: str) -> str:
    if not gap.adverts:
        return note
    return f"{note}; adverts: share of {gap.adverts.n:,} that name it, {gap.adverts.source}"


def _cells(item: Item) -> tuple[Cell, ...]:
    return (
        item.skill.name,
        Toned(text=item.status, tone=TONES[item.status]),
        str(item.needed or "–"),
        str(item.held or "–"),
        str(item.weight or "–"),
    )


def _share(item: Item) -> str:
    return f"{item.adverts:.0%}" if item.adverts is not None else ""


def _besides(gap: Gap, full: bool) -> Section:
    """What is asked for without being essential, and what is held and not asked for."""
    items = [item for item in gap.items if not item.essential]
    if full:
        rows = tuple((*_cells(item)[:4], _share(item)) for item in items)
        numbers = ("needed", "held", "adverts")
        columns = (
            Column(least_width=24),
            Column(keep=True),
            *(Column(title=title, align="right", keep=True) for title in numbers),
        )
        blocks: tuple[Block, ...] = (Table(columns=columns, rows=rows),) if rows else ()
    else:
        lines = []
        for status, label in LABELS.items():
            names = [_named(item) for item in items if item.status == status]
            if names:
                lines.append((label, joined_names(names, SHOWN)))
        blocks = (Fields(rows=tuple(lines)),) if lines else ()
    levels = ", ".join(f"{level} {name}" for level, (name, _) in LEVELS.items())
    return Section(title="Not essential", blocks=blocks, note=f"levels {levels}" if blocks else "")


def _named(item: Item) -> str:
    """A skill with the level needed, or held where none is; both where it has to rise."""
    if item.status == "RAISE":
        return f"{item.skill.name} {item.held}→{item.needed}"
    return f"{item.skill.name} {item.needed or item.held}"
