"""Resolve a name exactly, after folding what people write differently; never guess."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeVar

from mlroles.core.model.entries import AlternateName, Role, Skill
from mlroles.core.model.errors import AmbiguousName, AskedWrongly, UnknownName
from mlroles.core.model.vocabulary import Id, replace

Entry = Role | Skill
EntryKind = Literal["role", "skill"]
Claim = tuple[EntryKind, Id]
"""The kind and the id of an entry that answers to a name."""
EntryT = TypeVar("EntryT", bound=Entry)

MOST_NEAR = 3
MOST_LISTED = 20
"""The words that are all listed to choose from; of more, a few are given as examples."""

# C, C++ and C# are three languages: what tells them apart is spelt out before punctuation goes.
_FOLDING: dict[int, str | None] = {code: None for code in range(128) if not chr(code).isalnum()}
_FOLDING |= {ord("+"): "plus", ord("#"): "sharp", ord("&"): "and"}


def fold(name: str) -> str:
    """Reduce a name to what identifies it: no case, accents, spaces, hyphens or punctuation.

    Returns lower-case letters and digits only; empty for a name that has none.
    """
    if name.isascii():
        return name.translate(_FOLDING).lower()
    from unicodedata import normalize  # few names need it

    folded = normalize("NFKD", normalize("NFKD", name).casefold()).translate(_FOLDING)
    return "".join(filter(str.isalnum, folded))


def names_of(entry: Entry) -> Iterator[str]:
    """All names that an entry answers to: its name, id, alternate names and former ids."""
    yield entry.name
    yield entry.id
    for alternate in entry.alternate_names:
        yield alternate if isinstance(alternate, str) else alternate.name
    yield from entry.former_ids


def kind_of(entry: Entry) -> EntryKind:
    """Say "role" or "skill"."""
    return "role" if isinstance(entry, Role) else "skill"


def claims(roles: Iterable[Role], skills: Iterable[Skill]) -> dict[str, list[Claim]]:
    """Who answers to what: folded name -> claims, without names of no letters and digits.

    A role answers to the plural of its names and to the codes that match it exactly or closely
    too, where nothing else is called so.
    """
    found: dict[str, list[Claim]] = {}
    plurals: dict[str, list[Claim]] = {}
    codes: dict[str, list[Claim]] = {}
    entries: list[Entry] = [*roles, *skills]
    for entry in entries:
        claim = (kind_of(entry), entry.id)
        for folded in filter(None, dict.fromkeys(map(fold, names_of(entry)))):
            found.setdefault(folded, []).append(claim)
            if claim[0] == "role":
                plurals.setdefault(f"{folded}s", []).append(claim)
        for code in entry.codes if isinstance(entry, Role) else ():
            if code.code and code.match in ("exact", "close"):
                for written in dict.fromkeys((code.code, code.code.removesuffix(".00"))):
                    codes.setdefault(fold(written), []).append(claim)
    return {**codes, **plurals, **found}


def told_apart(entries: Mapping[Id, EntryT]) -> Mapping[Id, EntryT]:
    """Entries of which no two are called the same.

    Behind a name that several have stands the kind or family of each or, where that is the same
    too, its id; the name itself becomes another name of it.
    """
    called: dict[str, list[EntryT]] = {}
    for entry in entries.values():
        called.setdefault(fold(entry.name), []).append(entry)
    changed: dict[Id, EntryT] = {}
    for alike in called.values():
        marks = [one.family if isinstance(one, Role) else one.kind for one in alike]
        for entry, mark in zip(alike, marks, strict=True) if len(alike) > 1 else ():
            own: object = entry.name
            if isinstance(entry, Role):
                own = AlternateName(name=entry.name, kind="synonym")
            mark = mark if marks.count(mark) == 1 else entry.id
            name, others = f"{entry.name} ({mark})", [*entry.alternate_names, own]
            changed[entry.id] = replace(entry, name=name, alternate_names=others)
    return {**entries, **changed}


def pick(
    claimants: Sequence[EntryT], name: str, kind: str, near: Callable[[], Sequence[str]]
) -> EntryT:
    """Choose the one entry that is meant among those that answer to a name.

    `kind` is what to call them in an error, and `near` gives the names that could be meant. Raises
    `UnknownName`, with at most three suggestions, and `AmbiguousName`.
    """
    called = meant(claimants, name)
    if len(called) == 1:
        return called[0]
    if called:
        ids = ", ".join(f"{e.id} ({kind_of(e)})" for e in called)
        raise AmbiguousName(
            f"{name!r} is a name of {len(called)} entries: {ids}", "name one of them by its id"
        )
    raise UnknownName(f"no {kind} called {name!r}", _advice(near(), kind))


def meant(claimants: Sequence[EntryT], name: str) -> Sequence[EntryT]:
    """Those that a name means most: by id, else by what they are called, else by a former id.

    All of them, where it is another name of each.
    """
    folded = fold(name)
    for entry in claimants:
        if entry.id == name:
            return [entry]
    for own in (lambda e: [e.id], lambda e: [e.name], lambda e: e.former_ids):
        if found := [entry for entry in claimants if folded in map(fold, own(entry))]:
            return found
    return claimants


def choose(given: str, known: Iterable[str], kind: str, listed: Sequence[str] | None = None) -> str:
    """Find the one of a few known words, such as stage ids, that a folded word means.

    Raises `AskedWrongly` with the nearest of the words, or of those that are to be `listed`; where
    none is near it lists them, or gives examples of many.
    """
    words = list(known)
    for word in words:
        if fold(word) == fold(given):
            return word
    raise AskedWrongly(f"no {kind} called {given!r}", remedy_for(given, listed or words))


def remedy_for(given: str, words: Sequence[str]) -> str:
    """What to do about a word that is not one of a few: the nearest of them, or a list of them."""
    from mlroles.core.model.likeness import closest, edits  # only a miss pays for loading it

    typed = fold(given)
    near = closest(typed, {word: [fold(word)] for word in words})
    near = near or _sharing(given, words)
    near = near or [w for w in words if edits(typed, fold(w), 1) < 2 or _shortens(typed, fold(w))]
    if near:
        return f"did you mean {' or '.join(map(repr, near[:MOST_NEAR]))}?"
    if not words:
        return "this catalogue has none"
    if len(words) <= MOST_LISTED:
        return f"choose from {', '.join(words)}"
    return f"choose one of {len(words)}, such as {', '.join(words[:3])}"


def _sharing(given: str, words: Sequence[str]) -> list[str]:
    """The words that share most parts with what is given, two or more: ai-act-dates, EU AI Act."""
    asked = {*re.split(r"[\W_]+", given.casefold())}
    shared = {word: len(asked & {*re.split(r"[\W_]+", word)}) for word in words}
    most = max(shared.values(), default=0)
    return [word for word in words if shared[word] == most > 1]


def _shortens(short: str, word: str) -> bool:
    """Whether three letters or more begin a word and stand in it in this order: ops, operations."""
    letters = iter(word)
    return len(short) > 2 and short[0] == word[:1] and all(letter in letters for letter in short)


def _advice(near: Sequence[str], kind: str) -> str:
    if near:
        return f"did you mean {' or '.join(map(repr, near))}?"
    listing = "mlroles list skills" if kind == "skill" else "mlroles list"
    return f"try 'mlroles search' with other words, or see '{listing}'"
