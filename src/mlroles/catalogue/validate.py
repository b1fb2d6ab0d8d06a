"""Run all rules over a draft and collect what they find."""

import os
from collections.abc import Iterator, Mapping

from mlroles.catalogue.draft import Draft
from mlroles.catalogue.lints import LINTS
from mlroles.catalogue.load import read_files
from mlroles.catalogue.paths import catalogue_files, catalogue_folder
from mlroles.catalogue.rules import RULES, Rule
from mlroles.core.problem import Checked, Problem, Severity
from mlroles.core.vocabulary import replace


def check(folder: str | None = None, strict: bool = False) -> Checked:
    """All problems of the catalogue in a folder, or of the one that `load` would read.

    Raises `UnreadableFile` where its files cannot be read.
    """
    folder = catalogue_folder(folder)
    draft = Draft(read_files(folder, catalogue_files(folder)))
    problems = [_seen_from_here(problem, folder) for problem in validate(draft, strict)]
    sizes = {collection: len(entries) for collection, entries in draft.entries.items()}
    return Checked(catalogue=folder, strict=strict, problems=problems, sizes=sizes)


def _seen_from_here(problem: Problem, folder: str) -> Problem:
    """A problem whose file is named so that an editor can open it."""
    file = os.path.normpath(os.path.join(folder, problem.place.file))
    return replace(problem, place=replace(problem.place, file=file))


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
