"""What must hold for a catalogue to be good: one function for each rule of the strict mode."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from typing import Any

from mlroles.catalogue.checking.freshness import outdated, too_few
from mlroles.catalogue.checking.rules import Breach, Rule
from mlroles.catalogue.checking.wording import level_statements, statement_form
from mlroles.catalogue.reading.draft import Draft
from mlroles.catalogue.reading.references import references
from mlroles.core.model.names import fold, names_of
from mlroles.core.model.problem import Place

MOST_ESSENTIALS = 25
BUILDS_MODELS = 2
"""The engagement in the stage `build` from which a role builds models."""

SORTED_LISTS: dict[str, dict[str, Callable[[Any], str]]] = {
    "roles": {
        "alternate_names": lambda item: item.name,
        "not_to_be_confused_with": lambda item: item.role,
        "skills": lambda item: item.skill,
        "tools": lambda item: item.skill,
        "industries": str,
        "sources": str,
    },
    "skills": {
        "alternate_names": str,
        "related": lambda item: item.skill,
        "sources": str,
    },
    "activities": {"sources": str},
    "handoffs": {"sources": str},
    "teams": {"accountable": str, "leaves_out": lambda item: item.activity, "sources": str},
    "topics": {"sources": str},
}
"""Collection -> field -> the text that its items are sorted by, whatever its case."""


WANTED = {
    "roles": (
        *("summary", "codes", "lifecycle", "responsibilities"),
        *("rungs", "entry", "industries"),
    ),
    "activities": ("stage", "artefact"),
}
"""Collection -> the fields that may be left out but are missed."""


def unused_skill(draft: Draft) -> Iterator[Breach]:
    """Every skill is asked for by some role."""
    for id, roles in _roles_by_skill(draft).items():
        if not roles:
            place = draft.place("skills", id)
            yield place, f"no role asks for {id!r}", "let a role ask for it, or remove it"


def skill_of_one_role(draft: Draft) -> Iterator[Breach]:
    """A skill that one role alone asks for says why; no other does."""
    for id, roles in _roles_by_skill(draft).items():
        reason = draft.entries["skills"][id].one_role_reason
        if len(roles) == 1 and not reason:
            place = draft.place("skills", id)
            yield place, f"only {roles[0]!r} asks for {id!r}", "say why in 'one_role_reason'"
        elif len(roles) > 1 and reason:
            place = draft.place("skills", id, "one_role_reason")
            yield place, f"{len(roles)} roles ask for {id!r}", "remove 'one_role_reason'"


def unsorted(draft: Draft) -> Iterator[Breach]:
    """Lists that have no order of their own are sorted, so that a change shows as a change."""
    for collection, fields in SORTED_LISTS.items():
        for id, entry in draft.entries[collection].items():
            for field, text in fields.items():
                for position, (a, b) in enumerate(pairwise(map(text, getattr(entry, field)))):
                    if a.casefold() > b.casefold():
                        place = draft.place(collection, id, field, position + 1)
                        yield place, f"{b!r} is out of order", f"it should be before {a!r}"
    for collection in ("skills", "families", "handoffs", "sources"):
        for a, b in pairwise(draft.entries[collection].values()):
            place = draft.place(collection, b.id)
            same_file = place.file == draft.place(collection, a.id).file
            same_kind = collection != "skills" or a.kind == b.kind  # one file may hold all kinds
            if a.id > b.id and same_file and same_kind:
                yield place, f"{b.id!r} is out of order", f"it should be before {a.id!r}"


def falling_level(draft: Draft) -> Iterator[Breach]:
    """A higher rung asks for no less, unless a note says why."""
    for id, role in draft.entries["roles"].items():
        for field in ("skills", "tools"):
            for position, item in enumerate(getattr(role, field)):
                levels = [level for rung in draft.ladder.ids if (level := item.known(rung))]
                if levels != sorted(levels) and not item.note:
                    place = draft.place("roles", id, field, position)
                    told = f"a higher rung asks for less {item.skill!r}"
                    yield place, told, "raise the level, or say why in 'note'"


def identical_rungs(draft: Draft) -> Iterator[Breach]:
    """Two rungs that ask for the same are one rung."""
    for id, role in draft.entries["roles"].items():
        needs = [item for item in role.requirements if item.rated]
        for lower, higher in pairwise(role.rungs_told(draft.ladder)):
            if needs and all(need.at(lower) == need.at(higher) for need in needs):
                place = draft.place("roles", id, "skills")
                told = f"{lower!r} and {higher!r} ask for the same levels"
                yield place, told, "say what the higher rung can do that the lower cannot"


def incomplete(draft: Draft) -> Iterator[Breach]:
    """A role says all that a reader looks for, and an activity where it belongs."""
    for collection, fields in WANTED.items():
        for id, entry in draft.entries[collection].items():
            absent = [field for field in fields if getattr(entry, field) in (None, [], {})]
            if told := getattr(entry, "lifecycle", None):
                absent += [f"part in {s}" for s in draft.entries["stages"] if s not in told]
            if absent:
                told = f"{id!r} does not tell its {', '.join(absent)}"
                yield draft.place(collection, id), told, "add it where a source tells it"


def too_many_essentials(draft: Draft) -> Iterator[Breach]:
    """What nobody is hired without is a short list, and never an empty one."""
    for id, role in draft.entries["roles"].items():
        count = sum(item.essential for item in [*role.skills, *role.tools])
        if not 0 < count <= MOST_ESSENTIALS:
            place = draft.place("roles", id, "skills")
            yield place, f"{count} skills are essential", f"mark 1 to {MOST_ESSENTIALS} of them"


def strangers_in_family(draft: Draft) -> Iterator[Breach]:
    """Two roles of one family share at least one skill or tool."""
    families: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for id, role in draft.entries["roles"].items():
        asked = frozenset(item.skill for item in [*role.skills, *role.tools])
        families[role.family][id] = asked
    for members in families.values():
        for (a, asked_by_a), (b, asked_by_b) in combinations(members.items(), 2):
            if asked_by_a.isdisjoint(asked_by_b):
                place = draft.place("roles", b, "family")
                told = f"{a!r} and {b!r} share a family but no skill"
                yield place, told, "move one of them, or look again at what they need"


def name_claimed_twice(draft: Draft) -> Iterator[Breach]:
    """A name means one entry, over roles and skills together."""
    claimed: dict[str, tuple[str, str]] = {}
    for collection in ("roles", "skills"):
        for id, entry in draft.entries[collection].items():
            names: dict[str, str] = {}
            for name in names_of(entry):
                names.setdefault(fold(name), name)
            for folded, name in names.items():
                first = claimed.setdefault(folded, (collection, id))
                if first != (collection, id):
                    told = f"{id!r} and {first[1]!r} both claim the name {name!r}"
                    yield _place_of_name(draft, collection, id, name), told, "leave it to one"


def _accountable(draft: Draft) -> dict[str, set[str]]:
    """Activity -> the roles that answer for it."""
    answers: dict[str, set[str]] = defaultdict(set)
    for role in draft.entries["roles"].values():
        for duty in role.responsibilities:
            if duty.raci == "A":
                answers[duty.activity].add(role.id)
    return answers


def unaccountable_activity(draft: Draft) -> Iterator[Breach]:
    """Somebody answers for every activity."""
    accountable = _accountable(draft)
    for id in draft.entries["activities"]:
        if id not in accountable:
            place = draft.place("activities", id)
            yield place, f"no role is accountable for {id!r}", "give one of the roles an A for it"


def no_essential_ml_skill(draft: Draft) -> Iterator[Breach]:
    """Nobody who builds models is hired without knowing something of machine learning."""
    own = {id for id, skill in draft.entries["skills"].items() if skill.machine_learning}
    for id, role in draft.entries["roles"].items():
        essential = {item.skill for item in [*role.skills, *role.tools] if item.essential}
        if role.lifecycle.get("build", 0) >= BUILDS_MODELS and not essential & own:
            place = draft.place("roles", id, "lifecycle", "build")
            told = f"{id!r} builds models, but no essential skill is one of machine learning"
            yield place, told, "mark one as essential, or lower 'build'"


def team_accountability(draft: Draft) -> Iterator[Breach]:
    """In a team exactly one role answers for each activity of the stages that it covers."""
    answers = _accountable(draft)
    for id, team in draft.entries["teams"].items():
        settled = {*team.accountable, *(item.activity for item in team.leaves_out)}
        for activity in draft.entries["activities"].values():
            found = sorted(answers[activity.id] & {seat.role for seat in team.seats})
            open = activity.stage in team.stages and activity.id not in settled
            if open and len(found) != 1:
                place = draft.place("teams", id, "stages")
                told = f"{' and '.join(found) or 'nobody'} would answer for {activity.id!r}"
                yield place, told, "name one role under 'accountable', or leave the activity out"


def unused_source(draft: Draft) -> Iterator[Breach]:
    """Every source is the source of something."""
    used = {r.target for r in references(draft) if r.target_collection == "sources"}
    used |= {draft.adverts.source} if draft.adverts else set()
    for id in draft.entries["sources"]:
        if id not in used:
            yield draft.place("sources", id), f"nothing comes from {id!r}", "remove it"


def _place_of_name(draft: Draft, collection: str, id: str, name: str) -> Place:
    entry = draft.entries[collection][id]
    for field in ("alternate_names", "former_ids"):
        for position, item in enumerate(getattr(entry, field)):
            if name in (item, getattr(item, "name", None)):
                return draft.place(collection, id, field, position)
    return draft.place(collection, id, "name")


def _roles_by_skill(draft: Draft) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for id, role in draft.entries["roles"].items():
        for item in [*role.skills, *role.tools]:
            found[item.skill].append(id)
    return {id: found[id] for id in draft.entries["skills"]}


LINTS: dict[str, Rule] = {
    "unused-skill": unused_skill,
    "skill-of-one-role": skill_of_one_role,
    "unsorted": unsorted,
    "incomplete": incomplete,
    "falling-level": falling_level,
    "identical-rungs": identical_rungs,
    "too-many-essentials": too_many_essentials,
    "strangers-in-family": strangers_in_family,
    "name-claimed-twice": name_claimed_twice,
    "unaccountable-activity": unaccountable_activity,
    "team-accountability": team_accountability,
    "no-essential-ml-skill": no_essential_ml_skill,
    "level-statements": level_statements,
    "statement-form": statement_form,
    "too-few": too_few,
    "outdated": outdated,
    "unused-source": unused_source,
}
"""Name of a rule, as it is printed -> the rule."""
