"""What changes to a team would change, as a page: before and after."""

from mlroles.core.teams.assessment import Assessment, TeamPay
from mlroles.core.teams.check import TeamCheck
from mlroles.present.page.blocks import (
    Cell,
    Column,
    Page,
    Prose,
    Section,
    Table,
    Tone,
    Toned,
    shortened,
)

MEASURES = (
    ("people", False),
    ("activities that nobody answers for", True),
    ("activities that one person alone could do", True),
    ("activities that several answer for", True),
    ("essential skills that nobody holds", True),
    ("missing hand-offs", True),
    ("juniors that nobody teaches", True),
    ("juniors that it can carry", False),
)
"""What is counted before and after, and whether fewer of it is better."""

FEW = 10
"""The activities that a page names that is not to be full."""


def change_page(assessment: Assessment, full: bool) -> Page:
    """A team before and after changes: what is counted, and which holes come and go."""
    change = assessment.change
    assert change is not None
    rows: list[tuple[Cell, ...]] = []
    before, after = _counts(assessment.check), _counts(change.after)
    for (label, fewer_is_better), old, new in zip(MEASURES, before, after, strict=True):
        difference: Cell = ""
        if new != old:
            tone: Tone = "good" if fewer_is_better == (new < old) else "poor"
            difference = Toned(text=f"{new - old:+d}", tone="plain" if label == "people" else tone)
        rows.append((label, f"{old}", f"{new}", difference))
    rows.append(_pay(assessment.pay, change.pay))
    columns = (
        Column(),
        Column(title="before", align="right", keep=True),
        Column(title="after", align="right", keep=True),
        Column(align="right", keep=True),
    )
    lists = (
        ("Somebody answers now for", [a.name for a in change.filled]),
        ("Nobody answers any more for", [a.name for a in change.opened]),
        (
            "Still nobody answers for",
            [a.name for a in change.after.holes if a not in change.opened],
        ),
    )
    return Page(
        title=assessment.check.team.name,
        subtitle=f"with {change.said}",
        sections=(
            Section(title="Before and after", blocks=(Table(columns=columns, rows=tuple(rows)),)),
            *(
                Section(title=title, blocks=(Prose(text=shortened(names, None if full else FEW)),))
                for title, names in lists
                if names
            ),
        ),
    )


def _counts(check: TeamCheck) -> tuple[int, ...]:
    return (
        len(check.team.people),
        len(check.holes),
        sum(len(point.activities) for point in check.single_points),
        len(check.overlaps),
        len(check.missing_skills),
        len(check.handoffs_missing),
        len(check.mentoring.alone),
        check.mentoring.capacity,
    )


def _pay(before: TeamPay, after: TeamPay) -> tuple[Cell, ...]:
    label = f"pay, {after.currency or before.currency or ''} a year in {after.country}"
    if before.unknown or after.unknown:
        label += ", as far as known"
    difference = f"{after.total - before.total:+,}" if after.total != before.total else ""
    return label, f"{before.total:,}", f"{after.total:,}", difference
