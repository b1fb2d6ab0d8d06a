"""Skills are found in sentences that others have labelled."""

from pathlib import Path

import pytest

from measure import extraction
from measure.relevance import esco_catalogue
from mlroles.core.adverts.document import read_document
from mlroles.core.adverts.skills import SkillFinder

pytestmark = pytest.mark.evidence


def test_labelled_sentences(evidence: Path) -> None:
    """On ESCO, what is named and then suggested holds more labels than searching does."""
    catalogue = esco_catalogue(evidence)
    finder = SkillFinder(catalogue, suggest=True)
    for part, count, least in (("tech", 75, 0.69), ("house", 61, 0.6)):
        labelled = extraction.sentences(catalogue, evidence, part)
        assert len(labelled) == count
        share = extraction.ranked_precision(
            lambda text: [one.skill for one in finder(read_document(text))], labelled
        )
        assert share >= least, part
