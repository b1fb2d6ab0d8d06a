"""Count what many texts say: shares of roles and skills, and what the catalogue lacks."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from mlroles.core.adverts.decode import Decoded
from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.words import plain, word_set
from mlroles.core.model.names import fold
from mlroles.core.model.vocabulary import Value

_TERM = re.compile(r"(?<![\w.])[A-Z][\w+#]*(?:[.&/-][A-Z0-9][\w+#]*)*(?: [A-Z][\w+#]*){0,2}")
"""Words with a capital, such as names of products have."""
_WORD = re.compile(r"(?<![\w.])[a-z]+")
_NAMELIKE = re.compile(r".+[A-Z0-9]")
"""What shows a name at the beginning of a sentence too."""
_ASKS = re.compile(r"\b(?:experience|knowledge|proficien\w+|familiar\w*) (?:with|in|of)\b", re.I)
_NO_SKILLS = word_set("""
    a advanced ba bachelor bachelors bs bsc college computer degree economics electrical engineering
    english eu french german i information ll master masters mathematics mba ms msc our phd physics
    science spanish statistics stem the this uk university us usa we you
    monday friday january february march april may june july august september october november
    december
""")
"""What a term does not begin with: degrees, languages and the like."""
FEWEST_TEXTS = 2
"""The texts that have a term of which it is worth hearing."""
MOST_TERMS = 50_000
"""The terms that are kept in mind; beyond that those seen once are forgotten."""


class RoleCount(Value, frozen=True, kw_only=True):
    """How many texts a role is likeliest for, their share of all, and how many titles claim it."""

    role: str
    n: int
    share: float
    claimed: int


class SkillCount(Value, frozen=True, kw_only=True):
    """How many texts name a skill, their share of all, and how many ask for it."""

    skill: str
    n: int
    share: float
    required: int


class TermCount(Value, frozen=True, kw_only=True):
    """How many texts have a term."""

    term: str
    n: int
    share: float


class Summary(Value, frozen=True, kw_only=True):
    """What texts say together; each list is the most frequent first."""

    n: int
    too_little_to_tell: int
    other_work: int
    roles: tuple[RoleCount, ...]
    skills: tuple[SkillCount, ...]
    unknown: tuple[TermCount, ...]
    """Terms with a capital in what is asked for that no name in the catalogue covers."""


class Tally:
    """Counts text after text."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the catalogue whose names are known."""
        self._names = catalogue.names
        self._n = self._little = self._other = 0
        self._roles, self._claims = Counter[str](), Counter[str]()
        self._skills, self._required = Counter[str](), Counter[str]()
        self._terms, self._words = Counter[str](), Counter[str]()

    def add(self, decoded: Decoded) -> None:
        """Count one text."""
        self._n += 1
        self._little += decoded.too_little_to_tell
        self._other += bool(decoded.roles) and decoded.role is None
        self._roles.update([decoded.role] if decoded.role else ())
        if decoded.claim and decoded.claim.role:
            self._claims[decoded.claim.role.id] += 1
        self._skills.update(found.skill for found in decoded.named)
        self._required.update(found.skill for found in decoded.named if found.required)
        self._terms.update(set(self._unknown(decoded)))
        if len(self._terms) > MOST_TERMS:
            self._terms = Counter({term: n for term, n in self._terms.items() if n > 1})

    def summary(self) -> Summary:
        """What was counted; a term that is mostly written small is a word and left out."""

        def counts(counter: Counter[str]) -> Iterator[tuple[str, int, float]]:
            for what, n in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])):
                yield what, n, round(n / self._n, 4)

        claims, required, small = self._claims, self._required, self._words
        return Summary(
            n=self._n,
            too_little_to_tell=self._little,
            other_work=self._other,
            roles=tuple(
                RoleCount(role=role, n=n, share=share, claimed=claims[role])
                for role, n, share in counts(self._roles)
            ),
            skills=tuple(
                SkillCount(skill=skill, n=n, share=share, required=required[skill])
                for skill, n, share in counts(self._skills)
            ),
            unknown=tuple(
                TermCount(term=term, n=n, share=share)
                for term, n, share in counts(self._terms)
                if n >= FEWEST_TEXTS and small[term.lower()] < n
            ),
        )

    def _unknown(self, decoded: Decoded) -> Iterator[str]:
        text = decoded.document.text
        known = sorted((p.start, p.end) for found in decoded.named for p in found.evidence)
        starts = [start for start, _ in known]
        for sentence in decoded.document.sentences:
            if sentence.heading or sentence.section not in ("requirements", "nice to have"):
                continue
            first, last = (bisect_left(starts, at) for at in (sentence.start, sentence.end))
            if first == last and not _ASKS.search(text, sentence.start, sentence.end):
                continue
            self._words.update({*_WORD.findall(text, sentence.start, sentence.end)})
            for term in _TERM.finditer(text, sentence.start, sentence.end):
                begins = term.start() == sentence.start and not _NAMELIKE.match(term[0])
                inside = any(
                    term.start() < end and start < term.end() for start, end in known[first:last]
                )
                if not (
                    begins or inside or plain(term[0]).replace(".", "").split()[0] in _NO_SKILLS
                ) and (len(term[0]) > 1 and fold(term[0]) not in self._names):
                    yield term[0]
