"""A report as a YAML file that the program reads, such as a profile."""

from mlroles.present.page.report import Report
from mlroles.render.formats import Surface


def yaml(report: Report, _surface: Surface) -> str:
    """The report's file; an answer without one is not asked for it."""
    return report.yaml() if report.yaml else ""
