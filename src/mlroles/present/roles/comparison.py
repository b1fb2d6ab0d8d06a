"""Roles side by side as a report, and on one screen."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.vocabulary import TOOL_KINDS
from mlroles.core.moves.readiness import COMFORTABLE, VIABLE
from mlroles.core.pay.figures import PREFERRED, median_pay, most_adverts
from mlroles.core.roles.comparison import ComparedSkill, Comparison, Pair
from mlroles.core.roles.similarity import ranks
from mlroles.present.page.blocks import (
    Cell,
    Column,
    Page,
    Prose,
    Section,
    Table,
    centred,
    joined,
    labelled,
    linked,
    linked_row,
    numbers,
    short,
    tabled,
)
from mlroles.present.page.report import Report
from mlroles.present.page.rounding import in_words
from mlroles.present.pay.bar import thousands
from mlroles.present.roles.comparison_answer import ComparisonAnswer, comparison_answer, left_out
from mlroles.present.roles.needs import labels, level_told, sentence

MOST_SKILLS, MOST_SKILLS_OF_MANY, MOST_TOOLS, MOST_DUTIES = 7, 14, 5, 7
"""What the screen has room for."""

VERDICTS = f"comfortable from {COMFORTABLE:g}, viable from {VIABLE:g}"


def comparison_report(catalogue: Catalogue, comparison: Comparison, full: bool = False) -> Report:
    """Roles side by side, on one screen or in full: scores, skills, tools, who answers for what."""

    def pages() -> tuple[Page, ...]:
        if full:
            from mlroles.present.roles.comparison_sections import full_page

            return (full_page(catalogue, comparison),)
        return (_page(catalogue, comparison),)

    return Report(
        kinds=(ComparisonAnswer,),
        document=True,
        pages=pages,
        data=lambda: comparison_answer(catalogue, comparison, full),
        left_out="" if full else left_out(comparison),
        more="" if full else _more(catalogue.ladder),
        next_steps=_next_steps(comparison),
    )


def _more(ladder: Ladder) -> str:
    other = ladder.from_on(ladder.usual)[1:2]
    return "   ".join(
        ("--full every skill", "--section activities", *(f"--rung {one}" for one in other))
    )


def _next_steps(comparison: Comparison) -> Iterator[tuple[str, str]]:
    a, b = (role.id for role in comparison.roles[:2])
    yield f"mlroles gap {a} {b}", "skill by skill, in that direction"
    yield f"mlroles boundary {a} {b}", "who hands over what"


def _page(catalogue: Catalogue, comparison: Comparison) -> Page:
    two = len(comparison.roles) == 2
    difference = comparison.pairs[0].difference if two else None
    told = (Prose(text=difference),) if difference else ()
    market = _figures(catalogue, comparison) if two else _roles(comparison.roles)
    sections = [
        Section(title="", blocks=told, name="pairs"),
        *([market] if two else [market, _pairs(catalogue, comparison)]),
        (_skills_of_two if two else _skills_of_many)(catalogue.ladder, comparison),
        _tools(comparison),
        _duties(comparison),
    ]
    return Page(
        title=" | ".join(short(role.name) for role in comparison.roles),
        fact=f"at {comparison.rung} level",
        sections=tuple(section for section in sections if section.blocks),
    )


def _market(role: Role) -> tuple[str, str]:
    """Median pay and adverts, as they are written."""
    pay, adverts = median_pay(role), most_adverts(role)
    return thousands(pay.median) if pay else "–", f"{adverts.n:,}" if adverts else "–"


def _figures(catalogue: Catalogue, comparison: Comparison) -> Section:
    """Two roles: pay, adverts, readiness both ways and similarity, a line each."""
    (pair,) = comparison.pairs
    pays = [median_pay(role) for role in comparison.roles]
    known = [f"{pay.n:,}" for pay in pays if pay]
    verdicts = [ready.verdict for _, _, ready in pair.moves if ready.verdict]
    verdict = f"both {verdicts[0]}" if len({*verdicts}) < len(verdicts) else ", ".join(verdicts)
    parts = ", ".join(f"{p.name} {p.score:.2f}" for p in pair.similarity.parts)
    (pay_a, adverts_a), (pay_b, adverts_b) = map(_market, comparison.roles)
    rows: list[tuple[Cell, ...]] = [
        (f"{PREFERRED} median pay", pay_a, pay_b, f"of {joined(known)} adverts" if known else ""),
        ("Adverts", adverts_a, adverts_b, ""),
        ("Ready for the other", *(in_words(ready.score) for _, _, ready in pair.moves), verdict),
        ("Alike", f"{pair.similarity.score:.2f}", "", parts),
    ]
    columns = (
        Column(keep=True),
        *(Column(title=label, align="right") for label in labels(comparison.roles)),
        Column(optional=True, least_width=30),
    )
    note = _legend(catalogue, comparison, pair)
    return Section(title="", blocks=tabled(columns, rows), note=note, name="moves")


def _legend(catalogue: Catalogue, comparison: Comparison, pair: Pair) -> str:
    """From where on a move is how hard, and how the similarity ranks."""
    rank = ranks(catalogue, comparison.rung).get(frozenset((pair.a.id, pair.b.id)))
    return VERDICTS + (f"    alike: closer than {rank:.0%} of pairs" if rank else "")


def _roles(roles: Sequence[Role]) -> Section:
    rows = [(label, *_market(role)) for label, role in zip(labels(roles), roles, strict=True)]
    columns = (Column(), *numbers(f"{PREFERRED} median pay", "adverts"))
    return Section(title="Market", blocks=tabled(columns, rows), name="roles")


def _pairs(catalogue: Catalogue, comparison: Comparison) -> Section:
    """Several roles: how alike each two are, and the readiness both ways."""
    ranked = ranks(catalogue, comparison.rung)
    names = {r.id: n for r, n in zip(comparison.roles, labels(comparison.roles), strict=True)}
    rows = []
    for pair in comparison.pairs:
        rank = ranked.get(frozenset((pair.a.id, pair.b.id)))
        rows.append(
            (
                f"{names[pair.a.id]} – {names[pair.b.id]}",
                f"{pair.similarity.score:.2f}",
                "" if rank is None else f"{rank:.0%}",
                *(in_words(ready.score) for _, _, ready in pair.moves),
            )
        )
    titles = ("alike", "closer than", "ready →", "ready ←")
    columns = (
        Column(),
        *(Column(title=t, align="right", keep=True, optional="closer" in t) for t in titles),
    )
    note = f"closer than: of all pairs    ready: {VERDICTS}"
    return Section(title="Pairs", blocks=tabled(columns, rows), note=note, name="pairs")


def _is_skill(compared: ComparedSkill) -> bool:
    return compared.skill.kind not in TOOL_KINDS


def _skills(comparison: Comparison) -> list[ComparedSkill]:
    return [skill for group in comparison.groups for skill in group if _is_skill(skill)]


def _skills_of_two(ladder: Ladder, comparison: Comparison) -> Section:
    """What each asks more of, beside what both ask alike; what matters most comes first."""
    a, b = (role.id for role in comparison.roles)
    rung = comparison.rung
    found: dict[int, list[tuple[str, ...]]] = {1: [], 0: [], -1: []}

    def essential(skill: ComparedSkill) -> bool:
        return any(need.essential_at(rung, ladder) for need in skill.requirements.values())

    def weight(skill: ComparedSkill) -> tuple[bool, int]:
        return not essential(skill), -max(n.importance for n in skill.requirements.values())

    for skill in sorted(_skills(comparison), key=weight):
        asked = [skill.requirements.get(id) for id in (a, b)]
        at = [need.at(rung) if need else 0 for need in asked]
        more = (at[0] > at[1]) - (at[0] < at[1])
        levels = [level_told(need, rung) for need in asked]
        name = short(skill.skill.name) + "*" * essential(skill)
        found[more].append((name, *levels) if more else (name, levels[0]))
    names = labels(comparison.roles)
    narrow = Table(
        columns=(Column(), *(Column(title=label, align="right") for label in names)),
        rows=(*found[1][:MOST_SKILLS], *found[-1][:MOST_SKILLS]),
    )
    rows: list[tuple[Cell, ...]] = [
        (*(left or ("", "", "")), *(same or ("", "")), *(right or ("", "", "")))
        for left, same, right in zip_longest(*(group[:MOST_SKILLS] for group in found.values()))
    ]
    if any(len(group) > MOST_SKILLS for group in found.values()):
        rest = [f"and {len(g) - MOST_SKILLS} more" * (len(g) > MOST_SKILLS) for g in found.values()]
        rows.append((rest[0], "", "", rest[1], "", rest[2], "", ""))
    more_in = [Column(title=f"more in {label}", cut=True) for label in names]
    level = Column(align="right", keep=True)
    columns = (more_in[0], level, level, Column(title="the same", cut=True), level, more_in[1])
    return Section(
        title="Skills",
        blocks=(Table(columns=(*columns, level, level), rows=tuple(rows), narrow=narrow),),
        note=f"level at {rung}; * essential",
        name="skills",
    )


def _skills_of_many(ladder: Ladder, comparison: Comparison) -> Section:
    """The skills that matter most, with the level that each role asks for."""
    rung = comparison.rung
    compared = _skills(comparison)
    first = sorted(
        compared,
        key=lambda skill: (
            -sum(n.essential_at(rung, ladder) for n in skill.requirements.values()),
            -sum(n.importance for n in skill.requirements.values()),
        ),
    )
    rows = []
    for skill in first[:MOST_SKILLS_OF_MANY]:
        asked = [skill.requirements.get(role.id) for role in comparison.roles]
        cells = (
            level_told(n, rung) + "*" * bool(n and n.essential_at(rung, ladder)) for n in asked
        )
        rows.append((short(skill.skill.name), *cells))
    columns = (Column(), *centred(labels(comparison.roles)))
    note = f"level at {rung}; * essential; {len(compared) - len(rows)} more with --full"
    return Section(title="Skills", blocks=tabled(columns, rows), note=note, name="skills")


def _tools(comparison: Comparison) -> Section:
    """The tools of all, and of each alone."""
    groups = [("All" if len(comparison.roles) > 2 else "Both", comparison.shared)]
    for label, role in zip(labels(comparison.roles), comparison.roles, strict=True):
        groups.append((f"{label} only", comparison.only[role.id]))
    rows = []
    for label, group in groups:
        names = [
            linked(
                one.skill.name + "*" * all(n.essential for n in one.requirements.values()),
                one.skill.documentation,
            )
            for one in group
            if not _is_skill(one)
        ]
        if names:
            rows.append((label, linked_row(names, MOST_TOOLS)))
    return Section(title="Tools", blocks=labelled(rows), name="skills")


def _duties(comparison: Comparison) -> Section:
    rows = []
    for label, role in zip(labels(comparison.roles), comparison.roles, strict=True):
        duties = [one for one in comparison.activities if one.letters.get(role.id) == "A"]
        if duties:
            names = [duty.activity.name for duty in duties]
            rows.append((label, sentence(names, MOST_DUTIES)))
    return Section(title="Who answers for what", blocks=labelled(rows), name="activities")
