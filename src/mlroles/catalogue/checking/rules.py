"""What must hold for a catalogue to be usable: one function for each rule, all of them errors."""

from collections.abc import Callable, Iterator

from mlroles.catalogue.reading.draft import Draft
from mlroles.catalogue.reading.references import SINGULAR, references, rungs_named_by
from mlroles.core.model.likeness import suggest
from mlroles.core.model.names import remedy_for
from mlroles.core.model.problem import Place
from mlroles.core.model.vocabulary import TOOL_KINDS
from mlroles.core.roles.guide import SOURCES_TOPIC, links, markup
from mlroles.core.roles.provenance import JUDGEMENTS, OWN_WORDS

Breach = tuple[Place, str, str]
"""Where, what is wrong, and what to do."""

Rule = Callable[[Draft], Iterator[Breach]]


def unknown_reference(draft: Draft) -> Iterator[Breach]:
    """What an entry names must be in the catalogue."""
    for reference in references(draft):
        if draft.lacks(reference.target_collection, reference.target):
            place = draft.place(reference.collection, reference.id, *reference.path)
            sort = SINGULAR[reference.target_collection]
            told = f"no {sort} called {reference.target!r}"
            if taker := _taken_away(draft, reference.target_collection, reference.target):
                yield place, told, f"the layer {taker!r} takes it away: name another"
            else:
                known = draft.entries[reference.target_collection]
                yield place, told, suggest(reference.target, known)


def _taken_away(draft: Draft, collection: str, id: str) -> str:
    """The layer that takes an entry away, or nothing if none does."""
    takers = (layer.name for layer in draft.layers if f"{collection}/{id}" in layer.removed)
    return next(takers, "")


def self_reference(draft: Draft) -> Iterator[Breach]:
    """An entry does not name itself as another one."""
    for reference in references(draft):
        if (reference.collection, reference.id) == (reference.target_collection, reference.target):
            place = draft.place(reference.collection, reference.id, *reference.path)
            yield place, f"{reference.id!r} refers to itself", "name another entry or remove it"
    for id, handoff in draft.entries["handoffs"].items():
        if handoff.from_role == handoff.to_role:
            place = draft.place("handoffs", id, "to_role")
            yield place, f"{id!r} goes from a role to itself", "name two different roles"


def repeated_item(draft: Draft) -> Iterator[Breach]:
    """A role has a skill or an activity once, and a layer gives a pay or a removal once."""
    for id, role in draft.entries["roles"].items():
        seen: set[str] = set()
        for field, key in (
            ("skills", "skill"),
            ("tools", "skill"),
            ("responsibilities", "activity"),
        ):
            for position, item in enumerate(getattr(role, field)):
                name = getattr(item, key)
                if name in seen:
                    place = draft.place("roles", id, field, position, key)
                    yield place, f"{name!r} stands in this role twice", "keep one of them"
                seen.add(name)


def wrong_list(draft: Draft) -> Iterator[Breach]:
    """Languages, frameworks, platforms, tools and databases are tools; the rest are skills."""
    for id, role in draft.entries["roles"].items():
        for field in ("skills", "tools"):
            for position, item in enumerate(getattr(role, field)):
                skill = draft.entries["skills"].get(item.skill)
                if skill and (skill.kind in TOOL_KINDS) != (field == "tools"):
                    told = f"{skill.id!r} is of the kind {skill.kind!r}"
                    other = "skills" if field == "tools" else "tools"
                    place = draft.place("roles", id, field, position, "skill")
                    yield place, told, f"move it to {other!r}"


def rung_order(draft: Draft) -> Iterator[Breach]:
    """A role describes its rungs once each, lowest first; those that it has not are left out."""
    for id, role in draft.entries["roles"].items():
        told = [one.rung for one in role.rungs]
        known = [rung for rung in told if rung in draft.ladder.ids]
        if known != [rung for rung in draft.ladder.ids if rung in known]:
            place = draft.place("roles", id, "rungs")
            remedy = f"write them once: {', '.join(draft.ladder.ids)}"
            yield place, "the rungs are out of order", remedy


def unknown_rung(draft: Draft) -> Iterator[Breach]:
    """A rung that an entry names is one of the catalogue's career ladder."""
    for collection, entries in draft.entries.items():
        for id, entry in entries.items():
            for path, rung in rungs_named_by(collection, entry):
                pooled = path[0] == "pay" and rung == "all"
                if not pooled and draft.lacks_rung(rung):
                    remedy = remedy_for(rung, draft.ladder.ids)
                    yield draft.place(collection, id, *path), f"no rung called {rung!r}", remedy


def code_match(draft: Draft) -> Iterator[Breach]:
    """A code stands exactly where there is a match."""
    for collection in ("roles", "skills"):
        for id, entry in draft.entries[collection].items():
            for position, code in enumerate(entry.codes):
                if (code.match == "none") == bool(code.code):
                    place = draft.place(collection, id, "codes", position)
                    told = f"match {code.match!r} {'with' if code.code else 'without'} a code"
                    remedy = "give the code of the counterpart, or 'match: none' and no code"
                    yield place, told, remedy


def pay_order(draft: Draft) -> Iterator[Breach]:
    """Percentiles rise."""
    for id, role in draft.entries["roles"].items():
        for position, pay in enumerate(role.pay):
            points = [pay.p10, pay.p25, pay.median, pay.p75, pay.p90]
            known = [point for point in points if point is not None]
            if known != sorted(known):
                place = draft.place("roles", id, "pay", position)
                yield place, "the percentiles do not rise", "check them against their source"


def empty_catalogue(draft: Draft) -> Iterator[Breach]:
    """There is at least one role."""
    if draft.has_no("roles"):
        yield (
            draft.there("roles"),
            "the catalogue has no roles",
            "add a file such as roles/ml-engineer.yaml",
        )


def accountable_seat(draft: Draft) -> Iterator[Breach]:
    """Who answers for an activity in a team sits in it."""
    for id, team in draft.entries["teams"].items():
        seated = {seat.role for seat in team.seats}
        for activity, role in team.accountable.items():
            if role not in seated:
                place = draft.place("teams", id, "accountable", activity)
                told = f"{role!r} answers for {activity!r} but has no seat"
                yield place, told, f"choose from {', '.join(sorted(seated))}, or add a seat"


def guide_link(draft: Draft) -> Iterator[Breach]:
    """The links in the guide lead to what the catalogue has."""
    for id, topic in draft.entries["topics"].items():
        for link in links(topic.text):
            place = _place_in_text(draft, id, link.position)
            collection = LINKED.get(link.kind)
            if collection is None:
                told = f"{link.kind!r} is nothing that a link leads to"
                yield place, told, f"choose from {', '.join(LINKED)}"
            elif draft.lacks(collection, link.id) and (link.kind, link.id) != SOURCES_PAGE:
                known = draft.entries[collection]
                yield place, f"no {link.kind} called {link.id!r}", suggest(link.id, known)


def guide_markup(draft: Draft) -> Iterator[Breach]:
    """A page of the guide has paragraphs, headings, lists, tables and links, and nothing else."""
    for id, topic in draft.entries["topics"].items():
        for position, mark in markup(topic.text):
            told = f"the guide does not know {mark.strip()!r}"
            remedy = (
                "write paragraphs, '## ' headings, '- ' items, '|' rows and [words](role:its-id)"
            )
            yield _place_in_text(draft, id, position), told, remedy


def _place_in_text(draft: Draft, topic: str, position: int) -> Place:
    start = draft.place("topics", topic, "text")
    before = draft.entries["topics"][topic].text[:position].split("\n")
    return Place(file=start.file, line=start.line + len(before) - 1, column=len(before[-1]) + 1)


SOURCES_PAGE = ("topic", SOURCES_TOPIC)
LINKED = {"role": "roles", "skill": "skills", "topic": "topics"}
"""What a link in the guide leads to -> the collection that it is in."""


def reserved_topic(draft: Draft) -> Iterator[Breach]:
    """The page of all sources is made by the program."""
    if SOURCES_TOPIC in draft.entries["topics"]:
        place = draft.place("topics", SOURCES_TOPIC)
        yield place, f"a topic cannot be called {SOURCES_TOPIC!r}", "give the file another name"


def origin_of_field(draft: Draft) -> Iterator[Breach]:
    """What is said of a field's sources is about a field, and names sources of the role."""
    fields: dict[str, object] = dict.fromkeys((*OWN_WORDS, *JUDGEMENTS))
    for id, role in draft.entries["roles"].items():
        for field, sources in role.sources_of.items():
            path = ("sources_of", field)
            if field not in fields:
                told = f"no field called {field!r} has its sources named here"
                yield draft.place("roles", id, *path), told, suggest(field, fields)
            for source in sources:
                if source not in role.sources:
                    told = f"{source!r} is not among the sources of this role"
                    remedy = "add it to 'sources', or remove it here"
                    yield draft.place("roles", id, *path), told, remedy


RULES: dict[str, Rule] = {
    "unknown-reference": unknown_reference,
    "self-reference": self_reference,
    "repeated-item": repeated_item,
    "wrong-list": wrong_list,
    "rung-order": rung_order,
    "unknown-rung": unknown_rung,
    "code-match": code_match,
    "pay-order": pay_order,
    "empty-catalogue": empty_catalogue,
    "accountable-seat": accountable_seat,
    "guide-link": guide_link,
    "guide-markup": guide_markup,
    "reserved-topic": reserved_topic,
    "origin-of-field": origin_of_field,
}
"""Name of a rule, as it is printed -> the rule."""
