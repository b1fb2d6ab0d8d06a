"""Run all rules over a draft and collect what they find."""

import os
from collections.abc import Iterator, Mapping, Sequence

from mlroles.catalogue.checking.lints import LINTS
from mlroles.catalogue.checking.rules import RULES, Rule
from mlroles.catalogue.files.paths import (
    MANIFEST,
    bundled_folder,
    catalogue_around,
    catalogue_files,
    read_files,
)
from mlroles.catalogue.files.progress import Progress
from mlroles.catalogue.files.whole_file import read_whole
from mlroles.catalogue.reading.draft import Draft
from mlroles.catalogue.reading.files import entry_like
from mlroles.catalogue.reading.layers import draft_of, lay
from mlroles.catalogue.text.reading import read_document
from mlroles.core.model.limits import FILE
from mlroles.core.model.problem import Checked, Problem, Severity
from mlroles.core.model.vocabulary import replace


def check(
    paths: Sequence[str] | None = None, strict: bool = False, progress: Progress | None = None
) -> Checked:
    """All problems of the catalogue that `load` would read; their files can be opened from here.

    One path may lead to a file within a catalogue: then to the problems of that file alone.
    What could be better in the bundled catalogue is reported only where no layer extends it.
    Raises `UnreadableFile` where its files cannot be read.
    """
    file = paths[0] if paths and len(paths) == 1 else ""
    around = catalogue_around(file)
    kind, folder = ("", "") if around else _single_entry(file)
    if kind:
        draft = _draft_of_entry(file, folder, progress)
    else:
        draft = draft_of(around or paths, progress, full_names=True)
    problems = validate(draft, strict)
    if len(draft.layers) > 1:
        below = os.path.join(bundled_folder(), "")
        problems = [
            problem
            for problem in problems
            if problem.severity == "error" or not problem.place.file.startswith(below)
        ]
    if kind:
        problems = [replace(p, place=replace(p.place, file=file)) for p in problems]
    elif around:
        wanted = os.path.abspath(file)
        problems = [p for p in problems if os.path.abspath(p.place.file) == wanted]
    return Checked(
        strict=strict,
        problems=problems,
        file=file if around or kind else None,
        entry=f"{kind}: put it under {folder} in a catalogue" if kind else None,
        sizes={collection: len(entries) for collection, entries in draft.entries.items()},
    )


def _single_entry(file: str) -> tuple[str, str]:
    """What a file is that is part of a catalogue, and where it belongs; else empty."""
    if not (os.path.isfile(file) and file.endswith((".yaml", ".yml"))):
        return "", ""
    return entry_like(read_document(read_whole(file, FILE), file).data) or ("", "")


def _draft_of_entry(file: str, folder: str, progress: Progress | None) -> Draft:
    """The draft of a file with one entry, as if it lay in a layer over the bundled catalogue."""
    name = os.path.basename(file).replace(".yml", ".yaml") if folder.endswith("/") else ""
    folder = folder.replace("<kind>", "concept")
    texts = {MANIFEST: b"extends: bundled", folder + name: read_whole(file, FILE)}
    bundled = bundled_folder()
    return lay(
        lambda: read_files(bundled, catalogue_files(bundled)), [(file, texts)], progress, True
    )


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
