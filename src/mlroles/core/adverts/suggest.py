"""Suggest the skills that a sentence is about without naming them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import log1p, sqrt
from typing import NamedTuple

from mlroles.core.finding.engine import CANDIDATES, Engine
from mlroles.core.finding.index import Index
from mlroles.core.finding.words import forms_of, join, word_set
from mlroles.core.model.vocabulary import Id

_SAY_NOTHING = word_set("""
a abilities ability able about across advanced advantage after all also am among an and any
applicant are as at based be because become been being below best between big bonus both but by can
candidate candidates closely company could day demonstrated description desire desired do does don
e each eg either etc ever every excellent experience experienced expert expertise extensive
familiar familiarity few first following for from full fully g get good great had hand hands has
have having help helping high highly how i ideally ie if in include includes including industry
into is it its join just key know knowledge large least level like ll love main major make many may
minimum more most much must need needed new next nice no not of offer on one or organization other
others our out over own part passion passionate people plus position possess preferable preferably
preferred proficiency proficient proven re recent related relevant require required requirement
requirements responsibilities responsibility responsible role s see several should similar since
skill skills so solid some strong such t take than that the their them then there these they thing
things this those through throughout title to together top track type under understanding up us use
used using various ve very via want was way we well were what when where which while who why will
with within without work working would year years you your
""")
"""Words that adverts use whatever they ask for, besides those that no search looks at."""

SEARCHED = 3.0
"""How much the score of searching for the whole sentence counts beside the likeness to a name."""

SCATTERED = 0.7
"""How much a name counts whose words stand far apart in the sentence."""

APART = 3
"""The most other words among the words of a name that is not scattered."""

USED = 0.1
"""How much more a skill counts for each power of e by which more roles ask for it."""

HALF = 6.0
"""The score that is half certain: about that of one rare word that is a whole name."""


class Suggestion(NamedTuple):
    """A skill that a sentence may be about, and how certain that is, from 0 to 1."""

    skill: Id
    certainty: float


class Suggester:
    """Suggests skills for sentences; made once for a catalogue."""

    def __init__(self, index: Mapping[str, bytes]) -> None:
        """Take what searching reads."""
        self._engine = Engine(Index(index), slips=False)
        self._skills = self._engine.index.shelves["skill"]

    def __call__(self, sentence: str, limit: int) -> list[Suggestion]:
        """The skills that a sentence is most about, best first.

        A name counts by the share of it that stands in the sentence, squared, times how rare the
        words met are, so that a whole name of rare words comes first. The score of searching for
        the sentence is added, and what many roles ask for comes before what few do.
        """
        engine = self._engine
        words = join([word for _, word in forms_of(sentence)], engine.is_word, always=True)
        scores = self._by_name(words)
        sought = engine.sought("skill", dict.fromkeys(words, 1.0))
        for found in engine.best("skill", sought, CANDIDATES):
            scores[found.entry] = scores.get(found.entry, 0.0) + SEARCHED * found.score
        ranked = (
            (score * (1 + USED * log1p(len(self._skills.uses[entry]))), -entry)
            for entry, score in scores.items()
        )
        return [
            Suggestion(self._skills.ids[-entry], score / (HALF + score))
            for score, entry in nlargest(limit, ranked)
        ]

    def _by_name(self, words: Sequence[str]) -> dict[int, float]:
        """How much the best name of each entry is like the words of a sentence."""
        skills = self._skills
        told = [word for word in words if word not in _SAY_NOTHING and not word.isdigit()]
        met: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
        for word in dict.fromkeys(told):
            number = self._engine.numbers[word]
            if number is not None:
                rare, place = skills.rarity[number], told.index(word)
                for name, weight in skills.named[number]:
                    met[name].append((weight * weight, rare * rare, place))
        scores: dict[int, float] = {}
        for name, found in met.items():
            share = sum(weight for weight, _, _ in found)
            score = share * share * sqrt(sum(rare for _, rare, _ in found))
            places = [place for _, _, place in found]
            if max(places) - min(places) - len(places) + 1 > APART:
                score *= SCATTERED
            entry = skills.name_entries[name]
            scores[entry] = max(score, scores.get(entry, 0.0))
        return scores
