"""Many adverts and CVs: a record for each as it is read, or a summary of all."""

from collections.abc import Callable, Iterable
from typing import Annotated

from mlroles.core.adverts.decode import Decoded
from mlroles.core.adverts.summary import Counted, Summary
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.vocabulary import Count, Share, about
from mlroles.core.moves.readiness import Readiness
from mlroles.present.adverts.answer import DecodedAnswer, Origin, decoded_answer
from mlroles.present.adverts.page import role_words
from mlroles.present.finding.normalised import input_cell
from mlroles.present.page.answer import Answer, Scalar
from mlroles.present.page.blocks import (
    Cell,
    Column,
    Meter,
    Page,
    Section,
    Table,
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
from mlroles.present.page.shapes import Named, named_in, role_named

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
    columns: tuple[str, ...],
    unread: Callable[[], int],
    full: bool = False,
) -> Report:
    """A record for each text, in their order, as they are read.

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
        next_step="mlroles decode FILE --summary",
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
    return Report(
        kinds=(DecodedSummary,),
        document=True,
        pages=lambda: (_summary_page(catalogue, summary, full),),
        data=lambda: _summary(catalogue, summary, unread()),
        unread=unread,
        more="" if full else "--full everything   --section roles, skills, unknown",
    )


def _summary(catalogue: Catalogue, summary: Summary, unread: int) -> DecodedSummary:
    n = summary.n or 1
    return DecodedSummary(
        n=summary.n,
        unread=unread,
        too_little_to_tell=summary.too_little,
        other_work=summary.other_work,
        roles=[
            RoleCount(
                role=role_named(catalogue, one.what),
                n=one.n,
                share=round(one.n / n, DIGITS),
                claimed=one.required,
            )
            for one in summary.roles
        ],
        skills=[
            SkillCount(
                skill=named_in(catalogue.skills, one.what),
                n=one.n,
                share=round(one.n / n, DIGITS),
                required=one.required,
            )
            for one in summary.skills
        ],
        unknown=[TermCount(term=one.what, n=one.n) for one in summary.unknown if one.n > 1],
    )


def _summary_page(catalogue: Catalogue, summary: Summary, full: bool) -> Page:
    roles = [(short(catalogue.role_names[one.what]), one) for one in summary.roles]
    skills = [(short(catalogue.skills[one.what].name), one) for one in summary.skills]
    unknown = [(one.what, one) for one in summary.unknown if one.n > 1]
    sections = (
        _counts("Read as", "roles", roles, summary.n, "claimed", full),
        _counts("Name", "skills", skills, summary.n, "ask for it", full),
        _counts("Unknown terms", "unknown", unknown, summary.n, "", full),
    )
    return Page(
        title=counted(summary.n, "text", "texts"),
        fact=", ".join(
            f"{what}: {n}"
            for what, n in (
                ("other work", summary.other_work),
                ("too little to tell", summary.too_little),
            )
            if n
        ),
        sections=tuple(section for section in sections if section.blocks),
    )


def _counts(
    title: str, name: str, found: list[tuple[str, Counted]], n: int, also: str, full: bool
) -> Section:
    most = len(found) if full else MOST_COUNTED if also else MOST_COUNTED // 2
    rows: list[tuple[Cell, ...]] = [
        (
            called,
            Meter(share=one.n / n),
            f"{one.n / n:.0%}",
            str(one.n),
            str(one.required) if also else "",
        )
        for called, one in found[:most]
    ]
    columns = (
        Column(),
        Column(keep=True, least_width=16, optional=True),
        *numbers("share", "texts", also),
    )
    left = len(found) - len(rows)
    blocks = (Table(columns=columns, rows=tuple(rows)),) if rows else ()
    return Section(title=title, blocks=blocks, note=f"and {left} more" if left else "", name=name)
