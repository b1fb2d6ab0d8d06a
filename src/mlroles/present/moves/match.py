"""The roles that somebody's skills are like, as a report."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.match import Match, Matches
from mlroles.core.moves.profile import remarks
from mlroles.core.moves.readiness import Coverage
from mlroles.present.moves.match_answer import MatchesAnswer, matches_answer
from mlroles.present.moves.readiness import (
    first,
    gates_in_words,
    joined_names,
    pay_in_words,
    why_section,
)
from mlroles.present.moves.start import have_words
from mlroles.present.page.blocks import Fields, Page, Prose, Section, joined
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import in_words

ON_A_PAGE = 6
SHOWN = 3
"""How many strengths and missing skills of a role are named."""


def match_report(
    catalogue: Catalogue,
    matches: Matches,
    have: Sequence[str],
    limit: int | None = None,
    why: bool = False,
    full: bool = False,
) -> Report:
    """The nearest roles, at most `limit` (0: all); a page has the best unless it is given.

    With `why` every number of each readiness.
    """
    shown = first(matches.found, limit, ON_A_PAGE)

    def pages() -> tuple[Page, ...]:
        sections = list(_remarks(catalogue, matches))
        sections += [_section(catalogue, one) for one in shown]
        if why:
            sections += [
                why_section(catalogue, f"{one.role.name}, worked out", one.readiness)
                for one in shown
            ]
        if len(shown) < len(matches.found):
            more = f"{len(matches.found) - len(shown)} more with --limit 0"
            sections.append(Section(title="", blocks=(Prose(text=more, tone="dim"),)))
        title = f"Roles for {matches.profile.name or f'{len(matches.profile.skills)} skills'}"
        subtitle = f"the nearest first; median pay in {matches.country}"
        return (Page(title=title, subtitle=subtitle, sections=tuple(sections)),)

    said = list(remarks(catalogue, matches.profile))
    if matches.pay_unknown:
        names = joined([catalogue.role_names[role] for role in matches.pay_unknown])
        said.append(f"left out, since their pay in {matches.country} is unknown: {names}")
    left_out = ""
    if len(shown) < len(matches.found):
        left_out = (
            f"{len(shown)} of {len(matches.found)} roles; --limit 0 gives all, --full all of each"
        )
    return Report(
        pages=pages,
        kinds=(MatchesAnswer,),
        table="matches",
        data=lambda: matches_answer(catalogue, matches, shown, full),
        left_out=left_out,
        remarks=tuple(said),
        next_step=(
            f"mlroles gap {have_words(have)} {shown[0].role.id}@{_aim(shown[0])}"
            if shown
            else "ask for less: another --family, or no --pay-floor"
        ),
        nothing_found="" if shown or matches.to_add else "no role fulfils the conditions",
    )


def _aim(one: Match) -> str:
    return one.next.rung if one.next else one.readiness.rung


def _remarks(catalogue: Catalogue, matches: Matches) -> list[Section]:
    lines = []
    if matches.too_little_to_tell:
        names = joined([catalogue.skills[skill].name for skill in matches.to_add])
        lines.append(f"Too little to tell. Say too how well you know {names}.")
    if matches.tied:
        names = joined([one.role.name for one in matches.tied])
        lines.append(f"You are about as near to {names}.")
    return [Section(title="", blocks=(Prose(text=line),)) for line in lines]


def _section(catalogue: Catalogue, one: Match) -> Section:
    def names(parts: Sequence[Coverage]) -> str:
        said = [
            f"{catalogue.skills[p.skill].name}, through {catalogue.skills[p.through].name}"
            if p.through
            else catalogue.skills[p.skill].name
            for p in parts
        ]
        return joined_names(said, SHOWN)

    rows = [("For", names(one.strengths)), ("Against", names(one.missing))]
    if one.next and one.stands_at:
        ready = f"{in_words(one.next.readiness.score)} {one.next.verdict}"
        rows.append(("Next", f"{one.next.rung}: {ready}; to learn {names(one.next.missing)}"))
    rows += [("Mind", words) for words in gates_in_words(catalogue, one.gates)]
    stands = one.stands_at or "not yet"
    score = f"{in_words(one.readiness.score)} {one.readiness.verdict}"
    title = f"{one.role.name} · likeness {one.likeness.score:.2f} · {stands} · {score}"
    return Section(
        title=f"{title} · {pay_in_words(one.pay)}",
        blocks=(Fields(rows=tuple(row for row in rows if row[1])),),
    )
