"""Resolve a name exactly, after folding what people write differently; never guess."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from mlroles.core.errors import AmbiguousName, AskedWrongly, UnknownName
from mlroles.core.model import Role, Skill

Entry = Role | Skill
EntryT = TypeVar("EntryT", bound=Entry)

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


def kind_of(entry: Entry) -> str:
    """Say "role" or "skill"."""
    return "role" if isinstance(entry, Role) else "skill"


def resolve(entries: Iterable[EntryT], name: str, kind: str = "role or skill") -> EntryT:
    """Find the one entry that answers to a name.

    `entries` are those to look among and `kind` is what to call them in an error.
    Raises `UnknownName`, with at most three suggestions, and `AmbiguousName`.
    """
    known_entries = list(entries)
    claimants = claimants_of(known_entries, name)
    by_id = [entry for entry in claimants if entry.id == name]
    for found in (by_id, claimants):
        if len(found) == 1:
            return found[0]
    if claimants:
        ids = ", ".join(f"{e.id} ({kind_of(e)})" for e in claimants)
        raise AmbiguousName(
            f"{name!r} is a name of {len(claimants)} entries: {ids}", "name one of them by its id"
        )
    raise UnknownName(f"{name!r} is no {kind}", _advice(known_entries, name, kind))


def claimants_of(entries: Iterable[EntryT], name: str) -> list[EntryT]:
    """The entries that answer to a name; none for a name without letters and digits."""
    wanted = fold(name)
    return [e for e in entries if wanted and any(fold(n) == wanted for n in names_of(e))]


def choose(given: str, known: Iterable[str], kind: str) -> str:
    """Find the one of a few known words, such as stage ids, that a folded word means.

    Raises `AskedWrongly`, which lists the words.
    """
    words = list(known)
    for word in words:
        if fold(word) == fold(given):
            return word
    raise AskedWrongly(f"{given!r} is no {kind}", f"choose from {', '.join(words)}")


def _advice(entries: Sequence[Entry], name: str, kind: str) -> str:
    # Only a miss pays for loading the library that measures likeness.
    from mlroles.core.likeness import closest

    names = {entry.name: [fold(known) for known in names_of(entry)] for entry in entries}
    suggestions = closest(fold(name), names)
    if suggestions:
        return f"did you mean {' or '.join(map(repr, suggestions))}?"
    listing = "mlroles list skills" if kind == "skill" else "mlroles list"
    return f"try 'mlroles search' with other words, or see '{listing}'"
