"""Suggest the skills that a sentence is about without naming them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import log1p, sqrt
from typing import NamedTuple

from mlroles.core.adverts.related import Related
from mlroles.core.finding.engine import Engine
from mlroles.core.finding.index import Index
from mlroles.core.finding.memory import Remembered
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

SEARCHED = 4.0
"""How much the score of searching for the whole sentence counts beside the likeness to a name."""

SCATTERED = 0.75
"""How much a name counts whose words stand far apart in the sentence."""

APART = 3
"""The most other words among the words of a name that is not scattered."""

OTHER_NAME = 0.3
"""How much less a skill counts, at most, of whose first name nothing is in the sentence."""

COMPARED = 50
"""How many skills are looked at closely."""

USED = 0.1
"""How much more a skill counts for each power of e by which more roles ask for it."""

EVERYBODY = 20
"""For as many roles a skill counts that no role asks for: one that all work needs, as a rule."""

TOGETHER = 0.3
"""How much more a skill counts, at most, whose roles ask for what else is suggested."""

FIRST = 10
"""How many skills decide which roles a sentence is about."""

HALF = 7.5
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
        self._related = Remembered(Related(self._engine.index))

    def __call__(self, sentence: str, limit: int) -> list[Suggestion]:
        """The skills that a sentence is most about, best first.

        A name counts by the share of it that the sentence says, in the same or related words,
        times how rare these words are, so that a whole name of rare words comes first. The score
        of searching for the sentence is added. What many roles ask for comes before what few do,
        and so does what the same roles ask for.
        """
        engine, skills = self._engine, self._skills
        words = join([word for _, word in forms_of(sentence)], engine.is_word, always=True)
        told = [word for word in words if word not in _SAY_NOTHING and not word.isdigit()]
        rough = self._roughly(told)
        searched: dict[int, float] = {}
        sought = engine.sought("skill", dict.fromkeys(words, 1.0))
        for found in engine.best("skill", sought, COMPARED, others=()):
            searched[found.entry] = SEARCHED * found.score
            rough[found.entry] = rough.get(found.entry, 0.0) + searched[found.entry]
        places = {engine.numbers[word]: place for place, word in enumerate(told)}
        said = self._said(told)
        scores = {}
        for entry in nlargest(COMPARED, rough, key=lambda entry: (rough[entry], -entry)):
            score = self._by_name(entry, said, places) + searched.get(entry, 0.0)
            scores[entry] = score * (1 + USED * log1p(len(skills.uses[entry]) or EVERYBODY))
        ranked = [(score, -entry) for entry, score in self._together(scores).items()]
        return [
            Suggestion(skills.ids[-entry], score / (HALF + score))
            for score, entry in nlargest(limit, ranked)
        ]

    def _roughly(self, told: Sequence[str]) -> dict[int, float]:
        """How much the best name of each entry has of words, quickly."""
        skills = self._skills
        shares: dict[int, float] = defaultdict(float)
        rare: dict[int, float] = defaultdict(float)
        for word in dict.fromkeys(told):
            number = self._engine.numbers[word]
            if number is not None:
                square = skills.rarity[number] ** 2
                for name, weight in skills.named[number]:
                    shares[name] += weight * weight
                    rare[name] += square
        scores: dict[int, float] = {}
        for name, share in shares.items():
            entry, score = skills.name_entries[name], share * sqrt(rare[name])
            if score > scores.get(entry, 0.0):
                scores[entry] = score
        return scores

    def _said(self, told: Sequence[str]) -> dict[int, float]:
        """The words of the index that a sentence says or means, and how much, from 0 to 1."""
        said: dict[int, float] = {}
        for word in told:
            for other, share in self._related[word].items():
                said[other] = max(said.get(other, 0.0), share)
        return said

    def _by_name(
        self, entry: int, said: Mapping[int, float], places: Mapping[int | None, int]
    ) -> float:
        """How much of the best name of an entry is said; `places` are those of words as such."""
        skills = self._skills
        own = skills.names_with[entry]
        shares: dict[int, float] = {}
        rare: dict[int, float] = {}
        for word in own.keys() & said.keys():
            share = said[word]
            square = share * skills.rarity[word] ** 2
            for name, weight in own[word]:
                shares[name] = shares.get(name, 0.0) + share * weight * weight
                rare[name] = rare.get(name, 0.0) + square
        best = 0.0
        for name, share in shares.items():
            score = share**1.25 * sqrt(rare[name])
            if score > best:
                at = [places[word] for word, _ in skills.words_of_name[name] if word in places]
                if at and max(at) - min(at) - len(at) + 1 > APART:
                    score *= SCATTERED
                best = max(best, score)
        first = shares.get(skills.entry_ends[entry], 0.0)
        return best * (1 - OTHER_NAME * (1 - first))

    def _together(self, scores: Mapping[int, float]) -> dict[int, float]:
        """Scores of entries, more of those whose roles ask for others that score well."""
        uses = self._skills.uses
        roles: dict[int, float] = defaultdict(float)
        firsts = nlargest(FIRST, scores, key=lambda entry: (scores[entry], -entry))
        own = {entry: scores[entry] / scores[firsts[0]] for entry in firsts}
        for entry, share in own.items():
            for role, _ in uses[entry]:
                roles[role] += share / sqrt(len(uses[entry]))
        length = sqrt(sum(share * share for share in roles.values())) or 1.0
        more = {}
        for entry, score in scores.items():
            asked = sum(roles[role] for role, _ in uses[entry] if role in roles)
            near = asked / sqrt(len(uses[entry]) or 1) - own.get(entry, 0.0)
            more[entry] = score * (1 + TOGETHER * max(0.0, near) / length)
        return more
