"""Load a catalogue: from its compiled copy, or else from its files, validated."""

from collections.abc import Sequence

from mlroles.catalogue.files.paths import Found, catalogue_paths, find
from mlroles.catalogue.files.progress import Progress
from mlroles.catalogue.store.cache import cache_key, read_copy, write_copy
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.errors import InvalidCatalogue
from mlroles.core.model.limits import PROBLEMS_SHOWN


def load(paths: str | Sequence[str] | None = None, progress: Progress | None = None) -> Catalogue:
    """Load a catalogue in a folder or file, or several layers, the lowest first.

    None: those that the environment names, or else the bundled one. Raises `UnreadableFile`
    where its files cannot be read and `InvalidCatalogue` where they hold errors; its details
    name each with its place and remedy.
    """
    found = find(catalogue_paths(paths))
    key = cache_key(found)

    def compiled() -> Catalogue:
        catalogue = _compile(found, progress)
        if progress:
            progress("compiling the catalogue", 0, 0)
        write_copy(found, key, catalogue)
        return catalogue

    return read_copy(found, key, compiled) or compiled()


def _compile(found: Sequence[Found], progress: Progress | None) -> Catalogue:
    # Only a catalogue that is not compiled yet pays for loading YAML and the validator.
    from mlroles.catalogue.checking.validate import validate
    from mlroles.catalogue.reading.layers import draft_from

    draft = draft_from(found, progress)
    if progress:
        progress("checking the catalogue", 0, 0)
    problems = validate(draft)
    if problems:
        count = f"{len(problems)} error{'s' if len(problems) > 1 else ''}"
        where = " over ".join(repr(one.path) for one in reversed(found[1:] or found))
        told, rest = problems[: PROBLEMS_SHOWN.most], len(problems) - PROBLEMS_SHOWN.most
        raise InvalidCatalogue(
            f"the catalogue at {where} has {count}",
            "fix the errors listed above, then try again"
            if rest <= 0
            else f"see 'mlroles validate' for the other {rest}",
            [line for problem in told for line in problem.lines()],
        )
    return draft.catalogue()
