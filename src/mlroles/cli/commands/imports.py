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
    """Make a catalogue of ESCO, the European classification: its CSV files in English, 1.2."""
    return esco.import_esco(folder, progress, partial)


@imports
def import_onet(
    progress: Progress | None,
    folder: Published,
    target: Target,
    replace: Replace = False,
    partial: Partial = False,
) -> Imported:
    """Make a catalogue of O*NET, the American classification: its text files, 27 and later."""
    return onet.import_onet(folder, progress, partial)
