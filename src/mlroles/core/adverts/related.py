"""Which words of names mean a word of a text, as the names of skills show."""

from collections import defaultdict

from mlroles.core.finding.index import Index
from mlroles.core.finding.words import word_set

STANDS_FOR = 5.0
"""How much a word counts for another, for each share of the names that have it instead."""

MOST = 0.7
"""The most that a word counts for another that names have instead of it."""

SAME_ROOT = 0.6
"""How much a word counts for another of the same root: analyse, analysis."""

LEAST_ROOT = 4
"""The fewest letters of a root."""

LOOKED_AT = 300
"""About how many names of a word are compared with the other names of their skills."""

_ENDINGS = sorted(
    word_set("""
        able acy al ally ance ant ary ate ation ative e ed ement ence ent er ible ic ical ically
        icate ication ing ion isation ise ist ity ive ization ize ly ment ness or ory se sis st tic
        tical y ze
    """),
    key=lambda ending: (-len(ending), ending),
)


class Related:
    """Finds the words that mean a word; made once for an index."""

    def __init__(self, index: Index) -> None:
        """Take what searching reads."""
        self._words, self._skills = index.words, index.shelves["skill"]

    def __call__(self, word: str) -> dict[int, float]:
        """The numbers of the words that mean a folded word, and how much, from 0 to 1 for itself.

        Two names of one skill say the same, so what one has instead of the word is likely to mean
        it: handle complaints, manage complaints.
        """
        found = self._of_root(root(word))
        number = self._words.find(word)
        if number is not None:
            for other, share in self._instead(number).items():
                found[other] = max(found.get(other, 0.0), min(MOST, STANDS_FOR * share))
            found[number] = 1.0
        return found

    def _of_root(self, wanted: str) -> dict[int, float]:
        if len(wanted) < LEAST_ROOT:
            return {}
        begin = self._words.beginning(wanted)
        return {number: SAME_ROOT for number in begin if root(self._words[number]) == wanted}

    def _instead(self, word: int) -> dict[int, float]:
        """The words that other names of skills have instead of a word, as shares of these names.

        What the names of one skill alone show is left out.
        """
        skills = self._skills
        instead: dict[int, float] = defaultdict(float)
        seen: dict[int, set[int]] = defaultdict(set)
        names = 0.0
        having = skills.named[word]
        for name, _ in having[:: 1 + len(having) // LOOKED_AT]:
            entry = skills.name_entries[name]
            own = {number for number, _ in skills.words_of_name[name]}
            for other in skills.names_of(entry):
                others = {number for number, _ in skills.words_of_name[other]}
                if word not in others and others - own:
                    share = 1 / len(own - others)
                    names += share
                    for number in others - own:
                        instead[number] += share / len(others - own)
                        seen[number].add(entry)
        return {number: share / names for number, share in instead.items() if len(seen[number]) > 1}


def root(word: str) -> str:
    """A folded word without at most two of its endings."""
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= LEAST_ROOT:
                word = word[: -len(ending)]
                break
    return word
