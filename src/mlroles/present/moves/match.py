"""The roles that fit somebody's skills as a report."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.match import Match, Matches
from mlroles.core.moves.readiness import Cover
from mlroles.present.moves.readiness import (
    cover_payload,
    first,
    joined_names,
    shortfalls,
    why_section,
)
from mlroles.present.moves.start import quoted, remarks
from mlroles.present.page.answer import Scalar
from mlroles.present.page.blocks import Fields, Page, Prose, Section, joined
from mlroles.present.page.common import Payload, pay_payload
from mlroles.present.page.report import Records, Report
from mlroles.present.page.rounding import DIGITS

ON_A_PAGE = 6
SHOWN = 3
"""How many strengths and missing skills are told of a role."""

COLUMNS = (
    *("role", "name", "level", "readiness", "class", "strengths", "missing", "pay", "currency"),
    "too_little_to_tell",
)


def match_report(
    catalogue: Catalogue,
    matches: Matches,
    have: str,
    limit: int | None = None,
    why: bool = False,
) -> Report:
    """The roles that fit, at most `limit` (0: all); a page has the best unless it is given.

    With `why` every number of each readiness.
    """
    found = first(matches.found, limit, 0)
    shown = first(matches.found, limit, ON_A_PAGE)

    def pages() -> tuple[Page, ...]:
        sections = [_section(catalogue, one, matches.country) for one in shown]
        if matches.to_add:
            sections.insert(0, _too_little(catalogue, matches))
        if why:
            for one in shown:
                title = f"{one.role.name}, worked out"
                sections.append(why_section(catalogue, title, one.readiness))
        if len(shown) < len(matches.found):
            more = f"{len(matches.found) - len(shown)} more with --limit 0"
            sections.append(Section(title="", blocks=(Prose(text=more, tone="dim"),)))
        title = f"Roles for {matches.profile.name or f'{len(matches.profile.skills)} skills'}"
        subtitle = (
            "each at the highest rung that is comfortable or else viable, with the median pay"
        )
        subtitle += f" in {matches.country}"
        return (Page(title=title, subtitle=subtitle, sections=tuple(sections)),)

    told = list(remarks(catalogue, matches.profile))
    if matches.pay_unknown:
        names = joined([catalogue.role_names[role] for role in matches.pay_unknown])
        told.append(f"left out, since their pay in {matches.country} is unknown: {names}")
    return Report(
        pages=pages,
        data=lambda: [_payload(catalogue, matches, one) for one in found],
        records=lambda: Records(columns=COLUMNS, rows=tuple(_row(matches, one) for one in found)),
        remarks=tuple(told),
        next_step=(
            f"mlroles gap --have {quoted(have)} {found[0].role.id}@{found[0].rung}"
            if found
            else "ask for less: another --family, or no --pay-floor"
        ),
        nothing_found="" if found else "no role fulfils the conditions",
    )


def _too_little(catalogue: Catalogue, matches: Matches) -> Section:
    count = len(matches.profile.skills)
    names = joined([catalogue.skills[skill].name for skill in matches.to_add])
    text = f"Too little to tell from {count} skill{'s' if count != 1 else ''}."
    advice = f"Say too how well you know {names}. What is nearest so far:"
    return Section(title="", blocks=(Prose(text=text, tone="strong"), Prose(text=advice)))


def _section(catalogue: Catalogue, one: Match, country: str) -> Section:
    def names(covers: Sequence[Cover]) -> list[str]:
        return [catalogue.skills[cover.skill].name for cover in covers]

    rows = [("For", names(one.strengths)), ("Against", names(one.missing))]
    steps = [
        f"{catalogue.skills[step.skill].name} to {step.level} (+{step.gain:.2f})"
        for step in one.steps
    ]
    told = [(label, joined_names(its, SHOWN)) for label, its in rows if its]
    if steps:
        told.append(("Next", ", ".join(steps)))
    pay = "pay unknown"
    if one.pay:
        pooled = " over all rungs" if one.pay.pooled else ""
        bound = f"{one.pay.bound} " if one.pay.bound else ""
        pay = f"{bound}{one.pay.figure.currency} {one.pay.amount:,}{pooled}"
    score = f"{one.readiness.score:.2f} {one.verdict}"
    return Section(
        title=f"{one.role.name}, {one.rung} · {score} · {pay}",
        blocks=(Fields(rows=tuple(told)),),
    )


def _row(matches: Matches, one: Match) -> tuple[Scalar, ...]:
    return (
        one.role.id,
        one.role.name,
        one.rung,
        round(one.readiness.score, DIGITS),
        one.verdict,
        " ".join(cover.skill for cover in one.strengths),
        " ".join(cover.skill for cover in one.missing),
        one.pay.amount if one.pay else None,
        one.pay.figure.currency if one.pay else None,
        bool(matches.to_add),
    )


def _payload(catalogue: Catalogue, matches: Matches, one: Match) -> Payload:
    taken = dict(
        zip((c.skill for c in one.readiness.covers), shortfalls(one.readiness), strict=True)
    )

    def covers(found: Sequence[Cover]) -> list[Payload]:
        return [cover_payload(catalogue, cover, taken[cover.skill]) for cover in found]

    return {
        "role": one.role.id,
        "name": one.role.name,
        "level": one.rung,
        "readiness": round(one.readiness.score, DIGITS),
        "class": one.verdict,
        "strengths": covers(one.strengths),
        "missing": covers(one.missing),
        "next_steps": [
            {
                "skill": step.skill,
                "name": catalogue.skills[step.skill].name,
                "level": step.level,
                "gain": round(step.gain, DIGITS),
            }
            for step in one.steps
        ],
        "pay": pay_payload(one.pay) if one.pay else None,
        "too_little_to_tell": bool(matches.to_add),
        "to_add": [
            {"skill": skill, "name": catalogue.skills[skill].name} for skill in matches.to_add
        ],
    }
