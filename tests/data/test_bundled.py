"""The catalogue that comes with the program keeps the rules that it sets others."""

from mlroles.catalogue.checking.validate import validate
from mlroles.catalogue.files.paths import bundled_folder, catalogue_files, read_files
from mlroles.catalogue.reading.draft import Draft

LAST_REVIEW = "2026-11-22"
"""The day to which the age of facts is counted here: a test must not fail by mere waiting."""


def test_bundled_catalogue_passes_the_strict_mode() -> None:
    """Neither an error nor a warning."""
    folder = bundled_folder()
    texts = read_files(folder, catalogue_files(folder))
    problems = validate(Draft(texts, LAST_REVIEW), strict=True)
    assert "\n".join(line for problem in problems for line in problem.lines()) == ""
