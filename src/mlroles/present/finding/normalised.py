"""The roles that job titles mean as a report, in the order of the titles."""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Annotated, Any

from mlroles.core.finding.normalise import Normalised
from mlroles.core.finding.reasons import Hit
from mlroles.core.model.vocabulary import Rung, about
from mlroles.present.finding.reasons import PartAnswer, part_answers
from mlroles.present.page.answer import Answer, Scalar, filled, json_text
from mlroles.present.page.blocks import Cell, Column, Page, dim, one_section, short, strong, tabled
from mlroles.present.page.report import Records, Report
from mlroles.present.page.rounding import DIGITS
from mlroles.present.page.shapes import Named, Score, named

Found = tuple[Mapping[str, Any], Normalised]
"""The other fields of a row, and what its title means."""


class FrameAnswer(Answer, frozen=True, kw_only=True):
    """What a title says beside the work; null where it says nothing."""

    contract: str | None
    place: str | None
    team: str | None
    code: str | None
    gender: str | None


class MatchAnswer(Answer, frozen=True, kw_only=True):
    """A role that a title may mean."""

    role: Named
    score: Score
    parts: Annotated[list[PartAnswer], about("what the score is made of, the largest first")]


class TitleAnswer(Answer, frozen=True, kw_only=True):
    """The role that a job title means."""

    title: Annotated[str, about("as it was given")]
    role: Annotated[Named | None, about("null where it means none of the roles, or several")]
    score: Annotated[Score | None, about("how well the role fits")]
    rung: Annotated[Rung | None, about("the level of seniority that the title names")]
    frame: FrameAnswer
    matches: Annotated[
        list[MatchAnswer], about("the nearest roles: first those that fit, each group best first")
    ]
    ambiguous: Annotated[
        list[Named], about("the roles that the title means equally; empty where it means one")
    ]
    input: Annotated[dict[str, Any], about("the other fields of the row, as they came")]


OURS = (
    *("role.id", "role.name", "score", "rung"),
    *(f"frame.{part}" for part in FrameAnswer.__struct_fields__),
    "matches",
)
"""The columns that are added to those of the input."""


def normalised_report(
    columns: tuple[str, ...], titled: Callable[[Mapping[str, Any]], str], found: Iterable[Found]
) -> Report:
    """What each title means, each with the fields of its row.

    `columns` are what the fields of the rows are called, and `titled` says of a row which of
    them holds the title.
    """
    rest = iter(found)
    first = next(rest, None)
    all_found = chain([] if first is None else [first], rest)
    added = [f"mlroles_{name}" if name in columns else name for name in OURS]

    def answers() -> Iterable[TitleAnswer]:
        for row, normalised in all_found:
            own = titled(row)
            yield title_answer(normalised, {key: row[key] for key in row if key != own})

    return Report(
        kinds=(TitleAnswer,),
        pages=lambda: _pages([normalised for _, normalised in all_found]),
        data=answers,
        records=lambda: Records(
            columns=(*columns, *added),
            rows=(
                (*(input_cell(row.get(name)) for name in columns), *_cells(normalised))
                for row, normalised in all_found
            ),
        ),
        streams=True,
        nothing_found="there are no titles" if first is None else "",
        next_step="give one title a line" if first is None else _next_step(first[1]),
    )


def title_answer(found: Normalised, row: Mapping[str, Any] | None = None) -> TitleAnswer:
    """What a title means; `row` are the other fields of the row that it stands in."""
    role = found.role
    return filled(
        TitleAnswer,
        found,
        score=round(role.score, DIGITS) if role else None,
        rung=found.frame.level,
        matches=[
            MatchAnswer(role=named(hit), score=round(hit.score, DIGITS), parts=part_answers(hit))
            for hit in found.matches
        ],
        input=dict(row or {}),
    )


def _cells(found: Normalised) -> tuple[Scalar, ...]:
    role, frame = found.role, found.frame
    ours = (role.id, role.name, round(role.score, DIGITS)) if role else (None, None, None)
    said = (getattr(frame, part) for part in FrameAnswer.__struct_fields__)
    return (*ours, frame.level, *said, "; ".join(hit.id for hit in found.matches))


def input_cell(value: object) -> Scalar:
    """A value of the input in a cell: text as it came, anything else as JSON."""
    if isinstance(value, str | int | float | None):
        return "" if value is None else value
    return json_text(value)


def _pages(all_found: list[Normalised]) -> tuple[Page, ...]:
    columns = (
        Column(title="title"),
        Column(title="role"),
        Column(title="level", keep=True),
        Column(title="score", keep=True, align="right"),
        Column(title="found by"),
    )
    none = sum(found.role is None for found in all_found)
    note = f"{none} of {len(all_found)} titles match no role" if none else ""
    return one_section(tabled(columns, map(_row, all_found)), note=note)


def _row(found: Normalised) -> tuple[Cell, ...]:
    role, level = found.role, found.frame.level or ""
    if found.ambiguous:
        several = " or ".join(short(hit.name) for hit in found.ambiguous)
        return found.title, dim("several"), level, "", dim(several)
    if role is None:
        nearest = f"nearest: {short(found.matches[0].name)}" if found.matches else ""
        return found.title, dim("none"), level, "", dim(nearest)
    return found.title, strong(short(role.name)), level, f"{role.score:.2f}", dim(_name(role))


def _name(hit: Hit) -> str:
    """The name that did most to find a hit."""
    names = (reason.text for reason in hit.reasons if reason.field in ("name", "alternate name"))
    return next(names, hit.name)


def _next_step(found: Normalised) -> str:
    return f"mlroles show {found.role.id}" if found.role else "mlroles list"
