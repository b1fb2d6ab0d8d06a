"""The roles that somebody's skills are like, as a report."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.match import Match, Matches, NextRung
from mlroles.core.moves.position import is_rated
from mlroles.core.moves.readiness import Coverage, Readiness
from mlroles.present.moves.gap import range_payload
from mlroles.present.moves.readiness import (
    cover_payload,
    first,
    gates_in_words,
    gates_payload,
    joined_names,
    pay_in_words,
    pay_payload,
    shortfalls,
    why_section,
)
from mlroles.present.moves.start import profile_payload, quoted, remarks
from mlroles.present.page.answer import Scalar
from mlroles.present.page.blocks import Fields, Page, Prose, Section, joined
from mlroles.present.page.common import Payload
from mlroles.present.page.report import Records, Report
from mlroles.present.page.rounding import in_words, rounded

ON_A_PAGE = 5
SHOWN = 3
"""How many strengths and missing skills of a role are named."""

COLUMNS = (
    *("role", "name", "likeness", "stands_at", "readiness", "verdict", "missing", "pay"),
    *("currency", "too_little_to_tell"),
)


def match_report(
    catalogue: Catalogue,
    matches: Matches,
    have: str,
    limit: int | None = None,
    why: bool = False,
) -> Report:
    """The nearest roles, at most `limit` (0: all); a page has the best unless it is given.

    With `why` every number of each readiness.
    """
    found = first(matches.found, limit, 0)
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
    if matches.left_out:
        said.append(f"{matches.left_out} roles that are less alike are left out")
    return Report(
        pages=pages,
        data=lambda: _payload(catalogue, matches, found),
        records=lambda: Records(columns=COLUMNS, rows=tuple(_row(matches, one) for one in found)),
        remarks=tuple(said),
        next_step=(
            f"mlroles gap --have {quoted(have)} {found[0].role.id}@{_aim(found[0])}"
            if found
            else "ask for less: another --family, or no --pay-floor"
        ),
        nothing_found="" if found or matches.to_add else "no role fulfils the conditions",
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


def _row(matches: Matches, one: Match) -> tuple[Scalar, ...]:
    return (
        one.role.id,
        one.role.name,
        rounded(one.likeness.score),
        one.stands_at,
        rounded(one.readiness.score),
        one.readiness.verdict,
        " ".join(part.skill for part in one.missing),
        one.pay.amount if one.pay else None,
        one.pay.figure.currency if one.pay else None,
        matches.too_little_to_tell,
    )


def _payload(catalogue: Catalogue, matches: Matches, found: Sequence[Match]) -> Payload:
    return {
        "profile": profile_payload(catalogue, matches.profile),
        "too_little_to_tell": matches.too_little_to_tell,
        "to_add": [
            {"skill": skill, "name": catalogue.skills[skill].name} for skill in matches.to_add
        ],
        "tied": [one.role.id for one in matches.tied],
        "matches": [_match(catalogue, one) for one in found],
    }


def _match(catalogue: Catalogue, one: Match) -> Payload:
    return {
        "role": one.role.id,
        "name": one.role.name,
        "likeness": rounded(one.likeness.score),
        "stands_at": one.stands_at,
        "rung": one.readiness.rung if is_rated(one.role) else None,
        "readiness": rounded(one.readiness.score),
        "range": range_payload(one.readiness),
        "verdict": one.readiness.verdict,
        "missing": _missing(catalogue, one.readiness, one.missing),
        "ask": list(one.readiness.unsaid),
        "next": _next(catalogue, one.next) if one.next else None,
        "gates": gates_payload(one.gates),
        "pay": pay_payload(one.pay),
    }


def _next(catalogue: Catalogue, rung: NextRung) -> Payload:
    return {
        "rung": rung.rung,
        "readiness": rounded(rung.readiness.score),
        "verdict": rung.verdict,
        "missing": _missing(catalogue, rung.readiness, rung.missing),
    }


def _missing(catalogue: Catalogue, ready: Readiness, missing: Sequence[Coverage]) -> list[Payload]:
    taken = dict(zip((part.skill for part in ready.parts), shortfalls(ready), strict=True))
    return [cover_payload(catalogue, part, taken[part.skill]) for part in missing]
