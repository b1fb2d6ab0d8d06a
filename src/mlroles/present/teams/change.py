"""What changes to a team would change, as a page: before and after."""

from mlroles.core.teams.assessment import Assessment, TeamPay
from mlroles.present.page.blocks import (
    Cell,
    Column,
    Page,
    Section,
    Tone,
    Toned,
    numbers,
    prose,
    shortened,
    tabled,
)
from mlroles.present.teams.check_answer import summary
from mlroles.present.teams.check_page import check_page, covered

MEASURES: dict[str, tuple[str, Tone, Tone]] = {
    "people": ("people", "plain", "plain"),
    "holes": ("activities that nobody answers for", "good", "poor"),
    "single_points": ("activities that depend on one person", "good", "poor"),
    "overlaps": ("activities that several answer for", "good", "poor"),
    "missing_skills": ("essential skills that fall short", "good", "poor"),
    "handoffs_missing": ("hand-offs without a partner", "good", "poor"),
    "juniors_alone": ("juniors whom nobody teaches", "good", "poor"),
    "mentoring_capacity": ("juniors that it could teach", "poor", "good"),
}
"""What is counted before and after: its name, and the tones of fewer and of more."""

FEW = 6
"""The activities that the screen names of each kind."""


def change_page(assessment: Assessment, full: bool) -> Page:
    """A team before and after changes: what is counted, and which holes come and go."""
    check, change = assessment.check, assessment.change
    assert change is not None
    rows: list[tuple[Cell, ...]] = []
    before, after = summary(check, assessment.pay), summary(change.after, change.pay)
    for measure, (label, fewer, more) in MEASURES.items():
        old, new = getattr(before, measure), getattr(after, measure)
        changed = Toned(text=f"{new - old:+d}", tone=fewer if new < old else more)
        rows.append((label, f"{old}", f"{new}", changed if new != old else ""))
    rows.append(_pay(assessment.pay, change.pay))
    columns = (Column(), *numbers("before", "after", ""))
    still = [a.name for a in change.after.holes if a not in change.opened]
    lists = (
        ("Now covered", [a.name for a in change.filled]),
        ("No longer covered", [a.name for a in change.opened]),
        ("Still not covered", still),
    )
    sections = [Section(title=f"With {change.said}", blocks=tabled(columns, rows))]
    for title, names in lists:
        text = shortened(names, None if full else FEW)
        sections.append(Section(title=title, blocks=prose(text)))
    covered_before = len(check.activities) - len(check.holes)
    return check_page(assessment, sections, f"{covered_before} → {covered(change.after)}")


def _pay(before: TeamPay, after: TeamPay) -> tuple[Cell, ...]:
    label = f"pay, {after.currency or before.currency or ''} a year"
    label += ", as far as known" if before.unknown or after.unknown else ""
    known = not (before.unknown or after.unknown) and after.total != before.total
    difference = f"{after.total - before.total:+,}" if known else ""
    return label, f"{before.total:,}", f"{after.total:,}", difference
