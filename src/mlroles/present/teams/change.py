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
from mlroles.present.teams.check_page import chosen, covered, headline

MEASURES = (
    ("people", False),
    ("activities that nobody answers for", True),
    ("activities that depend on one person", True),
    ("activities that several answer for", True),
    ("essential skills that fall short", True),
    ("hand-offs without a partner", True),
    ("juniors whom nobody teaches", True),
    ("juniors that it could teach", False),
)
"""What is counted before and after, and whether fewer of it is better."""

FEW = 6
"""The activities that the screen names of each kind."""


def change_page(assessment: Assessment, full: bool) -> Page:
    """A team before and after changes: what is counted, and which holes come and go."""
    check, change = assessment.check, assessment.change
    assert change is not None
    rows: list[tuple[Cell, ...]] = []
    before, after = _counts(check), _counts(change.after)
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
    still = [a.name for a in change.after.holes if a not in change.opened]
    lists = (
        ("Now covered", [a.name for a in change.filled]),
        ("No longer covered", [a.name for a in change.opened]),
        ("Still not covered", still),
    )
    named = tuple(
        Section(title=title, blocks=(Prose(text=shortened(names, None if full else FEW)),))
        for title, names in lists
        if names
    )
    table = Section(title=f"With {change.said}", blocks=(Table(columns=columns, rows=tuple(rows)),))
    return Page(
        title=headline(assessment),
        fact=f"{len(check.activities) - len(check.holes)} → {covered(change.after)}",
        subtitle=chosen(assessment),
        sections=(table, *named),
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
    label = f"pay, {after.currency or before.currency or ''} a year"
    label += ", as far as known" if before.unknown or after.unknown else ""
    known = not (before.unknown or after.unknown) and after.total != before.total
    difference = f"{after.total - before.total:+,}" if known else ""
    return label, f"{before.total:,}", f"{after.total:,}", difference
