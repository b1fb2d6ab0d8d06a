"""How alike two words are: the only place that measures spelling."""

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import OSA, Indel
from rapidfuzz.process import extract

SUGGESTION_CUTOFF = 0.7
"""Likeness under which a suggestion would be noise rather than help."""

SUGGESTION_MARGIN = 0.12
"""How far behind the best suggestion another one may be."""


def within(word: str, known: Sequence[str], most: int) -> list[tuple[str, int, int]]:
    """The known words that so many changes make of a word: each, how many, and its place.

    A change is a letter changed, added, dropped or swapped with its neighbour.
    """
    found = extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=None, processor=None)
    return [(one, int(distance), at) for one, distance, at in found]


def edits(a: str, b: str, most: int) -> int:
    """Count the letters to change, add, drop or swap with their neighbour to make a into b.

    Where that is more than `most`, the answer is any number above it.
    """
    return OSA.distance(a, b, score_cutoff=most)


def closest(wanted: str, known: Mapping[str, Sequence[str]], limit: int = 3) -> list[str]:
    """The keys of `known` whose folded names come closest to a folded name, best first.

    Returns at most `limit` keys, and none at all where nothing is near.
    """
    if len(wanted) < 2:
        return []
    scores = {
        key: max(Indel.normalized_similarity(wanted, name) for name in names)
        for key, names in known.items()
    }
    cutoff = max(SUGGESTION_CUTOFF, max(scores.values(), default=0) - SUGGESTION_MARGIN)
    near = [key for key, score in scores.items() if score >= cutoff]
    return sorted(near, key=lambda key: (-scores[key], key))[:limit]


def suggest(
    wrong: str, known: Iterable[str], else_do: str = "add it to the catalogue, or name another"
) -> str:
    """Ask whether the nearest of the known ids was meant, or else say what to do."""
    near = closest(wrong, {id: [id] for id in known})
    return f"did you mean {near[0]!r}?" if near else else_do
