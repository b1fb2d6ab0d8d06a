"""Decode an advert or a CV: the role it describes, the skills it names, and what is usual."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from mlroles.core.adverts.cv import Kind, cv_profile, kind_of, without_headings
from mlroles.core.adverts.document import Document, read_document
from mlroles.core.adverts.found import FoundSkill, RoleShare
from mlroles.core.adverts.roles import OTHER_WORK, RoleTeller
from mlroles.core.adverts.skills import SkillFinder
from mlroles.core.adverts.stated import Stated, stated_in
from mlroles.core.catalogue import Catalogue
from mlroles.core.finding.memory import ALL, Remembered
from mlroles.core.finding.normalise import Normalised, Normaliser
from mlroles.core.finding.rung import rung_told
from mlroles.core.model.entries import UNKNOWN_LEVEL
from mlroles.core.model.vocabulary import Id, Rung, Value, replace
from mlroles.core.moves.profile import Profile
from mlroles.core.moves.readiness import Essentials, Readiness, essential, measured
from mlroles.core.pay.figures import most_adverts

FEWEST_FINDINGS = 5
"""A text with fewer findings than this says too little to name a role."""
READ = frozenset({"en", "de", "fr"})
"""The languages whose adverts and CVs are matched to roles."""

USUAL_SHARE = 0.2
"""The share of a role's adverts from which on a skill is usual in them."""
RARE_SHARE = 0.03
"""The share below which it is rare."""
UNWEIGHED = 3
"""The importance of a skill that an advert asks for and its role does not."""

TITLE_LINES, TITLE_WORDS = 4, 10
"""Where the title of an advert without one is looked for: its first lines, if they are short."""
FEW_TITLES = 500
"""The titles that are remembered: those of adverts are seldom the same."""
_LABELLED = r"(?:job |position |role )?(?:title|position|role|job)(?: name)?"
_LABEL = re.compile(rf"{_LABELLED}\s*:\s*|^\W*{_LABELLED}\s*[-–]\s+", re.IGNORECASE)
_LABEL_OF_OTHERS = re.compile(
    r"(?:report(?:s|ing)? to|(?:hiring |line )?manager|supervisor)\s*:", re.IGNORECASE
)
"""What stands before the title of somebody else."""
_PARTS = re.compile(r"\s+[|·•–—/]\s+")


class Usual(Value, frozen=True, kw_only=True):
    """A skill, and how much the likeliest role asks for it: nothing where all is None."""

    skill: str
    share: float | None = None
    """Of the role's adverts that name it; None where it was not counted."""
    importance: int | None = None
    essential: bool = False
    human: bool = False
    near: frozenset[Id] = frozenset()
    """The skill itself and those related to it."""


class Decoded(Value, frozen=True, kw_only=True):
    """What a text says, and what the title over it claims."""

    kind: Kind
    document: Document
    title: str | None
    claim: Normalised | None
    """What the title means."""
    roles: tuple[RoleShare, ...]
    """The most probable first; none where there is too little to tell."""
    skills: tuple[FoundSkill, ...]
    """Those that are named first."""
    missing: tuple[Usual, ...]
    """What is usual for the likeliest role and not found, the most usual first."""
    unusual: tuple[Usual, ...]
    """What is named, and the likeliest role hardly ever asks for."""
    rung: Rung | None
    """The rung of the catalogue that the text states, or else the title, or else the years."""
    stated: Stated
    too_little_to_tell: bool

    @property
    def role(self) -> str | None:
        """The likeliest role; None where other work is likelier."""
        likeliest = self.roles[0].role if self.roles else OTHER_WORK
        return None if likeliest == OTHER_WORK else likeliest

    @property
    def profile(self) -> Profile:
        """What somebody can do whose CV it is."""
        return cv_profile(self.document, self.skills)

    @property
    def named(self) -> tuple[FoundSkill, ...]:
        """The skills that are named, which alone count."""
        return tuple(found for found in self.skills if found.finding == "named")


class Decoder:
    """Decodes text after text; what that needs is made once."""

    def __init__(self, catalogue: Catalogue, suggest: bool) -> None:
        """Take the catalogue whose roles and skills are looked for.

        `suggest` says whether to suggest skills that are not named.
        """
        self._catalogue = catalogue
        self._find = SkillFinder(catalogue, suggest)
        self._asked = Remembered(self._asked_by, ALL)

    @cached_property
    def _titles(self) -> Normaliser:
        ladder = self._catalogue.ladder
        return Normaliser(self._catalogue.index, 1, ladder=ladder, remembered=FEW_TITLES)

    @cached_property
    def _tell(self) -> RoleTeller:
        return RoleTeller(self._catalogue)

    def __call__(self, text: str, title: str | None = None, kind: Kind | None = None) -> Decoded:
        """Decode a text; of what kind it is and what its title is shows in it, if not given."""
        document = read_document(text)
        kind = kind or kind_of(document)
        body = document
        if not title and kind == "advert":
            title, body = self._without_title(document)
        skills = self._find(body)
        if kind == "cv":
            skills = tuple(without_headings(document, skills))
        stated = stated_in(document)
        if kind == "cv":  # what was learned and earned is not asked for
            stated = replace(stated, degree_required=None, pay=None)
        roles = self._tell(body, skills)
        little = _says_little(skills, roles) or stated.language not in (None, *READ)
        roles = () if little else roles
        likeliest = roles[0].role if roles else OTHER_WORK
        claim = self._titles(title) if title else None
        ladder = self._catalogue.ladder

        def on_ladder(rung: Rung | None) -> Rung | None:
            return rung if rung is None or rung in ladder.ids else rung_told(ladder, rung)

        rung = on_ladder(stated.rung) or (claim.frame.level if claim else None)
        by_years = on_ladder(stated.rung_by_years)
        if rung and by_years and kind == "cv":  # it names positions long past
            rung = max(rung, by_years, key=ladder.place)
        rung = rung or by_years
        asked = self._asked[likeliest, rung or ladder.usual] if likeliest != OTHER_WORK else {}
        return Decoded(
            kind=kind,
            document=document,
            title=title,
            claim=claim,
            roles=roles,
            skills=tuple(sorted(skills, key=lambda found: found.finding != "named")),
            missing=tuple(_missing(asked, skills)),
            unusual=tuple(self._unusual(asked, skills)) if asked else (),
            rung=rung,
            stated=stated,
            too_little_to_tell=little,
        )

    def _without_title(self, document: Document) -> tuple[str | None, Document]:
        """The title that an advert begins with, if one of its first lines names a role; the rest.

        It stands before the first heading and in no list: what is asked for is no title. What the
        title claims is no evidence of what the text says.
        """
        for at, sentence in enumerate(document.sentences[:TITLE_LINES]):
            if sentence.listed or sentence.section != "none":
                break
            line = document.words(sentence).strip("#*_ ")
            if _LABEL_OF_OTHERS.match(line):
                continue
            bare = _LABEL.sub("", line, count=1)
            if bare.count(" ") >= TITLE_WORDS:
                bare = _PARTS.split(bare)[0]  # Data Engineer | 6 months | on site
            if bare and bare.count(" ") < TITLE_WORDS and self._is_title(bare):
                rest = document.sentences[:at] + document.sentences[at + 1 :]
                return bare, replace(document, sentences=rest)
        return None, document

    def _is_title(self, line: str) -> bool:
        """Whether a line names a role and says who somebody is: "NLP and LLMs" is no title."""
        found = self._titles(line)
        says_who = found.says_who or bool(self._catalogue.roles_called(line))
        return says_who and found.role is not None

    def _asked_by(self, position: tuple[Id, Rung]) -> dict[Id, Usual]:
        """What a role asks for at a rung, and how much."""
        role, known = self._catalogue.roles[position[0]], self._catalogue.skills
        adverts = most_adverts(role)
        return {
            asked.skill: Usual(
                skill=asked.skill,
                share=adverts.shares.get(asked.skill) if adverts else None,
                importance=asked.importance,
                essential=asked.essential_at(position[1], self._catalogue.ladder),
                human=known[asked.skill].kind == "human",
                near=frozenset([asked.skill, *(r.skill for r in known[asked.skill].related)]),
            )
            for asked in role.requirements
        }

    def _unusual(self, asked: dict[Id, Usual], skills: Iterable[FoundSkill]) -> Iterator[Usual]:
        for found in skills:
            usual = asked.get(found.skill, Usual(skill=found.skill))
            human = self._catalogue.skills[found.skill].kind == "human"
            rare = usual.importance is None or (usual.share or RARE_SHARE) < RARE_SHARE
            if found.finding == "named" and rare and not human:
                yield usual


def _says_little(skills: Iterable[FoundSkill], roles: Sequence[RoleShare]) -> bool:
    """Whether there are too few findings: skills that are named and what else tells the role."""
    findings = {found.skill for found in skills if found.finding == "named"}
    if len(findings) < FEWEST_FINDINGS and roles:
        findings |= {reason.what for reason in roles[0].reasons}
    return len(findings) < FEWEST_FINDINGS


def _missing(asked: dict[Id, Usual], skills: Iterable[FoundSkill]) -> list[Usual]:
    """What is usual and not found; few texts speak of human skills."""
    found = {one.skill for one in skills}
    missing = [
        usual
        for usual in asked.values()
        if (usual.essential or (usual.share or 0) >= USUAL_SHARE)
        and not usual.human
        and found.isdisjoint(usual.near)
    ]
    return sorted(missing, key=lambda usual: (-(usual.share or 0), -(usual.importance or 0)))


def readiness_for(catalogue: Catalogue, decoded: Decoded, held: Profile) -> Readiness:
    """How ready somebody is for what an advert asks for, measured as for a role.

    Over the skills that it names and does not call nice to have: at the level it states, or else
    the one that the likeliest role asks for, or else 3; weighed as that role weighs them.
    """
    rung = decoded.rung or catalogue.ladder.usual
    role = catalogue.roles[decoded.role] if decoded.role else None
    usual = {r.skill: r for r in role.requirements} if role else {}
    skills = []
    for found in decoded.named:
        if found.required is not False:
            skill, asked = catalogue.skills[found.skill], usual.get(found.skill)
            importance, known = UNWEIGHED, found.level
            if asked:
                importance, known = asked.importance, found.level or asked.known(rung)
            skills.append(essential(skill, importance, known or UNKNOWN_LEVEL, bool(known)))
    total = sum(one.importance * one.level for one in skills)
    asked_for = Essentials(role=decoded.role or "", rung=rung, skills=tuple(skills), total=total)
    return measured(asked_for, held.skills, held.complete)
