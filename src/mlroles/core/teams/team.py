"""A team as a value: its people, each on a seat, with the skills that they bring."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role, TeamTemplate
from mlroles.core.model.errors import AskedWrongly
from mlroles.core.model.ladder import Ladder
from mlroles.core.model.limits import PEOPLE
from mlroles.core.model.names import fold
from mlroles.core.model.shape import Finding, Path
from mlroles.core.model.vocabulary import Rung, Value
from mlroles.core.moves.position import rung_typed
from mlroles.core.moves.readiness import Readiness, held_by, readiness
from mlroles.core.roles.listing import stage_called
from mlroles.core.teams.file import Member, TeamFile
from mlroles.core.teams.scope import known_activity, template_named

MOST_PEOPLE = 50
"""How many one seat may hold, as in a team file."""


class Person(Value, frozen=True, kw_only=True):
    """Somebody in a team: a role, a rung and the skills held (id -> level 1–4).

    `ready` measures skills of their own against the seat; who brings just what the role asks
    for at the rung has none.
    """

    name: str | None
    role: Role
    rung: Rung
    share: float
    held: dict[str, int]
    ready: Readiness | None = None

    @property
    def counts(self) -> bool:
        """Whether they can do the work of the seat: their readiness is viable or better."""
        return self.ready is None or self.ready.verdict != "stretch"


class Team(Value, frozen=True, kw_only=True):
    """People, in the order of their seats."""

    name: str
    people: tuple[Person, ...]

    def roles(self) -> list[Role]:
        """The roles that somebody has, each once, in the order of the seats."""
        return list({person.role.id: person.role for person in self.people}.values())


def team_of(catalogue: Catalogue, file: TeamFile) -> Team:
    """The team that a file describes.

    Raises `UnknownName` or `AmbiguousName` for what is not a role or a skill, and `AskedWrongly`
    for too many people.
    """
    # Each is somebody of their own, also where several sit on one seat.
    _check_size(sum(member.people for member in file.seats))
    seats = [member for member in file.seats for _ in range(member.people)]
    people = [_person(catalogue, member) for member in seats]
    return Team(name=file.name, people=tuple(people))


def template_team(catalogue: Catalogue, template: TeamTemplate) -> Team:
    """The team that a template begins with."""
    seats = [
        Member(role=seat.role, rung=seat.rung, people=seat.people, share=seat.share)
        for seat in template.seats
    ]
    return team_of(catalogue, TeamFile(name=template.name, seats=seats))


_COUNT_FIRST = re.compile(r"(?<![^\s,])(\d+)\s*[x×]?\s+([^\s,:]+)(?=[\s,]|$)")
"""A count before a role: 2x data-engineer."""


def seats_said(ladder: Ladder, text: str) -> TeamFile:
    """Seats in a line, `role[@rung][:count]` each, such as "data-engineer:2 mlops@senior".

    They are separated by spaces or commas; "2x data-engineer" is understood too. Raises
    `AskedWrongly` for what is not a rung or not a number of people.
    """
    text = _COUNT_FIRST.sub(r"\2:\1", text)
    seats = [_member(ladder, word) for word in re.split(r"[\s,]+", text) if word]
    if not seats:
        raise AskedWrongly("no seats are given", "name roles, such as 'data-engineer:2 mlops'")
    return TeamFile(seats=seats)


def said(ladder: Ladder, team: Team) -> str:
    """A team as `seats_said` takes it; empty where it holds more than roles and rungs."""
    if any(person.name or person.ready or person.share < 1 for person in team.people):
        return ""
    seats = Counter((person.role.id, person.rung) for person in team.people)
    return " ".join(
        ladder.typed(role, rung) + f":{count}" * (count > 1)
        for (role, rung), count in seats.items()
    )


def changed(catalogue: Catalogue, team: Team, changes: str) -> Team:
    """The team after changes such as "+mlops@senior -data-scientist".

    What goes is named by the role, with `@rung` where it matters, or by the person. Raises
    `AskedWrongly` for a change without a sign or for somebody who is not there.
    """
    people = list(team.people)
    words = [word for word in re.split(r"[\s,]+", changes) if word]
    if not words:
        raise AskedWrongly("no change is given", "write, say, '+mlops-engineer -data-scientist'")
    members = [_member(catalogue.ladder, word[1:]) for word in words]
    _check_size(len(people) + sum(member.people for member in members))
    for word, member in zip(words, members, strict=True):
        for _ in range(member.people):
            if word[0] == "+":
                people.append(_person(catalogue, member))
            elif word[0] == "-":
                people.pop(_position(catalogue, people, member, "@" in word))
            else:
                raise AskedWrongly(
                    f"{word!r} says neither who comes nor who goes",
                    f"write '+{word}' or '-{word}'",
                )
    return Team(name=team.name, people=tuple(people))


def _check_size(people: int) -> None:
    if people > PEOPLE.most:
        raise AskedWrongly(f"a team of {people:,} is more than {PEOPLE}", "check a part of it")


def _member(ladder: Ladder, word: str) -> Member:
    match = re.fullmatch(r"([^@:]+)(?:@([^@:]+))?(?::(\d{1,9}))?", word)
    if not match:
        raise AskedWrongly(
            f"{word!r} is not a seat", "write role, role@rung, role:2 or role@rung:2"
        )
    role, rung, count = match.groups(default="")
    if count and not 1 <= int(count) <= MOST_PEOPLE:
        raise AskedWrongly(
            f"{count} in {word!r} is not a number of people", f"seat 1 to {MOST_PEOPLE} people"
        )
    its_rung = rung_typed(ladder, rung) if rung else None
    return Member(role=role, rung=its_rung, people=int(count or 1))


def _position(catalogue: Catalogue, people: Sequence[Person], member: Member, at_rung: bool) -> int:
    """Where in a team the last one is who is meant; a name goes before a role."""
    for position, person in enumerate(people):
        if person.name and fold(person.name) == fold(member.role):
            return position
    role = catalogue.role(member.role)
    for position in reversed(range(len(people))):
        person = people[position]
        if person.role.id == role.id and (not at_rung or person.rung == member.rung):
            return position
    rung = f" at {member.rung} level" if at_rung else ""
    there = ", ".join(dict.fromkeys(person.role.id for person in people)) or "nobody"
    raise AskedWrongly(f"no {role.name}{rung} is in the team", f"in it: {there}")


def _person(catalogue: Catalogue, member: Member) -> Person:
    role, rung = catalogue.role(member.role), catalogue.ladder.usual
    rung = rung_typed(catalogue.ladder, member.rung) if member.rung else rung
    own = {catalogue.skill(skill).id: level for skill, level in member.skills.items()}
    held = {s: level for s, level in {**held_by(role, rung), **own}.items() if level}
    return Person(
        name=member.name,
        role=role,
        rung=rung,
        share=member.share,
        held=held,
        ready=readiness(catalogue, held, role, rung) if own else None,
    )


def name_problems(catalogue: Catalogue, file: TeamFile) -> Iterator[Finding]:
    """What a team file names that there is not: (path in the file, what is wrong, remedy).

    Nor can one name stand for several people.
    """
    for position, member in enumerate(file.seats):
        if member.name and member.people > 1:
            what = f"{member.name!r} cannot be {member.people} people"
            yield ("seats", position, "people"), what, "write a seat for each"
    for path, look_up in _look_ups(catalogue, file):
        try:
            look_up()
        except AskedWrongly as error:
            yield path, error.what, error.remedy


def _look_ups(catalogue: Catalogue, file: TeamFile) -> Iterator[tuple[Path, Callable[[], object]]]:
    for position, member in enumerate(file.seats):
        yield ("seats", position, "role"), partial(catalogue.role, member.role)
        if member.rung:
            yield ("seats", position, "rung"), partial(rung_typed, catalogue.ladder, member.rung)
        for skill in member.skills:
            yield ("seats", position, "skills", skill), partial(catalogue.skill, skill)
    for activity, role in file.accountable.items():
        yield ("accountable", activity), partial(known_activity, catalogue, activity)
        yield ("accountable", activity), partial(catalogue.role, role)
    for position, activity in enumerate(file.leaves_out):
        yield ("leaves_out", position), partial(known_activity, catalogue, activity)
    for position, stage in enumerate(file.stages):
        yield ("stages", position), partial(stage_called, catalogue, stage)
    if file.template:
        yield ("template",), partial(template_named, catalogue, file.template)
