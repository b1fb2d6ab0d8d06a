"""What the validator found, and what its codes mean, as reports."""

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

from mlroles.core.model.limits import PROBLEMS_LISTED
from mlroles.core.model.problem import Checked, Explanation, Problem, Severity
from mlroles.core.model.vocabulary import about
from mlroles.present.page.answer import Answer, filled
from mlroles.present.page.blocks import (
    Column,
    Lines,
    Page,
    Prose,
    Section,
    Tone,
    Toned,
    counted,
    dim,
    strong,
    tabled,
)
from mlroles.present.page.report import Report

MOST = PROBLEMS_LISTED.most
TONES: dict[Severity, Tone] = {"error": "poor", "warning": "fair"}
COUNTED = {"roles": "role", "skills": "skill", "activities": "activity"}
"""Collection -> what one of its entries is called, in the line that says that all is well."""


class ProblemAnswer(Answer, frozen=True, kw_only=True):
    """Something wrong with a catalogue, and how to fix it."""

    file: str
    line: Annotated[int, about("counted from 1")]
    column: Annotated[int, about("counted from 1")]
    severity: Severity
    code: Annotated[str, about("explained by validate --explain CODE")]
    message: str
    remedy: str


class ExplanationAnswer(Answer, frozen=True, kw_only=True):
    """What a code of the validator stands for."""

    code: str
    severity: Severity
    demands: str
    why: str
    file: Annotated[str, about("the file that the example is from")]
    example: Annotated[str, about("what would break the rule")]
    remedy: str


def problems_report(found: Checked) -> Report:
    """The problems with place and remedy, in the order of the places, and how many there are."""
    return Report(
        kinds=(ProblemAnswer,),
        pages=lambda: (_problems_page(found),),
        data=lambda: [_problem_answer(problem) for problem in found.problems],
        lines=lambda: (
            *(line for problem in found.problems[:MOST] for line in problem.lines()),
            _verdict(found),
        ),
        more="--json, every one of them" if len(found.problems) > MOST else "",
        next_step=_next_step(found),
        remarks=(f"this looks like {found.entry}",) if found.entry else (),
        answer_is_no=not found.sound,
    )


def explanations_report(explained: Sequence[Explanation]) -> Report:
    """One code in full, or a list of several."""
    one = len(explained) == 1
    data = [filled(ExplanationAnswer, explanation) for explanation in explained]
    return Report(
        kinds=(ExplanationAnswer,),
        pages=lambda: (_explanation_page(explained[0]) if one else _codes_page(explained),),
        data=lambda: data[0] if one else data,
        lines=(lambda: _explanation_lines(explained[0])) if one else None,
        next_step="mlroles validate --strict" if one else "mlroles validate --explain shape",
    )


def _problems_page(found: Checked) -> Page:
    sections = [
        Section(title="", blocks=(Lines(rows=tuple(row for p in group for row in _rows(p))),))
        for _, group in groupby(found.problems[:MOST], key=lambda problem: problem.place.file)
    ]
    verdict = Prose(text=_verdict(found), tone="good" if found.sound else "strong")
    return Page(title="", sections=(*sections, Section(title="", blocks=(verdict,))))


def _rows(problem: Problem) -> tuple[tuple[str | Toned, ...], ...]:
    severity = Toned(text=problem.severity, tone=TONES[problem.severity])
    told = (f"{problem.place}: ", severity, f"[{problem.rule}]: {problem.message}")
    return told, (dim(f"  {problem.remedy}"),)


def _verdict(found: Checked) -> str:
    counts = [counted(n, one, f"{one}s") for one in TONES if (n := found.count(one))]
    if counts:
        return ", ".join(counts)
    read = ", ".join(counted(found.sizes[more], one, more) for more, one in COUNTED.items())
    return f"no errors{' and no warnings' if found.strict else ''} in {found.file or read}"


def _next_step(found: Checked) -> str:
    if found.problems:
        return f"mlroles validate --explain {found.problems[0].rule}"
    return "mlroles list" if found.strict else "mlroles validate --strict"


def _explanation_page(explained: Explanation) -> Page:
    example = tuple((line,) for line in explained.example.rstrip("\n").split("\n"))
    place = (dim(f"# {explained.file}"),)
    return Page(
        title=explained.code,
        subtitle=f"{explained.severity}: {explained.demands}",
        sections=(
            Section(title="Why", blocks=(Prose(text=explained.why),)),
            Section(title="An example", blocks=(Lines(rows=(place, *example)),)),
            Section(title="What to do", blocks=(Prose(text=explained.remedy),)),
        ),
    )


def _explanation_lines(explained: Explanation) -> tuple[str, ...]:
    example = explained.example.rstrip("\n").split("\n")
    head = f"{explained.severity}[{explained.code}]: {explained.demands}"
    return head, explained.why, f"# {explained.file}", *example, explained.remedy


def _codes_page(explained: Sequence[Explanation]) -> Page:
    sections = []
    for severity, group in groupby(explained, key=lambda each: each.severity):
        rows = [(strong(each.code), each.demands) for each in group]
        columns = (Column(least_width=max(len(each.code) for each in explained)), Column())
        sections.append(Section(title=f"{severity}s", blocks=tabled(columns, rows)))
    return Page(title="", sections=tuple(sections))


def _problem_answer(problem: Problem) -> ProblemAnswer:
    place = problem.place
    return filled(
        ProblemAnswer,
        problem,
        file=place.file,
        line=place.line,
        column=place.column,
        code=problem.rule,
    )
