"""Tell which role an advert is about, with probabilities and the reasons that add up to them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from math import exp, fsum, sqrt
from typing import NamedTuple

from mlroles.core.adverts.document import Document
from mlroles.core.adverts.found import FoundSkill, Passage, Reason, ReasonKind, RoleShare
from mlroles.core.adverts.role_words import NamedRole, RoleNames, WordsOfSentence
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.advert_figures import AdvertFigures

FIGURES = "roles"
"""The key of the figures in a catalogue that has them."""
OTHER_WORK = "other work"
"""The answer beside the roles: none of them."""


class _Finding(NamedTuple):
    """What speaks for roles or against them, and where it stands first."""

    kind: ReasonKind
    what: str
    weights: Sequence[int]
    """How many adverts name it; then the weight for each role. A name of a role has none."""
    place: Passage | tuple[WordsOfSentence, int, int]
    """A passage, or a sentence with the first and the last word."""

    def reason(self, weight: float) -> Reason:
        """The reason that it is for a role."""
        place = self.place
        passage = place if isinstance(place, Passage) else place[0].passage(*place[1:])
        return Reason(kind=self.kind, what=self.what, weight=weight, passage=passage)


class RoleTeller:
    """Tells roles; made once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the catalogue; without figures from adverts no role is returned."""
        self._figures = catalogue.adverts.get(FIGURES)
        if self._figures is None:
            return
        told = list(self._figures.adverts)
        self._columns = [
            (column, role)
            for column, role in enumerate(told)
            if role in catalogue.role_names or role == OTHER_WORK
        ]
        counted_as = {role: role for role in told} | dict(self._figures.counted_as)
        self._counted_as = {id: r for id, r in counted_as.items() if id in catalogue.role_names}
        self._names = RoleNames(catalogue.roles[id] for id in catalogue.role_names)
        words = self._figures.words
        self._words = {word: words[word] for word in words if " " not in word}
        self._pairs = {tuple(pair.split(" ")): words[pair] for pair in words if " " in pair}

    def __call__(self, document: Document, skills: Iterable[FoundSkill]) -> tuple[RoleShare, ...]:
        """The roles of an advert with the skills found in it, the likeliest first."""
        figures = self._figures
        if figures is None:
            return ()
        skills = [found for found in skills if found.finding == "named"]
        read, named = self._names.read(document, skills)
        found = [*self._skills(figures, skills), *self._said(read)]
        factor = sqrt(figures.usual / max(len(found), figures.fewest)) / 100
        names = self._named(figures, named)
        rows = [one.weights for one in found]
        columns: Sequence[Sequence[int]]
        columns = list(zip(*rows, strict=True)) or [()] * (len(figures.adverts) + 1)

        def score(role: str, column: int) -> float:
            return sum(weight for weight, _ in names.get(role, ())) + sum(columns[column]) * factor

        def explain(role: str, column: int, most: int | None) -> list[Reason]:
            weights = columns[column]
            order: Iterable[int] = range(len(found))
            if most is not None:
                sizes = list(map(abs, weights))
                order = sorted(order, key=sizes.__getitem__, reverse=True)[:most]
            told = [*names.get(role, ()), *((weights[at] * factor, found[at]) for at in order)]
            if most is not None:
                told = sorted(told, key=lambda one: -abs(one[0]))[:most]
            return [one.reason(weight) for weight, one in told]

        # Before the weights of a finding stands how many adverts name it.
        told = [(column + 1, role) for column, role in self._columns]
        scores = sorted((-score(role, column), role, column) for column, role in told)
        total = fsum(exp(scores[0][0] - negative) for negative, _, _ in scores)
        return tuple(
            RoleShare(
                role=role,
                probability=exp(scores[0][0] - negative) / total,
                score=-negative,
                explain=partial(explain, role, column),
            )
            for negative, role, column in scores
        )

    def _skills(self, figures: AdvertFigures, skills: Iterable[FoundSkill]) -> Iterator[_Finding]:
        """The skills that are named and have weights."""
        for found in skills:
            weights = figures.skills.get(found.skill)
            if weights:
                yield _Finding("skill", found.skill, weights, found.evidence[0])

    def _said(self, read: Iterable[WordsOfSentence]) -> Iterator[_Finding]:
        """The words and pairs of words that have weights, each where it stands first."""
        seen: set[str | tuple[str, ...]] = set()
        for one in read:
            kind: ReasonKind = "duty" if one.sentence.section == "duties" else "word"
            words = (self._words.keys() & one.words) - seen
            for at in sorted(map(one.words.index, words)):
                word = one.words[at]
                yield _Finding(kind, word, self._words[word], (one, at, at))
            in_turn: list[tuple[str, ...]] = [*pairwise(one.words)]
            pairs = (self._pairs.keys() & in_turn) - seen
            for at in sorted(map(in_turn.index, pairs)):
                pair = in_turn[at]
                yield _Finding(kind, " ".join(pair), self._pairs[pair], (one, at, at + 1))
            seen |= words
            seen |= pairs

    def _named(
        self, figures: AdvertFigures, named: Iterable[NamedRole]
    ) -> dict[str, list[tuple[float, _Finding]]]:
        """The roles whose names stand in the text, each with what its first name adds."""
        found: dict[str, list[tuple[float, _Finding]]] = {}
        for number, name in enumerate(named):
            role = self._counted_as.get(name.role)
            if role and role not in found:
                weight = figures.named + (0 if number else figures.named_first)
                what = " ".join(name.passage.words.lower().split())
                found[role] = [(weight / 100, _Finding("name", what, (), name.passage))]
        return found
