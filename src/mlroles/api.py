"""The Python face: a loaded catalogue with the verbs of the command line, which answer alike."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from mlroles import __version__
from mlroles.catalogue.files.paths import catalogue_paths
from mlroles.catalogue.files.whole_file import named, read_whole
from mlroles.catalogue.load import load as load_entries
from mlroles.catalogue.text.one_file import read_one
from mlroles.catalogue.text.plain_text import readable_text
from mlroles.catalogue.text.profile_file import read_profile
from mlroles.core.adverts.decode import Decoder, readiness_for
from mlroles.core.catalogue import Catalogue as Entries
from mlroles.core.finding.normalise import Normaliser as TitleReader
from mlroles.core.finding.search import search
from mlroles.core.model.errors import AskedWrongly, UnreadableFile
from mlroles.core.model.limits import FILE
from mlroles.core.model.names import EntryKind
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.gap import gap
from mlroles.core.moves.match import match
from mlroles.core.moves.next_skill import next_skills
from mlroles.core.moves.path import find_path
from mlroles.core.moves.position import position, rung_typed
from mlroles.core.moves.profile import Profile, role_profile
from mlroles.core.pay.figures import pay_of
from mlroles.core.roles.boundary import boundary
from mlroles.core.roles.comparison import compare
from mlroles.core.roles.listing import list_roles
from mlroles.core.teams.assessment import assess
from mlroles.core.teams.file import TeamFile
from mlroles.core.teams.nearest import scope_for
from mlroles.core.teams.plan import plan
from mlroles.core.teams.team import name_problems, seats_said
from mlroles.present.adverts.answer import DecodedAnswer, decoded_answer
from mlroles.present.finding.normalised import TitleAnswer, title_answer
from mlroles.present.finding.search import HitAnswer, hit_answer
from mlroles.present.moves.gap_answer import GapAnswer, gap_answer
from mlroles.present.moves.match_answer import MatchesAnswer, matches_answer
from mlroles.present.moves.next_skill_answer import NextSkillsAnswer, next_skills_answer
from mlroles.present.moves.path_answer import PathAnswer, path_answer
from mlroles.present.page.answer import Answers
from mlroles.present.pay.pay import PayAnswer, pay_answer
from mlroles.present.roles.boundary_answer import BoundaryAnswer, boundary_answer
from mlroles.present.roles.comparison_answer import (
    ComparisonAnswer,
    MoveAnswer,
    PairAnswer,
    comparison_answer,
)
from mlroles.present.roles.entry_answer import RoleAnswer, SkillAnswer, role_answer, skill_answer
from mlroles.present.roles.lists import ListedRole, listed_role
from mlroles.present.teams.check_answer import team_check_answer
from mlroles.present.teams.check_shapes import TeamCheckAnswer
from mlroles.present.teams.plan_answer import TeamPlanAnswer, team_plan_answer

Paths = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]
Skills = str | Mapping[str, int]
"""Skills held: "python:3, sql", the name of a file of them, or skill -> level from 1 to 4."""


def load(paths: Paths | None = None) -> "Catalogue":
    """Load a catalogue in a folder or file, or several in layers, the lowest first.

    None: those that MLROLES_CATALOGUE names, or else the bundled one. Raises `MlrolesError`.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else paths or ()
    return Catalogue(tuple(map(os.path.abspath, catalogue_paths([os.fspath(p) for p in given]))))


@cache  # what travels to another process is loaded there once
def _entries(paths: tuple[str, ...]) -> Entries:
    return load_entries(paths)


@cache
def _decoder(paths: tuple[str, ...], suggest: bool) -> Decoder:
    return Decoder(_entries(paths), suggest)


def _restored(paths: tuple[str, ...], version: str) -> "Catalogue":
    if version != __version__:
        told = f"this catalogue was pickled by mlroles {version}, and this is {__version__}"
        raise UnreadableFile(told, "use one version in all processes")
    return Catalogue(paths)


class Catalogue:
    """A loaded catalogue. It pickles as its paths, and threads may share it.

    Names are those that the command line takes; a role may be ROLE@RUNG. Each verb raises
    `MlrolesError` for what the command line refuses.
    """

    def __init__(self, paths: tuple[str, ...]) -> None:
        """Load what lies at these absolute paths, lowest first; see `load`."""
        self._paths, self._all = paths, _entries(paths)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel by path and version."""
        return _restored, (self._paths, __version__)

    def __repr__(self) -> str:
        """How much there is, and where."""
        counts = f"{len(self._all.roles)} roles, {len(self._all.skills)} skills"
        return f"<mlroles.Catalogue: {counts}, {', '.join(self._paths)}>"

    def list_roles(
        self, family: Sequence[str] = (), skill: Sequence[str] = (), stage: Sequence[str] = ()
    ) -> Answers[ListedRole]:
        """The roles of any of the families that ask for all the skills and work in all stages."""
        found = list_roles(self._all, family, skill, stage)
        return Answers(listed_role(self._all, role) for role in found)

    def role(self, name: str, rung: Rung | None = None) -> RoleAnswer:
        """All of a role; with a rung, the levels that it asks for at that rung only."""
        return role_answer(self._all, self._all.role(name), self._rung(rung))

    def skill(self, name: str) -> SkillAnswer:
        """All of a skill or tool."""
        return skill_answer(self._all, self._all.skill(name))

    def search(
        self, query: str, kind: EntryKind | None = None, limit: int = 10
    ) -> Answers[HitAnswer]:
        """The entries that a query means, the best first; a limit of 0 gives all."""
        return Answers(
            hit_answer(self._all, hit) for hit in search(self._all.index, query, kind, limit)[0]
        )

    def compare(self, *roles: str, rung: Rung | None = None) -> ComparisonAnswer:
        """Two or more roles side by side, at one rung."""
        found = compare(self._all, list(map(self._all.role, roles)), self._rung(rung))
        return comparison_answer(self._all, found, full=True)

    def similarity(self, a: str, b: str, rung: Rung | None = None) -> PairAnswer:
        """How alike two roles are, with what each part of the score adds."""
        return self.compare(a, b, rung=rung).pairs[0]

    def readiness(self, a: str, b: str, rung: Rung | None = None) -> MoveAnswer:
        """How ready somebody in one role is for another, both at one rung."""
        return self.compare(a, b, rung=rung).moves[0]

    def gap(self, start: str | Skills, target: str, country: str | None = None) -> GapAnswer:
        """What a move takes, from a role or from skills held."""
        found = gap(self._all, self._start(start), *position(self._all, target), country)
        return gap_answer(self._all, found, full=True)

    def match(self, have: Skills, country: str | None = None, limit: int = 0) -> MatchesAnswer:
        """The roles that skills are nearest to, and where one stands in each; 0 gives all."""
        found = match(self._all, self._held(have), None, country, None, limit)
        return matches_answer(self._all, found, found.found, full=True)

    def path(self, start: str | Skills, target: str, country: str | None = None) -> PathAnswer:
        """The best way to a role in at most three moves, beside the direct one."""
        aim = position(self._all, target)
        return path_answer(
            self._all, find_path(self._all, self._start(start), aim, country=country), full=True
        )

    def next_skill(self, have: Skills, goal: str | None = None) -> NextSkillsAnswer:
        """Which skills to learn next, for one goal or for one's own ladder and near roles."""
        aim = position(self._all, goal) if goal else None
        found = next_skills(self._all, self._held(have), aim)
        return next_skills_answer(self._all, found, found.skills)

    def normalize(self, titles: Iterable[str], top: int = 3) -> Iterator[TitleAnswer]:
        """Which role each title means, one by one."""
        return map(Normaliser(self, top), titles)

    def decode(
        self,
        text: str | os.PathLike[str],
        title: str | None = None,
        have: Skills | None = None,
        suggest: bool = True,
    ) -> DecodedAnswer:
        """What an advert or a CV says: its text, or the path of a file of any kind that is read.

        To suggest skills that it does not name takes ten times as long as all else.
        """
        if not isinstance(text, str):
            path = os.fspath(text)
            text = readable_text(read_whole(path, FILE), named(path))
        found = _decoder(self._paths, suggest)(text, title)
        ready = readiness_for(self._all, found, self._held(have)) if have else None
        return decoded_answer(self._all, found, ready=ready, full=True)

    def pay(
        self, *roles: str, country: str | None = None, rung: Rung | None = None
    ) -> Answers[PayAnswer]:
        """What roles are paid in one country."""
        at = self._rung(rung)
        paid = pay_of(self._all, list(map(self._all.role, roles)), country, at)
        return Answers(pay_answer(self._all, one, at) for one in paid)

    def team_check(self, team: str, template: str | None = None) -> TeamCheckAnswer:
        """What a team covers: a team file, or seats such as "data-engineer:2 mlops@senior"."""
        found = assess(self._all, self._team(team), template)
        return team_check_answer(self._all, found, full=True)

    def team_plan(
        self, template: str, budget: int | None = None, junior_share: float = 0
    ) -> TeamPlanAnswer:
        """The best team to cover what a template asks for, within a budget a year."""
        scope, _ = scope_for(self._all, None, None, template)
        found = plan(self._all, scope, budget=budget, junior_share=junior_share)
        return team_plan_answer(self._all, found)

    def boundary(self, *roles: str) -> BoundaryAnswer:
        """Where the work of one role ends and that of another begins."""
        found = boundary(self._all, list(map(self._all.role, roles)))
        return boundary_answer(self._all, found, full=True)

    def _held(self, have: Skills) -> Profile:
        if not isinstance(have, str):
            have = ", ".join(f"{skill}:{level}" for skill, level in have.items())
        found = read_profile(self._all, have)
        if not found.skills:
            raise AskedWrongly("none of these words is a skill", "see 'mlroles list skills'")
        return found

    def _rung(self, typed: str | None) -> Rung | None:
        return rung_typed(self._all.ladder, typed) if typed else None

    def _start(self, start: str | Skills) -> Profile:
        if isinstance(start, str) and self._all.roles_called(start.partition("@")[0]):
            return role_profile(*position(self._all, start))
        return self._held(start)

    def _team(self, team: str) -> TeamFile:
        if os.path.isfile(team):
            return read_one(team, TeamFile, lambda found: name_problems(self._all, found))
        return seats_said(self._all.ladder, team)


class Normaliser:
    """Says title after title which role it means, and remembers what it learned of words."""

    def __init__(self, catalogue: Catalogue, top: int = 3, threshold: float | None = None) -> None:
        """Take a catalogue, how many matches to give, and the score that decides, if one does."""
        self._given = catalogue, top, threshold
        self._read = TitleReader(catalogue._all.index, top, threshold, catalogue._all.ladder)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel as the catalogue does."""
        return Normaliser, self._given

    def __call__(self, title: str) -> TitleAnswer:
        """Read one title."""
        return title_answer(self._read(title))
