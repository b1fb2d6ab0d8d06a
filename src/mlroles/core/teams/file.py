"""The shape of a team file: who sits in a team of one's own, and what it is there for."""

from typing import Annotated

from mlroles.core.model.vocabulary import Part, Rung, Share, StageId, Text, about


class Member(Part, frozen=True, kw_only=True):
    """A seat of the team, and who sits on it."""

    role: Annotated[Text, about("a role, by any of its names")]
    rung: Annotated[Rung | None, about("the usual one where it is left out: mid")] = None
    people: Annotated[int, about("how many sit here", ge=1, le=50)] = 1
    share: Annotated[Share, about("of a full-time post, for each of them")] = 1.0
    name: Annotated[Text | None, about("who sits here, if it is one person")] = None
    skills: Annotated[
        dict[Text, Annotated[int, about("0 not at all, 1 awareness … 4 expert", ge=0, le=4)]],
        about("skill, by any name -> level, where it differs from what the role asks for"),
    ] = {}


class TeamFile(Part, frozen=True, kw_only=True):
    """A team of one's own."""

    name: Annotated[Text, about("what the team is called")] = "Team"
    template: Annotated[Text | None, about("the team template to measure it against")] = None
    seats: Annotated[list[Member], about("who is in it", min_length=1)]
    stages: Annotated[
        list[StageId], about("the life-cycle stages that it covers; the template's, or all")
    ] = []
    accountable: Annotated[
        dict[Text, Text], about("activity id -> role, where the roles by themselves give two")
    ] = {}
    leaves_out: Annotated[list[Text], about("ids of activities that it does without")] = []
