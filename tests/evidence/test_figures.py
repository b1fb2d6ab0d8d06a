"""The figures of the catalogue are those that the public data files give."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent.parent / "tools" / "derive_figures.py"


@pytest.mark.evidence
def test_figures_are_as_derived(evidence: Path) -> None:
    """Deriving pay, demand and outlook anew changes nothing."""
    command = [sys.executable, str(SCRIPT), "--check"]
    command += ["--salaries", str(evidence / "data/salaries/salaries.csv")]
    tables = evidence / "evidence"
    command += ["--yearly-pay", str(tables / "data_jobs_us_yearly_pay.csv")]
    command += ["--field-guide-pay", str(tables / "fieldguide2026_us_pay_by_role_level.csv")]
    command += ["--wages-and-projections", str(tables / "bls_oews_projections_mapped.csv")]
    command += ["--tool-shares", str(tables / "data_jobs_2024q4_top30_skills_by_title_role.csv")]
    command += ["--adverts", str(evidence / "data/ads/dev.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
