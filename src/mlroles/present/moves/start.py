"""What the reports on moves have in common: who starts, what a move is called, and its pay."""

from collections.abc import Sequence

from mlroles.core.catalogue import Catalogue
from mlroles.core.moves.profile import Profile
from mlroles.core.pay.change import PayChange


def start_name(catalogue: Catalogue, start: Profile) -> str:
    """What stands for the start in a title: the role, or how many skills are held."""
    if start.name:
        return start.name
    if start.role:
        return catalogue.role_names[start.role]
    count = len(start.skills)
    return f"{count} skill{'s' if count != 1 else ''}"


def start_words(catalogue: Catalogue, start: Profile, have: Sequence[str]) -> str:
    """The start as one types it: a position, or what was given as skills held."""
    if have or not start.role or not start.rung:
        return have_words(have)
    return catalogue.ladder.typed(start.role, start.rung)


def have_words(have: Sequence[str]) -> str:
    """The options by which skills held are given."""
    return " ".join(f"--have {quoted(given)}" for given in have)


def quoted(word: str) -> str:
    """A word as a shell takes it for one."""
    plain = word.replace("-", "").replace("_", "").replace(".", "").replace("/", "").isalnum()
    return word if plain or word == "-" else "'" + word.replace("'", "'\\''") + "'"


def change_told(change: PayChange | None) -> str:
    """What one position pays beside another, in words."""
    if change is None:
        return "unknown"
    a, b = change.origin, change.target
    told = f"{change.ratio - 1:+.0%}: {a.currency} {a.median:,} → {b.median:,} a year"
    what = "adverts" if b.basis == "advertised" else "wages"
    pooled = " at all levels" if change.pooled else ""
    return f"{told}; {b.country} {what}{pooled}, {a.n:,} and {b.n:,}"
