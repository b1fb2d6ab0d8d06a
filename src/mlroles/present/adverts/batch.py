"""Many adverts and CVs: a record for each as it is read, or a summary of all."""

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated

from mlroles.core.adverts.decode import Decoded
from mlroles.core.adverts.summary import Summary
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Count, Share, about
from mlroles.core.moves.readiness import Readiness
from mlroles.present.adverts.answer import DecodedAnswer, Origin, decoded_answer
from mlroles.present.adverts.page import role_words
from mlroles.present.finding.normalised import input_cell
from mlroles.present.moves.start import quoted
from mlroles.present.page.answer import Answer, Scalar
from mlroles.present.page.blocks import (
    Cell,
    Column,
    Meter,
    Page,
    Section,
    counted,
    dim,
    numbers,
    one_section,
    short,
    strong,
    tabled,
)
from mlroles.present.page.report import Records, Report
from mlroles.present.page.rounding import DIGITS
from mlroles.present.page.shapes import Named, answered

Found = tuple[Origin, Decoded, Readiness | None]
"""Where a text comes from, what it says, and how far skills that are held meet it."""
MOST_SKILLS, MOST_COUNTED = 4, 12
"""What a line has room for, and a table of a summary."""


class RoleCount(Answer, frozen=True, kw_only=True):
    """How many texts are likeliest about a role."""

    role: Named
    n: Count
    share: Share
    claimed: Annotated[Count, about("how many titles name the role")]


class SkillCount(Answer, frozen=True, kw_only=True):
    """How many texts name a skill."""

    skill: Named
    n: Count
    share: Share
    required: Annotated[Count, about("how many ask for it")]


class TermCount(Answer, frozen=True, kw_only=True):
    """How many texts have a term that the catalogue lacks."""

    term: str
    n: Count
    share: Share


class DecodedSummary(Answer, frozen=True, kw_only=True):
    """What many adverts or CVs say together, the most frequent first."""

    n: Annotated[Count, about("texts that were read")]
    unread: Annotated[Count, about("files and rows that could not be read")]
    too_little_to_tell: Count
    other_work: Annotated[Count, about("texts about none of the roles")]
    roles: list[RoleCount]
    skills: list[SkillCount]
    unknown: Annotated[
        list[TermCount], about("terms with a capital in what is asked for, in 2 texts or more")
    ]


OURS = (
    *("file", "row", "document", "title", "claimed.id", "role.id", "role.name", "probability"),
    *("rung", "years", "degree_required", "language", "too_little_to_tell"),
    *("required", "nice_to_have", "named", "suggested"),
)
"""The columns of a text: what it is, what it says, and the ids of its skills by how they stand."""


def decoded_all_report(
    catalogue: Catalogue,
    found: Iterable[Found],
    given: Sequence[str],
    columns: tuple[str, ...],
    unread: Callable[[], int],
    full: bool = False,
) -> Report:
    """A record for each text of what was given, in their order, as they are read.

    `columns` are what the other fields of rows are called.
    """
    added = [f"mlroles_{name}" if name in columns else name for name in OURS]
    return Report(
        kinds=(DecodedAnswer,),
        pages=lambda: _pages(catalogue, found),
        data=lambda: (decoded_answer(catalogue, d, o, ready, full) for o, d, ready in found),
        records=lambda: Records(
            columns=(*columns, *added),
            rows=(
                (*(input_cell(o.fields.get(name)) for name in columns), *_cells(catalogue, o, d))
                for o, d, _ in found
            ),
        ),
        streams=True,
        unread=unread,
        next_steps=(
            (f"mlroles decode {' '.join(map(quoted, given))} --summary", "all of them together"),
        ),
    )


def _cells(catalogue: Catalogue, origin: Origin, decoded: Decoded) -> tuple[Scalar, ...]:
    claim, stated = decoded.claim and decoded.claim.role, decoded.stated
    told = decoded.roles[0] if decoded.roles else None
    of = (
        [f for f in decoded.named if f.required],
        [f for f in decoded.named if f.required is False],
        [f for f in decoded.named if f.required is None],
        [f for f in decoded.skills if f.finding == "suggested"],
    )
    return (
        *(origin.file, origin.row, decoded.kind, decoded.title, claim.id if claim else None),
        *((decoded.role, catalogue.role_names[decoded.role]) if decoded.role else (None, None)),
        round(told.probability, DIGITS) if told else None,
        *(decoded.rung, stated.years, stated.degree_required, stated.language),
        decoded.too_little_to_tell,
        *("; ".join(one.skill for one in found) for found in of),
    )


def _pages(catalogue: Catalogue, all_found: Iterable[Found]) -> tuple[Page, ...]:
    columns = (
        Column(title="text", cut=True, least_width=12),
        Column(title="reads as", keep=True),
        *numbers("share"),
        Column(title="level", keep=True, optional=True),
        Column(title="asks for", cut=True, optional=True),
    )
    return one_section(tabled(columns, (_row(catalogue, o, d) for o, d, _ in all_found)))


def _row(catalogue: Catalogue, origin: Origin, decoded: Decoded) -> tuple[Cell, ...]:
    called = decoded.title or origin.file or (f"row {origin.row}" if origin.row else "")
    asked = [f for f in decoded.named if f.required is not False][:MOST_SKILLS]
    skills = ", ".join(short(catalogue.skills[one.skill].name) for one in asked)
    if not decoded.roles:
        return called, dim("too little to tell"), "", decoded.rung or "", dim(skills)
    told = decoded.roles[0]
    name = strong(role_words(catalogue, told))
    return called, name, f"{told.probability:.0%}", decoded.rung or "", dim(skills)


def summary_report(
    catalogue: Catalogue, summary: Summary, unread: Callable[[], int], full: bool = False
) -> Report:
    """Shares of roles and skills over many texts, and the terms that the catalogue lacks."""
    answer = answered(catalogue, DecodedSummary, summary, unread=unread())
    return Report(
        kinds=(DecodedSummary,),
        document=True,
        new=True,
        pages=lambda: (_summary_page(answer, full),),
        data=lambda: answer,
        unread=unread,
        more="" if full else "--full everything   --section roles, skills, unknown",
    )


def _summary_page(summary: DecodedSummary, full: bool) -> Page:
    roles = [(short(one.role.name), one.n, one.share, one.claimed) for one in summary.roles]
    skills = [(short(one.skill.name), one.n, one.share, one.required) for one in summary.skills]
    unknown = [(one.term, one.n, one.share, None) for one in summary.unknown]
    sections = (
        _counts("Read as", "roles", roles, "claimed", full),
        _counts("Name", "skills", skills, "ask for it", full),
        _counts("Unknown terms", "unknown", unknown, "", full),
    )
    beside = {"other work": summary.other_work, "too little to tell": summary.too_little_to_tell}
    return Page(
        title=counted(summary.n, "text", "texts"),
        fact=", ".join(f"{what}: {n}" for what, n in beside.items() if n),
        sections=tuple(section for section in sections if section.blocks),
    )


def _counts(
    title: str,
    name: str,
    found: Sequence[tuple[str, int, float, int | None]],
    also: str,
    full: bool,
) -> Section:
    most = len(found) if full else MOST_COUNTED if also else MOST_COUNTED // 2
    rows: list[tuple[Cell, ...]] = [
        (called, Meter(share=share), f"{share:.0%}", str(n), "" if more is None else str(more))
        for called, n, share, more in found[:most]
    ]
    bars = Column(keep=True, least_width=16, optional=True)
    left = len(found) - len(rows)
    return Section(
        title=title,
        blocks=tabled((Column(), bars, *numbers("share", "texts", also)), rows),
        note=f"and {left} more" if left else "",
        name=name,
    )
