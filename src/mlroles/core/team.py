"""The shape of a team template: who sits in a team of one purpose, and who answers for what."""

from typing import Annotated

from mlroles.core.vocabulary import Day, Id, Level, Part, Rung, Share, Sources, StageId, Text, about


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
        dict[Id, Id], about("activity -> role, where the roles by themselves give none or two")
    ] = {}
    leaves_out: list[LeftOut] = []
    skills: Annotated[
        dict[Id, Level],
        about("skill -> level of one of its people, beside what is essential to its roles"),
    ] = {}
    later_seats: list[LaterSeat] = []
    sources: Sources
    reviewed: Annotated[Day, about("when the judgements were last looked at")]
