"""Run all rules over a draft and collect what they find."""

from collections.abc import Iterator, Mapping, Sequence

from mlroles.catalogue.draft import Draft
from mlroles.catalogue.lints import LINTS
from mlroles.catalogue.load import draft_of
from mlroles.catalogue.rules import RULES, Rule
from mlroles.core.problem import Checked, Problem, Severity


def check(paths: Sequence[str] | None = None, strict: bool = False) -> Checked:
    """All problems of the catalogue that `load` would read; their files can be opened from here.

    Raises `UnreadableFile` where its files cannot be read.
    """
    draft = draft_of(paths, full_names=True)
    sizes = {collection: len(entries) for collection, entries in draft.entries.items()}
    return Checked(strict=strict, problems=validate(draft, strict), sizes=sizes)


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
