"""What the catalogue is made of: the one definition of the shape of every entry."""

from typing import Annotated, Any, Literal, TypeVar, get_args

import msgspec
from msgspec import Meta

Rung = Literal["junior", "mid", "senior", "lead"]
StageId = Literal["frame", "data", "label", "build", "evaluate", "deploy", "monitor", "govern"]
SkillKind = Literal[
    "language", "framework", "platform", "tool", "database", "concept", "practice", "human"
]
RaciLetter = Literal["R", "A", "C", "I"]
NameKind = Literal["synonym", "abbreviation", "employer-variant", "misnomer"]
Scheme = Literal["onet-soc", "esco", "onet-technology", "esco-skill"]
Match = Literal["exact", "close", "broad", "narrow", "none"]

RUNGS: tuple[Rung, ...] = get_args(Rung)
STAGES: tuple[StageId, ...] = get_args(StageId)
SKILL_KINDS: tuple[SkillKind, ...] = get_args(SkillKind)
TOOL_KINDS: frozenset[SkillKind] = frozenset(
    {"language", "framework", "platform", "tool", "database"}
)

LEVELS: dict[int, tuple[str, str]] = {
    1: ("awareness", "You know what it is for and can follow the work of others"),
    2: ("working", "You use it for routine work, with help on the rest"),
    3: ("practitioner", "You work with it alone and help others with it"),
    4: ("expert", "You decide how it is used and solve what others cannot"),
}
"""The four levels that every skill has: number -> (name, what it means in general)."""


def _about(description: str, **limits: Any) -> Meta:
    return Meta(description=description, **limits)


Id = Annotated[
    str, _about("kebab-case, never reused", pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
]
Text = Annotated[str, _about("plain text", min_length=1)]
Statement = Annotated[str, _about("verb + object + purpose", min_length=1, max_length=119)]
Day = Annotated[str, _about("YYYY, YYYY-MM or YYYY-MM-DD", pattern=r"^\d{4}(-\d{2}){0,2}$")]
Level = Annotated[int, _about("1 awareness, 2 working, 3 practitioner, 4 expert", ge=1, le=4)]
Importance = Annotated[int, _about("1 helps now and then, 5 the work fails without", ge=1, le=5)]
Engagement = Annotated[int, _about("0 none, 1 takes part, 2 contributes, 3 leads", ge=0, le=3)]
Share = Annotated[float, _about("between 0 and 1", ge=0, le=1)]
Count = Annotated[int, _about("a whole number, 0 or more", ge=0)]
Sources = Annotated[list[Id], _about("ids in sources.yaml, sorted", min_length=1)]


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all that flows between the floors: an immutable value."""


ValueT = TypeVar("ValueT", bound=Value)


def replace(value: ValueT, **changes: object) -> ValueT:
    """A copy of a value with some fields changed."""
    return msgspec.structs.replace(value, **changes)


class Part(Value, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all that is written in the catalogue's files; an unknown field is an error."""


class AlternateName(Part, frozen=True, kw_only=True):
    """Another name that a role is advertised under."""

    name: Text
    kind: Annotated[NameKind, _about("a misnomer is in use, but means something else")]


class Distinction(Part, frozen=True, kw_only=True):
    """A role that is easily mistaken for this one, and the difference."""

    role: Annotated[Id, _about("a role")]
    difference: Annotated[Text, _about("one sentence that names what each of the two does")]


class Code(Part, frozen=True, kw_only=True):
    """The counterpart in a public classification, or the finding that there is none."""

    scheme: Scheme
    match: Annotated[Match, _about("SKOS: broad means that the code is broader than the entry")]
    code: Annotated[str | None, _about("the code or URI; left out where match is none")] = None
    label: Annotated[str | None, _about("the scheme's own label")] = None
    note: Annotated[str | None, _about("what to mind")] = None


class Lifecycle(Part, frozen=True, kw_only=True):
    """How much a role is engaged in each stage of a model's life."""

    frame: Engagement
    data: Engagement
    label: Engagement
    build: Engagement
    evaluate: Engagement
    deploy: Engagement
    monitor: Engagement
    govern: Engagement


class Responsibility(Part, frozen=True, kw_only=True):
    """What a role does in an activity."""

    activity: Annotated[Id, _about("an activity of activities.yaml")]
    raci: Annotated[RaciLetter, _about("Responsible, Accountable, Consulted or Informed")]
    statement: Statement


class RungLevels(Part, frozen=True, kw_only=True):
    """The level of a skill that each rung asks for."""

    junior: Level
    mid: Level
    senior: Level
    lead: Level

    def at(self, rung: Rung) -> int:
        """The level that one rung asks for."""
        level: int = getattr(self, rung)
        return level

    def total(self) -> int:
        """The sum over the four rungs, to order requirements of one importance."""
        return self.junior + self.mid + self.senior + self.lead


class Requirement(Part, frozen=True, kw_only=True):
    """How much of a skill a role asks for."""

    skill: Annotated[Id, _about("a skill")]
    importance: Importance
    essential: Annotated[bool, _about("true where nobody is hired without it")] = False
    levels: RungLevels
    note: Annotated[str | None, _about("needed where a higher rung asks for less")] = None


class RungDescription(Part, frozen=True, kw_only=True):
    """What one rung of a role's career ladder means."""

    rung: Rung
    title: Annotated[Text, _about("the title as employers write it")]
    years_from: Annotated[Count, _about("typical years in this line of work")]
    years_to: Annotated[Count | None, _about("left out where there is no upper end")] = None
    scope: Annotated[Text, _about("how large the work is")]
    autonomy: Annotated[Text, _about("how much guidance it gets and gives")]


class RouteIn(Part, frozen=True, kw_only=True):
    """A role that people come from."""

    role: Annotated[Id, _about("a role")]
    reason: Annotated[Text, _about("what carries over and what has to be learned")]


class EntryRequirements(Part, frozen=True, kw_only=True):
    """How one gets in."""

    education: Text
    degree_required: Annotated[
        bool | Literal["unknown"], _about("true, false or unknown: does nearly every advert ask")
    ]
    routes_in: list[RouteIn]


class Pay(Part, frozen=True, kw_only=True):
    """What is paid, by country and rung; always with n, year and source."""

    country: Annotated[str, _about("ISO 3166-1 alpha-2", pattern="^[A-Z]{2}$")]
    currency: Annotated[str, _about("ISO 4217", pattern="^[A-Z]{3}$")]
    basis: Annotated[
        Literal["advertised", "earned"],
        _about("advertised: midpoints of the ranges in adverts; earned: a wage survey"),
    ]
    rung: Annotated[Rung | Literal["all"], _about("all: the rungs pooled")]
    year: Annotated[Text, _about("a year or a span such as 2024-2025")]
    n: Annotated[Count, _about("distinct adverts, or people employed where earned")]
    p10: Count | None = None
    p25: Count | None = None
    median: Count
    p75: Count | None = None
    p90: Count | None = None
    source: Annotated[Id, _about("a source")]
    note: Annotated[str | None, _about("what to mind, such as a broader occupation")] = None


class Demand(Part, frozen=True, kw_only=True):
    """The share of a role's adverts that name a tool."""

    source: Annotated[Id, _about("a source")]
    period: Annotated[Text, _about("when the adverts were collected")]
    n: Annotated[Count, _about("distinct adverts")]
    shares: Annotated[dict[str, Share], _about("skill id -> share of the adverts that name it")]


class Outlook(Part, frozen=True, kw_only=True):
    """An official projection of employment in the occupation that a role counts under."""

    country: Annotated[str, _about("ISO 3166-1 alpha-2", pattern="^[A-Z]{2}$")]
    occupation: Annotated[Text, _about("code and label of the occupation")]
    match: Annotated[Match, _about("exact, or broad where the occupation holds other roles too")]
    period: Annotated[Text, _about("such as 2024-2034")]
    change_percent: float
    openings_per_year: Count
    source: Annotated[Id, _about("a source")]


class Role(Part, frozen=True, kw_only=True):
    """One kind of job."""

    id: Annotated[Id, _about("the file's name; not written inside it")]
    name: Annotated[Text, _about("the commonest title, in the singular")]
    alternate_names: Annotated[list[AlternateName], _about("sorted by name")] = []
    former_ids: Annotated[list[Id], _about("ids it had before; they keep resolving")] = []
    definition: Annotated[Text, _about("one sentence")]
    summary: Annotated[Text, _about("one paragraph")]
    family: Annotated[Id, _about("a family of families.yaml")]
    speciality_of: Annotated[Id | None, _about("the role that this one is a speciality of")] = None
    not_to_be_confused_with: Annotated[list[Distinction], _about("sorted by role")]
    codes: Annotated[list[Code], _about("O*NET-SOC and ESCO, one line each at least")]
    lifecycle: Lifecycle
    responsibilities: Annotated[list[Responsibility], _about("in the order of the stages")]
    skills: Annotated[list[Requirement], _about("concepts, practices, human; sorted")]
    tools: Annotated[list[Requirement], _about("all other kinds; sorted by skill")]
    levels: Annotated[list[RungDescription], _about("the four rungs, lowest first")]
    entry: EntryRequirements
    pay: list[Pay] = []
    demand: list[Demand] = []
    outlook: list[Outlook] = []
    green: Annotated[str | None, _about("how the role serves green work, if it does")] = None
    industries: Annotated[list[Text], _about("where it is found, sorted")]
    sources: Sources
    reviewed: Annotated[Day, _about("when the editorial judgements were last looked at")]


class Related(Part, frozen=True, kw_only=True):
    """A skill that can stand in, in part, for the one it is written under."""

    skill: Annotated[Id, _about("a skill; who holds it has part of this one")]
    weight: Annotated[Share, _about("how much of its level counts")]
    reason: Annotated[Text, _about("what carries over")]


class Skill(Part, frozen=True, kw_only=True):
    """Something one can be able to do or know, in one vocabulary for all roles."""

    id: Id
    name: Text
    kind: Annotated[SkillKind, _about("the file's name; not written inside it")]
    alternate_names: Annotated[list[Text], _about("as people type them, sorted")] = []
    former_ids: Annotated[list[Id], _about("ids it had before; they keep resolving")] = []
    definition: Annotated[Text, _about("one sentence")]
    level_statements: Annotated[
        list[Statement],
        _about("four, 'You can …'; for concepts, practices and human skills", max_length=4),
    ] = []
    related: Annotated[list[Related], _about("sorted by skill")] = []
    one_role_reason: Annotated[str | None, _about("why just one role asks for it")] = None
    codes: list[Code] = []
    documentation: Annotated[str | None, _about("the official page of a tool")] = None
    sources: Sources


class Stage(Part, frozen=True, kw_only=True):
    """A stage in the life of a model."""

    id: StageId
    name: Text
    definition: Annotated[Text, _about("one sentence")]
    sources: Sources


class Activity(Part, frozen=True, kw_only=True):
    """A piece of work in the life of a model, shared by the roles."""

    id: Id
    name: Text
    stage: StageId
    statement: Statement
    artefact: Annotated[Text, _about("what it leaves behind")]
    sources: Sources


class HandOff(Part, frozen=True, kw_only=True):
    """Something that one role makes and another one works on with."""

    id: Id
    artefact: Annotated[Text, _about("what changes hands")]
    from_role: Annotated[Id, _about("a role")]
    to_role: Annotated[Id, _about("a role")]
    stage: StageId
    accepted_when: Annotated[Text, _about("when the receiver can say yes")]
    sources: Sources


class Family(Part, frozen=True, kw_only=True):
    """A group of roles that do kindred work."""

    id: Id
    name: Text
    definition: Annotated[Text, _about("one sentence")]


class Source(Part, frozen=True, kw_only=True):
    """Where facts come from."""

    id: Id
    title: Text
    publisher: Text
    published: Annotated[Day, _about("the date that its facts speak of")]
    horizon_years: Annotated[Count, _about("after how many years its facts are too old")]
    licence: Text
    url: str | None = None
    credit: Annotated[str | None, _about("the line that the publisher asks for")] = None
