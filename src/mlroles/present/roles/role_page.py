"""A role on one screen: what it is, does, needs, uses and is paid, and what is near it."""

from collections.abc import Iterator, Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Distinction, Requirement, Role
from mlroles.core.model.vocabulary import LEVELS, Rung
from mlroles.core.pay.figures import country_for, enough, telling_adverts
from mlroles.core.roles.neighbours import origins
from mlroles.present.page.blocks import (
    UNBROKEN,
    Block,
    Cell,
    Column,
    Fields,
    Meter,
    Page,
    Prose,
    Section,
    Table,
    linked,
    numbers,
    short,
    tabled,
)
from mlroles.present.pay.bar import bar, bar_column, scale, thousands
from mlroles.present.roles.needs import level_told, sentence, weightiest

MOST_ROWS, MOST_DUTIES, MOST_ORIGINS, MOST_DISTINCTIONS, NAME_WIDTH = 8, 8, 3, 2, 26
"""What the screen has room for."""

ENGAGED = {3: ("•••", "leads"), 2: ("••", "contributes"), 1: ("•", "takes part"), 0: ("–", "")}
"""Engagement in a stage -> its sign and its word."""


def role_page(catalogue: Catalogue, role: Role, rung: Rung | None = None) -> Page:
    """The role at its middle rungs, or at one; what is not known is left out."""
    family = catalogue.families[role.family].name
    return Page(
        title=role.name,
        fact=f"{family}, {rung}" if rung else family,
        sections=tuple(_sections(catalogue, role, rung)),
    )


def _sections(catalogue: Catalogue, role: Role, rung: Rung | None) -> Iterator[Section]:
    definition = Prose(text=role.definition)
    yield Section(title="", blocks=(definition,), name="definition", layout="close")
    if role.lifecycle:
        yield _lifecycle(catalogue, role)
    names = [catalogue.activities[d.activity].name for d in role.responsibilities if d.raci == "A"]
    if names:
        blocks = (Prose(text=sentence(names, MOST_DUTIES)),)
        yield Section(title="Answers for", blocks=blocks, name="responsibilities")
    yield from _needs(catalogue, role, rung)
    yield from _pay(catalogue, role, rung)
    came = origins(catalogue, role, rung)[:MOST_ORIGINS]
    if came:
        named = (f"{short(origin.name)} {score:.2f}" for origin, score in came)
        told = " · ".join(one.replace(" ", UNBROKEN) for one in named)
        yield Section(
            title="Easiest from", blocks=(Prose(text=told),), name="entry", layout="label"
        )
    if role.not_to_be_confused_with:
        near = {origin.id for origin, _ in came}
        told_apart = sorted(role.not_to_be_confused_with, key=lambda d: d.role not in near)
        yield Section(
            title="Not the same",
            blocks=tuple(map(_first_half, told_apart[:MOST_DISTINCTIONS])),
            name="not_to_be_confused_with",
            layout="label",
        )


def _first_half(distinction: Distinction) -> Prose:
    """What the other role does, where the sentence describes both in turn."""
    return Prose(text=f"{distinction.difference.rstrip('.').partition(';')[0]}.")


def _lifecycle(catalogue: Catalogue, role: Role) -> Section:
    """A sign for each stage; where they do not fit beside each other, the stages by sign."""
    engaged, stages = role.lifecycle, catalogue.stages.values()
    by_sign = [
        (sign, ", ".join(stage.name for stage in stages if engaged.get(stage.id) == much))
        for much, (sign, word) in ENGAGED.items()
        if word
    ]
    signs = (ENGAGED[engaged[stage.id]][0] if stage.id in engaged else "?" for stage in stages)
    table = Table(
        columns=tuple(Column(title=s.name, align="center", keep=True) for s in stages),
        rows=(tuple(signs),),
        narrow=Fields(rows=tuple((sign, told) for sign, told in by_sign if told)),
    )
    legend = "   ".join(f"{sign} {word}" for sign, word in ENGAGED.values() if word)
    return Section(title="", blocks=(table,), note=legend, name="lifecycle")


def _needs(catalogue: Catalogue, role: Role, rung: Rung | None) -> Iterator[Section]:
    """What has to be known beside the tools, with the adverts that name them where counted."""
    ladder = catalogue.ladder
    rungs = [rung] if rung else ladder.from_on(ladder.usual)[:2]
    skills, tools = weightiest(role.skills, rungs[0]), weightiest(role.tools, rungs[0])
    essential = [need for need in skills if need.essential_at(rungs[-1], ladder)]
    shown = (essential or skills)[:MOST_ROWS]
    if shown:
        title = "Must know" if essential else "Skills"
        yield Section(title=title, blocks=_levels(catalogue, shown, rungs), name="skills")
    adverts = telling_adverts(role)
    most = max(len(shown), MOST_ROWS // 2)
    if adverts and adverts.shares:
        shares = adverts.shares
        first = [need for need in tools if need.essential_at(rungs[-1], ladder)][:most]
        named = sorted(tools, key=lambda need: -shares.get(need.skill, 0.0))
        first += [need for need in named if need not in first][: most - len(first)]
        first.sort(key=lambda need: -shares.get(need.skill, 0.0))
        title, table = f"Tools, % of {adverts.n:,} adverts", _named(catalogue, first, shares)
    else:
        title, table = "Tools", _levels(catalogue, tools[:most], rungs)
    if tools:
        yield Section(title=title, blocks=table, name="tools", layout="beside")
    legend = [f"{level} {name}" for level, (name, _) in LEVELS.items()]
    legend = legend if any(need.rated for need in shown) else []
    legend += ["* essential"] if any(need.essential for need in tools) else []
    if legend:
        yield Section(title="", blocks=(), note="  ".join(legend), name="skills", layout="close")


def _levels(
    catalogue: Catalogue, needs: Sequence[Requirement], rungs: Sequence[Rung]
) -> tuple[Block, ...]:
    rows = [
        (short(catalogue.skills[need.skill].name), *(level_told(need, rung) for rung in rungs))
        for need in needs
    ]
    return tabled((Column(most_width=NAME_WIDTH), *numbers(*rungs)), rows)


def _named(
    catalogue: Catalogue, needs: Sequence[Requirement], shares: dict[str, float]
) -> tuple[Block, ...]:
    """Tools with the share of adverts that name each, as a bar and a figure."""
    most = max((shares.get(need.skill, 0.0) for need in needs), default=1.0)
    rows: list[tuple[Cell, ...]] = []
    for need in needs:
        skill = catalogue.skills[need.skill]
        name = linked(short(skill.name) + "*" * need.essential, skill.documentation)
        share = shares.get(need.skill)
        told: tuple[Cell, ...] = ("", "–")
        if share is not None:
            told = (Meter(share=share / most), f"{share:.0%}")
        rows.append((name, *told))
    return tabled((Column(keep=True), Column(ends=("", "")), *numbers("")), rows)


def _pay(catalogue: Catalogue, role: Role, rung: Rung | None) -> Iterator[Section]:
    """The newest figures of the preferred country, or else of the first, as bars on one scale."""
    country = country_for(catalogue, None, [role])
    figures = enough(role, country)
    figures = [f for f in figures if (f.basis, f.source) == (figures[0].basis, figures[0].source)]
    figures = [f for f in figures if rung in (None, f.rung) or f.rung == "all"]
    figures.sort(key=lambda figure: [*catalogue.ladder.ids, "all"].index(figure.rung))
    if not figures:
        return
    ends = scale(figures)
    rows = [
        (
            "all levels" if figure.rung == "all" else figure.rung,
            thousands(figure.median),
            f"n {figure.n:,}",
            bar(figure, *ends),
        )
        for figure in figures
    ]
    count = Column(align="right", keep=True, optional=True)
    basis = "adverts" if figures[0].basis == "advertised" else "wage survey"
    title = f"Pay, {country} {basis}, {figures[0].currency}"
    label = Column(keep=True, least_width=len(title) - 2)  # the title stands above it
    yield Section(
        title=title,
        blocks=tabled((label, *numbers(""), count, bar_column(ends)), rows),
        note="● median, ━ middle half, n adverts",
        name="pay",
    )
