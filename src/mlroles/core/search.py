"""Find the roles and skills that are meant: by a query, a slip, or the beginning of a name."""

from itertools import pairwise

from mlroles.core.catalogue import Catalogue
from mlroles.core.engine import CANDIDATES, Engine, Scored, Sought
from mlroles.core.hits import Hit, hit_of
from mlroles.core.index import KINDS, Index
from mlroles.core.names import EntryKind
from mlroles.core.words import forms_of, stem

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
    forms = forms_of(query)
    written = _as_typed(forms)
    words = [word for _, word in forms]
    found: list[tuple[EntryKind, Sought, Scored]] = []
    for one in KINDS if kind is None else (kind,):
        sought = engine.sought(one, dict.fromkeys(words, 1.0))
        best = engine.best(one, sought, CANDIDATES)
        found += [(one, sought, scored) for scored in best if scored.score >= SMALLEST_SCORE]
    # Only of the best the names are looked at, which order those of one score.
    found.sort(key=lambda hit: -hit[2].score)
    least = found[limit - 1][2].score if limit < len(found) else 0.0
    hits = [
        hit_of(engine, one, sought, scored, written)
        for one, sought, scored in found
        if scored.score >= least
    ]
    hits.sort(key=lambda hit: (-hit.score, len(hit.name)))
    return hits[:limit], len(found)


def _as_typed(forms: list[tuple[str, str]]) -> dict[str, str]:
    """Stem -> what was typed; of two words that may be one, both."""
    written = {
        stem(first + second): f"{first} {second}" for (first, _), (second, _) in pairwise(forms)
    }
    return written | {word: form for form, word in forms}
