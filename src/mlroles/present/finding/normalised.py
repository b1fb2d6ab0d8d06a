"""What job titles mean as a report: one record for each title, in their order."""

from collections.abc import Iterable
from itertools import chain

from mlroles.core.finding.normalise import Normalised
from mlroles.core.finding.reasons import Hit
from mlroles.present.finding.reasons import why_payload, why_text
from mlroles.present.page.answer import Scalar
from mlroles.present.page.blocks import Cell, Column, Page, Section, Table, Toned, strong
from mlroles.present.page.report import Records, Report
from mlroles.present.page.rounding import DIGITS

OURS = ("role", "name", "score", "level", "why")
"""The columns that are added to those of the input."""

Found = tuple[tuple[str, ...], Normalised]
"""The cells of a row, and what its title means."""


def normalised_report(columns: tuple[str, ...], found: Iterable[Found]) -> Report:
    """What each title means; `columns` are what the cells of the rows are called."""
    rest = iter(found)
    first = next(rest, None)
    all_found = chain([] if first is None else [first], rest)
    added = [f"mlroles_{name}" if name in columns else name for name in OURS]
    return Report(
        pages=lambda: _pages([normalised for _, normalised in all_found]),
        data=lambda: (_payload(normalised) for _, normalised in all_found),
        records=lambda: Records(
            columns=(*columns, *added),
            rows=((*cells, *_record(normalised)) for cells, normalised in all_found),
        ),
        streams=True,
        nothing_found="there are no titles" if first is None else "",
        next_step="give one title a line" if first is None else _next_step(first[1]),
    )


def _payload(found: Normalised) -> dict[str, object]:
    role, frame = found.role, found.frame
    return {
        "title": found.title,
        "role": role.id if role else None,
        "name": role.name if role else None,
        "score": round(role.score, DIGITS) if role else None,
        "level": frame.level,
        "frame": {
            "contract": frame.contract,
            "place": frame.place,
            "team": frame.team,
            "code": frame.code,
            "gender": frame.gender,
        },
        "matches": [
            {
                "id": match.id,
                "name": match.name,
                "score": round(match.score, DIGITS),
                "why": why_payload(match),
            }
            for match in found.matches
        ],
    }


def _record(found: Normalised) -> tuple[Scalar, ...]:
    role, level = found.role, found.frame.level
    if role is None:
        return None, None, None, level, None
    return role.id, role.name, round(role.score, DIGITS), level, why_text(role)


def _pages(all_found: list[Normalised]) -> tuple[Page, ...]:
    columns = (
        Column(title="title"),
        Column(title="role"),
        Column(title="level", keep=True),
        Column(title="score", keep=True, align="right"),
        Column(title="found by"),
    )
    table = Table(columns=columns, rows=tuple(map(_row, all_found)))
    none = sum(found.role is None for found in all_found)
    note = f"{none} of {len(all_found)} titles mean none of the roles" if none else ""
    return (Page(title="", sections=(Section(title="", blocks=(table,), note=note),)),)


def _row(found: Normalised) -> tuple[Cell, ...]:
    role, level = found.role, found.frame.level or ""
    if role is None:
        nearest = f"nearest: {found.matches[0].name}" if found.matches else ""
        return found.title, _dim("none"), level, "", _dim(nearest)
    return found.title, strong(role.name), level, f"{role.score:.2f}", _dim(_name(role))


def _dim(text: str) -> Toned:
    return Toned(text=text, tone="dim")


def _name(hit: Hit) -> str:
    """The name that did most to find a hit."""
    names = (reason.text for reason in hit.reasons if reason.field in ("name", "alternate name"))
    return next(names, hit.name)


def _next_step(found: Normalised) -> str:
    return f"mlroles show {found.role.id}" if found.role else "mlroles list"
