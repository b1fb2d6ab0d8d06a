"""A team's check as a report."""

from collections.abc import Iterator

from mlroles.core.catalogue import Catalogue
from mlroles.core.teams.assessment import Assessment
from mlroles.core.teams.team import said
from mlroles.present.page.blocks import Page
from mlroles.present.page.report import Report
from mlroles.present.teams.check_answer import left_out, team_check_answer
from mlroles.present.teams.check_shapes import SECTIONS, TeamCheckAnswer


def team_check_report(catalogue: Catalogue, assessment: Assessment, full: bool = False) -> Report:
    """What a team covers and lacks, on one screen or in full; under changes, what they change."""

    def pages() -> tuple[Page, ...]:
        if assessment.change:
            from mlroles.present.teams.change import change_page

            return (change_page(assessment, full),)
        if full:
            from mlroles.present.teams.check_sections import full_page

            return (full_page(catalogue, assessment),)
        from mlroles.present.teams.check_page import brief_page

        return (brief_page(catalogue, assessment),)

    return Report(
        kinds=(TeamCheckAnswer,),
        document=True,
        sections=SECTIONS,
        pages=pages,
        data=lambda: team_check_answer(catalogue, assessment, full),
        left_out="" if full else left_out(assessment),
        more="" if full or assessment.change else f"{_ALL}   -o team.md to share",
        next_steps=_next_steps(assessment),
    )


_ALL = "--full every activity, and how the scores add up"


def _next_steps(assessment: Assessment) -> Iterator[tuple[str, str]]:
    check, template = assessment.check, assessment.check.scope.template
    if assessment.hires and not assessment.change:
        seats = said(check.scope.ladder, check.team)
        team = f"--seats '{seats}'" if seats else "FILE"
        named = f" --template {template.id}" if template and not assessment.nearest else ""
        hire = assessment.hires[0]
        hired = check.scope.ladder.typed(hire.role.id, hire.rung)
        yield f"mlroles team check {team}{named} --what-if +{hired}", ""
    if template:
        yield f"mlroles team plan {template.id}", "whom this template would hire"
    else:
        yield "mlroles team templates", "teams to measure against"
