"""Roles and skills as they are typed: ROLE@RUNG, words without quotes, several at a comma."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from mlroles.cli.streams import tell
from mlroles.core.catalogue import Catalogue
from mlroles.core.model.entries import Role
from mlroles.core.model.errors import AskedWrongly, UnknownName
from mlroles.core.model.names import Entry, EntryKind, EntryT, fold
from mlroles.core.model.vocabulary import Rung
from mlroles.core.moves.position import position, rung_typed

LONGEST_NAME = 20
"""The words of the longest name that is looked for without quotes."""

_BETWEEN = re.compile(r"\s*,\s*|(?:^|\s+)(?:vs\.?|to|->|→)(?:\s+|$)", re.IGNORECASE)


def roles_typed(catalogue: Catalogue, words: Sequence[str]) -> list[tuple[Role, Rung | None]]:
    """The roles that are typed, each with its rung where one is: ROLE@RUNG.

    Raises `AskedWrongly` for an unknown role or rung, with what may be meant.
    """
    found, unknown = [], []
    for name, rung in _typed(catalogue, words, {"role"}):
        try:
            found.append((_told(catalogue, name, catalogue.role(name), {"role"}), rung))
        except UnknownName as error:
            unknown.append(error)
    if unknown:
        remedies = dict.fromkeys(error.remedy for error in unknown)
        raise UnknownName("; ".join(error.what for error in unknown), " ".join(remedies))
    return found


def seats_typed(catalogue: Catalogue, text: str) -> str:
    """Seats as they are typed, each without spaces: "2x data engineer" is "2x data-engineer"."""

    def is_name(typed: str) -> bool:
        return bool(catalogue.roles_called(re.split("[@:]", typed)[0]))

    return " ".join(seat.replace(" ", "-") for seat in _joined(text.split(), is_name, _as_one))


def roles_at_one_rung(
    catalogue: Catalogue, words: Sequence[str], usual: str | None = None
) -> tuple[list[Role], Rung | None]:
    """The roles that are typed and the one rung for all of them, or else the usual one.

    Raises what `roles_typed` does, and `AskedWrongly` where several rungs are asked for.
    """
    found = roles_typed(catalogue, words)
    return [role for role, _ in found], _one(catalogue, [rung for _, rung in found], usual)


def entries_at_one_rung(
    catalogue: Catalogue, words: Sequence[str], usual: str | None = None
) -> tuple[list[Entry], Rung | None]:
    """The same for roles and skills; of a skill no rung may be asked for."""
    found = list(_typed(catalogue, words, {"role", "skill"}))
    entries = [
        _told(catalogue, name, catalogue.role(name), {"role"})
        if rung
        else _told(catalogue, name, catalogue.entry(name), {"role", "skill"})
        for name, rung in found
    ]
    return entries, _one(catalogue, [rung for _, rung in found], usual)


def roles_at_any_rung(catalogue: Catalogue, words: Sequence[str], why: str) -> list[Role]:
    """The roles that are typed where the rung changes nothing; `why` is said if one is typed."""
    found = roles_typed(catalogue, words)
    if any(rung for _, rung in found):
        tell(f"mlroles: {why}")
    return [role for role, _ in found]


def skills_typed(catalogue: Catalogue, words: Sequence[str]) -> list[str]:
    """The ids of the skills that are typed, one or several at a comma. Raises `AskedWrongly`."""
    names = [name for name, _ in _typed(catalogue, words, {"skill"})]
    return [_told(catalogue, name, catalogue.skill(name), {"skill"}).id for name in names]


def position_typed(catalogue: Catalogue, typed: str) -> tuple[Role, Rung]:
    """The role and rung of "ROLE@RUNG"; the usual rung if none. Raises `AskedWrongly`."""
    role, rung = position(catalogue, typed)
    return _told(catalogue, typed.rpartition("@")[0] or typed, role, {"role"}), rung


def tell_shared(catalogue: Catalogue, names: Iterable[str]) -> None:
    """Say which other roles have the names by which roles were chosen."""
    for name in dict.fromkeys(names):
        _told(catalogue, name, catalogue.role(name), {"role"})


def _told(catalogue: Catalogue, name: str, entry: EntryT, kinds: Collection[EntryKind]) -> EntryT:
    """An entry that a name was taken as; it is said which others have the name too."""
    if others := catalogue.shared_name(name, entry, kinds):
        tell(f"mlroles: {others}")
    return entry


def _one(catalogue: Catalogue, rungs: Iterable[Rung | None], usual: str | None) -> Rung | None:
    wanted = rung_typed(catalogue.ladder, usual) if usual else None
    asked = [rung for rung in dict.fromkeys((*rungs, wanted)) if rung]
    if len(asked) > 1:
        raise AskedWrongly(
            f"all are shown at one level, and {' and '.join(asked)} are asked for",
            f"name one for all of them, such as --rung {asked[0]}",
        )
    return asked[0] if asked else None


def _typed(
    catalogue: Catalogue, words: Sequence[str], kinds: set[str]
) -> Iterator[tuple[str, Rung | None]]:
    def is_name(typed: str) -> bool:
        return any(kind in kinds for kind, _ in catalogue.names.get(fold(_parted(typed)[0]), ()))

    for typed in _joined(words, is_name, lambda unknown: _unknown(catalogue, unknown)):
        name, rung = _parted(typed)
        yield name, rung_typed(catalogue.ladder, rung) if rung else None


def _parted(typed: str) -> tuple[str, str]:
    name, _, rung = typed.rpartition("@")
    return (name, rung) if name and re.fullmatch(r"[\w -]+", rung) else (typed, "")


def _as_one(words: Sequence[str]) -> Sequence[str]:
    return [" ".join(words)]


def _unknown(catalogue: Catalogue, words: Sequence[str]) -> Sequence[str]:
    """Unknown words as one name, unless each of them alone is nearer to a name."""
    from mlroles.core.finding.search import suggestions  # only a miss pays for these
    from mlroles.core.model.likeness import closest

    near = len(words) < 2 or closest(fold(" ".join(words)), {n: [n] for n in catalogue.names})
    alone = not near and all(suggestions(catalogue.index, word) for word in words)
    return words if alone else _as_one(words)


def _joined(
    words: Sequence[str],
    is_name: Callable[[str], bool],
    unknown: Callable[[Sequence[str]], Sequence[str]],
) -> Iterator[str]:
    """The names in what was typed.

    A word that is not a name is split at commas, "vs" and "to". If other words are left, as many as
    make a name are joined: data scientist. `unknown` says how to split those that make none.
    """
    groups: list[list[str]] = [[]]
    for word in words:
        first, *others = [word] if is_name(word) else _BETWEEN.split(word)
        groups[-1].append(first)
        groups += [[other] for other in others]
    for group in groups:
        yield from _names_in(list(filter(None, group)), is_name, unknown)


def _names_in(
    words: Sequence[str],
    is_name: Callable[[str], bool],
    unknown: Callable[[Sequence[str]], Sequence[str]],
) -> Iterator[str]:
    start, longest = 0, 1 if all(map(is_name, words)) else LONGEST_NAME
    while start < len(words):
        ends = range(min(start + longest, len(words)), start, -1)
        end = next((end for end in ends if is_name(" ".join(words[start:end]))), None)
        if end is None:
            others = (n for n in range(start + 1, len(words)) if is_name(words[n]))
            end = next(others, len(words))
            yield from unknown(words[start:end])
        else:
            yield " ".join(words[start:end])
        start = end
