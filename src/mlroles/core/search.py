"""Find the roles and skills that are meant: by a query, a slip, or the beginning of a name."""

from mlroles.core.catalogue import Catalogue
from mlroles.core.engine import CANDIDATES, Engine, Scored
from mlroles.core.hits import Hit, hit_of
from mlroles.core.index import KINDS, Index
from mlroles.core.names import EntryKind
from mlroles.core.words import forms_of

SMALLEST_SCORE = 0.1
"""Hits below this share hardly a word with the query."""


def engine_of(catalogue: Catalogue) -> Engine:
    """What answers from the index of a catalogue."""
    return Engine(Index(catalogue.index.content))


def search(
    catalogue: Catalogue, query: str, kind: EntryKind | None = None, limit: int = 10
) -> tuple[list[Hit], int]:
    """Find the entries that a query means: the best `limit`, best first, and how many there are.

    `kind` is "role", "skill" or None for both. Equal scores are ordered by the length of the
    name, then roles before skills, then as they stand in the catalogue.
    """
    engine = engine_of(catalogue)
    written = {word: form for form, word in forms_of(query)}
    words = dict.fromkeys(written, 1.0)
    found: list[tuple[EntryKind, Scored]] = []
    for one in KINDS if kind is None else (kind,):
        best = engine.best(one, words, CANDIDATES)
        found += [(one, scored) for scored in best if scored.score >= SMALLEST_SCORE]
    # Only of the best the names are looked at, which order those of one score.
    found.sort(key=lambda hit: -hit[1].score)
    least = found[limit - 1][1].score if limit < len(found) else 0.0
    first = [hit for hit in found if hit[1].score >= least]
    first.sort(key=lambda hit: (-hit[1].score, len(engine.index.shelves[hit[0]].name(hit[1].entry))))
    return [hit_of(engine, one, words, scored, written) for one, scored in first[:limit]], len(found)
