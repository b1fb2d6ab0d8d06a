"""Which words of the index a word may mean, however it was typed."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from heapq import nsmallest
from itertools import chain, islice

from mlroles.core.finding.index import Index
from mlroles.core.finding.words import MEANINGS, joined, stem, trigrams

LEAST_LIKENESS = 0.5
"""Words whose trigrams have a smaller cosine are different words."""

MOST_MEANINGS = 24
"""The most words of the index that one word may mean; the closest are kept."""

LONGEST_GLUED = 40
"""The most letters of a word that is tried as several words."""

SHORTEST_GLUED = frozenset(["ai", "bi", "ml"])
"""The only words of two letters that are split off others."""

Meanings = list[tuple[int, float]]
"""Words of the index by number, and how much each is what was meant, above 0 and up to 1."""


def meanings(index: Index, word: str, slips: bool = True) -> Meanings:
    """The words that a folded word may mean, the closest first.

    A word that is known means itself, and less so the words that share trigrams with it
    (the square of the cosine). One that is not known may also be the beginning of a word (the
    square root of the share that is typed), or be misspelt: by one edit or, from six letters on,
    two (the square of the normalised similarity), if `slips` are looked for.
    """
    own = trigrams(word)
    shared = Counter(chain.from_iterable(map(index.words_with.__getitem__, own)))
    known = index.words.find(word)
    counts, size = index.trigram_counts, len(own)
    fewest = size * LEAST_LIKENESS**2  # words that share fewer are not like enough
    found = {
        number: min(1.0, common**2 / (size * counts[number]))
        for number, common in shared.items()
        if common >= fewest and common * common >= fewest * counts[number]
    }
    alike = found.copy()
    if known is not None:
        found[known] = 1.0
    else:
        if slips and len(word) > 3:
            most = 2 if len(word) > 5 else 1
            least = min(fewest, size - 8)
            for number, common in shared.items():
                if common >= least and number not in alike:
                    count = counts[number]
                    if size - most <= count <= size + most:
                        alike[number] = common / count
            for number, share in _misspelt(index, word, list(alike), most):
                found[number] = max(share, found.get(number, 0.0))
        if len(word) > 1:
            for number in index.words.beginning(word):
                share = (len(word) / len(index.words[number])) ** 0.5
                found[number] = max(found.get(number, 0.0), share)
    return nsmallest(
        MOST_MEANINGS, found.items(), lambda item: (-item[1], -alike.get(item[0], 0.0), item[0])
    )


def _misspelt(index: Index, word: str, candidates: Sequence[int], most: int) -> Meanings:
    # Only an unknown word pays for loading the library that measures spelling.
    from mlroles.core.model.likeness import within

    near = within(word, index.words.pick(candidates), most)
    return [
        (candidates[at], (1 - distance / max(len(word), len(known))) ** 2)
        for known, distance, at in near
    ]


def repaired(
    is_word: Callable[[str], bool], parts: Mapping[str, Sequence[str]], words: Mapping[str, float]
) -> dict[str, float]:
    """Words, with what each counts, split or joined where that makes known words of unknown ones.

    `dev ops` is devops, and `dataengineer` is data engineer; `parts` has what a word is glued of.
    """
    shares = iter(words.values())
    found: dict[str, float] = {}
    for word, taken in joined(list(words), is_word):
        share = next(shares) if taken == 1 else max(islice(shares, taken))
        for part in parts[word]:
            if share > found.get(part, 0.0):
                found[part] = share
    return found


def split(word: str, is_word: Callable[[str], bool]) -> list[str]:
    """The known words that an unknown one is glued of, or the word itself."""
    if not 5 <= len(word) <= LONGEST_GLUED or is_word(word):
        return [word]
    for at in range(len(word) - 2, 1, -1):
        first = stem(word[:at])
        first = MEANINGS.get(first, first)
        if is_word(first) and (len(first) > 2 or first in SHORTEST_GLUED):
            last = stem(word[at:])
            last = MEANINGS.get(last, last)
            if len(last) > 2 or last in SHORTEST_GLUED:
                rest = split(last, is_word)
                if all(map(is_word, rest)):
                    return [first, *rest]
    return [word]
