"""The catalogue that comes with the program keeps the rules that it sets others."""

from mlroles.catalogue.draft import Draft
from mlroles.catalogue.load import read_files
from mlroles.catalogue.paths import bundled_folder, catalogue_files
from mlroles.catalogue.validate import validate


def test_bundled_catalogue_passes_the_strict_mode() -> None:
    """Neither an error nor a warning."""
    folder = bundled_folder()
    problems = validate(Draft(read_files(folder, catalogue_files(folder))), strict=True)
    assert "\n".join(line for problem in problems for line in problem.lines()) == ""
