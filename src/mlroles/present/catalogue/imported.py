"""An import as a report: how much there is now, and what was not taken over as it is."""

import shlex

from mlroles.core.model.imported import Counts, Imported
from mlroles.present.page.blocks import Cell, Column, Page, Section, Table
from mlroles.present.page.common import Payload
from mlroles.present.page.report import Records, Report

NOT_TAKEN = "Not taken over as it is"
WIDEST_NUMBER = 7


def imported_report(imported: Imported, folder: str) -> Report:
    """What was imported and written to a folder."""
    counts = counts_payload(imported.counts())
    return Report(
        pages=lambda: _pages(imported, counts, folder),
        data=lambda: _payload(imported, counts, folder),
        records=lambda: Records(
            columns=("sort", "what", "count", "done"),
            rows=(
                *(("entries", what, count, None) for what, count in counts.items()),
                *(("finding", f.what, f.count, f.done) for f in imported.findings),
            ),
        ),
        next_step=f"mlroles list --catalogue {shlex.quote(folder)}",
    )


def _payload(imported: Imported, counts: dict[str, int], folder: str) -> Payload:
    return {
        "publication": imported.publication,
        "folder": folder,
        "counts": counts,
        "findings": [
            {"count": f.count, "what": f.what, "done": f.done, "fault": f.fault}
            for f in imported.findings
        ],
    }


def counts_payload(counts: Counts) -> dict[str, int]:
    """How much there is of each sort of entry."""
    return {
        "roles": counts.roles,
        "role_names": counts.role_names,
        "skills": counts.skills,
        "tools": counts.tools,
        "essential_requirements": counts.essential_requirements,
        "other_requirements": counts.other_requirements,
        "activities": counts.activities,
        "responsibilities": counts.responsibilities,
        "families": counts.families,
    }


def _pages(imported: Imported, counts: dict[str, int], folder: str) -> tuple[Page, ...]:
    entries: list[tuple[Cell, ...]] = [
        (f"{count:,}", what.replace("_", " ")) for what, count in counts.items() if count
    ]
    findings: list[tuple[Cell, ...]] = [(f"{f.count:,}", f.what, f.done) for f in imported.findings]
    number = Column(align="right", keep=True, least_width=WIDEST_NUMBER)
    tables = {
        "Entries": Table(columns=(number, Column()), rows=tuple(entries)),
        NOT_TAKEN: Table(columns=(number, Column(), Column()), rows=tuple(findings)),
    }
    return (
        Page(
            title=imported.publication,
            subtitle=f"imported to {folder}",
            sections=tuple(
                Section(title=title, blocks=(table,))
                for title, table in tables.items()
                if table.rows
            ),
        ),
    )
