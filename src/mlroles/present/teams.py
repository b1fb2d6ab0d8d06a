"""Team templates as a report."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.team import TeamTemplate
from mlroles.present.blocks import Cell, Column, Page, Prose, Section, Table, Toned
from mlroles.present.payload import Payload, named_payload
from mlroles.present.report import Records, Report


def teams_report(catalogue: Catalogue, teams: Sequence[TeamTemplate]) -> Report:
    """The team templates, each with its goal and those who sit in it."""
    return Report(
        pages=lambda: _pages(catalogue, teams),
        data=lambda: [_payload(catalogue, team) for team in teams],
        records=lambda: Records(
            columns=("id", "name", "goal", "role", "rung", "people", "share", "without"),
            rows=tuple(
                (team.id, team.name, team.goal, s.role, s.rung, s.people, s.share, s.without)
                for team in teams
                for s in team.seats
            ),
        ),
        next_step="mlroles guide strong-team"
        if "strong-team" in catalogue.topics
        else "mlroles list",
        nothing_found="" if teams else "this catalogue has no team templates",
    )


def _pages(catalogue: Catalogue, teams: Sequence[TeamTemplate]) -> tuple[Page, ...]:
    sections = []
    for team in teams:
        rows: list[tuple[Cell, ...]] = []
        for seat in team.seats:
            people = f"{seat.people} × " if seat.people > 1 else ""
            share = f", {seat.share:.0%}" if seat.share < 1 else ""
            name = catalogue.role_names[seat.role]
            rows.append(
                (f"{people}{name}", Toned(text=seat.rung + share, tone="dim"), seat.without)
            )
        columns = (Column(most_width=28), Column(keep=True), Column(title="without"))
        table = Table(columns=columns, rows=tuple(rows))
        sections.append(Section(title=team.name, blocks=(Prose(text=team.goal), table)))
    return (Page(title="", sections=tuple(sections)),)


def _payload(catalogue: Catalogue, team: TeamTemplate) -> Payload:
    return {
        "id": team.id,
        "name": team.name,
        "goal": team.goal,
        "seats": [
            {
                "role": named_payload(catalogue, seat.role),
                "rung": seat.rung,
                "people": seat.people,
                "share": seat.share,
                "without": seat.without,
            }
            for seat in team.seats
        ],
        "stages": list(team.stages),
        "accountable": [
            {
                "id": activity,
                "name": catalogue.activities[activity].name,
                "role": named_payload(catalogue, role),
            }
            for activity, role in team.accountable.items()
        ],
        "leaves_out": [
            {
                "id": item.activity,
                "name": catalogue.activities[item.activity].name,
                "reason": item.reason,
            }
            for item in team.leaves_out
        ],
        "later_seats": [
            {"role": named_payload(catalogue, seat.role), "rung": seat.rung, "when": seat.when}
            for seat in team.later_seats
        ],
        "sources": list(team.sources),
        "reviewed": team.reviewed,
    }
