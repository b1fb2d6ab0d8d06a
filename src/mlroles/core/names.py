"""Resolve a name exactly, after folding what people write differently; never guess."""

from collections.abc import Iterable, Iterator

from mlroles.core.errors import AmbiguousName, AskedWrongly, UnknownName
from mlroles.core.model import Role, Skill

Entry = Role | Skill

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


def resolve(entries: Iterable[Entry], name: str, sort: str = "role or skill") -> Entry:
    """Find the one entry that answers to a name.

    `entries` are those to look among and `sort` is what to call them in an error.
    Raises `UnknownName`, with at most three suggestions, and `AmbiguousName`.
    """
    entries = list(entries)
    wanted = fold(name)
    claimants = [e for e in entries if any(fold(known) == wanted for known in names_of(e))]
    if len(claimants) == 1 and wanted:
        return claimants[0]
    if claimants and wanted:
        ids = ", ".join(f"{e.id} ({kind_of(e)})" for e in claimants)
        raise AmbiguousName(
            f"{name!r} is a name of {len(claimants)} entries: {ids}", "name one of them by its id"
        )
    raise UnknownName(f"{name!r} is no {sort}", _advice(entries, wanted))


def choose(given: str, known: Iterable[str], sort: str) -> str:
    """Find the one of a few known words, such as stage ids, that a folded word means.

    Raises `AskedWrongly`, which lists the words.
    """
    words = list(known)
    for word in words:
        if fold(word) == fold(given):
            return word
    raise AskedWrongly(f"{given!r} is no {sort}", f"choose from {', '.join(words)}")


def _advice(entries: list[Entry], wanted: str) -> str:
    # Only a miss pays for loading the library that measures likeness.
    from mlroles.core.likeness import closest

    names = {entry.name: [fold(known) for known in names_of(entry)] for entry in entries}
    suggestions = closest(wanted, names)
    if not suggestions:
        return "try 'mlroles search' with other words, or see 'mlroles list'"
    return f"did you mean {' or '.join(map(repr, suggestions))}?"
