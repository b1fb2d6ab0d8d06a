"""Tell which role an advert is about, with probabilities and the reasons that add up to them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import exp, fsum, sqrt

from mlroles.core.adverts.document import Document
from mlroles.core.adverts.found import FoundSkill, Passage, Reason, ReasonKind, RoleShare
from mlroles.core.adverts.role_words import NamedRole, RoleNames, WordsOfSentence
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.advert_figures import AdvertFigures

FIGURES = "roles"
"""The key of the figures in a catalogue that has them."""
OTHER_WORK = "other work"
"""The answer beside the roles: none of them."""


_ALL: dict[ReasonKind, str] = {"skill": "all skills", "word": "all words", "duty": "all duties"}
EXPLAINED = 3
"""How many of the likeliest roles come with all their reasons."""
_Weighed = tuple[ReasonKind, str, Sequence[int], Passage]
"""A finding with its weights and its first place."""


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

    def __call__(
        self, document: Document, skills: Iterable[FoundSkill], explained: int | None = EXPLAINED
    ) -> tuple[RoleShare, ...]:
        """The roles of an advert with the skills found in it, the likeliest first.

        So many come with all their reasons (None: all); those of the others are summed by kind.
        """
        figures = self._figures
        if figures is None:
            return ()
        skills = [found for found in skills if found.finding == "named"]
        read, named = self._names.read(document, skills)
        found = [*self._skills(figures, skills), *self._said(document, read)]
        factor = sqrt(figures.usual / max(len(found), figures.fewest)) / 100
        names = list(self._named(figures, document, named))
        sums = _sums(found)

        def score(column: int, role: str) -> float:
            said = sum(weights[column] for weights in sums.values())
            return sum(reason.weight for of, reason in names if of == role) + said * factor

        def reasons(rank: int, role: str, column: int) -> Iterator[Reason]:
            yield from (reason for of, reason in names if of == role)
            if explained is None or rank < explained:
                for kind, what, weights, passage in found:
                    weight = weights[column] * factor
                    yield Reason(kind=kind, what=what, weight=weight, passage=passage)
            else:
                for kind, summed in sums.items():
                    yield Reason(kind=kind, what=_ALL[kind], weight=summed[column] * factor)

        # Before the weights of a finding stands how many adverts name it.
        columns = [(column + 1, role) for column, role in self._columns]
        scores = sorted((-score(column, role), role, column) for column, role in columns)
        total = fsum(exp(scores[0][0] - negative) for negative, _, _ in scores)
        return tuple(
            RoleShare(
                role=role,
                probability=exp(scores[0][0] - negative) / total,
                score=-negative,
                reasons=tuple(reasons(rank, role, column)),
            )
            for rank, (negative, role, column) in enumerate(scores)
        )

    def _skills(self, figures: AdvertFigures, skills: Iterable[FoundSkill]) -> Iterator[_Weighed]:
        """The skills that are named and have weights."""
        for found in skills:
            weights = figures.skills.get(found.skill)
            if weights:
                yield "skill", found.skill, weights, found.evidence[0]

    def _said(self, document: Document, read: Iterable[WordsOfSentence]) -> Iterator[_Weighed]:
        """The words and pairs of words that have weights, each where it stands first."""
        seen: set[str | tuple[str, ...]] = set()
        for one in read:
            words = (self._words.keys() & one.words) - seen
            pairs = (self._pairs.keys() & pairwise(one.words)) - seen
            if not (words or pairs):
                continue
            seen |= words | pairs
            places = one.places
            kind: ReasonKind = "duty" if one.sentence.section == "duties" else "word"
            for word, place in zip(one.words, places, strict=True):
                if word in words:
                    words.discard(word)
                    yield kind, word, self._words[word], _passage(document, *place)
            for at, pair in enumerate(pairwise(one.words) if pairs else ()):
                if pair in pairs:
                    pairs.discard(pair)
                    place = places[at][0], places[at + 1][1]
                    yield kind, " ".join(pair), self._pairs[pair], _passage(document, *place)

    def _named(
        self, figures: AdvertFigures, document: Document, named: Iterable[NamedRole]
    ) -> Iterator[tuple[str, Reason]]:
        """The roles whose names stand in the text, each with what that adds."""
        seen: set[str] = set()
        for number, name in enumerate(named):
            role = self._counted_as.get(name.role)
            if role and role not in seen:
                seen.add(role)
                weight = figures.named + (0 if number else figures.named_first)
                passage = _passage(document, name.start, name.end)
                what = " ".join(passage.words.lower().split())
                yield role, Reason(kind="name", what=what, weight=weight / 100, passage=passage)


def _sums(found: Sequence[_Weighed]) -> dict[ReasonKind, list[int]]:
    """The weights of the findings of each kind, summed."""
    kinds: dict[ReasonKind, list[Sequence[int]]] = {}
    for kind, _, weights, _ in found:
        kinds.setdefault(kind, []).append(weights)
    return {kind: list(map(sum, zip(*rows, strict=True))) for kind, rows in kinds.items()}


def _passage(document: Document, start: int, end: int) -> Passage:
    return Passage(words=document.text[start:end], start=start, end=end)
