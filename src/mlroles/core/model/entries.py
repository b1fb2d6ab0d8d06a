"""What the catalogue is made of: the one definition of the shape of every entry.

Longer than other files, since the shape is looked up in one place.
"""

from typing import Annotated, Literal

from mlroles.core.model.ladder import Ladder
from mlroles.core.model.learning import Effort, LearningPlace, Related
from mlroles.core.model.vocabulary import (
    LEVELS,
    Count,
    Country,
    Dates,
    Day,
    Engagement,
    Id,
    Importance,
    Level,
    Match,
    NameKind,
    Part,
    RaciLetter,
    Rung,
    Scheme,
    Share,
    SkillKind,
    Sources,
    StageId,
    Statement,
    Text,
    about,
)


class Requirement(Part, frozen=True, kw_only=True):
    """How much of a skill a role asks for."""

    skill: Annotated[Id, about("a skill")]
    importance: Importance
    essential: Annotated[bool, about("true where nobody is hired without it")] = False
    essential_from: Annotated[
        Rung | None, about("the lowest rung that it is essential at, if not all")
    ] = None
    levels: Annotated[
        dict[Rung, Level | None], about("rung -> level, 1–4; 3 counts where none is given")
    ] = {}
    note: Annotated[str | None, about("needed where a higher rung asks for less")] = None

    def essential_at(self, rung: Rung, ladder: Ladder) -> bool:
        """Whether nobody is hired at a rung without it."""
        return self.essential and rung in ladder.from_on(self.essential_from)

    @property
    def rated(self) -> bool:
        """Whether any of its levels is known."""
        return any(self.levels.values())

    def known(self, rung: Rung) -> int | None:
        """The level that a rung asks for, or None where it is not known."""
        return self.levels.get(rung)

    def at(self, rung: Rung) -> int:
        """The level that counts at a rung: what it asks for, or `UNKNOWN_LEVEL`."""
        return self.levels.get(rung) or UNKNOWN_LEVEL

    def total(self, ladder: Ladder) -> int:
        """The sum over all rungs, to order requirements of one importance."""
        return sum(map(self.at, ladder.ids))


UNKNOWN_LEVEL = 3
"""What counts where no level is given; it is shown as unknown.

Scores are ratios of sums over levels, so one level for all of them leaves importance alone to
weigh; 3, practitioner, is who works alone.
"""


class Pay(Part, frozen=True, kw_only=True):
    """What is paid, by country and rung; always with n, year and source."""

    country: Country
    currency: Annotated[str, about("ISO 4217", pattern="^[A-Z]{3}$")]
    basis: Annotated[
        Literal["advertised", "earned"],
        about("advertised: midpoints of the ranges in adverts; earned: a wage survey"),
    ]
    rung: Annotated[Rung, about("a rung, or all: the rungs pooled")]
    year: Dates
    n: Annotated[Count, about("distinct adverts, or people employed where earned")]
    p10: Count | None = None
    p25: Count | None = None
    median: Count
    p75: Count | None = None
    p90: Count | None = None
    source: Annotated[Id, about("a source")]
    note: Annotated[str | None, about("a caveat, such as a broader occupation")] = None


class RolePay(Part, frozen=True, kw_only=True):
    """What a layer says of a role's pay, in place of what is below it on the same countries."""

    role: Annotated[Id, about("a role")]
    pay: Annotated[list[Pay], about("replaces all figures of the countries named here")]


class Demand(Part, frozen=True, kw_only=True):
    """The share of a role's adverts that name a tool."""

    source: Annotated[Id, about("a source")]
    period: Annotated[Dates, about("when the adverts were collected")]
    n: Annotated[Count, about("distinct adverts")]
    shares: Annotated[dict[str, Share], about("skill id -> share of the adverts that name it")]
    note: Annotated[str | None, about("a caveat, such as titles that are counted too")] = None


class Outlook(Part, frozen=True, kw_only=True):
    """An official projection of employment in the occupation nearest to a role."""

    country: Country
    occupation: Annotated[Text, about("code and label of the occupation")]
    match: Annotated[Match, about("exact, or broad where the occupation holds other roles too")]
    period: Annotated[Text, about("such as 2024-2034")]
    change_percent: float
    openings_per_year: Count
    source: Annotated[Id, about("a source")]


class AlternateName(Part, frozen=True, kw_only=True):
    """Another name that a role is advertised under."""

    name: Text
    kind: Annotated[NameKind, about("a misnomer is in use, but means something else")]


class Distinction(Part, frozen=True, kw_only=True):
    """A role that is easily mistaken for this one, and the difference."""

    role: Annotated[Id, about("a role")]
    difference: Annotated[Text, about("one sentence that names what each of the two does")]


class Code(Part, frozen=True, kw_only=True):
    """The counterpart in a public classification, or the finding that there is none."""

    scheme: Scheme
    match: Annotated[Match, about("SKOS: broad means that the code is broader than the entry")]
    code: Annotated[str | None, about("the code or URI; left out where match is none")] = None
    label: Annotated[str | None, about("the scheme's own label")] = None
    note: Annotated[str | None, about("a caveat")] = None


class Responsibility(Part, frozen=True, kw_only=True):
    """What a role does in an activity."""

    activity: Annotated[Id, about("an activity of activities.yaml")]
    raci: Annotated[RaciLetter, about("Responsible, Accountable, Consulted or Informed")]
    statement: Statement


class RungDescription(Part, frozen=True, kw_only=True):
    """What one rung of a role's career ladder means."""

    rung: Rung
    title: Annotated[Text, about("the title as employers write it")]
    years_from: Annotated[Count, about("typical years in this line of work")]
    years_to: Annotated[Count | None, about("left out where there is no upper end")] = None
    scope: Annotated[Text, about("how large the work is")]
    autonomy: Annotated[Text, about("how much guidance it gets and gives")]


class RouteIn(Part, frozen=True, kw_only=True):
    """A role that people come from."""

    role: Annotated[Id, about("a role")]
    reason: Annotated[Text, about("what carries over and what has to be learned")]


class EntryRequirements(Part, frozen=True, kw_only=True):
    """How one gets in."""

    education: Text
    degree_required: Annotated[
        bool | Literal["unknown"], about("true, false or unknown: does nearly every advert ask")
    ]
    routes_in: list[RouteIn]


class Role(Part, frozen=True, kw_only=True):
    """One kind of job."""

    id: Annotated[Id, about("the file's name; not written inside it")]
    name: Annotated[Text, about("the commonest title, in the singular")]
    alternate_names: Annotated[list[AlternateName], about("sorted by name")] = []
    former_ids: Annotated[list[Id], about("ids it had before; they keep resolving")] = []
    definition: Annotated[Text, about("one sentence")]
    summary: Annotated[Text | None, about("one paragraph")] = None
    family: Annotated[Id, about("a family of families.yaml")]
    speciality_of: Annotated[Id | None, about("the role that this one is a speciality of")] = None
    not_to_be_confused_with: Annotated[list[Distinction], about("sorted by role")] = []
    codes: Annotated[list[Code], about("O*NET-SOC and ESCO, one line each at least")] = []
    lifecycle: Annotated[
        dict[StageId, Engagement],
        about("stage -> engagement: 0 none, 1 takes part, 2 contributes, 3 leads"),
    ] = {}
    responsibilities: Annotated[list[Responsibility], about("in the order of the stages")] = []
    skills: Annotated[list[Requirement], about("concepts, practices, human; sorted")] = []
    tools: Annotated[list[Requirement], about("all other kinds; sorted by skill")] = []
    rungs: Annotated[list[RungDescription], about("those that there are, lowest first")] = []
    entry: EntryRequirements | None = None
    pay: list[Pay] = []
    demand: Annotated[list[Demand], about("the newest last")] = []
    outlook: list[Outlook] = []
    green: Annotated[str | None, about("how the role serves green work, if it does")] = None
    industries: Annotated[list[Text], about("where it is found, sorted")] = []
    sources: Sources
    sources_of: Annotated[
        dict[str, list[Id]], about("field -> those of its sources that stand behind this field")
    ] = {}
    reviewed: Annotated[Day, about("when the editorial judgements were last looked at")]

    @property
    def requirements(self) -> list[Requirement]:
        """All that it asks for: skills, then tools."""
        return self.skills + self.tools

    def rungs_told(self, ladder: Ladder) -> list[Rung]:
        """The rungs whose demands it states, lowest first; empty if it states none."""
        told = {rung for need in self.requirements for rung in need.levels if need.levels[rung]}
        return [rung for rung in ladder.ids if rung in told]


class Skill(Part, frozen=True, kw_only=True):
    """Something one can be able to do or know, in one vocabulary for all roles."""

    id: Id
    name: Text
    kind: Annotated[SkillKind, about("the file's name; not written inside it")]
    alternate_names: Annotated[list[Text], about("as people type them, sorted")] = []
    former_ids: Annotated[list[Id], about("ids it had before; they keep resolving")] = []
    definition: Annotated[Text, about("one sentence")]
    level_statements: Annotated[
        list[Statement],
        about("four, 'You can …'; a tool may do without", max_length=4),
    ] = []
    learn: Annotated[list[LearningPlace], about("lasting places, the best first")] = []
    related: Annotated[list[Related], about("sorted by skill")] = []
    machine_learning: Annotated[
        bool, about("true for a part of machine learning itself; who builds models needs one")
    ] = False
    green: Annotated[
        bool, about("true for what the green transition asks for, as ESCO's green skills")
    ] = False
    one_role_reason: Annotated[str | None, about("why just one role asks for it")] = None
    codes: list[Code] = []
    documentation: Annotated[str | None, about("the official page of a tool")] = None
    effort: Annotated[
        Effort | None, about("only where a source states it; editorial for a judgement")
    ] = None
    sources: Sources

    def statements(self) -> list[str]:
        """What each of the four levels means: the skill's own words or, for a tool, in general."""
        return self.level_statements or [meaning for _, meaning in LEVELS.values()]


class Stage(Part, frozen=True, kw_only=True):
    """A stage in the life of a model, or of whatever the roles of a catalogue work on."""

    id: Id
    name: Text
    definition: Annotated[Text, about("one sentence")]
    sources: Sources


class Activity(Part, frozen=True, kw_only=True):
    """A piece of work in the life of a model, shared by the roles."""

    id: Id
    name: Text
    stage: StageId | None = None
    statement: Statement
    artefact: Annotated[Text | None, about("what it leaves behind")] = None
    sources: Sources


class HandOff(Part, frozen=True, kw_only=True):
    """Something that one role makes and another one works on with."""

    id: Id
    artefact: Annotated[Text, about("what changes hands")]
    from_role: Annotated[Id, about("a role")]
    to_role: Annotated[Id, about("a role")]
    stage: StageId | None = None
    accepted_when: Annotated[Text, about("when the receiver can say yes")]
    sources: Sources


class Family(Part, frozen=True, kw_only=True):
    """A group of roles that do kindred work."""

    id: Id
    name: Text
    definition: Annotated[Text, about("one sentence")]


class Source(Part, frozen=True, kw_only=True):
    """Where facts come from."""

    id: Id
    title: Text
    publisher: Text
    published: Annotated[Day, about("the date that its facts speak of")]
    horizon_years: Annotated[Count, about("after how many years its facts are too old")]
    licence: Text
    url: str | None = None
    credit: Annotated[str | None, about("the line that the publisher asks for")] = None
    successor: Annotated[
        str | None, about("a later edition, and whether its facts are used here")
    ] = None


class Seat(Part, frozen=True, kw_only=True):
    """A place in a team."""

    role: Annotated[Id, about("a role")]
    rung: Rung
    people: Annotated[int, about("how many sit here", ge=1, le=50)] = 1
    share: Annotated[Share, about("of a full-time post, for each of them")] = 1.0
    without: Annotated[Text, about("what goes wrong where nobody sits here")]


class LaterSeat(Part, frozen=True, kw_only=True):
    """A place that a team gets when it has grown into it."""

    role: Annotated[Id, about("a role")]
    rung: Rung
    when: Annotated[Text, about("the sign that it is time")]


class LeftOut(Part, frozen=True, kw_only=True):
    """An activity of the covered stages that this team does without."""

    activity: Annotated[Id, about("an activity of activities.yaml")]
    reason: Text


class TeamTemplate(Part, frozen=True, kw_only=True):
    """A team as one would staff it for a purpose."""

    id: Annotated[Id, about("the file's name; not written inside it")]
    name: Text
    alternate_names: Annotated[list[Text], about("as people type them, sorted")] = []
    goal: Annotated[Text, about("what the team is there for, in a sentence")]
    seats: Annotated[list[Seat], about("whom it begins with", min_length=1)]
    stages: Annotated[list[StageId], about("the life-cycle stages that it must cover")]
    accountable: Annotated[
        dict[Id, Id],
        about("activity -> role, where the roles give none or two, or beyond the stages"),
    ] = {}
    leaves_out: list[LeftOut] = []
    skills: Annotated[
        dict[Id, Level],
        about("skill -> level of one of its people, beside what is essential to its roles"),
    ] = {}
    later_seats: list[LaterSeat] = []
    sources: Sources
    reviewed: Annotated[Day, about("when the judgements were last looked at")]


class Topic(Part, frozen=True, kw_only=True):
    """A short page of the guide."""

    id: Annotated[Id, about("the file's name; not written inside it")]
    title: Text
    summary: Annotated[Text, about("one sentence")]
    text: Annotated[Text, about("what stands below the second '---' of the file")]
    sources: Sources
    reviewed: Annotated[Day, about("when it was last looked at")]
