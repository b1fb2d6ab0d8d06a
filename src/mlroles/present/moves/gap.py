"""A gap as a report: readiness, what each skill that is missing costs, and shorter ways in."""

from collections.abc import Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.gap import LEARN, Gap, Item, Status
from mlroles.core.moves.profile import remarks
from mlroles.present.moves.answers import shortfalls
from mlroles.present.moves.gap_answer import GapAnswer, gap_answer, learning, left_out
from mlroles.present.moves.readiness import (
    LEVELS_TOLD,
    bar,
    cost_columns,
    gates_in_words,
    joined_names,
    line,
    position_words,
    readiness_words,
    through_words,
    why_section,
)
from mlroles.present.moves.start import change_told, start_name, start_words
from mlroles.present.page.blocks import (
    UNBROKEN,
    Block,
    Cell,
    Column,
    Fields,
    Page,
    Section,
    Table,
    counted,
    joined,
    short,
)
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import in_words

GROUPS: dict[Status, str] = {
    "MISSING": "Learn from the start",
    "SUBSTITUTED": "You have a related skill",
    "RAISE": "Go deeper",
}
"""Status -> the heading of the essential skills that cost something."""

OTHERS: dict[Status, str] = {
    "MISSING": "Also to learn",
    "RAISE": "To deepen",
    "ENOUGH": "You have",
    "SURPLUS": "Not needed",
}
"""Status -> what stands before the skills that are not essential."""

KINDS = {
    "advancement": "up within the family of roles",
    "lateral advancement": "up into another family of roles",
    "similar": "no step up, within the family of roles",
    "lateral": "no step up, into another family of roles",
    "down": "down to a lower level",
}
MOST_ROWS, MOST_NAMES = 9, 5
"""What the screen has room for: skills that cost something, and names in a line."""


def gap_report(
    catalogue: Catalogue,
    gap: Gap,
    have: Sequence[str] = (),
    why: bool = False,
    full: bool = False,
) -> Report:
    """A gap on one screen; with `why` every number of the readiness, with `full` every skill.

    `have` is what was typed for the skills held, where the start is not a role.
    """

    def pages() -> tuple[Page, ...]:
        sections = [Section(title="", blocks=(Fields(rows=tuple(_summary(catalogue, gap))),))]
        if why:
            sections.append(why_section(catalogue, "The calculation", gap.readiness))
        else:
            sections += _costs(catalogue, gap, full)
        if full:
            sections.append(_learning(gap))
        sections += _besides(gap, full)
        sections += _shorter_ways(gap)
        title = f"{short(start_name(catalogue, gap.start))} → {short(gap.target.name)}"
        shown = tuple(section for section in sections if section.blocks)
        return (Page(title=title, fact=_rungs(gap), sections=shown),)

    target = catalogue.ladder.typed(gap.target.id, gap.rung)
    step = f"mlroles path {start_words(catalogue, gap.start, have)} {target}"
    return Report(
        pages=pages,
        kinds=(GapAnswer,),
        document=True,
        table="skills",
        data=lambda: gap_answer(catalogue, gap, full),
        left_out="" if full else left_out(gap),
        remarks=remarks(catalogue, gap.start),
        more="" if full else "--full every skill   --why the calculation   -o gap.md to share",
        next_steps=((step, "the best route there"),),
    )


def _rungs(gap: Gap) -> str:
    if not gap.start.role:
        return f"at {gap.rung} level"
    if gap.start.rung == gap.rung:
        return f"both at {gap.rung} level"
    return f"{gap.start.rung} to {gap.rung}"


def _summary(catalogue: Catalogue, gap: Gap) -> Iterator[tuple[str, str]]:
    yield "Readiness", readiness_words(gap.readiness, gap.verdict)
    if conditions := gates_in_words(catalogue, gap.gates):
        yield "Conditions", "; ".join(conditions)
    if move := gap.transition:
        yield "Move", KINDS[move.kind] + _rungs_told(move.rungs)
        yield "Pay", change_told(move.pay)
    if gap.reverse:
        yield "In reverse", f"{in_words(gap.reverse.score)}, {gap.verdict_back}"
    if hours := [i.hours for i in gap.items if i.essential and i.hours is not None]:
        to_learn = sum(item.essential and item.status in LEARN for item in gap.items)
        yield "Effort", f"{sum(hours):,} hours for {len(hours)} of {to_learn} skills to learn"


def _rungs_told(rungs: int) -> str:
    if abs(rungs) < 2:
        return ""
    return f"; {abs(rungs)} levels {'up at once, which few do' if rungs > 0 else 'at once'}"


def _costs(catalogue: Catalogue, gap: Gap, full: bool) -> Iterator[Section]:
    """The essential skills that cost something, by what there is to do; then the others."""
    ready = gap.readiness
    costs = dict(zip((part.skill for part in ready.parts), shortfalls(ready, 2), strict=True))
    costly = [item for item in gap.items if item.coverage and item.status in GROUPS]
    shown = costly if full or len(costly) <= MOST_ROWS + 1 else costly[:MOST_ROWS]
    most = max(costs.values(), default=0.0) or 1.0
    sections = []
    for status, title in GROUPS.items():
        rows: list[tuple[Cell, ...]] = [
            (
                short(item.skill.name),
                str(item.held or "–"),
                str(item.needed) if item.rated else "?",
                f"{costs[item.skill.id]:.2f}",
                bar(costs[item.skill.id] / most),
                (through_words(catalogue, item.coverage) or _share(item)) if item.coverage else "",
            )
            for item in shown
            if item.status == status
        ]
        if rows:
            sections.append((title, rows))
    rest = [costs[item.skill.id] for item in costly[len(shown) :]]
    if rest:
        sections[-1][1].append((f"and {len(rest)} more", "", "", f"{sum(rest):.2f}", "", ""))
    if sections:
        score = in_words(ready.score)
        note = f"costs: {sum(costs.values()):.2f} = 1 − {score}    {LEVELS_TOLD}"
    for number, (title, rows) in enumerate(sections):
        last = number == len(sections) - 1
        block = Table(columns=cost_columns(headed=not number), rows=tuple(rows))
        yield Section(title=title, blocks=(block,), note=note if last else "", name="skills")
    enough = [
        f"{short(i.skill.name)}{UNBROKEN}{i.held}"
        for i in gap.items
        if i.coverage and i not in costly
    ]
    if enough:
        yield line("You have", joined_names(enough, len(enough) if full else 2 * MOST_NAMES))
    if gap.readiness.unsaid:
        names = [catalogue.skills[skill].name for skill in gap.readiness.unsaid]
        yield line("Not stated", f"{joined(names)}; add your level", "ask")


def _learning(gap: Gap) -> Section:
    """Where to learn the essential skills, each named once."""
    rows: list[tuple[Cell, ...]] = []
    before = ""
    for place in learning(gap):
        name = "" if place.skill.id == before else short(place.skill.name)
        rows.append((name, f"{place.title}. {place.url}"))
        before = place.skill.id
    blocks = (Table(columns=(Column(keep=True), Column()), rows=tuple(rows)),) if rows else ()
    return Section(title="Where to learn them", blocks=blocks, name="learn")


def _share(item: Item) -> str:
    return f"{item.adverts:.0%} of adverts" if item.adverts is not None else ""


def _besides(gap: Gap, full: bool) -> Iterator[Section]:
    """What is asked for without being essential, and what is held and not asked for."""
    items = [item for item in gap.items if not item.essential]
    items.sort(key=lambda item: -(item.adverts or 0))
    if full:
        rows = tuple(
            (
                item.skill.name,
                OTHERS[item.status].lower() if item.status in OTHERS else "",
                str(item.held or "–"),
                str(item.needed or "–") if item.rated else "?",
                f"{item.adverts:.0%}" if item.adverts is not None else "",
            )
            for item in items
        )
        numbers = (Column(title=t, align="right", keep=True) for t in ("have", "need", "adverts"))
        columns = (Column(least_width=24), Column(keep=True), *numbers)
        blocks: tuple[Block, ...] = (Table(columns=columns, rows=rows),) if rows else ()
        yield Section(title="Not essential", blocks=blocks, note=_adverts(gap), name="skills")
        return
    for status in ("MISSING", "RAISE"):
        names = [_named(item) for item in items if item.status == status]
        if names:
            yield line(OTHERS[status], joined_names(names, MOST_NAMES))


def _adverts(gap: Gap) -> str:
    count = counted(gap.adverts.n, "advert", "adverts") if gap.adverts else ""
    return f"adverts: share of {count} that name it, {gap.adverts.source}" if gap.adverts else ""


def _named(item: Item) -> str:
    """A skill with both levels where it has to rise, or else the share of adverts."""
    if item.status == "RAISE":
        return f"{short(item.skill.name)}{UNBROKEN}{item.held}→{item.needed}"
    adverts = f"{UNBROKEN}{item.adverts:.0%}" if item.adverts is not None else ""
    return short(item.skill.name) + adverts


def _shorter_ways(gap: Gap) -> Iterator[Section]:
    told = []
    if gap.by_way:
        stops = " and ".join(position_words(m.role, m.rung) for m in gap.by_way.moves[:-1])
        now = in_words(gap.readiness.score)
        told.append(f"by way of {stops}: hardest step {in_words(gap.by_way.hardest)}, not {now}")
    if gap.lowest:
        lowest = position_words(gap.target, gap.lowest.rung)
        article = "an" if lowest[0] in "aeiou" else "a"
        told.append(f"as {article} {lowest}: {in_words(gap.lowest.score)}")
    if told:
        yield line("Shorter ways", "; ".join(told), "shorter_ways")
