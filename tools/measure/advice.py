"""Measure the advice on moves: own profiles, people, routes in, paths and next skills.

People are in a YAML file, a list of: who; have, as typed to --have; list, full or short; first,
the roles one of which a mentor would name first; stands_at, the rungs at which they work in it
today, or none.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.ladder import LADDER
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.gates import is_entry
from mlroles.core.moves.likeness import likenesses
from mlroles.core.moves.match import match
from mlroles.core.moves.next_skill import next_skills
from mlroles.core.moves.path import CareerPath, find_path
from mlroles.core.moves.position import years_from
from mlroles.core.moves.profile import Profile, profile, role_profile
from mlroles.core.moves.readiness import VIABLE, held_by
from mlroles.core.moves.skill_words import split_list
from mlroles.core.moves.standing import stands_at
from mlroles.core.pay.change import pay_change

TOP = Path(__file__).parent.parent.parent
PEOPLE = ("advice/people.yaml", TOP / "tests" / "core" / "people.yaml")
"""In the folder of public data, and in the tests."""

GENERIC = ("communication", "python", "git", "machine-learning")
"""What could be advised to anybody."""

OTHER_PAIRS = 300
"""Pairs of positions at rungs that are not both mid."""

Ends = tuple[Role, Rung, Role, Rung]


class Counted(NamedTuple):
    """So many of so many."""

    right: int
    of: int

    def __str__(self) -> str:
        """As it stands in a sentence."""
        return f"{self.right:,} of {self.of:,}"


class People(NamedTuple):
    """How many people get the advice that a mentor would give."""

    role: Counted
    """The right role first."""
    rung: Counted
    """The right rung in it, of those whose list is full."""
    generic: Counted
    """How many are advised one of `GENERIC`."""


def own_profiles(catalogue: Catalogue) -> tuple[Counted, Counted]:
    """Roles at rungs whose own profile, its name withheld, has the role first and the rung."""
    own = [(role, rung) for role in catalogue.roles.values() for rung in LADDER.ids]
    first = rung_right = 0
    for role, rung in own:
        unnamed = Profile(skills=held_by(role, rung), complete=True)
        first += likenesses(catalogue, unnamed.skills)[0].role is role
        rung_right += stands_at(catalogue, unnamed, role) == rung
    return Counted(first, len(own)), Counted(rung_right, len(own))


def people(catalogue: Catalogue, file: Path) -> People:
    """Measure the people of a file."""
    first = rung = full = generic = 0
    everybody = yaml.safe_load(file.read_text("utf-8"))
    for person in everybody:
        start = profile(catalogue, split_list(person["have"]))
        found = match(catalogue, start, most=0).found
        first += not person["first"] or found[0].role.id in person["first"]
        advised = next_skills(catalogue, start).skills
        generic += bool(advised) and advised[0].skill in GENERIC
        if person["list"] == "full":
            full += 1
            there = next((one for one in found if one.role.id in person["first"]), None)
            rung += bool(there) and (there.stands_at or "none") in map(str, person["stands_at"])
    count = len(everybody)
    return People(Counted(first, count), Counted(rung, full), Counted(generic, count))


def routes(catalogue: Catalogue) -> tuple[Counted, list[str]]:
    """The routes in that are answered by themselves, and the others in words.

    That is the direct move, the target's own junior post, or one bridge that the roles name.
    """
    count, others = 0, []
    for target in catalogue.roles.values():
        for route in target.entry.routes_in if target.entry else ():
            count += 1
            origin = catalogue.roles[route.role]
            stops = _path(catalogue, (origin, "mid", target, "mid")).advised.moves[:-1]
            if stops and not (len(stops) == 1 and _natural(origin, stops[0].role, target)):
                names = ", ".join(f"{stop.role.id}@{stop.rung}" for stop in stops)
                others.append(f"{origin.id} → {target.id} by way of {names}")
    return Counted(count - len(others), count), others


def _natural(origin: Role, stop: Role, target: Role) -> bool:
    return stop is target or (_names(stop, origin) and _names(target, stop))


def _names(role: Role, origin: Role) -> bool:
    named = [route.role for route in role.entry.routes_in] if role.entry else []
    return origin.id in (role.id, *named)


def _path(catalogue: Catalogue, ends: Ends) -> CareerPath:
    origin, rung, target, target_rung = ends
    return find_path(catalogue, role_profile(origin, rung), (target, target_rung))


def pairs(catalogue: Catalogue) -> list[Ends]:
    """All pairs of roles at mid, and some at other rungs, always the same."""
    roles = list(catalogue.roles.values())
    found: list[Ends] = [(a, "mid", b, "mid") for a in roles for b in roles if a is not b]
    chance = random.Random(2026)
    others: list[Ends] = []
    while len(others) < OTHER_PAIRS:
        a, b = chance.sample(roles, 2)
        rungs = chance.choice(LADDER.ids), chance.choice(LADDER.ids)
        if rungs != ("mid", "mid"):
            others.append((a, rungs[0], b, rungs[1]))
    return found + others


def faults(catalogue: Catalogue, ends: Ends) -> list[str]:
    """What is wrong with the path between two positions, by the rules as they are written down."""
    path, found = _path(catalogue, ends), []
    origin, start_rung, target, target_rung = ends
    stops = path.advised.moves[:-1]
    if stops and path.direct.verdict == "comfortable":
        found.append("a comfortable move is lengthened")
    if stops and LADDER.up(start_rung, target_rung) < 0:
        found.append("a move down is lengthened")
    before, worked = start_rung, years_from(origin, start_rung) or 0
    held = held_by(origin, start_rung)
    for number, stop in enumerate(stops, start=1):
        own = stop.role is target
        change = pay_change((origin, start_rung), (stop.role, stop.rung))
        checks = {
            "not viable": round(stop.readiness.score or 0, 2) < VIABLE,
            "above the target": LADDER.up(target_rung, stop.rung) > 0,
            "below the start": LADDER.up(start_rung, stop.rung) < 0 and not own,
            "two rungs at once": LADDER.up(before, stop.rung) > 1,
            "paid too little": change is not None and round(change.ratio, 2) < 0.9,
            "too few years": (years_from(stop.role, stop.rung) or 0) > worked + 2 * number,
            "no entry": not is_entry(LADDER, stop.role) and not own,
            "wrongly learned": any(held.get(one.skill, 0) != one.before for one in stop.learned),
        }
        found += [f"{stop.role.id}@{stop.rung}: {what}" for what, wrong in checks.items() if wrong]
        held |= {one.skill: one.after for one in stop.learned}
        before = stop.rung
    return found


def strayed(catalogue: Catalogue) -> list[str]:
    """Complete profiles at mid whose next skill belongs to neither their role nor a near one."""
    found = []
    for role in catalogue.roles.values():
        advice = next_skills(catalogue, role_profile(role, "mid"))
        near = {one.role.id for one in likenesses(catalogue, held_by(role, "mid"))[:6]}
        asked = {
            requirement.skill
            for goal in advice.goals
            if goal.role.id in near
            for requirement in goal.role.requirements
            if requirement.essential
        }
        if not advice.skills or advice.skills[0].skill not in asked:
            found.append(role.id)
    return found


def own_essential_first(catalogue: Catalogue) -> Counted:
    """Own complete profiles at mid whose next skill is an essential one of their own role."""
    roles = list(catalogue.roles.values())
    own = 0
    for role in roles:
        skills = next_skills(catalogue, role_profile(role, "mid")).skills
        essential = {r.skill for r in role.requirements if r.essential}
        own += bool(skills) and skills[0].skill in essential
    return Counted(own, len(roles))


def report(catalogue: Catalogue, folder: Path) -> Iterator[str]:
    """What docs/evidence.md says of it."""
    first, rung = own_profiles(catalogue)
    yield f"Advice: own profiles, {first} have their own role first and {rung} their own rung."
    for name, file in (("given", folder / PEOPLE[0]), ("of our own", TOP / PEOPLE[1])):
        if file.exists():
            measured = people(catalogue, file)
            yield f"People {name}: the right role first for {measured.role}, the right rung for"
            yield f"{measured.rung} full lists; a generic next skill for {measured.generic}."
    answered, others = routes(catalogue)
    yield f"Routes in: {answered} are a direct move, the target's own junior post or one bridge"
    yield f"that the roles name; not so: {'; '.join(others) or 'none'}."
    ends = pairs(catalogue)
    yield f"Paths: {_sound(catalogue, ends)} pairs of positions have a path that breaks no rule."
    roles = len(catalogue.roles)
    right = Counted(roles - len(strayed(catalogue)), roles)
    yield f"Next skills: {right} own profiles at mid get a skill of their own or a nearer role,"
    yield f"{own_essential_first(catalogue)} an essential one of their own."


def _sound(catalogue: Catalogue, ends: Sequence[Ends]) -> Counted:
    return Counted(sum(not faults(catalogue, one) for one in ends), len(ends))
