"""The commands `import esco` and `import onet`."""

from mlroles.catalogue.files.progress import Progress
from mlroles.catalogue.imports import esco, onet
from mlroles.cli.importing import Partial, Published, Replace, Target, imports
from mlroles.core.model.imported import Imported


@imports
def import_esco(
    progress: Progress | None,
    folder: Published,
    target: Target,
    replace: Replace = False,
    partial: Partial = False,
) -> Imported:
    """Import ESCO 1.2, the European classification, from its English CSV files."""
    return esco.import_esco(folder, progress, partial)


@imports
def import_onet(
    progress: Progress | None,
    folder: Published,
    target: Target,
    replace: Replace = False,
    partial: Partial = False,
) -> Imported:
    """Import O*NET 27 or later, the American classification, from its text files."""
    return onet.import_onet(folder, progress, partial)
