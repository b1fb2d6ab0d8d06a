"""Run all rules over a draft and collect what they find."""

import os
from collections.abc import Iterator, Mapping, Sequence

from mlroles.catalogue.checking.lints import LINTS
from mlroles.catalogue.checking.rules import RULES, Rule
from mlroles.catalogue.files.paths import bundled_folder, catalogue_around
from mlroles.catalogue.files.progress import Progress
from mlroles.catalogue.reading.draft import Draft
from mlroles.catalogue.reading.layers import draft_of
from mlroles.core.model.problem import Checked, Problem, Severity


def check(
    paths: Sequence[str] | None = None, strict: bool = False, progress: Progress | None = None
) -> Checked:
    """All problems of the catalogue that `load` would read; their files can be opened from here.

    One path may lead to a file within a catalogue: then to the problems of that file alone.
    What could be better in the bundled catalogue is told only where no other lies over it.
    Raises `UnreadableFile` where its files cannot be read.
    """
    file = paths[0] if paths and len(paths) == 1 else ""
    around = catalogue_around(file)
    draft = draft_of(around or paths, progress, full_names=True)
    problems = validate(draft, strict)
    if len(draft.layers) > 1:
        below = os.path.join(bundled_folder(), "")
        problems = [
            problem
            for problem in problems
            if problem.severity == "error" or not problem.place.file.startswith(below)
        ]
    if around:
        wanted = os.path.abspath(file)
        problems = [p for p in problems if os.path.abspath(p.place.file) == wanted]
    sizes = {collection: len(entries) for collection, entries in draft.entries.items()}
    return Checked(strict=strict, problems=problems, file=file if around else None, sizes=sizes)


def validate(draft: Draft, strict: bool = False) -> list[Problem]:
    """All problems of a draft, ordered by place.

    The errors, which make a catalogue unusable, always; the warnings, which only say that it
    could be better, in the strict mode. They look at the catalogue as a whole, so they wait
    until all of it can be read.
    """
    problems = [*draft.problems, *_breaches(draft, RULES, "error")]
    if strict and not draft.problems:
        problems += _breaches(draft, LINTS, "warning")
    return sorted(problems, key=Problem.order)


def _breaches(draft: Draft, rules: Mapping[str, Rule], severity: Severity) -> Iterator[Problem]:
    for name, rule in rules.items():
        for place, message, remedy in rule(draft):
            yield Problem(place=place, severity=severity, rule=name, message=message, remedy=remedy)
