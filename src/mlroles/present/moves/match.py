"""The roles that somebody's skills are like, as a report."""

from collections.abc import Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.match import Match, Matches
from mlroles.core.moves.profile import remarks
from mlroles.present.moves.match_answer import MatchesAnswer, matches_answer
from mlroles.present.moves.readiness import (
    LEVELS_TOLD,
    cost_columns,
    cost_rows,
    first,
    gates_in_words,
    line,
    pay_in_words,
    pay_note,
    range_words,
    readiness_words,
    why_section,
)
from mlroles.present.moves.start import have_words
from mlroles.present.page.blocks import (
    Cell,
    Column,
    Fields,
    Page,
    Prose,
    Section,
    Table,
    joined,
    short,
)
from mlroles.present.page.report import Report

ON_A_PAGE = 6
MOST_ROWS, MOST_NAMES = 6, 5
"""How many skills there is room for: that cost something, and that are asked for."""


def match_report(
    catalogue: Catalogue,
    matches: Matches,
    have: Sequence[str],
    limit: int | None = None,
    why: bool = False,
    full: bool = False,
) -> Report:
    """The nearest role with what the next level asks, and the others, at most `limit` (0: all).

    With `why` every number of each readiness; with `full` the JSON holds all of them.
    """
    shown = first(matches.found, limit, ON_A_PAGE)

    def pages() -> tuple[Page, ...]:
        title, fact = "Too little to name a role", ""
        sections = _remarks(matches)
        for nearest in shown[:1]:
            title = short(nearest.role.name)
            likeness = f"{nearest.likeness.score:.2f}"
            fact = f"nearest of {len(catalogue.roles)} roles, likeness {likeness}"
            sections += _nearest(catalogue, matches, nearest, full)
        sections += [_others(shown[1:])] if shown[1:] else []
        sections += _unknown(catalogue, matches, shown)
        if why:
            names = [f"{short(one.role.name)}, the calculation" for one in shown]
            sections += [
                why_section(catalogue, name, one.readiness)
                for name, one in zip(names, shown, strict=True)
            ]
        return (Page(title=title, fact=fact, sections=tuple(sections)),)

    said = list(remarks(catalogue, matches.profile))
    if matches.pay_unknown:
        names = joined([catalogue.role_names[role] for role in matches.pay_unknown])
        said.append(f"left out, since their pay in {matches.country} is unknown: {names}")
    count = len(matches.found) + matches.left_out
    left_out = ""
    if len(shown) < count or not full:
        left_out = f"{len(shown)} of {count} roles; --limit 0 gives all, --full all skills of each"
    return Report(
        pages=pages,
        kinds=(MatchesAnswer,),
        table="matches",
        data=lambda: matches_answer(catalogue, matches, shown, full),
        left_out=left_out,
        remarks=tuple(said),
        more=f"--limit 0 all {count} roles   --why the calculation   --full" if shown else "",
        next_steps=_next_steps(shown, have),
        next_step="" if shown else "try fewer filters: another --family, or no --pay-floor",
        nothing_found="" if shown or matches.to_add else "no role fulfils the conditions",
    )


def _next_steps(shown: Sequence[Match], have: Sequence[str]) -> Iterator[tuple[str, str]]:
    for one in shown[:1]:
        rung = one.next.rung if one.next else one.readiness.rung
        yield f"mlroles gap {have_words(have)} {one.role.id}@{rung}", "what is missing"
        yield f"mlroles next-skill {have_words(have)}", "what to learn first"


def _remarks(matches: Matches) -> list[Section]:
    told = []
    if matches.too_little_to_tell:
        told.append("These are too few skills to judge; add the ones below.")
    if matches.tied:
        names = joined([short(one.role.name) for one in matches.tied])
        told.append(f"You are about as near to {names}.")
    return [Section(title="", blocks=(Prose(text=" ".join(told)),))] if told else []


def _nearest(catalogue: Catalogue, matches: Matches, one: Match, full: bool) -> Iterator[Section]:
    """Where somebody stands in the nearest role, and what the next level asks."""
    rows = []
    if one.stands_at:
        rows.append(("You stand", f"at {one.stands_at} level"))
        rows.append(("Readiness", readiness_words(one.readiness, one.readiness.verdict)))
    elif one.next:
        told = "unclear from this list" if one.readiness.is_open else "at no level of this role yet"
        rows.append(("You stand", told))
    if one.next:
        label = f"For {one.next.rung}"
        rows.append((label, readiness_words(one.next, one.next.verdict)))
    elif not one.stands_at:
        rows.append(("Readiness", readiness_words(one.readiness, one.readiness.verdict)))
    if conditions := gates_in_words(catalogue, one.gates):
        rows.append(("Conditions", "; ".join(conditions)))
    rows.append(("Pay", f"{pay_in_words(one.pay)}, {matches.country} median"))
    yield Section(title="", blocks=(Fields(rows=tuple(rows)),), name="matches")
    ready = one.next or one.readiness
    costs = cost_rows(catalogue, ready, len(ready.parts) if full else MOST_ROWS)
    if costs:
        yield Section(
            title=f"What {ready.rung} level asks" if one.next else "What is missing",
            blocks=(Table(columns=cost_columns(), rows=tuple(costs)),),
            note=LEVELS_TOLD,
            name="matches",
        )


def _others(others: Sequence[Match]) -> Section:
    rows: list[tuple[Cell, ...]] = [
        (
            short(one.role.name),
            f"{one.likeness.score:.2f}",
            one.stands_at or "not yet",
            range_words(one.readiness),
            pay_in_words(one.pay, currency=False),
        )
        for one in others
    ]
    columns = (
        Column(least_width=22),
        Column(title="likeness", align="right", keep=True),
        Column(title="you stand", keep=True),
        Column(title="readiness", keep=True),
        Column(title="pay", keep=True, optional=True),
    )
    return Section(
        title="Other near roles",
        blocks=(Table(columns=columns, rows=tuple(rows)),),
        note=pay_note(one.pay for one in others),
        name="matches",
    )


def _unknown(catalogue: Catalogue, matches: Matches, shown: Sequence[Match]) -> Iterator[Section]:
    names = [short(catalogue.skills[skill].name) for skill in matches.to_add[:MOST_NAMES]]
    if names:
        yield line("To judge, add", f"your level in {joined(names)}", "to_add")
    unsaid = [catalogue.skills[s].name for one in shown[:1] for s in one.readiness.unsaid]
    if unsaid:
        yield line("Not stated", f"{joined(unsaid)}; add your level", "to_add")
