"""The words and numbers that the fields of the model are made of, and the bases of its classes."""

from typing import Annotated, Any, Literal, TypeVar, get_args

import msgspec
from msgspec import Meta

SkillKind = Literal[
    "language", "framework", "platform", "tool", "database", "concept", "practice", "human"
]
RaciLetter = Literal["R", "A", "C", "I"]
NameKind = Literal["synonym", "abbreviation", "employer-variant", "misnomer"]
Scheme = Literal["onet-soc", "esco", "onet-technology", "esco-skill"]
Match = Literal["exact", "close", "broad", "narrow", "none"]

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


def about(description: str, **limits: Any) -> Meta:
    """What a field means, in a few words, and the limits that `msgspec.Meta` knows."""
    return Meta(description=description, **limits)


RACI: dict[RaciLetter, str] = {
    "R": "responsible",
    "A": "accountable",
    "C": "consulted",
    "I": "informed",
}
"""What the letters say of a role in an activity."""

Id = Annotated[
    str, about("kebab-case, never reused", pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
]
Rung = Annotated[
    str,
    about(
        "a rung of the catalogue; in the bundled one junior, mid, senior or lead",
        extra_json_schema={"format": "rung"},
    ),
]
StageId = Annotated[
    str, about("a life-cycle stage of the catalogue", extra_json_schema={"format": "stage"})
]
Text = Annotated[str, about("plain text", min_length=1)]
Statement = Annotated[str, about("verb + object + purpose", min_length=1)]
Day = Annotated[
    str,
    about(
        "YYYY, YYYY-MM or YYYY-MM-DD",
        pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$|^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d)$"
        r"|^\d{4}-(0[13-9]|1[0-2])-30$|^\d{4}-(0[13578]|1[02])-31$",
    ),
]
_COUNTRIES = (
    r"A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|"
    r"E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|"
    r"K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|O[M]|"
    r"P[AEFGHKLMNRSTWY]|Q[A]|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|"
    r"U[AGMSYZ]|V[ACEGINU]|W[FS]|X[K]|Y[ET]|Z[AMW]"
)
"""The countries of ISO 3166-1 and Kosovo: each first letter with the second ones."""
Country = Annotated[str, about("ISO 3166-1 alpha-2, so GB and not UK", pattern=f"^({_COUNTRIES})$")]
Dates = Annotated[
    str, about("a year, a month or a span of them, such as 2024-2025", pattern=r"\d{4}")
]
Level = Annotated[int, about("1 awareness, 2 working, 3 practitioner, 4 expert", ge=1, le=4)]
Importance = Annotated[int, about("1 helps now and then, 5 the work fails without", ge=1, le=5)]
Engagement = Annotated[int, about("0 none, 1 takes part, 2 contributes, 3 leads", ge=0, le=3)]
Share = Annotated[float, about("between 0 and 1", ge=0, le=1)]
Count = Annotated[int, about("a whole number, 0 or more", ge=0)]
Sources = Annotated[list[Id], about("ids in sources.yaml, sorted", min_length=1)]


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all that flows between the floors: an immutable value."""


ValueT = TypeVar("ValueT", bound=Value)


def replace(value: ValueT, **changes: object) -> ValueT:
    """A copy of a value with some fields changed."""
    return msgspec.structs.replace(value, **changes)


class Part(Value, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all that is written in the catalogue's files; an unknown field is an error."""
